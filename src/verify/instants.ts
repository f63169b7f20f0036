// Moments for the facts of a case: one for each, in its cell, in order, with the days and times between them as wanted.
// Promise: what comes out fits every order and every derived fact asked for; a search that finds nothing says so.
import { dayOf, startOfDay } from '../calendar.js'
import type { CompiledConstraint } from '../engine/constraint.js'
import type { Column } from '../engine/model.js'
import type { RuleSet } from '../engine/ruleset.js'
import { contains, NONE, overlaps, type ValueSet } from '../engine/value-set.js'
import { MINUTE, type Stated } from './usual.js'

/** What a derived fact should come to. */
export interface Target {
  readonly column: Column
  readonly set: ValueSet
}

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
// More values than this are never tried for one case.
const MOST_TRIED = 5_000

/** Values for the columns of `sets`, on top of those `stated`. */
export function fitted(
  ruleSet: RuleSet,
  stated: Stated,
  sets: ReadonlyMap<number, ValueSet>,
  targets: readonly Target[],
  usual: Stated,
): Stated | undefined {
  const { model, constraints } = ruleSet
  const numbers = targets.flatMap(({ set }) => set.filter((value) => value > NONE && value < MOST_DAYS))
  const checks = [
    ...constraints.flatMap((one) =>
      one.kind === 'never' ? [] : [{ reads: one.order, isFitting: (now: Stated) => isInOrder(one, now) }],
    ),
    ...targets.flatMap((target) => {
      const derivation = model.derivations.find(({ column }) => column === target.column)
      if (derivation === undefined) return []
      const reads = derivation.from.map(({ index }) => index)
      return [{ reads, isFitting: (now: Stated) => comesTo(target, derivation, now) }]
    }),
  ]
  // What a derived fact is worked out from comes first: there are fewest moments that will do.
  const isCounted = (column: number) =>
    targets.some((target) =>
      model.derivations.some((one) => one.column === target.column && one.from.some(({ index }) => index === column)),
    )
  const groups = groupsOf(
    [...sets.keys()].filter((column) => column !== model.clock),
    checks.map(({ reads }) => reads),
    (a, b) => Number(isCounted(b)) - Number(isCounted(a)) || a - b,
  )
  let tried = 0

  function place(columns: readonly number[], now: Stated): Stated | undefined {
    const [column, ...rest] = columns
    if (column === undefined) return now
    const concerned = checks.filter(({ reads }) => reads.includes(column))
    for (const value of candidates(sets.get(column) as ValueSet, now, usual.get(column), numbers)) {
      tried += 1
      if (tried > MOST_TRIED) return undefined
      const next = new Map(now).set(column, value)
      const found = concerned.every((one) => one.isFitting(next)) ? place(rest, next) : undefined
      if (found !== undefined) return found
    }
    return undefined
  }

  function placeGroups(now: Stated): Stated | undefined {
    let placed: Stated | undefined = now
    for (const group of groups) placed = placed && place(group, placed)
    return placed
  }

  const clock = sets.get(model.clock)
  if (!checks.every((one) => one.isFitting(stated))) return undefined
  if (clock === undefined) return placeGroups(stated)
  const concerned = checks.filter(({ reads }) => reads.includes(model.clock))
  for (const value of candidates(clock, stated, usual.get(model.clock), numbers)) {
    const next = new Map(stated).set(model.clock, value)
    const found = concerned.every((one) => one.isFitting(next)) ? placeGroups(next) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a derived fact comes to what is wanted; where one of its sources is still open it may. */
function comesTo(
  { set }: Target,
  { from, declaration }: RuleSet['model']['derivations'][number],
  now: Stated,
): boolean {
  const values = from.map(({ index }) => now.get(index))
  if (values.some((value) => value === undefined)) return true
  return overlaps(declaration.derive(...values.map((value): ValueSet => [value as number, value as number])), set)
}

/** Columns that hang together through something that reads several of them; groups can be placed one by one. */
function groupsOf(
  columns: readonly number[],
  links: readonly (readonly number[])[],
  order: (a: number, b: number) => number,
): readonly (readonly number[])[] {
  const groups: number[][] = []
  const left = new Set(columns)
  for (const first of [...columns].sort(order)) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const member of group) {
      for (const other of links.filter((link) => link.includes(member)).flat())
        if (left.delete(other)) group.push(other)
    }
    groups.push(group.sort(order))
  }
  return groups
}

// Longer counts than this are not tried day by day.
const MOST_DAYS = 5000

function isInOrder(constraint: CompiledConstraint, now: Stated): boolean {
  if (constraint.kind === 'never') return true
  const [earlier, later] = constraint.order.map((column) => now.get(column))
  return earlier === undefined || later === undefined || earlier === NONE || later === NONE || earlier <= later
}

/** Moments worth trying: the usual one, then some before or after those already there, then the ends of the set. */
function candidates(set: ValueSet, now: Stated, usual: number | undefined, numbers: readonly number[]): number[] {
  const found: number[] = usual === undefined ? [] : [usual]
  const there = [...now.values()].filter((value) => value > DAY * 3650)
  const shifts = [...new Set([0, 1, ...numbers.flatMap((n) => [n - 1, n, n + 1])])].filter((n) => n >= 0)
  for (const moment of there) {
    for (const days of shifts) {
      found.push(moment - days * DAY)
      found.push(startOfDay(dayOf(moment)) + days * MINUTE, startOfDay(dayOf(moment) - 1) + days * MINUTE)
    }
    found.push(moment - HOUR, moment + HOUR)
  }
  for (let i = 0; i < set.length; i += 2) found.push(set[i + 1] as number, set[i] as number)
  // A case says moments to the minute; smaller numbers are no moments.
  const minutes = found.map((moment) => (moment > 1e9 ? Math.floor(moment / MINUTE) * MINUTE : moment))
  return [...new Set(minutes)].filter((moment) => contains(set, moment))
}
