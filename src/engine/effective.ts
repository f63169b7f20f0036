// When a document is in force: a window on the date fact that selects its version.
// Promise: the last day counts in full, in Beijing days; `until` before `from` or an unknown date fact is an issue.
import { parseDay, startOfDay } from '../calendar.js'
import type { Effective } from './document.js'
import { type Issue, issue, notAmong } from './issue.js'
import type { Column, Model } from './model.js'
import { greatest, interval, type ValueSet } from './value-set.js'

export interface Window {
  readonly column: number
  readonly set: ValueSet
}

function isDateFact({ source, kind }: Column): boolean {
  return source === 'fact' && (kind.kind === 'date' || kind.kind === 'instant')
}

/** Ids of the facts of a case that can select a version. */
export function dateFacts(model: Model): string[] {
  return model.columns.filter(isDateFact).map(({ id }) => id)
}

/** The fact of a case that selects a version; an id of any other is reported. */
export function dateFact(
  model: Model,
  id: string,
  path: readonly string[],
  report: (issue: Issue) => void,
): Column | undefined {
  const column = model.columnOf.get(id)
  if (column !== undefined && isDateFact(column)) return column
  const what = { zh: '选择版本的日期事实', en: 'date fact that selects the version' }
  report(notAmong('unknown-fact', [...path, 'by'], id, dateFacts(model), what))
  return undefined
}

/** The values of a date column from the start of `from` to the end of `until` (both Beijing days). */
export function windowOn(column: Column, from: number, until: number | undefined): ValueSet {
  const last = greatest(column.domain)
  if (column.kind.kind === 'date') return interval(from, until ?? last)
  return interval(startOfDay(from), until === undefined ? last : startOfDay(until + 1) - 1)
}

export function readEffective(
  model: Model,
  effective: Effective,
  path: readonly string[],
  issues: Issue[],
): Window | undefined {
  const column = dateFact(model, effective.by ?? model.declaration.clock, path, (one) => issues.push(one))
  if (column === undefined) return undefined
  const from = parseDay(effective.from)
  // A last day that does not exist lies before every first one.
  const until = effective.until === undefined ? undefined : (parseDay(effective.until) ?? -1)
  if (from === undefined || (until ?? from) < from) {
    issues.push(
      issue('bad-dates', path, `${effective.from} … ${effective.until ?? ''}`, {
        zh: '有效期应为存在的日期，且截止日不早于起始日',
        en: 'dates in force must exist, the last day not before the first',
      }),
    )
    return undefined
  }
  return { column: column.index, set: windowOn(column, from, until) }
}
