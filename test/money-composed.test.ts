// Refunds put together from several answers, base, postage, shares and what was refunded before, worked out by hand.
// Promise: of outbound postage nothing is taken twice, what was agreed reaches the sum, and a breach tells what it costs.
import { describe, expect, it } from 'vitest'
import { type Case, createDecider } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'

const rules = [...law, ...taobao, ...sop]
const advising = createDecider({ rules })
const enforcing = createDecider({ rules, floors: 'enforce' })

/** A dress bought from a C shop for 100.00, signed for on Monday, sent back without a reason within the week. */
const dress: Case = {
  requested: 'return-and-refund',
  reason: 'no-reason',
  shopType: 'c-shop',
  tradeState: 'WAIT_BUYER_CONFIRM_GOODS',
  freeShipping: true,
  paid: '100.00',
  outboundPostageCost: '8.00',
  signedAt: '2026-06-08 09:00',
  appliedAt: '2026-06-11 11:00',
  asOf: '2026-06-11 11:05',
  resaleable: true,
  accessoriesComplete: true,
  personalUse: true,
  usedBeyondInspection: false,
  madeToOrder: false,
  exclusionGround: 'none',
  goodsKind: 'apparel',
  labelRemoved: false,
  soiledOrDamaged: false,
  recordsComplete: true,
}

/** The same with 10.00 of postage on top, which the buyer paid. */
const posted: Case = {
  ...dress,
  freeShipping: false,
  paid: '110.00',
  postagePaid: '10.00',
  outboundPostageCost: '10.00',
}

describe('postage the buyer paid himself', () => {
  it('is taken off as far as the base holds it: a third of the goods stays a third', () => {
    const three: Case = { ...posted, paid: '120.00', postagePaid: '30.00', outboundPostageCost: '30.00' }
    const { amount, breaches } = advising.decide({ ...three, quantityBought: 3, quantity: 1 })
    // Of 90.00 for three, one: 30.00. The share of what was paid is 40.00, 10.00 of it postage.
    expect(amount.refund.value).toBe('30.00')
    expect(amount.refund.items.map(({ item, value }) => [item, value])).toEqual([
      ['base', '40.00'],
      ['outbound-postage', '-10.00'],
    ])
    expect(breaches).toEqual([])
  })

  it('is not taken off a base that holds none of it', () => {
    // Eight days after the signing the shop refuses; the seventh was a Sunday, so the law still wants the goods' price.
    const late: Case = {
      ...posted,
      tradeState: 'TRADE_FINISHED',
      finishedAt: '2026-06-10 10:00',
      signedAt: '2026-06-07 09:00',
      appliedAt: '2026-06-15 09:00',
      asOf: '2026-06-15 10:00',
    }
    const { amount, answers } = enforcing.decide(late)
    expect([answers.verdict.value, answers.refundBase.value, amount.refund.value]).toEqual([
      'accept',
      'goods',
      '100.00',
    ])
  })

  it('is taken off a part of an order only for that part, of free shipping all that it cost the shop', () => {
    const half = { quantityBought: 2, quantity: 1 } as const
    // Half of 110.00 less half of 10.00; half of 100.00 less 8.00.
    expect(advising.decide({ ...posted, ...half }).amount.refund.value).toBe('50.00')
    expect(advising.decide({ ...dress, ...half }).amount.refund.value).toBe('42.00')
  })

  it('is taken off a part of an order no further than it is left', () => {
    const half: Case = { ...posted, quantityBought: 2, quantity: 1 }
    expect(advising.decide({ ...half, outboundPostageLeft: '3.00' }).amount.refund.value).toBe('52.00')
    expect(advising.decide({ ...half, outboundPostageLeft: '0.00' }).amount.refund.value).toBe('55.00')
  })
})

describe('who bears the outbound postage, as agreed', () => {
  const agreed = (bearer: 'buyer' | 'split' | 'seller', one: Case = dress) => {
    const { answers, amount } = advising.decide({ ...one, agreed: { outboundPostage: bearer, by: '主管' } })
    return [answers.deductions['outbound-postage']?.value, amount.refund.value]
  }

  it('is deducted from the refund, or half of it, or not', () => {
    expect(agreed('buyer', { ...dress, shopType: 'tmall' })).toEqual([true, '92.00'])
    expect(agreed('split')).toEqual([true, '96.00'])
    expect(agreed('seller')).toEqual([false, '100.00'])
  })

  it('a half is no sum that was cut: nothing of the postage was used before', () => {
    const item = (one: Case) =>
      advising.decide(one).amount.refund.items.find((line) => line.item === 'outbound-postage')
    const split: Case = { ...dress, agreed: { outboundPostage: 'split', by: '主管' } }
    expect(item(split)).toMatchObject({ value: '-4.00' })
    expect(item(split)).not.toHaveProperty('capped')
    // Half of the 3.00 that are left, half a fen up.
    expect(item({ ...split, outboundPostageLeft: '3.01' })).toMatchObject({ value: '-1.51', capped: true })
  })

  it('may stand beside an agreement on the deduction itself', () => {
    const both = { outboundPostage: 'buyer', deductions: { 'outbound-postage': false }, by: '主管' } as const
    expect(advising.decide({ ...dress, agreed: both }).amount.refund.value).toBe('100.00')
  })
})

