// Periods that move past days of rest, months, guarantee days and late hours: the dates worked out by hand from the State
// Council's papers and the calendar; soundness and turning points are checked against every moment nearby.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, dayOf, formatDay, monthsUntil, parseDay, parseInstant, startOfDay } from '../src/calendar.js'
import { contains, NONE, point, points, type ValueSet } from '../src/engine/value-set.js'
import {
  monthsSinceSigning,
  reachesMonth,
  reachesWarrantyDay,
  warrantyDays,
} from '../src/models/after-sale/warranty.js'
import { hoursLate, reachesHoursLate } from '../src/models/deadlines/lateness.js'
import { daysWith, ROLL_OVERS, type RollOver, rolledOver } from '../src/models/deadlines/roll-over.js'

const at = (text: string): number => {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error(`${text} is no instant`)
  return instant
}
const day = (text: string): number => {
  const found = parseDay(text)
  if (found === undefined) throw new Error(`${text} is no day`)
  return found
}
const once = (text: string): ValueSet => point(at(text))
const NEVER: ValueSet = points([NONE])
const LATER = once('2030-01-01 12:00')
const count = (reading: RollOver, signed: string, applied: string) =>
  daysWith(reading).derive(once(signed), once(applied), LATER)

describe('the day a period ends', () => {
  test.each([
    // Sunday 8 March is a day of rest, but no statutory holiday.
    ['2026-03-08', '2026-03-08', '2026-03-09'],
    // 4 May lies in the Labour Day break of 1 to 5 May.
    ['2026-05-04', '2026-05-06', '2026-05-06'],
    // 21 February lies in the Spring Festival break of 15 to 23 February.
    ['2026-02-21', '2026-02-24', '2026-02-24'],
    // Saturday 9 May makes up for the break: a working day.
    ['2026-05-09', '2026-05-09', '2026-05-09'],
    // 1 October opens a break of seven days; 8 October is a Thursday.
    ['2026-10-01', '2026-10-08', '2026-10-08'],
    // Sunday 15 March to Monday; Saturday 14 March over the Sunday to Monday.
    ['2026-03-14', '2026-03-14', '2026-03-16'],
  ])('%s: %s over statutory holidays, %s over weekends too', (last, statutory, weekend) => {
    expect(formatDay(rolledOver(day(last), 'statutory') as number)).toBe(statutory)
    expect(formatDay(rolledOver(day(last), 'weekend') as number)).toBe(weekend)
  })

  test('nobody can say it where no paper arranges a day', () => {
    for (const reading of ROLL_OVERS) {
      expect(rolledOver(day('2027-01-01'), reading)).toBeUndefined()
      expect(rolledOver(day('2016-12-31'), reading)).toBeUndefined()
    }
    expect(formatDay(rolledOver(day('2026-12-31'), 'weekend') as number)).toBe('2026-12-31')
  })
})

