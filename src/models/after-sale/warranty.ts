// Guarantee periods: months since the goods were received, and days of the three guarantees (repair, replace, return).
// Promise: a replacement starts them anew, repair does not count; learning more only narrows what is possible.

import { addMonths, monthsUntil } from '../../calendar.js'
import {
  contains,
  greatest,
  interval,
  least,
  NEVER,
  NONE,
  union,
  type ValueSet,
  withoutNone,
} from '../../engine/value-set.js'
import { type Count, daysSinceSigning, elapsed, reaches, reachesDay } from '../deadlines/days.js'

const MONTHS: Count = {
  fewest: monthsUntil,
  most: monthsUntil,
  reaches: (start, cut) => [addMonths(start, cut - 1) + 1],
}

/**
 * The least n such that the application lies within n months of the signing: a month ends on the same date, or on the last
 * day of a shorter month. Source: 民法典 202.
 */
export function monthsSinceSigning(signedAt: ValueSet, appliedAt: ValueSet, asOf: ValueSet): ValueSet {
  return elapsed(MONTHS, signedAt, appliedAt, asOf)
}

export function reachesMonth(cut: number, signedAt: ValueSet, appliedAt: ValueSet): readonly number[] {
  return reaches(MONTHS, cut, signedAt, appliedAt)
}

/** When the guarantee began: the replacement was received, else the goods were installed, else signed for. */
function startOf(replacedAt: ValueSet, installedAt: ValueSet, signedAt: ValueSet): ValueSet {
  const first = contains(installedAt, NONE) ? union([withoutNone(installedAt), signedAt]) : installedAt
  return contains(replacedAt, NONE) ? union([withoutNone(replacedAt), first]) : replacedAt
}

/**
 * Days of the guarantee used up by the application, or by now: civil days since it began, less the days taken by repair.
 * NONE where nothing was received. Source: 消费者权益保护法实施条例 18.
 */
export function warrantyDays(
  replacedAt: ValueSet,
  installedAt: ValueSet,
  signedAt: ValueSet,
  appliedAt: ValueSet,
  asOf: ValueSet,
  repairDays: ValueSet,
): ValueSet {
  const days = daysSinceSigning(startOf(replacedAt, installedAt, signedAt), appliedAt, asOf)
  const used = withoutNone(days)
  if (used.length === 0) return NEVER
  const left = interval(
    Math.max(0, least(used) - greatest(repairDays)),
    Math.max(0, greatest(used) - least(repairDays)),
  )
  return contains(days, NONE) ? union([NEVER, left]) : left
}

export function reachesWarrantyDay(
  cut: number,
  replacedAt: ValueSet,
  installedAt: ValueSet,
  signedAt: ValueSet,
  appliedAt: ValueSet,
  _asOf: ValueSet,
  repairDays: ValueSet,
): readonly number[] {
  if (cut < 1) return []
  const start = startOf(replacedAt, installedAt, signedAt)
  return [least, greatest].flatMap((end) => reachesDay(cut + end(repairDays), start, appliedAt))
}
