// Deadlines against the calendar and the State Council's papers: midnight, holidays, make-up days, the end of the
// sourced years. The days are counted by hand; a deadline is the midnight after its last day.
import { describe, expect, test } from 'vitest'
import { parseInstant } from '../src/calendar.js'
import type { FactView, Json } from '../src/engine/declaration.js'
import { NONE, point, type ValueSet } from '../src/engine/value-set.js'
import { deadlineInstant, deadlineText, measureDeadline } from '../src/models/after-sale/deadline.js'
import { checkDeadline, deadlineWords } from '../src/models/after-sale/deadline-term.js'
import { countedFrom, withSetDays } from '../src/models/deadlines/deadline.js'

const at = (text: string): number => {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error(`${text} is no instant`)
  return instant
}
const agreed =
  (known: ValueSet): FactView =>
  (fact) => {
    if (fact !== 'agreedAt') throw new Error(`the term reads agreedAt, not ${fact}`)
    return known
  }
const workingDays = (count: number): Json => ({ workingDays: count, after: 'agreedAt' })
const days = (count: number): Json => ({ days: count, after: 'agreedAt' })

const ANY_TIME = { least: 0, most: 7_258_089_599_999 }

describe('working days', () => {
  test.each([
    // Thursday's last minute counts from Friday; Friday's first counts from Monday.
    ['2026-06-25 23:59', 1, '2026-06-27 00:00'],
    ['2026-06-26 00:00', 1, '2026-06-30 00:00'],
    // Off 1 to 7 October; 8 and 9 are Thursday and Friday; Saturday the 10th makes up; Sunday is off.
    ['2026-09-30 18:00', 1, '2026-10-09 00:00'],
    ['2026-09-30 18:00', 2, '2026-10-10 00:00'],
    ['2026-09-30 18:00', 3, '2026-10-11 00:00'],
    ['2026-09-30 18:00', 4, '2026-10-13 00:00'],
    // Sunday 20 September makes up for the mid-autumn holiday, so a Friday leads to it and not to the Monday.
    ['2026-09-18 10:00', 1, '2026-09-21 00:00'],
    ['2026-09-19 10:00', 2, '2026-09-22 00:00'],
    // The last working day there is a paper for.
    ['2026-12-30 10:00', 1, '2027-01-01 00:00'],
    // Sunday and Monday off, so Tuesday 3 January is the first working day of the sourced years.
    ['2017-01-01 10:00', 1, '2017-01-04 00:00'],
  ])('%s and %d: %s', (event, count, end) => {
    const view = agreed(point(at(event)))
    expect(deadlineInstant(workingDays(count), view)).toBe(at(end))
    expect(measureDeadline(workingDays(count), view)).toEqual({ least: at(end), most: at(end) })
  })

  test.each([
    ['2026-12-30 10:00', 2],
    ['2026-12-31 10:00', 1],
    ['2027-03-01 10:00', 1],
    ['2016-12-30 10:00', 1],
  ])('%s and %d: unknown, not guessed from the weekday', (event, count) => {
    const view = agreed(point(at(event)))
    expect(deadlineInstant(workingDays(count), view)).toBeUndefined()
    expect(measureDeadline(workingDays(count), view)).toEqual(ANY_TIME)
  })
})

describe('days that move on past days of rest', () => {
  test.each([
    // Received 24 September: day 7 is 1 October, the break ends on the 7th.
    ['2026-09-24 10:00', 'statutory', '2026-10-09 00:00'],
    ['2026-09-24 10:00', 'weekend', '2026-10-09 00:00'],
    // Received 1 March: day 7 is a Sunday.
    ['2026-03-01 10:00', 'statutory', '2026-03-09 00:00'],
    ['2026-03-01 10:00', 'weekend', '2026-03-10 00:00'],
  ])('%s, %s: %s', (event, rollOver, end) => {
    const term = { days: 7, after: 'agreedAt', rollOver }
    expect(deadlineInstant(term, agreed(point(at(event))))).toBe(at(end))
  })

  test('nobody can say it where no paper arranges the day', () => {
    const term = { days: 7, after: 'agreedAt', rollOver: 'weekend' }
    expect(measureDeadline(term, agreed(point(at('2026-12-28 10:00'))))).toEqual(ANY_TIME)
  })

  test('is said in words', () => {
    expect(deadlineText({ days: 7, after: 'agreedAt', rollOver: 'statutory' }).zh).toBe(
      '同意时间后 7 天内（末日遇法定休假日顺延）',
    )
  })

  test.each([
    { days: 7, after: 'agreedAt', rollOver: 'monthly' },
    { workingDays: 7, after: 'agreedAt', rollOver: 'weekend' },
    { next: '15:00', after: 'agreedAt', rollOver: 'weekend' },
    { after: 'agreedAt', rollOver: 'weekend' },
  ])('%j is no deadline', (term) => {
    expect(checkDeadline(term)).toBeDefined()
  })
})

