// The complaints model with its rules: windows to the minute, working days over holidays, what a partial case waits for.
// The days are counted by hand from the State Council's papers.
import { describe, expect, test } from 'vitest'
import { type ComplaintDecision, createComplaintDecider } from '../src/complaints.js'
import { runExample } from './support/doc-example.js'
import { modelDocuments } from './support/model-documents.js'
import { readText } from './support/pages.js'

const decider = createComplaintDecider({ rules: modelDocuments('complaints') })

function decided(input: object): ComplaintDecision {
  const result = decider.safeDecide(input)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}

const HARASSED = {
  kind: 'harassment',
  tradeState: 'TRADE_FINISHED',
  shopType: 'c-shop',
  finishedAt: '2026-06-01 23:59',
  nightContact: true,
  complainedAt: 'none',
  recordsComplete: true,
}

describe('fifteen days from success', () => {
  test.each([
    ['2026-06-01 23:59', 'yes', '2026-06-17 00:00'],
    ['2026-06-16 23:59', 'yes', '2026-06-17 00:00'],
    ['2026-06-17 00:00', 'no', undefined],
  ])('at %s: %s', (asOf, eligible, validUntil) => {
    const decision = decided({ ...HARASSED, asOf })
    expect(decision.answers.eligible.value).toBe(eligible)
    expect(decision.validUntil).toBe(validUntil)
    expect(decision.deadlines).toMatchObject([{ deadline: 'raise', lastDay: '2026-06-16', until: '2026-06-17 00:00' }])
  })

  test('success in the first minute of the next day brings one day more', () => {
    const [deadline] = decided({ ...HARASSED, finishedAt: '2026-06-02 00:00', asOf: '2026-06-05 10:00' }).deadlines
    expect(deadline?.lastDay).toBe('2026-06-17')
  })
})

describe('a complaint raised before success', () => {
  const RAISED = {
    kind: 'not-received',
    received: false,
    shopType: 'c-shop',
    tradeState: 'TRADE_FINISHED',
    finishedAt: '2026-05-01 10:00',
    complainedAt: '2026-04-30 10:00',
    recordsComplete: true,
  }
  // Day 15 after 1 May is the 16th: until its end the complaint can be raised again.
  test.each([
    ['2026-05-10 10:00', 'not-yet', ['success'], '2026-05-17 00:00'],
    ['2026-05-17 00:00', 'no', [], undefined],
    ['2026-07-30 10:00', 'no', [], undefined],
  ])('at %s: %s', (asOf, eligible, lacks, validUntil) => {
    const decision = decided({ ...RAISED, asOf })
    expect(decision.answers.eligible.value).toBe(eligible)
    expect(Object.entries(decision.answers.lacks).flatMap(([lack, { value }]) => (value ? [lack] : []))).toEqual(lacks)
    expect(decision.validUntil).toBe(validUntil)
  })

  test('is not yet, whether the trade has succeeded since or not', () => {
    const { eligible } = decided({
      kind: 'after-sale-guarantee',
      negotiationFailed: true,
      shopType: 'c-shop',
      finishedAt: { oneOf: ['none', '2026-06-19 11:00'] },
      complainedAt: '2026-06-18 10:00',
      tradeState: { oneOf: ['TRADE_FINISHED', 'WAIT_BUYER_CONFIRM_GOODS'] },
      asOf: '2026-06-20 10:00',
      recordsComplete: true,
    }).answers
    expect([eligible.status, eligible.value]).toEqual(['settled', 'not-yet'])
  })
})

describe('72 hours from payment', () => {
  const UNSHIPPED = { kind: 'delayed-shipment', shippedAt: 'none', paidAt: '2026-05-11 09:30', recordsComplete: true }
  test.each([
    ['2026-05-14 09:30', 'not-yet'],
    ['2026-05-14 09:30:01', 'yes'],
  ])('at %s: %s', (asOf, eligible) => {
    expect(decided({ ...UNSHIPPED, asOf }).answers.eligible.value).toBe(eligible)
  })

  test('time alone makes it open: the decision says until when it holds', () => {
    expect(decided({ ...UNSHIPPED, asOf: '2026-05-13 10:00' }).validUntil).toBe('2026-05-14 09:30:01')
  })
})

