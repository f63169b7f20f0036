// Days since signing: midnight, leap day, and what remains when an end is known only in part. Counted by hand on the
// calendar; soundness and narrowing are checked against every choice of moments.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseInstant } from '../src/calendar.js'
import { contains, isSubset, NONE, points, type ValueSet } from '../src/engine/value-set.js'
import { arrivalMinute, daysSinceSigning, reachesDay } from '../src/models/deadlines/days.js'

const at = (text: string): number => {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error(`${text} is no instant`)
  return instant
}
const once = (text: string): ValueSet => points([at(text)])
const NEVER: ValueSet = points([NONE])
const ANY_INSTANT: ValueSet = [0, at('2199-12-31 23:59')]
const ANY: ValueSet = [NONE, NONE, ...ANY_INSTANT]

describe('known moments', () => {
  test.each([
    // The last minute of day 7 and the first of day 8.
    ['2026-06-23 18:00', '2026-06-30 23:59', 7],
    ['2026-06-23 18:00', '2026-07-01 00:00', 8],
    // Signed in the last minute of a day, or in the first of the next.
    ['2026-06-23 23:59', '2026-06-24 00:00', 1],
    ['2026-06-24 00:00', '2026-06-24 00:00', 0],
    ['2026-06-23 00:00', '2026-06-23 23:59', 0],
    // Over a leap day and over the same days of a common year; over the turn of the year.
    ['2024-02-28 10:00', '2024-03-01 10:00', 2],
    ['2023-02-28 10:00', '2023-03-01 10:00', 1],
    ['2025-12-31 23:59', '2026-01-01 00:00', 1],
    // Applied for before the parcel was signed for.
    ['2026-06-23 18:00', '2026-06-20 09:00', 0],
  ])('signed %s, applied %s: %d', (signed, applied, days) => {
    expect(daysSinceSigning(once(signed), once(applied), once('2026-12-31 12:00'))).toEqual([days, days])
  })

  test('the application counts, not the time of the decision', () => {
    const signed = once('2026-06-23 18:00')
    expect(daysSinceSigning(signed, once('2026-06-26 10:00'), once('2026-07-20 10:00'))).toEqual([3, 3])
    expect(daysSinceSigning(signed, NEVER, once('2026-07-20 10:00'))).toEqual([27, 27])
  })

  test('without a signing there are no days', () => {
    expect(daysSinceSigning(NEVER, once('2026-06-26 10:00'), once('2026-07-20 10:00'))).toEqual([NONE, NONE])
    expect(daysSinceSigning(NEVER, ANY, ANY_INSTANT)).toEqual([NONE, NONE])
  })
})

describe('moments known in part', () => {
  const signed = once('2026-06-23 18:00')
  const now = once('2026-06-28 10:00')

  test('an application not spoken of lies between the signing and now, or has not come', () => {
    expect(daysSinceSigning(signed, ANY, now)).toEqual([0, 5])
  })

  test('a parcel perhaps not signed for may have no days', () => {
    expect(daysSinceSigning([NONE, NONE, ...signed], NEVER, now)).toEqual([NONE, NONE, 5, 5])
  })

  test('no application and a clock that is only known from below', () => {
    expect(daysSinceSigning(signed, NEVER, [at('2026-06-28 10:00'), at('2026-07-02 00:00')])).toEqual([5, 9])
  })

  test('applied on one of two days, or not at all', () => {
    const applied = points([NONE, at('2026-06-24 10:00'), at('2026-06-26 10:00')])
    expect(daysSinceSigning(signed, applied, now)).toEqual([1, 1, 3, 3, 5, 5])
  })

  test('signed within a range that crosses midnight', () => {
    const range: ValueSet = [at('2026-06-22 20:00'), at('2026-06-23 08:00')]
    expect(daysSinceSigning(range, once('2026-06-30 23:59'), now)).toEqual([7, 8])
  })

  test('an application after now is capped only where an earlier one is possible', () => {
    expect(daysSinceSigning(signed, [at('2026-06-24 10:00'), at('2026-07-30 10:00')], now)).toEqual([1, 5])
    expect(daysSinceSigning(signed, [at('2026-07-01 10:00'), at('2026-07-02 10:00')], now)).toEqual([8, 9])
  })

  test('nothing known', () => {
    // 1970-01-01 to 2199-12-31: 230 years of 365 days, 56 leap days (1972 … 2196 every fourth year, without 2100).
    expect(daysSinceSigning(ANY, ANY, ANY_INSTANT)).toEqual([NONE, NONE, 0, 230 * 365 + 56 - 1])
  })
})

