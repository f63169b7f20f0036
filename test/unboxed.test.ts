// Sets of numbers as V8 holds them: the numbers side by side, not each in a box of its own.
// Promise: deciding leaves them so. Code that reads sets and lists of objects alike boxes every set it reads, and all code
// that reads such a set after it does so too, which no other test shows: it only takes longer.
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

// In a process of its own, since other tests read sets as they read any list.
test('sets of the rules and domains of the facts stay unboxed over many cases', () => {
  const args = ['--allow-natives-syntax', '--import', 'tsx', 'test/support/boxed-sets.ts']
  const { sets, boxed } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  expect(sets).toBeGreaterThan(1000)
  expect(boxed).toBe(0)
})