describe('minutes, hours and times of day', () => {
  test.each([
    [{ minutes: 5, after: 'agreedAt' }, '2026-06-28 10:00', '2026-06-28 10:05'],
    [{ minutes: 1440, after: 'agreedAt' }, '2026-06-28 10:00', '2026-06-29 10:00'],
    [{ hours: 48, after: 'agreedAt' }, '2026-06-28 23:30', '2026-06-30 23:30'],
    [{ next: '12:00', after: 'agreedAt' }, '2026-06-28 22:10', '2026-06-29 12:00'],
    [{ next: '12:00', after: 'agreedAt' }, '2026-06-28 02:10', '2026-06-28 12:00'],
    // Noon itself is no later noon.
    [{ next: '12:00', after: 'agreedAt' }, '2026-06-28 12:00', '2026-06-29 12:00'],
    [{ next: '15:00', after: 'agreedAt' }, '2026-12-31 16:01', '2027-01-01 15:00'],
    // The same day, in full.
    [{ days: 0, after: 'agreedAt' }, '2026-06-28 16:00', '2026-06-29 00:00'],
  ])('%j from %s: %s', (term, event, end) => {
    expect(deadlineInstant(term, agreed(point(at(event))))).toBe(at(end))
  })

  test.each([
    [{ minutes: 0, after: 'agreedAt' }],
    [{ minutes: 1441, after: 'agreedAt' }],
    [{ hours: 721, after: 'agreedAt' }],
    [{ days: 61, after: 'agreedAt' }],
    [{ next: '24:00', after: 'agreedAt' }],
    [{ next: '9:00', after: 'agreedAt' }],
    [{ weeks: 1, after: 'agreedAt' }],
  ])('%j is none', (term) => {
    expect(checkDeadline(term)?.zh).toMatch(/minutes.*next.*agreedAt/u)
  })
})

describe('days', () => {
  test.each([
    ['2026-06-25 23:59', 1, '2026-06-27 00:00'],
    ['2026-06-26 00:00', 1, '2026-06-28 00:00'],
    ['2026-09-30 18:00', 7, '2026-10-08 00:00'],
    ['2028-02-28 10:00', 1, '2028-03-01 00:00'],
    ['2026-12-30 10:00', 2, '2027-01-02 00:00'],
    // October has 31 days: 60 days from 30 September are 29 November.
    ['2026-09-30 18:00', 60, '2026-11-30 00:00'],
  ])('%s and %d: %s', (event, count, end) => {
    expect(deadlineInstant(days(count), agreed(point(at(event))))).toBe(at(end))
  })

  test('beyond the last day a case may speak of there is no telling', () => {
    expect(deadlineInstant(days(1), agreed(point(at('2199-12-29 10:00'))))).toBe(at('2199-12-31 00:00'))
    expect(deadlineInstant(days(1), agreed(point(at('2199-12-30 10:00'))))).toBeUndefined()
  })
})

describe('an event known in part', () => {
  test('surely not yet: later than any deadline that runs, and no date', () => {
    const last = ANY_TIME.most
    expect(measureDeadline(days(1), agreed(point(NONE)))).toEqual({ least: last, most: last })
    expect(deadlineInstant(days(1), agreed(point(NONE)))).toBeUndefined()
  })

  test('perhaps not yet: any time', () => {
    const perhaps: ValueSet = [NONE, NONE, at('2026-06-25 10:00'), at('2026-06-25 10:00')]
    expect(measureDeadline(days(1), agreed(perhaps))).toEqual(ANY_TIME)
    expect(deadlineInstant(days(1), agreed(perhaps))).toBeUndefined()
  })

  test('a range gives a range', () => {
    // From the 29th: the 30th and 8 October. From the 30th: 8 and 9 October.
    const range: ValueSet = [at('2026-09-29 10:00'), at('2026-09-30 18:00')]
    expect(measureDeadline(workingDays(2), agreed(range))).toEqual({
      least: at('2026-10-09 00:00'),
      most: at('2026-10-10 00:00'),
    })
    expect(deadlineInstant(workingDays(2), agreed(range))).toBeUndefined()
  })

  test('a range within one day is exact', () => {
    const range: ValueSet = [at('2026-09-30 00:00'), at('2026-09-30 23:59')]
    expect(deadlineInstant(workingDays(2), agreed(range))).toBe(at('2026-10-10 00:00'))
  })

  test('a range that leaves the sourced years is open at both ends', () => {
    const range: ValueSet = [at('2026-12-01 10:00'), at('2027-01-05 10:00')]
    expect(measureDeadline(workingDays(1), agreed(range))).toEqual(ANY_TIME)
  })
})

