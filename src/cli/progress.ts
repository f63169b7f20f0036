// How far a command is, shown to a person who waits for more than a second.
// Promise: only on a terminal, and gone when the command is done: what is printed stays the same.
import type { Finished } from './problem.js'
import type { Ongoing, Terminal } from './terminal.js'

/** Says that so many of so many steps are done. */
export type Tell = (done: number, of: number) => void

/** A command that says how far it is, and may use so many threads. */
export function withProgress(work: (tell: Tell, cores: number) => Finished | Promise<Finished>): Ongoing {
  return async (terminal) => {
    const { tell, clear } = barOn(terminal)
    const { code, out, err } = await work(tell, terminal.cores)
    clear()
    terminal.note(err)
    await terminal.print(out)
    return code
  }
}

// Milliseconds before anything is shown, and between two looks.
const PATIENCE = 1000
const PAUSE = 100
const WIDTH = 30

function barOn({ isWatched, now, note }: Terminal): { readonly tell: Tell; readonly clear: () => void } {
  const start = now()
  let last = start + PATIENCE - PAUSE
  let length = 0
  return {
    tell: (done, of) => {
      const time = now()
      if (!isWatched || time - last < PAUSE) return
      last = time
      const full = Math.round((WIDTH * done) / Math.max(of, 1))
      const line = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${of}`
      length = Math.max(length, line.length)
      note(`\r${line}`)
    },
    clear: () => {
      if (length > 0) note(`\r${' '.repeat(length)}\r`)
    },
  }
}
