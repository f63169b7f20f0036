// What is known of one column: one value, a set of possible values, or nothing (undefined).
// Promise: a set that is a single point is always held as its number, and the whole domain as nothing.
import type { Column } from './model.js'
import { isPoint, least, point, sameSet, type ValueSet } from './value-set.js'

export type Known = number | ValueSet | undefined

export function knownFrom(set: ValueSet, domain: ValueSet): Known {
  if (isPoint(set)) return least(set)
  return sameSet(set, domain) ? undefined : set
}

export function setOf(known: Known, domain: ValueSet): ValueSet {
  if (known === undefined) return domain
  return typeof known === 'number' ? point(known) : known
}

/** Reads several columns as sets, into one room. */
export function readerOf(columns: readonly Column[]): (known: readonly Known[]) => readonly ValueSet[] {
  const room: ValueSet[] = []
  return (known) => {
    for (let i = 0; i < columns.length; i += 1) room[i] = setIn(known, columns[i] as Column)
    return room
  }
}

/** What is known of a column, as a set. */
export function setIn(known: readonly Known[], { index, domain, pointOf }: Column): ValueSet {
  const now = known[index]
  return typeof now === 'number' ? pointOf(now) : (now ?? domain)
}
