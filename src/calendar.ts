// Beijing civil time at a fixed +08:00, and the only file that imports date-fns.
// An instant is an integer of milliseconds since 1970-01-01T00:00Z; a civil day is an integer counting Beijing
// calendar days since 1970-01-01. Everything here is pure: no clock, no time zone of the machine, no locale.
// date-fns sees instants shifted by eight hours as UTC dates, so its civil fields are Beijing's.

import { UTCDateMini } from '@date-fns/utc/date/mini'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { getDay } from 'date-fns/getDay'
import { lightFormat } from 'date-fns/lightFormat'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const BEIJING = 8 * HOUR

// The years a case may speak of, as Beijing civil days: 1970-01-01 up to but not including 2200-01-01.
const FIRST_DAY = 0
const END_DAY = Date.UTC(2200, 0, 1) / DAY

// What may follow the minute. A fraction of a second only comes with an offset: so machines write, people do not.
const AFTER_MINUTE = /^(?::(\d{2})(?:\.(\d{3})(?=[Z+-]))?)?(Z|[+-]\d{2}:\d{2})?$/

/** The instant or civil day `shifted` (milliseconds of Beijing wall time read as UTC) as date-fns wants it. */
function wallClock(shifted: number): Date {
  return new UTCDateMini(shifted)
}

/** The two digits at `at`, NaN for anything else. Read by character code, since every instant of a case passes here. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** The day number `YYYY-MM-DD` opens the text with, undefined for a date that does not exist. */
function leadingDay(text: string): number | undefined {
  if (text[4] !== '-' || text[7] !== '-') return undefined
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const date = twoDigits(text, 8)
  // One year either side of the range, because an offset can carry an instant over the turn of the year.
  if (!(year >= 1969 && year <= 2200 && month >= 1 && month <= 12 && date >= 1 && date <= 31)) return undefined
  const first = Date.UTC(year, month - 1, 1) / DAY
  return date <= 28 || date <= Date.UTC(year, month, 1) / DAY - first ? first + date - 1 : undefined
}

/** Minutes east of Greenwich of 'Z' or '+08:00', undefined beyond the offsets in use on Earth (-12:00 to +14:00). */
function offsetMinutes(offset: string): number | undefined {
  if (offset === 'Z') return 0
  const minute = Number(offset.slice(4))
  const minutes = Number(offset.slice(1, 3)) * 60 + minute
  if (minute > 59) return undefined
  if (offset.startsWith('-')) return minutes > 0 && minutes <= 720 ? -minutes : undefined
  return minutes <= 840 ? minutes : undefined
}

/**
 * Reads an instant. Without an offset the text is Beijing time: `2026-06-26 10:00` or `2026-06-26 10:00:30`, with a
 * space or a `T`. With `Z` or an offset such as `+08:00` (then also with `.SSS`) it is that offset's time.
 * Strict: a date or time that does not exist, or anything before or after, gives undefined.
 * Range: Beijing years 1970–2199.
 */
export function parseInstant(text: string): number | undefined {
  const day = leadingDay(text)
  if (day === undefined || (text[10] !== ' ' && text[10] !== 'T') || text[13] !== ':') return undefined
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  if (!(hour <= 23 && minute <= 59)) return undefined
  const wall = day * DAY + hour * HOUR + minute * MINUTE
  if (text.length === 16) return inRange(wall - BEIJING)
  const rest = AFTER_MINUTE.exec(text.slice(16))
  if (rest === null) return undefined
  const [, second = '0', millisecond = '0', offset = '+08:00'] = rest
  const east = offsetMinutes(offset)
  if (east === undefined || Number(second) > 59) return undefined
  return inRange(wall + Number(second) * 1000 + Number(millisecond) - east * MINUTE)
}

/** The instant itself if Beijing's calendar shows a year from 1970 to 2199, so that whatever is read can be written. */
function inRange(instant: number): number | undefined {
  const day = dayOf(instant)
  return day >= FIRST_DAY && day < END_DAY ? instant : undefined
}

/**
 * Writes an instant as Beijing time, `2026-06-26 10:00`, with `:ss` only where the seconds are not 0. Milliseconds are
 * not shown. For instants that `parseInstant` can give.
 */
export function formatInstant(instant: number): string {
  const text = new Date(instant + BEIJING).toISOString()
  return `${text.slice(0, 10)} ${text.slice(11, text.slice(17, 19) === '00' ? 16 : 19)}`
}

/** Reads a civil day written `2026-06-28`. Strict; years 1970–2199; undefined for anything else. */
export function parseDay(text: string): number | undefined {
  const day = text.length === 10 ? leadingDay(text) : undefined
  return day !== undefined && day >= FIRST_DAY && day < END_DAY ? day : undefined
}

/** Writes a civil day as `2026-06-28`. */
export function formatDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** The Beijing civil day an instant falls on; midnight belongs to the day it begins. */
export function dayOf(instant: number): number {
  return Math.floor((instant + BEIJING) / DAY)
}

/** The first instant of a civil day: midnight in Beijing. */
export function startOfDay(day: number): number {
  return day * DAY - BEIJING
}

/** The civil day `count` calendar days later (earlier where `count` is negative). */
export function addDays(day: number, count: number): number {
  return day + count
}

/** A civil day as remarks write it, month and day without leading zeros: `6-28`. */
export function monthDay(day: number): string {
  return lightFormat(wallClock(day * DAY), 'M-d')
}

/** The weekday of a civil day: 0 Sunday … 6 Saturday. */
export function weekdayOf(day: number): number {
  return getDay(wallClock(day * DAY))
}

/**
 * How many Beijing midnights lie between two instants: 0 on the same civil day, negative where `to` is the earlier.
 * Equal to `dayOf(to) - dayOf(from)`, which is the cheaper way where the days are at hand.
 */
export function calendarDaysBetween(from: number, to: number): number {
  return differenceInCalendarDays(wallClock(to + BEIJING), wallClock(from + BEIJING))
}
