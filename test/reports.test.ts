// Remarks and reports: forms filled from a case, what is lacking, and the price gap of an exchange to the fen.
// The texts are the catalogue's own; the amounts are worked out by hand.
import { describe, expect, test } from 'vitest'
import { createDecider } from '../src/index.js'

const rule = (id: string, type: 'settle' | 'handle', params: object) => ({
  id: `shop/test/${id}`,
  title: id,
  layer: 'shop',
  source: { document: 'handbook', clause: '1', summary: 'a rule of this test' },
  effective: { from: '2012-01-01' },
  conditions: { all: [{ fact: 'requested', operator: 'equal', value: 'exchange' }] },
  event: { type, params },
})

const decided = (rules: readonly object[], input: object) =>
  createDecider({ rules }).decide({ requested: 'exchange', asOf: '2026-06-28 10:00', recordsComplete: true, ...input })

const parcel = {
  shopName: '19shop',
  shippedAt: '2026-06-28 08:00',
  shippedFrom: '杭州',
  destination: '北京',
  waybill: '888090781867',
  courierAgent: '843',
  purchasePrice: '88.00',
  sku: '109',
  handler: '宾',
}

describe('reports', () => {
  const both = [rule('damage', 'handle', { reports: { 'courier-damage': true, 'damage-entry': true } })]

  test('the damage report and the entry in the register, word for word', () => {
    const { reports } = decided(both, { ...parcel, courierConfirmed: 'damaged' })
    expect(reports.map(({ text, missing }) => ({ text, missing }))).toEqual([
      {
        text: '19shop于6月28日由杭州发往北京单号888090781867在派件途中破损价值人民币88元与工号843联系请核实!',
        missing: [],
      },
      { text: '(破损)工号843价格88元(货号109)宾', missing: [] },
    ])
    expect(reports[0]?.rules.map(({ title }) => title)).toEqual(['damage'])
  })

  test('what is not known stays a slot and is listed', () => {
    const { reports } = decided(both, { courierConfirmed: 'damaged', courierAgent: '843', purchasePrice: '88.50' })
    expect(reports[1]).toMatchObject({
      text: '(破损)工号843价格88.5元(货号{货号}){处理人}',
      missing: ['货号', '处理人'],
    })
  })

  test('a text is never read as a form again', () => {
    const { reports } = decided(both, { ...parcel, courierConfirmed: 'lost', sku: '{处理人}' })
    expect(reports[1]?.text).toBe('(遗失)工号843价格88元(货号{处理人})宾')
  })
})

describe('remarks', () => {
  test('the enquiry, word for word', () => {
    const enquiry = [rule('enquiry', 'handle', { remark: { enquiry: true } })]
    const said = { courierAgent: '851', enquiry: '更改地址', enquiryResult: '已更改', handler: '宾' }
    expect(decided(enquiry, said).remark).toEqual({ text: '6-28联系工号851更改地址，已更改宾', missing: [] })
  })

  test('two remarks are joined in declared order', () => {
    const two = [rule('two', 'handle', { remark: { review: true, 'return-or-exchange': true } })]
    const said = { reviewText: '掉色', returnContent: '蓝裙换红裙', handler: '小周' }
    expect(decided(two, said).remark.text).toBe('6-28蓝裙换红裙小周；掉色小周')
  })
})

describe('a difference in price', () => {
  const accepted = { verdict: 'accept', reshipPostage: 'buyer', returnPostage: 'seller' }

  test('the buyer pays the reship postage and the difference', () => {
    const { amount } = decided([rule('dearer', 'settle', { ...accepted, priceGap: 'buyer-pays' })], {
      reshipPostageCost: '12.00',
      priceDifference: '20.50',
      returnPostageCost: '10.00',
    })
    expect(amount.buyerPays).toMatchObject({ value: '32.50' })
    expect(amount.buyerPays.items.map(({ item, value }) => [item, value])).toEqual([
      ['reship-postage', '12.00'],
      ['price-difference', '20.50'],
    ])
    expect(amount.repay.value).toBe('10.00')
  })

  test('the shop refunds the surplus beside the postage it repays', () => {
    const { amount } = decided([rule('cheaper', 'settle', { ...accepted, priceGap: 'shop-refunds' })], {
      reshipPostageCost: '12.00',
      priceSurplus: '5.00',
      returnPostageCost: '10.00',
    })
    expect(amount.repay.value).toBe('15.00')
    expect(amount.buyerPays.value).toBe('12.00')
  })
})

