// Models that once told the engine and the reference apart, or nearly: tried first in every run.
// Promise: seeds only, so that they go through the same checks as the random ones.
import type { CaseSeed, ModelSeed } from './model-seeds.js'

const fact = (kind: number, record = false) => ({ kind, none: false, record, event: false })
const rule = (layer: number, value: number, mandatory: boolean, read = 1) => ({
  layer,
  stage: 0,
  answers: [{ question: 0, value }],
  mandatory,
  effective: 0,
  by: 0,
  excepts: [],
  tree: { fact: read, operator: 0, value: 0 },
})
const plain = {
  handle: [],
  arises: [],
  combine: 0,
  order: 0,
  never: undefined,
  parameter: undefined,
  setting: undefined,
  policy: undefined,
  conditions: [],
}
/** The first fact as `how` says, the others known. */
const about = (how: number, recordsComplete = false): CaseSeed => ({
  facts: [0, 0, 0, 0, 0, 0].map((value, i) => ({ value, how: i === 0 ? how : 0, spread: 0 })),
  agreed: { whether: 0, question: 0, value: 0 },
  recordsComplete,
  learn: 1,
  sample: 0,
})

export const FOUND: [ModelSeed, CaseSeed[]][] = [
  // A record written as "one of all its values" is written: complete records do not make it absent.
  [
    { ...plain, facts: [fact(1, true), fact(1)], settle: [0], rules: [rule(0, 0, false, 0), rule(0, 1, false)] },
    [about(7, true), about(0)],
  ],
  // An answer that may come to just as much as the floor stays possible when floors are enforced.
  [
    { ...plain, facts: [fact(2), fact(1)], settle: [3], rules: [rule(0, 0, false), rule(3, 2, true)] },
    [about(4), about(0)],
  ],
  // Two floors that come to the same are still one outcome.
  [
    {
      ...plain,
      facts: [fact(3), fact(1)],
      settle: [3],
      rules: [rule(0, 0, false), rule(1, 1, true), rule(3, 3, true)],
    },
    [about(0), about(4)],
  ],
]
