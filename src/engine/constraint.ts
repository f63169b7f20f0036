// What cannot be: events out of order, leaves that never hold together. Propagated over what is known.
// Promise: narrowing only removes what is impossible; what leaves nothing is reported by the constraint's name.
import type { ConstraintDeclaration } from './declaration.js'
import { parseLiteral } from './fact-value.js'
import { type Known, knownFrom, setOf } from './known.js'
import type { Model } from './model.js'
import { admitted, type Operator } from './operator.js'
import {
  contains,
  greatest,
  intersect,
  interval,
  isSubset,
  least,
  NONE,
  overlaps,
  points,
  subtract,
  union,
  type ValueSet,
} from './value-set.js'

interface Forbidden {
  readonly column: number
  readonly set: ValueSet
}

export type CompiledConstraint = { readonly declaration: ConstraintDeclaration } & (
  | { readonly order: readonly [earlier: number, later: number] }
  | { readonly never: readonly Forbidden[] }
)

/** Compiles the model's constraints. Throws on a leaf the model cannot mean: that is the model author's mistake. */
export function compileConstraints(model: Model): CompiledConstraint[] {
  const column = (id: string) => {
    const found = model.columnOf.get(id)
    if (found === undefined || found.source !== 'fact') throw new Error(`constraint reads unknown fact ${id}`)
    return found
  }
  return model.constraints.map((declaration) => {
    if ('order' in declaration) {
      return { declaration, order: [column(declaration.order[0]).index, column(declaration.order[1]).index] as const }
    }
    const never = declaration.never.map(({ fact, operator, value }) => {
      const { index, domain, kind, none } = column(fact)
      const written = Array.isArray(value) ? value : [value]
      const values = written.map((one) => (one === 'none' && none ? NONE : parseLiteral(kind, one)))
      if (values.some((one) => one === undefined)) throw new Error(`constraint ${declaration.id}: bad value of ${fact}`)
      return { column: index, set: admitted(domain, operator as Operator, values as number[]) }
    })
    return { declaration, never }
  })
}

/**
 * Narrows `known` in place until nothing changes and returns the constraints that are contradicted.
 * A contradicted constraint narrows nothing, so what was stated stays as stated.
 */
export function propagate(
  model: Model,
  constraints: readonly CompiledConstraint[],
  known: Known[],
): ConstraintDeclaration[] {
  const contradicted = new Set<CompiledConstraint>()
  for (let changed = true; changed; ) {
    changed = false
    for (const constraint of constraints) {
      if (contradicted.has(constraint)) continue
      const step =
        'order' in constraint ? ordered(model, constraint.order, known) : excluded(model, constraint.never, known)
      if (step === 'contradiction') contradicted.add(constraint)
      else if (step === 'narrowed') changed = true
    }
  }
  return [...contradicted].map(({ declaration }) => declaration)
}

type Step = 'contradiction' | 'narrowed' | 'same'

function ordered(model: Model, [earlier, later]: readonly [number, number], known: Known[]): Step {
  const a = known[earlier]
  const b = known[later]
  if (a === undefined && b === undefined) return 'same'
  if (typeof a === 'number' && typeof b === 'number')
    return a === NONE || b === NONE || a <= b ? 'same' : 'contradiction'
  const first = setOf(a, domain(model, earlier))
  const second = setOf(b, domain(model, later))
  const surelyFirst = !contains(first, NONE)
  const surelySecond = !contains(second, NONE)
  const notAfter = interval(NONE, greatest(second))
  const notBefore = union([points([NONE]), interval(least(first), Number.MAX_SAFE_INTEGER)])
  const left = narrowTo(model, earlier, first, surelySecond ? intersect(first, notAfter) : first, known)
  const right = narrowTo(model, later, second, surelyFirst ? intersect(second, notBefore) : second, known)
  if (left === 'contradiction' || right === 'contradiction') {
    known[earlier] = a
    known[later] = b
    return 'contradiction'
  }
  return left === 'narrowed' || right === 'narrowed' ? 'narrowed' : 'same'
}

function excluded(model: Model, never: readonly Forbidden[], known: Known[]): Step {
  let open: Forbidden | undefined
  for (const leaf of never) {
    const value = known[leaf.column]
    if (typeof value === 'number') {
      if (!contains(leaf.set, value)) return 'same'
      continue
    }
    const set = setOf(known[leaf.column], domain(model, leaf.column))
    if (!overlaps(set, leaf.set)) return 'same'
    if (isSubset(set, leaf.set)) continue
    if (open !== undefined) return 'same'
    open = leaf
  }
  if (open === undefined) return 'contradiction'
  const set = setOf(known[open.column], domain(model, open.column))
  return narrowTo(model, open.column, set, subtract(set, open.set), known)
}

function domain(model: Model, column: number): ValueSet {
  return model.columns[column]?.domain as ValueSet
}

function narrowTo(model: Model, column: number, before: ValueSet, after: ValueSet, known: Known[]): Step {
  if (after.length === 0) return 'contradiction'
  if (isSubset(before, after)) return 'same'
  known[column] = knownFrom(after, domain(model, column))
  return 'narrowed'
}