describe('what a breach costs the buyer', () => {
  const differenceOf = (one: Case) =>
    advising.decide(one).breaches.find(({ question }) => question === 'outboundPostage')?.difference

  it('is the postage deducted', () => {
    expect(differenceOf(dress)).toBe('8.00')
  })

  it('is only what reaches the refund, which goes no higher than what is not refunded yet', () => {
    // 70.00 is left: 100.00 − 8.00 = 92.00 comes to 70.00 with the deduction and without it.
    expect(differenceOf({ ...dress, alreadyRefunded: '30.00' })).toBeUndefined()
    // 95.00 is left: 92.00 with the deduction, 95.00 without it.
    expect(differenceOf({ ...dress, alreadyRefunded: '5.00' })).toBe('3.00')
  })
})

describe('a bearer who is open, or a floor that is half', () => {
  const source = { document: 'made-up', clause: '1', summary: '为测试虚构' }
  const rule = (id: string, layer: 'shop' | 'law', params: object, more: object[] = [], mandatory = false) => ({
    id,
    title: id,
    layer,
    source,
    effective: { from: '2012-01-01' },
    ...(mandatory ? { mandatory } : {}),
    conditions: { all: [{ fact: 'requested', operator: 'equal', value: 'return-and-refund' }, ...more] },
    event: { type: 'settle', params },
  })
  const about = { id: 'made-up', name: { zh: '虚构', en: 'Made up' }, checked: '2026-10-15' }
  const whole = { verdict: 'accept', refundBase: 'full', deductions: { 'outbound-postage': true } }
  const asked = {
    paid: '100.00',
    outboundPostageCost: '8.00',
    asOf: '2026-06-11 11:05',
    recordsComplete: true,
  } as const

  it('keeps the refund open between half the postage and all of it', () => {
    const half = rule('half', 'shop', { outboundPostage: 'split', deductions: { 'outbound-postage': true } }, [
      { fact: 'resaleable', operator: 'equal', value: true },
    ])
    const { decide } = createDecider({ rules: [about, rule('whole', 'shop', whole), half] })
    const one: Case = { requested: 'return-and-refund', ...asked }
    const refund = (resaleable?: boolean) =>
      decide(resaleable === undefined ? one : { ...one, resaleable }).amount.refund
    expect([refund().atLeast, refund().atMost]).toEqual(['92.00', '96.00'])
    expect([refund(false).value, refund(true).value]).toEqual(['92.00', '96.00'])
  })

  it('costs the buyer the other half', () => {
    const shop = rule('shop', 'shop', { ...whole, outboundPostage: 'buyer' })
    const law = rule('law', 'law', { outboundPostage: 'split', deductions: { 'outbound-postage': true } }, [], true)
    const made = (floors: 'advise' | 'enforce') => createDecider({ rules: [about, shop, law], floors })
    const one: Case = { requested: 'return-and-refund', ...asked }
    const { amount, breaches } = made('advise').decide(one)
    expect([amount.refund.value, breaches[0]?.difference]).toEqual(['92.00', '4.00'])
    expect(made('enforce').decide(one).amount.refund.value).toBe('96.00')
  })
})

describe('what the buyer enters as paid to the seller', () => {
  const discount: Case = { ...dress, requested: 'refund-only', reason: 'agreed-discount', negotiatedAmount: '10.00' }
  const entered = (more: Case) => {
    const sum = advising.decide({ ...discount, ...more }).amount.enteredAsPaid
    return [sum?.value, sum?.items.map(({ item, value, capped }) => [item, value, ...(capped ? ['cut'] : [])])]
  }

  it('is what was paid, less what went back and what goes back', () => {
    // 100.00 − 30.00 − 10.00 = 60.00: nothing is cut.
    expect(entered({ alreadyRefunded: '30.00' })).toEqual([
      '60.00',
      [
        ['paid', '100.00'],
        ['already-refunded', '-30.00'],
        ['refund', '-10.00'],
      ],
    ])
  })

  it('adds up to nothing where the records have more refunded than paid', () => {
    // Of 10.00 paid 20.00 went back, so that nothing is left to refund: 10.00 − 20.00 + 10.00 = 0.00.
    expect(entered({ paid: '10.00', alreadyRefunded: '20.00' })).toEqual([
      '0.00',
      [
        ['paid', '10.00'],
        ['already-refunded', '-20.00'],
        ['not-below-zero', '10.00', 'cut'],
      ],
    ])
  })
})
