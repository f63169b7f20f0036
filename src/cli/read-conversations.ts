// A file of conversations read into a day: a JSON list, a conversation a line, or a spreadsheet of messages.
// Promise: every problem at once, under the line or row it stands in.
import type { Issue } from '../engine/issue.js'
import { type Day, readDay } from '../models/service-levels/conversation.js'
import { isByLine } from './cases.js'
import { conversationsIn, problemsInRows } from './conversation-rows.js'
import { readCsv } from './csv-text.js'
import { unusedColumns } from './messages.js'
import { type Problem, problem, problemsOf, type Read } from './problem.js'
import { readBytes, readJson, readJsonLines } from './read-files.js'

export interface DayRead {
  readonly day: Day
  readonly notes: readonly Problem[]
}

/** Reads the conversations of a day; `-` is a JSON list on standard input. */
export function readConversations(file: string, day: string, ignoreColumns: boolean): Read<DayRead> {
  const name = file.toLowerCase()
  if (name.endsWith('.csv')) return ofRows(file, day, ignoreColumns)
  return isByLine(file) ? ofLines(file, day) : ofList(file, day)
}

function ofList(file: string, day: string): Read<DayRead> {
  const json = readJson(file)
  return json.ok ? dayIn(json.value, day, (issues) => problemsOf(issues, file)) : json
}

function ofLines(file: string, day: string): Read<DayRead> {
  const read = readJsonLines(file)
  if (!read.ok) return read
  const lines = read.value.filter(({ problems }) => problems.length === 0)
  const place = ({ path: [index, ...path], ...found }: Issue) => {
    const at = typeof index === 'number' ? lines[index] : undefined
    return problemsOf([{ ...found, path }], at === undefined ? file : `${file}:${at.line}`)
  }
  return dayIn(
    lines.map(({ value }) => value),
    day,
    (issues) => issues.flatMap(place),
    read.value.flatMap(({ problems }) => problems),
  )
}

function ofRows(file: string, on: string, ignoreColumns: boolean): Read<DayRead> {
  const bytes = readBytes(file)
  if (!bytes.ok) return bytes
  const text = readCsv(bytes.value)
  if (!text.ok) return { ok: false, problems: [problem(file, text.message)] }
  const read = conversationsIn(file, text.rows)
  const wrong = [...read.problems, ...(ignoreColumns ? [] : problemsOf(read.unknown, file))]
  const day = dayIn(read.list, on, (issues) => problemsInRows(file, read, issues), wrong)
  const notes = read.unknown.length === 0 ? [] : [problem(file, unusedColumns(read.unknown))]
  return day.ok ? { ok: true, value: { ...day.value, notes } } : day
}

/** @param wrong what is wrong with the file already: told with what is wrong with the conversations that could be read */
function dayIn(
  list: unknown,
  day: string,
  placed: (issues: readonly Issue[]) => readonly Problem[],
  wrong: readonly Problem[] = [],
): Read<DayRead> {
  const read = readDay(list, day)
  if (read.ok && wrong.length === 0) return { ok: true, value: { day: read.value, notes: [] } }
  return { ok: false, problems: [...wrong, ...(read.ok ? [] : placed(read.issues))] }
}
