// Regions of cases as reduced, shared decision diagrams with one branch per cell of a variable.
// Promise: two regions are the same exactly when their numbers are; budgets count nodes and steps, never time, so that
// the same question always ends the same way.
import { type CellSet, hasCell } from './cells.js'
import type { Formula } from './formula.js'

/** A region: 0 is nothing, 1 is everything. */
export type Region = number

export const NOTHING: Region = 0
export const EVERYTHING: Region = 1

export interface Budget {
  readonly nodes: number
  readonly steps: number
}

/** Thrown, and caught by identity, where a budget is used up. */
export const OUT_OF_BUDGET: object = Object.freeze({ outOfBudget: true })

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
// Nodes there is room for at first.
const FIRST = 1 << 16

export function createDiagrams(sizes: readonly number[], budget: Budget): Diagrams {
  const last = sizes.length
  let variables = new Int32Array(FIRST)
  let starts = new Int32Array(FIRST)
  let slots = new Int32Array(FIRST)
  let pool = new Int32Array(FIRST * 4)
  let buckets = new Int32Array(FIRST * 2)
  let count = 2
  let used = 0
  let steps = 0
  variables[0] = last
  variables[1] = last
  const cached = new Int32Array(CACHE * 4)
  const built = new WeakMap<Formula, Region>()
  // Formulas built, and places of the cache written, since work began whose nodes may be given back.
  let late: { readonly formulas: Formula[]; readonly places: number[] } | undefined
  const scratch = Array.from({ length: last + 1 }, (_, v) => new Int32Array(sizes[v] ?? 0))

  function hashOf(variable: number, children: Int32Array): number {
    let hash = variable + 1
    for (let i = 0; i < children.length; i += 1)
      hash = Math.imul(hash ^ (children[i] as number), 0x9e3779b1) ^ (hash >>> 15)
    return (hash ^ (hash >>> 13)) >>> 0
  }

  function isSame(node: number, variable: number, children: Int32Array): boolean {
    if (variables[node] !== variable) return false
    const from = starts[node] as number
    for (let i = 0; i < children.length; i += 1) if (pool[from + i] !== children[i]) return false
    return true
  }

  /** The node of these children, which are copied; the only child where they are all the same. */
  function nodeOf(variable: number, children: Int32Array): Region {
    const first = children[0] as number
    let isOne = true
    for (let i = 1; isOne && i < children.length; i += 1) isOne = children[i] === first
    if (isOne) return first
    const mask = buckets.length - 1
    let at = hashOf(variable, children) & mask
    for (; buckets[at] !== 0; at = (at + 1) & mask) {
      const node = buckets[at] as number
      if (isSame(node, variable, children)) return node
    }
    if (count >= budget.nodes) throw OUT_OF_BUDGET
    if (count === variables.length) {
      variables = grown(variables)
      starts = grown(starts)
      slots = grown(slots)
    }
    while (used + children.length > pool.length) pool = grown(pool)
    const node = count
    count += 1
    variables[node] = variable
    starts[node] = used
    pool.set(children, used)
    used += children.length
    buckets[at] = node
    slots[node] = at
    if (count * 2 > buckets.length) rehash(buckets.length * 2)
    return node
  }

  function rehash(size: number): void {
    buckets = new Int32Array(size)
    const mask = buckets.length - 1
    for (let node = 2; node < count; node += 1) {
      const variable = variables[node] as number
      const from = starts[node] as number
      let at = hashOf(variable, pool.subarray(from, from + (sizes[variable] as number))) & mask
      while (buckets[at] !== 0) at = (at + 1) & mask
      buckets[at] = node
      slots[node] = at
    }
  }

  function atom(variable: number, cells: CellSet): Region {
    const children = scratch[variable] as Int32Array
    for (let cell = 0; cell < children.length; cell += 1) children[cell] = hasCell(cells, cell) ? EVERYTHING : NOTHING
    return nodeOf(variable, children)
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
    const va = variables[left] as number
    const vb = variables[right] as number
    const variable = Math.min(va, vb)
    const size = sizes[variable] as number
    const children = new Int32Array(size)
    for (let cell = 0; cell < size; cell += 1) {
      const x = va === variable ? (pool[(starts[left] as number) + cell] as number) : left
      const y = vb === variable ? (pool[(starts[right] as number) + cell] as number) : right
      children[cell] = apply(operation, x, y)
    }
    const result = nodeOf(variable, children)
    keep(base, operation, left, right, result)
    return result
  }

  function meets(a: Region, b: Region): boolean {
    if (a === NOTHING || b === NOTHING) return false
    if (a === EVERYTHING || b === EVERYTHING || a === b) return true
    const left = Math.min(a, b)
    const right = Math.max(a, b)
    const base = placeOf(MEETS, left, right)
    if (isCached(base, MEETS, left, right)) return cached[base + 3] === 1
    step()
    const va = variables[left] as number
    const vb = variables[right] as number
    const variable = Math.min(va, vb)
    const x = starts[left] as number
    const y = starts[right] as number
    let found = false
    for (let cell = 0; !found && cell < (sizes[variable] as number); cell += 1)
      found = meets(
        va === variable ? (pool[x + cell] as number) : left,
        vb === variable ? (pool[y + cell] as number) : right,
      )
    keep(base, MEETS, left, right, Number(found))
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

  /** Two by two, so that small regions meet small ones. */
  function folded(operation: Operation, regions: readonly Region[]): Region {
    let round = regions
    while (round.length > 1) {
      const next: Region[] = []
      for (let i = 0; i < round.length; i += 2) {
        const [a, b] = [round[i] as Region, round[i + 1]]
        next.push(b === undefined ? a : apply(operation, a, b))
      }
      round = next
    }
    return round[0] ?? (operation === BOTH ? EVERYTHING : NOTHING)
  }

  function build(formula: Formula): Region {
    if (formula.kind === 'true') return EVERYTHING
    if (formula.kind === 'false') return NOTHING
    const known = built.get(formula)
    if (known !== undefined) return known
    const region =
      formula.kind === 'in'
        ? atom(formula.variable, formula.cells)
        : folded(formula.kind === 'all' ? BOTH : EITHER, formula.of.map(build))
    built.set(formula, region)
    late?.formulas.push(formula)
    return region
  }

  function forNow<T>(work: () => T): T {
    if (late !== undefined) return work()
    const [countBefore, usedBefore] = [count, used]
    const own = { formulas: [] as Formula[], places: [] as number[] }
    late = own
    try {
      return work()
    } finally {
      late = undefined
      for (const formula of own.formulas) if ((built.get(formula) as Region) >= countBefore) built.delete(formula)
      for (const base of own.places) cached[base + 2] = 0
      // Last in, first out: then nothing left behind was placed because of a place that is given back.
      for (let node = count - 1; node >= countBefore; node -= 1) buckets[slots[node] as number] = 0
      count = countBefore
      used = usedBefore
    }
  }

  return {
    sizes,
    build,
    both: (a, b) => apply(BOTH, a, b),
    either: (a, b) => apply(EITHER, a, b),
    minus: (a, b) => apply(MINUS, a, b),
    meets,
    variableOf: (region) => variables[region] as number,
    childOf: (region, cell) => pool[(starts[region] as number) + cell] as number,
    nodes: () => count,
    restart: () => {
      steps = 0
    },
    forNow,
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
