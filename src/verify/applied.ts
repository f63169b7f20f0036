// The amount applied for brought to stand to the amount due as is wanted.
// Promise: the sums the refund waits for are filled in with round numbers first; where it stays open there is no case.

import type { Ruled } from '../domain/domain.js'
import type { Measured } from '../engine/declaration.js'
import type { Evaluation } from '../engine/evaluate.js'
import { missingFacts } from '../engine/missing.js'
import type { Column } from '../engine/model.js'
import type { RuleSet } from '../engine/ruleset.js'
import { contains, type ValueSet } from '../engine/value-set.js'
import type { Target } from './instants.js'
import { choices, type Stated, within } from './usual.js'

/** Ways to state the amounts so that a computed fact lies in what is wanted of it. */
export function applied(
  { ruleSet, domain }: Ruled,
  stated: Stated,
  wanted: readonly Target[],
  usual: Stated,
  decide: (stated: Stated) => Evaluation<unknown> | undefined,
): Stated[] {
  const { model } = ruleSet
  const { sum } = domain.proofs
  const column = model.columnOf.get(sum?.stated ?? '')
  const [target] = wanted
  if (column === undefined || sum === undefined || target?.column.id !== sum.computed) return []
  let now = stated
  for (let round = 0; round < ROUNDS; round += 1) {
    const evaluation = decide(now)
    const due = sum.due(evaluation?.computed)
    if (evaluation === undefined || due === undefined) return []
    if (due.total.least === due.total.most) break
    const known = now
    const lacking = (due.waitsFor.length > 0 ? due.waitsFor : askedFirst(ruleSet, evaluation))
      .flatMap((id) => model.columnOf.get(id) ?? [])
      .filter((fact) => fact !== column && !known.has(fact.index))
    if (lacking.length === 0) break
    const value = (fact: Column) => choices(fact, fact.domain, undefined, usual, fact.index)[0] as number
    now = new Map([...now, ...lacking.map((fact) => [fact.index, value(fact)] as const)])
  }
  const due = sum.due(decide(now)?.computed)?.total
  if (due === undefined) return []
  return statedFor(now, column, due, target.set)
}

/** The amount applied for stands to the amount due as is wanted: a fen less, the same, a fen more. */
export function statedFor(stated: Stated, applied: Column, due: Measured, wanted: ValueSet): Stated[] {
  // Lower, equal, higher, as the model lists them. Equal only to an amount that is known exactly.
  const sums = [due.least - 1, due.least === due.most ? due.least : Number.NaN, due.most + 1]
  return within(wanted)
    .map((relation) => sums[relation] as number)
    .filter((sum) => Number.isFinite(sum) && contains(applied.domain, sum))
    .map((sum) => new Map(stated).set(applied.index, sum))
}

/** The fact that most answers still open wait for: an amount may hang on them. */
function askedFirst(ruleSet: RuleSet, evaluation: Evaluation<unknown>): string[] {
  const open = evaluation.resolved.flatMap(({ outcomes }, question) => (outcomes.length > 1 ? [question] : []))
  return missingFacts(ruleSet, evaluation, new Set(open))
    .slice(0, 1)
    .map(({ fact }) => fact)
}

const ROUNDS = 12
