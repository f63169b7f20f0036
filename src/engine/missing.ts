// Which facts keep answers open: those read, and not yet decided, by rules that can still win.
// Promise: only facts somebody can be asked; a fact whose value makes no difference to such a rule is not named.
import type { Leaves } from './boxes.js'
import type { Comparison } from './condition.js'
import type { FactDeclaration } from './declaration.js'
import type { Evaluation } from './evaluate.js'
import type { Known } from './known.js'
import { listed } from './listed.js'
import type { CompiledRule, RuleAnswer } from './load-rules.js'
import { liesIn, NO, statusOf, UNKNOWN, YES } from './matcher.js'
import type { Column } from './model.js'
import type { RuleSet } from './ruleset.js'
import type { Text } from './text.js'
import type { ValueSet } from './value-set.js'

/** A fact, and how many rules that can still win wait for it. */
export interface Missing {
  readonly fact: string
  readonly rules: number
}

/** What a fact is asked for with. */
export interface Asked {
  readonly fact: string
  readonly label: Text
  readonly question: Text
  /** Who can be asked, the likeliest first. */
  readonly ask: readonly string[]
}

/** Rules that may still win one of the questions but do not surely hold, stage by stage in their order. */
export function openRules(
  { stages }: RuleSet,
  { statuses, possible }: Evaluation<unknown>,
  questions: ReadonlySet<number>,
): CompiledRule[] {
  const isBeaten = (beater: number) => statuses[beater] === YES
  const mayWin = ({ question, beaters }: RuleAnswer) => questions.has(question) && !beaters.some(isBeaten)
  const open: CompiledRule[] = []
  for (let s = 0; s < possible.length; s += 1) {
    for (const place of possible[s] as readonly number[]) {
      const own = stages[s]?.rules[place] as CompiledRule
      if (statuses[own.index] === UNKNOWN && own.answers.some(mayWin)) open.push(own)
    }
  }
  return open
}

/** Whether a leaf of a box that may hold surely does. */
export function isDecided(now: Known, set: ValueSet): boolean {
  return typeof now === 'number' || liesIn(set, now) === YES
}

/** What named conditions were found to wait for, by column: many rules, and other conditions, share one. */
type Opened = Map<number, readonly number[]>

/**
 * Columns that leave the boxes undecided: facts, derived, computed, answers and comparisons; named conditions are opened.
 * @param boxes of which one at least may hold
 * @param opened found before of the same `known`
 */
export function undecidedColumns(
  ruleSet: RuleSet,
  known: readonly Known[],
  boxes: readonly Leaves[],
  opened: Opened = new Map(),
): readonly number[] {
  const columns: number[] = []
  const add = (column: number) => {
    if (!columns.includes(column)) columns.push(column)
  }
  for (let b = 0; b < boxes.length; b += 1) {
    const box = boxes[b] as Leaves
    if (boxes.length > 1 && statusOf(box, known) === NO) continue
    for (let i = 0; i < box.columns.length; i += 1) {
      const column = box.columns[i] as number
      if (isDecided(known[column], box.sets[i] as ValueSet)) continue
      const condition = ruleSet.conditionAt.get(column)
      if (condition === undefined) add(column)
      else {
        const found = opened.get(column) ?? undecidedColumns(ruleSet, known, condition.leaves, opened)
        opened.set(column, found)
        found.forEach(add)
      }
    }
  }
  return columns
}

/** The facts a case may state that stand behind a column and are not known yet. */
export function factsBehind(
  ruleSet: RuleSet,
  known: readonly Known[],
  index: number,
  waitsFor: readonly string[] = [],
): readonly Column[] {
  const { model, comparisonAt, parameters } = ruleSet
  const comparison = comparisonAt.get(index)
  if (comparison !== undefined) {
    // A dated number waits for its date as well.
    const columns = [comparison.fact.index, parameters.get(comparison.parameter)?.by ?? comparison.fact.index]
    return [...new Set(columns.flatMap((one) => factsBehind(ruleSet, known, one, waitsFor)))]
  }
  const column = model.columns[index]
  if (column === undefined) return []
  const open = (behind: Column) => typeof known[behind.index] !== 'number'
  const own = model.behind[column.index] as readonly Column[]
  if (column.source !== 'computed' || waitsFor.length === 0) return own.filter(open)
  const waiting = waitsFor.map((id) => model.columnOf.get(id) as Column)
  return [...new Set([...own, ...waiting])].filter(open)
}

interface Awaited {
  readonly index: number
  rules: number
  last: CompiledRule | undefined
}

/** A fact of a case as it is asked for, and what else there is to say of it. */
export function asked<M extends object>({ model }: RuleSet, fact: string, more: M): Asked & M {
  const { label, question, ask } = model.declaration.facts[fact] as FactDeclaration
  return { fact, label, question, ask, ...more }
}

/** Missing facts of the questions, most awaited first, then in declared order. */
export function missingFacts(
  ruleSet: RuleSet,
  evaluation: Evaluation<unknown>,
  questions: ReadonlySet<number>,
): Missing[] {
  const { known, waitsFor } = evaluation
  const awaited = new Map<number, Awaited>()
  const count = (index: number, rule: CompiledRule) => {
    const own = listed(awaited, index, () => ({ index, rules: 0, last: undefined }))
    if (own.last === rule) return
    own.rules += 1
    own.last = rule
  }
  const opened: Opened = new Map()
  const { columns } = ruleSet.model
  for (const rule of openRules(ruleSet, evaluation, questions)) {
    for (const column of undecidedColumns(ruleSet, known, rule.leaves, opened)) {
      // An undecided fact of the case stands behind itself.
      if (columns[column]?.source === 'fact') count(column, rule)
      else for (const { index } of factsBehind(ruleSet, known, column, waitsFor)) count(index, rule)
    }
  }
  return [...awaited.values()]
    .sort((a, b) => b.rules - a.rules || a.index - b.index)
    .map(({ index, rules }) => ({ fact: columns[index]?.id as string, rules }))
}

/** The parameters of the comparisons that a rule waits for. */
export function unversioned(
  ruleSet: RuleSet,
  evaluation: Evaluation<unknown>,
  questions: ReadonlySet<number>,
  lacking: readonly Comparison[],
): string[] {
  const names = new Set<string>()
  for (const rule of openRules(ruleSet, evaluation, questions).sort((a, b) => a.index - b.index)) {
    for (const column of undecidedColumns(ruleSet, evaluation.known, rule.leaves)) {
      const comparison = lacking.find((one) => one.column === column)
      if (comparison !== undefined) names.add(comparison.parameter)
    }
  }
  return [...names]
}
