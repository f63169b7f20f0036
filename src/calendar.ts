// Beijing civil time at a fixed +08:00, and the only file that imports date-fns.
// An instant is an integer of milliseconds since 1970-01-01T00:00Z; a civil day is an integer counting Beijing
// calendar days since 1970-01-01. Everything here is pure: no clock, no time zone of the machine, no locale.
// date-fns sees instants shifted by eight hours as UTC dates, so its civil fields are Beijing's.

import { UTCDateMini } from '@date-fns/utc/date/mini'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { getDay } from 'date-fns/getDay'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const BEIJING = 8 * HOUR

// The years a case may speak of, as Beijing civil days: 1970-01-01 up to but not including 2200-01-01.
const FIRST_DAY = 0
const END_DAY = Date.UTC(2200, 0, 1) / DAY

// The first day of each month from a year before that range to a year after it: an offset can carry an instant over the
// turn of the year. Looked up, since every instant of a case and of a decision passes here.
const FIRST_YEAR = 1969
const MONTHS = Int32Array.from({ length: 12 * (2202 - FIRST_YEAR) }, (_, i) => Date.UTC(FIRST_YEAR, i, 1) / DAY)

const DASH = 45

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

function threeDigits(text: string, at: number): number {
  return twoDigits(text, at) * 10 + (twoDigits(text, at + 1) % 10)
}

/** The day number `YYYY-MM-DD` opens the text with, undefined for a date that does not exist. */
function leadingDay(text: string): number | undefined {
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const date = twoDigits(text, 8)
  if (!(year >= FIRST_YEAR && year <= 2200 && month >= 1 && month <= 12 && date >= 1)) return undefined
  const index = (year - FIRST_YEAR) * 12 + month - 1
  const day = (MONTHS[index] as number) + date - 1
  return day < (MONTHS[index + 1] as number) ? day : undefined
}

/** Minutes east of Greenwich of 'Z' or '+08:00' at `at`, undefined beyond the offsets in use on Earth (-12:00 to +14:00). */
function offsetMinutes(text: string, at: number): number | undefined {
  if (text.length === at + 1) return text[at] === 'Z' ? 0 : undefined
  const minute = twoDigits(text, at + 4)
  const minutes = twoDigits(text, at + 1) * 60 + minute
  if (text.length !== at + 6 || text[at + 3] !== ':' || !(minute <= 59)) return undefined
  if (text[at] === '-') return minutes > 0 && minutes <= 720 ? -minutes : undefined
  return text[at] === '+' && minutes <= 840 ? minutes : undefined
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
  const hasSecond = text[16] === ':'
  const second = hasSecond ? twoDigits(text, 17) : 0
  if (!(second <= 59)) return undefined
  const wallSecond = wall + second * 1000
  const after = hasSecond ? 19 : 16
  if (text.length === after) return inRange(wallSecond - BEIJING)
  // A fraction of a second only comes with an offset: so machines write, people do not.
  const hasFraction = hasSecond && text[after] === '.'
  const fraction = hasFraction ? threeDigits(text, after + 1) : 0
  const east = offsetMinutes(text, hasFraction ? after + 4 : after)
  return east === undefined || Number.isNaN(fraction) ? undefined : inRange(wallSecond + fraction - east * MINUTE)
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
  const day = dayOf(instant)
  const second = Math.floor((instant - startOfDay(day)) / 1000)
  const minute = Math.floor(second / 60)
  const text = `${formatDay(day)} ${padded(Math.floor(minute / 60))}:${padded(minute % 60)}`
  return second % 60 === 0 ? text : `${text}:${padded(second % 60)}`
}

/** Reads a civil day written `2026-06-28`. Strict; years 1970–2199; undefined for anything else. */
export function parseDay(text: string): number | undefined {
  const day = text.length === 10 ? leadingDay(text) : undefined
  return day !== undefined && day >= FIRST_DAY && day < END_DAY ? day : undefined
}

/** Writes a civil day as `2026-06-28`. */
export function formatDay(day: number): string {
  const [month, date] = monthAndDate(day)
  return `${FIRST_YEAR + Math.floor(month / 12)}-${padded((month % 12) + 1)}-${padded(date)}`
}

/** The month a day lies in, counted from the first that is looked up, and its date in that month. */
function monthAndDate(day: number): readonly [month: number, date: number] {
  let month = 0
  let after = MONTHS.length
  while (after - month > 1) {
    const middle = (month + after) >> 1
    if ((MONTHS[middle] as number) <= day) month = middle
    else after = middle
  }
  return [month, day - (MONTHS[month] as number) + 1]
}

function padded(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

/** The Beijing civil day an instant falls on; midnight belongs to the day it begins. */
export function dayOf(instant: number): number {
  return Math.floor((instant + BEIJING) / DAY)
}

/** The whole minute of its Beijing day that an instant falls in: 0 to 1439. */
export function minuteOf(instant: number): number {
  return Math.floor((instant - startOfDay(dayOf(instant))) / MINUTE)
}

/** The instant `minutes` after midnight of a civil day. */
export function atMinute(day: number, minutes: number): number {
  return startOfDay(day) + minutes * MINUTE
}

/** The first instant of a civil day: midnight in Beijing. */
export function startOfDay(day: number): number {
  return day * DAY - BEIJING
}

/** The civil day `count` calendar days later (earlier where `count` is negative). */
export function addDays(day: number, count: number): number {
  return day + count
}

/** The same date `count` months later, from 0; the last day of that month where it has no such date. */
export function addMonths(day: number, count: number): number {
  const [month, date] = monthAndDate(day)
  const first = Math.min(month + count, MONTHS.length - 2)
  return Math.min((MONTHS[first] as number) + date, MONTHS[first + 1] as number) - 1
}

/** The least number of months after which the same date (or the end of a shorter month) is no earlier than `to`. */
export function monthsUntil(from: number, to: number): number {
  if (to <= from) return 0
  const months = monthAndDate(to)[0] - monthAndDate(from)[0]
  return addMonths(from, months) >= to ? months : months + 1
}

/** A civil day as remarks write it, month and day without leading zeros: `6-28`. */
export function monthDay(day: number): string {
  const [month, date] = monthAndDate(day)
  return `${(month % 12) + 1}-${date}`
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
