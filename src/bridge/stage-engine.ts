// One stage of our rules as json-rules-engine reads them: conditions, named conditions, dates in force, facts.
// Promise: leaves are written anew from what was loaded, so no path, params or priority ever reaches the other engine;
// what it cannot know (an unknown, a date, a parameter's version) is settled here first or reported as missing.
import type { Engine, RuleProperties, TopLevelCondition } from 'json-rules-engine'
import { datedValues, type Settings } from '../engine/comparison.js'
import type { Leaf, Node } from '../engine/condition.js'
import { readEffective, type Window } from '../engine/effective.js'
import { formatCaseValue, formatLiteral, parseLiteral } from '../engine/fact-value.js'
import { type Issue, issue } from '../engine/issue.js'
import { type Known, setOf } from '../engine/known.js'
import type { NamedCondition } from '../engine/load-conditions.js'
import { factsBehind } from '../engine/missing.js'
import type { Column } from '../engine/model.js'
import type { RuleStage } from '../engine/rule-stage.js'
import type { RuleSet } from '../engine/ruleset.js'
import type { Text } from '../engine/text.js'
import { contains, greatest, isSubset, NONE, overlaps } from '../engine/value-set.js'

/** A fact as json-rules-engine compares it: money a number of yuan, days and moments ISO text, no value `'none'`. */
export type FactValue = string | number | boolean | null

/** What the other engine is given for one stage. */
export interface StageRules {
  readonly rules: readonly RuleProperties[]
  readonly conditions: ReadonlyMap<string, TopLevelCondition>
}

interface OtherLeaf {
  readonly fact: string
  readonly operator: string
  readonly value: FactValue | FactValue[] | { fact: string }
}

type OtherCondition = TopLevelCondition | OtherLeaf

/** Leaves that hold while a document is in force; none where it surely is, `never` where it surely is not. */
type Dates = (window: Window) => readonly OtherLeaf[] | 'never'

// An empty `all` holds in json-rules-engine.
const NEVER: TopLevelCondition = { not: { all: [] } }

/** Every rule of the stage, its dates in force as leaves on the date that selects it. */
export function undatedStage(ruleSet: RuleSet, stage: RuleStage): StageRules {
  return stageRules(ruleSet, stage, ({ column, set }) => {
    const { id, domain } = columnAt(ruleSet, column)
    const [first, last] = set as readonly [number, number]
    const from: OtherLeaf = { fact: id, operator: 'greaterThanInclusive', value: literal(ruleSet, column, first) }
    if (last === greatest(domain)) return [from]
    return [from, { fact: id, operator: 'lessThan', value: literal(ruleSet, column, last + 1) }]
  })
}

/** The rules of a stage for one case. */
export interface StageOfCase extends StageRules {
  readonly facts: Readonly<Record<string, FactValue>>
  /** Rules that read what is open although every fact is known, an amount nobody settled: no engine of yes and no has them. */
  readonly open: ReadonlySet<string>
}

/** The rules in force on the dates of a case, and the facts they read; facts that are not one value go to `issues`. */
export function stageOfCase(
  ruleSet: RuleSet,
  settings: Settings,
  stage: RuleStage,
  known: readonly Known[],
  issues: Issue[],
): StageOfCase {
  const missing = new Map<string, Text>()
  const facts: Record<string, FactValue> = {}
  const lacks = (index: number): void => {
    const { id, label, source } = columnAt(ruleSet, index)
    const behind = factsBehind(ruleSet, { known, waitsFor: [] }, index)
    for (const fact of behind) missing.set(fact.id, fact.label)
    if (behind.length === 0 && source !== 'computed' && source !== 'answer') missing.set(id, label)
  }
  const written = stageRules(ruleSet, stage, ({ column, set }) => {
    const date = setOf(known[column], ruleSet.domainOf(column))
    if (!overlaps(date, set)) return 'never'
    if (!isSubset(date, set)) lacks(column)
    return []
  })
  const shared = new Set([...written.conditions.values()].flatMap(leavesIn))
  for (const leaf of leavesOf(written)) {
    const { index, source, id, label } = ruleSet.model.columnOf.get(leaf.fact) as Column
    const value = known[index]
    if (typeof value === 'number') facts[leaf.fact] = literal(ruleSet, index, value)
    else if (source !== 'setting') lacks(index)
    else if (shared.has(leaf)) missing.set(id, label)
    const name = comparedWith(leaf)
    if (name === undefined) continue
    const number = numberOf(ruleSet, settings, name, known)
    const by = ruleSet.parameters.get(name)?.by
    if (number !== undefined) facts[name] = number
    else if (by !== undefined && typeof known[by] !== 'number') lacks(by)
    // A setting nobody made leaves the rule open that compares with it; a condition would leave every rule that uses it so.
    else if (shared.has(leaf)) missing.set(name, ruleSet.settings[name]?.label ?? { zh: name, en: name })
  }
  issues.push(...[...missing].map(([id, label]) => notSingle(id, label)))
  const isSaid = (leaf: OtherLeaf) => leaf.fact in facts && (comparedWith(leaf) ?? leaf.fact) in facts
  const rules = written.rules.filter((rule) => leavesIn(rule.conditions).every(isSaid))
  const kept = new Set(rules.map(({ name }) => name))
  const open = new Set(written.rules.flatMap(({ name }) => (name === undefined || kept.has(name) ? [] : [name])))
  return { ...written, rules, facts, open }
}

