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
    const early = decided({ ...guarantee, finishedAt: 'none', negotiationFailed: true })
    expect([early.answers.eligible.value, Object.keys(early.answers.lacks)]).toEqual(['not-yet', ['success']])
    const open = decided({ ...guarantee, finishedAt: '2026-06-01 10:00' })
    expect(open.outcome).toBe('needs-facts')
    expect([...open.answers.eligible.possible].sort()).toEqual(['not-yet', 'yes'])
    expect(open.missing.map(({ fact }) => fact)).toEqual(['negotiationFailed'])
  })
})

test('the example of docs/complaints.md type-checks, runs, and prints what it says', async () => {
  const { problems, printed, promised } = await runExample(readText('docs/complaints.md'))
  expect(problems).toEqual([])
  expect(printed).toEqual(promised)
})
