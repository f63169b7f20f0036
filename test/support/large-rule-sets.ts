// Rule sets of a thousand rules over sixteen facts: as a shop writes them, and without any order at all.
// Promise: the same seed gives the same rules; the model and every document are plain values.
import { defineModel, type Model } from '../../src/engine/model.js'
import { randomFrom } from './after-sale-cases.js'

const text = (zh: string) => ({ zh, en: zh })
const fact = { role: 'circumstance', ask: ['shop'], question: text('?') } as const
const SOURCE = { document: 'own', clause: '1', summary: '自定' }
const ANSWERS = ['refuse', 'offer', 'accept', 'review'] as const

const enumOf = (size: number) =>
  ({
    kind: 'enum',
    values: Object.fromEntries(Array.from({ length: size }, (_, i) => [`v${i}`, text(`值${i}`)])),
  }) as const

/** Sixteen facts: words, yes and no, days, money. */
export function largeModel(): Model {
  const kinds = [
    ...[6, 14, 12, 5, 4, 8].map(enumOf),
    ...Array.from({ length: 6 }, () => ({ kind: 'boolean' }) as const),
    ...Array.from({ length: 2 }, () => ({ kind: 'integer', min: 0, max: 400 }) as const),
    ...Array.from({ length: 2 }, () => ({ kind: 'money' }) as const),
  ]
  return defineModel({
    id: 'large',
    title: text('大'),
    clock: 'asOf',
    parties: { shop: text('店铺') },
    facts: {
      ...Object.fromEntries(kinds.map((kind, i) => [`f${i}`, { ...fact, ...kind, label: text(`事实${i}`) }])),
      asOf: { ...fact, kind: 'instant', label: text('判定时间') },
    },
    questions: {
      verdict: {
        kind: 'choice',
        stage: 'settle',
        essential: true,
        label: text('结论'),
        values: Object.fromEntries(ANSWERS.map((id) => [id, text(id)])),
      },
    },
    layers: { shop: { label: text('店铺') } },
    stages: ['settle'],
  }) as Model
}

type Random = ReturnType<typeof randomFrom>
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

function leaf(random: Random, i: number): object {
  if (i < 6) {
    const size = [6, 14, 12, 5, 4, 8][i] as number
    const words = Array.from({ length: 1 + Math.floor(random() * 2) }, () => `v${Math.floor(random() * size)}`)
    return { fact: `f${i}`, operator: 'in', value: [...new Set(words)] }
  }
  if (i < 12) return { fact: `f${i}`, operator: 'equal', value: random() < 0.5 }
  const operator = pick(random, ['lessThanInclusive', 'greaterThan'])
  return { fact: `f${i}`, operator, value: pick(random, i < 14 ? [3, 7, 15, 30, 90] : [10, 50, 100, 500]) }
}

function rule(id: string, leaves: readonly object[], verdict: string, exceptionTo: readonly string[] = []): object {
  return {
    id,
    title: id,
    layer: 'shop',
    source: SOURCE,
    effective: { from: '2012-01-01' },
    ...(exceptionTo.length > 0 ? { exceptionTo } : {}),
    conditions: { all: leaves },
    event: { type: 'settle', params: { verdict } },
  }
}

/** A rule per request and reason, exceptions to each, and exceptions to those. */
export function realisticRules(count: number, seed: number): readonly object[] {
  const random = randomFrom(seed)
  const rules: object[] = []
  for (let request = 0; request < 6; request += 1) {
    for (let reason = 0; reason < 14 && rules.length < count; reason += 1) {
      const base = `shop/base-${request}-${reason}`
      const claim = [
        { fact: 'f0', operator: 'equal', value: `v${request}` },
        { fact: 'f1', operator: 'equal', value: `v${reason}` },
      ]
      rules.push(rule(base, claim, pick(random, ANSWERS)))
      let above = base
      for (let i = 0; i < Math.ceil(count / 84) - 1 && rules.length < count; i += 1) {
        const id = `${base}-${i}`
        const others = Array.from({ length: 1 + Math.floor(random() * 3) }, () => 2 + Math.floor(random() * 14))
        rules.push(
          rule(id, [...claim, ...[...new Set(others)].map((one) => leaf(random, one))], pick(random, ANSWERS), [above]),
        )
        if (random() < 0.7) above = id
      }
    }
  }
  return rules
}

/** Two to five facts each, whichever they are. */
export function randomRules(count: number, seed: number): readonly object[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, i) => {
    const facts = new Set(Array.from({ length: 2 + Math.floor(random() * 4) }, () => Math.floor(random() * 16)))
    return rule(
      `shop/r-${i}`,
      [...facts].map((one) => leaf(random, one)),
      pick(random, ANSWERS),
    )
  })
}
