// Values of a column at which something turns, and whether two things known of it lie alike between them.
// Promise: what lies alike gives every rule, condition, comparison and version of a parameter the same.
import { numbersOf } from './comparison.js'
import { boundsOf } from './load-parameters.js'
import type { Rulings } from './rulings.js'
import type { ValueSet } from './value-set.js'

export interface Cuts {
  /** Values at which a comparison with a setting or parameter turns. */
  readonly compared: readonly number[]
  /** The same, and those at which a rule, a condition, or when a question arises, turns. */
  readonly all: readonly number[]
  /** The last of these, 0 at least. */
  readonly last: number
}

function findCuts(rulings: Rulings, column: number): Cuts {
  const { ruleSet } = rulings
  const compared = ruleSet.comparisons.flatMap(({ fact, parameter }) => {
    const dated = ruleSet.parameters.get(parameter)
    const cuts = dated?.by === column ? boundsOf(dated.versions) : []
    if (fact.index !== column) return cuts
    return [...cuts, ...numbersOf(rulings, parameter).flatMap((value) => [value, value + 1])]
  })
  const all = [...new Set([...compared, ...(ruleSet.cuts.get(column) ?? [])])]
  return { compared, all, last: Math.max(0, ...all) }
}

const known = new WeakMap<Rulings, Cuts[]>()

/** Where each column turns, worked out when it is first asked for: every case asks. */
export function cutsOf(rulings: Rulings): (column: number) => Cuts {
  const found = known.get(rulings) ?? []
  known.set(rulings, found)
  return (column) => {
    found[column] ??= findCuts(rulings, column)
    return found[column]
  }
}

/** Whether no cut lies between what two sets begin and end with. */
export function liesAlike({ all }: Cuts, a: ValueSet, b: ValueSet): boolean {
  return a.length === b.length && !all.some((cut) => a.some((end, i) => end < cut !== (b[i] as number) < cut))
}
