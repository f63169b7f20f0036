// Regions of cases as reduced, shared decision diagrams with one branch per cell of a variable.
// Promise: two regions are the same exactly when their numbers are; budgets count nodes and steps, never time, so that
// the same question always ends the same way.
import { type CellSet, hasCell } from './cells.js'
import type { Formula } from './formula.js'
import { createNodeTable, OUT_OF_BUDGET } from './node-table.js'

/** A region: 0 is nothing, 1 is everything. */
export type Region = number

export const NOTHING: Region = 0
export const EVERYTHING: Region = 1

export interface Budget {
  readonly nodes: number
  readonly steps: number
}

export interface Diagrams {
  /** Cells per variable, in the order in which diagrams branch. */
  readonly sizes: readonly number[]
  readonly build: (formula: Formula) => Region
  readonly both: (a: Region, b: Region) => Region
  readonly either: (a: Region, b: Region) => Region
  readonly minus: (a: Region, b: Region) => Region
  /** Whether two regions have a case in common, told without drawing what they have in common. */
  readonly meets: (a: Region, b: Region) => boolean
  readonly variableOf: (region: Region) => number
  /** The region with such a variable first, and what is left of it where that has each of its cells. */
  readonly branch: (variable: number, children: readonly Region[]) => Region
  /** What is left of a region where its first variable has a cell. */
  readonly childOf: (region: Region, cell: number) => Region
  readonly nodes: () => number
  /** Begins counting steps again; nodes stay, as they are shared. */
  readonly restart: () => void
  /** Does something whose regions nobody needs afterwards: their nodes are given back. */
  readonly forNow: <T>(work: () => T) => T
}

type Operation = 0 | 1 | 2
const BOTH: Operation = 0
const EITHER: Operation = 1
const MINUS: Operation = 2
// Beside the operations: whether two regions meet, which is 0 or 1.
const MEETS = 3
const CACHE = 1 << 17

