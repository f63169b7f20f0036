// The cases behind the words after `decide`: JSON files, CSV files, folders of both, standard input.
// Promise: one fixed order, that of the words and of the names; what cannot be read is a case of its own with what is
// wrong, so that the others are still decided.
import { join } from 'node:path'
import type { Issue } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import type { Text } from '../engine/text.js'
import { casesIn } from './csv-cases.js'
import { readCsv } from './csv-text.js'
import { isFixture } from './json-content.js'
import { A_CASE_A_LINE, MANY_CASES, NO_CASES, NOT_A_CASE, unusedColumns } from './messages.js'
import { type Problem, problem, problemsOf, type Read } from './problem.js'
import { filesBelow, isFileAt, isFolder, near, readBytes, readJson } from './read-files.js'

/** A case, or the file or row that should hold one. */
export interface CaseFound {
  readonly file: string
  /** Row of the spreadsheet, where the case is one. */
  readonly row?: number
  readonly id?: string
  readonly input?: unknown
  /** What is wrong already; empty for a case that can be decided. */
  readonly problems: readonly Problem[]
  readonly issues?: readonly Issue[]
  /** Headings of a spreadsheet none of whose rows could be read. */
  readonly headings?: readonly string[]
}

export interface CasesFound {
  readonly cases: readonly CaseFound[]
  readonly notes: readonly Problem[]
}

export interface CsvOptions {
  /** Files are CSV whatever they are called; .json stays JSON. */
  readonly csv: boolean
  readonly ignoreColumns: boolean
}

/** The files the words name: a folder stands for every .json and .csv below it. */
export function caseFiles(operands: readonly string[]): Read<string[]> {
  const found = operands.map((path): Read<string[]> => {
    if (!isFolder(path)) return { ok: true, value: [path] }
    const below = filesBelow(path, ['.json', '.csv'])
    return below.ok ? { ok: true, value: below.value.map((file) => near(join(path, file))) } : below
  })
  const problems = found.flatMap((one) => (one.ok ? [] : one.problems))
  const files = [...new Set(found.flatMap((one) => (one.ok ? one.value : [])))]
  if (problems.length === 0 && files.length === 0) problems.push(problem(operands.join(' '), NO_CASES))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: files }
}

export function isCsv(file: string, { csv }: Pick<CsvOptions, 'csv'>): boolean {
  const name = file.toLowerCase()
  return name.endsWith('.csv') || (csv && !name.endsWith('.json'))
}

/** The cases of the files, those of a CSV file row by row. */
export function casesOf(files: readonly string[], model: Model, options: CsvOptions): CasesFound {
  const found = files.map((file) => (isCsv(file, options) ? csvCases(file, model, options) : jsonCase(file)))
  return { cases: found.flatMap(({ cases }) => cases), notes: found.flatMap(({ notes }) => notes) }
}

/** Reads a file that is to hold one case; what plainly holds something else is said to. */
export function readCase(file: string): Read<unknown> {
  const read = readJson(file)
  const said = read.ok ? otherThanCase(read.value) : isFileAt(file) && isByLine(file) ? A_CASE_A_LINE : undefined
  return said === undefined ? read : { ok: false, problems: [problem(file, said)] }
}

function otherThanCase(content: unknown): Text | undefined {
  if (Array.isArray(content)) return MANY_CASES
  return isFixture(content) ? NOT_A_CASE : undefined
}

/** Whether a file is called what a file with a value a line is. */
export function isByLine(file: string): boolean {
  return /\.(ndjson|jsonl)$/i.test(file)
}

function jsonCase(file: string): CasesFound {
  const read = readCase(file)
  const found = read.ok ? { file, input: read.value, problems: [] } : { file, problems: read.problems }
  return { cases: [found], notes: [] }
}

function csvCases(file: string, model: Model, { ignoreColumns }: CsvOptions): CasesFound {
  const whole = (problems: readonly Problem[]): CasesFound => ({ cases: [{ file, problems }], notes: [] })
  const bytes = readBytes(file)
  if (!bytes.ok) return whole(bytes.problems)
  const text = readCsv(bytes.value)
  if (!text.ok) return whole([problem(file, text.message)])
  const { cases, unknown, issues } = casesIn(model, text.rows)
  const wrong = [...issues, ...(ignoreColumns ? [] : unknown)]
  if (wrong.length > 0) {
    const [headings] = text.rows
    return {
      cases: [{ file, problems: problemsOf(wrong, file), issues: wrong, headings: headings?.cells ?? [] }],
      notes: [],
    }
  }
  return {
    cases: cases.map(({ row, id, input, issues }) => ({
      file,
      row,
      ...(id === '' ? {} : { id }),
      input,
      problems: problemsOf(issues, `${file}:${row}`),
      issues,
    })),
    notes: unknown.length === 0 ? [] : [problem(file, unusedColumns(unknown))],
  }
}
