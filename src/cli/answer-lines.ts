// Answers whole lines: one case a line in, one decision a line out.
// Promise: the same bytes whichever thread answers; a bad line becomes a line that says so, with its number.
import { decide } from '../domain/decide.js'
import type { Domain, Ruled } from '../domain/domain.js'
import type { Issue } from '../engine/issue.js'
import type { Text } from '../engine/text.js'
import { jsonBytes } from './decision-json.js'
import { jsonProblem, LINE } from './json-problem.js'
import { isAsParsed, membersOf } from './line-members.js'
import { type Batch, type Line, linesOf } from './lines.js'

/** A line of one case has a few kilobytes; beyond this it is no case. */
export const MAX_LINE_BYTES = 1_048_576

export interface Answers {
  readonly bytes: Uint8Array
  /** How many of the lines are wrong. */
  readonly bad: number
}

/** What is wrong with a line: issues of the case, or that it cannot be read at all. */
type LineIssue =
  | Issue
  | { readonly path: readonly []; readonly code: 'not-readable'; readonly column?: number; readonly message: Text }

/** Answers batches one after another by the same rules. */
export function lineAnswerer(rulings: Ruled<Domain>, presume: boolean): (batch: Batch) => Answers {
  const out = jsonBytes()
  return (batch) => {
    let line = batch.firstLine
    let bad = 0
    for (const read of linesOf(batch, MAX_LINE_BYTES)) {
      const answer = answerTo(read, rulings, presume)
      if (answer !== undefined) {
        if ('issues' in answer) bad += 1
        out.add('issues' in answer ? { line, issues: answer.issues } : answer.decision)
        out.endLine()
      }
      line += 1
    }
    return { bytes: out.take(), bad }
  }
}

/** The decision, what is wrong, or nothing for a blank line. */
function answerTo(
  read: Line,
  rulings: Ruled<Domain>,
  presume: boolean,
): { readonly decision: object } | { readonly issues: readonly LineIssue[] } | undefined {
  if ('wrong' in read) return { issues: [unreadable(UNREADABLE[read.wrong])] }
  const { text } = read
  const members = membersOf(text)
  if (members !== undefined) {
    const decided = decide(rulings, text, { presume }, members)
    if (decided.ok) return { decision: decided.value }
    // What is wrong is told of the object the line stands for: of a name written twice that has the last value.
    if (isAsParsed(members)) return { issues: decided.issues }
  }
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    if (text.trim() === '') return undefined
    const found = jsonProblem(text, LINE)
    return { issues: [unreadable(found?.message ?? UNREADABLE['not-json'], found?.column)] }
  }
  const decided = decide(rulings, input, { presume })
  return decided.ok ? { decision: decided.value } : { issues: decided.issues }
}

const UNREADABLE = {
  'too-long': { zh: '这一行超过 1 MB，不是一个案件', en: 'the line is longer than 1 MB: no case is' },
  'not-utf8': { zh: '这一行不是 UTF-8 编码', en: 'the line is not UTF-8' },
  'not-json': { zh: '这一行不是 JSON', en: 'the line is no JSON' },
} as const satisfies Readonly<Record<string, Text>>

function unreadable(message: Text, column?: number): LineIssue {
  return { path: [], code: 'not-readable', ...(column === undefined ? {} : { column }), message }
}
