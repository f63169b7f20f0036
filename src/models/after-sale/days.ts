// Days since signing: Beijing civil days from the signing to the application, or to the decision where there is none yet.
// Promise: the result covers every value the known sets allow, whatever their shape, and learning more only narrows it.

import { dayOf, minuteOf, startOfDay } from '../../calendar.js'
import {
  contains,
  greatest,
  intersect,
  interval,
  isPoint,
  least,
  NONE,
  point,
  union,
  type ValueSet,
  withoutNone,
} from '../../engine/value-set.js'

/**
 * How many Beijing civil days after the signing the buyer applied, or could apply now: 0 on the day of signing, 1 on the
 * day after. It ends at `appliedAt`, or at `asOf` where the case says there is no application yet; where that is not known,
 * both remain. An application before the signing counts as day 0. NONE where the parcel is not signed for.
 * All sets are instants in milliseconds; an application lies no later than the latest `asOf`. A signing known only as one of
 * several counts as every moment between the first and the last of them.
 */
export function daysSinceSigning(signedAt: ValueSet, appliedAt: ValueSet, asOf: ValueSet): ValueSet {
  if (isPoint(signedAt) && isPoint(appliedAt) && isPoint(asOf)) return point(daysBetween(signedAt, appliedAt, asOf))
  const sets: ValueSet[] = contains(signedAt, NONE) ? [point(NONE)] : []
  const signings = withoutNone(signedAt)
  if (signings.length === 0) return union(sets)
  const firstDay = dayOf(least(signings))
  const lastDay = dayOf(greatest(signings))
  const ends = endsOf(appliedAt, asOf)
  for (let i = 0; i < ends.length; i += 2) {
    const fewest = dayOf(ends[i] as number) - lastDay
    const most = dayOf(ends[i + 1] as number) - firstDay
    sets.push([Math.max(0, fewest), Math.max(0, most)])
  }
  return union(sets)
}

/**
 * The moments of the clock at which the days since a signing become `cut`, were everything else to stay as it is: midnight
 * in Beijing, after the first and the last of each run of possible signings. Only where time still runs, that is where there
 * may be no application yet.
 */
export function reachesDay(cut: number, signedAt: ValueSet, appliedAt: ValueSet): readonly number[] {
  if (cut < 1 || !contains(appliedAt, NONE)) return []
  return withoutNone(signedAt).map((end) => startOfDay(dayOf(end) + cut))
}

/** The everyday case, in which every instant is known. */
function daysBetween(signedAt: ValueSet, appliedAt: ValueSet, asOf: ValueSet): number {
  if (isNone(signedAt)) return NONE
  const end = least(isNone(appliedAt) ? asOf : appliedAt)
  return Math.max(0, dayOf(end) - dayOf(least(signedAt)))
}

/** The instants at which the count may end. */
function endsOf(appliedAt: ValueSet, asOf: ValueSet): ValueSet {
  const applications = withoutNone(appliedAt)
  const past = intersect(applications, interval(NONE, greatest(asOf)))
  // An application after the decision contradicts the case, which is reported elsewhere; here it stands as stated.
  const ends = past.length === 0 ? applications : past
  return contains(appliedAt, NONE) ? union([ends, asOf]) : ends
}

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
  return contains(happenedAt, NONE) ? union([point(NONE), minutes]) : minutes
}
