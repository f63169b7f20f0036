// What each deduction takes from a refund.
// Promise: of outbound postage nothing is taken twice; rates go on the refund before them, half up to the fen.
import { rateOf } from '../../money.js'
import type { AnswerView } from './answer-view.js'
import { type Bounds, either, greater, halfOf, lesser, minus, when, withoutEnd, ZERO } from './bounds.js'
import { postageWithin } from './refund-base.js'
import type { Line } from './sum.js'

/** Rates per member: a setting, or a parameter dated by the invoice (the VAT rate of its day). */
const RATES = [
  { item: 'commission', member: 'deductions.commission', name: 'commissionRate' },
  { item: 'points', member: 'deductions.points', name: 'pointsRate' },
  { item: 'invoice-tax', member: 'deductions.invoice-tax', name: 'vat-rate' },
] as const

/**
 * The buyer's share of the outbound postage, no more than is left of it. A base that is a part of the order holds only a
 * part of the postage the buyer paid himself, or none of it: no more than that is taken off again.
 */
function outboundPostage(view: AnswerView): { readonly bounds: Bounds; readonly capped: boolean } {
  const cost = view.money('outboundPostageCost')
  const left = view.money('outboundPostageLeft')
  const whole = lesser(cost, left)
  const { values } = view.choices('refundBase')
  const taken = values.map((base) => {
    if (base !== 'share' && base !== 'goods') return whole
    const { least, most } = view.money('postagePaid')
    const within = lesser(withoutEnd(postageWithin(base, view.fact)), left)
    return least > 0 ? within : most === 0 ? whole : either([within, whole])
  })
  const bounds = borneByBuyer(view, taken.length === 0 ? whole : either(taken))
  return { bounds, capped: bounds.least < cost.least }
}

function borneByBuyer(view: AnswerView, whole: Bounds): Bounds {
  const { values } = view.choices('outboundPostage')
  if (!values.includes('split')) return whole
  const half = halfOf(whole)
  return values.length === 1 ? half : either([half, whole])
}

/** Deductions as positive amounts, in the declared order of the members. */
export function deductionLines(view: AnswerView, base: Bounds): Line[] {
  const lines: Line[] = []
  let outbound = ZERO
  const postage = view.member('deductions.outbound-postage')
  if (postage !== 'no') {
    const { bounds, capped } = outboundPostage(view)
    outbound = when(postage, bounds)
    lines.push({ item: 'outbound-postage', bounds: outbound, capped })
  }
  const rated = greater(minus(base, outbound), ZERO)
  for (const { item, member, name } of RATES) {
    const taken = view.member(member)
    if (taken === 'no') continue
    const rate = view.parameter(name)
    const amount =
      rate === undefined
        ? { least: 0, most: rated.most }
        : {
            least: rateOf(rated.least, rate.least),
            most: Number.isFinite(rated.most) ? rateOf(rated.most, rate.most) : rated.most,
          }
    lines.push({ item, bounds: when(taken, amount) })
  }
  const gift = view.member('deductions.gift-value')
  if (gift !== 'no') lines.push({ item: 'gift-value', bounds: when(gift, view.money('giftValue')) })
  return lines
}
