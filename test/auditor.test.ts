// Last year's cases as an auditor sees them: each gets the law, the rate and the rule version of its day.
// Promise: expected versions are worked out by hand from the days the texts came into force, not read from the documents.
import { describe, expect, it } from 'vitest'
import { type Case, createDecider, type Decision } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'

const decider = createDecider({ rules: [...law, ...taobao, ...sop] })

/** A Tmall return without a reason after success, invoiced and the invoice kept; 100.00 paid, no postage in it. */
function returned(day: string, over: object = {}): Case {
  return {
    requested: 'return-and-refund',
    reason: 'no-reason',
    shopType: 'tmall',
    tradeState: 'TRADE_FINISHED',
    freeShipping: true,
    paid: '100.00',
    postagePaid: '0.00',
    purchasePrice: '100.00',
    quantityBought: 1,
    outboundPostageCost: '8.00',
    resaleable: true,
    accessoriesComplete: true,
    signedAt: `${day} 09:00`,
    finishedAt: `${day} 10:00`,
    appliedAt: `${day} 11:00`,
    asOf: `${day} 12:00`,
    invoiceIssued: true,
    invoicedOn: day,
    recordsComplete: true,
    ...over,
  } as Case
}

const decide = (input: Case) => decider.decide(input, { presume: true })
const taxOf = ({ amount }: Decision) => amount.refund.items.find(({ item }) => item === 'invoice-tax')?.value
const floorsOf = (decision: Decision) => decision.breaches.map(({ question, rule }) => [question, rule.id])
const heldOn = (input: Case) =>
  decider
    .trace(input)
    .filter(({ inForce }) => inForce === 'yes')
    .map(({ rule }) => rule)

describe('the VAT rate follows the day of the invoice', () => {
  it.each([
    ['2017-06-30', '-17.00'],
    ['2018-04-30', '-17.00'],
    ['2018-05-01', '-16.00'],
    ['2018-05-20', '-16.00'],
    ['2019-03-31', '-16.00'],
    ['2019-04-01', '-13.00'],
    ['2024-06-15', '-13.00'],
    ['2026-03-15', '-13.00'],
  ])('%s: %s', (day, tax) => {
    // Nothing but the tax is taken off: commission and points are agreed away.
    const agreed = { deductions: { commission: false, points: false }, by: 'supervisor' }
    const decision = decide(returned(day, { agreed }))
    expect(taxOf(decision)).toBe(tax)
    expect(decision.amount.refund.value).toBe((100 + Number(tax)).toFixed(2))
  })
})

