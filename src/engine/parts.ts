// What may be answered when a fact is asked: its possible values, cut where rules that may still win tell them apart.
// Promise: a bounded number of parts. Where there are more, parts in which the same may come out stand for one another,
// and of what is left a spread is taken.
import type { Reader } from './readers.js'
import { point, sizeOf, type ValueSet, valuesOf } from './value-set.js'

/** Parts tried of one fact: more than the words of any list the shipped rules read. */
export const MOST_PARTS = 24

/** Parts of `set` worth trying, ascending. */
export function partsOf(set: ValueSet, readers: readonly Reader[]): readonly ValueSet[] {
  const parts = sizeOf(set) > MOST_PARTS ? cut(set, readers) : valuesOf(set).map(point)
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
  const turns = readers
    .flatMap(({ values, kind }) =>
      values.map((end, i) => (i & 1 ? { at: end + 1, kind, by: -1 } : { at: end, kind, by: 1 })),
    )
    .sort((a, b) => a.at - b.at)
  const counts = new Map<string, number>()
  const seen = new Set<string>()
  let next = 0
  return parts.filter(([lo]) => {
    for (; (turns[next]?.at ?? Number.POSITIVE_INFINITY) <= (lo as number); next += 1) {
      const { kind, by } = turns[next] as (typeof turns)[0]
      counts.set(kind, (counts.get(kind) ?? 0) + by)
    }
    const admitting = [...counts].flatMap(([kind, count]) => (count > 0 ? kind : [])).join('\n')
    return seen.size < seen.add(admitting).size
  })
}
