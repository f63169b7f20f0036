// How long a decision holds if nothing happens but time passing.
// Promise: the first instant at which time alone changes an answer, or nothing where the moment of decision is not known.
import type { Settings } from './comparison.js'
import type { Evaluation } from './evaluate.js'
import { type Known, setOf } from './known.js'
import { boundsOf } from './load-parameters.js'
import { matchBriefly, NO } from './matcher.js'
import type { RuleSet } from './ruleset.js'
import type { Rulings } from './rulings.js'
import { greatest } from './value-set.js'

function comparedCuts(ruleSet: RuleSet, settings: Settings, column: number): number[] {
  return ruleSet.comparisons.flatMap(({ fact, parameter }) => {
    const dated = ruleSet.parameters.get(parameter)
    const cuts = dated?.by === column ? boundsOf(dated.versions) : []
    if (fact.index !== column) return cuts
    const setting = settings.get(parameter)
    const values = dated?.versions.map(({ value }) => value) ?? (setting === undefined ? [] : [setting])
    return [...cuts, ...values.flatMap((value) => [value, value + 1])]
  })
}

const compared = new WeakMap<Rulings, Map<number, readonly number[]>>()

/** The same, worked out once: every case asks for it. */
function comparedWith(rulings: Rulings, column: number): readonly number[] {
  const known = compared.get(rulings) ?? new Map<number, readonly number[]>()
  compared.set(rulings, known)
  const cuts = known.get(column) ?? comparedCuts(rulings.ruleSet, rulings.settings, column)
  known.set(column, cuts)
  return cuts
}

/** Values of a column that time moves at which a rule that is still possible begins or ends. */
function livingCuts(rulings: Rulings, column: number, possible: Uint8Array): readonly number[] {
  const { turns, compared } = rulings.ruleSet.timed
  const lives = (owner: number) => possible[owner] !== NO
  const cuts: number[] = []
  for (const { value, owners } of turns.get(column) ?? []) if (owners.some(lives)) cuts.push(value)
  if (compared.get(column)?.some(lives) === true) cuts.push(...comparedWith(rulings, column))
  return cuts
}

/** Whether anything a rule, parameter or derivation turns at lies after `now`, whether or not it matters to the case. */
function hasDatedAfter(rulings: Rulings, known: readonly Known[], said: readonly Known[], now: number): boolean {
  const { ruleSet } = rulings
  const { clock, events } = ruleSet.model
  if (now < ruleSet.lastDated || events.some((event) => comesLater(said[event], now))) return true
  const last = greatest(ruleSet.domainOf(clock))
  const after = (moment: number) => moment > now && moment <= last
  const compares = (column: number) => ruleSet.comparisons.some(({ fact }) => fact.index === column)
  if (compares(clock) && comparedWith(rulings, clock).some(after)) return true
  return ruleSet.moved.some(({ column, from, declaration }) => {
    const sources = from.map((source) => setOf(known[source.index], source.domain))
    const reached = (cut: number) => declaration.reaches?.(cut, ...sources).some(after) === true
    for (const cut of ruleSet.cuts.get(column.index) ?? []) if (reached(cut)) return true
    return compares(column.index) && comparedWith(rulings, column.index).some(reached)
  })
}

/** Whether several moments of an event are possible and some lie after `now`: time alone makes them possible. */
function comesLater(said: Known, now: number): boolean {
  return typeof said === 'object' && greatest(said) > now
}

/** Moments after `now` at which something that may still matter changes because of time alone, ascending. */
function turningPoints(rulings: Rulings, known: readonly Known[], stated: readonly Known[], now: number): number[] {
  const { ruleSet } = rulings
  const { model } = ruleSet
  const last = greatest(ruleSet.domainOf(model.clock))
  const possible = matchBriefly(ruleSet.timed.steady, stated)
  const cuts = (column: number) => livingCuts(rulings, column, possible)
  const moments = [...cuts(model.clock)]
  // The model's own arithmetic may read any parameter, whether or not a condition compares with it.
  for (const { by, versions } of ruleSet.parameters.values()) {
    if (by === model.clock) moments.push(...boundsOf(versions))
  }
  for (const { column, from, declaration } of ruleSet.moved) {
    const own = cuts(column.index)
    if (own.length === 0) continue
    const isNarrowed = from.some(({ index }) => known[index] !== stated[index])
    for (const facts of isNarrowed ? [known, stated] : [known]) {
      const sources = from.map((source) => setOf(facts[source.index], source.domain))
      for (const cut of own) moments.push(...(declaration.reaches?.(cut, ...sources) ?? []))
    }
  }
  // No event lies after the clock: later moments of one become possible as time passes.
  for (const event of model.events) {
    const said = stated[event]
    if (typeof said === 'number') continue
    moments.push(...cuts(event))
    if (said !== undefined) moments.push(...said.filter((_, i) => i % 2 === 0))
  }
  return [...new Set(moments)].filter((moment) => moment > now && moment <= last).sort((a, b) => a - b)
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
