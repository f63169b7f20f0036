// A deadline as rules write it, and its reading, over the events and settings of one model.
// Promise: what can be read is exactly what the check accepts; counts stay within their limits.

import type { FactDeclaration, Json, SettingDeclaration } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
import { isRecord, termReader } from './checked-term.js'
import { ROLL_OVERS, type RollOver } from './roll-over.js'

/** A number of days the shop sets: it is known once the setting has a value. */
export type DaysSet = { readonly days: { readonly fact: string } }

/**
 * A deadline as rules write it, counted from an event: 0 to 60 days or as many as a setting says, 1 to 60 working days,
 * 1 to 720 hours, 1 to 1,440 minutes, or the next time it is `HH:mm`. Days and months end with the last day in full; the
 * others end on the minute. With `rollOver` a last day that is a statutory holiday (`weekend`: every day of rest) moves on to
 * the first that is none.
 */
export type DeadlineTerm<E extends string = string> = { readonly after: E } & (DaysSet | NumberedTerm)

export type NumberedTerm =
  | { readonly workingDays: number }
  | { readonly days: number; readonly rollOver?: RollOver }
  | { readonly months: number }
  | { readonly hours: number }
  | { readonly minutes: number }
  | { readonly next: string }

/** The least and the most of each count a term may have. */
const TERM_COUNTS = { days: [0, 60], workingDays: [1, 60], hours: [1, 720], minutes: [1, 1440] } as const
/** The same for models whose rules count months as well: to the same date, or the end of a shorter month. */
export const TERM_COUNTS_WITH_MONTHS = { ...TERM_COUNTS, months: [1, 24] } as const
export type Counted = keyof typeof TERM_COUNTS_WITH_MONTHS

type Counts = Readonly<Partial<Record<Counted, readonly [number, number]>>>

export const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

/** What the deadlines of a model are counted from, and with. */
export interface TermWords<E extends string = string> {
  readonly facts: Readonly<Record<string, FactDeclaration>>
  readonly settings: Readonly<Record<string, SettingDeclaration>>
  /** Facts that say when something happened. */
  readonly events: readonly E[]
  /** Settings a term may name. */
  readonly daysSettings: readonly string[]
  readonly counts: Counts
  /** Says what is wrong with a written term, or nothing. */
  readonly check: (term: Json) => Text | undefined
  /** A term that was checked when its rule was loaded. */
  readonly termOf: (term: Json) => DeadlineTerm<E>
}

/** Facts of a declaration that say when something happened. */
type InstantOf<F> = { [K in keyof F & string]: F[K] extends { kind: 'instant' } ? K : never }[keyof F & string]

/** The deadlines that rules of a model may write, over its facts and settings. */
export function termWords<const F extends Readonly<Record<string, FactDeclaration>>>(
  facts: F,
  settings: Readonly<Record<string, SettingDeclaration>>,
  counts: Counts = TERM_COUNTS,
): TermWords<InstantOf<F>> {
  const events = Object.keys(facts).filter((id): id is InstantOf<F> => facts[id]?.kind === 'instant')
  const daysSettings = Object.entries(settings)
    .filter(([, { kind }]) => kind === 'integer')
    .map(([id]) => id)
  const read = (term: Json) => readTerm(term, events, daysSettings, counts)
  const expected = expectedTerm(events, daysSettings, counts)
  return {
    facts,
    settings,
    events,
    daysSettings,
    counts,
    check: (term) => (read(term) === undefined ? expected : undefined),
    termOf: termReader(read, 'is no deadline'),
  }
}

function expectedTerm(events: readonly string[], daysSettings: readonly string[], counts: Counts): Text {
  const rollOvers = (or: string) => ROLL_OVERS.map((one) => `"${one}"`).join(or)
  const named = (join: string) => `{"fact": "${daysSettings.join(`"}${join}{"fact": "`)}"}`
  const none = daysSettings.length === 0
  return {
    zh: `期限应写成 ${countsText(counts, 'zh')}（天数可加 "rollOver": ${rollOvers(' 或 ')}）或 {"next": "15:00", "after": 时间}；时间为 ${events.join('、')} 之一${none ? '' : `；天数也可以写成设置：${named('、')}`}`,
    en: `a deadline is ${countsText(counts, 'en')} (days may say "rollOver": ${rollOvers(' or ')}) or {"next": "15:00", "after": event}, with event one of ${events.join(', ')}${none ? '' : `; days may name a setting: ${named(' or ')}`}`,
  }
}

/** `{"days": 数, "after": 时间}（0 到 60 的整数）` and so on, for messages. */
function countsText(counts: Counts, lang: 'zh' | 'en'): string {
  const each = Object.entries(counts).map(([unit, [least, most]]) =>
    lang === 'zh'
      ? `{"${unit}": 数, "after": 时间}（${least} 到 ${most} 的整数）`
      : `{"${unit}": n, "after": event} (n a whole number from ${least} to ${most})`,
  )
  return each.join(lang === 'zh' ? '、' : ', ')
}

/** Whether a term ends with a day rather than on a minute. */
export function endsWithDay(term: DeadlineTerm): boolean {
  return 'days' in term || 'workingDays' in term || 'months' in term
}

export function isSet(term: DeadlineTerm): term is DeadlineTerm & DaysSet {
  return 'days' in term && typeof term.days === 'object'
}

function readTerm<E extends string>(
  term: Json,
  events: readonly E[],
  daysSettings: readonly string[],
  counts: Counts,
): DeadlineTerm<E> | undefined {
  if (!isRecord(term)) return undefined
  const { after: written, rollOver, ...counted } = term
  const [[kind, value] = [], ...others] = Object.entries(counted)
  const after = events.find((event) => event === written)
  if (others.length > 0 || kind === undefined || after === undefined) return undefined
  if (kind === 'days' && isRecord(value)) {
    const days = rollOver === undefined ? setDays(value, daysSettings) : undefined
    return days === undefined ? undefined : { ...days, after }
  }
  if (rollOver !== undefined && (kind !== 'days' || !isRollOver(rollOver))) return undefined
  if (kind === 'next') return typeof value === 'string' && TIME.test(value) ? { next: value, after } : undefined
  if (!isCounted(kind, counts) || !isCount(value, counts[kind])) return undefined
  switch (kind) {
    case 'days':
      return rollOver === undefined ? { days: value, after } : { days: value, after, rollOver }
    case 'workingDays':
      return { workingDays: value, after }
    case 'months':
      return { months: value, after }
    case 'hours':
      return { hours: value, after }
    case 'minutes':
      return { minutes: value, after }
  }
}

function setDays(value: { readonly [key: string]: Json }, daysSettings: readonly string[]): DaysSet | undefined {
  const { fact, ...others } = value
  const known = daysSettings.find((id) => id === fact)
  return known === undefined || Object.keys(others).length > 0 ? undefined : { days: { fact: known } }
}

function isRollOver(value: Json): value is RollOver {
  return ROLL_OVERS.some((one) => one === value)
}

function isCounted(kind: string, counts: Counts): kind is Counted {
  return Object.hasOwn(counts, kind)
}

function isCount(value: Json | undefined, limits: readonly [number, number] | undefined): value is number {
  if (limits === undefined) return false
  return typeof value === 'number' && Number.isInteger(value) && value >= limits[0] && value <= limits[1]
}
