// The amount applied for brought to stand to the amount due as is wanted.
// Promise: the sums the refund waits for are filled in with round numbers first; where it stays open there is no case.

import { dayOf } from '../calendar.js'
import type { ComparedSum, Ruled } from '../domain/domain.js'
import type { Measured } from '../engine/declaration.js'
import type { Evaluation } from '../engine/evaluate.js'
import { missingFacts } from '../engine/missing.js'
import type { Column } from '../engine/model.js'
import type { RuleSet } from '../engine/ruleset.js'
import { contains, type ValueSet } from '../engine/value-set.js'
import type { Target } from './instants.js'
import { choices, type Stated, within } from './usual.js'

/** Rules by which an amount is due, and how a case is decided with them. */
export interface Side {
  readonly rulings: Ruled
  readonly decide: (stated: Stated) => Evaluation<unknown> | undefined
}

/** Ways to state the amounts so that a computed fact lies in what is wanted of it, by the first rules or by the others. */
export function applied(sides: readonly Side[], stated: Stated, wanted: readonly Target[], usual: Stated): Stated[] {
  const { ruleSet, domain } = (sides[0] as Side).rulings
  const { sum } = domain.proofs
  const column = ruleSet.model.columnOf.get(sum?.stated ?? '')
  const [target] = wanted
  if (column === undefined || sum === undefined || target?.column.id !== sum.computed) return []
  let filled = stated
  for (const side of sides) filled = filledIn(side, sum, filled, column, usual)
  const duesOf = (now: Stated) => sides.flatMap(({ decide }) => sum.due(decide(now)?.computed)?.total ?? [])
  const isApart = (now: Stated) => new Set(duesOf(now).map(({ least }) => least)).size > 1
  const isKnown = duesOf(filled).every(({ least, most }) => least === most)
  const isAlike = sides.length > 1 && isKnown && !isApart(filled)
  const now = (isAlike ? withOneRecord(ruleSet, filled, usual).find(isApart) : undefined) ?? filled
  const ways = duesOf(now).flatMap((due) => statedFor(now, column, due, target.set))
  // Where as much is due by all, each amount is tried once.
  return [...new Map(ways.map((way) => [way.get(column.index), way])).values()]
}

/** With a sum or day stated that the records of a case leave at none: what is due may differ by it alone. */
function withOneRecord({ model }: RuleSet, stated: Stated, usual: Stated): Stated[] {
  return model.absentRecords.flatMap(({ column: index, value }) => {
    const fact = model.columns[index] as Column
    const isTold = value !== undefined && !stated.has(index) && ['money', 'date'].includes(fact.kind.kind)
    return isTold ? [new Map(stated).set(index, plainValue(model, fact, stated, usual))] : []
  })
}

/** A day is that of the decision; anything else as it usually is. */
function plainValue(model: RuleSet['model'], fact: Column, stated: Stated, usual: Stated): number {
  const now = stated.get(model.clock)
  const day = fact.kind.kind === 'date' && now !== undefined ? dayOf(now) : usual.get(fact.index)
  return choices(fact, fact.domain, day, usual, fact.index)[0] as number
}

/** Facts that the amount due waits for, until it is known exactly or nothing is left to tell. */
function filledIn(
  { rulings: { ruleSet }, decide }: Side,
  sum: ComparedSum,
  stated: Stated,
  applied: Column,
  usual: Stated,
): Stated {
  const { model } = ruleSet
  let now = stated
  for (let round = 0; round < ROUNDS; round += 1) {
    const evaluation = decide(now)
    const due = sum.due(evaluation?.computed)
    if (evaluation === undefined || due === undefined || due.total.least === due.total.most) break
    const known = now
    const lacking = (due.waitsFor.length > 0 ? due.waitsFor : askedFirst(ruleSet, evaluation))
      .flatMap((id) => model.columnOf.get(id) ?? [])
      .filter((fact) => fact !== applied && !known.has(fact.index))
    if (lacking.length === 0) break
    now = new Map([...now, ...lacking.map((fact) => [fact.index, plainValue(model, fact, known, usual)] as const)])
  }
  return now
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
