// How long a decision holds if nothing happens but time passing.
// Promise: the first instant at which time alone changes an answer, or no instant at all, as where the moment of decision is not known.

import { cutsOf } from './cuts.js'
import type { Evaluation } from './evaluate.js'
import { type Known, setOf } from './known.js'
import { boundsOf } from './load-parameters.js'
import { liesIn, NO } from './matcher.js'
import type { Derivation } from './model.js'
import type { Rulings } from './rulings.js'
import { greatest, least, NEVER, NONE } from './value-set.js'

/** No moment ends it. */
export const FOREVER = Number.POSITIVE_INFINITY

/** Whether anything a rule, parameter or derivation turns at lies after `now`, whether or not it matters to the case. */
function hasDatedAfter(rulings: Rulings, known: readonly Known[], now: number): boolean {
  const { ruleSet } = rulings
  const cutsAt = cutsOf(rulings)
  return (
    ruleSet.lastDated > now ||
    cutsAt(ruleSet.model.clock).last > now ||
    ruleSet.moved.some((one) => reachesOf(one, known, cutsAt(one.column.index).last).some((moment) => moment > now))
  )
}

/** When time makes a derived fact reach a value, with its sources as they are known. */
function reachesOf({ declaration, sourcesIn }: Derivation, known: readonly Known[], cut: number): readonly number[] {
  return declaration.reaches?.(cut, ...sourcesIn(known)) ?? []
}

/**
 * Moments after `now` at which something that may still matter changes because of time alone, ascending. Where events may
 * come later (`isOpen`), more changes than that: what surely comes is counted further and further, what began comes closer
 * to an end stated ahead, what weighs answers is no longer sure. From one of these moments up to the next, that only widens
 * what is possible or only narrows it, so that what has changed stays changed: a look just before each of them, and at the
 * last of all, misses none of it.
 */
function turningPoints(
  rulings: Rulings,
  known: readonly Known[],
  stated: readonly Known[],
  now: number,
  isOpen: boolean,
): number[] {
  const { ruleSet } = rulings
  const { model } = ruleSet
  const { owners, turns, compared } = ruleSet.timed()
  const last = greatest(ruleSet.domainOf(model.clock))
  const lives = (owner: number) =>
    owners[owner]?.steady.some((box) => box.every(([column, set]) => liesIn(set, stated[column]) !== NO))
  const cutsAt = cutsOf(rulings)
  const moments: number[] = []
  // The greatest value comes first: where it lies behind so do the others, unless what is stated ahead keeps it from being
  // reached. Few lie ahead: who turns there is looked at last.
  const turn = (column: number, momentsOf: (cut: number) => readonly number[]) => {
    for (const { value, owners: by } of turns.get(column) ?? []) {
      const ahead = momentsOf(value).filter((moment) => moment > now)
      if (ahead.length > 0 && by.some(lives)) moments.push(...ahead)
      else if (ahead.length === 0 && !isOpen) break
    }
    if (compared.get(column)?.some(lives)) moments.push(...cutsAt(column).compared.flatMap(momentsOf))
  }
  const itself = (cut: number) => [cut]
  turn(model.clock, itself)
  // The model's own arithmetic may read any parameter, whether or not a condition compares with it.
  for (const { by, versions } of ruleSet.parameters.values()) {
    if (model.moving.has(by)) moments.push(...boundsOf(versions))
  }
  for (const event of model.events) {
    if (typeof stated[event] !== 'number') turn(event, itself)
    // No event lies after the clock: one stated there contradicts it until then, of others later moments become possible.
    if (isOpen) moments.push(...setOf(stated[event], NEVER))
  }
  for (const one of ruleSet.moved) {
    turn(one.column.index, (cut) => reachesOf(one, known, cut))
    if (isOpen) turn(one.column.index, (cut) => reachesOf(one, stated, cut))
  }
  const looked = isOpen ? [last, ...moments, ...moments.map((moment) => moment - 1)] : moments
  return [...new Set(looked)].filter((moment) => moment > now && moment <= last).sort((a, b) => a - b)
}

/**
 * `said` is what the case says; `at` adds complete records and presumptions and puts the clock to a moment. Nothing that
 * follows from them is in either: what follows may be another at another moment. `changesAt` decides the case there.
 */
export function validUntil(
  rulings: Rulings,
  { known }: Evaluation<unknown>,
  said: readonly Known[],
  at: (moment: number) => readonly Known[],
  changesAt: (moment: number) => boolean,
): number {
  const { clock, events } = rulings.ruleSet.model
  const now = known[clock]
  if (typeof now !== 'number') return FOREVER
  // An event that lies later contradicts the clock until then. Of one that may lie later, or that surely happened, nobody
  // says when, time alone makes later moments possible.
  const isOpen = events.some((event) => {
    const possible = setOf(said[event] ?? known[event], NEVER)
    return greatest(possible) >= now + Number(least(possible) === NONE)
  })
  // Most cases speak of a day after which nothing in the rules is dated: they need no closer look.
  if (!isOpen && !hasDatedAfter(rulings, known, now)) return FOREVER
  // Mostly nothing has changed a moment before. What has, changed at no turning point: halving finds where.
  let same = now
  for (let changed of turningPoints(rulings, known, at(now), now, isOpen)) {
    if (changesAt(changed)) {
      for (let middle = changed - 1; middle > same; middle = Math.floor((same + changed) / 2)) {
        if (changesAt(middle)) changed = middle
        else same = middle
      }
      return changed
    }
    same = changed
  }
  return FOREVER
}