describe('the shortest period that still runs', () => {
  test.each([
    // Signed 1 March: day 7 is Sunday 8 March, 9 March is one day late unless weekends count.
    ['2026-03-01 23:59', '2026-03-08 23:59', 7, 6],
    ['2026-03-01 23:59', '2026-03-09 00:00', 8, 6],
    ['2026-03-01 23:59', '2026-03-10 00:00', 9, 9],
    // Signed 27 April: day 7 is 4 May, so 6 May is in time and 7 May is not.
    ['2026-04-27 10:00', '2026-05-06 23:59', 4, 4],
    ['2026-04-27 10:00', '2026-05-07 00:00', 10, 10],
    // Signed 14 February: day 7 is 21 February, so 24 February is in time and the 25th is not.
    ['2026-02-14 10:00', '2026-02-24 23:59', 1, 1],
    ['2026-02-14 10:00', '2026-02-25 00:00', 11, 11],
    // Signed 2 May: day 7 is Saturday 9 May, a working day; Sunday 10 May is late under both readings.
    ['2026-05-02 10:00', '2026-05-09 23:59', 7, 7],
    ['2026-05-02 10:00', '2026-05-10 00:00', 8, 8],
    // On the day of signing, and on the next though the day between is one of rest.
    ['2026-05-03 10:00', '2026-05-03 23:59', 0, 0],
    ['2026-05-03 10:00', '2026-05-04 00:00', 1, 1],
    // Over a leap day.
    ['2024-02-28 10:00', '2024-03-06 23:59', 7, 7],
  ])(
    'signed %s, applied %s: %d over statutory holidays, %d over weekends too',
    (signed, applied, statutory, weekend) => {
      expect(count('statutory', signed, applied)).toEqual([statutory, statutory])
      expect(count('weekend', signed, applied)).toEqual([weekend, weekend])
    },
  )

  test('outside the papers every ending a holiday could bring remains', () => {
    expect(count('statutory', '2027-03-01 10:00', '2027-03-09 10:00')).toEqual([1, 8])
    expect(count('weekend', '2027-03-01 10:00', '2027-03-31 10:00')).toEqual([15, 30])
    // Only the first days of January may be days off: 31 December 2026 is a working day.
    expect(count('weekend', '2026-12-28 10:00', '2027-01-05 10:00')).toEqual([4, 8])
  })

  test('is what trying every length says', () => {
    const first = day('2018-01-01')
    const span = day('2026-11-01') - first
    fc.assert(
      fc.property(fc.constantFrom(...ROLL_OVERS), fc.nat(span), fc.nat(30), (reading, offset, passed) => {
        const start = first + offset
        const end = start + passed
        let length = passed === 0 ? 0 : 1
        while (passed > 0 && (rolledOver(start + length, reading) as number) < end) length += 1
        const found = daysWith(reading).derive(point(startOfDay(start)), point(startOfDay(end)), LATER)
        expect(found).toEqual([length, length])
      }),
      { numRuns: 1000 },
    )
  })

  test('learning more only narrows it, and time turns it where it says', () => {
    const moments = fc
      .integer({ min: day('2026-01-20'), max: day('2027-02-10') })
      .map((one) => startOfDay(one) + 3_600_000)
    const two = fc.tuple(moments, moments).map((pair) => pair.sort((a, b) => a - b) as [number, number])
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLL_OVERS),
        two,
        two,
        fc.integer({ min: 1, max: 20 }),
        (reading, signed, ended, cut) => {
          const { derive, reaches } = daysWith(reading)
          const wide = derive(signed, NEVER, ended)
          for (const start of signed)
            for (const end of ended) {
              const [least, most] = derive(point(start), NEVER, point(end)) as [number, number]
              expect(contains(wide, least) && contains(wide, most)).toBe(true)
            }
          // From one midnight to the next, the count passes a cut only at a moment that was named.
          const start = point(signed[0])
          for (let one = dayOf(signed[0]); one < dayOf(signed[0]) + 40; one += 1) {
            const ends = (at: number) => derive(start, NEVER, point(startOfDay(at))).map((days) => days >= cut)
            if (String(ends(one)) !== String(ends(one + 1)))
              expect(reaches(cut, start, NEVER)).toContain(startOfDay(one + 1))
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('months', () => {
  test.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 6, '2024-08-29'],
    ['2025-12-15', 6, '2026-06-15'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-03-31', 0, '2026-03-31'],
  ])('%s and %d months: %s', (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to)
    expect(monthsUntil(day(from), day(to))).toBe(months)
    expect(monthsUntil(day(from), day(to) + 1)).toBe(months + 1)
  })

  test('six months to the last minute of the same date', () => {
    const since = (signed: string, applied: string) => monthsSinceSigning(once(signed), once(applied), LATER)
    expect(since('2025-12-15 10:00', '2026-06-15 23:59')).toEqual([6, 6])
    expect(since('2025-12-15 10:00', '2026-06-16 00:00')).toEqual([7, 7])
    expect(since('2025-12-15 10:00', '2025-12-15 23:59')).toEqual([0, 0])
    expect(new Set(reachesMonth(7, once('2025-12-15 10:00'), NEVER))).toEqual(new Set([at('2026-06-16 00:00')]))
  })
})

describe('guarantee days', () => {
  const NONE_TAKEN = point(0)
  const used = (replaced: ValueSet, installed: ValueSet, repair: ValueSet = NONE_TAKEN) =>
    warrantyDays(replaced, installed, once('2026-06-01 10:00'), once('2026-06-16 10:00'), LATER, repair)

  test('from the signing, the installation or the replacement, whichever came last', () => {
    expect(used(NEVER, NEVER)).toEqual([15, 15])
    expect(used(NEVER, once('2026-06-05 10:00'))).toEqual([11, 11])
    expect(used(once('2026-06-10 10:00'), once('2026-06-05 10:00'))).toEqual([6, 6])
  })

  test('days of repair do not count, and nothing is below 0', () => {
    expect(used(NEVER, NEVER, point(3))).toEqual([12, 12])
    expect(used(NEVER, NEVER, point(99))).toEqual([0, 0])
    expect(used(NEVER, NEVER, [0, 3])).toEqual([12, 15])
    expect(used([NONE, NONE, ...once('2026-06-10 10:00')], NEVER)).toEqual([6, 15])
    expect(reachesWarrantyDay(8, NEVER, NEVER, once('2026-06-01 10:00'), NEVER, LATER, point(2))).toContain(
      at('2026-06-11 00:00'),
    )
  })

  test('nothing received, nothing used', () => {
    expect(warrantyDays(NEVER, NEVER, NEVER, NEVER, LATER, NONE_TAKEN)).toEqual([NONE, NONE])
  })
})

describe('late hours', () => {
  const late = (shipped: ValueSet, asOf = LATER, applied: ValueSet = NEVER) =>
    hoursLate(once('2026-06-01 10:00'), point(48), shipped, applied, asOf)

  test('on time to the very moment; a begun hour counts', () => {
    expect(late(once('2026-06-03 10:00'))).toEqual([0, 0])
    expect(late(once('2026-06-03 10:01'))).toEqual([1, 1])
    expect(late(once('2026-06-03 11:00'))).toEqual([1, 1])
    expect(late(once('2026-06-06 10:00'))).toEqual([72, 72])
    expect(late(once('2026-06-06 10:00:01'))).toEqual([73, 73])
  })

  test('while nothing is shipped, time runs', () => {
    expect(late(NEVER, once('2026-06-03 12:30'))).toEqual([3, 3])
    expect(hoursLate(NEVER, point(48), NEVER, NEVER, LATER)).toEqual([NONE, NONE])
    const turns = reachesHoursLate(1, once('2026-06-01 10:00'), point(48), NEVER, NEVER)
    expect(new Set(turns)).toEqual(new Set([at('2026-06-03 10:00') + 1]))
    const shipped = once('2026-06-03 10:00')
    expect(reachesHoursLate(1, once('2026-06-01 10:00'), point(48), shipped, NEVER)).toEqual([])
  })

  test('once a refund is applied for, nothing gets later: shipping would need consent', () => {
    const applied = once('2026-06-03 12:00')
    expect(late(NEVER, LATER, applied)).toEqual([2, 2])
    expect(late(once('2026-06-09 10:00'), LATER, applied)).toEqual([2, 2])
    expect(late(once('2026-06-03 11:00'), LATER, applied)).toEqual([1, 1])
    expect(late(NEVER, LATER, once('2026-06-01 11:00'))).toEqual([0, 0])
    // Not known whether it was applied for: up to then, or up to now.
    expect(late(NEVER, once('2026-06-03 15:00'), [NONE, NONE, ...applied])).toEqual([2, 2, 5, 5])
    expect(reachesHoursLate(1, once('2026-06-01 10:00'), point(48), NEVER, applied)).toEqual([])
  })
})
