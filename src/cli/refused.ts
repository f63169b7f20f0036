// How a command ends that could not do its work.
// Promise: nothing on standard output; every problem on standard error in the language asked for.
import type { Text } from '../engine/text.js'
import { problemsFound, USAGE } from './messages.js'
import { EXIT, type Finished, type Problem, written } from './problem.js'

export function refused(code: number, problems: readonly Problem[], lang: keyof Text): Finished {
  const above = code === EXIT.usage ? '' : `${problemsFound(problems.length)[lang]}\n`
  const below = code === EXIT.usage ? `${USAGE[lang]}\n` : ''
  return { code, out: '', err: `${above}${written(problems, lang)}${below}` }
}
