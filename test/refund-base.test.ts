// What each refund base comes to in fen, worked out by hand, with known facts and with open ones.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactView } from '../src/engine/declaration.js'
import { NONE, point, points, type ValueSet } from '../src/engine/value-set.js'
import { createDecider } from '../src/index.js'
import { keepsSome } from '../src/models/after-sale/pieces.js'
import { isNeverLess, refundBaseAmount } from '../src/models/after-sale/refund-base.js'
import type { RefundBase } from '../src/models/after-sale/terms.js'

// 100.00 yuan paid for 3 pieces, 8.00 of it postage; 2 pieces come back, 61.30 yuan by price; 15.00 was agreed.
const KNOWN: Readonly<Record<string, ValueSet>> = {
  paid: point(10_000),
  postagePaid: point(800),
  purchasePrice: point(6_130),
  negotiatedAmount: point(1_500),
  quantityBought: point(3),
  quantity: point(2),
}

const view =
  (changed: Readonly<Record<string, ValueSet>> = {}): FactView =>
  (fact) => {
    const set = changed[fact] ?? KNOWN[fact]
    if (set === undefined) throw new Error(`${fact} is not read by any base`)
    return set
  }

describe('known facts', () => {
  test.each([
    ['none', 0],
    ['postage-only', 800],
    ['difference', 1_500],
    // 10000 × 2 ÷ 3 = 6666.67: up.
    ['share', 6_667],
    ['item-prices', 6_130],
    ['full', 10_000],
  ])('%s: %d fen', (base, fen) => {
    expect(refundBaseAmount(base, view())).toEqual({ least: fen, most: fen })
  })

  test.each([
    // 10000 × 1 ÷ 3 = 3333.33: down. 1001 × 1 ÷ 2 = 500.5: the half goes up. 1 × 1 ÷ 3 = 0.33: nothing.
    [10_000, 1, 3, 3_333],
    [1_001, 1, 2, 501],
    [1, 1, 3, 0],
    [10_000, 3, 3, 10_000],
    // More pieces than were bought cannot come back.
    [10_000, 4, 3, 10_000],
  ])('share of %d fen, %d of %d pieces: %d', (paid, quantity, bought, fen) => {
    const facts = { paid: point(paid), quantity: point(quantity), quantityBought: point(bought) }
    expect(refundBaseAmount('share', view(facts))).toEqual({ least: fen, most: fen })
  })
})

describe('open facts', () => {
  test('a range goes through', () => {
    expect(refundBaseAmount('full', view({ paid: [5_000, 8_800] }))).toEqual({ least: 5_000, most: 8_800 })
    expect(refundBaseAmount('item-prices', view({ purchasePrice: [100, 100, 300, 400] }))).toEqual({
      least: 100,
      most: 400,
    })
  })

  test('nothing agreed, or perhaps nothing, counts as 0', () => {
    expect(refundBaseAmount('difference', view({ negotiatedAmount: point(NONE) }))).toEqual({ least: 0, most: 0 })
    expect(refundBaseAmount('difference', view({ negotiatedAmount: [NONE, NONE, 1_500, 2_000] }))).toEqual({
      least: 0,
      most: 2_000,
    })
  })

  test('a share is least for few of many pieces and most for all of few', () => {
    // 1 of 4 pieces of 90.00 is 22.50; 2 of 2 pieces of 100.00 is all of it.
    const facts: Readonly<Record<string, ValueSet>> = {
      paid: [9_000, 10_000],
      quantity: [1, 2],
      quantityBought: [2, 4],
    }
    expect(refundBaseAmount('share', view(facts))).toEqual({ least: 2_250, most: 10_000 })
  })

  test('a share of what is paid is never more than that, whatever is not known of the pieces', () => {
    const facts: Readonly<Record<string, ValueSet>> = { quantity: [1, 9_999], quantityBought: [1, 9_999] }
    // 10000 × 1 ÷ 9999 = 1.0001.
    expect(refundBaseAmount('share', view(facts))).toEqual({ least: 1, most: 10_000 })
  })
})

describe('an amount paid that nobody knows', () => {
  test('has no end: the postage is not taken off it, nor is it shared', () => {
    const END = 1_000_000_00
    const facts: Readonly<Record<string, ValueSet>> = { paid: [0, END], quantity: point(1), quantityBought: point(2) }
    expect(refundBaseAmount('goods', view(facts))).toEqual({ least: 0, most: END })
    // With an end of 100.00, less 8.00 of postage: half of 92.00.
    expect(refundBaseAmount('goods', view({ ...facts, paid: [0, 10_000] }))).toEqual({ least: 0, most: 4_600 })
  })
})

