// Rules and conditions matched against what is known: indices by each box's choosiest columns leave few boxes to read.
// Promise: status per owner is `yes`, `no` or `unknown`, never contrary to the condition tree; cost grows with the boxes
// that may hold, not with the rules.
import type { Box } from './boxes.js'
import type { Known } from './known.js'
import { listed } from './listed.js'
import { contains, isSubset, overlaps, sizeOf, type ValueSet, valuesOf } from './value-set.js'

export const NO = 0
export const UNKNOWN = 1
export const YES = 2
export type Status = typeof NO | typeof UNKNOWN | typeof YES
/** Of a leaf that no box has asked yet. */
const UNASKED = 3
/** One of these numbers each. */
export type Statuses = ArrayLike<number>

/** Stands behind boxes that are read one by one. */
const END = -1

/** A box on its way into a matcher. */
interface Wanted {
  readonly owner: number
  readonly box: Box
  /** Numbers of its leaves, the choosiest first. */
  readonly leaves: readonly number[]
  /** Columns it is looked up by, the choosiest first. */
  readonly choosy: readonly number[]
}

/** Boxes to read one by one, by where they begin in the matcher's, and indices that lead to others. */
interface Boxes {
  readonly indices: readonly Index[]
  readonly from: number
}

/** Boxes that are looked up by one column. */
interface Index {
  readonly column: number
  /** All of them, for where the value is not known. */
  readonly all: Boxes
  /** Those that admit a value. */
  readonly admitting: ReadonlyMap<number, Boxes>
}

export interface Matcher extends Boxes {
  /** Leaves of all boxes, each once: a column and the values wanted of it. */
  readonly columns: readonly number[]
  readonly sets: readonly ValueSet[]
  /** Box after box, as they are read: there may be many, and what lies side by side is read soonest. */
  readonly boxes: Int32Array
  /** Where those of each owner stand once together, whole. */
  readonly whole: Int32Array
  /** Room for one run: what each leaf came to, or that no box has asked. */
  readonly found: Uint8Array
  /** Room for one run, which is over before another begins. */
  readonly status: Uint8Array
  /** The same read eight at a time, 0 where none of them may hold; up to seven at the end are left out. */
  readonly eights: Float64Array
}

/** A box is looked up by a column of no more values than these, of which it admits half at most, and no more than those. */
const MOST_VALUES = 4096
const MOST_ADMITTED = 64
/** So few boxes are read sooner than looked up by a further column. */
const FEW_BOXES = 32
/** Columns a box is looked up by, one after the other. */
const MOST_COLUMNS = 4

/** Makes ready for owners 0 … n−1, each the union of its boxes. */
export function buildMatcher(
  boxesOfOwner: readonly (readonly Box[])[],
  domainOf: (column: number) => ValueSet,
): Matcher {
  const columns: number[] = []
  const sets: ValueSet[] = []
  const numbers = new Map<string, number>()
  const boxes: number[] = []

  /** Writes boxes one after the other. Of columns that admit them nothing is left to read. */
  const write = (list: readonly Wanted[], admit: readonly number[] = []): number => {
    const from = boxes.length
    for (const { owner, leaves } of list) {
      const left = leaves.filter((leaf) => !admit.includes(columns[leaf] as number))
      boxes.push(owner, left.length, ...left)
    }
    boxes.push(END)
    return from
  }

  const wanted = boxesOfOwner.map((own, owner) =>
    own.map((box): Wanted => {
      const share = ([column, set]: readonly [number, ValueSet]) => sizeOf(set) / sizeOf(domainOf(column))
      const cells = [...box].sort((a, b) => share(a) - share(b))
      const leaves = cells.map(([column, set]) => {
        const leaf = listed(numbers, `${column} ${set}`, () => columns.push(column) - 1)
        sets[leaf] = set
        return leaf
      })
      const choosy = cells.flatMap(([column, set]) => {
        const values = sizeOf(domainOf(column))
        const most = values > MOST_VALUES ? 0 : Math.min(MOST_ADMITTED, values / 2)
        return sizeOf(set) <= most ? column : []
      })
      return { owner, box, leaves, choosy: choosy.slice(0, MOST_COLUMNS) }
    }),
  )

  /** Many boxes under the choosiest column of each, those under one column under the next, and so on. */
  const lookedUp = (list: readonly Wanted[], admit: readonly number[] = [], depth = 0): Boxes => {
    const byColumn = new Map<number | undefined, Wanted[]>()
    for (const one of list)
      listed(byColumn, list.length > FEW_BOXES ? one.choosy[depth] : undefined, () => []).push(one)
    const from = write(byColumn.get(undefined) ?? [], admit)
    const indices: Index[] = []
    for (const [column, own] of byColumn) {
      if (column === undefined) continue
      const admitted = new Map<number, Wanted[]>()
      for (const one of own) {
        for (const value of valuesOf(one.box.get(column) as ValueSet)) listed(admitted, value, () => []).push(one)
      }
      const next = (those: readonly Wanted[]) => lookedUp(those, [...admit, column], depth + 1)
      const admitting = new Map([...admitted].map(([value, those]) => [value, next(those)]))
      indices.push({ column, all: lookedUp(own, admit, depth + 1), admitting })
    }
    return { from, indices }
  }

  const status = new Uint8Array(boxesOfOwner.length)
  return {
    // First, for these fill the boxes.
    ...lookedUp(wanted.flat()),
    whole: Int32Array.from(wanted, (own) => write(own)),
    boxes: new Int32Array(boxes),
    columns,
    sets,
    found: new Uint8Array(sets.length),
    status,
    eights: new Float64Array(status.buffer, 0, status.length >> 3),
  }
}

