// Deadlines as a decision lists them: what is due, how the source says it, and the date it comes to.
// Promise: in declared order; a date is given only where the event and the calendar are known.
import { dayOf, formatDay, formatInstant } from '../../calendar.js'
import type { Answered, RuleReference } from '../../engine/answered.js'
import type { FactView, Json } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
import { termInstant, withSetDays } from './deadline.js'
import { endsWithDay, type TermWords } from './term.js'

export interface Deadline {
  readonly deadline: string
  readonly label: Text
  /** How the source says it: so many days after an event, or a time of day. Days of a setting nobody gave stand by its name. */
  readonly term: Json
  /** The last Beijing day, `YYYY-MM-DD`, once the event and the holidays are known; none where it ends on a minute. */
  readonly lastDay?: string
  /** The first instant after that day, or the minute it ends on. */
  readonly until?: string
  readonly rules: readonly RuleReference[]
}

/** The answers to a question of deadlines, dated. `view` reads what the case says. */
export function datedDeadlines(
  words: TermWords,
  members: Readonly<Record<string, { readonly label: Text }>>,
  view: FactView,
  answers: Readonly<Record<string, Answered<Json>>>,
): Deadline[] {
  return Object.entries(answers).flatMap(([deadline, { status, value, rules }]) => {
    const member = members[deadline]
    if (member === undefined || status !== 'settled' || value === undefined) return []
    const term = words.termOf(value)
    const until = termInstant(term, view)
    const dates = until === undefined ? {} : datesOf(until, endsWithDay(term))
    return [{ deadline, label: member.label, term: withSetDays(value, words, view), ...dates, rules }]
  })
}

function datesOf(until: number, wholeDay: boolean): Pick<Deadline, 'lastDay' | 'until'> {
  const moment = { until: formatInstant(until) }
  return wholeDay ? { lastDay: formatDay(dayOf(until) - 1), ...moment } : moment
}
