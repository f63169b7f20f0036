// How a command ends that could not do its work.
// Promise: nothing on standard output; every problem on standard error in the language asked for.
import type { Text } from '../engine/text.js'
import { problemsFound, USAGE } from './messages.js'
import { EXIT, type Finished, type Problem, written } from './problem.js'

/** A word as it is typed on a command line. */
export function typed(word: string): string {
  return /\s/.test(word) ? JSON.stringify(word) : word
}

export function refused(code: number, problems: readonly Problem[], lang: keyof Text): Finished {
  const count = problems.reduce((sum, { counts = 1 }) => sum + counts, 0)
  const above = code === EXIT.usage ? '' : `${problemsFound(count)[lang]}\n`
  const below = code === EXIT.usage ? `${USAGE[lang]}\n` : ''
  return { code, out: '', err: `${above}${written(problems, lang)}${below}` }
}
