// Working days in mainland China, 2017–2026, from the State Council's yearly papers restated in holidays.json.
// Promises: a day off or a make-up working day counts as the paper says, any other day by its weekday; outside the
// sourced years the answer is unknown, never a guess from the weekday.

import { addDays, parseDay, weekdayOf } from '../../calendar.js'
import holidays from './holidays.json' with { type: 'json' }

/** A day of the shipped data, which has to exist: a misprint there must not turn quietly into a working day. */
function sourcedDay(text: string): number {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`holidays.json: ${text} is no day`)
  return day
}

const arranged = new Map<number, boolean>()
for (const { off, work } of holidays.years) {
  for (const [ranges, working] of [
    [off, false],
    [work, true],
  ] as const) {
    for (const range of ranges) {
      const [from, end] = range.split('/') as [string, string | undefined]
      const to = end === undefined ? from : from.slice(0, -end.length) + end
      for (let day = sourcedDay(from); day <= sourcedDay(to); day = addDays(day, 1)) arranged.set(day, working)
    }
  }
}

const years = holidays.years.map(({ year }) => year)
const FIRST_DAY = sourcedDay(`${Math.min(...years)}-01-01`)
const LAST_DAY = sourcedDay(`${Math.max(...years)}-12-31`)

const FIRST_WEEKDAY = weekdayOf(FIRST_DAY)

/** By day from the first on. Looked up, since periods that roll over walk many days of every case. */
const working = Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, i) => {
  const weekday = (FIRST_WEEKDAY + i) % 7
  return arranged.get(FIRST_DAY + i) ?? (weekday !== 0 && weekday !== 6)
})

/**
 * Whether a Beijing civil day is a working day. Undefined outside 2017–2026. The last days of 2026 follow the papers
 * known so far; a paper for 2027 can still move them, as 2019's moved 2018-12-29.
 * Source: the State Council's holiday papers named in holidays.json.
 */
export function isWorkingDay(day: number): boolean | undefined {
  return working[day - FIRST_DAY]
}

/** Whether a Beijing civil day is one of the days off that a paper names. Undefined outside 2017–2026. */
export function isHoliday(day: number): boolean | undefined {
  return day >= FIRST_DAY && day <= LAST_DAY ? arranged.get(day) === false : undefined
}

/**
 * The `count`-th working day strictly after a Beijing civil day: a Friday plus 1 is the Monday, unless that is a holiday.
 * `count` is a whole number from 1. Undefined as soon as a day it has to look at lies outside 2017–2026, and for any
 * other `count`: there is no such working day.
 */
export function addWorkingDays(day: number, count: number): number | undefined {
  if (!Number.isInteger(count) || count < 1) return undefined
  let left = count
  for (let next = addDays(day, 1); ; next = addDays(next, 1)) {
    const working = isWorkingDay(next)
    if (working === undefined) return undefined
    if (working) left -= 1
    if (left === 0) return next
  }
}
