// What is wrong with something a person gave the command line, and how a command ends.
// Promise: every problem names its file and place and says in Chinese and English what to do; commands never throw it.
import { type Issue, placeOf } from '../engine/issue.js'
import type { Text } from '../engine/text.js'

export interface Problem {
  /** File as the person named it; empty for a command line option. */
  readonly file: string
  /** Line and column, or a path such as `conditions.all[0].value`; empty for the whole file. */
  readonly place: string
  readonly message: Text
  /** What the library said of it, where it was the library that did. */
  readonly issue?: Issue
  /** How many problems the line stands for: one unless said, none where it only tells what to do. */
  readonly counts?: number
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** How a command ends: what goes to standard output and standard error, and the exit code. */
export interface Finished {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Exit codes, as `--help` documents them. */
export const EXIT = { done: 0, failed: 1, usage: 64, fault: 70 } as const

export function problem(file: string, message: Text, place = ''): Problem {
  return { file, place, message }
}

/** Issues of the library under the file a person knows. */
export function problemsOf(issues: readonly Issue[], file: string): Problem[] {
  return issues.map((issue) => {
    const { path, message } = issue
    return { file: issue.file ?? file, place: placeOf(path), message, issue }
  })
}

/** What is to be known beside the problems, and nothing to mend. */
export function remarks(notes: readonly Problem[]): Problem[] {
  return notes.map((note) => ({ ...note, counts: 0 }))
}

const SHOWN = 20

/** The first of a list that may be long, and how many more there are. */
export function fewOf(problems: readonly Problem[]): readonly Problem[] {
  const more = problems.length - SHOWN
  if (more <= 0) return problems
  const rest = problem('', { zh: `……还有 ${more} 个`, en: `… and ${more} more` })
  return [...problems.slice(0, SHOWN), { ...rest, counts: more }]
}

/** One problem a line: 文件 › 位置：说明. */
export function written(problems: readonly Problem[], lang: keyof Text): string {
  return problems
    .map(({ file, place, message }) => {
      const where = [file, place].filter((part) => part !== '').join(' › ')
      return where === '' ? message[lang] : `${where}${lang === 'zh' ? '：' : ': '}${message[lang]}`
    })
    .map((line) => `${line.replace(/\p{Cc}/gu, ' ')}\n`)
    .join('')
}
