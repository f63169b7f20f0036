// The nodes of decision diagrams, each of them once: a variable and what follows each of its cells.
// Promise: two nodes with the same variable and children are one number; nodes made last can be given back.

/** Thrown, and caught by identity, where a budget is used up. */
export const OUT_OF_BUDGET: object = Object.freeze({ outOfBudget: true })

export interface NodeTable {
  readonly variableOf: (node: number) => number
  readonly childOf: (node: number, cell: number) => number
  /** Children of a node to come are written here, from a place on that nobody else uses meanwhile. */
  readonly scratch: Int32Array
  /** The node whose children stand in `scratch` from `from` on; the only child where they are all the same. */
  readonly nodeOf: (variable: number, from: number) => number
  readonly count: () => number
  /** Gives back all nodes but the first `count`. */
  readonly giveBack: (count: number) => void
}

// Nodes there is room for at first.
const FIRST = 1 << 17

/** A table with the two ends, 0 and 1, which lie below every variable. `most`: nodes it may hold. */
export function createNodeTable(sizes: readonly number[], most: number): NodeTable {
  let variables = new Int32Array(FIRST)
  let starts = new Int32Array(FIRST)
  let slots = new Int32Array(FIRST)
  let pool = new Int32Array(FIRST * 4)
  let buckets = new Int32Array(FIRST * 2)
  let count = 2
  let used = 0
  variables[0] = sizes.length
  variables[1] = sizes.length
  const scratch = new Int32Array(sizes.reduce((sum, size) => sum + size, 0))

  function hashOf(variable: number, children: Int32Array, from: number): number {
    let hash = variable + 1
    const end = from + (sizes[variable] as number)
    for (let i = from; i < end; i += 1) hash = Math.imul(hash ^ (children[i] as number), 0x9e3779b1) ^ (hash >>> 15)
    return (hash ^ (hash >>> 13)) >>> 0
  }

  function isSame(node: number, variable: number, from: number): boolean {
    if (variables[node] !== variable) return false
    const start = starts[node] as number
    const size = sizes[variable] as number
    for (let i = 0; i < size; i += 1) if (pool[start + i] !== scratch[from + i]) return false
    return true
  }

  function isOneChild(variable: number, from: number): boolean {
    const size = sizes[variable] as number
    for (let i = 1; i < size; i += 1) if (scratch[from + i] !== scratch[from]) return false
    return true
  }

  function nodeOf(variable: number, from: number): number {
    if (isOneChild(variable, from)) return scratch[from] as number
    const mask = buckets.length - 1
    let at = hashOf(variable, scratch, from) & mask
    for (; buckets[at] !== 0; at = (at + 1) & mask) {
      const node = buckets[at] as number
      if (isSame(node, variable, from)) return node
    }
    if (count >= most) throw OUT_OF_BUDGET
    return added(variable, from, at)
  }

  function added(variable: number, from: number, at: number): number {
    const size = sizes[variable] as number
    if (count === variables.length) {
      variables = grown(variables)
      starts = grown(starts)
      slots = grown(slots)
    }
    while (used + size > pool.length) pool = grown(pool)
    const node = count
    count += 1
    variables[node] = variable
    starts[node] = used
    for (let i = 0; i < size; i += 1) pool[used + i] = scratch[from + i] as number
    used += size
    buckets[at] = node
    slots[node] = at
    if (count * 2 > buckets.length) rehash(buckets.length * 2)
    return node
  }

  function rehash(size: number): void {
    buckets = new Int32Array(size)
    const mask = buckets.length - 1
    for (let node = 2; node < count; node += 1) {
      let at = hashOf(variables[node] as number, pool, starts[node] as number) & mask
      while (buckets[at] !== 0) at = (at + 1) & mask
      buckets[at] = node
      slots[node] = at
    }
  }

  function giveBack(kept: number): void {
    if (kept === count) return
    used = starts[kept] as number
    // Last in, first out: then nothing left behind was placed because of a place that is given back.
    for (let node = count - 1; node >= kept; node -= 1) buckets[slots[node] as number] = 0
    count = kept
  }

  return {
    variableOf: (node) => variables[node] as number,
    childOf: (node, cell) => pool[(starts[node] as number) + cell] as number,
    scratch,
    nodeOf,
    count: () => count,
    giveBack,
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
