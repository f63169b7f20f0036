// A file of conversations read into a day: a JSON list, a conversation a line, or a spreadsheet of messages.
// Promise: every problem at once, under the line or row it stands in.
import type { Issue } from '../engine/issue.js'
import { type Day, readDay } from '../models/service-levels/conversation.js'
import { conversationsIn, problemsInRows } from './conversation-rows.js'
import { readCsv } from './csv-text.js'
import { unusedColumns } from './messages.js'
import { type Problem, problem, problemsOf, type Read } from './problem.js'
import { readBytes, readJson } from './read-files.js'

export interface DayRead {
  readonly day: Day
  readonly notes: readonly Problem[]
}

/** Reads the conversations of a day; `-` is a JSON list on standard input. */
export function readConversations(file: string, day: string, ignoreColumns: boolean): Read<DayRead> {
  const name = file.toLowerCase()
  if (name.endsWith('.csv')) return ofRows(file, day, ignoreColumns)
  return /\.(ndjson|jsonl)$/.test(name) ? ofLines(file, day) : ofList(file, day)
}

function ofList(file: string, day: string): Read<DayRead> {
  const json = readJson(file)
  return json.ok ? dayIn(json.value, day, (issues) => problemsOf(issues, file)) : json
}

function ofLines(file: string, day: string): Read<DayRead> {
  const bytes = readBytes(file)
  if (!bytes.ok) return bytes
  const lines = new TextDecoder()
    .decode(bytes.value)
    .split(/\r?\n/)
    .map((text, i) => ({ text, line: i + 1 }))
    .filter(({ text }) => text.trim() !== '')
  const problems: Problem[] = []
  const list = lines.map(({ text, line }): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      problems.push(problem(`${file}:${line}`, { zh: '不是 JSON', en: 'no JSON' }))
      return undefined
    }
  })
  if (problems.length > 0) return { ok: false, problems }
  return dayIn(list, day, (issues) =>
    issues.flatMap((found) => {
      const [index, ...path] = found.path
      const at = typeof index === 'number' ? lines[index] : undefined
      return at === undefined ? problemsOf([found], file) : problemsOf([{ ...found, path }], `${file}:${at.line}`)
    }),
  )
}

function ofRows(file: string, day: string, ignoreColumns: boolean): Read<DayRead> {
  const bytes = readBytes(file)
  if (!bytes.ok) return bytes
  const text = readCsv(bytes.value)
  if (!text.ok) return { ok: false, problems: [problem(file, text.message)] }
  const read = conversationsIn(file, text.rows)
  const wrong = [...read.problems, ...(ignoreColumns ? [] : problemsOf(read.unknown, file))]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const notes = read.unknown.length === 0 ? [] : [problem(file, unusedColumns(read.unknown))]
  return dayIn(read.list, day, (issues) => problemsInRows(file, read, issues), notes)
}

/** What is wrong with the day itself is wrong with the option. */
function dayIn(
  list: unknown,
  day: string,
  placed: (issues: readonly Issue[]) => readonly Problem[],
  notes: readonly Problem[] = [],
): Read<DayRead> {
  const read = readDay(list, day)
  if (read.ok) return { ok: true, value: { day: read.value, notes } }
  const isOption = ({ path }: Issue) => path[0] === 'day'
  const option = problemsOf(
    read.issues.filter(isOption).map((one) => ({ ...one, path: [] })),
    '--day',
  )
  return { ok: false, problems: [...option, ...placed(read.issues.filter((one) => !isOption(one)))] }
}
