// How long a decision holds by rules and models of one's own: where a count ends, where a rate is dated by an event, and
// where a fact that no rule reads weighs one answer against another.
// Promise: dates and amounts are worked out by hand.
import { expect, test } from 'vitest'
import { createModelDecider, defineModel, type ValueSet } from '../src/engine.js'
import { createDecider } from '../src/index.js'
import { ruleOf, SOURCE } from './support/hostile.js'

const DAY = 86_400_000
const moment = (zh: string, en: string) => ({
  label: { zh, en },
  kind: 'instant' as const,
  ask: ['desk'],
  question: { zh: `${zh}？`, en: `${en}?` },
})

/** How long a parcel lies in store: thirty days are counted and no more. */
const storage = defineModel({
  id: 'storage',
  title: { zh: '存放', en: 'storage' },
  clock: 'now',
  parties: { desk: { zh: '柜台', en: 'desk' } },
  facts: {
    now: { ...moment('现在', 'now'), role: 'circumstance' },
    began: { ...moment('开始', 'began'), role: 'circumstance', event: true },
  },
  derived: {
    elapsed: {
      label: { zh: '天数', en: 'days in store' },
      kind: 'integer',
      min: 0,
      max: 30,
      from: ['began', 'now'],
      derive: (began: ValueSet, now: ValueSet) => {
        const days = (from: number | undefined, to: number | undefined) =>
          Math.min(30, Math.max(0, Math.floor((Number(to) - Number(from)) / DAY)))
        return [days(began.at(-1), now[0]), days(began[0], now.at(-1))]
      },
      reaches: (cut: number, began: ValueSet) => (cut < 1 ? [] : began.map((start) => start + cut * DAY)),
    },
  },
  settings: { limit: { label: { zh: '下限', en: 'limit' }, kind: 'integer', min: 0, max: 30, default: 0 } },
  questions: {
    verdict: {
      kind: 'choice',
      stage: 'settle',
      essential: true,
      label: { zh: '结论', en: 'verdict' },
      values: { accept: { zh: '收', en: 'accept' }, reject: { zh: '不收', en: 'reject' } },
    },
  },
  layers: { shop: { label: { zh: '店', en: 'shop' } } },
  stages: ['settle'],
})

// On 1 July thirty days may be over: any of the days there are is possible, which is as if nothing was known of them.
test('a rule is open from the day on which all there is to count is possible', () => {
  const fromLimit = { all: [{ fact: 'elapsed', operator: 'greaterThanInclusive', value: { fact: 'limit' } }] }
  const rule = ruleOf('storage', { conditions: fromLimit, effective: { from: '2012-01-01', by: 'now' } })
  const loaded = createModelDecider(storage, [SOURCE, rule])
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
  const at = (now: string) => {
    const decided = loaded.value.decide({ began: { atLeast: '2026-06-01 00:00' }, now })
    if (!decided.ok) throw new Error(JSON.stringify(decided.issues))
    return decided.value
  }
  expect(at('2026-06-10 10:00').validUntil).toBe('2026-07-01 00:00')
  expect(at('2026-06-30 23:59').answers.verdict?.status).toBe('settled')
  expect(at('2026-07-01 00:00').answers.verdict?.status).toBe('open')
})

// Agreed since 1 June, nobody says when: from 1 July on the second rate may be the one that counts.
test('a rate dated by an event that may come later turns what is deducted', () => {
  const source = { document: 'made-up', clause: '1', summary: '为测试虚构' }
  const params = { verdict: 'accept', refundBase: 'full', deductions: { 'invoice-tax': true } }
  const rate = {
    id: 'parameters/vat-rate',
    title: '税率',
    kind: 'rate',
    by: 'agreedAt',
    values: [
      { from: '1994-01-01', value: 0.1, source },
      { from: '2026-07-01', value: 0.2, source },
    ],
  }
  const { decide } = createDecider({ rules: [SOURCE, rate, ruleOf('invoice', { event: { type: 'settle', params } })] })
  const refund = { requested: 'refund-only', freeShipping: true, paid: '100.00', alreadyRefunded: '0.00' } as const
  const at = (asOf: string) => decide({ ...refund, agreedAt: { atLeast: '2026-06-01 10:00' }, asOf })
  const [now, dayBefore, then] = ['2026-06-20 10:00', '2026-06-30 23:59', '2026-07-01 00:00'].map(at)
  expect([now?.amount.refund.value, dayBefore?.amount.refund.value]).toEqual(['90.00', '90.00'])
  expect([then?.amount.refund.atLeast, then?.amount.refund.atMost]).toEqual(['80.00', '90.00'])
  expect(now?.validUntil).toBe('2026-07-01 00:00')
})

