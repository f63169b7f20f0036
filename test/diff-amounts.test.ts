// What a change of rules may change through the amounts: steps that hang on the amount applied for against the amount due.
// Promise: only what a refund is worked out from counts, nothing of it is passed over, and short budgets leave things
// unknown instead of proved; every expected change is worked out by hand from a few rules.
import { describe, expect, it } from 'vitest'
import { createDecider } from '../src/index.js'
import { afterSaleProving } from '../src/models/after-sale/proving.js'
import { law, sop, taobao } from '../src/rules.js'
import { diffRules, type ProofOptions } from '../src/verify.js'

const source = { document: 'own', clause: '1', summary: '自定' }
const OWN = { id: 'own', name: { zh: '本店告示', en: 'notices' }, checked: '2026-01-01' }
const is = (fact: string, value: unknown) => ({ fact, operator: 'equal', value })

function rule(id: string, conditions: object, params: object, type = 'settle'): object {
  const [layer] = id.split('/')
  const header = { id, title: id, layer, source, effective: { from: '2012-01-01' } }
  return { ...header, conditions, event: { type, params } }
}

// The refund is the full amount, and an application for as much is agreed to.
const refundOnly = { all: [is('requested', 'refund-only')] }
const base = rule('shop/base', refundOnly, { verdict: 'accept', refundBase: 'full' })
const agreed = rule('shop/agreed', { all: [is('appliedAmountIs', 'equal')] }, { refundAction: 'agree' }, 'handle')
const rules = [OWN, base, agreed]

function changedBy(before: Partial<ProofOptions>, after: Partial<ProofOptions>): readonly string[] {
  const { changes, unknown } = diffRules({ rules, ...before }, { rules, ...after })
  expect(unknown).toEqual([])
  return [...new Set(changes.map(({ question }) => question))]
}

const also = (params: object) => ({ rules: [...rules, rule('law/also', refundOnly, params)] })

/** The tax of an invoice is deducted, at this rate whatever its day. */
function taxed(value: number) {
  const values = [{ from: '2012-01-01', value, source }]
  const rate = { id: 'parameters/vat-rate', title: '税率', kind: 'rate', by: 'invoicedOn', values }
  return { rules: [...also({ deductions: { 'invoice-tax': true } }).rules, rate] }
}

describe('steps that hang on the amount due', () => {
  it('stay where the new answer goes into no refund', () => {
    expect(changedBy({}, also({ recourse: { courier: true } }))).toEqual(['recourse.courier'])
    expect(changedBy({}, also({ responsible: 'courier' }))).toEqual(['responsible'])
    // What the shop pays beside the refund is not what is applied for.
    expect(changedBy({}, also({ compensation: 5 }))).toEqual(['compensation'])
    expect(changedBy({}, { settings: { afterSalePeriodDays: 10 } })).toEqual([])
  })

  it('may change with an answer that goes into the refund, or decides whether there is one', () => {
    const deducted = changedBy({}, also({ deductions: { 'gift-value': true } }))
    expect(deducted).toEqual(['deductions.gift-value', 'refundAction'])
    const refused = { rules: [OWN, rule('shop/base', refundOnly, { verdict: 'refuse', refundBase: 'full' }), agreed] }
    expect(changedBy({}, refused)).toEqual(['verdict', 'refundAction'])
  })

  it('may change with a rate of a deduction: given first, taken away, or dated', () => {
    const points = also({ deductions: { points: true } })
    const given = { ...points, settings: { pointsRate: 0.005 } }
    expect(changedBy(points, given)).toEqual(['refundAction'])
    expect(changedBy(given, points)).toEqual(['refundAction'])
    expect(changedBy(taxed(0.13), taxed(0.11))).toEqual(['refundAction'])
    expect(changedBy(taxed(0.13), taxed(0.13))).toEqual([])
  })

  it('do change so: 100 yuan paid on an invoice come to 87.00, then to 89.00', () => {
    const bought = {
      申请: '仅退款',
      实付金额: '100.00',
      开票日期: '2026-06-01',
      申请金额: '87.00',
      判定时间: '2026-06-10 10:00',
      记录完整: true,
    } as const
    const [before, after] = [0.13, 0.11].map((value) => createDecider(taxed(value)).decide(bought))
    expect([before?.amount.refund.value, after?.amount.refund.value]).toEqual(['87.00', '89.00'])
    expect(before?.answers.refundAction.value).toBe('agree')
    expect(after?.answers.refundAction.value).not.toBe('agree')
  })

  it('are named by the model: whether a refund arises is read of the verdict alone', () => {
    const { declaration } = afterSaleProving.model
    const answers = new Set(Object.keys(declaration.questions))
    const read = [...JSON.stringify(declaration.questions.refundBase?.arises).matchAll(/"fact":"(\w+)"/g)]
    expect(read.map(([, fact]) => fact).filter((fact) => answers.has(String(fact)))).toEqual(['verdict'])
  })

  it('stay under the shipped rules where a law says who reimburses', { timeout: 60_000 }, () => {
    const shipped = [...law, ...taobao, ...sop]
    const lost = { all: [is('reason', 'lost-in-transit')] }
    const { changes, unknown } = diffRules(
      { rules: shipped },
      { rules: [...shipped, OWN, rule('law/courier', lost, { recourse: { courier: true } })] },
    )
    expect([...new Set(changes.map(({ question }) => question))]).toEqual(['recourse.courier'])
    expect(unknown).toEqual([])
  })
})

describe('under a short budget', () => {
  // Six facts that any of three pairs of which will do: more nodes than the budget has.
  const pairs = [
    ['freeShipping', 'placedOnTaobao'],
    ['resaleable', 'accessoriesComplete'],
    ['signsOfWear', 'photosProvided'],
  ].map((pair) => ({ all: pair.map((fact) => is(fact, true)) }))
  const wide = (refundBase: string) => [
    OWN,
    rule('shop/base', { all: [is('requested', 'refund-only'), { any: pairs }] }, { refundBase }),
    agreed,
  ]
  const found = (nodes: number) =>
    diffRules({ rules: wide('full') }, { rules: wide('share'), effort: { nodes, steps: 10_000_000, search: 0 } })

  it('no step is proved to stay while nobody knows whether the refund does', () => {
    expect(found(100_000).changes.map(({ question }) => question)).toEqual([
      'refundBase',
      'refundAction',
      'refundAction',
    ])
    for (const nodes of [200, 60, 20, 5]) {
      expect(found(nodes).unknown).toContain('refundBase')
      expect(found(nodes).same).not.toContain('refundAction')
    }
  })

  it('no change is told a second time as one of floors where there are none', () => {
    // From budgets that find nothing to those that find all three, node by node.
    const budgets = Array.from({ length: 80 }, (_, i) => 320 + i)
    const all = budgets.map((nodes) => found(nodes).changes)
    expect(all.flat().filter(({ underFloors }) => underFloors)).toEqual([])
    expect([all[0]?.length, all.at(-1)?.length]).toEqual([0, 3])
  })
})
