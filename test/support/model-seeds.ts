// The raw material of generated models and cases: small numbers that a builder reads as choices from lists.
// Promise: every combination of numbers means some valid model, so that a failing one shrinks to a small one.
import fc from 'fast-check'

/** A choice from a list of unknown length: taken modulo its length; 0 is the plainest choice. */
const pick = fc.nat({ max: 59 })

export interface LeafSeed {
  readonly fact: number
  readonly operator: number
  readonly value: number
}

export type TreeSeed = LeafSeed | { readonly group: number; readonly children: readonly TreeSeed[] }

const leafSeed: fc.Arbitrary<LeafSeed> = fc.record({ fact: pick, operator: pick, value: pick })

/** Condition trees of at most this depth; the greater `branching`, the fewer leaves stand near the root. */
export function treeSeed(depth: number, branching = 1): fc.Arbitrary<TreeSeed> {
  if (depth === 0) return leafSeed
  const children = fc.array(treeSeed(depth - 1, branching), { minLength: 1, maxLength: 3, size: 'max' })
  return fc.oneof(
    { weight: 1, arbitrary: leafSeed },
    { weight: branching, arbitrary: fc.record({ group: pick, children }) },
  )
}

const factSeed = fc.record({ kind: pick, none: fc.boolean(), record: fc.boolean(), event: fc.boolean() })
const ruleSeed = fc.record({
  layer: pick,
  stage: pick,
  answers: fc.array(fc.record({ question: pick, value: pick }), { minLength: 1, maxLength: 3 }),
  mandatory: fc.boolean(),
  effective: pick,
  by: pick,
  excepts: fc.array(pick, { maxLength: 2 }),
  tree: treeSeed(2),
})
const conditionSeed = fc.record({ layer: pick, effective: pick, by: pick, tree: treeSeed(2) })

export const modelSeed = fc.record({
  facts: fc.array(factSeed, { minLength: 2, maxLength: 5 }),
  settle: fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 1, maxLength: 3 }),
  handle: fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 1 }),
  arises: fc.array(leafSeed, { maxLength: 3 }),
  combine: pick,
  order: pick,
  never: fc.option(fc.tuple(leafSeed, leafSeed), { nil: undefined, freq: 1 }),
  parameter: fc.option(
    fc.record({ kind: pick, by: pick, from: pick, values: fc.array(pick, { minLength: 1, maxLength: 3 }) }),
    {
      nil: undefined,
    },
  ),
  /** A setting that is a word: none, or which of its values. */
  policy: fc.option(pick, { nil: undefined, freq: 1 }),
  setting: fc.option(fc.record({ kind: pick, value: pick }), { nil: undefined }),
  conditions: fc.array(conditionSeed, { maxLength: 2 }),
  rules: fc.array(ruleSeed, { minLength: 2, maxLength: 10, size: 'max' }),
})

export const caseSeed = fc.record({
  facts: fc.array(fc.record({ value: pick, how: pick, spread: pick }), { minLength: 6, maxLength: 6 }),
  /** Something was agreed where `whether` is high. */
  agreed: fc.record({ whether: pick, question: pick, value: pick }),
  recordsComplete: fc.boolean(),
  learn: fc.nat({ max: 63 }),
  sample: fc.nat(),
})

export type ModelSeed = typeof modelSeed extends fc.Arbitrary<infer T> ? T : never
export type CaseSeed = typeof caseSeed extends fc.Arbitrary<infer T> ? T : never
