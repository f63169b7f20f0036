// The second way to a verdict: the space is cut along the sets of the formula until a piece holds or none is left.
// Promise: needs no memory but its path; shares nothing with the diagrams but the formula; budget in steps, never in time.
import { type CellSet, isNoCell, isWithin, meets, shared } from './cells.js'
import { all, FALSE, type Formula, some, TRUE } from './formula.js'

/** Cells still allowed per variable; a variable that is not there may have any. */
export type Piece = ReadonlyMap<number, CellSet>

/** A piece on which the formula holds everywhere, none at all, or the budget used up. */
export type Found = { readonly found: Piece } | { readonly found: undefined; readonly isExhausted: boolean }

/** Looks for a piece of the space on which `formula` holds. */
export function search(formula: Formula, steps: number): Found {
  const left = { steps }
  const found = descend(formula, new Map(), left)
  return found === undefined ? { found, isExhausted: left.steps >= 0 } : { found }
}

function descend(formula: Formula, piece: Piece, left: { steps: number }): Piece | undefined {
  if (formula.kind === 'false' || left.steps < 0) return undefined
  if (formula.kind === 'true') return piece
  const atom = atomOf(formula)
  const now = piece.get(atom.variable) ?? atom.every
  for (const half of [shared(now, atom.cells), now.map((word, i) => word & ~(atom.cells[i] as number))]) {
    if (isNoCell(half)) continue
    const rest = narrowed(formula, atom.variable, half, new Map(), left)
    const found = descend(rest, new Map(piece).set(atom.variable, half), left)
    if (found !== undefined) return found
  }
  return undefined
}

type Atom = Extract<Formula, { kind: 'in' }>

/** A set that must hold comes first; else one of the shortest alternative. */
function atomOf(formula: Exclude<Formula, { kind: 'true' | 'false' }>): Atom {
  if (formula.kind === 'in') return formula
  if (formula.kind === 'any') return firstAtom(formula)
  let shortest: Formula | undefined
  let length = Number.POSITIVE_INFINITY
  for (const part of formula.of) {
    if (part.kind === 'in') return part
    if ('of' in part && part.of.length < length) [shortest, length] = [part, part.of.length]
  }
  return firstAtom(shortest ?? formula)
}

function firstAtom(formula: Formula): Atom {
  let now = formula
  while ('of' in now) now = now.of.find(({ kind }) => kind === 'in') ?? (now.of[0] as Formula)
  return now as Atom
}

/** What is left to show once a variable lies in `set`. */
function narrowed(
  formula: Formula,
  variable: number,
  set: CellSet,
  known: Map<Formula, Formula>,
  left: { steps: number },
): Formula {
  if (formula.kind === 'true' || formula.kind === 'false') return formula
  if (formula.kind === 'in') {
    if (formula.variable !== variable) return formula
    if (!meets(set, formula.cells)) return FALSE
    return isWithin(set, formula.cells) ? TRUE : formula
  }
  const done = known.get(formula)
  if (done !== undefined) return done
  left.steps -= formula.of.length
  const of = formula.of.map((part) => narrowed(part, variable, set, known, left))
  const result = of.every((part, i) => part === formula.of[i])
    ? formula
    : formula.kind === 'all'
      ? flat(all(of))
      : some(of)
  known.set(formula, result)
  return result
}

/** Groups of what must all hold are one group, so that what must hold is seen. */
function flat(formula: Formula): Formula {
  if (formula.kind !== 'all' || !formula.of.some(({ kind }) => kind === 'all')) return formula
  return all(formula.of.flatMap((part) => (part.kind === 'all' ? part.of : [part])))
}
