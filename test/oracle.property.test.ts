// Our matching against json-rules-engine: the same documents, the same complete cases, the same rules must hold.
// Promise: every operator legal on a kind, values on both sides of each number, trees four levels deep, named conditions.
import fc from 'fast-check'
import { Engine, type RuleProperties } from 'json-rules-engine'
import { afterAll, describe, expect, it } from 'vitest'
import type { Condition, ModelDeclaration } from '../src/engine/declaration.js'
import { evaluate } from '../src/engine/evaluate.js'
import { statedFacts } from '../src/engine/facts.js'
import { NO, YES } from '../src/engine/matcher.js'
import { defineModel } from '../src/engine/model.js'
import { readCase } from '../src/engine/read-case.js'
import { loadRuleSet, type RuleSet } from '../src/engine/ruleset.js'
import { deepFreeze } from './support/engine-run.js'
import { type Readable, treeFrom } from './support/generate-condition.js'
import { treeSeed } from './support/model-seeds.js'
import type { Value } from './support/reference.js'
import { at, both, factFrom, INSTANTS, KINDS, type Kind, SOURCE } from './support/vocabulary.js'

const LONG = process.env.AFTERSALE_LONG === '1'
const PAIRS = LONG ? 100_000 : 2_000
const RULES = 5
const CASES = 4

const seen = { pairs: 0, held: 0, differences: 0, tooWide: 0 }

/** Two facts of each kind: one that always has a value, one that may have none. */
const FACTS = KINDS.flatMap((kind, i) => [[`f${2 * i}`, kind, false] as const, [`f${2 * i + 1}`, kind, true] as const])

const MODEL = defineModel(
  deepFreeze({
    id: 'oracle',
    title: both('对照'),
    clock: 'asOf',
    parties: { somebody: both('某人') },
    facts: {
      ...Object.fromEntries(
        FACTS.map(([id, kind, none], i) => [id, factFrom(i, kind, { none, record: false, event: false })]),
      ),
      asOf: { kind: 'instant', label: both('判定时间'), role: 'circumstance', ask: [], question: both('何时？') },
    },
    questions: { verdict: { kind: 'choice', label: both('结论'), stage: 'settle', values: { a: both('是的') } } },
    layers: { shop: { label: both('店铺') } },
    stages: ['settle'],
  } as ModelDeclaration),
)

const READABLES: readonly Readable[] = FACTS.map(([id, { kind, literals, values }, none]) => ({
  id,
  kind,
  none,
  literals:
    kind.kind === 'money'
      ? [...literals, 0, 0.99, 1.5, 2.51, 6, 88]
      : kind.kind === 'instant' || kind.kind === 'date'
        ? (values as readonly string[])
        : literals,
}))

const EVER = { from: '1970-01-01' }

/** json-rules-engine takes no bare leaf at the root. */
function rooted(tree: Condition): Condition {
  return 'fact' in tree ? { all: [tree] } : tree
}

/** A fact as json-rules-engine compares it: yuan as a number, everything else as it is written. */
function plain({ kind }: Kind, value: Value): Value {
  return kind.kind === 'money' && value !== 'none' ? Number(value) : value
}

type Documents = readonly { readonly id: string; readonly conditions: Condition }[]

async function eventsOf(
  rules: Documents,
  named: Documents,
  facts: Readonly<Record<string, Value>>,
): Promise<Set<string>> {
  const engine = new Engine()
  for (const { id, conditions } of named)
    engine.setCondition(id, structuredClone(conditions) as RuleProperties['conditions'])
  for (const { id, conditions } of rules) {
    engine.addRule({ conditions: structuredClone(conditions) as RuleProperties['conditions'], event: { type: id } })
  }
  const { events } = await engine.run({ ...facts })
  return new Set(events.map(({ type }) => type))
}

