// Which floor a breach names, and how surely.
// Promise: of floors alike the one that surely holds; a breach of what may not arise is possible, not certain.
import { expect, test } from 'vitest'
import { createDecider } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'

const { decide } = createDecider({ rules: [...law, ...taobao, ...sop] })

test('a dress with a flaw falls under the law on quality, not under that on food nobody has spoken of', () => {
  const dress = {
    requested: 'return-and-refund',
    reason: 'quality-defect',
    goodsKind: 'apparel',
    shopType: 'c-shop',
    tradeState: 'WAIT_BUYER_CONFIRM_GOODS',
    problemVerified: true,
    photosProvided: true,
    signsOfWear: false,
    knewFlawBefore: false,
    freeShipping: true,
    signedAt: '2026-09-28 23:30',
    appliedAt: 'none',
    asOf: '2026-09-30 17:00',
  } as const
  const { breaches, presumed } = decide(dress, { presume: true })
  const base = breaches.filter(({ question }) => question === 'refundBase')
  expect(base.map(({ rule }) => rule.id)).toEqual(['law/quality/refund-what-was-paid'])
  expect(presumed.map(({ fact }) => fact)).not.toContain('foodUnsafe')
})

test('a deduction that may not arise breaches nothing for certain', () => {
  const agreed = {
    reason: 'no-reason',
    freeShipping: false,
    shippedCollect: true,
    asOf: '2026-06-26 10:30',
    signedAt: '2026-06-23 18:00',
    appliedAt: '2026-06-26 10:00',
    agreed: { deductions: { 'outbound-postage': true }, by: '主管' },
  } as const
  const status = (more: object) =>
    decide({ ...agreed, ...more }).breaches.find(({ question }) => question === 'deductions.outbound-postage')?.status
  expect(status({})).toBe('possible')
  expect(status({ requested: 'exchange' })).toBeUndefined()
  const arising = { requested: 'return-and-refund', shopType: 'c-shop', resaleable: true, accessoriesComplete: true }
  expect(status(arising)).toBe('yes')
})
