// Why each rule holds, does not hold or is not known: status, what beat it, what each leaf compared.
// Promise: read from the trees as written, leaf by leaf; named conditions are one node with their own tree beneath.
import { TRUTHS } from './answered.js'
import type { Node } from './condition.js'
import type { Json } from './declaration.js'
import type { Evaluation } from './evaluate.js'
import { formatCaseValue } from './fact-value.js'
import { type Known, setIn } from './known.js'
import { liesIn, type Status } from './matcher.js'
import type { Column } from './model.js'
import type { Rulings } from './rulings.js'

export type Truth = 'yes' | 'no' | 'unknown'

/** One node of a rule's conditions with what it came to. */
export interface TraceNode {
  readonly type: 'all' | 'any' | 'not' | 'condition' | 'leaf'
  readonly truth: Truth
  readonly nodes?: readonly TraceNode[]
  /** Name of a named condition. */
  readonly condition?: string
  readonly fact?: string
  readonly operator?: string
  readonly value?: Json
  /** What was known of the fact: a value, ranges, or nothing. */
  readonly known?: Json
}

export interface RuleTrace {
  readonly rule: string
  readonly title: string
  readonly status: Truth
  /** In force on the date that selects the version. */
  readonly inForce: Truth
  /** Per question: the rules that hold, or may hold, and beat this one. */
  readonly beatenBy: Readonly<Record<string, readonly string[]>>
  readonly conditions: TraceNode
}

/** Traces the rules whose id `wanted` accepts; all of them unless said. */
export function traceOf(
  rulings: Rulings,
  evaluation: Evaluation<unknown>,
  wanted: (rule: string) => boolean = () => true,
): RuleTrace[] {
  const { ruleSet } = rulings
  const { known, statuses } = evaluation
  return ruleSet.rules
    .filter(({ id }) => wanted(id))
    .map((rule) => {
      const beatenBy: Record<string, string[]> = {}
      for (const { question, beaters } of rule.answers) {
        const beating = beaters
          .filter((beater) => statuses[beater] !== 0)
          .map((beater) => ruleSet.rules[beater]?.id as string)
        if (beating.length > 0) beatenBy[ruleSet.model.questions[question]?.id as string] = beating
      }
      const { column, set } = rule.effective
      return {
        rule: rule.id,
        title: rule.title,
        status: TRUTHS[statuses[rule.index] as Status] as Truth,
        inForce: TRUTHS[liesIn(set, setIn(known, ruleSet.model.columns[column] as Column))] as Truth,
        beatenBy,
        conditions: traceNode(rulings, known, rule.node),
      }
    })
}

/** `opened` holds the named conditions shown already: each is opened where it first stands in a rule. */
function traceNode(rulings: Rulings, known: readonly Known[], node: Node, opened: Set<number> = new Set()): TraceNode {
  const { ruleSet } = rulings
  switch (node.type) {
    case 'all':
    case 'any': {
      const nodes = node.nodes.map((child) => traceNode(rulings, known, child, opened))
      const ranks = nodes.map(({ truth }) => TRUTHS.indexOf(truth))
      return {
        type: node.type,
        truth: TRUTHS[node.type === 'all' ? Math.min(...ranks) : Math.max(...ranks)] as Truth,
        nodes,
      }
    }
    case 'not': {
      const inner = traceNode(rulings, known, node.node, opened)
      return { type: 'not', truth: TRUTHS[2 - TRUTHS.indexOf(inner.truth)] as Truth, nodes: [inner] }
    }
    case 'named': {
      const condition = ruleSet.conditionAt.get(node.column)
      const nodes =
        condition === undefined || opened.has(node.column)
          ? []
          : [traceNode(rulings, known, condition.node, opened.add(node.column))]
      return { type: 'condition', truth: truthIn(known[node.column]), condition: node.name, nodes }
    }
    case 'comparison': {
      const column = ruleSet.model.columnOf.get(node.written.fact) as Column
      return {
        type: 'leaf',
        truth: truthIn(known[node.column]),
        ...node.written,
        ...knownJson(column, known[column.index]),
      }
    }
    case 'leaf': {
      const column = ruleSet.model.columns[node.column] as Column
      const truth = TRUTHS[liesIn(node.set, setIn(known, column))] as Truth
      return { type: 'leaf', truth, ...node.written, ...knownJson(column, known[node.column]) }
    }
  }
}

function truthIn(known: Known): Truth {
  return TRUTHS[typeof known === 'number' ? 2 * known : 1] as Truth
}

function knownJson(column: Column, known: Known): { known?: Json } {
  if (known === undefined) return {}
  if (typeof known === 'number') return { known: formatCaseValue(column.kind, known) }
  const ends = known.map((end) => formatCaseValue(column.kind, end))
  return { known: ends.flatMap((from, i) => (i % 2 === 0 ? [[from, ends[i + 1] as Json]] : [])) }
}
