// Sets of integers as sorted, disjoint, closed intervals in one flat array: [lo, hi, lo, hi, …].
// Every fact, whatever its kind, is known as such a set; every leaf of a condition is one.
// Promise: all functions are pure and return canonical sets (sorted, gaps of at least one integer).

/** Flat list of closed integer intervals, ascending, disjoint and not adjacent. Never empty for what a case may know. */
export type ValueSet = readonly number[]

/** The point that stands for "there is none" (not signed yet, no such text). It lies below every ordinary value. */
export const NONE = Number.MIN_SAFE_INTEGER

export const EMPTY: ValueSet = []

/** "None" alone. */
export const NEVER: ValueSet = [NONE, NONE]

export function point(value: number): ValueSet {
  return [value, value]
}

/** Makes points. The same value is read again and again in one case: it is made a set once. */
export function pointMaker(): (value: number) => ValueSet {
  let last = EMPTY
  return (value) => {
    if (last[0] !== value) last = point(value)
    return last
  }
}

export function interval(lo: number, hi: number): ValueSet {
  return lo > hi ? EMPTY : [lo, hi]
}

export function union(sets: readonly ValueSet[]): ValueSet {
  if (sets.length < 2) return sets[0] ?? EMPTY
  if (sets.length === 2) return either(sets[0] as ValueSet, sets[1] as ValueSet)
  const half = sets.length >> 1
  return either(union(sets.slice(0, half)), union(sets.slice(half)))
}

function either(a: ValueSet, b: ValueSet): ValueSet {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const out: number[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const fromA = j >= b.length || (i < a.length && (a[i] as number) <= (b[j] as number))
    const lo = (fromA ? a[i] : b[j]) as number
    const hi = (fromA ? a[i + 1] : b[j + 1]) as number
    const last = out.length - 1
    if (last > 0 && lo <= (out[last] as number) + 1) out[last] = Math.max(out[last] as number, hi)
    else out.push(lo, hi)
    if (fromA) i += 2
    else j += 2
  }
  return out
}

export function points(values: readonly number[]): ValueSet {
  return union(values.map(point))
}

/** The members of both: without what only one has. */
export function intersect(a: ValueSet, b: ValueSet): ValueSet {
  return subtract(a, subtract(a, b))
}

/** The members of `set` from `lo` to `hi`; the set itself where that is all of it. `hi` is less only where none lies from `lo` on. */
export function within(set: ValueSet, lo: number, hi: number): ValueSet {
  let from = 0
  let to = set.length
  while (from < to && (set[from + 1] as number) < lo) from += 2
  while (from < to && (set[to - 2] as number) > hi) to -= 2
  if (to - from === set.length && least(set) >= lo && greatest(set) <= hi) return set
  if (from === to) return EMPTY
  const out = set.slice(from, to)
  out[0] = Math.max(least(out), lo)
  out[out.length - 1] = Math.min(greatest(out), hi)
  return out
}

/** The members of `domain` that are not in `set`. */
export function subtract(domain: ValueSet, set: ValueSet): ValueSet {
  const out: number[] = []
  let j = 0
  for (let i = 0; i < domain.length; i += 2) {
    let lo = domain[i] as number
    const hi = domain[i + 1] as number
    while (j < set.length && (set[j + 1] as number) < lo) j += 2
    for (let k = j; k < set.length && (set[k] as number) <= hi; k += 2) {
      if ((set[k] as number) > lo) out.push(lo, (set[k] as number) - 1)
      lo = Math.max(lo, (set[k + 1] as number) + 1)
    }
    if (lo <= hi) out.push(lo, hi)
  }
  return out
}

export function contains(set: ValueSet, value: number): boolean {
  for (let i = 0; i < set.length; i += 2) {
    if (value >= (set[i] as number) && value <= (set[i + 1] as number)) return true
  }
  return false
}

/** The least ordinary value of a set that may also hold "none". */
export function leastBeyondNone(set: ValueSet): number {
  return (set[0] !== NONE ? set[0] : set[1] === NONE ? set[2] : NONE + 1) as number
}

/** The ordinary values of a set that may also hold "none". */
export function withoutNone(set: ValueSet): ValueSet {
  return within(set, NONE + 1, Number.POSITIVE_INFINITY)
}

export function isSubset(inner: ValueSet, outer: ValueSet): boolean {
  let j = 0
  for (let i = 0; i < inner.length; i += 2) {
    while (j < outer.length && (outer[j + 1] as number) < (inner[i] as number)) j += 2
    if (j >= outer.length || (outer[j] as number) > (inner[i] as number)) return false
    if ((outer[j + 1] as number) < (inner[i + 1] as number)) return false
  }
  return true
}

export function overlaps(a: ValueSet, b: ValueSet): boolean {
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if ((a[i + 1] as number) < (b[j] as number)) i += 2
    else if ((b[j + 1] as number) < (a[i] as number)) j += 2
    else return true
  }
  return false
}

export function sameSet(a: ValueSet, b: ValueSet): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false
  return a.length === b.length
}

/** How many integers a set holds. */
export function sizeOf(set: ValueSet): number {
  let size = 0
  for (let i = 0; i < set.length; i += 2) size += (set[i + 1] as number) - (set[i] as number) + 1
  return size
}

/** The integers a set holds, one by one: for sets of few. */
export function valuesOf(set: ValueSet): number[] {
  const values: number[] = []
  for (let i = 0; i < set.length; i += 2)
    for (let value = set[i] as number; value <= (set[i + 1] as number); value += 1) values.push(value)
  return values
}

export function isPoint(set: ValueSet): boolean {
  return set.length === 2 && set[0] === set[1]
}

export function least(set: ValueSet): number {
  return set[0] as number
}

export function greatest(set: ValueSet): number {
  return set[set.length - 1] as number
}
