// Whether the goods have been sent back to the shop.
// Promise: covers every value the known sets allow, and learning more only narrows it.

import { greatest, interval, isSubset, least, NONE, overlaps, points, type ValueSet } from '../../engine/value-set.js'
import { refundStates } from './terms.js'

/** The refund states in which the platform shows the goods as sent back. */
const SENT_BACK = points(Object.keys(refundStates).flatMap((id, i) => (id === 'WAIT_SELLER_CONFIRM_GOODS' ? [i] : [])))

/** Sent (1) once a time of sending, a waybill, a time of receipt or the state of the refund says so, not sent (0) where none may. */
export function sentBack(sentAt: ValueSet, waybill: ValueSet, receivedAt: ValueSet, state: ValueSet): ValueSet {
  const traces = [sentAt, waybill, receivedAt]
  const isSure = traces.some((one) => least(one) > NONE) || isSubset(state, SENT_BACK)
  const mayBe = traces.some((one) => greatest(one) > NONE) || overlaps(state, SENT_BACK)
  return interval(Number(isSure), Number(mayBe))
}
