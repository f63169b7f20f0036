// Deadlines as a decision lists them: what is due, how the source says it, and the date it comes to.
// Promise: in declared order; a date is given only where the event and the calendar are known.
import { dayOf, formatDay, formatInstant } from '../../calendar.js'
import type { Deadline } from '../../domain/domain.js'
import type { Answered } from '../../engine/answered.js'
import type { FactView, Json } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
import { termInstant, withSetDays } from './deadline.js'
import { endsWithDay, type TermWords } from './term.js'

/** The answers to a question of deadlines, dated. `view` reads what the case says. */
export function datedDeadlines(
  words: TermWords,
  members: Readonly<Record<string, { readonly label: Text }>>,
  view: FactView,
  answers: Readonly<Record<string, Answered<Json>>>,
): Deadline[] {
  const deadlines: Deadline[] = []
  for (const deadline in answers) {
    const member = members[deadline]
    const { status, value, rules } = answers[deadline] as Answered<Json>
    if (member === undefined || status !== 'settled' || value === undefined) continue
    const term = words.termOf(value)
    const until = termInstant(term, view)
    const dates = until === undefined ? {} : datesOf(until, endsWithDay(term))
    deadlines.push({ deadline, label: member.label, term: withSetDays(value, words, view), ...dates, rules })
  }
  return deadlines
}

function datesOf(until: number, wholeDay: boolean): Pick<Deadline, 'lastDay' | 'until'> {
  const moment = { until: formatInstant(until) }
  return wholeDay ? { lastDay: formatDay(dayOf(until) - 1), ...moment } : moment
}