/**
 * Status of every owner under what is known, for who reads it at once: it is overwritten when the matcher runs again.
 * Columns beyond `known` are unknown.
 */
export function matchBriefly(matcher: Matcher, known: readonly Known[]): Uint8Array {
  const { status, found } = matcher
  status.fill(NO)
  found.fill(UNASKED)
  readAll(matcher, matcher, known)
  return status
}

function readAll(matcher: Matcher, { indices, from }: Boxes, known: readonly Known[]): void {
  const { boxes, columns, sets, found, status } = matcher
  for (let at = from, next = from; boxes[at] !== END; at = next) {
    const owner = boxes[at] as number
    next += 2 + (boxes[at + 1] as number)
    const before = status[owner] as number
    let lies: number = YES
    for (at += 2; at < next && lies > before; at += 1) {
      const leaf = boxes[at] as number
      if (found[leaf] === UNASKED) found[leaf] = liesIn(sets[leaf] as ValueSet, known[columns[leaf] as number])
      if ((found[leaf] as number) < lies) lies = found[leaf] as number
    }
    if (lies > before) status[owner] = lies
  }
  for (let i = 0; i < indices.length; i += 1) {
    const { column, all, admitting } = indices[i] as Index
    const value = known[column]
    const left = typeof value === 'number' ? admitting.get(value) : all
    if (left !== undefined) readAll(matcher, left, known)
  }
}

/** How surely one of several rules holds. */
export function greatestOf(rules: readonly number[], statuses: Statuses): number {
  let greatest: number = NO
  for (const rule of rules) greatest = Math.max(greatest, statuses[rule] as number)
  return greatest
}

/** Tells the leaves that leave open whether an owner holds, box by box, and whether its box waits for that leaf alone. */
export function eachOpenLeaf(
  { boxes, whole, columns, sets }: Matcher,
  owner: number,
  known: readonly Known[],
  tell: (leaf: number, isAlone: boolean) => void,
): void {
  const lies = (leaf: number) => liesIn(sets[leaf] as ValueSet, known[columns[leaf] as number])
  for (let at = whole[owner] as number, end = at; boxes[at] !== END; at = end) {
    end += 2 + (boxes[at + 1] as number)
    let open = 0
    let leaf = at + 2
    for (; leaf < end; leaf += 1) {
      const status = lies(boxes[leaf] as number)
      if (status === NO) break
      if (status === UNKNOWN) open += 1
    }
    if (leaf < end) continue
    for (leaf = at + 2; leaf < end; leaf += 1)
      if (lies(boxes[leaf] as number) === UNKNOWN) tell(boxes[leaf] as number, open === 1)
  }
}

/** Whether what is known of a column lies in a set. */
export function liesIn(set: ValueSet, value: Known): Status {
  if (value === undefined) return UNKNOWN
  if (typeof value === 'number') return contains(set, value) ? YES : NO
  if (isSubset(value, set)) return YES
  return overlaps(value, set) ? UNKNOWN : NO
}

/** A status as it is known of the column that others read it by. */
export function truthOf(status: Status): Known {
  return status === UNKNOWN ? undefined : Number(status === YES)
}