describe('days a setting says', () => {
  const term: Json = { days: { fact: 'returnWaybillDays' }, after: 'agreedAt' }
  const view =
    (known: ValueSet, set: ValueSet): FactView =>
    (id) =>
      id === 'returnWaybillDays' ? set : agreed(known)(id)
  const friday = point(at('2026-07-03 11:00'))

  test('given: that many days, the last one in full', () => {
    expect(deadlineInstant(term, view(friday, point(7)))).toBe(at('2026-07-11 00:00'))
    expect(withSetDays(term, deadlineWords, view(friday, point(7)))).toEqual({ days: 7, after: 'agreedAt' })
  })

  test('not given: as few or as many as it may have, and no date', () => {
    const bounds = { least: at('2026-07-04 00:00'), most: at('2027-07-04 00:00') }
    expect(measureDeadline(term, view(friday, [0, 365]))).toEqual(bounds)
    expect(deadlineInstant(term, view(friday, [0, 365]))).toBeUndefined()
    expect(withSetDays(term, deadlineWords, view(friday, [0, 365]))).toEqual(term)
  })

  test('a term of its own number stays as it is', () => {
    expect(withSetDays(days(2), deadlineWords, view(friday, point(7)))).toEqual(days(2))
  })

  test('in words', () => {
    expect(deadlineText(term)).toEqual({
      zh: '同意时间后「退货单号填写期限(天)」内',
      en: 'within "days to enter the return waybill" of the time of agreement',
    })
    expect(
      countedFrom(
        { days: { fact: 'returnWaybillDays' }, after: 'agreedAt' },
        { zh: '我们同意后', en: 'our agreement' },
      ),
    ).toEqual({
      zh: '我们同意后规定的期限内',
      en: 'within the time set for it after our agreement',
    })
  })

  test.each<[Json]>([
    [{ days: { fact: 'commissionRate' }, after: 'agreedAt' }],
    [{ days: { fact: 'quantity' }, after: 'agreedAt' }],
    [{ days: { fact: 'toString' }, after: 'agreedAt' }],
    [{ days: { fact: 'returnWaybillDays', more: 1 }, after: 'agreedAt' }],
    [{ days: {}, after: 'agreedAt' }],
    [{ workingDays: { fact: 'returnWaybillDays' }, after: 'agreedAt' }],
  ])('%j is no deadline, and is told which settings there are', (wrong) => {
    expect(checkDeadline(wrong)?.zh).toContain('{"fact": "returnWaybillDays"}')
  })
})

describe('terms', () => {
  test('are read anew where they may have changed', () => {
    const term = { days: 1, after: 'signedAt' }
    expect(deadlineText(term).zh).toBe('签收时间后 1 天内')
    term.days = 2
    expect(deadlineText(term).zh).toBe('签收时间后 2 天内')
  })

  test.each<[Json]>([
    [{ workingDays: 1, after: 'agreedAt' }],
    [{ workingDays: 60, after: 'returnReceivedAt' }],
    [{ days: 1, after: 'signedAt' }],
    [{ days: 60, after: 'agreedAt' }],
  ])('%j is a deadline', (term) => {
    expect(checkDeadline(term)).toBeUndefined()
  })

  test.each<[Json]>([
    [{ workingDays: 0, after: 'agreedAt' }],
    [{ workingDays: 61, after: 'agreedAt' }],
    [{ days: 1.5, after: 'agreedAt' }],
    [{ days: '2', after: 'agreedAt' }],
    [{ days: 2, workingDays: 2, after: 'agreedAt' }],
    [{ days: 2 }],
    [{ after: 'agreedAt' }],
    [{ days: 2, after: 'invoicedOn' }],
    [{ days: 2, after: 'daysSinceSigning' }],
    [{ days: 2, after: 'toString' }],
    [{ days: 2, after: 'agreedAt', before: 'signedAt' }],
    [[{ days: 2, after: 'agreedAt' }]],
    ['2 days'],
    [2],
    [null],
  ])('%j is none, and is told what one looks like', (term) => {
    const problem = checkDeadline(term)
    expect(problem?.zh).toMatch(/workingDays.*1 到 60.*agreedAt/u)
    expect(problem?.en).toMatch(/workingDays.*1 to 60.*agreedAt/u)
  })

  test('a term in words', () => {
    expect(deadlineText(workingDays(2))).toEqual({
      zh: '同意时间后 2 个工作日内',
      en: 'within 2 working days of the time of agreement',
    })
    expect(deadlineText({ days: 1, after: 'signedAt' })).toEqual({
      zh: '签收时间后 1 天内',
      en: 'within 1 day of the time of signing',
    })
    expect(deadlineText({ days: 0, after: 'signedAt' }).zh).toBe('签收时间后当天')
    expect(deadlineText({ minutes: 5, after: 'contactedAt' }).zh).toBe('买家联系时间后 5 分钟内')
    expect(deadlineText({ next: '12:00', after: 'handedOverAt' })).toEqual({
      zh: '晚班交接时间后的下一个 12:00 前',
      en: 'by the next 12:00 after the time the night shift handed over',
    })
  })
})
