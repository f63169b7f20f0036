// Damages by the term: floors, caps, rates half up, limits by another amount; worked out by hand from the statutes' figures.
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import type { FactView, Json } from '../src/engine/declaration.js'
import { NONE, point, type ValueSet } from '../src/engine/value-set.js'
import { createDecider } from '../src/index.js'
import { checkDamages, damagesText, measureDamages } from '../src/models/after-sale/damages.js'
import { damagesSchema } from '../src/models/after-sale/damages-schema.js'
import { facts } from '../src/models/after-sale/facts.js'
import { law, sop, taobao } from '../src/rules.js'

const view =
  (known: Readonly<Record<string, ValueSet>>): FactView =>
  (fact) => {
    const set = known[fact]
    if (set === undefined) throw new Error(`the term reads ${fact}`)
    return set
  }
const fen = (term: Json, known: Readonly<Record<string, number>>) => {
  const sets = Object.fromEntries(Object.entries(known).map(([id, amount]) => [id, point(amount)]))
  const { least, most } = measureDamages(term, view(sets))
  expect(least).toBe(most)
  return least
}

const FRAUD = { times: 3, of: 'purchasePrice', least: 500 }
const LATE = { rate: 0.01, of: 'purchasePrice', least: 3, most: 30 }
const DEPOSIT = { times: 1, of: 'deposit', upTo: { rate: 0.2, of: 'contractPrice' } }

describe('amounts', () => {
  test.each([
    // Three times the price, at least 500 yuan: both sides of 166.67.
    [FRAUD, { purchasePrice: 16_666 }, 50_000],
    [FRAUD, { purchasePrice: 16_667 }, 50_001],
    [FRAUD, { purchasePrice: 8_800 }, 50_000],
    // One per cent between 3 and 30 yuan; 1% of 350.50 is 3.505, half up to the fen.
    [LATE, { purchasePrice: 30_000 }, 300],
    [LATE, { purchasePrice: 29_900 }, 300],
    [LATE, { purchasePrice: 35_050 }, 351],
    [LATE, { purchasePrice: 300_000 }, 3_000],
    [LATE, { purchasePrice: 300_100 }, 3_000],
    // The deposit once more, no more than a fifth of the price.
    [DEPOSIT, { deposit: 10_000, contractPrice: 50_000 }, 10_000],
    [DEPOSIT, { deposit: 10_001, contractPrice: 50_000 }, 10_000],
    [DEPOSIT, { deposit: 30_000, contractPrice: 50_000 }, 10_000],
    [DEPOSIT, { deposit: NONE, contractPrice: 50_000 }, 0],
  ])('%j of %j: %d fen', (term, known, expected) => {
    expect(fen(term as Json, known as Record<string, number>)).toBe(expected)
  })

  test('what is not known exactly stays between its ends', () => {
    expect(measureDamages(FRAUD, view({ purchasePrice: [10_000, 20_000] }))).toEqual({ least: 50_000, most: 60_000 })
    expect(measureDamages(DEPOSIT, view({ deposit: [0, 20_000], contractPrice: point(50_000) }))).toEqual({
      least: 0,
      most: 10_000,
    })
  })
})

describe('terms', () => {
  const accepts = new Ajv({ strict: false }).compile(damagesSchema() as object)

  test.each<[Json, boolean]>([
    [FRAUD, true],
    [LATE, true],
    [DEPOSIT, true],
    [{ times: 10, of: 'paid' }, true],
    [{ rate: 1, of: 'paid' }, true],
    [{ times: 0, of: 'paid' }, false],
    [{ times: 11, of: 'paid' }, false],
    [{ times: 1.5, of: 'paid' }, false],
    [{ rate: 0, of: 'paid' }, false],
    [{ rate: 1.1, of: 'paid' }, false],
    [{ rate: 0.1, times: 2, of: 'paid' }, false],
    [{ of: 'paid' }, false],
    [{ times: 2 }, false],
    [{ times: 2, of: 'reason' }, false],
    [{ times: 2, of: 'paid', least: '500' }, false],
    [{ times: 2, of: 'paid', least: -1 }, false],
    [{ times: 2, of: 'paid', upTo: { of: 'paid' } }, false],
    [{ times: 2, of: 'paid', upTo: 3 }, false],
    [{ times: 2, of: 'paid', other: 3 }, false],
    [3, false],
    [null, false],
  ])('%j is accepted: %s', (term, accepted) => {
    expect(checkDamages(term) === undefined).toBe(accepted)
    expect(accepts(term)).toBe(accepted)
  })

  test('a least above the most is found, though no schema can say so', () => {
    expect(checkDamages({ times: 2, of: 'paid', least: 3, most: 2 })).toBeDefined()
    expect(checkDamages({ times: 2, of: 'paid', least: 3, most: 3 })).toBeUndefined()
  })

  test('in words', () => {
    const labelOf = (fact: keyof typeof facts) => facts[fact].label
    expect(damagesText(FRAUD, labelOf).zh).toBe('成交价的 3 倍，至少 500.00 元')
    expect(damagesText(LATE, labelOf).zh).toBe('成交价的 1%，至少 3.00 元，至多 30.00 元')
    expect(damagesText(DEPOSIT, labelOf)).toEqual({
      zh: '定金，不超过合同价款的 20%',
      en: 'deposit, no more than 20% of the contract price',
    })
  })
})

test('in a decision they are frozen: nothing done to one reaches the next', () => {
  const decider = createDecider({ rules: [...law, ...taobao, ...sop] })
  const { possible } = decider.decide({ reason: 'out-of-stock' }).answers.damages['out-of-stock'] ?? { possible: [] }
  const terms = possible.filter((one) => typeof one === 'object')
  expect(terms.length).toBeGreaterThan(0)
  expect(terms.every((term) => Object.isFrozen(term))).toBe(true)
})
