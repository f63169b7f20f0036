// Working days against the State Council's papers: ordinary weeks, holidays, make-up days, the turn of the year, and
// the edges of what is sourced. Yearly totals are counted by hand from the papers.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDay, parseDay, weekdayOf } from '../src/calendar.js'
import holidays from '../src/models/deadlines/holidays.json' with { type: 'json' }
import { addWorkingDays, isWorkingDay } from '../src/models/deadlines/working-days.js'

const on = (text: string): number => {
  const day = parseDay(text)
  if (day === undefined) throw new Error(`${text} is no day`)
  return day
}

const FIRST = on('2017-01-01')
const LAST = on('2026-12-31')

describe('isWorkingDay', () => {
  test.each([
    // Monday, Friday, Saturday and Sunday of an ordinary week.
    ['2026-06-22', true],
    ['2026-06-26', true],
    ['2026-06-27', false],
    ['2026-06-28', false],
    // Days off on weekdays, and the days beside them.
    ['2026-09-24', true],
    ['2026-09-25', false],
    ['2026-09-28', true],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    // Make-up working days on a Saturday and a Sunday.
    ['2026-10-10', true],
    ['2026-09-20', true],
    ['2025-10-11', true],
    ['2018-09-29', true],
    ['2018-09-30', true],
    // 2019's paper reaches back into 2018: a Saturday worked for the Monday off.
    ['2018-12-28', true],
    ['2018-12-29', true],
    ['2018-12-30', false],
    ['2018-12-31', false],
    ['2019-01-01', false],
    ['2019-01-02', true],
    // 2023's paper reaches back into 2022; the December of 2019 and of 2023 has no day off of its own.
    ['2022-12-30', true],
    ['2022-12-31', false],
    ['2023-01-02', false],
    ['2023-01-03', true],
    ['2019-12-30', true],
    ['2019-12-31', true],
    ['2023-12-29', true],
    // 2020: the spring holiday was prolonged to 2 February.
    ['2020-01-31', false],
    ['2020-02-03', true],
    // The edges.
    ['2017-01-01', false],
    ['2017-01-03', true],
    ['2026-12-31', true],
  ])('%s: %s', (text, working) => {
    expect(isWorkingDay(on(text))).toBe(working)
  })

  test('outside the sourced years it is unknown', () => {
    for (const text of ['1970-01-01', '2016-12-30', '2016-12-31', '2027-01-01', '2199-12-31']) {
      expect(isWorkingDay(on(text))).toBeUndefined()
    }
    expect(isWorkingDay(Number.NaN)).toBeUndefined()
  })

  // 2024: 262 weekdays − 19 of them off + 8 made up. 2025: 261 − 18 + 5. 2026: 261 − 19 + 6.
  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%d has %d working days', (year, total) => {
    let count = 0
    for (let day = on(`${year}-01-01`); day <= on(`${year}-12-31`); day += 1) if (isWorkingDay(day)) count += 1
    expect(count).toBe(total)
  })
})

describe('addWorkingDays', () => {
  test.each([
    ['2026-06-22', 1, '2026-06-23'],
    ['2026-06-26', 1, '2026-06-29'],
    ['2026-06-27', 1, '2026-06-29'],
    ['2026-06-26', 2, '2026-06-30'],
    // Over National Day 2026: 1–7 October off, Saturday the 10th worked.
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 4, '2026-10-12'],
    // Over the turn of the year: Friday, the worked Saturday, then Wednesday 2 January.
    ['2018-12-28', 1, '2018-12-29'],
    ['2018-12-28', 2, '2019-01-02'],
    ['2022-12-30', 1, '2023-01-03'],
    // From before the sourced years, looking only at days inside them.
    ['2016-12-31', 1, '2017-01-03'],
    ['2026-12-30', 1, '2026-12-31'],
  ])('%s + %d = %s', (from, count, to) => {
    const day = addWorkingDays(on(from), count)
    expect(day === undefined ? undefined : formatDay(day)).toBe(to)
  })

  test.each([
    ['2016-12-30', 1],
    ['2026-12-31', 1],
    ['2026-12-30', 2],
    ['2026-01-01', 400],
    ['2030-01-01', 1],
    ['2026-06-22', 0],
    ['2026-06-22', -1],
    ['2026-06-22', 1.5],
    ['2026-06-22', Number.NaN],
    ['2026-06-22', Number.POSITIVE_INFINITY],
  ])('%s + %d is not known', (from, count) => {
    expect(addWorkingDays(on(from), count)).toBeUndefined()
  })

  test('the day is a working day with exactly that many working days since', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST - 1, max: LAST }), fc.integer({ min: 1, max: 30 }), (from, count) => {
        const to = addWorkingDays(from, count)
        let seen = 0
        for (let day = from + 1; day <= (to ?? LAST); day += 1) if (isWorkingDay(day)) seen += 1
        if (to === undefined) expect(seen).toBeLessThan(count)
        else expect([seen, isWorkingDay(to)]).toEqual([count, true])
      }),
    )
  })
})

/** First and last day of a range: what the end does not write it shares with the beginning. */
function endsOf(range: string): [string, string] {
  const [from = '', end = from] = range.split('/')
  return [from, from.slice(0, from.length - end.length) + end]
}

describe('the sourced data', () => {
  test('covers 2017 to 2026, each year with a paper', () => {
    expect(holidays.years.map(({ year }) => year)).toEqual([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    for (const { papers } of holidays.years) {
      expect(papers.length).toBeGreaterThan(0)
      for (const paper of papers) expect(paper).toMatch(/^https:\/\/www\.gov\.cn\/zhengce\/zhengceku\/\S+\.htm$/)
    }
  })

  test('names no day twice and no range backwards, and keeps to its year or the December before', () => {
    const named: string[] = []
    for (const { year, off, work } of holidays.years) {
      for (const [from, to] of [...off, ...work].map(endsOf)) {
        expect(on(from)).toBeLessThanOrEqual(on(to))
        for (let day = on(from); day <= on(to); day += 1) named.push(formatDay(day))
        expect(on(from)).toBeGreaterThanOrEqual(on(`${year - 1}-12-29`))
        expect(on(to)).toBeLessThanOrEqual(on(`${year}-12-31`))
      }
    }
    expect(new Set(named).size).toBe(named.length)
  })

  test('make-up working days are weekend days, save the first Monday after the prolonged holiday of 2020', () => {
    const onWeekdays = holidays.years.flatMap(({ work }) =>
      work.flatMap((range) => endsOf(range).filter((day) => weekdayOf(on(day)) !== 0 && weekdayOf(on(day)) !== 6)),
    )
    expect([...new Set(onWeekdays)]).toEqual(['2020-02-03'])
  })
})
