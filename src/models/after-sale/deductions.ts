// What each deduction takes from a refund.
// Promise: a share of the order, or its goods, bears no postage twice; rates go on the refund before them, half up to the fen.
import { rateOf } from '../../money.js'
import type { AnswerView } from './answer-view.js'
import { type Bounds, boundsOf, either, greater, halfOf, lesser, minus, when, withoutEnd, ZERO } from './bounds.js'
import { postageLeftOut, shareOfCost } from './refund-base.js'
import type { Line } from './sum.js'

/** Rates per member: a setting, or a parameter dated by the invoice (the VAT rate of its day). */
export const RATES = [
  { item: 'commission', member: 'deductions.commission', name: 'commissionRate' },
  { item: 'points', member: 'deductions.points', name: 'pointsRate' },
  { item: 'invoice-tax', member: 'deductions.invoice-tax', name: 'vat-rate' },
] as const

/** The buyer's share of the outbound postage, no more than is left of it. */
function outboundPostage(view: AnswerView): { readonly bounds: Bounds; readonly capped: boolean } {
  const [cost, left] = [view.money('outboundPostageCost'), view.money('outboundPostageLeft')]
  const borne = (most: Bounds) => ofBases(view, borneByBuyer(view, lesser(cost, most)))
  const bounds = borne(left)
  return { bounds, capped: left.least < cost.most && bounds.least < borne(cost).least }
}

/**
 * What of `whole`, the postage that falls to the buyer, each base bears. Where he paid postage himself, what comes back bears
 * its part of it, less what he bears already: the postage he paid that his refund leaves out. So a greater base never refunds less.
 */
function ofBases(view: AnswerView, whole: Bounds): Bounds {
  const { values, undecided } = view.choices('refundBase')
  if (values.length === 0) return whole
  const part = lesser(borneByBuyer(view, withoutEnd(shareOfCost(view.fact))), whole)
  const taken = values.map((base) => {
    const own = greater(minus(part, withoutEnd(postageLeftOut(base, view.fact))), ZERO)
    // Where both come to the same, nobody need say whether shipping was free.
    if (own.least === whole.least && own.most === whole.most) return whole
    const { least: mayBeFree, most: isFree } = boundsOf(view.fact('freeShipping'))
    return isFree === 0 ? own : mayBeFree === 1 ? whole : either([own, whole])
  })
  return either(undecided ? [whole, ...taken] : taken)
}

function borneByBuyer(view: AnswerView, whole: Bounds): Bounds {
  const { values, undecided } = view.choices('outboundPostage')
  if (!values.includes('split')) return whole
  const half = halfOf(whole)
  return values.length === 1 && !undecided ? half : either([half, whole])
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
    const rate = view.parameter(name, taken === 'yes')
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
