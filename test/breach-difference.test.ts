// What a floor brings the buyer more: the outbound postage he bears beyond what the floor leaves him.
// Promise: amounts are worked out by hand, and nothing is said while what is deducted is open.
import { describe, expect, it } from 'vitest'
import { createDecider } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { ruleOf, SOURCE } from './support/hostile.js'

const returned = { all: [{ fact: 'requested', operator: 'equal', value: 'return-and-refund' }] }
const shop = (deducted: boolean) =>
  ruleOf('shop', {
    conditions: returned,
    event: {
      type: 'settle',
      params: {
        verdict: 'accept',
        refundBase: 'full',
        outboundPostage: 'buyer',
        returnPostage: 'buyer',
        deductions: { 'outbound-postage': deducted },
      },
    },
  })
const floor = (outboundPostage: 'split' | 'seller') =>
  ruleOf('floor', {
    id: 'law/made-up/floor',
    layer: 'law',
    mandatory: true,
    conditions: returned,
    event: {
      type: 'settle',
      params: { outboundPostage, deductions: { 'outbound-postage': outboundPostage === 'split' } },
    },
  })
const CASE = {
  requested: 'return-and-refund',
  paid: '88.00',
  outboundPostageCost: '8.00',
  asOf: '2026-06-01 10:00',
  recordsComplete: true,
} as const

function outbound(rules: readonly object[], more: object = {}) {
  const { breaches } = createDecider({ rules: [SOURCE, ...rules] }).decide({ ...CASE, ...more })
  return breaches.find(({ question }) => question === 'outboundPostage')
}

describe('of the outbound postage', () => {
  it.each<[string, readonly object[], object, string | undefined]>([
    ['half is his at the floor, all of it deducted', [shop(true), floor('split')], {}, '4.00'],
    ['half is his at the floor, nothing deducted', [shop(false), floor('split')], {}, '4.00'],
    ['nothing is his at the floor, nothing deducted', [shop(false), floor('seller')], {}, '8.00'],
    [
      'half of an odd cost, rounded up, is his at the floor',
      [shop(false), floor('split')],
      { outboundPostageCost: '8.01' },
      '4.00',
    ],
    ['no more than is left of it', [shop(false), floor('seller')], { outboundPostageLeft: '3.00' }, '3.00'],
    ['half of what is left', [shop(false), floor('split')], { outboundPostageLeft: '3.00' }, '1.50'],
    [
      'what is left is not known',
      [shop(false), floor('seller')],
      { outboundPostageLeft: { atLeast: '1.00' } },
      undefined,
    ],
  ])('%s', (_, rules, more, difference) => {
    expect(outbound(rules, more)).toMatchObject({ status: 'yes', answers: ['buyer'] })
    expect(outbound(rules, more)?.difference).toBe(difference)
  })

  it('is not told while it is open whether anything is deducted for it', () => {
    const not = ruleOf('not', {
      conditions: { all: [{ fact: 'resaleable', operator: 'equal', value: false }] },
      event: { type: 'settle', params: { deductions: { 'outbound-postage': false } } },
    })
    const rules = [shop(true), not, floor('seller')]
    expect(outbound(rules, { outboundPostageLeft: '3.00' })?.difference).toBeUndefined()
    expect(outbound(rules, { outboundPostageLeft: '3.00', resaleable: true })?.difference).toBe('3.00')
  })
})

describe('a rate that is deducted', () => {
  const taxed = ruleOf('taxed', {
    conditions: returned,
    event: {
      type: 'settle',
      params: {
        verdict: 'accept',
        refundBase: 'full',
        outboundPostage: 'seller',
        returnPostage: 'buyer',
        deductions: { 'outbound-postage': false, 'invoice-tax': true },
      },
    },
  })
  const rate = {
    id: 'parameters/vat-rate',
    title: '税率',
    kind: 'rate',
    by: 'invoicedOn',
    values: [{ from: '1994-01-01', value: 0.13, source: { document: 'made-up', clause: '1', summary: '为测试虚构' } }],
  }
  const decided = (more: object) => createDecider({ rules: [SOURCE, taxed, rate] }).decide({ ...CASE, ...more })

  it('and has no version on the day that is stated is for a person', () => {
    const { outcome, reviews, missing } = decided({ invoicedOn: '1990-01-01' })
    expect([outcome, missing]).toEqual(['needs-review', []])
    expect(reviews).toEqual([{ reason: 'no-version', parameter: 'vat-rate' }])
    // 88.00 × 13 % = 11.44.
    expect(decided({ invoicedOn: '1994-01-01' })).toMatchObject({
      outcome: 'settled',
      amount: { refund: { value: '76.56' } },
    })
  })

  it('calls nobody while it may not be deducted at all', () => {
    const { decide } = createDecider({ rules: [...law, ...taobao, ...sop] })
    const returned = {
      requested: 'return-and-refund',
      reason: 'no-reason',
      shopType: 'tmall',
      tradeState: 'TRADE_FINISHED',
      paid: '100.00',
      freeShipping: true,
      signedAt: '2026-06-01 10:00',
      appliedAt: '2026-06-05 10:00',
      accessoriesComplete: true,
      asOf: '2026-06-10 10:00',
      invoiceIssued: true,
      invoiceReturned: false,
      invoicedOn: '1990-01-01',
      recordsComplete: true,
    } as const
    const outcomes = [{}, { resaleable: false }, { resaleable: true }].map(
      (more) => decide({ ...returned, ...more }).outcome,
    )
    expect(outcomes).toEqual(['needs-facts', 'settled', 'needs-review'])
  })

  it('asks for its day where nobody wrote one down, and not where the case says there is none', () => {
    const asked = (more: object) => decided(more).missing.map(({ fact }) => fact)
    expect(asked({})).toContain('invoicedOn')
    expect(asked({ invoicedOn: 'none' })).not.toContain('invoicedOn')
  })
})
