// Sets of numbers as V8 holds them: the numbers side by side, not each in a box of its own.
// Promise: deciding leaves them so. Code that reads sets and lists of objects alike boxes every set it reads, and all code
// that reads such a set after it does so too: deciding took a fifth longer.
import { setFlagsFromString } from 'node:v8'
import { expect, test } from 'vitest'
import { decideReading, prepare } from '../src/engine/decider.js'
import { readCase } from '../src/engine/read-case.js'
import { computeAmounts } from '../src/models/after-sale/compute.js'
import type { AfterSaleRulings } from '../src/models/after-sale/decision.js'
import { afterSale } from '../src/models/after-sale/model.js'
import { law, sop, taobao } from '../src/rules.js'
import { partialCase, randomFrom } from './support/after-sale-cases.js'

/** A function of V8's own, which its parser knows only while it is told to. */
function isBoxed(): (list: readonly number[]) => boolean {
  setFlagsFromString('--allow-natives-syntax')
  const found = new Function('list', 'return %HasObjectElements(list)') as (list: readonly number[]) => boolean
  found([])
  setFlagsFromString('--no-allow-natives-syntax')
  return found
}

test('sets of the rules and domains of the facts stay unboxed over many cases', () => {
  const documents = [...law, ...taobao, ...sop].map((document) => ({ file: '', document }))
  const prepared = prepare(afterSale, documents, {})
  if (!prepared.ok) throw new Error('the shipped rules load')
  const rulings = prepared.value.rulings as AfterSaleRulings
  const compute = computeAmounts(rulings)
  const random = randomFrom(20261130)
  for (let i = 0; i < 6000; i += 1) {
    const read = readCase(afterSale, partialCase(random))
    if (read.ok) decideReading(rulings, compute, read.value)
  }
  const { rules, conditions, model } = rulings.ruleSet
  const ofRules = [...rules, ...conditions].flatMap(({ leaves }) => leaves.flatMap(({ sets }) => sets))
  const sets = [...ofRules, ...model.columns.map(({ domain }) => domain)]
  expect(sets.length).toBeGreaterThan(1000)
  expect(sets.filter(isBoxed()).length).toBe(0)
})
