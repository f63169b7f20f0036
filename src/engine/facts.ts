// Facts of one case: the reading completed by records, narrowed by constraints, extended by derived facts.
// Promise: sets only shrink as more is said; derived facts cover every value their sources still allow.

import { propagate } from './constraint.js'
import type { ConstraintDeclaration, FactView } from './declaration.js'
import { domainOf } from './fact-value.js'
import { type Known, knownFrom, setIn } from './known.js'
import type { AbsentRecord, Column, Derivation, Model } from './model.js'
import type { Reading } from './read-case.js'
import type { RuleSet } from './ruleset.js'
import type { Rulings } from './rulings.js'
import { point, type ValueSet } from './value-set.js'

export interface Facts {
  /** By column; what is compared, concluded and answered is written into it as it is found. */
  readonly known: Known[]
  readonly contradictions: readonly ConstraintDeclaration[]
}

/**
 * What is known before derivation: stated values, complete records, and the values presumed on top. A list as wide as it
 * will get, so that what is found finds its place in it.
 * @param room such a list that is no longer read, to be written over; without one, a list of its own
 */
export function statedFacts(
  { model, beyondModel }: Pick<RuleSet, 'model' | 'beyondModel'>,
  reading: Reading,
  presumed: readonly (readonly [number, Known])[] = [],
  room?: Known[],
): Known[] {
  const known = room ?? reading.known.concat(beyondModel)
  if (room !== undefined) for (let i = 0; i < reading.known.length; i += 1) room[i] = reading.known[i]
  if (reading.recordsComplete) completeRecords(model, known, reading.undecided)
  for (const [column, value] of presumed) if (known[column] === undefined) known[column] = value
  return known
}

function completeRecords(model: Model, known: Known[], undecided: readonly number[]): void {
  const { absentRecords } = model
  for (let i = 0; i < absentRecords.length; i += 1) {
    const { column, value, sameAs } = absentRecords[i] as AbsentRecord
    if (known[column] === undefined && (undecided.length === 0 || !undecided.includes(column)))
      known[column] = sameAs === undefined ? value : known[sameAs]
  }
}

/** Propagates the constraints and works out the derived facts, in the list of what is stated. */
export function deriveFacts(ruleSet: RuleSet, known: Known[]): Facts {
  const { model, derivations } = ruleSet
  const contradictions = propagate(model, ruleSet.constraints, known)
  for (let i = 0; i < derivations.length; i += 1) {
    const derivation = derivations[i] as Derivation
    const { index, domain } = derivation.column
    if (known[index] === undefined)
      known[index] = knownFrom(derivation.declaration.derive(...derivation.sourcesIn(known)), domain)
  }
  return { known, contradictions }
}

/** What no rule reads is derived when the model's own arithmetic asks for it. */
function setAt(model: Model, known: readonly Known[], column: Column): ValueSet {
  if (known[column.index] !== undefined || column.source !== 'derived') return setIn(known, column)
  const { declaration, from } = model.derivations.find((one) => one.column === column) as Derivation
  return declaration.derive(...from.map((source) => setAt(model, known, source)))
}

/** A view of facts and settings by id, for the model's own arithmetic; a setting nobody gave may have any value. */
export function viewOf({ ruleSet: { model }, settings }: Rulings, known: readonly Known[]): FactView {
  return (id) => {
    const column = model.columnOf.get(id)
    if (column !== undefined && column.source !== 'setting') return setAt(model, known, column)
    const setting = model.declaration.settings?.[id]
    if (setting === undefined) throw new Error(`internal: no fact ${id}`)
    const value = settings.get(id)
    return value === undefined ? domainOf(setting, false) : point(value)
  }
}
