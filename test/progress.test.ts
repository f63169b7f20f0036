// How far a command is: shown to a person who waits, gone when it is done, and never in the way of what is printed.
import { describe, expect, test } from 'vitest'
import { withProgress } from '../src/cli/progress.js'
import { terminal } from './support/terminal.js'

describe('progress', () => {
  const command = withProgress((tell) => {
    for (let done = 0; done < 4; done += 1) tell(done, 4)
    return { code: 3, out: 'out\n', err: 'note\n' }
  })

  test('nothing for a program that reads, nor within the first second', async () => {
    for (const one of [terminal(), terminal(true)]) {
      expect(await command(one)).toBe(3)
      expect(one.printed).toEqual(['out\n'])
      expect(one.noted).toEqual(['note\n'])
    }
  })

  test('a bar once a second is over, wiped out at the end', async () => {
    let time = 0
    // Looked at once to begin with, then at each of the four steps: 0, 600, 1200, 1800, 2400 ms.
    const watched = terminal(true, () => {
      const now = time
      time += 600
      return now
    })
    expect(await command(watched)).toBe(3)
    const bar = (full: number, done: number) => `\r${'█'.repeat(full)}${'░'.repeat(30 - full)} ${done}/4`
    expect(watched.noted).toEqual([bar(8, 1), bar(15, 2), bar(23, 3), `\r${' '.repeat(34)}\r`, 'note\n'])
  })
})
