// Our rules handed to a host as an Engine of json-rules-engine, for one case or for facts of its own.
// Promise: what holds was read off the rules by hand; paths are refused.
import type { Engine } from 'json-rules-engine'
import { describe, expect, it } from 'vitest'
import { createBridge } from '../src/bridge/json-rules-engine.js'
import { sop } from '../src/rules.js'
import { issuesOf, rule, skirt } from './support/bridge.js'

describe('our rules as an Engine', () => {
  const settled = ['shop/no-reason/within-seven-days', 'shop/postage/no-reason-free-shipping-refund-c-shop']
  const namesOf = async (engine: Engine, facts: object) =>
    (await engine.run(facts as Record<string, unknown>)).results.map(({ name }) => name).sort()

  it('comes for one case with its facts: the events are the rules that hold', async () => {
    const bridge = await createBridge({ rules: sop })
    const { engine, facts } = await bridge.engineFor(skirt)
    expect(facts).toMatchObject({
      requested: 'return-and-refund',
      daysSinceSigning: 3,
      afterSalePeriodDays: 3,
      negotiatedAmount: 'none',
    })
    expect(await namesOf(engine, facts)).toEqual(settled)
  })

  it('settles the case first where its handling is asked for', async () => {
    const bridge = await createBridge({ rules: sop })
    const { engine, facts } = await bridge.engineFor({ ...skirt, refundState: 'WAIT_SELLER_AGREE' }, 'handle')
    expect(facts).toMatchObject({
      verdict: 'accept',
      returnPostage: 'buyer',
      appliedAmountIs: 'equal',
      refundState: 'WAIT_SELLER_AGREE',
    })
    expect(await namesOf(engine, facts)).toEqual([
      'shop/bots/answer-automatically',
      'shop/no-reason/record-real-reason',
      'shop/refund-state/agree-when-amount-right',
      'shop/refund/give-return-address',
      'shop/refund/return-pay-out',
      'shop/registers/after-sale-handled',
      'shop/registers/phone-complaint-or-refund',
      'shop/registers/return-table',
      'shop/remark/return-or-exchange',
      'shop/service/contact-manners',
      'shop/trade/extend-receipt-ten-days',
    ])
  })

  it('gives an answer nobody has as null, which equals no value', async () => {
    const bridge = await createBridge({ rules: sop, omit: ['shop/no-reason/within-seven-days'] })
    const { engine, facts } = await bridge.engineFor(skirt, 'handle')
    expect(facts.verdict).toBeNull()
    // What is left needs no verdict, or that there is none.
    expect(await namesOf(engine, facts)).toEqual([
      'shop/bots/hand-over-without-answer',
      'shop/no-reason/record-real-reason',
      'shop/registers/phone-complaint-or-refund',
      'shop/service/contact-manners',
    ])
  })

  it('comes without a case, its dates in force as conditions', async () => {
    const bridge = await createBridge({ rules: sop })
    const { facts } = await bridge.engineFor(skirt)
    expect(await namesOf(bridge.toEngine(), { ...facts, asOf: '2026-06-26 10:00' })).toEqual(settled)
    expect(await namesOf(bridge.toEngine(), { ...facts, asOf: '2011-12-31 23:59' })).toEqual([])
    expect(await namesOf(bridge.toEngine(), { ...facts, asOf: '2012-01-01 00:00' })).toEqual(settled)
  })

  it('holds a rule through the last day of its dates in force', async () => {
    const paid = { all: [{ fact: 'paid', operator: 'greaterThan', value: 5 }] }
    const until = rule('shop/until', { verdict: 'accept' }, paid, {
      effective: { from: '2026-03-01', until: '2026-03-14' },
    })
    const bridge = await createBridge({ rules: [until] })
    const on = (asOf: string) => namesOf(bridge.toEngine(), { paid: 88, asOf })
    expect(await on('2026-02-28 23:59')).toEqual([])
    expect(await on('2026-03-01 00:00')).toEqual(['shop/until'])
    expect(await on('2026-03-14 23:59:59.999')).toEqual(['shop/until'])
    expect(await on('2026-03-15 00:00')).toEqual([])
  })

  it('refuses a path, so that none is ever run', async () => {
    const bridge = await createBridge({ rules: [] })
    const engine = bridge.toEngine()
    const leaf = { fact: 'order', operator: 'equal', value: 1, path: '$.a[?(@.b)]' }
    engine.addRule({ conditions: { all: [leaf] }, event: { type: 'settle' } })
    const [issue] = await issuesOf(engine.run({ order: { a: [{ b: 1 }] } }))
    expect(issue?.path).toEqual(['path'])
  })

  it('names the stages there are', async () => {
    const bridge = await createBridge({ rules: sop })
    const wrong = 'handel' as 'handle'
    expect(() => bridge.toEngine(wrong)).toThrow('handle')
    const [issue] = await issuesOf(bridge.engineFor(skirt, wrong))
    expect(issue?.nearest).toBe('handle')
  })
})
