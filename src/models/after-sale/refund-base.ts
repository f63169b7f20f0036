// What each refund base comes to, before deductions. Promise: bounds in fen that hold for every value the case still
// allows, equal where the facts are known.

import type { FactView, Measured } from '../../engine/declaration.js'
import { greatest, least, type ValueSet, withoutNone } from '../../engine/value-set.js'
import { shareOf } from '../../money.js'
import type { RefundBase } from './terms.js'

const amounts: Readonly<Record<RefundBase, (view: FactView) => Measured>> = {
  none: () => ({ least: 0, most: 0 }),
  'postage-only': (view) => bounds(view('postagePaid')),
  difference: (view) => bounds(view('negotiatedAmount')),
  share: shareOfPaid,
  'item-prices': (view) => bounds(view('purchasePrice')),
  full: (view) => bounds(view('paid')),
}

/**
 * The least and the most fen a refund base can come to before deductions: full = amount paid; item-prices = purchase
 * price of the pieces returned; share = paid × pieces returned ÷ pieces bought, rounded half up; difference = the amount
 * agreed, 0 where nothing was; postage-only = the outbound postage the buyer paid; none = 0.
 * @throws RangeError on a word that is no refund base: only a mistake in the program can ask for that
 */
export function refundBaseAmount(value: string, view: FactView): Measured {
  if (!isRefundBase(value)) throw new RangeError(`${value} is no refund base`)
  return amounts[value](view)
}

function isRefundBase(value: string): value is RefundBase {
  return Object.hasOwn(amounts, value)
}

/** The ends of what is known of an amount. "None" lies below every amount and counts as nothing. */
function bounds(amount: ValueSet): Measured {
  return { least: Math.max(0, least(amount)), most: Math.max(0, greatest(amount)) }
}

/** Grows with what was paid and returned, shrinks with what was bought. No more comes back than was bought. */
function shareOfPaid(view: FactView): Measured {
  const paid = view('paid')
  const bought = view('quantityBought')
  const returned = view('quantity')
  const pieces = withoutNone(returned)
  const all = pieces.length < returned.length
  return {
    least: pieces.length === 0 ? least(paid) : partOf(least(paid), least(pieces), greatest(bought)),
    most: all ? greatest(paid) : partOf(greatest(paid), greatest(pieces), least(bought)),
  }
}

function partOf(paid: number, returned: number, bought: number): number {
  return shareOf(paid, Math.min(returned, bought), bought)
}
