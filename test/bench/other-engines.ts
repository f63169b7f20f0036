// The other rule engines: each compiles the translated rules once and lists the rules that hold for a case.
// Promise: each is used as its manual says is fastest; all get the same facts, a rule holds in one exactly when it holds in
// every other, and that is checked before anything is measured.
import { createRequire } from 'node:module'
import { parse } from '@marcbachmann/cel-js'
import type { Document } from './contestants.js'
import { type Language, translated } from './translate.js'

// Two of them are written for `require` alone, and say too little of their types.
const require = createRequire(import.meta.url)

type Facts = Record<string, unknown>

export interface OtherEngine {
  readonly name: string
  /** The package whose version is said. */
  readonly library: string
  /** What the rules became. */
  readonly served: string
  /** Ids of the rules that hold. */
  readonly holding: (facts: Facts) => readonly string[] | Promise<readonly string[]>
}

export function otherEngines(documents: readonly Document[]): OtherEngine[] {
  return [jsonLogic(documents), cel(documents), nodeRules(documents), zen(documents)]
}

const JSON_LOGIC: Language<object> = {
  all: (parts) => ({ and: parts }),
  any: (parts) => ({ or: parts }),
  not: (part) => ({ '!': part }),
  equal: (fact, value) => ({ '===': [{ var: fact }, value] }),
  among: (fact, values) => ({ in: [{ var: fact }, values] }),
  ordered: (fact, sign, than) => ({
    and: [
      { '!==': [{ var: fact }, 'none'] },
      { [sign]: [{ var: fact }, typeof than === 'number' ? than : { var: than.fact }] },
    ],
  }),
}

function jsonLogic(documents: readonly Document[]): OtherEngine {
  const { LogicEngine } = require('json-logic-engine') as {
    LogicEngine: new () => { build: (logic: unknown) => (data: unknown) => unknown[] }
  }
  const rules = translated(documents, JSON_LOGIC)
  const ids = [...rules.keys()]
  const run = new LogicEngine().build([...rules.values()])
  return {
    name: 'json-logic-engine compiled',
    library: 'json-logic-engine',
    served: 'one compiled list of conditions',
    holding: (facts) => {
      const statuses = run(facts)
      return ids.filter((_, i) => statuses[i] === true)
    },
  }
}

const quoted = (value: string | number | boolean) => JSON.stringify(value)

const CEL: Language<string> = {
  all: (parts) => `(${parts.join(' && ')})`,
  any: (parts) => `(${parts.join(' || ')})`,
  not: (part) => `!(${part})`,
  equal: (fact, value) => `${fact} == ${quoted(value)}`,
  among: (fact, values) => `${fact} in [${values.map(quoted).join(', ')}]`,
  // A number from JSON is a double.
  ordered: (fact, sign, than) =>
    `(${fact} != "none" && ${fact} ${sign} ${typeof than === 'object' ? than.fact : Number.isInteger(than) ? `${than}.0` : than})`,
}

function cel(documents: readonly Document[]): OtherEngine {
  const rules = [...translated(documents, CEL)].map(([id, text]) => ({ id, run: parse(text) }))
  return {
    name: '@marcbachmann/cel-js',
    library: '@marcbachmann/cel-js',
    served: 'one parsed expression a rule',
    holding: (facts) => rules.filter(({ run }) => run(facts) === true).map(({ id }) => id),
  }
}

type Test = (facts: Facts) => boolean

const CLOSURES: Language<Test> = {
  all: (parts) => (facts) => parts.every((part) => part(facts)),
  any: (parts) => (facts) => parts.some((part) => part(facts)),
  not: (part) => (facts) => !part(facts),
  equal: (fact, value) => (facts) => facts[fact] === value,
  among: (fact, values) => (facts) => values.includes(facts[fact] as string),
  ordered: (fact, sign, than) => {
    const other: (facts: Facts) => number =
      typeof than === 'number' ? () => than : (facts) => facts[than.fact] as number
    const compare = { '<': isLess, '<=': isLessOrSame, '>': isMore, '>=': isMoreOrSame }[sign]
    return (facts) => typeof facts[fact] === 'number' && compare(facts[fact], other(facts))
  },
}

const isLess = (a: number, b: number) => a < b
const isLessOrSame = (a: number, b: number) => a <= b
const isMore = (a: number, b: number) => a > b
const isMoreOrSame = (a: number, b: number) => a >= b

function nodeRules(documents: readonly Document[]): OtherEngine {
  type Flow = { when: (holds: boolean) => void; next: () => void }
  const { RuleEngine } = require('node-rules') as {
    RuleEngine: new (
      rules: object[],
      options: object,
    ) => { execute: (facts: Facts, done: (result: { matchPath: string[] }) => void) => void }
  }
  const rules = [...translated(documents, CLOSURES)].map(([id, test]) => ({
    id,
    condition(this: Facts, flow: Flow) {
      flow.when(test(this))
    },
    consequence: (flow: Flow) => flow.next(),
  }))
  const engine = new RuleEngine(rules, { ignoreFactChanges: true })
  return {
    name: 'node-rules',
    library: 'node-rules',
    served: 'one rule a rule, its condition a closure, facts unchanged by consequences',
    holding: (facts) => new Promise((resolve) => engine.execute(facts, ({ matchPath }) => resolve(matchPath))),
  }
}

const single = (value: string | number | boolean) => (typeof value === 'string' ? `'${value}'` : String(value))

const ZEN: Language<string> = {
  all: (parts) => `(${parts.join(' and ')})`,
  any: (parts) => `(${parts.join(' or ')})`,
  not: (part) => `not (${part})`,
  equal: (fact, value) => `${fact} == ${single(value)}`,
  among: (fact, values) => `(${fact} in [${values.map(single).join(', ')}])`,
  ordered: (fact, sign, than) =>
    `(${fact} != 'none' and ${fact} ${sign} ${typeof than === 'number' ? than : than.fact})`,
}

function zen(documents: readonly Document[]): OtherEngine {
  const { ZenEngine } = require('@gorules/zen-engine') as {
    ZenEngine: new () => {
      createDecision: (content: object) => { evaluate: (facts: Facts) => Promise<{ result: { rule: string }[] }> }
    }
  }
  const rows = [...translated(documents, ZEN)].map(([id, text]) => ({ _id: id, holds: text, rule: `'${id}'` }))
  const at = { x: 0, y: 0 }
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'case', type: 'inputNode', name: 'case', position: at },
      {
        id: 'rules',
        type: 'decisionTableNode',
        name: 'rules',
        position: at,
        content: {
          hitPolicy: 'collect',
          inputs: [{ id: 'holds', name: 'holds', type: 'expression' }],
          outputs: [{ id: 'rule', name: 'rule', type: 'expression', field: 'rule' }],
          rules: rows,
        },
      },
      { id: 'holding', type: 'outputNode', name: 'holding', position: at },
    ],
    edges: [
      { id: 'in', sourceId: 'case', targetId: 'rules', type: 'edge' },
      { id: 'out', sourceId: 'rules', targetId: 'holding', type: 'edge' },
    ],
  })
  return {
    name: '@gorules/zen-engine',
    library: '@gorules/zen-engine',
    served: 'one decision table that collects, a row a rule, one expression a row; awaited one after another',
    holding: async (facts) => (await decision.evaluate(facts)).result.map(({ rule }) => rule),
  }
}
