// How long a decision holds that presumes what is usual, and what does not end it: the same said in another order.
// Promise: moments are worked out by hand from the rules below, or from the seven days of the shop's own.
import { describe, expect, test } from 'vitest'
import { createModelDecider, defineModel } from '../src/engine.js'
import { createDecider } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { ruleOf, SOURCE } from './support/hostile.js'
import { said, yesNo } from './support/small-model.js'

const model = defineModel({
  id: 'small',
  title: said('small'),
  clock: 'now',
  parties: { desk: said('desk') },
  facts: {
    now: { ...yesNo('now'), kind: 'instant' },
    open: yesNo('open'),
    odd: { ...yesNo('odd'), usual: false },
  },
  questions: {
    verdict: {
      kind: 'choice',
      stage: 'settle',
      essential: true,
      label: said('verdict'),
      values: { accept: said('accept'), refuse: said('refuse') },
    },
  },
  layers: { shop: { label: said('shop') } },
  stages: ['settle'],
})

const when = (fact: string, value: boolean) => ({ all: [{ fact, operator: 'equal', value }] })

function decide(rules: readonly object[], input: object, presume = false) {
  const made = createModelDecider(model, [SOURCE, ...rules])
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  const decided = made.value.decide(input, { presume })
  if (!decided.ok) throw new Error(JSON.stringify(decided.issues))
  return decided.value
}

describe('a decision that presumes', () => {
  const rules = [
    ruleOf('open', { conditions: when('open', true) }),
    ruleOf('odd', { conditions: when('odd', false), effective: { from: '2026-07-01' } }),
  ]

  test('holds until what is usual matters, though nothing usual matters now', () => {
    const before = decide(rules, { now: '2026-06-30 10:00' }, true)
    expect([before.outcome, before.presumed, before.validUntil]).toEqual(['needs-facts', [], '2026-07-01 00:00'])
    const after = decide(rules, { now: '2026-07-01 00:00' }, true)
    expect([after.outcome, after.answers.verdict.value, after.validUntil]).toEqual(['settled', 'accept', undefined])
  })

  // Signed on the 21st: the seventh day is the 28th, and only until its end may the goods be returned without a reason.
  test('of the shipped rules holds up to the end of the seventh day', () => {
    const { decide: decideAll } = createDecider({ rules: [...law, ...taobao, ...sop] })
    const now = {
      requested: 'return-and-refund',
      reason: 'quality-defect',
      shopType: 'c-shop',
      signedAt: '2026-09-21 10:00',
      appliedAt: 'none',
      problemVerified: false,
      photosProvided: true,
    } as const
    const decided = decideAll({ ...now, asOf: '2026-09-21 14:00' }, { presume: true })
    expect(decided.validUntil).toBe('2026-09-29 00:00')
    const last = decideAll({ ...now, asOf: '2026-09-28 23:59' }, { presume: true })
    expect(last.answers).toEqual(decided.answers)
    const next = decideAll({ ...now, asOf: '2026-09-29 00:00' }, { presume: true })
    expect([next.outcome, next.answers.verdict.status]).toEqual(['needs-review', 'silent'])
  })

  // The court's interpretation on unsafe food is in force from 2024-08-22: what nobody called unsafe need not be presumed
  // safe before that day.
  test('holds no longer than what it presumes now carries it', () => {
    const { decide: decideAll } = createDecider({ rules: [...law, ...taobao, ...sop] })
    const bought = { reason: 'quality-defect', quantityBought: 1, problemVerified: true } as const
    const days = { signedAt: '2024-06-01 10:00', appliedAt: '2024-06-30 10:00', asOf: '2024-06-30 23:59' } as const
    expect(decideAll({ ...bought, ...days }, { presume: true }).validUntil).toBe('2024-08-22 00:00')
  })
})

test('the same answers found in another order end nothing', () => {
  const refuse = { type: 'settle', params: { verdict: 'refuse' } }
  const { answers, validUntil } = decide(
    [
      ruleOf('a', { conditions: when('open', true), effective: { from: '2012-01-01', until: '2026-06-30' } }),
      ruleOf('b', { conditions: when('open', false), event: refuse }),
      ruleOf('c', { conditions: when('open', true), effective: { from: '2026-07-01' } }),
    ],
    { now: '2026-06-30 10:00' },
  )
  expect([...answers.verdict.possible].sort()).toEqual(['accept', 'refuse', 'silent'])
  expect(validUntil).toBeUndefined()
})
