// By when something is due, as a decision lists it.
// Promise: in declared order; a date is given only where the event and the calendar are known.
import { dayOf, formatDay, formatInstant } from '../calendar.js'
import type { Answered } from '../engine/answered.js'
import type { Json } from '../engine/declaration.js'
import type { Evaluation } from '../engine/evaluate.js'
import { viewOf } from '../engine/facts.js'
import type { Rulings } from '../engine/rulings.js'
import type { DatedTerms, Deadline } from './domain.js'

/** The deadlines that are settled, with their dates. */
export function deadlinesOf(
  rulings: Rulings,
  evaluation: Evaluation<unknown>,
  answers: Readonly<Record<string, Answered<Json>>>,
  terms: DatedTerms,
): Deadline[] {
  const view = viewOf(rulings, evaluation.known)
  return Object.entries(answers).flatMap(([deadline, { status, value, rules }]) => {
    const member = terms.members[deadline]
    if (member === undefined || status !== 'settled' || value === undefined) return []
    const until = terms.instant(value, view)
    const dates = until === undefined ? {} : datesOf(until, terms.endsWithDay(value))
    return [{ deadline, label: member.label, term: terms.shown(value, view), ...dates, rules }]
  })
}

function datesOf(until: number, endsWithDay: boolean): Pick<Deadline, 'lastDay' | 'until'> {
  const moment = { until: formatInstant(until) }
  return endsWithDay ? { lastDay: formatDay(dayOf(until) - 1), ...moment } : moment
}
