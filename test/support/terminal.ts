// A terminal for commands that go on, with nobody before it unless said.
// Promise: keeps what is printed and noted; its clock stands still unless it is moved.
import { Buffer } from 'node:buffer'
import type { Terminal } from '../../src/cli/terminal.js'

export interface Kept extends Terminal {
  readonly printed: string[]
  readonly noted: string[]
}

export function terminal(isWatched = false, now: () => number = () => 0): Kept {
  const printed: string[] = []
  const noted: string[] = []
  return {
    printed,
    noted,
    cores: 1,
    input: (async function* () {})(),
    print: async (text) => {
      printed.push(Buffer.from(text).toString())
      return true
    },
    note: (text) => void noted.push(text),
    isWatched,
    now,
    sleep: async () => {},
    holdInterrupts: () => () => false,
  }
}
