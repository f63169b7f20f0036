// Moments for the facts of a case: one for each, in its cell, in order, with the days and times between them as wanted.
// Promise: what comes out fits every order and every derived fact asked for; a search that finds nothing says so.

import { dayOf, startOfDay } from '../calendar.js'
import { listed } from '../engine/listed.js'
import type { Column, Derivation, Model } from '../engine/model.js'
import type { RuleSet } from '../engine/ruleset.js'
import {
  contains,
  greatest,
  isPoint,
  isSubset,
  least,
  NONE,
  overlaps,
  point,
  type ValueSet,
} from '../engine/value-set.js'
import { MINUTE, type Stated } from './usual.js'

/** What a derived fact should come to. */
export interface Target {
  readonly column: Column
  readonly set: ValueSet
}

/** What each column may still be. */
type Possible = ReadonlyMap<number, ValueSet>

/** Something several columns have to fit. */
interface Check {
  readonly reads: readonly number[]
  /** Whether some of what is possible fits. */
  readonly mayFit: (possible: Possible) => boolean
  /** Whether all of it does. */
  readonly fits: (possible: Possible) => boolean
}

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
// So many moments of the clock are tried, and values for each column group.
const CLOCKS = 4
const PLAIN = 2000
// Days gone by that are tried one after the other.
const DAYS = 21

/** Values for the columns of `sets`, on top of those `stated`. */
export function fitted(
  ruleSet: RuleSet,
  stated: Stated,
  sets: Possible,
  targets: readonly Target[],
  usual: Stated,
): Stated | undefined {
  const checks = checksFor(ruleSet, targets)
  const read = new Set(checks.flatMap(({ reads }) => reads))
  const fixed = [...stated].filter(([column]) => read.has(column))
  const known = listed(fittedBefore, ruleSet, () => new Map<string, Stated | undefined>())
  const key = JSON.stringify([fixed, [...sets], targets.map(({ column, set }) => [column.index, set])])
  if (!known.has(key)) known.set(key, fittedNow(ruleSet, checks, new Map(fixed), sets, targets, usual))
  const found = known.get(key)
  return found && new Map([...stated, ...found])
}

// Most cases that are put together ask the same of their moments.
const fittedBefore = new WeakMap<RuleSet, Map<string, Stated | undefined>>()

function fittedNow(
  { model }: RuleSet,
  checks: readonly Check[],
  fixed: Stated,
  sets: Possible,
  targets: readonly Target[],
  usual: Stated,
): Stated | undefined {
  const numbers = targets.flatMap(({ set }) => set.filter((value) => value > NONE && value < MOST_DAYS))
  const begun: Possible = new Map([...sets, ...[...fixed].map(([column, value]) => [column, point(value)] as const)])
  if (!checks.every(({ mayFit }) => mayFit(begun))) return undefined
  // What something is counted from comes before what only has to be in order.
  const counted = new Set(
    targets.flatMap((target) => derivationOf(model, target)?.from ?? []).map(({ index }) => index),
  )
  const groups = groupsOf(
    [...sets.keys()]
      .filter((column) => column !== model.clock)
      .sort((a, b) => Number(counted.has(b)) - Number(counted.has(a)) || a - b),
    checks.map(({ reads }) => reads),
  )
  const clock = sets.get(model.clock)
  const moments =
    clock === undefined ? [undefined] : candidates(clock, begun, usual.get(model.clock), numbers).slice(0, CLOCKS)
  for (const moment of moments) {
    let now: Possible | undefined = moment === undefined ? begun : chosen(checks, begun, model.clock, point(moment))
    for (const group of groups) now = now && placed(checks, group, now, usual, numbers)
    if (now !== undefined) return new Map([...now].map(([column, set]) => [column, least(set)]))
  }
  return undefined
}

/** One value for each column of a group. */
function placed(
  checks: readonly Check[],
  group: readonly number[],
  possible: Possible,
  usual: Stated,
  numbers: readonly number[],
): Possible | undefined {
  const own = checks.filter(({ reads }) => reads.some((column) => group.includes(column)))
  const trying = (worth: Candidates) => {
    let left = PLAIN
    const place = (at: number, now: Possible): Possible | undefined => {
      const column = group[at]
      if (column === undefined) return own.every(({ fits }) => fits(now)) ? now : undefined
      for (const value of worth(now.get(column) as ValueSet, now, usual.get(column), numbers)) {
        left -= 1
        if (left < 0) return undefined
        const next = chosen(own, now, column, point(value))
        const found = next && place(at + 1, next)
        if (found !== undefined) return found
      }
      return undefined
    }
    return place(0, possible)
  }
  return trying(wholeDays) ?? trying(candidates)
}