describe('who paid the courier for the return', () => {
  const borne = (returnPostage: string) => [
    rule('return', 'settle', { verdict: 'accept', returnPostage, reshipPostage: 'seller' }),
  ]
  const parcelBack = { returnPostageCost: '15.00', signedAt: 'none', returnReceivedAt: '2026-06-27 10:00' }
  const sums = (bearer: string, input: object) => {
    const { amount, missing } = decided(borne(bearer), { ...parcelBack, reshipPostageCost: '0.00', ...input })
    return { owed: amount.buyerPays, repaid: amount.repay.value, missing: missing.map(({ fact }) => fact) }
  }

  test('the shop, for a parcel sent freight collect: the buyer who bears it owes it, the shop that bears it repays nothing', () => {
    expect(sums('buyer', { freightCollect: true }).owed.items.map(({ item, value }) => [item, value])).toEqual([
      ['return-postage-paid', '15.00'],
    ])
    expect(sums('seller', { freightCollect: true })).toMatchObject({ owed: { value: '0.00' }, repaid: '0.00' })
    expect(sums('split', { freightCollect: true })).toMatchObject({ owed: { value: '7.50' }, repaid: '0.00' })
  })

  test('the shop, for a parcel that was refused', () => {
    expect(sums('buyer', { refusedToSign: true }).owed.value).toBe('15.00')
    expect(sums('seller', { refusedToSign: true })).toMatchObject({ owed: { value: '0.00' }, repaid: '0.00' })
  })

  test('the buyer, for any other: he owes nothing, and gets back what the shop bears', () => {
    expect(sums('buyer', {}).owed.value).toBe('0.00')
    expect(sums('seller', {})).toMatchObject({ owed: { value: '0.00' }, repaid: '15.00' })
  })

  test('nobody yet, until the parcel has arrived: what was refused at the door costs the buyer nothing', () => {
    expect(sums('buyer', { freightCollect: true, returnReceivedAt: 'none' }).owed.value).toBe('0.00')
  })

  test('where nobody knows how it was sent the sum is open, and its cost is not asked for', () => {
    const open = createDecider({ rules: borne('buyer') }).decide({ requested: 'exchange', asOf: '2026-06-28 10:00' })
    expect(open.amount.buyerPays.atLeast).toBe('0.00')
    expect(open.amount.buyerPays.value).toBeUndefined()
    expect(open.missing.map(({ fact }) => fact)).not.toContain('returnPostageCost')
    const due = sums('buyer', { freightCollect: true, returnPostageCost: { atLeast: '10.00' } })
    expect(due.owed.atLeast).toBe('10.00')
    expect(due.missing).toEqual(['returnPostageCost'])
  })
})

describe('an answer that hands the case to a person', () => {
  test('the outcome says so, with the rule', () => {
    const settled = rule('accept', 'settle', { verdict: 'accept', reshipPostage: 'buyer', returnPostage: 'buyer' })
    const person = decided([settled, rule('person', 'handle', { reply: 'person' })], {})
    expect(person.outcome).toBe('needs-review')
    expect(person.reviews).toEqual([{ reason: 'handed-over', question: 'reply', rules: ['shop/test/person'] }])
    const machine = decided([settled, rule('machine', 'handle', { reply: 'automatic' })], {})
    expect(machine.outcome).toBe('settled')
  })
})
