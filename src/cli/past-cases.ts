// A shop's past cases, decided before and after a change of rules.
// Promise: a case that cannot be read is counted and named, never left out in silence; sums are in fen until they are shown.

import { decide } from '../domain/decide.js'
import type { Decision, Domain, ListedSum, Listing, Ruled } from '../domain/domain.js'
import type { Result } from '../engine/issue.js'
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
  /** What is wrong with the cases that could not be read, by place; `unread` counts the cases. */
  readonly unread: number
  readonly problems: readonly Problem[]
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

export function touchedBy(cases: readonly CaseFound[], before: Ruled<Domain>, after: Ruled<Domain>): Touched {
  const { listing } = after.domain
  const problems: Problem[] = []
  const sums = new Map<string, SumMoved>()
  let [unread, touched, open] = [0, 0, 0]
  for (const found of cases) {
    const [was, is] = [before, after].map((rulings) => decide(rulings, found.input, {}))
    if (found.problems.length > 0 || !was?.ok || !is?.ok) {
      unread += 1
      problems.push(...problemsWith(found, [was, is], after.ruleSet.model))
      continue
    }
    if (saidBy(listing, was.value) !== saidBy(listing, is.value)) touched += 1
    const [old, now] = [was.value, is.value].map((decision) => listing.sums?.(decision) ?? []) as [Sums, Sums]
    if ([...old, ...now].some(({ value }) => value === undefined)) open += 1
    now.forEach(({ id, label, isOwed, value }, i) => {
      const [more, less] = [value, old[i]?.value]
      const moved = more === undefined || less === undefined ? 0 : (parseYuan(more) ?? 0) - (parseYuan(less) ?? 0)
      sums.set(id, { id, label, ...(isOwed && { isOwed }), fen: (sums.get(id)?.fen ?? 0) + moved })
    })
  }
  return { cases: cases.length, touched, sums: [...sums.values()], open, unread, problems }
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
    key === 'rules' ? undefined : value,
  )
}
