// A shop's past cases, decided before and after a change of rules.
// Promise: a case that cannot be read is counted, never left out in silence; sums are in fen until they are shown.

import { decide } from '../domain/decide.js'
import type { Decision, Listing, Ruled } from '../domain/domain.js'
import type { Model } from '../engine/model.js'
import { parseYuan } from '../money.js'
import { type CaseFound, casesOf } from './cases.js'
import { problem, type Read } from './problem.js'
import { checkReadable, readBytes } from './read-files.js'

export interface Touched {
  readonly cases: number
  readonly unread: number
  readonly touched: number
  /** Fen the amounts come to more, over cases whose amount is exact both times; none for a model without amounts. */
  readonly refund?: number
}

/** Reads a file of cases: a line each, or the rows of a table. */
export function pastCases(file: string, model: Model): Read<readonly CaseFound[]> {
  const readable = checkReadable(file)
  if (!readable.ok) return readable
  if (!/\.(ndjson|jsonl)$/i.test(file)) {
    const { cases } = casesOf([file], model, { csv: false, ignoreColumns: true })
    return { ok: true, value: cases }
  }
  const bytes = readBytes(file)
  if (!bytes.ok) return bytes
  const lines = new TextDecoder().decode(bytes.value).split(/\r?\n/)
  return { ok: true, value: lines.flatMap((text, i) => (text.trim() === '' ? [] : [lineCase(file, text, i + 1)])) }
}

function lineCase(file: string, text: string, row: number): CaseFound {
  try {
    return { file, row, input: JSON.parse(text) as unknown, problems: [] }
  } catch {
    return { file, row, problems: [problem(`${file}:${row}`, { zh: '不是 JSON', en: 'no JSON' })] }
  }
}

export function touchedBy(cases: readonly CaseFound[], before: Ruled, after: Ruled): Touched {
  const { listing } = after.domain
  let unread = 0
  let touched = 0
  let refund = 0
  for (const { input, problems } of cases) {
    const [was, is] = [before, after].map((rulings) => decide(rulings, input, {}))
    if (problems.length > 0 || !was?.ok || !is?.ok) {
      unread += 1
      continue
    }
    if (saidBy(listing, was.value) !== saidBy(listing, is.value)) touched += 1
    const [old, now] = [was.value, is.value].map((decision) => listing.amount?.(decision))
    if (old !== undefined && now !== undefined) refund += (parseYuan(now) ?? 0) - (parseYuan(old) ?? 0)
  }
  return { cases: cases.length, unread, touched, ...(listing.amount === undefined ? {} : { refund }) }
}

/** What a decision answers and pays, whatever rules it rests on. */
function saidBy({ beside }: Listing, decision: Decision): string {
  return JSON.stringify([decision.answers, beside(decision)], (key, value: unknown) =>
    key === 'rules' ? undefined : value,
  )
}
