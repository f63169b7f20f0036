// How long a decision holds if nothing happens but time passing.
// Promise: the first instant at which time alone changes an answer, or nothing where the moment of decision is not known.
import type { Settings } from './comparison.js'
import type { Evaluation } from './evaluate.js'
import { type Known, setOf } from './known.js'
import type { ParameterVersion } from './load-parameters.js'
import { cellOf, type Matcher } from './matcher.js'
import type { Derivation } from './model.js'
import type { RuleSet } from './ruleset.js'
import type { Rulings } from './rulings.js'
import { greatest } from './value-set.js'

/** Values at which some rule, condition or comparison tells a column apart. */
export function cutsOf(ruleSet: RuleSet, settings: Settings, column: number): readonly number[] {
  return [...(ruleSet.cuts.get(column) ?? []), ...comparedCuts(ruleSet, settings, column)]
}

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

/** Where versions of a parameter begin and end. */
function boundsOf(versions: readonly ParameterVersion[]): number[] {
  return versions.flatMap(({ window }) => [window[0] as number, (window[1] as number) + 1])
}

/** Boxes whose facts the case leaves possible, as bits: columns that time moves, and what is worked out, do not count. */
function stillPossible({ model }: RuleSet, { words, tables }: Matcher, stated: readonly Known[]): Int32Array {
  const possible = new Int32Array(words).fill(-1)
  for (const { column, starts, admits } of tables) {
    const fact = model.columns[column]
    if (fact?.source !== 'fact' || column === model.clock || stated[column] === undefined) continue
    const set = setOf(stated[column], fact.domain)
    const any = new Int32Array(words)
    for (let i = 0; i < set.length; i += 2) {
      const last = cellOf(starts, set[i + 1] as number)
      for (let cell = cellOf(starts, set[i] as number); cell <= last; cell += 1) {
        for (let w = 0; w < words; w += 1) any[w] = (any[w] as number) | (admits[cell * words + w] as number)
      }
    }
    for (let w = 0; w < words; w += 1) possible[w] = (possible[w] as number) & (any[w] as number)
  }
  return possible
}

/** Values of the wanted columns at which a box that is still possible begins or ends. */
function livingCuts(rulings: Rulings, stated: readonly Known[], wanted: readonly number[]): Map<number, number[]> {
  const { ruleSet, settings } = rulings
  const cuts = new Map(wanted.map((column) => [column, comparedCuts(ruleSet, settings, column)]))
  for (const matcher of ruleSet.matchers) {
    const tables = matcher.tables.filter(({ column }) => cuts.has(column))
    if (tables.length === 0) continue
    const { words } = matcher
    const possible = stillPossible(ruleSet, matcher, stated)
    for (const { column, starts, admits } of tables) {
      const own = cuts.get(column) as number[]
      for (let at = words; at < admits.length; at += words) {
        for (let w = 0; w < words; w += 1) {
          if ((((admits[at - words + w] as number) ^ (admits[at + w] as number)) & (possible[w] as number)) === 0)
            continue
          own.push(starts[at / words] as number)
          break
        }
      }
    }
  }
  return cuts
}

/** Whether anything a rule, parameter or derivation turns at lies after `now`, whether or not it matters to the case. */
function hasDatedAfter(rulings: Rulings, known: readonly Known[], moved: readonly Derivation[], now: number): boolean {
  const { ruleSet, settings } = rulings
  const { clock } = ruleSet.model
  const last = greatest(ruleSet.domainOf(clock))
  const after = (moment: number) => moment > now && moment <= last
  if (ruleSet.cuts.get(clock)?.some(after) || comparedCuts(ruleSet, settings, clock).some(after)) return true
  for (const { by, versions } of ruleSet.parameters.values()) {
    if (by === clock && boundsOf(versions).some(after)) return true
  }
  return moved.some(({ column, from, declaration }) => {
    const sources = from.map((source) => setOf(known[source.index], source.domain))
    return cutsOf(ruleSet, settings, column.index).some((cut) => declaration.reaches?.(cut, ...sources).some(after))
  })
}

/** Moments after `now` at which something that may still matter changes because of time alone, ascending. */
function turningPoints(rulings: Rulings, known: readonly Known[], stated: readonly Known[], now: number): number[] {
  const { ruleSet } = rulings
  const { model } = ruleSet
  const moved = model.derivations.filter(({ declaration }) => declaration.reaches !== undefined)
  // Most cases speak of a day after which nothing in the rules is dated: they need no closer look.
  if (!hasDatedAfter(rulings, known, moved, now)) return []
  const last = greatest(ruleSet.domainOf(model.clock))
  const cuts = livingCuts(rulings, stated, [model.clock, ...moved.map(({ column }) => column.index)])
  const moments = [...(cuts.get(model.clock) as number[])]
  // The model's own arithmetic may read any parameter, whether or not a condition compares with it.
  for (const { by, versions } of ruleSet.parameters.values()) {
    if (by === model.clock) moments.push(...boundsOf(versions))
  }
  for (const { column, from, declaration } of moved) {
    const sources = from.map((source) => setOf(known[source.index], source.domain))
    for (const cut of cuts.get(column.index) as number[])
      moments.push(...(declaration.reaches?.(cut, ...sources) ?? []))
  }
  return [...new Set(moments)].filter((moment) => moment > now && moment <= last).sort((a, b) => a - b)
}

/**
 * `stated` is what the case says, before anything follows from it: what follows may be another at another moment.
 * `signature` sums up what must stay the same; `at` evaluates the case at another moment.
 */
export function validUntil<A>(
  rulings: Rulings,
  evaluation: Evaluation<A>,
  stated: readonly Known[],
  at: (moment: number) => Evaluation<A>,
  signature: (evaluation: Evaluation<A>) => string,
): number | undefined {
  const now = evaluation.known[rulings.ruleSet.model.clock]
  if (typeof now !== 'number') return undefined
  const moments = turningPoints(rulings, evaluation.known, stated, now)
  if (moments.length === 0) return undefined
  const today = signature(evaluation)
  return moments.find((moment) => signature(at(moment)) !== today)
}
