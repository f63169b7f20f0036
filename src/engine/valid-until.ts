// How long a decision holds if nothing happens but time passing.
// Promise: the first instant at which time alone changes an answer, or nothing where the moment of decision is not known.
import type { Settings } from './comparison.js'
import type { Evaluation } from './evaluate.js'
import { type Known, setOf } from './known.js'
import type { RuleSet } from './ruleset.js'
import type { Rulings } from './rulings.js'
import { greatest } from './value-set.js'

/** Values at which some rule, condition or comparison tells a column apart. */
export function cutsOf(ruleSet: RuleSet, settings: Settings, column: number): readonly number[] {
  const cuts = [...(ruleSet.cuts.get(column) ?? [])]
  for (const { fact, parameter } of ruleSet.comparisons) {
    const dated = ruleSet.parameters.get(parameter)
    if (dated?.by === column)
      cuts.push(...dated.versions.flatMap(({ window }) => [window[0] as number, (window[1] as number) + 1]))
    if (fact.index !== column) continue
    const setting = settings.get(parameter)
    const values = dated?.versions.map(({ value }) => value) ?? (setting === undefined ? [] : [setting])
    cuts.push(...values.flatMap((value) => [value, value + 1]))
  }
  return cuts
}

/** Moments after `now` at which something a rule reads changes because of time alone, ascending. */
function turningPoints({ ruleSet, settings }: Rulings, known: readonly Known[], now: number): number[] {
  const { model } = ruleSet
  const moments = [...cutsOf(ruleSet, settings, model.clock)]
  for (const { column, from, declaration } of model.derivations) {
    const { reaches } = declaration
    if (reaches === undefined) continue
    const sources = from.map((source) => setOf(known[source.index], source.domain))
    for (const cut of cutsOf(ruleSet, settings, column.index)) moments.push(...reaches(cut, ...sources))
  }
  const last = greatest(ruleSet.domainOf(model.clock))
  return [...new Set(moments)].filter((moment) => moment > now && moment <= last).sort((a, b) => a - b)
}

/** `signature` sums up what must stay the same; `at` evaluates the case at another moment. */
export function validUntil<A>(
  rulings: Rulings,
  evaluation: Evaluation<A>,
  at: (moment: number) => Evaluation<A>,
  signature: (evaluation: Evaluation<A>) => string,
): number | undefined {
  const now = evaluation.known[rulings.ruleSet.model.clock]
  if (typeof now !== 'number') return undefined
  const moments = turningPoints(rulings, evaluation.known, now)
  if (moments.length === 0) return undefined
  const today = signature(evaluation)
  return moments.find((moment) => signature(at(moment)) !== today)
}