describe('working days of the platform', () => {
  const NOT_RECEIVED = { kind: 'not-received', received: false, finishedAt: '2026-09-20 08:00', recordsComplete: true }
  test.each([
    // Off 1 to 7 October; 8 and 9 are Thursday and Friday; Saturday the 10th makes up; Sunday is off.
    ['2026-09-30 18:00', '2026-10-15'],
    // Saturday: Monday is day 1.
    ['2026-10-17 09:00', '2026-10-27'],
  ])('raised %s: %s', (complainedAt, lastDay) => {
    const { deadlines } = decided({ ...NOT_RECEIVED, complainedAt, asOf: complainedAt })
    expect(deadlines.find(({ deadline }) => deadline === 'handle')?.lastDay).toBe(lastDay)
  })
})

describe('what is missing', () => {
  test('a condition of the platform is an answer; a fact nobody stated is asked for', () => {
    const guarantee = { kind: 'after-sale-guarantee', asOf: '2026-06-05 10:00', complainedAt: 'none' }
    const unfinished = { ...guarantee, finishedAt: 'none', negotiationFailed: true }
    const early = decided({ ...unfinished, tradeState: 'WAIT_BUYER_CONFIRM_GOODS' })
    expect([early.answers.eligible.value, Object.keys(early.answers.lacks)]).toEqual(['not-yet', ['success']])
    // Closed, it never succeeds: so the state is asked for.
    expect(decided(unfinished).missing.map(({ fact }) => fact)).toEqual(['tradeState'])
    const open = decided({ ...guarantee, finishedAt: '2026-06-01 10:00' })
    expect(open.outcome).toBe('needs-facts')
    expect([...open.answers.eligible.possible].sort()).toEqual(['not-yet', 'yes'])
    expect(open.missing.map(({ fact }) => fact)).toEqual(['negotiationFailed'])
  })
})

describe('what cannot be', () => {
  test.each([
    [{ tradeState: 'TRADE_FINISHED', finishedAt: 'none' }, 'success-has-a-time'],
    [{ tradeState: 'WAIT_BUYER_PAY', paidAt: '2026-06-01 10:00', finishedAt: 'none' }, 'waiting-for-payment-is-unpaid'],
  ])('%j', (trade, constraint) => {
    const { outcome, reviews } = decided({ ...HARASSED, ...trade, asOf: '2026-06-05 10:00' })
    expect(outcome).toBe('needs-review')
    expect(reviews).toMatchObject([{ reason: 'contradiction', constraint }])
  })
})

describe('raised before the trade succeeded', () => {
  const between = (atLeast: string, atMost: string) => ({ atLeast, atMost })
  const RAISED = { kind: 'not-received', received: false, tradeState: 'TRADE_FINISHED', recordsComplete: true }
  const at = (finishedAt: unknown, complainedAt: unknown) => {
    const { eligible, lacks } = decided({ ...RAISED, finishedAt, complainedAt, asOf: '2026-06-20 16:00' }).answers
    return [eligible.value ?? eligible.possible, lacks.success?.value ?? lacks.success?.status]
  }
  test.each([
    ['2026-06-19 12:00', '2026-06-18 12:00', 'not-yet', true],
    ['2026-06-19 12:00', '2026-06-19 12:00', 'yes', undefined],
    ['2026-06-19 12:00', 'none', 'yes', undefined],
    [between('2026-06-19 12:00', '2026-06-20 12:00'), between('2026-06-18 12:00', '2026-06-19 11:59'), 'not-yet', true],
    [
      between('2026-06-10 12:00', '2026-06-19 12:00'),
      between('2026-06-19 12:00', '2026-06-20 12:00'),
      'yes',
      undefined,
    ],
  ])('success %j, raised %j: %s', (finishedAt, complainedAt, eligible, lacks) => {
    expect(at(finishedAt, complainedAt)).toEqual([eligible, lacks])
  })

  test('where either may be first, it is open', () => {
    const [eligible] = at(between('2026-06-18 12:00', '2026-06-19 12:00'), '2026-06-18 13:00')
    expect([...(eligible as readonly string[])].sort()).toEqual(['not-yet', 'yes'])
  })
})

test('the example of docs/complaints.md type-checks, runs, and prints what it says', async () => {
  const { problems, printed, promised } = await runExample(readText('docs/complaints.md'))
  expect(problems).toEqual([])
  expect(printed).toEqual(promised)
})