describe('the law of the day', () => {
  it('2017-01: the statute alone; the measures come on 2017-03-15', () => {
    expect(heldOn(returned('2017-03-14'))).toContain('law/no-reason/seven-days-before-measures')
    expect(heldOn(returned('2017-03-14'))).not.toContain('law/no-reason/seven-days')
    expect(heldOn(returned('2017-03-15'))).toContain('law/no-reason/seven-days')
    expect(heldOn(returned('2017-03-15'))).not.toContain('law/no-reason/seven-days-before-measures')
    expect(floorsOf(decide(returned('2017-03-14')))).toEqual([])
    expect(floorsOf(decide(returned('2017-03-15')))).toContainEqual([
      'deductions.commission',
      'law/no-reason/no-commission-or-points',
    ])
  })

  it("2018-05: no e-commerce law yet; from 2019-01-01 what is lost on the way is the seller's", () => {
    const lost = (day: string) =>
      returned(day, {
        requested: 'refund-only',
        reason: 'lost-in-transit',
        problemVerified: true,
        shopType: 'c-shop',
        tradeState: 'WAIT_BUYER_CONFIRM_GOODS',
        shippedAt: `${day} 01:00`,
        signedAt: 'none',
        finishedAt: 'none',
        invoiceIssued: false,
        invoicedOn: 'none',
      })
    expect(decide(lost('2018-05-20')).answers.verdict.status).toBe('silent')
    const later = decide(lost('2019-04-10'))
    expect(later.answers.verdict.value).toBe('accept')
    expect(later.answers.verdict.rules.map(({ id }) => id)).toEqual(['law/transit/lost-before-signing'])
    expect(later.amount.refund.value).toBe('100.00')
  })

  it('2024-06 and 2024-07: after a replacement the seven days begin anew from 2024-07-01', () => {
    const replaced = (day: string) =>
      returned(day, {
        reason: 'quality-defect',
        problemVerified: true,
        signedAt: '2024-06-01 09:00',
        finishedAt: '2024-06-02 10:00',
        replacedAt: `${day} 09:00`,
      })
    const before = decide(replaced('2024-06-30'))
    const after = decide(replaced('2024-07-01'))
    expect(before.breaches.some(({ question }) => question === 'verdict')).toBe(false)
    expect(after.breaches.find(({ question }) => question === 'verdict')?.rule.id).toBe(
      'law/quality/period-starts-anew',
    )
  })

  it('2024-08: unsafe food bought knowingly, before and after the interpretation of 2024-08-22', () => {
    const unsafe = (day: string) => returned(day, { foodUnsafe: true, sellerKnew: true, knewFlawBefore: true })
    expect(decide(unsafe('2024-08-21')).amount.compensate.value).toBe('1000.00')
    expect(decide(unsafe('2024-08-22')).amount.compensate.value).toBe('0.00')
  })
})

describe("the platform's rules of the day", () => {
  const dress = (day: string) =>
    returned(day, {
      shopType: 'c-shop',
      tradeState: 'WAIT_BUYER_CONFIRM_GOODS',
      finishedAt: 'none',
      invoiceIssued: false,
      invoicedOn: 'none',
    })
  const late = (paid: string, now: string) =>
    returned(now.slice(0, 10), {
      requested: 'refund-only',
      shopType: 'c-shop',
      tradeState: 'WAIT_SELLER_SEND_GOODS',
      paidAt: paid,
      shippedAt: 'none',
      signedAt: 'none',
      finishedAt: 'none',
      appliedAt: now,
      asOf: now,
      purchasePrice: '500.00',
      paid: '500.00',
      invoiceIssued: false,
      invoicedOn: 'none',
    })

  it('2025-08: who bears the outbound leg, by law before and by the platform as well from 2025-08-15', () => {
    expect(heldOn(dress('2025-08-14')).filter((id) => id.startsWith('platform/'))).toEqual([])
    expect(heldOn(dress('2025-08-15'))).toContain('platform/taobao/freight/no-reason-free-shipping')
    for (const day of ['2025-08-14', '2025-08-15', '2025-09-20']) {
      const breach = decide(dress(day)).breaches.find(({ question }) => question === 'deductions.outbound-postage')
      expect([day, breach?.status, breach?.difference]).toEqual([day, 'yes', '8.00'])
    }
  })

  it('2025-09: late shipment costs 1 % from 2025-09-05, and nothing that we know of before', () => {
    expect(decide(late('2025-09-02 09:00', '2025-09-04 23:59')).amount.compensate.value).toBe('0.00')
    expect(decide(late('2025-09-02 09:00', '2025-09-05 00:00')).amount.compensate.value).toBe('5.00')
    expect(decide(late('2025-09-18 09:00', '2025-09-20 12:00')).amount.compensate.value).toBe('5.00')
  })

  it('2026-03: an imposed refund without return can be contested, as it could not before 2026-02-01', () => {
    const imposed = (day: string) =>
      decide(returned(day, { requested: 'refund-only', reason: 'quality-defect', refundWithoutReturnImposed: true }))
    const tasks = (decision: Decision) => decision.tasks.map(({ task }) => task)
    expect(tasks(imposed('2026-01-31'))).not.toContain('contest-imposed-refund')
    expect(tasks(imposed('2026-03-15'))).toContain('contest-imposed-refund')
  })
})
