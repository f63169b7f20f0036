// How late a shipment is: hours after the time it was promised for, up to the shipment or the application for a refund, or
// to the decision where there is neither yet. Promise: on time to the very moment is 0; a begun hour counts as one; learning
// more only narrows it.

import {
  contains,
  EMPTY,
  greatest,
  interval,
  least,
  NEVER,
  NONE,
  union,
  type ValueSet,
  withoutNone,
} from '../../engine/value-set.js'
import { endsOf } from './days.js'

const HOUR = 3_600_000

function hoursAfter(promised: number, end: number): number {
  return Math.max(0, Math.ceil((end - promised) / HOUR))
}

/**
 * Hours begun after the promised time; NONE where nothing was paid. Instants in milliseconds, the promise in hours. Once a
 * refund is applied for nothing may be shipped without the buyer's consent: nothing gets later from then on.
 */
export function hoursLate(
  paidAt: ValueSet,
  promisedShipHours: ValueSet,
  shippedAt: ValueSet,
  appliedAt: ValueSet,
  asOf: ValueSet,
): ValueSet {
  let hours = contains(paidAt, NONE) ? NEVER : EMPTY
  const payments = withoutNone(paidAt)
  if (payments.length === 0) return hours
  const first = least(payments) + least(promisedShipHours) * HOUR
  const last = greatest(payments) + greatest(promisedShipHours) * HOUR
  const stops = endsOf(appliedAt, asOf)
  const ends = endsOf(shippedAt, asOf)
  for (let i = 0; i < ends.length; i += 2)
    for (let j = 0; j < stops.length; j += 2) {
      const fewest = hoursAfter(last, Math.min(ends[i] as number, stops[j] as number))
      const most = hoursAfter(first, Math.min(ends[i + 1] as number, stops[j + 1] as number))
      hours = union([hours, interval(fewest, most)])
    }
  return hours
}

/** The moments of the clock at which that becomes `cut`: just after a full hour. Only while nothing may be shipped or applied for yet. */
export function reachesHoursLate(
  cut: number,
  paidAt: ValueSet,
  promisedShipHours: ValueSet,
  shippedAt: ValueSet,
  appliedAt: ValueSet,
): readonly number[] {
  if (cut < 1 || !contains(shippedAt, NONE) || !contains(appliedAt, NONE)) return []
  const moments: number[] = []
  for (const paid of withoutNone(paidAt))
    for (const hours of [least(promisedShipHours), greatest(promisedShipHours)])
      moments.push(paid + (hours + cut - 1) * HOUR + 1)
  return moments
}
