// Time since an event, in Beijing civil days or whatever is counted with them, up to the application, or to the decision
// where there is none yet.
// Promise: the result covers every value the known sets allow, whatever their shape, and learning more only narrows it.

import { dayOf, minuteOf, startOfDay } from '../../calendar.js'
import {
  contains,
  EMPTY,
  greatest,
  interval,
  isPoint,
  least,
  leastBeyondNone,
  NEVER,
  NONE,
  point,
  union,
  type ValueSet,
  within,
  withoutNone,
} from '../../engine/value-set.js'

/** How far one day lies after another. Both counts grow with the end and shrink as the start moves on. */
export interface Count {
  /** Where no paper arranges the holidays, the fewest and the most it can come to. */
  readonly fewest: (start: number, end: number) => number
  readonly most: (start: number, end: number) => number
  /** The days on which the count from `start` may become `cut`, 1 or more. */
  readonly reaches: (start: number, cut: number) => readonly number[]
}

const civilDays = (start: number, end: number) => Math.max(0, end - start)
const CIVIL_DAYS: Count = { fewest: civilDays, most: civilDays, reaches: (start, cut) => [start + cut] }

/**
 * The count from an event to `appliedAt`, or to `asOf` where the case says there is no application yet; where that is not
 * known, both remain. NONE where the event has not happened. All sets are instants in milliseconds; an application lies
 * no later than the latest `asOf`. An event known only as one of several counts as every moment between the first and the
 * last of them.
 */
export function elapsed(count: Count, event: ValueSet, appliedAt: ValueSet, asOf: ValueSet): ValueSet {
  if (isNone(event)) return event
  if (isPoint(event) && isPoint(appliedAt) && isPoint(asOf)) return between(count, event, appliedAt, asOf)
  const firstDay = dayOf(leastBeyondNone(event))
  const lastDay = dayOf(greatest(event))
  const ends = endsOf(appliedAt, asOf)
  let counts = contains(event, NONE) ? NEVER : EMPTY
  for (let i = 0; i < ends.length; i += 2) {
    const fewest = count.fewest(lastDay, dayOf(ends[i] as number))
    counts = union([counts, interval(fewest, count.most(firstDay, dayOf(ends[i + 1] as number)))])
  }
  return counts
}

/** The everyday case, in which every instant is known. */
function between({ fewest, most }: Count, event: ValueSet, appliedAt: ValueSet, asOf: ValueSet): ValueSet {
  const start = dayOf(least(event))
  const end = dayOf(least(isNone(appliedAt) ? asOf : appliedAt))
  return interval(fewest(start, end), most(start, end))
}

/**
 * The moments of the clock at which a count becomes `cut`, were everything else to stay as it is: midnight in Beijing,
 * after the first and the last of each run of possible events. Only where time still runs, that is where there may be no
 * application yet.
 */
export function reaches(count: Count, cut: number, event: ValueSet, appliedAt: ValueSet): readonly number[] {
  if (cut < 1 || !contains(appliedAt, NONE)) return []
  const moments: number[] = []
  for (const end of withoutNone(event)) for (const day of count.reaches(dayOf(end), cut)) moments.push(startOfDay(day))
  return moments
}

/**
 * How many Beijing civil days after the signing the buyer applied, or could apply now: 0 on the day of signing, 1 on the
 * day after. An application before the signing counts as day 0.
 */
export function daysSinceSigning(signedAt: ValueSet, appliedAt: ValueSet, asOf: ValueSet): ValueSet {
  return elapsed(CIVIL_DAYS, signedAt, appliedAt, asOf)
}

/** The moments at which the days since a signing become `cut`. */
export function reachesDay(cut: number, signedAt: ValueSet, appliedAt: ValueSet): readonly number[] {
  return reaches(CIVIL_DAYS, cut, signedAt, appliedAt)
}

/** The days from an event to the decision, whatever was applied for before. */
export const daysUntilNow = {
  derive: (event: ValueSet, asOf: ValueSet) => daysSinceSigning(event, NEVER, asOf),
  reaches: (cut: number, event: ValueSet) => reachesDay(cut, event, NEVER),
} as const

/** All counts of a case end at the same instants: they are found once. */
let last: readonly [appliedAt: ValueSet, asOf: ValueSet, ends: ValueSet] | undefined

/** The instants at which the count may end. */
export function endsOf(appliedAt: ValueSet, asOf: ValueSet): ValueSet {
  if (isPoint(appliedAt)) return isNone(appliedAt) ? asOf : appliedAt
  if (last?.[0] !== appliedAt || last[1] !== asOf) last = [appliedAt, asOf, findEnds(appliedAt, asOf)]
  return last[2]
}

function findEnds(appliedAt: ValueSet, asOf: ValueSet): ValueSet {
  const applications = withoutNone(appliedAt)
  const past = within(applications, NONE, greatest(asOf))
  // An application after the decision contradicts the case, which is reported elsewhere; here it stands as stated.
  const ends = past.length === 0 ? applications : past
  return contains(appliedAt, NONE) ? union([ends, asOf]) : ends
}

/** Whether an event has surely not happened. */
function isNone(set: ValueSet): boolean {
  return isPoint(set) && least(set) === NONE
}

/**
 * The minute of its Beijing day at which something happened: 0 at midnight, 1439 in the last minute; NONE where it has not
 * happened. Where several moments are possible, any minute is.
 */
export function arrivalMinute(happenedAt: ValueSet): ValueSet {
  if (isNone(happenedAt)) return happenedAt
  if (isPoint(happenedAt)) return point(minuteOf(least(happenedAt)))
  const minutes = interval(0, 1439)
  return contains(happenedAt, NONE) ? union([NEVER, minutes]) : minutes
}