export function createDiagrams(sizes: readonly number[], budget: Budget): Diagrams {
  const { variableOf, childOf, scratch, nodeOf, count, giveBack } = createNodeTable(sizes, budget.nodes)
  let steps = 0
  // Where free room in `scratch` begins.
  let top = 0
  const cached = new Int32Array(CACHE * 4)
  const built = new WeakMap<Formula, Region>()
  // Formulas built, and places of the cache written, since work began whose nodes may be given back.
  let late: { readonly formulas: Formula[]; readonly places: number[] } | undefined

  function atom(variable: number, cells: CellSet): Region {
    const size = sizes[variable] as number
    for (let cell = 0; cell < size; cell += 1) scratch[top + cell] = hasCell(cells, cell) ? EVERYTHING : NOTHING
    return nodeOf(variable, top)
  }

  function apply(operation: Operation, a: Region, b: Region): Region {
    if (operation === BOTH) {
      if (a === 0 || b === 0) return 0
      if (a === 1 || a === b) return b
      if (b === 1) return a
    } else if (operation === EITHER) {
      if (a === 1 || b === 1) return 1
      if (a === 0 || a === b) return b
      if (b === 0) return a
    } else {
      if (a === 0 || b === 1 || a === b) return 0
      if (b === 0) return a
    }
    const swaps = operation !== MINUS && a > b
    const left = swaps ? b : a
    const right = swaps ? a : b
    const base = placeOf(operation, left, right)
    if (isCached(base, operation, left, right)) return cached[base + 3] as number
    step()
    const va = variableOf(left)
    const vb = variableOf(right)
    const variable = va < vb ? va : vb
    const size = sizes[variable] as number
    const from = top
    top += size
    for (let cell = 0; cell < size; cell += 1) {
      const x = va === variable ? childOf(left, cell) : left
      const y = vb === variable ? childOf(right, cell) : right
      scratch[from + cell] = apply(operation, x, y)
    }
    top = from
    const result = nodeOf(variable, from)
    keep(base, operation, left, right, result)
    return result
  }

  function meets(a: Region, b: Region): boolean {
    if (a === NOTHING || b === NOTHING) return false
    if (a === EVERYTHING || b === EVERYTHING || a === b) return true
    const left = a < b ? a : b
    const right = a < b ? b : a
    const base = placeOf(MEETS, left, right)
    if (isCached(base, MEETS, left, right)) return cached[base + 3] === 1
    step()
    const va = variableOf(left)
    const vb = variableOf(right)
    const variable = va < vb ? va : vb
    const size = sizes[variable] as number
    let found = false
    for (let cell = 0; !found && cell < size; cell += 1)
      found = meets(va === variable ? childOf(left, cell) : left, vb === variable ? childOf(right, cell) : right)
    keep(base, MEETS, left, right, found ? 1 : 0)
    return found
  }

  function step(): void {
    steps += 1
    if (steps > budget.steps) throw OUT_OF_BUDGET
  }

  function placeOf(operation: number, left: Region, right: Region): number {
    const hash = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> 13
    return ((hash ^ operation) & (CACHE - 1)) * 4
  }

  function isCached(base: number, operation: number, left: Region, right: Region): boolean {
    return cached[base] === left && cached[base + 1] === right && cached[base + 2] === operation + 1
  }

  function keep(base: number, operation: number, left: Region, right: Region, result: number): void {
    cached[base] = left
    cached[base + 1] = right
    cached[base + 2] = operation + 1
    cached[base + 3] = result
    late?.places.push(base)
  }

  /** What must all hold, one after the other: each narrows what the next has to look at. */
  function narrowed(regions: readonly Region[]): Region {
    let left = EVERYTHING
    for (const region of regions) left = apply(BOTH, left, region)
    return left
  }

  /** What any of may hold, two by two, so that small regions meet small ones. */
  function gathered(regions: readonly Region[]): Region {
    let round = regions
    while (round.length > 1) {
      const next: Region[] = []
      for (let i = 0; i < round.length; i += 2) {
        const [a, b] = [round[i] as Region, round[i + 1]]
        next.push(b === undefined ? a : apply(EITHER, a, b))
      }
      round = next
    }
    return round[0] ?? NOTHING
  }

  function build(formula: Formula): Region {
    if (formula.kind === 'true') return EVERYTHING
    if (formula.kind === 'false') return NOTHING
    const known = built.get(formula)
    if (known !== undefined) return known
    const region =
      formula.kind === 'in'
        ? atom(formula.variable, formula.cells)
        : (formula.kind === 'all' ? narrowed : gathered)(formula.of.map(build))
    built.set(formula, region)
    late?.formulas.push(formula)
    return region
  }

  function forNow<T>(work: () => T): T {
    if (late !== undefined) return work()
    const before = count()
    const own = { formulas: [] as Formula[], places: [] as number[] }
    late = own
    try {
      return work()
    } finally {
      late = undefined
      if (count() > before) {
        for (const formula of own.formulas) if ((built.get(formula) as Region) >= before) built.delete(formula)
        for (const base of own.places) cached[base + 2] = 0
        giveBack(before)
      }
    }
  }

  /** An operation left halfway, its budget used up, leaves nothing behind in the way of the next. */
  function begun(operation: Operation): (a: Region, b: Region) => Region {
    return (a, b) => {
      top = 0
      return apply(operation, a, b)
    }
  }

  return {
    sizes,
    build: (formula) => {
      top = 0
      return build(formula)
    },
    both: begun(BOTH),
    either: begun(EITHER),
    minus: begun(MINUS),
    meets,
    branch: (variable, children) => {
      for (const [cell, child] of children.entries()) scratch[cell] = child
      return nodeOf(variable, 0)
    },
    variableOf,
    childOf,
    nodes: count,
    restart: () => {
      steps = 0
    },
    forNow,
  }
}
