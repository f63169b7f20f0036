// Whether the goods have been sent back to the shop.
// Promise: covers every value the known sets allow, and learning more only narrows it.

import { greatest, interval, least, NONE, type ValueSet } from '../../engine/value-set.js'

/** Sent (1) once a time of sending or a waybill number is known, not sent (0) where there is neither. */
export function sentBack(sentAt: ValueSet, waybill: ValueSet): ValueSet {
  const isSure = Math.max(least(sentAt), least(waybill)) > NONE
  const mayBe = Math.max(greatest(sentAt), greatest(waybill)) > NONE
  return interval(Number(isSure), Number(mayBe))
}
