// Rules and conditions matched against what is known: an index by each box's choosiest column leaves few boxes to read.
// Promise: status per owner is `yes`, `no` or `unknown`, never contrary to the condition tree; cost grows with the boxes
// that may hold, not with the rules.
import type { Box, Leaves } from './boxes.js'
import type { Known } from './known.js'
import { contains, greatest, isSubset, least, NONE, overlaps, sizeOf, type ValueSet } from './value-set.js'

export const NO = 0
export const UNKNOWN = 1
export const YES = 2
export type Status = typeof NO | typeof UNKNOWN | typeof YES

/** A box of an owner, its choosiest column first. */
interface Wanted extends Leaves {
  readonly owner: number
}

/** The boxes that are looked up by one column. */
interface Index {
  readonly column: number
  /** All of them, for where the value is not known. */
  readonly boxes: readonly Wanted[]
  /** Those that admit a value: of "none" first, then of each value from `first` on. */
  readonly admitting: readonly (readonly Wanted[])[]
  readonly first: number
}

export interface Matcher {
  readonly indices: readonly Index[]
  /** Boxes that no index has. */
  readonly others: readonly Wanted[]
  /** Room for one run, which is over before another begins. */
  readonly status: Uint8Array
}

/** A column of more values has no index. */
const FEW_VALUES = 64

/** Makes ready for owners 0 … n−1, each the union of its boxes. */
export function buildMatcher(
  boxesOfOwner: readonly (readonly Box[])[],
  domainOf: (column: number) => ValueSet,
): Matcher {
  const others: Wanted[] = []
  const indexed = new Map<number, Wanted[]>()
  boxesOfOwner.forEach((boxes, owner) => {
    for (const box of boxes) {
      const share = ([column, set]: readonly [number, ValueSet]) => sizeOf(set) / sizeOf(domainOf(column))
      const sorted = [...box].sort((a, b) => share(a) - share(b))
      const wanted = { owner, columns: sorted.map(([column]) => column), sets: sorted.map(([, set]) => set) }
      const key = wanted.columns.find((column) => spanOf(domainOf(column)) <= FEW_VALUES)
      const list = key === undefined ? others : (indexed.get(key) ?? [])
      list.push(wanted)
      if (key !== undefined) indexed.set(key, list)
    }
  })
  return {
    indices: [...indexed].map(([column, boxes]) => indexOf(column, boxes, domainOf(column))),
    others,
    status: new Uint8Array(boxesOfOwner.length),
  }
}

function firstOf(domain: ValueSet): number {
  return least(domain) === NONE ? (domain[2] ?? 0) : least(domain)
}

/** How many integers there are from the first ordinary value to the last. */
function spanOf(domain: ValueSet): number {
  return greatest(domain) - firstOf(domain) + 1
}

function indexOf(column: number, boxes: readonly Wanted[], domain: ValueSet): Index {
  const first = firstOf(domain)
  const admit = (value: number) =>
    boxes.filter(({ columns, sets }) => contains(sets[columns.indexOf(column)] as ValueSet, value))
  const values = Array.from({ length: Math.max(0, spanOf(domain)) }, (_, i) => admit(first + i))
  return { column, boxes, admitting: [admit(NONE), ...values], first }
}

/** Status of every owner under what is known. Columns beyond `known` are unknown. */
export function match(matcher: Matcher, known: readonly Known[]): Uint8Array {
  return matchBriefly(matcher, known).slice()
}

/** The same for who reads the statuses at once: they are overwritten when the matcher runs again. */
export function matchBriefly({ indices, others, status }: Matcher, known: readonly Known[]): Uint8Array {
  status.fill(NO)
  readAll(others, known, status)
  for (let i = 0; i < indices.length; i += 1) {
    const { column, boxes, admitting, first } = indices[i] as Index
    const value = known[column]
    const left = typeof value === 'number' ? admitting[value === NONE ? 0 : value - first + 1] : boxes
    if (left !== undefined) readAll(left, known, status)
  }
  return status
}

function readAll(boxes: readonly Wanted[], known: readonly Known[], status: Uint8Array): void {
  for (let i = 0; i < boxes.length; i += 1) {
    const box = boxes[i] as Wanted
    const before = status[box.owner] as Status
    if (before !== YES) status[box.owner] = Math.max(before, statusOf(box, known))
  }
}

/** Whether what is known lies in a box. */
export function statusOf({ columns, sets }: Leaves, known: readonly Known[]): Status {
  let status: Status = YES
  for (let i = 0; i < columns.length; i += 1) {
    const value = known[columns[i] as number]
    const set = sets[i] as ValueSet
    if (value === undefined) status = UNKNOWN
    else if (typeof value === 'number') {
      if (!contains(set, value)) return NO
    } else if (!overlaps(value, set)) return NO
    else if (!isSubset(value, set)) status = UNKNOWN
  }
  return status
}
