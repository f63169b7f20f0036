// Beijing civil time: what is read, what is written, and where one day ends and the next begins.
// Expected numbers are counted by hand from 1970-01-01T00:00Z; Beijing midnight is 16:00Z of the day before.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  calendarDaysBetween,
  dayOf,
  formatDay,
  formatInstant,
  monthDay,
  parseDay,
  parseInstant,
  startOfDay,
  weekdayOf,
} from '../src/calendar.js'

const HOUR = 3_600_000
const DAY = 86_400_000

/** An instant the test itself relies on. */
const at = (text: string): number => {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error(`${text} is no instant`)
  return instant
}

/** A day the test itself relies on. */
const on = (text: string): number => {
  const day = parseDay(text)
  if (day === undefined) throw new Error(`${text} is no day`)
  return day
}

// 2199-12-31T16:00Z is the first moment of 2200 in Beijing: 230 years with 56 leap days (1972 … 2196 without 2100).
const END = (230 * 365 + 56) * DAY - 8 * HOUR
const anySecond = fc.integer({ min: -8 * 3600, max: END / 1000 - 1 }).map((second) => second * 1000)
const anyDay = fc.integer({ min: 0, max: 230 * 365 + 55 })

describe('parseInstant', () => {
  test.each([
    ['1970-01-01 00:00', -8 * HOUR],
    ['1970-01-01 08:00', 0],
    ['1970-01-02 00:00:01', 16 * HOUR + 1000],
    ['1970-01-01T08:00', 0],
    ['1970-01-01T08:00:05', 5000],
    ['1970-01-01T00:00Z', 0],
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00:00.007Z', 7],
    ['1970-01-01T08:00:00+08:00', 0],
    ['1970-01-01T08:00:00.250+08:00', 250],
    ['1970-01-01 08:00+08:00', 0],
    ['1969-12-31T16:00Z', -8 * HOUR],
    ['1969-12-31T19:00-05:00', 0],
    ['1970-01-01T05:30+05:30', 0],
    // 54 years with 13 leap days, then 31 days of January and 28 of February.
    ['2024-02-29 08:00', (54 * 365 + 13 + 31 + 28) * DAY],
    ['2199-12-31 23:59:59', END - 1000],
    ['2199-12-31T15:59:59.999Z', END - 1],
  ])('%s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant)
  })

  test.each([
    '',
    '2026-06-26',
    '2026-02-30 10:00',
    '2023-02-29 10:00',
    '2100-02-29 10:00',
    '2026-04-31 10:00',
    '2026-00-10 10:00',
    '2026-13-10 10:00',
    '2026-01-00 10:00',
    '2026-01-32 10:00',
    '2026-06-26 24:00',
    '2026-06-26 24:61',
    '2026-06-26 23:60',
    '2026-06-26 23:59:60',
    '2026-06-26 10:00:',
    '2026-06-26 10:00:0',
    '2026-06-26 10:00:00.5',
    '2026-06-26 10:00:00.500',
    '2026-06-26T10:00:00.50Z',
    '2026-06-26T10:00.500Z',
    '2026-06-26 10:00 ',
    ' 2026-06-26 10:00',
    '2026-06-26 10:00\n',
    '2026-06-26 10:00 trailing',
    '2026-06-26  10:00',
    '2026-06-26t10:00',
    '2026-06-26 10.00',
    '2026/06/26 10:00',
    '2026-6-26 10:00',
    '26-06-26 10:00',
    '2026-06-26 1o:00',
    '２０２６-06-26 10:00',
    '+2026-06-26 10:00',
    '2026-06-26T10:00z',
    '2026-06-26T10:00+8:00',
    '2026-06-26T10:00+0800',
    '2026-06-26T10:00+08',
    '2026-06-26T10:00+08:60',
    '2026-06-26T10:00+14:01',
    '2026-06-26T10:00-12:01',
    '2026-06-26T10:00-00:00',
    '2026-06-26T10:00 +08:00',
    '0070-01-01 10:00',
    '1969-12-31 23:59',
    '1969-12-31T15:59:59.999Z',
    '2200-01-01 00:00',
    '2199-12-31T16:00Z',
    '2199-12-31T23:59-05:00',
  ])('%j is no instant', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })

  test('29 February exists in leap years only, 2000 and 2096 included', () => {
    for (const year of [1972, 2000, 2024, 2096]) expect(parseInstant(`${year}-02-29 00:00`)).toBeDefined()
    for (const year of [1971, 2025, 2026, 2100]) expect(parseInstant(`${year}-02-29 00:00`)).toBeUndefined()
  })

  test('no text makes it throw, and what it reads it can write', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?Z?$/)), (text) => {
        const instant = parseInstant(text)
        if (instant !== undefined) expect(parseInstant(formatInstant(instant))).toBe(instant)
      }),
    )
  })
})

describe('formatInstant', () => {
  test.each([
    [-8 * HOUR, '1970-01-01 00:00'],
    [0, '1970-01-01 08:00'],
    [16 * HOUR - 1000, '1970-01-01 23:59:59'],
    [16 * HOUR, '1970-01-02 00:00'],
    [16 * HOUR + 999, '1970-01-02 00:00'],
    [END - 1000, '2199-12-31 23:59:59'],
  ])('%d', (instant, text) => {
    expect(formatInstant(instant)).toBe(text)
  })

  test('reading back what was written gives the same instant, to the second', () => {
    fc.assert(fc.property(anySecond, (instant) => parseInstant(formatInstant(instant)) === instant))
  })

  test('an instant is the same however it is written', () => {
    fc.assert(
      fc.property(anySecond, (instant) => {
        const beijing = new Date(instant + 8 * HOUR).toISOString().slice(0, 19)
        expect(parseInstant(beijing)).toBe(instant)
        expect(parseInstant(`${beijing}+08:00`)).toBe(instant)
        expect(parseInstant(new Date(instant).toISOString())).toBe(instant)
      }),
    )
  })
})

