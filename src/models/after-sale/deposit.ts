// Whether all that was paid is deposit, which a buyer in breach does not get back (Civil Code 586 and 587).
// Promise: covers every value the known sets allow, and learning more only narrows it.

import { greatest, interval, least, type ValueSet } from '../../engine/value-set.js'

/** Paid is no more than the deposit (1), of which what exceeds a fifth of the price is none; without a deposit, it is more (0). */
export function allDeposit(paid: ValueSet, deposit: ValueSet, price: ValueSet): ValueSet {
  const isAll = (sum: number, most: number, whole: number) => Number(sum <= most && sum * 5 <= whole)
  return interval(
    isAll(greatest(paid), least(deposit), least(price)),
    isAll(least(paid), greatest(deposit), greatest(price)),
  )
}
