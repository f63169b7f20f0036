// Where a rule can hold at all: its boxes with the named conditions they need written out.
// Promise: never smaller than the truth, so that rules whose regions do not meet can never hold together.
import { areDisjoint, type Box, product } from './boxes.js'
import type { NamedCondition } from './load-conditions.js'
import type { Exclude } from './resolve.js'
import { contains } from './value-set.js'

/** Regions by column of the named condition. */
export type Regions = ReadonlyMap<number, readonly Box[]>

/** Each condition's region, worked out once: those it reads come first. */
export function regionsOf(conditions: readonly NamedCondition[]): Regions {
  const regions = new Map<number, readonly Box[]>()
  for (const { column, boxes } of [...conditions].sort((a, b) => a.level - b.level)) {
    regions.set(column, regionOf(boxes, regions))
  }
  return regions
}

/** The boxes with every named condition that must hold replaced by its own; one that would take too many stays as it is. */
export function regionOf(boxes: readonly Box[], regions: Regions): readonly Box[] {
  return boxes.flatMap((box) => {
    let region: readonly Box[] = [box]
    for (const [column, set] of box) {
      const condition = regions.get(column)
      if (condition === undefined || contains(set, 0)) continue
      region = product(region, condition) ?? region
    }
    return region
  })
}

/** Whether two rules can never hold together. Each pair is compared when it is first asked for, and then known. */
export function exclusions(rules: readonly { readonly region: readonly Box[] }[]): Exclude {
  const found = rules.map(() => new Map<number, boolean>())
  return (a, b) => {
    const [left, right] = [rules[a], rules[b]]
    if (left === undefined || right === undefined) return false
    const known = found[a]?.get(b)
    if (known !== undefined) return known
    const excluded = areDisjoint(left.region, right.region)
    found[a]?.set(b, excluded)
    return excluded
  }
}
