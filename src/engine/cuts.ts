// Values of a column at which something turns, and whether two sets of its values lie alike between them.
// Promise: sets that lie alike give every leaf of a rule, condition or question, and every comparison, the same.
import { numbersOf } from './comparison.js'
import { listed } from './listed.js'
import { boundsOf } from './load-parameters.js'
import type { Rulings } from './rulings.js'
import { greatest, type ValueSet } from './value-set.js'

export interface Cuts {
  /** Values at which a comparison with a setting or parameter turns, or the version of such a parameter. */
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
  // What is counted may come to more than any rule speaks of: there whatever holds up to the end of the domain no longer does.
  return { compared, last: Math.max(0, ...all), all: [...all, greatest(ruleSet.domainOf(column)) + 1] }
}

const known = new WeakMap<Rulings, Cuts[]>()

/** Where each column turns, worked out when it is first asked for and kept: every case asks again. */
export function cutsOf(rulings: Rulings): (column: number) => Cuts {
  const found = listed(known, rulings, () => [])
  return (column) => {
    found[column] ??= findCuts(rulings, column)
    return found[column]
  }
}

/** Whether two sets have as many intervals, and no cut lies between the ends of one and of the other. */
export function liesAlike({ all }: Cuts, a: ValueSet, b: ValueSet): boolean {
  return a.length === b.length && !all.some((cut) => a.some((end, i) => end < cut !== (b[i] as number) < cut))
}
