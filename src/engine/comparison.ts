// Facts against settings and dated parameters: one three-valued column each.
// Promise: true or false only when every value and every version still possible agrees; no version means unknown, never no.
import { type Known, setOf } from './known.js'
import type { Parameter } from './load-parameters.js'
import { admits, type Operator } from './operator.js'
import type { RuleSet } from './ruleset.js'
import type { Rulings } from './rulings.js'
import { contains, isSubset, least, overlaps, type ValueSet } from './value-set.js'

/** Values of settings by name, in the smallest unit; a setting that is not there is unset. */
export type Settings = ReadonlyMap<string, number>

/** Writes the comparison columns of `known` in place. */
export function compareAll(ruleSet: RuleSet, settings: Settings, known: Known[]): void {
  for (const { column, fact, operator, parameter } of ruleSet.comparisons) {
    const now = known[fact.index]
    const dated = ruleSet.parameters.get(parameter)
    const set = settings.get(parameter)
    let holds: boolean | undefined
    if (now !== undefined && dated !== undefined)
      holds = holdsWithAll(operator, now, datedValues(ruleSet, dated, known) ?? [])
    else if (now !== undefined && set !== undefined) holds = holdsWith(operator, now, set)
    known[column] = holds === undefined ? holds : Number(holds)
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

/** Whether a fact compares so with every one of the values: unknown where they disagree, or where there is none. */
function holdsWithAll(operator: Operator, now: number | ValueSet, values: readonly number[]): boolean | undefined {
  const [holds, ...others] = values.map((value) => holdsWith(operator, now, value))
  return others.every((other) => other === holds) ? holds : undefined
}

/** Every operator turns at the value it compares with, so that value and the ends of a set tell of all between them. */
function holdsWith(operator: Operator, now: number | ValueSet, value: number): boolean | undefined {
  if (typeof now === 'number') return admits(operator, now, value)
  const holds = admits(operator, least(now), value)
  for (const end of now) if (admits(operator, end, value) !== holds) return undefined
  return contains(now, value) && admits(operator, value, value) !== holds ? undefined : holds
}
