// Rules and conditions matched against what is known: indices by each box's choosiest columns leave few boxes to read.
// Promise: status per owner is `yes`, `no` or `unknown`, never contrary to the condition tree; cost grows with the boxes
// that may hold, not with the rules.
import type { Box, Leaves } from './boxes.js'
import type { Known } from './known.js'
import { contains, greatest, isSubset, leastBeyondNone, NONE, overlaps, sizeOf, type ValueSet } from './value-set.js'

export const NO = 0
export const UNKNOWN = 1
export const YES = 2
export type Status = typeof NO | typeof UNKNOWN | typeof YES
/** One of these numbers each. */
export type Statuses = ArrayLike<number>

/** A box of an owner, its choosiest column first. */
interface Wanted extends Leaves {
  readonly owner: number
}

/** Boxes to read one by one, and indices that lead to others. */
interface Boxes {
  readonly indices: readonly Index[]
  readonly boxes: readonly Wanted[]
}

/** Boxes that are looked up by one column. */
interface Index {
  readonly column: number
  /** All of them, for where the value is not known. */
  readonly all: Boxes
  /** Those that admit a value: of "none" first, then of each value from `first` on. */
  readonly admitting: readonly (Boxes | undefined)[]
  readonly first: number
}

export interface Matcher extends Boxes {
  /** Room for one run, which is over before another begins. */
  readonly status: Uint8Array
  /** The same read four at a time; up to three at the end are left out. */
  readonly fours: Int32Array
}

/** A box is looked up by any column of few values, and by one of more where it admits few of them. */
const FEW_VALUES = 64
const MOST_VALUES = 4096
/** So few boxes are read sooner than looked up by a further column. */
const FEW_BOXES = 32
/** Columns a box is looked up by, one after the other. */
const MOST_COLUMNS = 3

/** Makes ready for owners 0 … n−1, each the union of its boxes. */
export function buildMatcher(
  boxesOfOwner: readonly (readonly Box[])[],
  domainOf: (column: number) => ValueSet,
): Matcher {
  const boxes = boxesOfOwner.flatMap((own, owner) =>
    own.map((box): Wanted => {
      const share = ([column, set]: readonly [number, ValueSet]) => sizeOf(set) / sizeOf(domainOf(column))
      const sorted = [...box].sort((a, b) => share(a) - share(b))
      return { owner, columns: sorted.map(([column]) => column), sets: sorted.map(([, set]) => set) }
    }),
  )
  const status = new Uint8Array(boxesOfOwner.length)
  const fours = new Int32Array(status.buffer, 0, status.length >> 2)
  return { status, fours, ...lookedUp(boxes, domainOf, []) }
}

/** Each box under the choosiest column that it was not looked up by before. */
function lookedUp(boxes: readonly Wanted[], domainOf: (column: number) => ValueSet, before: readonly number[]): Boxes {
  if (before.length > 0 && (boxes.length <= FEW_BOXES || before.length === MOST_COLUMNS)) return { indices: [], boxes }
  const others: Wanted[] = []
  const indexed = new Map<number, Wanted[]>()
  for (const box of boxes) {
    const key = box.columns.find((column, i) => {
      const domain = domainOf(column)
      const values = greatest(domain) - leastBeyondNone(domain) + 1
      const admitted = sizeOf(box.sets[i] as ValueSet)
      const isFew = values <= FEW_VALUES || (values <= MOST_VALUES && admitted <= FEW_VALUES)
      return isFew && !before.includes(column) && (before.length === 0 || admitted * 2 <= values)
    })
    const list = key === undefined ? others : (indexed.get(key) ?? [])
    list.push(box)
    if (key !== undefined) indexed.set(key, list)
  }
  const indices = [...indexed].map(([column, own]) => indexOf(column, own, domainOf, [...before, column]))
  return { indices, boxes: others }
}

function indexOf(
  column: number,
  boxes: readonly Wanted[],
  domainOf: (column: number) => ValueSet,
  before: readonly number[],
): Index {
  const domain = domainOf(column)
  const first = leastBeyondNone(domain)
  const admitting: Wanted[][] = []
  for (const box of boxes) {
    const set = box.sets[box.columns.indexOf(column)] as ValueSet
    for (let i = 0; i < set.length; i += 2) {
      for (let value = set[i] as number; value <= (set[i + 1] as number); value += 1) {
        const place = value === NONE ? 0 : value - first + 1
        const own = admitting[place] ?? []
        own.push(box)
        admitting[place] = own
      }
    }
  }
  return {
    column,
    all: lookedUp(boxes, domainOf, before),
    admitting: Array.from(admitting, (own) => own && lookedUp(own, domainOf, before)),
    first,
  }
}

/**
 * Status of every owner under what is known, for who reads it at once: it is overwritten when the matcher runs again.
 * Columns beyond `known` are unknown.
 */
export function matchBriefly(matcher: Matcher, known: readonly Known[]): Uint8Array {
  const { status } = matcher
  status.fill(NO)
  readAll(matcher, known, status)
  return status
}

function readAll({ indices, boxes }: Boxes, known: readonly Known[], status: Uint8Array): void {
  for (let i = 0; i < boxes.length; i += 1) {
    const box = boxes[i] as Wanted
    const before = status[box.owner] as Status
    if (before !== YES) status[box.owner] = Math.max(before, statusOf(box, known))
  }
  for (let i = 0; i < indices.length; i += 1) {
    const { column, all, admitting, first } = indices[i] as Index
    const value = known[column]
    const left = typeof value === 'number' ? admitting[value === NONE ? 0 : value - first + 1] : all
    if (left !== undefined) readAll(left, known, status)
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
