// A deadline as rules write it, and its reading.
// Promise: what can be read is exactly what the check accepts; counts stay within their limits.

import type { Json } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
import { isRecord, termReader } from './checked-term.js'
import { facts } from './facts.js'
import { ROLL_OVERS, type RollOver } from './roll-over.js'
import { settings } from './settings.js'

type Facts = typeof facts

/** A fact that says when something happened. */
export type InstantFact = { [F in keyof Facts]: Facts[F] extends { kind: 'instant' } ? F : never }[keyof Facts]

/** A setting that says a number of days. */
type DaysSetting = {
  [S in keyof typeof settings]: (typeof settings)[S] extends { kind: 'integer' } ? S : never
}[keyof typeof settings]

/** A number of days the shop sets: it is known once the setting has a value. */
export type DaysSet = { readonly days: { readonly fact: DaysSetting } }

/**
 * A deadline as rules write it, counted from an event: 0 to 60 days or as many as a setting says, 1 to 60 working days,
 * 1 to 720 hours, 1 to 1,440 minutes, or the next time it is `HH:mm`. Days end with the last one in full; the others end
 * on the minute. With `rollOver` a last day that is a statutory holiday (`weekend`: any day of rest) moves on to the first
 * that is none.
 */
export type DeadlineTerm = { readonly after: InstantFact } & (DaysSet | NumberedTerm)

export type NumberedTerm =
  | { readonly workingDays: number }
  | { readonly days: number; readonly rollOver?: RollOver }
  | { readonly hours: number }
  | { readonly minutes: number }
  | { readonly next: string }

/** The least and the most of each count a term may have. */
export const TERM_COUNTS = { days: [0, 60], workingDays: [1, 60], hours: [1, 720], minutes: [1, 1440] } as const
export type Counted = keyof typeof TERM_COUNTS

export const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

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
        zh: `期限应写成 ${counts('zh')}（天数可加 "rollOver": ${ROLL_OVERS.map((one) => `"${one}"`).join(' 或 ')}）或 {"next": "15:00", "after": 时间}；时间为 ${instantFacts.join('、')} 之一；天数也可以写成设置：{"fact": "${daysSettings.join('"}、{"fact": "')}"}`,
        en: `a deadline is ${counts('en')} (days may say "rollOver": ${ROLL_OVERS.map((one) => `"${one}"`).join(' or ')}) or {"next": "15:00", "after": event}, with event one of ${instantFacts.join(', ')}; days may name a setting: {"fact": "${daysSettings.join('"} or {"fact": "')}"}`,
      }
    : undefined
}

/** Whether a term ends with a day rather than on a minute. */
export function endsWithDay(term: Json): boolean {
  const read = termOf(term)
  return 'days' in read || 'workingDays' in read
}

export function isSet(term: DeadlineTerm): term is DeadlineTerm & DaysSet {
  return 'days' in term && typeof term.days === 'object'
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
export const termOf: (term: Json) => DeadlineTerm = termReader(readTerm, 'is no deadline')

function readTerm(term: Json): DeadlineTerm | undefined {
  if (!isRecord(term)) return undefined
  const { after, rollOver, ...counted } = term
  const [[kind, value] = [], ...others] = Object.entries(counted)
  if (others.length > 0 || kind === undefined || typeof after !== 'string' || !isInstantFact(after)) return undefined
  if (kind === 'days' && isRecord(value)) return rollOver === undefined ? setDays(value, after) : undefined
  if (rollOver !== undefined && (kind !== 'days' || !isRollOver(rollOver))) return undefined
  if (kind === 'next') return typeof value === 'string' && TIME.test(value) ? { next: value, after } : undefined
  if (!isCounted(kind) || !isCount(value, TERM_COUNTS[kind])) return undefined
  switch (kind) {
    case 'days':
      return rollOver === undefined ? { days: value, after } : { days: value, after, rollOver }
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

function isRollOver(value: Json): value is RollOver {
  return ROLL_OVERS.some((one) => one === value)
}

function isCounted(kind: string): kind is Counted {
  return Object.hasOwn(TERM_COUNTS, kind)
}

function isCount(value: Json | undefined, [least, most]: readonly [number, number]): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}
