// The amount applied for brought to stand to the amount due as is wanted.
// Promise: the sums the refund waits for are filled in with round numbers first; where it stays open there is no case.

import type { Ruled } from '../domain/domain.js'
import type { Evaluation } from '../engine/evaluate.js'
import { contains, greatest, least } from '../engine/value-set.js'
import type { Target } from './instants.js'
import { choices, type Stated, within } from './usual.js'

/** Ways to state the amounts so that a computed fact lies in what is wanted of it. */
export function applied(
  { ruleSet: { model }, domain }: Ruled,
  stated: Stated,
  wanted: readonly Target[],
  usual: Stated,
  decide: (stated: Stated) => Evaluation<unknown> | undefined,
): Stated[] {
  const { sum } = domain.proofs
  const column = model.columnOf.get(sum?.stated ?? '')
  const [target] = wanted
  if (column === undefined || sum === undefined || target?.column.id !== sum.computed) return []
  let now = stated
  for (let round = 0; round < ROUNDS; round += 1) {
    const due = sum.due(decide(now)?.computed)
    if (due === undefined) return []
    if (due.total.least === due.total.most || due.waitsFor.length === 0) break
    now = new Map(now)
    for (const id of due.waitsFor) {
      const fact = model.columnOf.get(id)
      if (fact === undefined || now.has(fact.index) || fact === column) continue
      ;(now as Map<number, number>).set(
        fact.index,
        choices(fact, fact.domain, undefined, usual, fact.index)[0] as number,
      )
    }
  }
  const due = sum.due(decide(now)?.computed)?.total
  if (due === undefined) return []
  // Lower, equal, higher, as the model lists them.
  const sums = [due.least - 1, due.least === due.most ? due.least : Number.NaN, due.most + 1]
  return within(target.set)
    .map((relation) => sums[relation] as number)
    .filter((sum) => sum >= least(column.domain) && sum <= greatest(column.domain) && contains(column.domain, sum))
    .map((sum) => new Map(now).set(column.index, sum))
}

const ROUNDS = 6