/** A fresh engine with these rules. It refuses paths: the library would run the code they may hold. */
export function engineWith(
  Constructor: typeof Engine,
  { rules, conditions }: StageRules,
  refusePath: () => never,
): Engine {
  const engine = new Constructor([], { pathResolver: refusePath })
  for (const [name, condition] of conditions) engine.setCondition(name, condition)
  for (const rule of rules) engine.addRule(rule)
  return engine
}

function notSingle(id: string, label: Text): Issue {
  return issue('missing-key', [id], undefined, {
    zh: `「${label.zh}」须是一个确定的值：json-rules-engine 只能判定完整的案例`,
    en: `"${id}" must be one known value: json-rules-engine can only decide complete cases`,
  })
}

function stageRules(ruleSet: RuleSet, stage: RuleStage, dates: Dates): StageRules {
  const named = new Map(ruleSet.conditions.map((condition) => [condition.name, condition]))
  const conditions = new Map<string, TopLevelCondition>()
  const use = (node: Node): void => {
    if (node.type === 'all' || node.type === 'any') node.nodes.forEach(use)
    else if (node.type === 'not') use(node.node)
    else if (node.type === 'named' && !conditions.has(node.name)) {
      const condition = named.get(node.name) as NamedCondition
      const leaves = dates(windowOf(ruleSet, condition))
      conditions.set(node.name, leaves === 'never' ? NEVER : within(leaves, translated(ruleSet, condition.node)))
      if (leaves !== 'never') use(condition.node)
    }
  }
  const rules = stage.rules.flatMap(({ id, node, effective, document }): RuleProperties[] => {
    const leaves = dates(effective)
    if (leaves === 'never') return []
    use(node)
    return [{ name: id, conditions: within(leaves, translated(ruleSet, node)), event: structuredClone(document.event) }]
  })
  return { rules, conditions }
}

function windowOf({ model }: RuleSet, { document, name }: NamedCondition): Window {
  const window = readEffective(model, document.effective, [], [])
  if (window === undefined) throw new Error(`internal: the condition ${name} has no dates`)
  return window
}

function within(dates: readonly OtherLeaf[], condition: OtherCondition): TopLevelCondition {
  if (dates.length === 0 && !('fact' in condition)) return condition
  return { all: [...dates, condition] }
}

function translated(ruleSet: RuleSet, node: Node): OtherCondition {
  switch (node.type) {
    case 'all':
      return { all: node.nodes.map((one) => translated(ruleSet, one)) }
    case 'any':
      return { any: node.nodes.map((one) => translated(ruleSet, one)) }
    case 'not':
      return { not: translated(ruleSet, node.node) }
    case 'named':
      return { condition: node.name }
    case 'comparison': {
      const { fact, operator, value } = node.written
      return { fact, operator, value: { fact: (value as { readonly fact: string }).fact } }
    }
    case 'leaf': {
      const { fact, operator, value } = node.written
      // Whether a written 'none' means no value is read off the loaded set, since a choice may have a value so called.
      const means = contains(node.set, NONE) === ['equal', 'in'].includes(operator) ? NONE : undefined
      const rewritten = (one: unknown) => rewrite(ruleSet, node.column, node.written, one, means)
      return { fact, operator, value: Array.isArray(value) ? value.map(rewritten) : rewritten(value) }
    }
  }
}

/** A leaf's value in the one form the other engine compares: an instant without its offset, say. */
function rewrite(ruleSet: RuleSet, index: number, leaf: Leaf, written: unknown, none: number | undefined): FactValue {
  const value = (written === 'none' ? none : undefined) ?? parseLiteral(columnAt(ruleSet, index).kind, written)
  if (value === undefined) throw new Error(`internal: ${leaf.fact} was loaded with another value`)
  return literal(ruleSet, index, value)
}

/** A value as the other engine compares it. An answer nobody gives is null there, which equals no value. */
function literal(ruleSet: RuleSet, index: number, value: number): FactValue {
  const { kind, source } = columnAt(ruleSet, index)
  if (value === NONE && source === 'answer') return null
  const thousandths = kind.kind === 'instant' && value !== NONE ? value % 1000 : 0
  if (thousandths === 0) return formatLiteral(kind, value)
  const seconds = String(formatCaseValue(kind, value - thousandths))
  return `${seconds.length === 16 ? `${seconds}:00` : seconds}.${String(thousandths).padStart(3, '0')}`
}

function columnAt({ model }: RuleSet, index: number): Column {
  const column = model.columns[index]
  if (column === undefined) throw new Error(`internal: no column ${index}`)
  return column
}

/** The value of a setting, or of a parameter on the date of the case; nothing where it is unset, undated or open. */
function numberOf(ruleSet: RuleSet, settings: Settings, name: string, known: readonly Known[]): FactValue | undefined {
  const dated = ruleSet.parameters.get(name)
  const setting = ruleSet.settings[name]
  const value = settings.get(name)
  if (dated === undefined)
    return setting === undefined || value === undefined ? undefined : formatLiteral(setting, value)
  const [only, ...others] = new Set(datedValues(ruleSet, dated, known) ?? [])
  return only === undefined || others.length > 0 ? undefined : formatLiteral(dated.kind, only)
}

/** The setting or parameter a leaf compares with, by name. */
function comparedWith({ value }: OtherLeaf): string | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value.fact : undefined
}

function leavesOf({ rules, conditions }: StageRules): OtherLeaf[] {
  return [...rules.map((rule) => rule.conditions), ...conditions.values()].flatMap(leavesIn)
}

function leavesIn(condition: OtherCondition): OtherLeaf[] {
  if ('fact' in condition) return [condition]
  if ('all' in condition) return condition.all.flatMap(leavesIn)
  if ('any' in condition) return condition.any.flatMap(leavesIn)
  return 'not' in condition ? leavesIn(condition.not) : []
}
