// Which rules and questions turn with time alone, and at which values of which columns.
// Promise: worked out once per rule set; nothing that time can change is left out, whatever conditions stand between.
import type { Box } from './boxes.js'
import type { Comparison } from './condition.js'
import { listed } from './listed.js'
import type { NamedCondition } from './load-conditions.js'
import { boundsOf, type Parameter } from './load-parameters.js'
import type { CompiledRule } from './load-rules.js'
import { buildMatcher, type Matcher } from './matcher.js'
import type { Model } from './model.js'
import { greatest, type ValueSet } from './value-set.js'

/** A value of a column at which rules, or when questions arise, turn. */
interface Turn {
  readonly value: number
  readonly owners: readonly number[]
}

/** A rule, or when a question arises. */
export interface Owner {
  readonly isRule: boolean
  readonly index: number
  /** What it wants of the facts that time does not move. */
  readonly steady: readonly (readonly [column: number, set: ValueSet][])[]
}

/** The rules and questions that time moves. */
export interface Timed {
  readonly owners: readonly Owner[]
  /** By column that time moves, the values at which a box of an owner begins or ends, the greatest first. */
  readonly turns: ReadonlyMap<number, readonly Turn[]>
  /** Columns of the facts that owners compare with settings or dated parameters, and of the dates of those parameters. */
  readonly compared: ReadonlyMap<number, readonly number[]>
  /** Owners that do not turn at dates of their own alone, and whether each of these holds. */
  readonly counting: readonly number[]
  readonly matcher: Matcher
}

interface Parts {
  readonly rules: readonly Pick<CompiledRule, 'index' | 'boxes' | 'region'>[]
  readonly arises: readonly (readonly Box[] | undefined)[]
  readonly conditionAt: ReadonlyMap<number, NamedCondition>
  readonly comparisonAt: ReadonlyMap<number, Comparison>
  readonly domainOf: (column: number) => ValueSet
  /** Column of the date that selects the version of a parameter. */
  readonly dateOf: (parameter: string) => number | undefined
}

/** Values at which some box tells a column apart. */
export function cutsIn(
  boxes: readonly Box[],
  domainOf: (column: number) => ValueSet,
): ReadonlyMap<number, ReadonlySet<number>> {
  const cuts = new Map<number, Set<number>>()
  for (const box of boxes) for (const [column, set] of box) addCuts(cuts, column, set, domainOf(column))
  return cuts
}

/** Where the values of a set begin, and where they have ended: those that reach as far as there are any do not. */
function addCuts(cuts: Map<number, Set<number>>, column: number, set: ValueSet, domain: ValueSet): void {
  const own = listed(cuts, column, () => new Set<number>())
  for (let i = 0; i < set.length; i += 2) {
    const hi = set[i + 1] as number
    own.add(set[i] as number)
    if (hi < greatest(domain)) own.add(hi + 1)
  }
}

/** Finds the rules and questions that time moves. */
export function timedOf(model: Model, parts: Parts): Timed {
  const { moving } = model
  const isSteady = (column: number) => model.columns[column]?.source === 'fact' && !moving.has(column)
  const steadily = (region: readonly Box[]) => region.map((box) => [...box].filter(([column]) => isSteady(column)))
  const all = [
    ...parts.rules.map(({ index, boxes, region }) => ({ isRule: true, index, boxes, region })),
    ...parts.arises.flatMap((boxes, index) =>
      boxes === undefined ? [] : [{ isRule: false, index, boxes, region: boxes }],
    ),
  ]
  const owners: Owner[] = []
  const counting: number[] = []
  const boxesOfOwner: (readonly Box[])[] = []
  const turns = new Map<number, Map<number, number[]>>()
  const compared = new Map<number, number[]>()
  for (const { isRule, index, boxes, region } of all) {
    const read = readBy(boxes, moving, parts)
    if (read.cuts.size === 0 && read.compared.size === 0) continue
    const owner = owners.push({ isRule, index, steady: steadily(region) }) - 1
    if (read.compared.size > 0 || [...read.cuts.keys()].some((column) => column !== model.clock)) {
      counting.push(owner)
      boxesOfOwner.push(boxes)
    }
    for (const [column, values] of read.cuts) {
      const own = listed(turns, column, () => new Map<number, number[]>())
      for (const value of values) listed(own, value, () => []).push(owner)
    }
    for (const column of read.compared) listed(compared, column, () => []).push(owner)
  }
  return {
    owners,
    turns: new Map(
      [...turns].map(([column, own]) => [
        column,
        [...own].map(([value, by]) => ({ value, owners: by })).sort((a, b) => b.value - a.value),
      ]),
    ),
    compared,
    counting,
    matcher: buildMatcher(boxesOfOwner, parts.domainOf),
  }
}

interface Read {
  readonly cuts: Map<number, Set<number>>
  readonly compared: Set<number>
  readonly seen: Set<number>
}

function readBy(
  boxes: readonly Box[],
  moving: ReadonlySet<number>,
  parts: Parts,
  read: Read = { cuts: new Map(), compared: new Set(), seen: new Set() },
): Read {
  for (const box of boxes) {
    for (const [column, set] of box) {
      if (moving.has(column)) addCuts(read.cuts, column, set, parts.domainOf(column))
      if (read.seen.has(column)) continue
      const condition = parts.conditionAt.get(column)
      if (condition !== undefined) readBy(condition.boxes, moving, parts, { ...read, seen: read.seen.add(column) })
      const comparison = parts.comparisonAt.get(column)
      if (comparison === undefined) continue
      const dated = parts.dateOf(comparison.parameter)
      for (const one of [comparison.fact.index, dated]) if (one !== undefined && moving.has(one)) read.compared.add(one)
    }
  }
  return read
}

/** The last moment of the clock, within its values, at which a rule, condition or version of a parameter begins or ends. */
export function lastDatedOf(
  { clock, columns, events, moving }: Model,
  cuts: ReadonlyMap<number, ReadonlySet<number>>,
  parameters: ReadonlyMap<string, Parameter>,
): number {
  const dated = [...parameters.values()].flatMap(({ by, versions }) => (moving.has(by) ? boundsOf(versions) : []))
  const last = greatest(columns[clock]?.domain as ValueSet)
  const turns = [clock, ...events].flatMap((column) => [...(cuts.get(column) ?? [])])
  return [...dated, ...turns].reduce((late, one) => (one <= last ? Math.max(late, one) : late), 0)
}
