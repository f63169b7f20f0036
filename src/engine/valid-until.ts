// How long a decision holds if nothing happens but time passing.
// Promise: the first instant at which time alone changes an answer, or nothing where the moment of decision is not known.

import type { Leaves } from './boxes.js'
import { numbersOf } from './comparison.js'
import type { Evaluation } from './evaluate.js'
import { type Known, setOf } from './known.js'
import { boundsOf } from './load-parameters.js'
import { NO, statusOf } from './matcher.js'
import type { Rulings } from './rulings.js'
import { greatest, least, NONE, point } from './value-set.js'

const NEVER = point(NONE)

interface Cuts {
  /** Values at which a comparison with a setting or parameter turns. */
  readonly compared: readonly number[]
  /** The last value at which anything turns, 0 at least. */
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
  return { compared, last: Math.max(0, ...compared, ...(ruleSet.cuts.get(column) ?? [])) }
}

const cutsOf = new WeakMap<Rulings, Map<number, Cuts>>()

/** Where a column turns, worked out once: every case asks for it. */
function cutsAt(rulings: Rulings, column: number): Cuts {
  const known = cutsOf.get(rulings) ?? new Map<number, Cuts>()
  cutsOf.set(rulings, known)
  const cuts = known.get(column) ?? findCuts(rulings, column)
  known.set(column, cuts)
  return cuts
}

/** Whether anything a rule, parameter or derivation turns at lies after `now`, whether or not it matters to the case. */
function hasDatedAfter(rulings: Rulings, known: readonly Known[], said: readonly Known[], now: number): boolean {
  const { ruleSet } = rulings
  const { clock, events } = ruleSet.model
  // An event that lies later contradicts the clock until then. Of one that may lie later, or that surely happened, nobody
  // says when, time alone makes later moments possible.
  const comesLater = (event: number) => {
    const possible = setOf(said[event] ?? known[event], NEVER)
    return least(possible) === NONE ? greatest(possible) > now : greatest(possible) >= now
  }
  const isAfter = (moment: number) => moment > now
  if (now < ruleSet.lastDated || events.some(comesLater) || cutsAt(rulings, clock).compared.some(isAfter)) return true
  return ruleSet.moved.some(({ column, from, declaration }) => {
    const { last } = cutsAt(rulings, column.index)
    const sources = from.map((source) => setOf(known[source.index], source.domain))
    return declaration.reaches?.(last, ...sources).some(isAfter)
  })
}

/** Moments after `now` at which something that may still matter changes because of time alone, ascending. */
function turningPoints(rulings: Rulings, known: readonly Known[], stated: readonly Known[], now: number): number[] {
  const { ruleSet } = rulings
  const { model } = ruleSet
  const { owners, turns, compared } = ruleSet.timed()
  const last = greatest(ruleSet.domainOf(model.clock))
  const isPossible = (box: Leaves) => statusOf(box, stated) !== NO
  const lives = (owner: number) => owners[owner]?.steady.some(isPossible)
  const isAhead = (moment: number) => moment > now && moment <= last
  const moments: number[] = []
  // Few moments lie ahead: who turns there is looked at last.
  const turn = (column: number, momentsOf: (cut: number) => readonly number[]) => {
    for (const { value, owners: by } of turns.get(column) ?? []) {
      const ahead = momentsOf(value).filter(isAhead)
      if (ahead.length > 0 && by.some(lives)) moments.push(...ahead)
    }
    if (compared.get(column)?.some(lives)) moments.push(...cutsAt(rulings, column).compared.flatMap(momentsOf))
  }
  const itself = (cut: number) => [cut]
  turn(model.clock, itself)
  // The model's own arithmetic may read any parameter, whether or not a condition compares with it.
  for (const { by, versions } of ruleSet.parameters.values()) {
    if (by === model.clock) moments.push(...boundsOf(versions))
  }
  for (const { column, from, declaration } of ruleSet.moved) {
    const isNarrowed = from.some(({ index }) => known[index] !== stated[index])
    for (const facts of isNarrowed ? [known, stated] : [known]) {
      const sources = from.map((source) => setOf(facts[source.index], source.domain))
      turn(column.index, (cut) => declaration.reaches?.(cut, ...sources) ?? [])
    }
  }
  // No event lies after the clock: one stated there contradicts it until then, of others later moments become possible.
  for (const event of model.events) {
    const said = stated[event]
    if (typeof said !== 'number') turn(event, itself)
    moments.push(...setOf(said, NEVER).filter((_, i) => i % 2 === 0))
  }
  return [...new Set(moments)].filter(isAhead).sort((a, b) => a - b)
}

/**
 * `said` is what the case says; `stated` adds complete records and presumptions. Nothing that follows from them is in
 * either: what follows may be another at another moment. `changesAt` decides the case at another moment.
 */
export function validUntil(
  rulings: Rulings,
  { known }: Evaluation<unknown>,
  said: readonly Known[],
  stated: () => readonly Known[],
  changesAt: (moment: number) => boolean,
): number | undefined {
  const now = known[rulings.ruleSet.model.clock]
  // Most cases speak of a day after which nothing in the rules is dated: they need no closer look.
  if (typeof now !== 'number' || !hasDatedAfter(rulings, known, said, now)) return undefined
  return turningPoints(rulings, known, stated(), now).find(changesAt)
}
