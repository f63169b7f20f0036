// A condition tree as a union of boxes: one set of values per column it reads.
// Promise: a complete case is in some box exactly when the tree holds; never more than 64 boxes.
import type { Node } from './condition.js'
import { intersect, overlaps, sameSet, subtract, union, type ValueSet } from './value-set.js'

/** Columns to the values they may have. A column that is not in the map may have any. */
export type Box = ReadonlyMap<number, ValueSet>

export const MAX_BOXES = 64
const TRUE: ValueSet = [1, 1]
const FALSE: ValueSet = [0, 0]

/** The boxes of `node`, or `undefined` when there would be more than 64. */
export function boxesOf(
  node: Node,
  domainOf: (column: number) => ValueSet,
  negated = false,
): readonly Box[] | undefined {
  switch (node.type) {
    case 'not':
      return boxesOf(node.node, domainOf, !negated)
    case 'named':
    case 'comparison':
      return [new Map([[node.column, negated ? FALSE : TRUE]])]
    case 'leaf': {
      const domain = domainOf(node.column)
      const set = negated ? subtract(domain, node.set) : node.set
      if (set.length === 0) return []
      return sameSet(set, domain) ? [new Map()] : [new Map([[node.column, set]])]
    }
    case 'all':
    case 'any': {
      const conjunction = (node.type === 'all') !== negated
      const parts = node.nodes.map((child) => boxesOf(child, domainOf, negated))
      let boxes: readonly Box[] | undefined = conjunction ? [new Map()] : []
      for (const part of parts) {
        if (boxes === undefined || part === undefined) return undefined
        boxes = conjunction ? product(boxes, part) : either(boxes, part)
      }
      return boxes
    }
  }
}

/** Both at once: every pair of boxes, cut to what they share. */
export function product(left: readonly Box[], right: readonly Box[]): readonly Box[] | undefined {
  const out: Box[] = []
  for (const a of left) {
    for (const b of right) {
      const box = meet(a, b)
      if (box !== undefined) out.push(box)
      if (out.length > MAX_BOXES) return undefined
    }
  }
  return out
}

function meet(a: Box, b: Box): Box | undefined {
  const box = new Map(a)
  for (const [column, set] of b) {
    const other = box.get(column)
    const shared = other === undefined ? set : intersect(other, set)
    if (shared.length === 0) return undefined
    box.set(column, shared)
  }
  return box
}

/** One or the other. Boxes that differ in a single column's values become one. */
function either(left: readonly Box[], right: readonly Box[]): readonly Box[] | undefined {
  const out = [...left]
  for (const box of right) {
    const i = out.findIndex((other) => mergeable(other, box) !== undefined)
    if (i < 0) out.push(box)
    else out[i] = mergeable(out[i] as Box, box) as Box
  }
  return out.length > MAX_BOXES ? undefined : out
}

function mergeable(a: Box, b: Box): Box | undefined {
  if (a.size !== b.size) return undefined
  let different: number | undefined
  for (const [column, set] of a) {
    const other = b.get(column)
    if (other === undefined) return undefined
    if (sameSet(set, other)) continue
    if (different !== undefined) return undefined
    different = column
  }
  if (different === undefined) return a
  return new Map(a).set(different, union([a.get(different) as ValueSet, b.get(different) as ValueSet]))
}

/** Whether no case can be in a box of both. */
export function areDisjoint(left: readonly Box[], right: readonly Box[]): boolean {
  return left.every((a) => right.every((b) => !meets(a, b)))
}

function meets(a: Box, b: Box): boolean {
  for (const [column, set] of a) {
    const other = b.get(column)
    if (other !== undefined && other !== set && !overlaps(set, other)) return false
  }
  return true
}
