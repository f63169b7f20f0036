// When a deadline falls: so many days, working days, months, hours or minutes after an event, or the next time of day.
// Promise: the day after the event is day 1 and the last day is included in full; a working day outside the years whose
// holidays are known is never guessed.

import { addDays, addMonths, atMinute, dayOf, startOfDay } from '../../calendar.js'
import type { FactView, Json, Measured } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
import { greatest, isPoint, least, NONE, type ValueSet } from '../../engine/value-set.js'
import { type RollOver, rolledOver } from './roll-over.js'
import {
  type Counted,
  type DaysSet,
  type DeadlineTerm,
  isSet,
  type NumberedTerm,
  type TermWords,
  TIME,
} from './term.js'
import { addWorkingDays } from './working-days.js'

// Whatever is not known lies between the first and the last instant a case may speak of.
const LAST_INSTANT = 7_258_089_599_999
const MINUTE = 60_000
const ANY_TIME: Measured = { least: 0, most: LAST_INSTANT }

/**
 * The earliest and the latest a deadline can fall, in milliseconds: the first instant after its last day, a midnight in
 * Beijing, or the very minute. Any time at all where the event may not have happened, or where a day to look at has no known holidays.
 */
export function measureTerm(read: DeadlineTerm, view: FactView): Measured {
  const events: ValueSet = view(read.after)
  // What has not happened sets no deadline: every deadline that runs comes before it.
  if (greatest(events) === NONE) return { least: LAST_INSTANT, most: LAST_INSTANT }
  if (least(events) === NONE) return ANY_TIME
  // Both ends or none: a bound that came and went as the event is narrowed down would unsettle what was settled.
  const first = endAfter(numbered(read, view, least), least(events))
  const last = endAfter(numbered(read, view, greatest), greatest(events))
  return first === undefined || last === undefined ? ANY_TIME : { least: first, most: last }
}

/** The first instant after the last day of a term in milliseconds, where it is known exactly. */
export function termInstant(term: DeadlineTerm, view: FactView): number | undefined {
  const { least: first, most: last } = measureTerm(term, view)
  return first === last && first !== LAST_INSTANT ? first : undefined
}

/** A written term with the number of days a setting gives it, where that is known. */
export function withSetDays(term: Json, { termOf }: TermWords, view: FactView): Json {
  const { days } = termOf(term) as Partial<DaysSet>
  const set = days === undefined || typeof days === 'number' ? undefined : view(days.fact)
  return set !== undefined && isPoint(set) ? { ...(term as object), days: least(set) } : term
}

/** A term in words: 同意时间后 2 个工作日内. */
export function termText(term: DeadlineTerm, { facts, settings }: TermWords): Text {
  const { label } = facts[term.after] as { readonly label: Text }
  if (isSet(term)) {
    const { zh, en } = (settings[term.days.fact] as { readonly label: Text }).label
    return { zh: `${label.zh}后「${zh}」内`, en: `within "${en}" of the ${label.en}` }
  }
  return countedFrom(term, { zh: `${label.zh}后`, en: `the ${label.en}` })
}

const UNITS: Readonly<Record<Counted, Text>> = {
  days: { zh: '天', en: 'day' },
  workingDays: { zh: '个工作日', en: 'working day' },
  months: { zh: '个月', en: 'month' },
  hours: { zh: '小时', en: 'hour' },
  minutes: { zh: '分钟', en: 'minute' },
}

const NO_MOVE: Text = { zh: '', en: '' }
const MOVES: Readonly<Record<RollOver, Text>> = {
  statutory: { zh: '（末日遇法定休假日顺延）', en: ' (over statutory holidays)' },
  weekend: { zh: '（末日遇休息日顺延）', en: ' (over holidays and weekends)' },
}

/** A term counted from an event put in the reader's words: `我们收到退货后 2 个工作日内`. */
export function countedFrom(term: DeadlineTerm, event: Text): Text {
  if (isSet(term)) return { zh: `${event.zh}规定的期限内`, en: `within the time set for it after ${event.en}` }
  if ('next' in term)
    return { zh: `${event.zh}的下一个 ${term.next} 前`, en: `by the next ${term.next} after ${event.en}` }
  const [unit, count] = Object.entries(term).find(([key]) => Object.hasOwn(UNITS, key)) as [Counted, number]
  const { zh, en } = UNITS[unit]
  const moves = 'rollOver' in term && term.rollOver !== undefined ? MOVES[term.rollOver] : NO_MOVE
  if (count === 0) return { zh: `${event.zh}当天`, en: `on the day of ${event.en}` }
  return {
    zh: `${event.zh} ${count} ${zh}内${moves.zh}`,
    en: `within ${count} ${en}${count === 1 ? '' : 's'} of ${event.en}${moves.en}`,
  }
}

/** The term with the fewest or the most days it may have. */
function numbered(term: DeadlineTerm, view: FactView, end: (set: ValueSet) => number): NumberedTerm {
  return isSet(term) ? { days: end(view(term.days.fact)) } : (term as NumberedTerm)
}

function endAfter(term: NumberedTerm, event: number): number | undefined {
  const end = endOf(term, event)
  return end === undefined || end > LAST_INSTANT ? undefined : end
}

function endOf(term: NumberedTerm, event: number): number | undefined {
  if ('minutes' in term) return event + term.minutes * MINUTE
  if ('hours' in term) return event + term.hours * 60 * MINUTE
  if ('next' in term) return nextTime(event, term.next)
  const lastDay = lastDayOf(term, dayOf(event))
  return lastDay === undefined ? undefined : startOfDay(addDays(lastDay, 1))
}

function lastDayOf(
  term: Exclude<NumberedTerm, { readonly hours: number } | { readonly minutes: number } | { readonly next: string }>,
  day: number,
): number | undefined {
  if ('workingDays' in term) return addWorkingDays(day, term.workingDays)
  if ('months' in term) return addMonths(day, term.months)
  const last = addDays(day, term.days)
  return term.rollOver === undefined ? last : rolledOver(last, term.rollOver)
}

/** The first time after the event that the clock shows `HH:mm`. */
function nextTime(event: number, time: string): number {
  const [, hour, minute] = TIME.exec(time) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  const today = atMinute(dayOf(event), minutes)
  return today > event ? today : atMinute(addDays(dayOf(event), 1), minutes)
}
