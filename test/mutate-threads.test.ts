// `aftersale mutate` on the shipped rules of a model, in one thread and in two.
// Promise: both find the same, to the byte; no change of these rules goes unnoticed.
import { expect, test } from 'vitest'
import { mutateCommand } from '../src/cli/mutate.js'
import { terminal } from './support/terminal.js'

async function mutated(cores: number): Promise<{ readonly code: number; readonly out: string }> {
  const kept = { ...terminal(), cores }
  const code = await mutateCommand(['--model', 'reviews', '--reporter', 'json'], 'zh')(kept)
  return { code, out: kept.printed.join('') }
}

test('threads find what one finds', async () => {
  const alone = await mutated(1)
  const { mutants, survivors, stale } = JSON.parse(alone.out) as {
    readonly mutants: number
    readonly survivors: readonly object[]
    readonly stale: readonly object[]
  }
  // Fewer than this are tried without threads.
  expect(mutants).toBeGreaterThan(300)
  expect([survivors, stale, alone.code]).toEqual([[], [], 0])
  expect(await mutated(2)).toEqual(alone)
})
