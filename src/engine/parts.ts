// What may be answered when a fact is asked: its possible values, cut where rules that may still win tell them apart.
// Promise: a bounded number of parts. Where there are more, parts in which the same may come out stand for one another,
// and of what is left a spread is taken.
import type { Reader } from './readers.js'
import type { ValueSet } from './value-set.js'

/** Parts tried of one fact: more than the words of any list the shipped rules read. */
const MOST_PARTS = 24

/** Parts of `set` worth trying, ascending. */
export function partsOf(set: ValueSet, readers: readonly Reader[]): readonly ValueSet[] {
  const parts = cut(set, readers)
  if (parts.length <= MOST_PARTS) return parts
  const unlike = unlikeEachOther(parts, readers)
  if (unlike.length <= MOST_PARTS) return unlike
  return Array.from(
    { length: MOST_PARTS },
    (_, i) => unlike[Math.floor((i * (unlike.length - 1)) / (MOST_PARTS - 1))] as ValueSet,
  )
}

/** The parts of `set` that no reader tells apart. */
function cut(set: ValueSet, readers: readonly Reader[]): ValueSet[] {
  const starts = new Set<number>()
  for (const { values } of readers) {
    for (let i = 0; i < values.length; i += 2) starts.add(values[i] as number).add((values[i + 1] as number) + 1)
  }
  const ascending = [...starts].sort((a, b) => a - b)
  const parts: ValueSet[] = []
  let next = 0
  for (let i = 0; i < set.length; i += 2) {
    let lo = set[i] as number
    const hi = set[i + 1] as number
    while (next < ascending.length && (ascending[next] as number) <= lo) next += 1
    for (; next < ascending.length && (ascending[next] as number) <= hi; next += 1) {
      parts.push([lo, (ascending[next] as number) - 1])
      lo = ascending[next] as number
    }
    parts.push([lo, hi])
  }
  return parts
}

/** The first of every lot of parts that the same kinds of readers admit: one walk along the values. */
function unlikeEachOther(parts: readonly ValueSet[], readers: readonly Reader[]): ValueSet[] {
  const kinds = new Map<string, number>()
  const turns: [at: number, kind: number, by: 1 | -1][] = []
  for (const { values, kind } of readers) {
    const number = kinds.get(kind) ?? kinds.size
    kinds.set(kind, number)
    for (let i = 0; i < values.length; i += 2)
      turns.push([values[i] as number, number, 1], [(values[i + 1] as number) + 1, number, -1])
  }
  turns.sort((a, b) => a[0] - b[0])
  const counts = new Int32Array(kinds.size)
  // One scrambled number per kind that admits the part, put together: of two lots that share one by chance one is lost.
  let mark = 0
  let next = 0
  const seen = new Set<number>()
  return parts.filter(([lo]) => {
    for (; next < turns.length && (turns[next] as (typeof turns)[0])[0] <= (lo as number); next += 1) {
      const [, kind, by] = turns[next] as (typeof turns)[0]
      const before = counts[kind] as number
      counts[kind] = before + by
      if (before === 0 || before + by === 0) mark ^= scrambled(kind)
    }
    const isNew = !seen.has(mark)
    seen.add(mark)
    return isNew
  })
}

/** Not a multiple: of such, many combinations come to the same. */
function scrambled(kind: number): number {
  const multiple = Math.imul(kind + 1, 0x9e3779b1)
  return Math.imul(multiple ^ (multiple >>> 15), 0x9e3779b1)
}
