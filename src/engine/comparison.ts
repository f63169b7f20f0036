// Facts against settings and dated parameters: one three-valued column each.
// Promise: true or false only when every value and every version still possible agrees; no version means unknown, never no.
import { type Known, setOf } from './known.js'
import type { Parameter } from './load-parameters.js'
import { liesIn, type Status, truthOf, UNKNOWN } from './matcher.js'
import { admitted } from './operator.js'
import type { RuleSet } from './ruleset.js'
import type { Rulings } from './rulings.js'
import { isSubset, overlaps } from './value-set.js'

/** Values of settings by name, in the smallest unit; a setting that is not there is unset. */
export type Settings = ReadonlyMap<string, number>

/** Writes the comparison columns of `known` in place: unknown where numbers disagree, or where there is none. */
export function compareAll(ruleSet: RuleSet, settings: Settings, known: Known[]): void {
  for (const { column, fact, operator, parameter, sets } of ruleSet.comparisons) {
    const dated = ruleSet.parameters.get(parameter)
    const setting = settings.get(parameter)
    const values = dated ? datedValues(ruleSet, dated, known) : setting === undefined ? setting : [setting]
    let status: Status = UNKNOWN
    for (let i = 0; values !== undefined && i < values.length; i += 1) {
      const value = values[i] as number
      const set = sets.get(value) ?? admitted(fact.domain, operator, [value])
      sets.set(value, set)
      const lies = liesIn(set, known[fact.index])
      status = i === 0 || lies === status ? lies : UNKNOWN
    }
    known[column] = truthOf(status)
  }
}

/** Every number a setting or parameter may stand for, whatever the date. */
export function numbersOf({ ruleSet, settings }: Rulings, parameter: string): readonly number[] {
  const setting = settings.get(parameter)
  return (
    ruleSet.parameters.get(parameter)?.versions.map(({ value }) => value) ?? (setting === undefined ? [] : [setting])
  )
}

/** Values of a parameter that the case's date still allows; `undefined` when the date may lie outside every version. */
export function datedValues(
  ruleSet: RuleSet,
  parameter: Parameter,
  known: readonly Known[],
): readonly number[] | undefined {
  const date = setOf(known[parameter.by], ruleSet.domainOf(parameter.by))
  if (!isSubset(date, parameter.covered)) return undefined
  return parameter.versions.filter(({ window }) => overlaps(window, date)).map(({ value }) => value)
}

/** Whether no date the case still allows lies in any version: nobody can say the number. */
export function hasNoVersion(ruleSet: RuleSet, parameter: Parameter, known: readonly Known[]): boolean {
  return !overlaps(setOf(known[parameter.by], ruleSet.domainOf(parameter.by)), parameter.covered)
}
