// Deadlines: so many days, working days, hours or minutes after an event, or the next time of day after it.
// Promise: the day after the event is day 1 and the last day is
// included in full; a working day outside the years whose holidays are known is never guessed.

import { addDays, atMinute, dayOf, startOfDay } from '../../calendar.js'
import type { FactView, Json, Measured } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
import { greatest, isPoint, least, NONE, type ValueSet } from '../../engine/value-set.js'
import { facts } from './facts.js'
import { settings } from './settings.js'
import { addWorkingDays } from './working-days.js'

type Facts = typeof facts

/** A fact that says when something happened. */
export type InstantFact = { [F in keyof Facts]: Facts[F] extends { kind: 'instant' } ? F : never }[keyof Facts]

/** A setting that says a number of days. */
type DaysSetting = {
  [S in keyof typeof settings]: (typeof settings)[S] extends { kind: 'integer' } ? S : never
}[keyof typeof settings]

/** A number of days the shop sets: it is known once the setting has a value. */
type DaysSet = { readonly days: { readonly fact: DaysSetting } }

/**
 * A deadline as rules write it, counted from an event: 0 to 60 days or as many as a setting says, 1 to 60 working days,
 * 1 to 720 hours, 1 to 1,440 minutes, or the next time it is `HH:mm`. Days end with the last one in full; the others end
 * on the minute.
 */
export type DeadlineTerm = { readonly after: InstantFact } & (DaysSet | NumberedTerm)

type NumberedTerm =
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly hours: number }
  | { readonly minutes: number }
  | { readonly next: string }

/** The least and the most of each count a term may have. */
export const TERM_COUNTS = { days: [0, 60], workingDays: [1, 60], hours: [1, 720], minutes: [1, 1440] } as const
type Counted = keyof typeof TERM_COUNTS

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

// Whatever is not known lies between the first and the last instant a case may speak of.
const LAST_INSTANT = 7_258_089_599_999
const MINUTE = 60_000
const ANY_TIME: Measured = { least: 0, most: LAST_INSTANT }

/** The deadlines there are, by what is due. */
export const deadlineMembers = {
  'pay-out': { label: { zh: '打款期限', en: 'pay out by' } },
  'return-waybill': { label: { zh: '填单号期限', en: 'enter the return waybill by' } },
  'cancel-shipment': { label: { zh: '撤单期限', en: 'cancel the shipment by' } },
  'first-reply': { label: { zh: '首次回复期限', en: 'first reply by' } },
  'resolve-logistics': { label: { zh: '物流解决期限', en: 'resolve the logistics problem by' } },
  'night-shift': { label: { zh: '晚班交接办结期限', en: 'finish what the night shift handed over by' } },
  'send-to-after-sale': { label: { zh: '退件交售后期限', en: 'send the return to after-sale by' } },
} as const satisfies Readonly<Record<string, { readonly label: Text }>>

/** `{"days": 数, "after": 时间}（0 到 60 的整数）` and so on, for messages. */
function counts(lang: 'zh' | 'en'): string {
  const each = Object.entries(TERM_COUNTS).map(([unit, [least, most]]) =>
    lang === 'zh'
      ? `{"${unit}": 数, "after": 时间}（${least} 到 ${most} 的整数）`
      : `{"${unit}": n, "after": event} (n a whole number from ${least} to ${most})`,
  )
  return each.join(lang === 'zh' ? '、' : ', ')
}

/** Says what is wrong with a written term, or nothing. */
export function checkDeadline(term: Json): Text | undefined {
  return readTerm(term) === undefined
    ? {
        zh: `期限应写成 ${counts('zh')} 或 {"next": "15:00", "after": 时间}；时间为 ${instantFacts.join('、')} 之一；天数也可以写成设置：{"fact": "${daysSettings.join('"}、{"fact": "')}"}`,
        en: `a deadline is ${counts('en')} or {"next": "15:00", "after": event}, with event one of ${instantFacts.join(', ')}; days may name a setting: {"fact": "${daysSettings.join('"} or {"fact": "')}"}`,
      }
    : undefined
}

/**
 * The earliest and the latest a deadline can fall, in milliseconds: the first instant after its last day, a midnight in
 * Beijing, or the very minute. Any time at all where the event may not have happened, or where a day to look at has no known holidays.
 */
