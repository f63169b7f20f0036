// Who reads a column: for each fact that keeps a question open, which of its values rules that may still win ask for.
// Promise: rules that are out of the running, or decided, read nothing; named conditions and comparisons are opened.
import { numbersOf } from './comparison.js'
import type { Evaluation } from './evaluate.js'
import { listed } from './listed.js'
import type { CompiledRule } from './load-rules.js'
import { eachOpenLeaf, type Matcher } from './matcher.js'
import { eachOpenRule, ownerOf } from './missing.js'
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
  evaluation: Evaluation<unknown>,
  questions: ReadonlySet<number>,
): ReadonlyMap<number, readonly Reader[]> {
  const { ruleSet } = rulings
  const readers = new Map<number, Reader[]>()
  const opened = new Set<number>()
  const add = (column: number, values: ValueSet, kind: string) =>
    listed(readers, column, () => []).push({ values, kind })
  const visit = (matcher: Matcher, owner: number, kind: string) =>
    eachOpenLeaf(matcher, owner, evaluation.known, (leaf, isAlone) => {
      const column = matcher.columns[leaf] as number
      const condition = ruleSet.conditionAt.get(column)
      const comparison = ruleSet.comparisonAt.get(column)
      // A rule that waits for more than one fact does not hold as soon as this one is known.
      if (condition === undefined && comparison === undefined)
        add(column, matcher.sets[leaf] as ValueSet, isAlone ? kind : `${kind} …`)
      else if (opened.has(column)) return
      opened.add(column)
      if (condition !== undefined) visit(...ownerOf(ruleSet, condition), `c${column}`)
      if (comparison !== undefined) {
        const { fact, operator, parameter } = comparison
        const dated = ruleSet.parameters.get(parameter)
        for (const value of numbersOf(rulings, parameter))
          add(fact.index, admitted(fact.domain, operator, [value]), `c${column} ${value}`)
        for (const { window, value } of dated?.versions ?? []) add(dated?.by as number, window, `c${column} ${value}`)
      }
    })
  eachOpenRule(ruleSet, evaluation, questions, ({ matcher, rules }, place) => {
    const { answers, layer } = rules[place] as CompiledRule
    const said = answers.filter(({ question }) => questions.has(question))
    visit(matcher, place, `r${layer} ${said.map(({ question, value }) => `${question}=${value}`).join()}`)
  })
  return readers
}
