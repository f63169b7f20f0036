// A case that was decided, with the settings it needs: what a proof shows for what it says.
// Promise: evaluated as `decide` does.

import type { Ruled } from '../domain/domain.js'
import type { SettingDeclaration } from '../engine/declaration.js'
import { type Evaluation, evaluate } from '../engine/evaluate.js'
import { parseLiteral } from '../engine/fact-value.js'
import { statedFacts } from '../engine/facts.js'
import { readCase } from '../engine/read-case.js'

/** A case in Chinese words, with the settings it needs beyond the shop's own. */
export interface Witness {
  readonly case: Readonly<Record<string, unknown>>
  readonly settings: Settings
  readonly evaluation: Evaluation<unknown>
}

/** Settings as a shop writes them. */
export type Settings = Readonly<Record<string, number | string>>

/** A case evaluated as `decide` does, with settings beyond the shop's own; nothing where it cannot be read. */
export function evaluated(rulings: Ruled, input: unknown, settings: Settings): Evaluation<unknown> | undefined {
  const { model } = rulings.ruleSet
  const read = readCase(model, input)
  if (!read.ok) return undefined
  const set = withSettings(rulings, settings)
  return evaluate(set, statedFacts(set.ruleSet, read.value), read.value.agreed, set.domain.compute(set))
}

/** The rules with settings beyond the shop's own. */
function withSettings(rulings: Ruled, settings: Settings): Ruled {
  const declared: Readonly<Record<string, SettingDeclaration>> = rulings.ruleSet.model.declaration.settings ?? {}
  const values = Object.entries(settings).flatMap(([id, written]) => {
    const value = declared[id] && parseLiteral(declared[id], written)
    return value === undefined ? [] : [[id, value] as const]
  })
  return values.length === 0 ? rulings : { ...rulings, settings: new Map([...rulings.settings, ...values]) }
}
