// What each refund base comes to, before deductions. Promise: bounds in fen that hold for every value the case still
// allows, equal where the facts are known.

import type { FactView, Measured } from '../../engine/declaration.js'
import { greatest, least, withoutNone } from '../../engine/value-set.js'
import { shareOf } from '../../money.js'
import { endsOf, greater, lesser, minus, withoutEnd, ZERO } from './bounds.js'
import type { RefundBase } from './terms.js'

const amounts: Readonly<Record<RefundBase, (view: FactView) => Measured>> = {
  none: () => ({ least: 0, most: 0 }),
  'postage-only': (view) => endsOf(view('postagePaid')),
  difference: (view) => endsOf(view('negotiatedAmount')),
  share: shareOfPaid,
  goods: shareOfGoods,
  'item-prices': (view) => endsOf(view('purchasePrice')),
  full: (view) => endsOf(view('paid')),
}

/**
 * The least and the most fen a refund base can come to before deductions: full = amount paid; item-prices = purchase
 * price of the pieces returned; share = paid × pieces returned ÷ pieces bought, rounded half up; goods = the same share of
 * what was paid less the outbound postage in it; difference = the amount
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

/** What of the outbound postage falls to the pieces returned. */
export function shareOfCost(view: FactView): Measured {
  return shareOfReturned(endsOf(view('outboundPostageCost')), view)
}

/** How much less than the share of the pieces returned a base refunds, up to the outbound postage the buyer paid in that share. */
export function postageLeftOut(base: string, view: FactView): Measured {
  if (base === 'share' || base === 'full') return ZERO
  const within = postageWithinShare(view)
  if (base === 'goods') return within
  return lesser(within, greater(minus(shareOfPaid(view), refundBaseAmount(base, view)), ZERO))
}

/** How much of the outbound postage the buyer paid lies in the share of the pieces returned: what it holds beyond their goods. */
function postageWithinShare(view: FactView): Measured {
  const share = shareOfPaid(view)
  const goods = shareOfGoods(view)
  if (share.least === share.most && goods.least === goods.most) {
    const part = share.least - goods.least
    return { least: part, most: part }
  }
  // Both are rounded: their difference may be a fen off the share of the postage.
  const part = shareOfReturned(endsOf(view('postagePaid')), view)
  return { least: Math.max(0, part.least - 1), most: part.most + 1 }
}

/** Refund bases from the least on: each comes to no less than those before it, whatever the amounts. */
const RISING: readonly RefundBase[] = ['none', 'goods', 'share', 'full']

/** Whether one refund base comes to no less than another in every case there is. */
export function isNeverLess(base: string, other: string): boolean {
  const [own, than] = [base, other].map((one) => (RISING as readonly string[]).indexOf(one)) as [number, number]
  return than === 0 || (than > 0 && own >= than)
}

function shareOfPaid(view: FactView): Measured {
  return shareOfReturned(endsOf(view('paid')), view)
}

/** What was paid for the goods themselves: never less than nothing, never more than was paid. */
function shareOfGoods(view: FactView): Measured {
  const paid = endsOf(view('paid'))
  const postage = endsOf(view('postagePaid'))
  // What nothing bounds stays without bounds.
  const most = isEndless(paid) ? paid.most : Math.max(0, paid.most - postage.least)
  return shareOfReturned({ least: Math.max(0, paid.least - postage.most), most }, view)
}

/**
 * The part of an amount that falls to the pieces returned, half up to the fen: grows with the amount and the pieces returned,
 * shrinks with what was bought. Where no number of pieces is said, all are.
 */
function shareOfReturned(amount: Measured, view: FactView): Measured {
  const returned = view('quantity')
  const pieces = withoutNone(returned)
  if (pieces.length === 0) return amount
  const bought = view('quantityBought')
  const isOpen = pieces.length < returned.length || isEndless(amount)
  return {
    least: partOf(amount.least, least(pieces), greatest(bought)),
    most: isOpen ? amount.most : partOf(amount.most, greatest(pieces), least(bought)),
  }
}

function isEndless(amount: Measured): boolean {
  return withoutEnd(amount).most > amount.most
}

function partOf(amount: number, returned: number, bought: number): number {
  return shareOf(amount, Math.min(returned, bought), bought)
}
