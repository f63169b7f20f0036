// `aftersale decide --ndjson`: a filter, one case a line in, one decision a line out.
// Promise: order is kept and memory stays the same however long the stream; a bad line becomes a line that says so.
import { createReadStream } from 'node:fs'
import { decide } from '../domain/decide.js'
import type { Ruled } from '../domain/domain.js'
import type { Issue } from '../engine/issue.js'
import type { Text } from '../engine/text.js'
import { jsonProblem } from './json-problem.js'
import { type Line, lineReader } from './lines.js'
import { progress } from './messages.js'
import { EXIT, type Problem, written } from './problem.js'
import type { Ongoing, Terminal } from './terminal.js'

/** A line of one case has a few kilobytes; beyond this it is no case. */
const MAX_LINE_BYTES = 1_048_576
const PRINTED_AT_ONCE = 65_536
const PROGRESS_EVERY = 500

/** What is wrong with a line: issues of the case, or that it cannot be read at all. */
type LineIssue =
  | Issue
  | { readonly path: readonly []; readonly code: 'not-readable'; readonly column?: number; readonly message: Text }

/** Decides the lines of a file, or of standard input. */
export function decideLines(
  file: string | undefined,
  rulings: Ruled,
  options: { readonly presume: boolean; readonly notes: readonly Problem[]; readonly lang: keyof Text },
): Ongoing {
  return async (terminal) => {
    const { presume, notes, lang } = options
    terminal.note(written(notes, lang))
    const reader = lineReader(MAX_LINE_BYTES)
    const report = reporter(terminal, lang)
    let line = 0
    let bad = 0
    const answer = (read: Line): string => {
      line += 1
      const answered = answerTo(read, rulings, presume)
      if (answered === undefined) return ''
      if ('json' in answered) return `${answered.json}\n`
      bad += 1
      return `${JSON.stringify({ line, issues: answered.issues })}\n`
    }
    const print = async (lines: readonly Line[]): Promise<boolean> => {
      let text = ''
      for (const one of lines) {
        text += answer(one)
        if (text.length < PRINTED_AT_ONCE) continue
        if (!(await terminal.print(text))) return false
        text = ''
      }
      return text === '' || terminal.print(text)
    }
    const input: AsyncIterable<Uint8Array> = file === undefined ? terminal.input : createReadStream(file)
    let isRead = true
    for await (const chunk of input) {
      isRead = await print(reader.chunk(chunk))
      if (!isRead) break
      report(line, bad, false)
    }
    if (isRead) await print(reader.flush())
    report(line, bad, true)
    return bad > 0 ? EXIT.failed : EXIT.done
  }
}

/** The decision as JSON, what is wrong, or nothing for a blank line. */
function answerTo(
  read: Line,
  rulings: Ruled,
  presume: boolean,
): { readonly json: string } | { readonly issues: readonly LineIssue[] } | undefined {
  if ('wrong' in read) return { issues: [unreadable(UNREADABLE[read.wrong])] }
  const { text } = read
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    if (text.trim() === '') return undefined
    const found = jsonProblem(text)
    return { issues: [unreadable(found?.message ?? UNREADABLE['not-json'], found?.column)] }
  }
  const decided = decide(rulings, input, { presume })
  return decided.ok ? { json: JSON.stringify(decided.value) } : { issues: decided.issues }
}

const UNREADABLE = {
  'too-long': { zh: '这一行超过 1 MB，不是一个案件', en: 'the line is longer than 1 MB: no case is' },
  'not-utf8': { zh: '这一行不是 UTF-8 编码', en: 'the line is not UTF-8' },
  'not-json': { zh: '这一行不是 JSON', en: 'the line is no JSON' },
} as const satisfies Readonly<Record<string, Text>>

function unreadable(message: Text, column?: number): LineIssue {
  return { path: [], code: 'not-readable', ...(column === undefined ? {} : { column }), message }
}

/** Says how far it is, to a person only, and not more often than can be read. */
function reporter(
  { isWatched, now, note }: Terminal,
  lang: keyof Text,
): (lines: number, bad: number, isLast: boolean) => void {
  const start = now()
  let last = start
  return (lines, bad, isLast) => {
    if (!isWatched) return
    const time = now()
    if (!isLast && time - last < PROGRESS_EVERY) return
    last = time
    const seconds = Math.max(time - start, 1) / 1000
    note(`\r${progress(lines, bad, Math.round(lines / seconds))[lang]}${isLast ? '\n' : ''}`)
  }
}
