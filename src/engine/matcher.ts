// Bit-vectors over boxes: per column and cell of its values, which boxes may still hold.
// Promise: status per owner is `yes`, `no` or `unknown`, never contrary to the condition tree; cost grows with the
// columns known and the words of the vector, not with the rules.
import type { Box } from './boxes.js'
import type { Known } from './known.js'
import { NONE, type ValueSet } from './value-set.js'

export const NO = 0
export const UNKNOWN = 1
export const YES = 2
export type Status = typeof NO | typeof UNKNOWN | typeof YES

interface CellTable {
  readonly column: number
  /** First value of each cell, ascending; cell i runs to the next start. */
  readonly starts: Float64Array
  /** One row of words per cell: bit b is set when box b admits the cell. */
  readonly admits: Int32Array
  /** Cell of each value from `first` on, for columns of few values; empty for the others. */
  readonly first: number
  readonly cells: Uint8Array
}

export interface Matcher {
  readonly owners: number
  readonly words: number
  readonly tables: readonly CellTable[]
  readonly ownerOf: Int32Array
  /** Columns each box reads. */
  readonly reads: readonly Int32Array[]
  /** Room for one run of `match`, which is over before another begins. */
  readonly room: Room
}

interface Room {
  /** Boxes still possible, and boxes not certain. */
  readonly possible: Int32Array
  readonly partial: Int32Array
  /** Of one column: boxes that some cell admits, and boxes that every cell does. */
  readonly any: Int32Array
  readonly all: Int32Array
  /** For statuses that are read at once and not kept. */
  readonly status: Uint8Array
}

/** Columns of no more values than this are looked up, not searched. */
const FEW_VALUES = 64

/** Builds the tables for owners 0 … n−1, each the union of its boxes. */
export function buildMatcher(
  boxesOfOwner: readonly (readonly Box[])[],
  domainOf: (column: number) => ValueSet,
): Matcher {
  const boxes: Box[] = []
  const ownerOf: number[] = []
  boxesOfOwner.forEach((own, owner) => {
    for (const box of own) {
      boxes.push(box)
      ownerOf.push(owner)
    }
  })
  const words = Math.ceil(boxes.length / 32)
  const readers = new Map<number, number[]>()
  boxes.forEach((box, b) => {
    for (const column of box.keys()) {
      const list = readers.get(column)
      if (list === undefined) readers.set(column, [b])
      else list.push(b)
    }
  })
  const tables = [...readers]
    .sort((a, b) => a[0] - b[0])
    .map(([column, list]) => {
      const sets = list.map((b) => (boxes[b] as Box).get(column) as ValueSet)
      return cellTable(column, list, sets, domainOf(column), words, boxes.length)
    })
  return {
    owners: boxesOfOwner.length,
    words,
    tables,
    ownerOf: Int32Array.from(ownerOf),
    reads: boxes.map((box) => Int32Array.from(box.keys())),
    room: {
      possible: new Int32Array(words),
      partial: new Int32Array(words),
      any: new Int32Array(words),
      all: new Int32Array(words),
      status: new Uint8Array(boxesOfOwner.length),
    },
  }
}

function cellTable(
  column: number,
  readers: readonly number[],
  sets: readonly ValueSet[],
  domain: ValueSet,
  words: number,
  boxes: number,
): CellTable {
  const cuts = new Set<number>()
  for (let i = 0; i < domain.length; i += 2) cuts.add(domain[i] as number)
  for (const set of sets) {
    for (let i = 0; i < set.length; i += 2) cuts.add(set[i] as number).add((set[i + 1] as number) + 1)
  }
  const starts = Float64Array.from([...cuts].sort((a, b) => a - b))
  const admits = new Int32Array(starts.length * words)
  const every = new Int32Array(words)
  for (let b = 0; b < boxes; b += 1) setBit(every, 0, b)
  for (const b of readers) clearBit(every, 0, b)
  for (let cell = 0; cell < starts.length; cell += 1) admits.set(every, cell * words)
  sets.forEach((set, i) => {
    for (let k = 0; k < set.length; k += 2) {
      for (
        let cell = cellOf(starts, set[k] as number);
        cell < starts.length && (starts[cell] as number) <= (set[k + 1] as number);
        cell += 1
      ) {
        setBit(admits, cell * words, readers[i] as number)
      }
    }
  })
  return { column, starts, admits, ...lookup(starts, domain) }
}