describe('for any sets', () => {
  const HOUR = 3_600_000
  const start = at('2026-06-20 00:00')
  const moment = fc.integer({ min: 0, max: 24 * 12 }).map((hours) => start + hours * HOUR)
  const moments = fc.uniqueArray(moment, { minLength: 1, maxLength: 4 })
  const perhaps = fc.tuple(moments, fc.boolean()).map(([known, none]) => (none ? [NONE, ...known] : known))

  test('every choice of moments is covered', () => {
    fc.assert(
      fc.property(perhaps, perhaps, moments, (signed, applied, now) => {
        const days = daysSinceSigning(points(signed), points(applied), points(now))
        for (const s of signed) {
          for (const a of applied) {
            for (const n of now) {
              if (a > n) continue
              const [lone] = daysSinceSigning(points([s]), points([a]), points([n]))
              expect(contains(days, lone as number)).toBe(true)
            }
          }
        }
      }),
    )
  })

  test('knowing more only narrows', () => {
    fc.assert(
      fc.property(perhaps, perhaps, moments, fc.nat(), (signed, applied, now, pick) => {
        const some = (values: readonly number[]) => points(values.filter((_, i) => i <= pick % values.length))
        fc.pre(applied.every((a) => a <= Math.min(...now)))
        const wide = daysSinceSigning(points(signed), points(applied), points(now))
        const narrow = daysSinceSigning(some(signed), some(applied), some(now))
        expect(isSubset(narrow, wide)).toBe(true)
      }),
    )
  })
})

describe('when time alone moves the count', () => {
  const signed = once('2026-06-23 18:00')

  const moments = (cut: number, signedAt: ValueSet, appliedAt: ValueSet) => [
    ...new Set(reachesDay(cut, signedAt, appliedAt)),
  ]

  test('day 8 begins at the midnight after day 7', () => {
    expect(moments(8, signed, NEVER)).toEqual([at('2026-07-01 00:00')])
    expect(moments(1, signed, NEVER)).toEqual([at('2026-06-24 00:00')])
  })

  test('where nobody knows of an application, time may still move it', () => {
    expect(moments(8, signed, ANY)).toEqual([at('2026-07-01 00:00')])
  })

  test('of several signings, each has its own midnight', () => {
    const signings = points([at('2026-06-23 18:00'), at('2026-06-24 18:00')])
    expect(moments(8, signings, NEVER)).toEqual([at('2026-07-01 00:00'), at('2026-07-02 00:00')])
  })

  test('not once it is applied for, not before it is signed, not for day 0', () => {
    expect(reachesDay(8, signed, once('2026-06-26 10:00'))).toEqual([])
    expect(reachesDay(8, NEVER, NEVER)).toEqual([])
    expect(reachesDay(0, signed, NEVER)).toEqual([])
  })
})

describe('the minute of the day', () => {
  test('counts from midnight in Beijing, seconds left aside', () => {
    expect(arrivalMinute(once('2026-06-23 00:00'))).toEqual([0, 0])
    expect(arrivalMinute(once('2026-06-23 16:00'))).toEqual([960, 960])
    expect(arrivalMinute(once('2026-06-23 16:00:59'))).toEqual([960, 960])
    expect(arrivalMinute(once('2026-06-23 16:01'))).toEqual([961, 961])
    expect(arrivalMinute(once('2026-06-23 23:59'))).toEqual([1439, 1439])
  })

  test('none where nothing arrived, and open where nobody knows when', () => {
    expect(arrivalMinute(NEVER)).toEqual(NEVER)
    expect(arrivalMinute(ANY)).toEqual([NONE, NONE, 0, 1439])
    expect(arrivalMinute(points([at('2026-06-23 18:00'), at('2026-06-24 18:00')]))).toEqual([0, 1439])
  })
})
