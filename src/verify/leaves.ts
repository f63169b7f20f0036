// The leaves of rules and named conditions, with the numbers at which each of them turns.
// Promise: one entry per leaf as it is written; a boundary is a pair of neighbouring values of which one is admitted.
import type { Settings } from '../engine/comparison.js'
import { datedValues } from '../engine/comparison.js'
import type { Leaf, Node } from '../engine/condition.js'
import { type Known, setOf } from '../engine/known.js'
import type { Column } from '../engine/model.js'
import { admitted } from '../engine/operator.js'
import type { RuleSet } from '../engine/ruleset.js'
import { contains, isSubset, NONE, overlaps, type ValueSet } from '../engine/value-set.js'
import { stepOf } from './mutant-conditions.js'

export type LeafNode = Extract<Node, { type: 'leaf' | 'comparison' | 'named' }>

/** Where a leaf turns: the last value on one side and the first on the other. */
export interface Boundary {
  readonly below: number
  readonly above: number
}

/** The leaves of a tree in the order they stand in. */
export function leavesOf(node: Node): readonly LeafNode[] {
  switch (node.type) {
    case 'all':
    case 'any':
      return node.nodes.flatMap(leavesOf)
    case 'not':
      return leavesOf(node.node)
    default:
      return [node]
  }
}

/** Whether a leaf holds; nothing where that is not known. */
export function truthOf(ruleSet: RuleSet, leaf: LeafNode, known: readonly Known[]): boolean | undefined {
  const now = setOf(known[leaf.column], ruleSet.domainOf(leaf.column))
  const set = leaf.type === 'leaf' ? leaf.set : [1, 1]
  return isSubset(now, set) ? true : overlaps(now, set) ? undefined : false
}

/** Whether a leaf can fail at all: one that admits every value of its fact is how a rule says "always". */
export function canFail(ruleSet: RuleSet, leaf: LeafNode): boolean {
  return leaf.type !== 'leaf' || !isSubset(ruleSet.domainOf(leaf.column), leaf.set)
}

/** The column of the fact a leaf compares; none for a named condition. */
export function columnOf({ model }: RuleSet, leaf: LeafNode): Column | undefined {
  return leaf.type === 'named' ? undefined : model.columnOf.get(leaf.written.fact)
}

/** What a leaf admits of its fact in this case: as written, by the shop's setting, or by the version in force. */
export function setIn(
  ruleSet: RuleSet,
  leaf: LeafNode,
  column: Column,
  settings: Settings,
  known: readonly Known[],
): ValueSet | undefined {
  if (leaf.type === 'leaf') return leaf.set
  const name = nameIn((leaf as { readonly written: Leaf }).written)
  const dated = name === undefined ? undefined : ruleSet.parameters.get(name)
  const value = name === undefined ? undefined : settings.get(name)
  const values = dated === undefined ? (value === undefined ? [] : [value]) : (datedValues(ruleSet, dated, known) ?? [])
  const [only] = values
  if (only === undefined || values.length > 1 || leaf.type === 'named') return undefined
  return admitted(column.domain, leaf.written.operator, [only])
}

/** What a leaf is compared with by name, if anything. */
export function settingOf(leaf: LeafNode): string[] {
  const name = leaf.type === 'named' ? undefined : nameIn(leaf.written)
  return name === undefined ? [] : [name]
}

function nameIn({ value }: Leaf): string | undefined {
  return typeof value === 'object' && value !== null && 'fact' in value ? String(value.fact) : undefined
}

/** Where a leaf on a number or a date turns in this case, in ascending order; empty for every other leaf. */
export function boundariesOf(
  ruleSet: RuleSet,
  leaf: LeafNode,
  settings: Settings,
  known: readonly Known[],
): readonly Boundary[] {
  const column = columnOf(ruleSet, leaf)
  if (column === undefined || stepOf(column.kind) === undefined) return []
  const set = setIn(ruleSet, leaf, column, settings, known)
  if (set === undefined) return []
  const edges: Boundary[] = []
  const isValue = (value: number) => value !== NONE && contains(column.domain, value)
  for (let i = 0; i < set.length; i += 2) {
    const [lo, hi] = [set[i] as number, set[i + 1] as number]
    if (isValue(lo) && isValue(lo - 1)) edges.push({ below: lo - 1, above: lo })
    if (isValue(hi) && isValue(hi + 1)) edges.push({ below: hi, above: hi + 1 })
  }
  return edges
}

/** Whether a value lies just at a boundary: on it, or for instants within the minute beside it. */
export function sideOf(column: Column, { below, above }: Boundary, known: Known): 'below' | 'above' | undefined {
  const step = stepOf(column.kind)
  if (typeof known !== 'number' || step === undefined) return undefined
  if (known <= below && known > below - step) return 'below'
  return known >= above && known < above + step ? 'above' : undefined
}
