// Decides many cases in a process of its own, and prints how many sets of numbers there are and how many V8 holds boxed.
// Run with `--allow-natives-syntax`: V8's parser knows its own functions only then.
import { decideReading, prepare } from '../../src/engine/decider.js'
import { readCase } from '../../src/engine/read-case.js'
import { computeAmounts } from '../../src/models/after-sale/compute.js'
import type { AfterSaleRulings } from '../../src/models/after-sale/decision.js'
import { afterSale } from '../../src/models/after-sale/model.js'
import { law, sop, taobao } from '../../src/rules.js'
import { partialCase, randomFrom } from './after-sale-cases.js'

const isBoxed = new Function('list', 'return %HasObjectElements(list)') as (list: readonly number[]) => boolean

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
const ofRules = [...rules, ...conditions].flatMap(({ boxes }) => boxes.flatMap((box) => [...box.values()]))
const sets = [...ofRules, ...model.columns.map(({ domain }) => domain)]
process.stdout.write(JSON.stringify({ sets: sets.length, boxed: sets.filter(isBoxed).length }))
