// Which facts keep answers open: those read, and not yet decided, by rules that can still win.
// Promise: only facts somebody can be asked; a fact whose value makes no difference to such a rule is not named.
import type { Box } from './boxes.js'
import { type Known, setOf } from './known.js'
import type { CompiledRule, RuleAnswer } from './load-rules.js'
import { UNKNOWN } from './matcher.js'
import type { Column } from './model.js'
import type { RuleSet } from './ruleset.js'
import { isSubset, overlaps } from './value-set.js'

/** A fact, and how many rules that can still win wait for it. */
export interface Missing {
  readonly fact: string
  readonly rules: number
}

/** Rules that may still win one of the questions but do not surely hold. */
export function openRules(ruleSet: RuleSet, statuses: Uint8Array, questions: ReadonlySet<number>): CompiledRule[] {
  const mayWin = ({ question, beaters }: RuleAnswer) =>
    questions.has(question) && beaters.every((beater) => (statuses[beater] as number) <= UNKNOWN)
  return ruleSet.rules.filter((rule) => statuses[rule.index] === UNKNOWN && rule.answers.some(mayWin))
}

/** Columns that leave the boxes undecided: facts, derived, computed, answers and comparisons; named conditions are opened. */
export function undecidedColumns(
  ruleSet: RuleSet,
  known: readonly Known[],
  boxes: readonly Box[],
  opened: Set<number> = new Set(),
): ReadonlySet<number> {
  const columns = new Set<number>()
  for (const box of boxes) {
    if (!isPossible(ruleSet, known, box)) continue
    for (const [column, set] of box) {
      // A condition that several others read is opened once, or shared conditions would cost a power of two.
      if (opened.has(column) || isSubset(setOf(known[column], ruleSet.domainOf(column)), set)) continue
      const condition = ruleSet.conditionAt.get(column)
      if (condition === undefined) columns.add(column)
      else for (const inner of undecidedColumns(ruleSet, known, condition.boxes, opened.add(column))) columns.add(inner)
    }
  }
  return columns
}

function isPossible(_ruleSet: RuleSet, known: readonly Known[], box: Box): boolean {
  for (const [column, set] of box) {
    const now = known[column]
    if (now !== undefined && !overlaps(setOf(now, set), set)) return false
  }
  return true
}

/** The facts a case may state that stand behind a column and are not known yet. */
export function factsBehind(ruleSet: RuleSet, known: readonly Known[], index: number): readonly Column[] {
  const { model, comparisonAt } = ruleSet
  const column = model.columns[index] ?? comparisonAt.get(index)?.fact
  if (column === undefined || column.source === 'answer') return []
  if (column.source === 'fact') return typeof known[column.index] === 'number' ? [] : [column]
  const declared =
    column.source === 'derived' ? model.declaration.derived?.[column.id] : model.declaration.computed?.[column.id]
  const sources = (declared?.from ?? []).map((id) => model.columnOf.get(id) as Column)
  return sources.flatMap((source) => factsBehind(ruleSet, known, source.index))
}

/** Missing facts of the questions, most awaited first, then in declared order. */
export function missingFacts(
  ruleSet: RuleSet,
  known: readonly Known[],
  statuses: Uint8Array,
  questions: ReadonlySet<number>,
): Missing[] {
  const counts = new Map<Column, number>()
  for (const rule of openRules(ruleSet, statuses, questions)) {
    const columns = undecidedColumns(ruleSet, known, rule.boxes)
    const facts = new Set([...columns].flatMap((column) => factsBehind(ruleSet, known, column)))
    for (const fact of facts) counts.set(fact, (counts.get(fact) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a.index - b.index)
    .map(([column, rules]) => ({ fact: column.id, rules }))
}

/** Parameters with no version on any day the case allows, that a rule waits for. */
export function unversioned(
  ruleSet: RuleSet,
  known: readonly Known[],
  statuses: Uint8Array,
  questions: ReadonlySet<number>,
  lacks: (parameter: string) => boolean,
): string[] {
  const names = new Set<string>()
  for (const rule of openRules(ruleSet, statuses, questions)) {
    for (const column of undecidedColumns(ruleSet, known, rule.boxes)) {
      const comparison = ruleSet.comparisonAt.get(column)
      if (comparison !== undefined && lacks(comparison.parameter)) names.add(comparison.parameter)
    }
  }
  return [...names]
}
