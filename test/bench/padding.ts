// Rules to fill a benchmark up: well-typed, over the after-sale vocabulary, in the shop layer.
// Promise: the same seed gives the same rules; each says yes to members of collected questions, so that none conflict.

import { afterSale } from '../../src/models/after-sale/model.js'
import { pick, type Random, randomFrom } from '../support/after-sale-cases.js'

const { facts, questions } = afterSale.declaration

const MEMBERS = { settle: ['offer', 'recourse'], handle: ['tasks', 'evidence', 'registers', 'notify'] } as const
const ENUMS = ['requested', 'reason', 'shopType', 'tradeState', 'refundState'] as const
const BOOLEANS = [
  'resaleable',
  'accessoriesComplete',
  'signsOfWear',
  'photosProvided',
  'problemVerified',
  'inspectionPassed',
  'freeShipping',
  'freightInsurance',
  'placedOnTaobao',
  'negotiationFailed',
]
const AMOUNTS = ['paid', 'postagePaid', 'outboundPostageCost', 'returnPostageCost', 'appliedAmount']
const MOMENTS = ['signedAt', 'appliedAt', 'returnReceivedAt']
const NAMED = ['no-reason-return-holds', 'shop-at-fault', 'not-shop-fault', 'quality-claim-holds']
const ORDERINGS = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']

/** An enum leaf: usually one value or a few, as rules have it. */
export function enumLeaf(random: Random): object {
  const fact = pick(random, ENUMS)
  const values = Object.keys(facts[fact].values)
  if (random() < 0.5) return { fact, operator: 'equal', value: pick(random, values) }
  const some = values.filter(() => random() < 0.35)
  const list = some.length > 0 ? some : values.slice(0, 2)
  return { fact, operator: random() < 0.75 ? 'in' : 'notIn', value: list }
}

/** A leaf of any kind. */
export function leaf(random: Random): object {
  const kind = random()
  if (kind < 0.4) return enumLeaf(random)
  if (kind < 0.7) return { fact: pick(random, BOOLEANS), operator: 'equal', value: random() < 0.6 }
  if (kind < 0.85) {
    const fact = pick(random, AMOUNTS)
    const most = fact === 'paid' || fact === 'appliedAmount' ? 300 : 20
    return { fact, operator: pick(random, ORDERINGS), value: Math.floor(random() * most * 100) / 100 }
  }
  if (kind < 0.93)
    return { fact: 'daysSinceSigning', operator: pick(random, ORDERINGS), value: Math.floor(random() * 14) }
  return { fact: pick(random, MOMENTS), operator: random() < 0.5 ? 'equal' : 'notEqual', value: 'none' }
}

/** Yes to a member of some collected question. */
export function randomEvent(random: Random, stage: keyof typeof MEMBERS) {
  const group = pick(random, MEMBERS[stage])
  const member = pick(random, Object.keys(questions[group].members))
  return { type: stage, params: { [group]: { [member]: true } } }
}

function conditions(random: Random, stage: string, named: readonly string[]): object {
  const all: object[] = [enumLeaf(random)]
  const more = 1 + Math.floor(random() * 3)
  for (let i = 0; i < more; i += 1) all.push(leaf(random))
  if (random() < 0.25) all.push({ any: [leaf(random), leaf(random)] })
  if (random() < 0.15) all.push({ not: { all: [leaf(random), leaf(random)] } })
  if (random() < 0.3 && named.length > 0) all.push({ condition: pick(random, named) })
  if (stage === 'handle')
    all.push({ fact: 'verdict', operator: random() < 0.7 ? 'equal' : 'notEqual', value: 'accept' })
  return { all }
}

export const SOURCE_GENERATED = {
  id: 'generated',
  name: { zh: '生成的规则', en: 'generated rules' },
  checked: '2026-11-22',
}

/** So many rules of both stages, and the source they cite. They rest on the conditions `named`. */
export function paddingRules(count: number, seed: number, named: readonly string[] = NAMED): object[] {
  const random = randomFrom(seed)
  const rules = Array.from({ length: count }, (_, i) => {
    const stage = i % 2 === 0 ? 'settle' : 'handle'
    const event = randomEvent(random, stage)
    return {
      id: `shop/generated/${String(i).padStart(4, '0')}`,
      title: `generated ${i}`,
      layer: 'shop',
      source: { document: 'generated', clause: String(i), summary: 'generated for the benchmark' },
      effective: { from: '2012-01-01' },
      conditions: conditions(random, stage, named),
      event,
    }
  })
  return [SOURCE_GENERATED, ...rules]
}
