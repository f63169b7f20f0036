// How long a decision holds where events are said as ranges, lie ahead, or surely happened nobody says when.
// Promise: dates are counted by hand; then, on random events of every model, each moment before `validUntil` is decided
// again by what is evaluated, with no look at where anything turns.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, formatInstant, startOfDay } from '../src/calendar.js'
import { concluded, decideNow, prepare } from '../src/engine/decider.js'
import type { FactDeclaration } from '../src/engine/declaration.js'
import { isSameJson } from '../src/engine/plain.js'
import { readCase } from '../src/engine/read-case.js'
import { FOREVER } from '../src/engine/valid-until.js'
import { afterSale, createDecider } from '../src/index.js'
import { domains } from '../src/models/domains.js'
import { complaintRules, law, reviewRules, serviceLevelRules, sop, taobao } from '../src/rules.js'
import { ruleOf, SOURCE } from './support/hostile.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const rules: Readonly<Record<string, readonly object[]>> = {
  'after-sale': [...law, ...taobao, ...sop],
  reviews: reviewRules,
  complaints: complaintRules,
  'service-levels': serviceLevelRules,
}

const models = domains.map((domain) => {
  const { model } = domain
  const { id, clock } = model.declaration
  const prepared = prepare(
    model,
    (rules[id] ?? []).map((document) => ({ file: '', document })),
  )
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.issues))
  const rulings = { ...prepared.value.rulings, domain }
  const compute = domain.compute(rulings)
  const now = (input: object) => {
    const read = readCase(model, input)
    if (!read.ok) throw new Error(JSON.stringify(read.issues))
    return decideNow(rulings, compute, read.value, {})
  }
  const until = (input: object) => {
    const { validUntil: moment } = concluded(rulings, compute, now(input))
    return moment === FOREVER ? undefined : moment
  }
  /** All that time may change. */
  const saidAt = (input: object, moment: number) => {
    const { resolved, arises, computed, contradictions } = now({ ...input, [clock]: textOf(moment) }).evaluation
    return [resolved, arises, computed, contradictions]
  }
  return { id, until, saidAt, events: model.events.map((column) => model.columns[column]?.id as string) }
})

const textOf = (moment: number) => new Date(moment).toISOString()

function validUntil(id: string, input: object): string | undefined {
  const until = models.find((one) => one.id === id)?.until(input)
  return until === undefined ? undefined : formatInstant(until)
}

describe('an event that may come later', () => {
  const RETURN = {
    requested: 'return-and-refund',
    reason: 'no-reason',
    signedAt: '2026-06-23 18:00',
    resaleable: true,
    accessoriesComplete: true,
    asOf: '2026-06-26 10:30',
  }

  // Signed for on 23 June: the seventh day is 30 June.
  test.each([
    ['surely comes, some time', { atMost: '2026-07-15 18:00' }, '2026-07-01 00:00'],
    ['comes no earlier than now', { atLeast: '2026-06-26 10:30' }, '2026-07-01 00:00'],
  ])('an application that %s', (_, appliedAt, until) => {
    expect(validUntil('after-sale', { ...RETURN, appliedAt, recordsComplete: true })).toBe(until)
  })

  test('a shipment that surely comes is late 72 hours after the payment', () => {
    const paid = { paidAt: '2026-06-14 09:30', asOf: '2026-06-15 10:00' }
    const shippedAt = { atLeast: '2026-06-11 20:00', atMost: '2026-07-11 21:00' }
    expect(validUntil('complaints', { ...paid, shippedAt })).toBe('2026-06-17 09:30')
  })

  // Fifteen days may be over already. Success comes no later than the review, by 16 June: on 2 July they surely are.
  test('bounds the one before it', () => {
    const finishedAt = { atLeast: '2026-05-01 08:00' }
    const reviewedAt = { atLeast: '2026-06-15 09:00', atMost: '2026-06-16 21:00' }
    expect(validUntil('reviews', { finishedAt, reviewedAt, asOf: '2026-06-15 10:00' })).toBe('2026-07-02 00:00')
  })

  // Created no later than paid, so by 1 January until the payment may be of 11 February: day 16 is 17 January.
  test('bounds the one before it until another moment is possible', () => {
    const paidAt = { oneOf: ['2011-12-31 21:00', '2012-01-01 04:00', '2012-02-11 16:00'] }
    const created = { createdAt: { atLeast: '2011-12-28 01:00' }, complainedAt: 'none' }
    expect(validUntil('complaints', { kind: 'broken-promise', ...created, paidAt, asOf: '2012-01-01 00:00' })).toBe(
      '2012-01-17 00:00',
    )
  })
})