function statusesOf(ruleSet: RuleSet, facts: Readonly<Record<string, Value>>): Map<string, number | undefined> {
  const read = readCase(MODEL, deepFreeze({ ...facts, asOf: INSTANTS[0] }))
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  const { statuses } = evaluate(
    { ruleSet, settings: new Map(), floors: 'advise' },
    statedFacts(ruleSet, read.value),
    [],
    () => ({ facts: {}, kept: null }),
  )
  return new Map(ruleSet.rules.map(({ id, index }) => [id, statuses[index]]))
}

const setSeed = fc.record({
  named: fc.array(treeSeed(2), { minLength: 2, maxLength: 2 }),
  rules: fc.array(treeSeed(4, 3), { minLength: RULES, maxLength: RULES }),
  cases: fc.array(fc.array(fc.nat({ max: 59 }), { minLength: FACTS.length, maxLength: FACTS.length }), {
    minLength: CASES,
    maxLength: CASES,
  }),
})

describe('our matching and json-rules-engine', () => {
  it('let the same rules hold in the same complete cases', async () => {
    const property = fc.asyncProperty(setSeed, async (seed) => {
      const common = { source: SOURCE, layer: 'shop', effective: EVER }
      const names = seed.named.map((_, i) => `named-${i}`)
      const named = seed.named.map((tree, i) => ({
        id: `named-${i}`,
        conditions: rooted(treeFrom(tree, READABLES, [], names.slice(0, i))),
      }))
      const rules = seed.rules.map((tree, i) => ({
        id: `rule-${i}`,
        conditions: rooted(treeFrom(tree, READABLES, [], names)),
      }))
      const event = { type: 'settle', params: { verdict: 'a' } }
      const documents = [
        ...named.map((one) => ({ ...one, ...common, title: one.id })),
        ...rules.map((one) => ({ ...one, ...common, title: one.id, event })),
      ]
      const sources = documents.map((document) => ({ file: document.id, document: deepFreeze(document) }))
      const first = loadRuleSet(MODEL, sources)
      const wide = new Set(
        first.ok ? [] : first.issues.filter(({ code }) => code === 'too-many-boxes').map(({ file }) => file),
      )
      if (names.some((name) => wide.has(name))) {
        seen.tooWide += RULES
        return
      }
      seen.tooWide += wide.size
      const loaded = first.ok
        ? first
        : loadRuleSet(
            MODEL,
            sources.filter(({ file }) => !wide.has(file)),
          )
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
      const kept = rules.filter(({ id }) => !wide.has(id))
      for (const choices of seed.cases) {
        const values = FACTS.map(([id, kind, none], i) => {
          const all = none ? [...kind.values, 'none'] : kind.values
          return [id, kind, at(all, choices[i] as number)] as const
        })
        const events = await eventsOf(
          kept,
          named,
          Object.fromEntries(values.map(([id, kind, value]) => [id, plain(kind, value)])),
        )
        const statuses = statusesOf(loaded.value, Object.fromEntries(values.map(([id, , value]) => [id, value])))
        for (const { id, conditions } of kept) {
          seen.pairs += 1
          if (events.has(id)) seen.held += 1
          const status = statuses.get(id)
          if (status === (events.has(id) ? YES : NO)) continue
          seen.differences += 1
          const what = JSON.stringify({ conditions, named, values: values.map(([fact, , value]) => [fact, value]) })
          throw new Error(
            `${id}: json-rules-engine ${events.has(id) ? 'fires' : 'does not fire'}, our status is ${status}: ${what}`,
          )
        }
      }
    })
    await fc.assert(property, { seed: 20_260_628, numRuns: Math.ceil((PAIRS * 1.5) / (RULES * CASES)) })
    expect(seen.pairs).toBeGreaterThanOrEqual(PAIRS)
    expect(seen.held).toBeGreaterThan(PAIRS / 10)
    expect(seen.pairs - seen.held).toBeGreaterThan(PAIRS / 10)
  })

  afterAll(() => console.log(`oracle: ${JSON.stringify(seen)}`))
})