/** What is left possible once a column lies in `set`; nothing where something cannot fit any more. */
function chosen(checks: readonly Check[], possible: Possible, column: number, set: ValueSet): Possible | undefined {
  const next = new Map(possible).set(column, set)
  return checks.every(({ reads, mayFit }) => !reads.includes(column) || mayFit(next)) ? next : undefined
}

/** Every order among events, and every derived fact that is asked for. */
function checksFor({ model, constraints }: RuleSet, targets: readonly Target[]): Check[] {
  const orders = constraints.flatMap((one): Check[] => {
    if (one.kind === 'never') return []
    const [earlier, later] = one.order
    const setsIn = (possible: Possible) => [possible.get(earlier), possible.get(later)]
    return [
      {
        reads: one.order,
        mayFit: (possible) => {
          const [before, after] = setsIn(possible)
          if (before === undefined || after === undefined) return true
          return contains(before, NONE) || contains(after, NONE) || least(before) <= greatest(after)
        },
        fits: () => true,
      },
    ]
  })
  const derived = targets.flatMap((target): Check[] => {
    const { set } = target
    const derivation = derivationOf(model, target)
    if (derivation === undefined) return []
    const { from, declaration } = derivation
    const reached = (possible: Possible) =>
      declaration.derive(...from.map(({ index, domain }) => possible.get(index) ?? domain))
    return [
      {
        reads: from.map(({ index }) => index),
        mayFit: (possible) => overlaps(reached(possible), set),
        fits: (possible) => isSubset(reached(possible), set),
      },
    ]
  })
  return [...orders, ...derived]
}

function derivationOf({ derivations }: Model, { column }: Target): Derivation | undefined {
  return derivations.find((one) => one.column === column)
}

/** Columns that hang together through something that reads several of them; groups can be placed one by one. */
function groupsOf(columns: readonly number[], links: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const groups: number[][] = []
  const left = new Set(columns)
  for (const first of columns) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const member of group) {
      for (const other of links.filter((link) => link.includes(member)).flat())
        if (left.delete(other)) group.push(other)
    }
    groups.push(columns.filter((column) => group.includes(column)))
  }
  return groups
}

// Longer counts than this are not tried day by day.
const MOST_DAYS = 5000
// Numbers from here on are moments: a case says them to the minute.
const EARLIEST = 1e9

type Candidates = (set: ValueSet, now: Possible, usual: number | undefined, numbers: readonly number[]) => number[]

/** The usual moment, some days before those already there, then the ends of the set. */
const wholeDays: Candidates = (set, now, usual, numbers) => {
  const there = momentsIn(now)
  const days = [...numbers.flatMap((n) => [n - 1, n, n + 1]), ...Array.from({ length: DAYS }, (_, day) => day)]
  const found = there.flatMap((moment) => [0, 1, ...days].map((day) => moment - Math.max(0, day) * DAY))
  const ends = [...set].reverse()
  if (usual === undefined) return among(set, [...found, ...ends])
  // Where the usual moment cannot be, a case lies as near to it as can be rather than at the end of the world.
  return among(set, [usual, ...found, ...ends.sort((a, b) => Math.abs(a - usual) - Math.abs(b - usual))])
}

/** Those, and besides them some minutes after midnight, an hour before and after; of a number the other numbers there. */
const candidates: Candidates = (set, now, usual, numbers) => {
  const minutes = [0, 1, ...numbers.flatMap((n) => [n - 1, n, n + 1])]
  const found = momentsIn(now).flatMap((moment) => {
    const midnight = startOfDay(dayOf(moment))
    const after = minutes.flatMap((minute) => [midnight + minute * MINUTE, midnight - DAY + minute * MINUTE])
    return [moment - HOUR, moment + HOUR, ...after]
  })
  return among(set, [...wholeDays(set, now, usual, numbers), ...found, ...numbersIn(now)])
}

function momentsIn(now: Possible): number[] {
  return [...now.values()].flatMap((one) => (isPoint(one) && least(one) > DAY * 3650 ? [least(one)] : []))
}

function numbersIn(now: Possible): number[] {
  return [...now.values()].flatMap((one) => (isPoint(one) && least(one) < EARLIEST ? [least(one)] : []))
}

function among(set: ValueSet, found: readonly number[]): number[] {
  const minutes = found.map((moment) => (moment > EARLIEST ? Math.floor(moment / MINUTE) * MINUTE : moment))
  return [...new Set(minutes)].filter((moment) => contains(set, moment))
}