describe('of two deadlines the earlier counts', () => {
  const ends = (name: string, term: object) =>
    ruleOf(name, {
      conditions: { all: [{ fact: 'requested', operator: 'equal', value: 'return-and-refund' }] },
      event: { type: 'handle', params: { deadlines: { 'handle-by-law': term } } },
    })
  const { decide } = createDecider({
    rules: [
      ...sop,
      SOURCE,
      ends('applied', { days: 3, after: 'appliedAt' }),
      ends('signed', { hours: 240, after: 'signedAt' }),
    ],
  })

  // 240 hours end on 30 June at 10:00. Three days end before that for an application of 26 June, after it for one of 27 June.
  test('as long as it is sure which that is', () => {
    const appliedAt = { atLeast: '2026-06-21 10:00', atMost: '2026-07-30 10:00' }
    const returned = { requested: 'return-and-refund', signedAt: '2026-06-20 10:00', appliedAt } as const
    const decision = decide({ ...returned, asOf: '2026-06-22 10:00' })
    expect(decision.answers.deadlines['handle-by-law']?.possible).toHaveLength(1)
    expect(decision.validUntil).toBe('2026-06-27 00:00')
  })
})

describe('an event stated after the decision', () => {
  // 29 July is the seventh day before 5 August: from then on a signing within seven days of the application is possible.
  test('a signing nobody dated comes closer to it', () => {
    expect(validUntil('after-sale', { appliedAt: '2026-08-05 10:00', asOf: '2026-06-25 15:00' })).toBe(
      '2026-07-29 00:00',
    )
  })

  test('48 hours before it a question may be in time', () => {
    const asked = { about: 'logistics', askedAt: { atLeast: '2026-06-09 10:00' }, resolvedAt: '2026-06-20 10:00' }
    expect(validUntil('service-levels', { ...asked, asOf: '2026-06-10 10:00' })).toBe('2026-06-18 10:00')
  })
})

describe('events of as many moments as a case may name', () => {
  // The buyer was reached a minute from now, which contradicts the clock until then; all else may have happened or not.
  test('are no list too long', () => {
    const first = Date.parse('2026-06-14T20:00:00+08:00')
    const events = Object.entries<FactDeclaration>(afterSale.declaration.facts).filter(
      ([, { event }]) => event === true,
    )
    const said = events.map(([id], place) => {
      const moments = Array.from({ length: 999 }, (_, i) => textOf(first + place * 7_919 + i * 61_007))
      return [id, { oneOf: ['none', ...moments] }]
    })
    const unsure = { promisedShipHours: { atLeast: 24, atMost: 100 }, repairDays: { atLeast: 0, atMost: 200 } }
    const input = { ...Object.fromEntries(said), ...unsure, contactedAt: '2026-06-15 10:01', asOf: '2026-06-15 10:00' }
    expect(validUntil('after-sale', input)).toBe('2026-06-15 10:01')
  })
})

describe('any events of any model', () => {
  const NOW = Date.parse('2026-06-15T10:00:00+08:00')
  const apart = fc.oneof(
    fc.integer({ min: 1, max: 20 * 24 }).map((hours) => hours * HOUR),
    fc.integer({ min: 1, max: 20 * DAY }),
  )
  const saidOf = fc.record({
    how: fc.constantFrom('unsaid', 'unsaid', 'none', 'before', 'after', 'atMost', 'atLeast', 'between', 'oneOf'),
    before: apart,
    after: apart,
  })

  function written({ how, before, after }: typeof saidOf extends fc.Arbitrary<infer S> ? S : never): unknown {
    const [lo, hi] = [textOf(NOW - before), textOf(NOW + after)]
    if (how === 'unsaid') return undefined
    if (how === 'none') return 'none'
    if (how === 'before') return lo
    if (how === 'after') return hi
    if (how === 'oneOf') return { oneOf: [lo, textOf(NOW + after / 2), hi, 'none'].slice(before % 2) }
    return { ...(how === 'atMost' ? {} : { atLeast: lo }), ...(how === 'atLeast' ? {} : { atMost: hi }) }
  }

  /** Moments from which on an event may be so many days or hours away from `now`, or from the other end of its time. */
  function momentsNear(ends: readonly number[]): number[] {
    const days = Array.from({ length: 20 }, (_, day) => day)
    const midnights = [NOW, ...ends].flatMap((end) =>
      days.flatMap((day) => [startOfDay(dayOf(end) + day), startOfDay(dayOf(end) - day)]),
    )
    const hours = ends.flatMap((end) => [-72, -48, 48, 72].map((hour) => end + hour * HOUR))
    return [...midnights, ...[...hours, ...ends].flatMap((moment) => [moment, moment + 1])]
  }

  test.each(models)('$id: nothing changes before, something at that moment', ({ until, saidAt, events }) => {
    let bounded = 0
    fc.assert(
      fc.property(fc.tuple(...events.map(() => saidOf)), (said) => {
        const told = events.map((id, i) => [id, written(said[i] as (typeof said)[number])])
        const input = { ...Object.fromEntries(told), asOf: textOf(NOW) }
        const found = until(input)
        const now = saidAt(input, NOW)
        if (found !== undefined) {
          bounded += 1
          expect(isSameJson(saidAt(input, found), now)).toBe(false)
        }
        const ends = said.flatMap(({ before, after }) => [NOW - before, NOW + after])
        const before = momentsNear(ends).filter((moment) => moment > NOW && moment < (found ?? NOW + 40 * DAY))
        for (const moment of new Set(before)) expect(isSameJson(saidAt(input, moment), now), textOf(moment)).toBe(true)
      }),
      { seed: 20_260_628, numRuns: 100 },
    )
    expect(bounded).toBeGreaterThan(20)
  })
})
