// What is to be proved, as a formula over cells: a variable lies in a set, all of several, any of several.
// Promise: plain values in negation normal form; what is written alike is one object, and two procedures read them
// independently.
import { listed } from '../engine/listed.js'
import { type CellSet, isNoCell, without } from './cells.js'

export type Formula =
  | { readonly kind: 'true' }
  | { readonly kind: 'false' }
  | { readonly kind: 'in'; readonly variable: number; readonly cells: CellSet; readonly every: CellSet }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Formula[] }

export const TRUE: Formula = Object.freeze({ kind: 'true' })
export const FALSE: Formula = Object.freeze({ kind: 'false' })

/** The variable has one of these cells; `every` are all it has. */
export function isIn(variable: number, cells: CellSet, every: CellSet): Formula {
  if (isNoCell(cells)) return FALSE
  if (isNoCell(without(every, cells))) return TRUE
  const own = listed(atoms, every, () => new Map<string, Formula>())
  return listed(own, cells.join(), () => ({ kind: 'in', variable, cells, every }))
}

/** Atoms by all the cells their variable has, which no two variables share. */
const atoms = new WeakMap<CellSet, Map<string, Formula>>()

export function all(parts: readonly Formula[]): Formula {
  return group('all', parts, TRUE, FALSE)
}

export function some(parts: readonly Formula[]): Formula {
  return group('any', parts, FALSE, TRUE)
}

function group(kind: 'all' | 'any', parts: readonly Formula[], neutral: Formula, absorbing: Formula): Formula {
  const of = new Set<Formula>()
  for (const part of parts) {
    if (part.kind === absorbing.kind) return absorbing
    if (part.kind !== neutral.kind) of.add(part)
  }
  const [only] = of
  if (only === undefined) return neutral
  if (of.size === 1) return only
  let place = groups[kind]
  for (const part of of) {
    const next = place.after.get(part) ?? { after: new WeakMap() }
    place.after.set(part, next)
    place = next
  }
  place.formula ??= { kind, of: [...of] }
  return place.formula
}

/** Groups by their parts, one after the other. */
interface Place {
  readonly after: WeakMap<Formula, Place>
  formula?: Formula
}

const groups: Readonly<Record<'all' | 'any', Place>> = {
  all: { after: new WeakMap() },
  any: { after: new WeakMap() },
}

const opposites = new WeakMap<Formula, Formula>()

/** The opposite, made once for each formula. */
export function not(formula: Formula): Formula {
  const known = opposites.get(formula)
  if (known !== undefined) return known
  const opposite = oppositeOf(formula)
  opposites.set(formula, opposite)
  if (formula.kind !== 'true' && formula.kind !== 'false') opposites.set(opposite, formula)
  return opposite
}

function oppositeOf(formula: Formula): Formula {
  switch (formula.kind) {
    case 'true':
      return FALSE
    case 'false':
      return TRUE
    case 'in':
      return isIn(formula.variable, without(formula.every, formula.cells), formula.every)
    case 'all':
      return some(formula.of.map(not))
    case 'any':
      return all(formula.of.map(not))
  }
}

/** `if` implies `then`. */
export function implies(condition: Formula, consequence: Formula): Formula {
  return some([not(condition), consequence])
}
