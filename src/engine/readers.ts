// Who reads a column: for each fact that keeps a question open, which of its values rules that may still win ask for.
// Promise: rules that are out of the running, or decided, read nothing; named conditions and comparisons are opened.
import type { Leaves } from './boxes.js'
import { numbersOf } from './comparison.js'
import type { Evaluation } from './evaluate.js'
import { listed } from './listed.js'
import type { CompiledRule } from './load-rules.js'
import { NO, statusOf } from './matcher.js'
import { isDecided } from './missing.js'
import { admitted } from './operator.js'
import type { Rulings } from './rulings.js'
import type { ValueSet } from './value-set.js'

/** One set of values that is asked for. */
export interface Reader {
  readonly values: ValueSet
  /** What hangs on it: readers of one kind lead to the same answers. */
  readonly kind: string
}

/** Readers by column: facts, derived and computed facts, and answers of earlier stages. */
export function readersOf(
  rulings: Rulings,
  { known }: Evaluation<unknown>,
  open: readonly CompiledRule[],
  questions: ReadonlySet<number>,
): ReadonlyMap<number, readonly Reader[]> {
  const { ruleSet } = rulings
  const readers = new Map<number, Reader[]>()
  const opened = new Set<number>()
  const add = (column: number, values: ValueSet, kind: string) =>
    listed(readers, column, () => []).push({ values, kind })
  const visit = (boxes: readonly Leaves[], kind: string) => {
    for (const box of boxes) {
      if (statusOf(box, known) === NO) continue
      const undecided = box.columns.flatMap((column, i) => {
        const values = box.sets[i] as ValueSet
        return isDecided(known[column], values) ? [] : [[column, values] as const]
      })
      // A rule that waits for more than one fact does not hold as soon as this one is known.
      const here = undecided.length > 1 ? `${kind} …` : kind
      for (const [column, values] of undecided) {
        const condition = ruleSet.conditionAt.get(column)
        const comparison = ruleSet.comparisonAt.get(column)
        if (condition === undefined && comparison === undefined) add(column, values, here)
        else if (opened.has(column)) continue
        opened.add(column)
        if (condition !== undefined) visit(condition.leaves, `c${column}`)
        if (comparison !== undefined) {
          const { fact, operator, parameter } = comparison
          const dated = ruleSet.parameters.get(parameter)
          for (const value of numbersOf(rulings, parameter))
            add(fact.index, admitted(fact.domain, operator, [value]), `c${column} ${value}`)
          for (const { window, value } of dated?.versions ?? []) add(dated?.by as number, window, `c${column} ${value}`)
        }
      }
    }
  }
  for (const { leaves, answers, layer } of open) {
    const said = answers.filter(({ question }) => questions.has(question))
    visit(leaves, `r${layer} ${said.map(({ question, value }) => `${question}=${value}`).join()}`)
  }
  return readers
}
