// Deadlines: so many days or working days after an event.
// Promise: the day after the event is day 1 and the last day is
// included in full; a working day outside the years whose holidays are known is never guessed.

import { addDays, dayOf, startOfDay } from '../../calendar.js'
import type { FactView, Json, Measured } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
import { greatest, least, NONE, type ValueSet } from '../../engine/value-set.js'
import { facts } from './facts.js'
import { addWorkingDays } from './working-days.js'

type Facts = typeof facts

/** A fact that says when something happened. */
export type InstantFact = { [F in keyof Facts]: Facts[F] extends { kind: 'instant' } ? F : never }[keyof Facts]

/** A deadline as rules write it: 1 to 60 days, or working days, after an event. */
export type DeadlineTerm =
  | { readonly workingDays: number; readonly after: InstantFact }
  | { readonly days: number; readonly after: InstantFact }

const MOST_DAYS = 60

// Whatever is not known lies between the first and the last instant a case may speak of.
const LAST_INSTANT = 7_258_089_599_999
const ANY_TIME: Measured = { least: 0, most: LAST_INSTANT }

/** The deadlines there are, by what is due. */
export const deadlineMembers = {
  'pay-out': { label: { zh: '打款期限', en: 'pay out by' } },
  'return-waybill': { label: { zh: '填单号期限', en: 'enter the return waybill by' } },
} as const satisfies Readonly<Record<string, { readonly label: Text }>>

/** Says what is wrong with a written term, or nothing. */
export function checkDeadline(term: Json): Text | undefined {
  return readTerm(term) === undefined
    ? {
        zh: `期限应写成 {"workingDays": 天数, "after": 时间} 或 {"days": 天数, "after": 时间}，天数为 1 到 ${MOST_DAYS} 的整数，时间为 ${instantFacts.join('、')} 之一`,
        en: `a deadline is {"workingDays": n, "after": event} or {"days": n, "after": event}, with n a whole number from 1 to ${MOST_DAYS} and event one of ${instantFacts.join(', ')}`,
      }
    : undefined
}

/**
 * The earliest and the latest a deadline can fall, in milliseconds: the first instant after its last day, a midnight in
 * Beijing. Any time at all where the event may not have happened, or where a day to look at has no known holidays.
 */
export function measureDeadline(term: Json, view: FactView): Measured {
  const read = termOf(term)
  const events: ValueSet = view(read.after)
  // What has not happened sets no deadline: every deadline that runs comes before it.
  if (greatest(events) === NONE) return { least: LAST_INSTANT, most: LAST_INSTANT }
  if (least(events) === NONE) return ANY_TIME
  // Both ends or none: a bound that came and went as the event is narrowed down would unsettle what was settled.
  const first = endAfter(read, least(events))
  const last = endAfter(read, greatest(events))
  return first === undefined || last === undefined ? ANY_TIME : { least: first, most: last }
}

/** The first instant after the last day of a term in milliseconds, where it is known exactly. */
export function deadlineInstant(term: Json, view: FactView): number | undefined {
  const { least: first, most: last } = measureDeadline(term, view)
  return first === last && first !== LAST_INSTANT ? first : undefined
}

/** A term in words: 同意时间后 2 个工作日内. */
export function deadlineText(term: Json): Text {
  const read = termOf(term)
  const { label } = facts[read.after]
  const [count, zh, en] = 'days' in read ? [read.days, '天', 'day'] : [read.workingDays, '个工作日', 'working day']
  return {
    zh: `${label.zh}后 ${count} ${zh}内`,
    en: `within ${count} ${en}${count === 1 ? '' : 's'} of the ${label.en}`,
  }
}

function endAfter(term: DeadlineTerm, event: number): number | undefined {
  const day = dayOf(event)
  const lastDay = 'days' in term ? addDays(day, term.days) : addWorkingDays(day, term.workingDays)
  if (lastDay === undefined) return undefined
  const end = startOfDay(addDays(lastDay, 1))
  return end > LAST_INSTANT ? undefined : end
}

const instantFacts = Object.keys(facts).filter(isInstantFact)

function isInstantFact(id: string): id is InstantFact {
  return Object.hasOwn(facts, id) && facts[id as keyof Facts].kind === 'instant'
}

/** A term that was checked when its rule was loaded. */
function termOf(term: Json): DeadlineTerm {
  const read = readTerm(term)
  if (read === undefined) throw new RangeError(`${JSON.stringify(term)} is no deadline`)
  return read
}

function readTerm(term: Json): DeadlineTerm | undefined {
  if (!isRecord(term)) return undefined
  const { after, days, workingDays, ...others } = term
  if (Object.keys(others).length > 0 || typeof after !== 'string' || !isInstantFact(after)) return undefined
  if (isCount(days) && workingDays === undefined) return { days, after }
  if (isCount(workingDays) && days === undefined) return { workingDays, after }
  return undefined
}

function isRecord(term: Json): term is { readonly [key: string]: Json } {
  return typeof term === 'object' && term !== null && !Array.isArray(term)
}

function isCount(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_DAYS
}
