// Usual values of facts nobody stated, used only where they are needed and always listed.
// Promise: a presumption stays only if without it the outcome or some answer, breach or amount would be another.
import type { Evaluation } from './evaluate.js'
import { parseCaseValue } from './fact-value.js'
import { deriveFacts } from './facts.js'
import { type Known, setIn } from './known.js'
import type { Judged } from './outcome.js'
import { isSameJson } from './plain.js'
import type { Rulings } from './rulings.js'
import { contains } from './value-set.js'

export type Presumption = readonly [column: number, value: number]

/** Usual values of the facts nobody stated, where neither the case nor an earlier one of them rules the value out. */
export function presumable({ ruleSet }: Rulings, stated: readonly Known[]): Presumption[] {
  const { model } = ruleSet
  const tried = stated.slice()
  let { known } = deriveFacts(ruleSet, tried.slice())
  return model.columns.flatMap((column): Presumption[] => {
    const { index } = column
    const usual = column.source === 'fact' ? model.declaration.facts[column.id]?.usual : undefined
    // What nothing reads carries no weight.
    if (usual === undefined || stated[index] !== undefined || !ruleSet.observed.has(index)) return []
    const value = column.words.get(String(usual)) ?? parseCaseValue(column.kind, usual)
    if (value === undefined || !contains(setIn(known, column), value)) return []
    tried[index] = value
    known = deriveFacts(ruleSet, tried.slice()).known
    return [[index, value]]
  })
}

/** Whether anything is still to be presumed for: some question may come to more than one outcome, or fall short of a floor. */
export function hasOpen({ resolved }: Evaluation<unknown>): boolean {
  return resolved.some(({ outcomes, breach }) => outcomes.length > 1 || breach?.status === 'possible')
}

/** A case tried with some presumptions. */
export interface Tried {
  readonly evaluation: Evaluation<unknown>
  readonly judged: Judged
}

/** Outcome, answers, breaches and what was computed, to tell whether a presumption carries weight. */
function weightOf({ evaluation: { resolved, arises, computed }, judged }: Tried): unknown {
  return [judged.outcome, resolved.map(({ outcomes, breach }) => [outcomes, breach]), arises, computed]
}

/** Drops, one by one, the presumptions that carry no weight beside `asUsual`, the case tried with all of them. */
export function neededPresumptions(
  all: readonly Presumption[],
  asUsual: Tried,
  tried: (presumptions: readonly Presumption[]) => Tried,
): readonly Presumption[] {
  const wanted = weightOf(asUsual)
  return all.reduce<readonly Presumption[]>((kept, one) => {
    const without = kept.filter((other) => other !== one)
    return isSameJson(weightOf(tried(without)), wanted) ? without : kept
  }, all)
}
