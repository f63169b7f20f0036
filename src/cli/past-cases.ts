// A shop's past cases, decided before and after a change of rules.
// Promise: a case that cannot be read is counted and named, never left out in silence; sums are in fen until they are shown.

import { decide } from '../domain/decide.js'
import type { Decision, Domain, Language, ListedSum, Listing, Ruled } from '../domain/domain.js'
import { answerRows } from '../domain/rows.js'
import { canonical } from '../engine/canonical.js'
import type { Result } from '../engine/issue.js'
import { listed } from '../engine/listed.js'
import type { Model } from '../engine/model.js'
import { parseYuan } from '../money.js'
import { type CaseFound, casesOf, isByLine } from './cases.js'
import { aboutCell } from './csv-cases.js'
import { type Problem, problemsOf, type Read } from './problem.js'
import { checkReadable, readJsonLines } from './read-files.js'

export interface Touched {
  readonly cases: number
  readonly touched: number
  /** Sums that differ, over cases whose sum is exact both times; none for a model without amounts. */
  readonly sums: readonly SumMoved[]
  /** Cases some sum of which is open, so that it counts for nothing. */
  readonly open: number
  /** In how many cases each of the sums is open. */
  readonly openSums: readonly (Pick<ListedSum, 'id' | 'label'> & { readonly cases: number })[]
  /** The cases that come out otherwise, in their order. */
  readonly changed: readonly ChangedCase[]
  /** What is wrong with the cases that could not be read, by place; `unread` counts the cases. */
  readonly unread: number
  readonly problems: readonly Problem[]
}

/** A past case that comes out otherwise: its file and line, its own number where it has one, and what is other of it. */
interface ChangedCase {
  readonly file: string
  readonly row?: number
  readonly id?: string
  readonly lines: readonly Line[]
}

/** A line of the sheet before and after; empty where it does not stand there. */
interface Line {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** How much more a sum comes to after than before. */
interface SumMoved extends Pick<ListedSum, 'id' | 'label' | 'isOwed'> {
  readonly fen: number
}

export interface PastCases {
  readonly cases: readonly CaseFound[]
  readonly notes: readonly Problem[]
}

/** Reads a file of cases: a line each, or the rows of a table. A file none of whose cases can be told is refused. */
export function pastCases(file: string, model: Model): Read<PastCases> {
  const readable = checkReadable(file)
  if (!readable.ok) return readable
  if (isByLine(file)) return casesByLine(file)
  const found = casesOf([file], model, { csv: false, ignoreColumns: true })
  const problems = found.cases.flatMap((one) => (one.row === undefined ? one.problems : []))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: found }
}

function casesByLine(file: string): Read<PastCases> {
  const lines = readJsonLines(file)
  if (!lines.ok) return lines
  const cases = lines.value.map(({ line, value, problems }) => ({ file, row: line, input: value, problems }))
  return { ok: true, value: { cases, notes: [] } }
}

export function touchedBy(
  cases: readonly CaseFound[],
  before: Ruled<Domain>,
  after: Ruled<Domain>,
  lang: Language,
): Touched {
  const { listing } = after.domain
  const problems: Problem[] = []
  const sums = new Map<string, SumMoved>()
  const openIn = new Map<string, number>()
  const changed: ChangedCase[] = []
  let [unread, open] = [0, 0]
  for (const found of cases) {
    const [was, is] = [before, after].map((rulings) => decide(rulings, found.input, {}))
    if (found.problems.length > 0 || !was?.ok || !is?.ok) {
      unread += 1
      problems.push(...problemsWith(found, [was, is], after.ruleSet.model))
      continue
    }
    if (saidBy(listing, was.value) !== saidBy(listing, is.value)) {
      const { file, row, id } = found
      const place = { file, ...(row !== undefined && { row }), ...(id !== undefined && { id }) }
      changed.push({ ...place, lines: linesOf(after, lang, was.value, is.value) })
    }
    const [old, now] = [was.value, is.value].map((decision) => listing.sums?.(decision) ?? []) as [Sums, Sums]
    const left = new Set([...old, ...now].flatMap(({ id, value }) => (value === undefined ? [id] : [])))
    if (left.size > 0) open += 1
    for (const id of left) openIn.set(id, (openIn.get(id) ?? 0) + 1)
    now.forEach(({ id, label, isOwed, value }, i) => {
      const [more, less] = [value, old[i]?.value]
      const moved = more === undefined || less === undefined ? 0 : (parseYuan(more) ?? 0) - (parseYuan(less) ?? 0)
      sums.set(id, { id, label, ...(isOwed && { isOwed }), fen: (sums.get(id)?.fen ?? 0) + moved })
    })
  }
  const openSums = [...sums.values()].flatMap(({ id, label }) => {
    const count = openIn.get(id)
    return count === undefined ? [] : [{ id, label, cases: count }]
  })
  const counts = { cases: cases.length, touched: changed.length, open, unread }
  return { ...counts, sums: [...sums.values()], openSums, changed, problems }
}

/** What the sheets of two decisions say otherwise, line by line. */
function linesOf(rulings: Ruled<Domain>, lang: Language, was: Decision, is: Decision): Line[] {
  const [old, now, before, after] = [was, is, alikeWritten(was), alikeWritten(is)].map((decision) =>
    sheetOf(rulings, lang, decision),
  )
  const labels = [old, now].flatMap((shown) => [...(shown?.keys() ?? [])])
  return [...new Set(labels)].flatMap((label) =>
    before?.get(label) === after?.get(label)
      ? []
      : [{ label, before: old?.get(label) ?? '', after: now?.get(label) ?? '' }],
  )
}

/** What the sheet of a decision says, by label. */
function sheetOf({ domain, ruleSet: { model } }: Ruled<Domain>, lang: Language, decision: Decision) {
  const waitsFor = () => ''
  const { elsewhere, sections } = domain.report
  const rows = [
    ...answerRows(model, elsewhere, decision, lang, waitsFor),
    ...sections(decision, lang, waitsFor).flatMap((section) => section.rows),
  ]
  const texts = new Map<string, string[]>()
  // Items stand indented under their sum, which says it.
  for (const { label, text } of rows) if (label === label.trim()) listed(texts, label, () => []).push(text)
  return new Map([...texts].map(([label, said]) => [label, said.join(lang === 'zh' ? '；' : '; ')]))
}

type Sums = readonly ListedSum[]

/** What is wrong with a case, under its line or row. */
function problemsWith(
  { file, row, problems }: CaseFound,
  results: readonly (Result<unknown> | undefined)[],
  model: Model,
): readonly Problem[] {
  if (problems.length > 0) return problems
  const refused = results.find((one) => one?.ok === false)
  const place = row === undefined ? file : `${file}:${row}`
  return refused?.ok === false
    ? problemsOf(
        refused.issues.map((issue) => aboutCell(model, issue)),
        place,
      )
    : []
}

/** What a decision answers and pays, whatever rules it rests on. */
function saidBy({ beside }: Listing, decision: Decision): string {
  return JSON.stringify([decision.answers, beside(decision)], (key, value: unknown) =>
    key === 'rules' ? undefined : alike(key, value),
  )
}

function alikeWritten(decision: Decision): Decision {
  return JSON.parse(JSON.stringify(decision, alike)) as Decision
}

/** Leaves out what is no other answer: in which order something is possible, and whether every possibility came to it. */
function alike(key: string, value: unknown): unknown {
  if (key === 'exhaustive') return undefined
  if (key !== 'possible' || !Array.isArray(value)) return value
  return [...(value as readonly unknown[])].sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1))
}
