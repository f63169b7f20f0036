// Sets of the cells of one variable, as words of 32 bits.
// Promise: all functions are pure; two sets of one variable have the same number of words.

/** Bit i of word ⌊i/32⌋ is set when cell i is in the set. */
export type CellSet = readonly number[]

export function cellSet(cells: Iterable<number>, size: number): CellSet {
  const words: number[] = new Array(Math.ceil(size / 32)).fill(0)
  for (const cell of cells) words[cell >>> 5] = (words[cell >>> 5] as number) | (1 << (cell & 31))
  return words
}

export function everyCell(size: number): CellSet {
  return cellSet(
    Array.from({ length: size }, (_, cell) => cell),
    size,
  )
}

export function hasCell(set: CellSet, cell: number): boolean {
  return ((set[cell >>> 5] as number) & (1 << (cell & 31))) !== 0
}

export function cellsOf(set: CellSet, size: number): number[] {
  const cells: number[] = []
  for (let cell = 0; cell < size; cell += 1) if (hasCell(set, cell)) cells.push(cell)
  return cells
}

export function isNoCell(set: CellSet): boolean {
  return set.every((word) => word === 0)
}

export function shared(a: CellSet, b: CellSet): CellSet {
  return a.map((word, i) => word & (b[i] as number))
}

export function without(a: CellSet, b: CellSet): CellSet {
  return a.map((word, i) => word & ~(b[i] as number))
}

export function isWithin(a: CellSet, b: CellSet): boolean {
  for (let i = 0; i < a.length; i += 1) if (((a[i] as number) & ~(b[i] as number)) !== 0) return false
  return true
}

export function meets(a: CellSet, b: CellSet): boolean {
  for (let i = 0; i < a.length; i += 1) if (((a[i] as number) & (b[i] as number)) !== 0) return true
  return false
}