/** The cell of every ordinary value, where there are few. "None" lies in the first cell of all. */
function lookup(starts: Float64Array, domain: ValueSet): Pick<CellTable, 'first' | 'cells'> {
  const ordinary = domain[0] === NONE ? domain.slice(2) : domain
  const first = ordinary[0] ?? 0
  const count = (ordinary.at(-1) ?? first) - first + 1
  const cells = count > FEW_VALUES ? [] : Array.from({ length: count }, (_, i) => cellOf(starts, first + i))
  return { first, cells: Uint8Array.from(cells) }
}

function setBit(bits: Int32Array, from: number, bit: number): void {
  bits[from + (bit >>> 5)] = (bits[from + (bit >>> 5)] as number) | (1 << (bit & 31))
}

function clearBit(bits: Int32Array, from: number, bit: number): void {
  bits[from + (bit >>> 5)] = (bits[from + (bit >>> 5)] as number) & ~(1 << (bit & 31))
}

/** Index of the cell that `value` lies in. */
export function cellOf(starts: Float64Array, value: number): number {
  let lo = 0
  let hi = starts.length - 1
  while (lo < hi) {
    const mid = (lo + hi + 1) >>> 1
    if ((starts[mid] as number) <= value) lo = mid
    else hi = mid - 1
  }
  return lo
}

/** Status of every owner under what is known. Columns beyond `known` are unknown. */
export function match(matcher: Matcher, known: readonly Known[]): Uint8Array {
  return matchInto(new Uint8Array(matcher.owners), matcher, known)
}

/** The same for who reads the statuses at once: they are overwritten when the matcher runs again. */
export function matchBriefly(matcher: Matcher, known: readonly Known[]): Uint8Array {
  return matchInto(matcher.room.status.fill(NO), matcher, known)
}

function matchInto(status: Uint8Array, matcher: Matcher, known: readonly Known[]): Uint8Array {
  const { words, tables, ownerOf, reads, room } = matcher
  const { possible, partial } = room
  possible.fill(-1)
  partial.fill(0)
  for (let t = 0; t < tables.length; t += 1) {
    const { column, starts, admits, first, cells } = tables[t] as CellTable
    const value = known[column]
    if (value === undefined) continue
    if (typeof value === 'number') {
      const at = value - first
      const row = words * (at >= 0 && at < cells.length ? (cells[at] as number) : cellOf(starts, value))
      for (let w = 0; w < words; w += 1) possible[w] = (possible[w] as number) & (admits[row + w] as number)
    } else narrow(value, starts, admits, words, room)
  }
  if (words > 0 && ownerOf.length % 32 !== 0)
    possible[words - 1] = (possible[words - 1] as number) & ((1 << (ownerOf.length % 32)) - 1)
  for (let w = 0; w < words; w += 1) {
    for (let bits = possible[w] as number; bits !== 0; bits &= bits - 1) {
      const box = (w << 5) + 31 - Math.clz32(bits & -bits)
      const owner = ownerOf[box] as number
      if (status[owner] === YES) continue
      const certain = ((partial[w] as number) & bits & -bits) === 0 && allKnown(reads[box] as Int32Array, known)
      status[owner] = certain ? YES : UNKNOWN
    }
  }
  return status
}

function narrow(
  set: ValueSet,
  starts: Float64Array,
  admits: Int32Array,
  words: number,
  { possible, partial, any, all }: Room,
) {
  any.fill(0)
  all.fill(-1)
  for (let i = 0; i < set.length; i += 2) {
    for (
      let cell = cellOf(starts, set[i] as number);
      cell < starts.length && (starts[cell] as number) <= (set[i + 1] as number);
      cell += 1
    ) {
      const row = cell * words
      for (let w = 0; w < words; w += 1) {
        any[w] = (any[w] as number) | (admits[row + w] as number)
        all[w] = (all[w] as number) & (admits[row + w] as number)
      }
    }
  }
  for (let w = 0; w < words; w += 1) {
    possible[w] = (possible[w] as number) & (any[w] as number)
    partial[w] = (partial[w] as number) | ((any[w] as number) & ~(all[w] as number))
  }
}

function allKnown(columns: Int32Array, known: readonly Known[]): boolean {
  for (let i = 0; i < columns.length; i += 1) {
    if (known[columns[i] as number] === undefined) return false
  }
  return true
}
