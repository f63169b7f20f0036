// What each deduction takes from a refund.
// Promise: of outbound postage nothing is taken twice: no more than is left of it, and of what the buyer paid himself no more
// than the refund holds of it; rates go on the refund before them, half up to the fen.
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

interface Postage {
  readonly bounds: Bounds
  readonly capped: boolean
}

/** The buyer's share: of the postage he paid what lies in the refund base, of the shop's what is left of it. */
function outboundPostage(view: AnswerView): Postage {
  const { least, most } = view.money('postagePaid')
  const whole =
    least > 0 ? paidByBuyer(view) : most === 0 ? paidByShop(view) : eitherOf(paidByBuyer(view), paidByShop(view))
  return { ...whole, bounds: borneByBuyer(view, whole.bounds) }
}

function paidByBuyer(view: AnswerView): Postage {
  const { values, undecided } = view.choices('refundBase')
  const amounts = values.map((value) => withoutEnd(postageWithin(value, view.fact)))
  const within = either(undecided || amounts.length === 0 ? [ZERO, view.money('postagePaid'), ...amounts] : amounts)
  if (within.most === 0) return { bounds: ZERO, capped: false }
  const cost = view.money('outboundPostageCost')
  const left = view.money('outboundPostageLeft')
  // What the buyer paid may be more than the postage came to: what is left sets an end only where some of it was used.
  if (left.least >= cost.most) return { bounds: within, capped: false }
  const cut = lesser(within, left)
  return { bounds: left.most < cost.least ? cut : either([within, cut]), capped: cut.least < within.least }
}

function paidByShop(view: AnswerView): Postage {
  const cost = view.money('outboundPostageCost')
  const bounds = lesser(cost, view.money('outboundPostageLeft'))
  return { bounds, capped: bounds.least < cost.least }
}

function borneByBuyer(view: AnswerView, whole: Bounds): Bounds {
  const { values } = view.choices('outboundPostage')
  if (!values.includes('split')) return whole
  const half = halfOf(whole)
  return values.length === 1 ? half : either([half, whole])
}

function eitherOf(a: Postage, b: Postage): Postage {
  return { bounds: either([a.bounds, b.bounds]), capped: a.capped || b.capped }
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
