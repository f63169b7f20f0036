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

interface Version {
  readonly from: string
  readonly value: number | null
  readonly source: object
}

/** The tax of an invoice is deducted, at the rate of its day. */
function taxedBy(values: readonly Version[], title = '税率') {
  const rate = { id: 'parameters/vat-rate', title, kind: 'rate', by: 'invoicedOn', values }
  return { rules: [...also({ deductions: { 'invoice-tax': true } }).rules, rate] }
}

const since = (from: string, value: number | null): Version => ({ from, value, source })

/** At this rate whatever its day. */
const taxed = (value: number) => taxedBy([since('2012-01-01', value)])

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

  it('stay where a rate is only titled, sourced or cut into versions otherwise', () => {
    const one = since('2012-01-01', 0.13)
    expect(changedBy(taxedBy([one]), taxedBy([one], '增值税税率'))).toEqual([])
    expect(changedBy(taxedBy([one]), taxedBy([{ ...one, source: { ...source, summary: '另外说' } }]))).toEqual([])
    const twice = [one, since('2026-01-01', 0.13)]
    expect(changedBy(taxedBy([one]), taxedBy(twice))).toEqual([])
    expect(changedBy(taxedBy(twice), taxedBy([one]))).toEqual([])
    const points = also({ deductions: { points: true } })
    const [settings, turned] = [
      { pointsRate: 0.005, commissionRate: 0.02 },
      { commissionRate: 0.02, pointsRate: 0.005 },
    ]
    expect(changedBy({ ...points, settings }, { ...points, settings: turned })).toEqual([])
  })

  it('may change with the value of one version, its first day or the end of it', () => {
    const [old, lower] = [since('2012-01-01', 0.13), since('2026-01-01', 0.11)]
    expect(changedBy(taxedBy([old]), taxedBy([old, lower]))).toEqual(['refundAction'])
    expect(changedBy(taxedBy([old, lower]), taxedBy([old, since('2026-01-02', 0.11)]))).toEqual(['refundAction'])
    expect(changedBy(taxedBy([old]), taxedBy([old, since('2026-01-01', null)]))).toEqual(['refundAction'])
    // The same two values the other way round.
    const turned = [since('2012-01-01', 0.11), since('2026-01-01', 0.13)]
    expect(changedBy(taxedBy([old, lower]), taxedBy(turned))).toEqual(['refundAction'])
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

  it('are shown by a case that applies for what was due, and by one that applies for what is due now', () => {
    const shown = (before: Partial<ProofOptions>, after: Partial<ProofOptions>) =>
      diffRules({ rules, ...before }, { rules, ...after })
        .changes.filter(({ question }) => question === 'refundAction')
        .map((one) => [one.before.zh, one.after.zh, one.case?.申请金额])
    // Of 88.00 paid a present worth 10.00 is kept back.
    expect(shown({}, also({ deductions: { 'gift-value': true } }))).toEqual([
      ['同意退款', '没有回答', '88.00'],
      ['没有回答', '同意退款', '78.00'],
    ])
    // 13 in a hundred of 88.00 are 11.44, 11 in a hundred 9.68.
    expect(shown(taxed(0.13), taxed(0.11))).toEqual([
      ['同意退款', '没有回答', '76.56'],
      ['没有回答', '同意退款', '78.32'],
    ])
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
