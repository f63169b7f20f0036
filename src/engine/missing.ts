// Which facts keep answers open: those read, and not yet decided, by rules that can still win.
// Promise: only facts somebody can be asked; a fact whose value makes no difference to such a rule is not named.
import type { Box } from './boxes.js'
import type { Evaluation } from './evaluate.js'
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
      const now = known[column]
      // A condition that several others read is opened once, or shared conditions would cost a power of two.
      if (typeof now === 'number' || (now !== undefined && isSubset(now, set)) || opened.has(column)) continue
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
export function factsBehind(
  ruleSet: RuleSet,
  known: readonly Known[],
  index: number,
  waitsFor: readonly string[] = [],
): readonly Column[] {
  const { model, comparisonAt } = ruleSet
  const column = model.columns[index] ?? comparisonAt.get(index)?.fact
  if (column === undefined) return []
  const open = (behind: Column) => typeof known[behind.index] !== 'number'
  const own = model.behind[column.index] as readonly Column[]
  if (column.source !== 'computed' || waitsFor.length === 0) return own.filter(open)
  const waiting = waitsFor.map((id) => model.columnOf.get(id) as Column)
  return [...new Set([...own, ...waiting])].filter(open)
}

/** Missing facts of the questions, most awaited first, then in declared order. */
export function missingFacts(
  ruleSet: RuleSet,
  { known, statuses, waitsFor }: Evaluation<unknown>,
  questions: ReadonlySet<number>,
): Missing[] {
  const { columns } = ruleSet.model
  const counts = new Int32Array(columns.length)
  const countedFor = new Int32Array(columns.length).fill(-1)
  const missing: Column[] = []
  for (const rule of openRules(ruleSet, statuses, questions)) {
    for (const column of undecidedColumns(ruleSet, known, rule.boxes)) {
      for (const fact of factsBehind(ruleSet, known, column, waitsFor)) {
        const { index } = fact
        if (countedFor[index] === rule.index) continue
        if (counts[index] === 0) missing.push(fact)
        countedFor[index] = rule.index
        counts[index] = (counts[index] as number) + 1
      }
    }
  }
  return missing
    .sort((a, b) => (counts[b.index] as number) - (counts[a.index] as number) || a.index - b.index)
    .map(({ id, index }) => ({ fact: id, rules: counts[index] as number }))
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
