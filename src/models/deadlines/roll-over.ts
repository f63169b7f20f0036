// Periods whose last day moves on past a holiday: read narrowly (days off the State Council names) or with weekends.
// Promise: a make-up working day is no day of rest; where no paper arranges a day, every ending it could bring remains.

import { type Count, elapsed, reaches } from './days.js'
import { isHoliday, isWorkingDay } from './working-days.js'

/** Which days a period does not end on: statutory holidays alone, or every day of rest. */
export const ROLL_OVERS = ['statutory', 'weekend'] as const
export type RollOver = (typeof ROLL_OVERS)[number]

/** No break is taken to last longer where no paper says; the longest on record has ten days (2020-01-24 to 02-02). */
const LONGEST_BREAK = 15

function isRestDay(day: number, reading: RollOver): boolean | undefined {
  if (reading === 'statutory') return isHoliday(day)
  const working = isWorkingDay(day)
  return working === undefined ? undefined : !working
}

/** The day on which a period ends whose last day is `day`. Undefined where a day to look at lies outside 2017–2026. */
export function rolledOver(day: number, reading: RollOver): number | undefined {
  for (let end = day; ; end += 1) {
    const rest = isRestDay(end, reading)
    if (rest !== true) return rest === undefined ? undefined : end
  }
}

/** The earliest last day of a period that still runs on `day`. `unsure`: whether days without a paper are days of rest. */
function earliestLastDay(day: number, reading: RollOver, unsure: boolean): number {
  let first = day
  while (day - first < LONGEST_BREAK && (isRestDay(first - 1, reading) ?? unsure)) first -= 1
  return first
}

/** The least n such that a period of n days, counted from the day after `start`, still runs on `end`: 0 up to `start`. */
function shortest(start: number, end: number, reading: RollOver, unsure: boolean): number {
  return end <= start ? 0 : Math.max(1, earliestLastDay(end, reading, unsure) - start)
}

function countWith(reading: RollOver): Count {
  return {
    fewest: (start, end) => shortest(start, end, reading, true),
    most: (start, end) => shortest(start, end, reading, false),
    reaches: (start, cut) => [true, false].map((unsure) => firstDayBeyond(start, cut, reading, unsure)),
  }
}

/** The first day on which a period of `cut - 1` days no longer runs. */
function firstDayBeyond(start: number, cut: number, reading: RollOver, unsure: boolean): number {
  let day = start + cut
  while (shortest(start, day, reading, unsure) < cut) day += 1
  return day
}

const counts = { statutory: countWith('statutory'), weekend: countWith('weekend') } as const

/**
 * The least n such that the application lies within n days of the signing, counted from the day after it, where a last day
 * that is a day of rest moves on to the first that is none. So `<= 7` means within seven days under that reading.
 * Source: 民法典 201, 203. Sets as for days since signing.
 */
export function daysWith(reading: RollOver) {
  const count = counts[reading]
  return {
    derive: (...times: Parameters<typeof elapsed> extends [Count, ...infer T] ? T : never) => elapsed(count, ...times),
    reaches: (cut: number, ...times: Parameters<typeof reaches> extends [Count, number, ...infer T] ? T : never) =>
      reaches(count, cut, ...times),
  }
}
