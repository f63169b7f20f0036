// What cannot be, as formulas: the model's constraints, and how derived facts hang together with what they come from.
// Promise: nothing possible is excluded. What is left may still contain cases that cannot be: no witness is one of them,
// for each is decided before it is shown.
import type { Column } from '../engine/model.js'
import type { RuleSet } from '../engine/ruleset.js'
import { greatest, least, NONE, overlaps, type ValueSet } from '../engine/value-set.js'
import { admits } from './admits.js'
import { all, type Formula, implies, not, some, TRUE } from './formula.js'
import { inCells, type Space, type Variable } from './space.js'

export interface Limit {
  readonly id: string
  readonly formula: Formula
}

/**
 * Each constraint, and each link of a derived fact to its sources. `known`: what is left of each cell of a fact in one
 * case; nothing of those that cannot be.
 */
export function limitsOf(
  space: Space,
  { model, constraints }: RuleSet,
  known: (variable: Variable) => readonly ValueSet[] = ({ cells }) => cells,
): readonly Limit[] {
  const idOf = (column: number) => (model.columns[column] as Column).id
  const declared = constraints.flatMap((constraint): Limit[] => {
    const { id } = constraint.declaration
    if (constraint.kind === 'never') {
      return [{ id, formula: not(all(constraint.never.map(({ column, set }) => space.valueIn(idOf(column), set)))) }]
    }
    const [earlier, later] = constraint.order.map((column) => space.variableAt(idOf(column)))
    return earlier === undefined || later === undefined ? [] : [{ id, formula: orderOf(earlier, later, known) }]
  })
  const links = model.derivations.flatMap(({ column, from, declaration }): Limit[] => {
    const variable = space.variableAt(column.id)
    const sources = from.map(({ id }) => space.variableAt(id))
    if (variable === undefined || sources.some((one) => one === undefined)) return []
    return [{ id: column.id, formula: linkOf(variable, sources as Variable[], declaration.derive, known) }]
  })
  return [...declared, ...links, ...comparedWithOne(space)]
}

/**
 * A fact stands to a number nobody gave in one way, in every rule set of the space: what is compared with that number
 * comes out accordingly.
 */
function comparedWithOne({ variables }: Space): Limit[] {
  const open = variables.flatMap((variable) => {
    const { compared } = variable
    return compared === undefined
      ? []
      : [{ id: `${compared.fact.id} ${compared.parameter}`, operator: compared.operator, variable }]
  })
  return [...new Set(open.map(({ id }) => id))].map((id) => {
    const own = open.filter((one) => one.id === id)
    const ways = [-1, 0, 1].map((value) =>
      all(own.map(({ operator, variable }) => inCells(variable, [admits(operator, value, 0) ? 1 : 0]))),
    )
    return { id, formula: some(ways) }
  })
}

/** No cell of the earlier event without a cell of the later that reaches as far. */
function orderOf(earlier: Variable, later: Variable, known: (variable: Variable) => readonly ValueSet[]): Formula {
  const after = known(later)
  return all(
    known(earlier).map((cell, i) => {
      if (cell.length === 0 || least(cell) === NONE) return TRUE
      const reached = after.flatMap((other, k) =>
        other.length > 0 && (least(other) === NONE || greatest(other) >= least(cell)) ? [k] : [],
      )
      return implies(inCells(earlier, [i]), inCells(later, reached))
    }),
  )
}

/** For every combination of cells of the sources, the cells of the derived fact they allow. */
function linkOf(
  variable: Variable,
  sources: readonly Variable[],
  derive: (...from: readonly ValueSet[]) => ValueSet,
  known: (variable: Variable) => readonly ValueSet[],
): Formula {
  const parts: Formula[] = []
  const left = sources.map(known)
  const combine = (chosen: readonly number[]): void => {
    const next = sources[chosen.length]
    if (next !== undefined) {
      for (let cell = 0; cell < next.cells.length; cell += 1)
        if (left[chosen.length]?.[cell]?.length !== 0) combine([...chosen, cell])
      return
    }
    const reached = derive(...left.map((cells, i) => cells[chosen[i] as number] as ValueSet))
    const allowed = variable.cells.flatMap((cell, k) => (overlaps(cell, reached) ? [k] : []))
    const here = all(sources.map((source, i) => inCells(source, [chosen[i] as number])))
    parts.push(implies(here, inCells(variable, allowed)))
  }
  combine([])
  return all(parts)
}
