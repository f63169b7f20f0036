// Facts of one case: the reading completed by records, narrowed by constraints, extended by derived facts.
// Promise: sets only shrink as more is said; derived facts cover every value their sources still allow.
import type { ConstraintDeclaration, FactView } from './declaration.js'
import { propagate } from './constraint.js'
import { parseCaseValue } from './fact-value.js'
import { type Known, knownFrom, setOf } from './known.js'
import type { Column, Model } from './model.js'
import type { Reading } from './read-case.js'
import type { RuleSet } from './ruleset.js'
import { NONE, type ValueSet } from './value-set.js'

export interface Facts {
  readonly known: readonly Known[]
  readonly contradictions: readonly ConstraintDeclaration[]
}

/** What is known before derivation: stated values, complete records, and the values presumed on top. */
export function statedFacts(model: Model, reading: Reading, presumed: readonly (readonly [number, Known])[] = []): Known[] {
  const known = reading.known.slice() as Known[]
  if (reading.recordsComplete) completeRecords(model, known)
  for (const [column, value] of presumed) if (known[column] === undefined) known[column] = value
  return known
}

function completeRecords(model: Model, known: Known[]): void {
  const { facts } = model.declaration
  const later: [Column, string][] = []
  for (const column of model.columns) {
    if (column.source !== 'fact' || known[column.index] !== undefined) continue
    const fact = facts[column.id]
    if (fact?.role !== 'record') continue
    const { absent } = fact
    if (typeof absent === 'object') later.push([column, absent.fact])
    else known[column.index] = absentValue(column, absent)
  }
  for (const [column, id] of later) known[column.index] = known[model.columnOf.get(id)?.index as number]
}

function absentValue(column: Column, absent: string | number | boolean | undefined): Known {
  if (absent === undefined) return column.kind.kind === 'boolean' ? 0 : NONE
  return column.words.get(String(absent)) ?? parseCaseValue(column.kind, absent)
}

/** Propagates the constraints and works out the derived facts. `stated` is not changed. */
export function deriveFacts(ruleSet: RuleSet, stated: readonly Known[]): Facts {
  const { model } = ruleSet
  const known = stated.slice() as Known[]
  const contradictions = propagate(model, ruleSet.constraints, known)
  for (const [id, { from, derive }] of Object.entries(model.declaration.derived ?? {})) {
    const column = model.columnOf.get(id) as Column
    if (known[column.index] !== undefined) continue
    known[column.index] = knownFrom(derive(...from.map((source) => setAt(model, known, source))), column.domain)
  }
  return { known, contradictions }
}

function setAt(model: Model, known: readonly Known[], id: string): ValueSet {
  const column = model.columnOf.get(id)
  if (column === undefined) throw new Error(`internal: the model has no fact ${id}`)
  return setOf(known[column.index], column.domain)
}

/** A view of facts by id, for the model's own arithmetic. */
export function viewOf(model: Model, known: readonly Known[]): FactView {
  return (fact) => setAt(model, known, fact)
}
