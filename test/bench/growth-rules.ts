// Rule sets from 30 to 10,000 rules: many shops with their own exceptions, one shop with one long table, no order at all.
// Promise: well-typed after-sale rules that say yes to members of collected questions, so that none conflict; the same
// seed gives the same rules; a smaller set is the beginning of a larger one.
import type { FactDeclaration } from '../../src/engine/declaration.js'
import { afterSale } from '../../src/models/after-sale/model.js'
import { pick, type Random, randomFrom } from '../support/after-sale-cases.js'
import { enumLeaf, leaf, paddingRules, randomEvent, SOURCE_GENERATED } from './padding.js'

export const SETS = ['shops', 'table', 'random'] as const
export type SetName = (typeof SETS)[number]
export const SIZES = [30, 100, 300, 1_000, 3_000, 10_000] as const

const BASE = 20
const OVERRIDES = 10

/** How many shops a set of so many rules has. */
const shopsOf = (size: number) => Math.max(1, Math.ceil((size - BASE) / OVERRIDES))

/** Which shop a case is of: a fact of the shops' own. */
export function shopFact(size: number): Readonly<Record<string, FactDeclaration>> {
  const values = Array.from({ length: shopsOf(size) }, (_, i) => [`s${i}`, { zh: `店${i}`, en: `shop ${i}` }] as const)
  return {
    shopId: {
      kind: 'enum',
      role: 'circumstance',
      ask: ['shop'],
      label: { zh: '店铺编号', en: 'shop' },
      question: { zh: '哪家店？', en: 'which shop?' },
      values: Object.fromEntries(values),
    },
  }
}

const rule = (id: string, conditions: object, event: object, exceptionTo?: string) => ({
  id,
  title: id,
  layer: 'shop',
  source: { document: 'generated', clause: id, summary: 'generated for the benchmark' },
  effective: { from: '2012-01-01' },
  ...(exceptionTo === undefined ? {} : { exceptionTo: [exceptionTo] }),
  conditions,
  event,
})

/** Rules that hold for every shop, and ten of each shop's own that say otherwise or say more. */
function shopRules(size: number, seed: number): object[] {
  const random = randomFrom(seed)
  const base = Array.from({ length: BASE }, (_, i) => ({
    leaves: [enumLeaf(random), leaf(random)],
    event: randomEvent(random, 'settle'),
    id: `shop/base/${i}`,
  }))
  const rules = base.map(({ id, leaves, event }) => rule(id, { all: leaves }, event))
  for (let i = 0; rules.length < size; i += 1) {
    const shop = { fact: 'shopId', operator: 'equal', value: `s${Math.floor(i / OVERRIDES)}` }
    const changed = pick(random, base)
    const id = `shop/own/${i}`
    rules.push(
      random() < 0.5
        ? rule(id, { all: [shop, ...changed.leaves] }, withdrawn(changed.event), changed.id)
        : rule(id, { all: [shop, enumLeaf(random), leaf(random)] }, randomEvent(random, 'settle')),
    )
  }
  return rules
}

/** The same members, answered no. */
function withdrawn({ type, params }: ReturnType<typeof randomEvent>): object {
  const no = (members: object) => Object.fromEntries(Object.keys(members).map((member) => [member, false]))
  return { type, params: Object.fromEntries(Object.entries(params).map(([group, members]) => [group, no(members)])) }
}

const TABLE = ['requested', 'reason', 'shopType', 'tradeState'] as const

/** One row for each combination of four words and a range of the amount paid. */
function tableRules(size: number, seed: number): object[] {
  const random = randomFrom(seed)
  return Array.from({ length: size }, (_, i) => {
    const cells = TABLE.map((fact) => ({
      fact,
      operator: 'equal',
      value: pick(random, Object.keys(afterSale.declaration.facts[fact].values)),
    }))
    const from = Math.floor(random() * 300)
    const range = [
      { fact: 'paid', operator: 'greaterThanInclusive', value: from },
      { fact: 'paid', operator: 'lessThan', value: from + 50 },
    ]
    return rule(`shop/table/${i}`, { all: [...cells, ...range] }, randomEvent(random, 'settle'))
  })
}

export function growthRules(set: SetName, size: number, seed: number): object[] {
  if (set === 'shops') return [SOURCE_GENERATED, ...shopRules(size, seed)]
  return set === 'table' ? [SOURCE_GENERATED, ...tableRules(size, seed)] : paddingRules(size, seed, [])
}

export function ofShop<T extends object>(written: T, random: Random, size: number): T {
  return { ...written, shopId: `s${Math.floor(random() * shopsOf(size))}` }
}
