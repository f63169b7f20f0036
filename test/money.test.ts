// Money: the strict written form, exact arithmetic, and rounding half up to the fen.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatYuan, parseYuan, rateOf, shareOf } from '../src/money.js'

const MOST = 10 ** 12
const anyFen = fc.integer({ min: 0, max: MOST })

describe('parseYuan', () => {
  test.each([
    ['0', 0],
    ['0.0', 0],
    ['0.01', 1],
    ['0.1', 10],
    ['1', 100],
    ['5.5', 550],
    ['5.05', 505],
    ['88.00', 8800],
    // 1.15 × 100 is 114.99999999999999 in binary floating point.
    ['1.15', 115],
    ['9999999999.99', MOST - 1],
  ])('%s', (text, fen) => {
    expect(parseYuan(text)).toBe(fen)
  })

  test.each([
    '',
    ' ',
    ' 5 ',
    '5 ',
    '5\n',
    '-0',
    '-1',
    '+1',
    '01',
    '00',
    '.5',
    '5.',
    '5.001',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '1,000.00',
    '1_000',
    '１',
    '¥5',
    '5元',
    '10000000000',
  ])('%j is no amount', (text) => {
    expect(parseYuan(text)).toBeUndefined()
  })
})

describe('formatYuan', () => {
  test.each([
    [0, '0.00'],
    [-0, '0.00'],
    [1, '0.01'],
    [10, '0.10'],
    [8000, '80.00'],
    [-1, '-0.01'],
    [-1250, '-12.50'],
    [MOST, '10000000000.00'],
  ])('%d', (fen, text) => {
    expect(formatYuan(fen)).toBe(text)
  })

  test('an amount reads back as it was written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: MOST - 1 }), (fen) => parseYuan(formatYuan(fen)) === fen))
  })
})

describe('shareOf', () => {
  test.each([
    [10_000, 1, 3, 3333],
    [10_000, 2, 3, 6667],
    [10_000, 3, 3, 10_000],
    [10_000, 0, 3, 0],
    [0, 2, 3, 0],
    [1, 1, 2, 1],
    [1, 1, 3, 0],
    [5, 1, 2, 3],
    [101, 1, 2, 51],
    // 0.4999… stays below the half: 10^12 × 1 ÷ (2 × 10^12 + 1).
    [MOST, 1, 2 * MOST + 1, 0],
    [MOST, 1, 2 * MOST, 1],
    [MOST, 999_999_999, 1_000_000_000, 999_999_999_000],
    // Twice the product is one less, and one more, than an odd multiple of the whole: 10^-16 of a fen beside the half.
    [999_999_999_989, 5_749_101_408_755_367, 9_007_199_254_740_881, 638_278_475_483],
    [999_999_999_989, 3_258_097_845_985_514, 9_007_199_254_740_881, 361_721_524_506],
  ])('%d fen × %d ÷ %d = %d', (fen, part, whole, share) => {
    expect(shareOf(fen, part, whole)).toBe(share)
  })

  test.each([
    [1, 1, 0],
    [1, 1, -1],
    [-1, 1, 1],
    [1, -1, 1],
    [1.5, 1, 1],
    [1, 0.5, 1],
    [1, 1, Number.NaN],
    [Number.POSITIVE_INFINITY, 1, 1],
    [MOST, MOST, 1],
  ])('%d fen × %d ÷ %d is a mistake of the program', (fen, part, whole) => {
    expect(() => shareOf(fen, part, whole)).toThrow(RangeError)
  })

  test('is the nearest fen, the upper one at the half, by whole-number arithmetic', () => {
    const count = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(anyFen, count, count, (fen, a, b) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b, 1)]
        // How far the share lies below the exact one, in halves of a `whole`: less than one, and just one above it at most.
        const below = 2n * (BigInt(fen) * BigInt(part) - BigInt(shareOf(fen, part, whole)) * BigInt(whole))
        expect(below < BigInt(whole) && below >= -BigInt(whole)).toBe(true)
      }),
    )
  })

  test('shares of all parts miss the whole by at most half a fen each, and none exceeds it', () => {
    fc.assert(
      fc.property(
        anyFen,
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 }),
        (fen, parts) => {
          const whole = parts.reduce((sum, part) => sum + part, 0)
          const shares = parts.map((part) => shareOf(fen, part, whole))
          const sum = shares.reduce((total, share) => total + share, 0)
          expect(Math.abs(sum - fen)).toBeLessThanOrEqual(parts.length / 2)
          expect(Math.max(...shares)).toBeLessThanOrEqual(fen)
        },
      ),
    )
  })
})

describe('rateOf', () => {
  test.each([
    // 5 % of 88.00 is 4.40; of 0.10 it is half a fen, rounded up; of 0.09 it is below the half.
    [8800, 500, 440],
    [10, 500, 1],
    [9, 500, 0],
    // 17 % of 99.99 is 16.9983; 0.05 % of 1.00 is 0.05 of a fen.
    [9999, 1700, 1700],
    [100, 5, 0],
    [8800, 10_000, 8800],
    [8800, 0, 0],
  ])('%d fen at %d ten-thousandths = %d', (fen, rate, amount) => {
    expect(rateOf(fen, rate)).toBe(amount)
  })
})
