// Usual values of circumstances, used only where they are needed and always listed.
// Promise: a presumption stays only if without it the outcome or some answer would be another.
import type { Evaluation } from './evaluate.js'
import { parseCaseValue } from './fact-value.js'
import type { Known } from './known.js'
import type { Judged } from './outcome.js'
import type { Rulings } from './rulings.js'

export type Presumption = readonly [column: number, value: Known]

/** Usual values of the facts of which nothing is known. */
export function presumable({ ruleSet: { model } }: Rulings, known: readonly Known[]): Presumption[] {
  return model.columns.flatMap((column) => {
    const usual = column.source === 'fact' ? model.declaration.facts[column.id]?.usual : undefined
    if (usual === undefined || known[column.index] !== undefined) return []
    return [[column.index, column.words.get(String(usual)) ?? parseCaseValue(column.kind, usual)] as const]
  })
}

/** Whether anything is still to be presumed for: some question may come to more than one outcome. */
export function hasOpen({ resolved }: Evaluation<unknown>): boolean {
  return resolved.some(({ outcomes }) => outcomes.length > 1)
}

/** Outcome and answers as one text, to tell whether a presumption carries weight. */
export function weightOf({ resolved, arises }: Evaluation<unknown>, { outcome }: Judged): string {
  return JSON.stringify([outcome, resolved.map(({ outcomes }) => outcomes), [...arises]])
}

/** Drops, one by one, the presumptions that carry no weight. */
export function neededPresumptions(
  all: readonly Presumption[],
  weighs: (presumptions: readonly Presumption[]) => string,
): readonly Presumption[] {
  const wanted = weighs(all)
  return all.reduce<readonly Presumption[]>((kept, one) => {
    const without = kept.filter((other) => other !== one)
    return weighs(without) === wanted ? without : kept
  }, all)
}