const { reaches: _, ...unannounced } = storage.declaration.derived.elapsed

/** A fee per day in store against one of five yuan: which is better hangs on days that no rule reads, and nobody says when they reach. */
const fees = defineModel({
  ...storage.declaration,
  id: 'fees',
  derived: { elapsed: unannounced },
  questions: {
    verdict: {
      kind: 'choice',
      stage: 'settle',
      essential: true,
      label: { zh: '费用', en: 'fee' },
      values: { daily: { zh: '按天', en: 'by the day' }, five: { zh: '五元', en: 'five yuan' } },
      favour: (answer: string, view: (fact: string) => ValueSet) => {
        const days = view('elapsed')
        return answer === 'five' ? { least: 5, most: 5 } : { least: days[0] ?? 0, most: days.at(-1) ?? 0 }
      },
    },
  },
  layers: { shop: { label: { zh: '店', en: 'shop' } }, law: { label: { zh: '法', en: 'law' }, floor: true } },
})

// Begun on 1 June at the earliest: on the 3rd two days at most, surely less than five. On the 6th five may have passed.
test('an answer is weighed anew by what rests on an event, though no rule reads it', () => {
  const always = { all: [{ fact: 'now', operator: 'greaterThan', value: '2012-01-01 00:00' }] }
  const rule = (layer: string, verdict: string, more = {}) =>
    ruleOf(layer, {
      id: `${layer}/fee`,
      layer,
      conditions: always,
      event: { type: 'settle', params: { verdict } },
      ...more,
    })
  const rules = [rule('shop', 'daily'), rule('law', 'five', { mandatory: true })]
  const loaded = createModelDecider(fees, [SOURCE, ...rules])
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
  const at = (now: string) => {
    const decided = loaded.value.decide({ began: { atLeast: '2026-06-01 00:00' }, now })
    if (!decided.ok) throw new Error(JSON.stringify(decided.issues))
    return decided.value
  }
  expect(at('2026-06-05 23:59').breaches.map(({ status }) => status)).toEqual(['yes'])
  expect(at('2026-06-06 00:00').breaches.map(({ status }) => status)).toEqual(['possible'])
  expect(at('2026-06-03 10:00').validUntil).toBe('2026-06-06 00:00')
})

test('a day that a setting names ends a decision', () => {
  const offer = defineModel({
    id: 'offer',
    title: { zh: '活动', en: 'offer' },
    clock: 'now',
    parties: { desk: { zh: '柜台', en: 'desk' } },
    facts: { now: { ...moment('现在', 'now'), role: 'circumstance' } },
    settings: { ends: { label: { zh: '截止', en: 'end' }, kind: 'instant', default: '2026-07-01 00:00' } },
    questions: storage.declaration.questions,
    layers: storage.declaration.layers,
    stages: ['settle'],
  })
  const rules = [
    ['before', 'lessThan', 'accept'],
    ['after', 'greaterThanInclusive', 'reject'],
  ].map(([name = '', operator, verdict]) =>
    ruleOf(name, {
      conditions: { all: [{ fact: 'now', operator, value: { fact: 'ends' } }] },
      effective: { from: '2012-01-01', by: 'now' },
      event: { type: 'settle', params: { verdict } },
    }),
  )
  const loaded = createModelDecider(offer, [SOURCE, ...rules])
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
  const decided = loaded.value.decide({ now: '2026-06-30 10:00' })
  expect(decided).toMatchObject({ ok: true, value: { validUntil: '2026-07-01 00:00' } })
})
