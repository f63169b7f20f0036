// Ways through a region: one cell per variable that matters, such as a case has where nothing else is wanted of it.
// Promise: the same region gives the same way.
import { listed } from '../engine/listed.js'
import { contains, NONE, type ValueSet } from '../engine/value-set.js'
import { hasCell } from './cells.js'
import { EVERYTHING, type Region } from './diagram.js'
import { all, type Formula } from './formula.js'
import type { Piece } from './search.js'
import { inCells, type Variable } from './space.js'
import type { Subject } from './subject.js'
import { usualFacts } from './usual.js'

export type Cells = ReadonlyMap<number, number>

export const NO_CELLS: Cells = new Map()

/** One cell per variable that matters on one way through a region, and those the world asks for around them. */
export interface Way {
  readonly own: Cells
  readonly around: Cells
}

/** A way through a region that the world allows, ordinary cells first. */
export function pathIn(subject: Subject, region: Region, world: Region = EVERYTHING): Way {
  const { diagrams, space } = subject
  const own = new Map<number, number>()
  const around = new Map<number, number>()
  let [now, allowed] = [region, world]
  while (now !== EVERYTHING || allowed !== EVERYTHING) {
    const index = Math.min(diagrams.variableOf(now), diagrams.variableOf(allowed))
    const next = (at: Region, cell: number) => (diagrams.variableOf(at) === index ? diagrams.childOf(at, cell) : at)
    const cell = ordinaryFirst(subject, space.variables[index] as Variable).find((one) =>
      diagrams.meets(next(now, one), next(allowed, one)),
    ) as number
    const cells = diagrams.variableOf(now) === index ? own : around
    cells.set(index, cell)
    ;[now, allowed] = [next(now, cell), next(allowed, cell)]
  }
  return { own, around }
}

/** The cells that moments, and what is counted from them, have to fit. */
export function timedAmong({ space }: Subject, cells: Cells): Cells {
  return new Map(
    [...cells].filter(([index]) => {
      const column = space.variables[index]?.column
      return column?.source === 'derived' || column?.kind.kind === 'instant'
    }),
  )
}

const orders = new WeakMap<Variable, readonly number[]>()

/** Cells in the order in which a case is likely: a record as it is where nothing is said, then what is usual, "none" last. */
function ordinaryFirst({ rulings: { ruleSet } }: Subject, variable: Variable): readonly number[] {
  return listed(orders, variable, () => {
    const { column, cells } = variable
    const record = ruleSet.model.absentRecords.find((one) => one.column === column?.index)?.value
    const ordinary = record ?? (column && usualFacts(ruleSet).get(column.index))
    const rankOf = (cell: ValueSet) =>
      ordinary !== undefined && contains(cell, ordinary) ? 0 : cell[0] === NONE ? 2 : 1
    const ranks = cells.map(rankOf)
    return cells.map((_, i) => i).sort((a, b) => (ranks[a] as number) - (ranks[b] as number) || a - b)
  })
}

export function cubeOf({ space }: Subject, cells: Cells): Formula {
  return all([...cells].map(([index, cell]) => inCells(space.variables[index] as Variable, [cell])))
}

export function cellsInPiece(subject: Subject, piece: Piece): Map<number, number> {
  return new Map(
    [...piece].flatMap(([index, set]) => {
      const variable = subject.space.variables[index] as Variable
      const cell = ordinaryFirst(subject, variable).find((one) => hasCell(set, one))
      return cell === undefined ? [] : [[index, cell] as const]
    }),
  )
}
