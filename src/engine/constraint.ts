// What cannot be: events out of order, leaves that never hold together. Propagated over what is known.
// Promise: narrowing only removes what is impossible; what leaves nothing is reported by the constraint's name.
import type { ConstraintDeclaration } from './declaration.js'
import { parseLiteral } from './fact-value.js'
import { type Known, knownFrom, setIn } from './known.js'
import type { Column, Model } from './model.js'
import { admitted, type Operator } from './operator.js'
import { contains, greatest, isSubset, least, NONE, overlaps, subtract, type ValueSet, within } from './value-set.js'

interface Forbidden {
  readonly column: number
  readonly set: ValueSet
}

export type CompiledConstraint =
  | Order
  | { readonly declaration: ConstraintDeclaration; readonly kind: 'never'; readonly never: readonly Forbidden[] }

/** Which end is worth narrowing: one that something reads, or that another constraint passes on. */
interface Order {
  readonly declaration: ConstraintDeclaration
  readonly kind: 'order'
  readonly order: readonly [earlier: number, later: number]
  readonly narrows: readonly [earlier: boolean, later: boolean]
}

/**
 * Compiles the model's constraints. `observed`: whether a rule, condition, derivation or parameter reads the column.
 * Throws on a leaf the model cannot mean: that is the model author's mistake.
 */
export function compileConstraints(model: Model, observed: (column: number) => boolean): CompiledConstraint[] {
  const orders = model.constraints.flatMap((one) => ('order' in one ? [one.order] : []))
  const limited = new Set(model.constraints.flatMap((one) => ('never' in one ? one.never.map(({ fact }) => fact) : [])))
  const read = (id: string) => observed(model.columnOf.get(id)?.index ?? -1) || limited.has(id)
  const column = (id: string) => {
    const found = model.columnOf.get(id)
    if (found?.source !== 'fact') throw new Error(`constraint: no fact ${id}`)
    return found
  }
  return model.constraints.map((declaration) => {
    if ('order' in declaration) {
      const [earlier, later] = declaration.order
      return {
        declaration,
        kind: 'order' as const,
        order: [column(earlier).index, column(later).index] as const,
        narrows: [
          read(earlier) || orders.some(([, other]) => other === earlier),
          read(later) || orders.some(([other]) => other === later),
        ] as const,
      }
    }
    const never = declaration.never.map(({ fact, operator, value }) => {
      const { index, domain, kind, none } = column(fact)
      const written = Array.isArray(value) ? value : [value]
      const values = written.map((one) => (one === 'none' && none ? NONE : parseLiteral(kind, one)))
      if (values.some((one) => one === undefined)) throw new Error(`constraint ${declaration.id}: bad value of ${fact}`)
      return { column: index, set: admitted(domain, operator as Operator, values as number[]) }
    })
    return { declaration, kind: 'never' as const, never }
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
  const contradicted: ConstraintDeclaration[] = []
  for (let changed = true; changed; ) {
    changed = false
    for (let i = 0; i < constraints.length; i += 1) {
      const constraint = constraints[i] as CompiledConstraint
      const step =
        constraint.kind === 'order' ? ordered(model, constraint, known) : excluded(model, constraint.never, known)
      if (step === 'same' || contradicted.includes(constraint.declaration)) continue
      if (step === 'contradiction') contradicted.push(constraint.declaration)
      else changed = true
    }
  }
  return contradicted
}

type Step = 'contradiction' | 'narrowed' | 'same'

function ordered(model: Model, { order: [earlier, later], narrows }: Order, known: Known[]): Step {
  const a = known[earlier]
  const b = known[later]
  if (a === undefined && (b === undefined || !narrows[0])) return 'same'
  if (b === undefined && !narrows[1]) return 'same'
  if (typeof a === 'number' && typeof b === 'number')
    return a === NONE || b === NONE || a <= b ? 'same' : 'contradiction'
  const before = model.columns[earlier] as Column
  const after = model.columns[later] as Column
  const first = setIn(known, before)
  const second = setIn(known, after)
  // "None" is later than nothing.
  const left = least(second) === NONE ? first : within(first, NONE, greatest(second))
  const right = least(first) === NONE ? second : from(second, least(first))
  if (left.length === 0 || right.length === 0) return 'contradiction'
  if (left === first && right === second) return 'same'
  known[earlier] = knownFrom(left, before.domain)
  known[later] = knownFrom(right, after.domain)
  return 'narrowed'
}

/** "None" and the values of `set` from `bound` on; the set itself where that is all of it. */
function from(set: ValueSet, bound: number): ValueSet {
  const start = least(set) === NONE ? 2 : 0
  if (start === set.length || (set[start] as number) >= bound) return set
  const rest = within(set, bound, greatest(set))
  return start > 0 ? [NONE, NONE, ...rest] : rest
}

function excluded(model: Model, never: readonly Forbidden[], known: Known[]): Step {
  let open: Forbidden | undefined
  for (const leaf of never) {
    const now = known[leaf.column]
    if (typeof now === 'number') {
      if (!contains(leaf.set, now)) return 'same'
      continue
    }
    const set = now ?? (model.columns[leaf.column] as Column).domain
    if (!overlaps(set, leaf.set)) return 'same'
    if (isSubset(set, leaf.set)) continue
    if (open !== undefined) return 'same'
    open = leaf
  }
  if (open === undefined) return 'contradiction'
  const column = model.columns[open.column] as Column
  known[open.column] = knownFrom(subtract(setIn(known, column), open.set), column.domain)
  return 'narrowed'
}
