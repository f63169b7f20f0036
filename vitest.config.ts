// Test runner settings: child processes (the stack size a user's own process has) shared by all files, since nothing
// in the library keeps state from one test to the next. The long property runs may take an hour each on a busy machine.
import { defineConfig } from 'vitest/config'

const long = process.env.AFTERSALE_LONG === '1'
const limit = long ? 60 * 60_000 : 4 * 60_000

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    globalSetup: 'test/support/build-command-line.ts',
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: limit,
    hookTimeout: limit,
    allowOnly: false,
  },
})