describe('civil days', () => {
  test.each([
    ['1970-01-01', 0],
    ['1970-02-01', 31],
    ['1971-01-01', 365],
    ['2024-02-29', 54 * 365 + 13 + 31 + 28],
    ['2199-12-31', 230 * 365 + 55],
  ])('%s is day %d', (text, day) => {
    expect(parseDay(text)).toBe(day)
    expect(formatDay(day)).toBe(text)
  })

  test.each(['', '2026-02-30', '2026-6-28', '2026-06-28 ', '2026-06-28 10:00', '1969-12-31', '2200-01-01', '2026-06'])(
    '%j is no day',
    (text) => {
      expect(parseDay(text)).toBeUndefined()
    },
  )

  test('a day begins at midnight in Beijing, not in Greenwich', () => {
    expect(dayOf(at('2026-06-27 23:59:59'))).toBe(on('2026-06-27'))
    expect(dayOf(at('2026-06-28 00:00'))).toBe(on('2026-06-28'))
    expect(dayOf(at('2026-06-27T15:59:59.999Z'))).toBe(on('2026-06-27'))
    expect(dayOf(at('2026-06-27T16:00:00Z'))).toBe(on('2026-06-28'))
    expect(formatInstant(startOfDay(on('2026-06-28')))).toBe('2026-06-28 00:00')
  })

  test('adding days crosses months, leap days and years', () => {
    expect(formatDay(addDays(on('2026-06-30'), 1))).toBe('2026-07-01')
    expect(formatDay(addDays(on('2024-02-28'), 1))).toBe('2024-02-29')
    expect(formatDay(addDays(on('2025-02-28'), 1))).toBe('2025-03-01')
    expect(formatDay(addDays(on('2025-12-31'), 1))).toBe('2026-01-01')
    expect(formatDay(addDays(on('2026-03-01'), -1))).toBe('2026-02-28')
  })

  test('remarks write month and day without leading zeros', () => {
    expect(monthDay(on('2026-06-28'))).toBe('6-28')
    expect(monthDay(on('2026-12-05'))).toBe('12-5')
    expect(monthDay(on('2026-01-01'))).toBe('1-1')
  })

  test('weekdays count from Sunday', () => {
    // 1970-01-01 was a Thursday; 2026-06-28 is a Sunday.
    expect(weekdayOf(0)).toBe(4)
    expect(weekdayOf(on('2026-06-27'))).toBe(6)
    expect(weekdayOf(on('2026-06-28'))).toBe(0)
    fc.assert(fc.property(anyDay, (day) => weekdayOf(day) === (day + 4) % 7))
  })

  test('a day reads back, and begins at its own midnight and not a millisecond sooner', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(formatDay(day))).toBe(day)
        expect(dayOf(startOfDay(day))).toBe(day)
        expect(dayOf(startOfDay(day) - 1)).toBe(day - 1)
        expect(dayOf(startOfDay(day) + DAY - 1)).toBe(day)
      }),
    )
  })
})

describe('calendarDaysBetween', () => {
  test.each([
    ['2026-06-23 18:00', '2026-06-23 23:59', 0],
    ['2026-06-23 23:59:59', '2026-06-24 00:00', 1],
    ['2026-06-23 00:00', '2026-06-30 23:59', 7],
    ['2024-02-28 12:00', '2024-03-01 12:00', 2],
    ['2025-12-31 23:59', '2026-01-01 00:01', 1],
    ['2026-06-24 00:00', '2026-06-23 23:59', -1],
    // 23:30Z and 00:30Z lie on the same Beijing day, 15:30Z and 16:30Z do not.
    ['2026-06-23T23:30Z', '2026-06-24T00:30Z', 0],
    ['2026-06-23T15:30Z', '2026-06-23T16:30Z', 1],
  ])('%s to %s: %d', (from, to, days) => {
    expect(calendarDaysBetween(at(from), at(to))).toBe(days)
  })

  test('agrees with the difference of the civil days', () => {
    fc.assert(
      fc.property(anySecond, anySecond, (from, to) => calendarDaysBetween(from, to) === dayOf(to) - dayOf(from)),
    )
  })

  test.each([
    ['UTC', 0],
    ['America/New_York', 300],
    ['Pacific/Apia', -780],
    ['Asia/Shanghai', -480],
  ])('under TZ=%s nothing changes', (zone, offset) => {
    const before = process.env.TZ
    process.env.TZ = zone
    try {
      expect(new Date('2026-01-01T00:00Z').getTimezoneOffset()).toBe(offset)
      // 13 March 2026 lies in New York's summer time, 1 March does not; Apia skipped 2011-12-30; Shanghai had summer
      // time from 1986-05-04 on, which the fixed +08:00 does not follow.
      expect(formatInstant(at('2026-03-08 02:30'))).toBe('2026-03-08 02:30')
      expect(calendarDaysBetween(at('2026-03-01 00:00'), at('2026-03-13 00:00'))).toBe(12)
      expect(formatDay(addDays(on('2011-12-29'), 1))).toBe('2011-12-30')
      expect(calendarDaysBetween(at('2011-12-29 12:00'), at('2011-12-31 12:00'))).toBe(2)
      expect(at('1986-05-04T00:00+08:00')).toBe(at('1986-05-04 00:00'))
      expect(formatInstant(at('1986-07-01T00:00+08:00'))).toBe('1986-07-01 00:00')
      expect(weekdayOf(on('2026-06-28'))).toBe(0)
      expect(monthDay(on('2026-03-08'))).toBe('3-8')
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })
})
