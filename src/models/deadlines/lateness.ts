// How late a shipment is: hours after the time it was promised for, up to the shipment, or to the decision where there is
// none yet. Promise: on time to the very moment is 0; a begun hour counts as one; learning more only narrows it.

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

/** Hours begun after the promised time; NONE where nothing was paid. Instants in milliseconds, the promise in hours. */
export function hoursLate(
  paidAt: ValueSet,
  promisedShipHours: ValueSet,
  shippedAt: ValueSet,
  asOf: ValueSet,
): ValueSet {
  let hours = contains(paidAt, NONE) ? NEVER : EMPTY
  const payments = withoutNone(paidAt)
  if (payments.length === 0) return hours
  const first = least(payments) + least(promisedShipHours) * HOUR
  const last = greatest(payments) + greatest(promisedShipHours) * HOUR
  const ends = endsOf(shippedAt, asOf)
  for (let i = 0; i < ends.length; i += 2)
    hours = union([hours, interval(hoursAfter(last, ends[i] as number), hoursAfter(first, ends[i + 1] as number))])
  return hours
}

/** The moments of the clock at which that becomes `cut`: just after a full hour. Only while nothing may be shipped yet. */
export function reachesHoursLate(
  cut: number,
  paidAt: ValueSet,
  promisedShipHours: ValueSet,
  shippedAt: ValueSet,
): readonly number[] {
  if (cut < 1 || !contains(shippedAt, NONE)) return []
  const moments: number[] = []
  for (const paid of withoutNone(paidAt))
    for (const hours of [least(promisedShipHours), greatest(promisedShipHours)])
      moments.push(paid + (hours + cut - 1) * HOUR + 1)
  return moments
}
