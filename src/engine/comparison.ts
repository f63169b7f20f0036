// Facts against settings and dated parameters: one three-valued column each.
// Promise: true or false only when every value and every version still possible agrees; no version means unknown, never no.
import type { Comparison } from './condition.js'
import { type Known, setOf } from './known.js'
import type { Parameter } from './load-parameters.js'
import { admits, admitted } from './operator.js'
import type { RuleSet } from './ruleset.js'
import type { Rulings } from './rulings.js'
import { isSubset, overlaps, type ValueSet } from './value-set.js'

/** Values of settings by name, in the smallest unit; a setting that is not there is unset. */
export type Settings = ReadonlyMap<string, number>

/** Writes the comparison columns of `known` in place. */
export function compareAll(ruleSet: RuleSet, settings: Settings, known: Known[]): void {
  for (const comparison of ruleSet.comparisons) {
    known[comparison.column] = compare(ruleSet, comparison, valuesOf(ruleSet, comparison, settings, known), known)
  }
}

function valuesOf(
  ruleSet: RuleSet,
  { parameter }: Comparison,
  settings: Settings,
  known: readonly Known[],
): readonly number[] | undefined {
  const dated = ruleSet.parameters.get(parameter)
  if (dated !== undefined) return datedValues(ruleSet, dated, known)
  const value = settings.get(parameter)
  return value === undefined ? undefined : [value]
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

function compare(
  ruleSet: RuleSet,
  { fact, operator }: Comparison,
  values: readonly number[] | undefined,
  known: readonly Known[],
): Known {
  if (values === undefined) return undefined
  const now = known[fact.index]
  if (now === undefined) return undefined
  const domain = ruleSet.domainOf(fact.index)
  let holds: boolean | undefined
  for (const value of values) {
    const here =
      typeof now === 'number' ? admits(operator, now, value) : holdsOfAll(now, admitted(domain, operator, [value]))
    if (here === undefined || (holds !== undefined && holds !== here)) return undefined
    holds = here
  }
  return Number(holds)
}

function holdsOfAll(set: ValueSet, yes: ValueSet): boolean | undefined {
  return isSubset(set, yes) ? true : overlaps(set, yes) ? undefined : false
}