export function measureDeadline(term: Json, view: FactView): Measured {
  const read = termOf(term)
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
export function deadlineInstant(term: Json, view: FactView): number | undefined {
  const { least: first, most: last } = measureDeadline(term, view)
  return first === last && first !== LAST_INSTANT ? first : undefined
}

/** A term with the number of days a setting gives it, where that is known. */
export function termIn(term: Json, view: FactView): Json {
  const { days } = termOf(term) as Partial<DaysSet>
  const set = days === undefined || typeof days === 'number' ? undefined : view(days.fact)
  return set !== undefined && isPoint(set) ? { ...(term as object), days: least(set) } : term
}

/** Whether a term ends with a day rather than on a minute. */
export function endsWithDay(term: Json): boolean {
  const read = termOf(term)
  return 'days' in read || 'workingDays' in read
}

/** A term in words: 同意时间后 2 个工作日内. */
export function deadlineText(term: Json): Text {
  const read = termOf(term)
  const { label } = facts[read.after]
  if (isSet(read)) {
    const { zh, en } = settings[read.days.fact].label
    return { zh: `${label.zh}后「${zh}」内`, en: `within "${en}" of the ${label.en}` }
  }
  return countedFrom(read, { zh: `${label.zh}后`, en: `the ${label.en}` })
}

const UNITS: Readonly<Record<Counted, Text>> = {
  days: { zh: '天', en: 'day' },
  workingDays: { zh: '个工作日', en: 'working day' },
  hours: { zh: '小时', en: 'hour' },
  minutes: { zh: '分钟', en: 'minute' },
}

/** A term counted from an event put in the reader's words: `我们收到退货后 2 个工作日内`. */
export function countedFrom(term: DeadlineTerm, event: Text): Text {
  if (isSet(term)) return { zh: `${event.zh}规定的期限内`, en: `within the time set for it after ${event.en}` }
  if ('next' in term)
    return { zh: `${event.zh}的下一个 ${term.next} 前`, en: `by the next ${term.next} after ${event.en}` }
  const [unit, count] = Object.entries(term).find(([key]) => key !== 'after') as [Counted, number]
  const { zh, en } = UNITS[unit]
  if (count === 0) return { zh: `${event.zh}当天`, en: `on the day of ${event.en}` }
  return { zh: `${event.zh} ${count} ${zh}内`, en: `within ${count} ${en}${count === 1 ? '' : 's'} of ${event.en}` }
}

function isSet(term: DeadlineTerm): term is DeadlineTerm & DaysSet {
  return 'days' in term && typeof term.days === 'object'
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
  const day = dayOf(event)
  const lastDay = 'days' in term ? addDays(day, term.days) : addWorkingDays(day, term.workingDays)
  return lastDay === undefined ? undefined : startOfDay(addDays(lastDay, 1))
}

/** The first time after the event that the clock shows `HH:mm`. */
function nextTime(event: number, time: string): number {
  const [, hour, minute] = TIME.exec(time) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  const today = atMinute(dayOf(event), minutes)
  return today > event ? today : atMinute(addDays(dayOf(event), 1), minutes)
}

const instantFacts = Object.keys(facts).filter(isInstantFact)

/** Settings a term may name. */
export const daysSettings = Object.entries(settings)
  .filter(([, { kind }]) => kind === 'integer')
  .map(([id]) => id)

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
  const { after, ...counted } = term
  const [[kind, value] = [], ...others] = Object.entries(counted)
  if (others.length > 0 || kind === undefined || typeof after !== 'string' || !isInstantFact(after)) return undefined
  if (kind === 'days' && isRecord(value)) return setDays(value, after)
  if (kind === 'next') return typeof value === 'string' && TIME.test(value) ? { next: value, after } : undefined
  if (!isCounted(kind) || !isCount(value, TERM_COUNTS[kind])) return undefined
  switch (kind) {
    case 'days':
      return { days: value, after }
    case 'workingDays':
      return { workingDays: value, after }
    case 'hours':
      return { hours: value, after }
    case 'minutes':
      return { minutes: value, after }
  }
}

function setDays(value: { readonly [key: string]: Json }, after: InstantFact): DeadlineTerm | undefined {
  const { fact, ...others } = value
  const isDays = daysSettings.some((id) => id === fact) && Object.keys(others).length === 0
  return isDays ? { days: { fact: fact as DaysSetting }, after } : undefined
}

function isCounted(kind: string): kind is Counted {
  return Object.hasOwn(TERM_COUNTS, kind)
}

function isRecord(term: Json | undefined): term is { readonly [key: string]: Json } {
  return typeof term === 'object' && term !== null && !Array.isArray(term)
}

function isCount(value: Json | undefined, [least, most]: readonly [number, number]): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}