describe('pieces that may be all of them', () => {
  const SOME: ValueSet = [NONE, NONE, 1, 2]

  test('a share of no number of pieces is the whole amount', () => {
    expect(refundBaseAmount('share', view({ quantity: point(NONE) }))).toEqual({ least: 10_000, most: 10_000 })
    // 10000 × 1 ÷ 3 is 3333.33.
    expect(refundBaseAmount('share', view({ quantity: SOME }))).toEqual({ least: 3_333, most: 10_000 })
  })

  test.each<[ValueSet, ValueSet, number[]]>([
    [point(2), point(3), [1]],
    [point(3), point(3), [0]],
    [point(NONE), [1, 9_999], [0]],
    [[NONE, NONE, 1, 9_999], point(1), [0]],
    [SOME, point(3), [0, 1]],
    [
      [1, 2],
      [2, 4],
      [0, 1],
    ],
    [[1, 2], [3, 4], [1]],
  ])('%j of %j pieces: some are kept %j', (returned, bought, kept) => {
    expect(keepsSome(returned, bought)).toEqual(points(kept))
  })
})

test('a word that is no base is a mistake in the program', () => {
  expect(() => refundBaseAmount('half', view())).toThrow(RangeError)
  expect(() => refundBaseAmount('toString', view())).toThrow(RangeError)
})

describe('never less, whatever the amounts', () => {
  const BASES = ['none', 'postage-only', 'difference', 'goods', 'share', 'item-prices', 'full']
  const amounts = fc.record({
    paid: fc.nat(20_000),
    postagePaid: fc.nat(3_000),
    purchasePrice: fc.nat(30_000),
    negotiatedAmount: fc.nat(30_000),
    quantityBought: fc.integer({ min: 1, max: 9 }),
    quantity: fc.integer({ min: 1, max: 12 }),
  })

  test('what is said to be never less never is', () => {
    const pairs = BASES.flatMap((base) => BASES.map((other) => [base, other] as const))
    const told = pairs.filter(([base, other]) => isNeverLess(base, other))
    // Every base against none, and the rising four against those before them.
    expect(told).toHaveLength(BASES.length + 6)
    const property = fc.property(amounts, (known) => {
      const view = (fact: string) => point((known as Readonly<Record<string, number>>)[fact] as number)
      for (const [base, other] of told)
        expect(refundBaseAmount(base, view).least).toBeGreaterThanOrEqual(refundBaseAmount(other, view).most)
    })
    fc.assert(property, { seed: 20_261_128, numRuns: 2_000 })
  })
})

describe('outbound postage taken off a base', () => {
  const decider = createDecider({ rules: [] })
  const refund = (refundBase: RefundBase, facts: object, outboundPostage: 'buyer' | 'split' = 'buyer') =>
    decider.decide({
      requested: 'return-and-refund',
      freeShipping: false,
      alreadyRefunded: '0.00',
      ...facts,
      agreed: { verdict: 'accept', refundBase, outboundPostage, by: '主管' },
    }).amount.refund.value

  // 33.33 paid, 16.67 of it postage that cost 13.75; one piece, all of it comes back.
  const ONE = {
    paid: '33.33',
    postagePaid: '16.67',
    outboundPostageCost: '13.75',
    outboundPostageLeft: '13.75',
    purchasePrice: '25.00',
    negotiatedAmount: '10.00',
    quantityBought: 1,
    quantity: 'none',
  }

  test.each<[RefundBase, string]>([
    // What he does not get back of the 16.67 he has borne: all of it, or 16.66, and neither is less than 13.75.
    ['difference', '10.00'],
    ['goods', '16.66'],
    ['postage-only', '16.67'],
    // 33.33 less 25.00 leaves 8.33 with the shop: 5.42 more, as much as of the whole.
    ['item-prices', '19.58'],
    ['full', '19.58'],
  ])('%s refunds %s, no less than a lesser base', (base, fen) => {
    expect(refund(base, ONE)).toBe(fen)
  })

  test.each<[RefundBase, string]>([
    // 106.00 paid, 6.00 of it postage that cost 10.00: his half is 5.00, and less than the 6.00 he does not get back.
    ['goods', '100.00'],
    ['full', '101.00'],
  ])('half of it, where the leg is split: %s refunds %s', (base, fen) => {
    const facts = {
      ...ONE,
      paid: '106.00',
      postagePaid: '6.00',
      outboundPostageCost: '10.00',
      outboundPostageLeft: '10.00',
    }
    expect(refund(base, facts, 'split')).toBe(fen)
  })

  // 100.00 paid for two pieces, 10.00 of it postage that cost 12.00; one comes back.
  const HALF = {
    paid: '100.00',
    postagePaid: '10.00',
    outboundPostageCost: '12.00',
    outboundPostageLeft: '12.00',
    purchasePrice: '50.01',
    quantityBought: 2,
    quantity: 1,
  }

  test.each<[RefundBase, string]>([
    // Its part of the postage is 6.00, of which 5.00 stays with the shop already.
    ['goods', '44.00'],
    ['share', '44.00'],
    ['item-prices', '44.01'],
    ['full', '94.00'],
  ])('of half an order %s refunds %s', (base, fen) => {
    expect(refund(base, HALF)).toBe(fen)
  })
})
