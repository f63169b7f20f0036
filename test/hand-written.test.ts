// What the benchmark holds as written by hand answers as the engine does, so that its figures compare like with like.
// Promise: every answer still possible on cases never picked by hand, complete and partial; open ones among them.
import { expect, test } from 'vitest'
import { compareWithHand } from './bench/compare-hand.js'
import { shopSlice } from './bench/contest-rules.js'
import { completeCaseByRecords, partialCase, randomFrom } from './support/after-sale-cases.js'

test('every answer of the slice is the one written by hand, open ones included', () => {
  const random = randomFrom(20_261_130)
  const cases = Array.from({ length: 40_000 }, (_, i) => (i % 3 === 0 ? partialCase : completeCaseByRecords)(random))
  const open = compareWithHand(
    shopSlice(),
    cases.map((one) => ({ json: JSON.stringify(one) })),
  )
  expect(open).toBeGreaterThan(2_000)
})
