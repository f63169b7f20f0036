// Test runner settings: child processes (the stack size a user's own process has) shared by all files, since nothing
// in the library keeps state from one test to the next. A test that hangs fails, one on a machine shared with others does not:
// ordinary ones took up to ninety seconds with ten processes on two cores. The long property runs may take half an hour each.
import { defineConfig } from 'vitest/config'

const long = process.env.AFTERSALE_LONG === '1'
const limit = long ? 30 * 60_000 : 180_000

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: limit,
    hookTimeout: limit,
    allowOnly: false,
  },
})
