// The shop's 36 rules on verdict, postage and refund base, written out by hand: the limit of what a program can reach.
// Promise: written from the rules, without the engine; partial cases get every answer still possible, as they do from it.
// It reads cases in ids with one value a fact or none, as the benchmark has them; settings stand at their defaults.
import { BUYER, type HandAnswers, refundBases, SELLER, SILENT, verdicts } from './hand-answers.js'
import {
  agreedIn,
  countDays,
  depositBrokenIn,
  disprovedIn,
  freeShippingIn,
  inForce,
  isAtMost,
  isIn,
  isMore,
  isThere,
  keepsSome,
  recorded,
  refusedIn,
  requestedIn,
  resaleableIn,
  said,
  signedIn,
  tradeStateIn,
  verifiedIn,
  type Written,
} from './hand-case.js'
import * as is from './hand-words.js'

// A status is 0 for no, 1 for unknown, 2 for yes.
const and = (a: number, b: number) => (a < b ? a : b)
const or = (a: number, b: number) => (a > b ? a : b)
const not = (a: number) => 2 - a

// Rules that may hold and rules that do, as bits, of the case under way: on the verdict, and on the refund base.
let mayVerdict = 0
let yesVerdict = 0
let mayBase = 0
let yesBase = 0

function verdict(rule: number, status: number): void {
  if (status === 0) return
  mayVerdict |= rule
  if (status === 2) yesVerdict |= rule
}

function base(rule: number, status: number): void {
  if (status === 0) return
  mayBase |= rule
  if (status === 2) yesBase |= rule
}

/** Who bears a leg, from how surely rules say the buyer, and how surely the seller. */
function leg(buyer: number, seller: number): number {
  return (buyer > 0 ? BUYER : 0) | (seller > 0 ? SELLER : 0) | (buyer === 2 || seller === 2 ? 0 : SILENT)
}

/** Everything the slice answers. */
export function decideByHand(one: Written): HandAnswers {
  mayVerdict = 0
  yesVerdict = 0
  mayBase = 0
  yesBase = 0
  const isComplete = one.recordsComplete === true
  const requested = requestedIn(one)
  const reason = one.reason === undefined ? is.ANY_REASON : (is.REASONS[one.reason as string] as number)
  const force = inForce(one)
  const refundOnly = and(isIn(requested, is.REFUND_ONLY), force)
  const goodsBack = and(isIn(requested, is.RETURN_AND_REFUND), force)
  const exchange = and(isIn(requested, is.EXCHANGE), force)
  const reship = and(isIn(requested, is.RESHIP), force)
  const verified = reason & is.CHECKED ? and(verifiedIn(one, isComplete), force) : 0

  const mayCancel = refundOnly > 0 && (reason & ~is.NOT_CANCELLED) !== 0
  const mayFinish = goodsBack > 0 && (reason & is.NOT_SHOP_FAULT) !== 0
  const readsTrade = mayCancel || mayFinish || exchange > 0 || (reason & is.OUT_OF_STOCK) !== 0
  const tradeState = readsTrade ? tradeStateIn(one) : 0
  const unshipped = isIn(tradeState, is.WAIT_SELLER_SEND_GOODS)
  const some = goodsBack > 0 || unshipped > 0 ? keepsSome(one, isComplete) : 0

  const within = reason & is.NO_REASON ? noReason(one, requested, isIn(reason, is.NO_REASON), force, isComplete) : 0
  if (reason & is.BUYER_FAULT)
    verdict(is.V_BUYER_FAULT, and(and(isIn(reason, is.BUYER_FAULT), force), isIn(requested, is.BACK_OR_EXCHANGE)))
  if (reason & is.QUALITY_DEFECT && verified > 0)
    quality(one, requested, and(isIn(reason, is.QUALITY_DEFECT), verified), isComplete)
  if (reason & is.BROKEN_PACKAGE)
    brokenPackage(one, requested, and(isIn(reason, is.BROKEN_PACKAGE), force), verified, isComplete)
  if (reason & is.WRONG_SHIPMENT && verified > 0) {
    const wrong = and(isIn(reason, is.WRONG_SHIPMENT), verified)
    const missing = and(isIn(reason, is.MISSING), verified)
    verdict(is.V_WRONG_EXCHANGE, and(wrong, exchange))
    verdict(is.V_WRONG_REFUND, and(wrong, goodsBack))
    base(is.B_WRONG_REFUND, and(wrong, goodsBack))
    verdict(is.V_MISSING_REFUND, and(missing, refundOnly))
    base(is.B_MISSING_REFUND, and(missing, refundOnly))
    verdict(is.V_MISSING_RESHIP, and(missing, reship))
  }
  const atFault = and(verified, isIn(reason, is.SHOP_FAULT))
  if (reason & is.NOT_AS_DESCRIBED) {
    const described = and(and(atFault, isIn(reason, is.NOT_AS_DESCRIBED)), isIn(requested, is.BACK_OR_EXCHANGE))
    verdict(is.V_NOT_AS_DESCRIBED, described)
    base(is.B_NOT_AS_DESCRIBED, described)
  }
  if (reason & is.OUT_OF_STOCK) {
    const out = and(and(isIn(reason, is.OUT_OF_STOCK), unshipped), force)
    verdict(is.V_OUT_OF_STOCK_CHOICE, and(out, not(isIn(requested, is.REFUND_ONLY))))
    verdict(is.V_OUT_OF_STOCK_REFUND, and(out, refundOnly))
    base(is.B_OUT_OF_STOCK_REFUND, and(out, refundOnly))
    base(is.B_OUT_OF_STOCK_SOME, and(out, some))
  }
  if (reason & is.AGREED_DISCOUNT && refundOnly > 0) {
    const agreed = agreedIn(one, isComplete)
    const discount = and(and(refundOnly, isIn(reason, is.AGREED_DISCOUNT)), agreed)
    verdict(is.V_DISCOUNT_ALONE, discount)
    base(is.B_DISCOUNT_ALONE, discount)
  }
  const readsFree = within > 0 || (reason & is.POSTAGE_REFUND && refundOnly > 0)
  const free = readsFree ? freeShippingIn(one) : 1
  if (reason & is.POSTAGE_REFUND && refundOnly > 0) {
    const postage = and(and(refundOnly, isIn(reason, is.POSTAGE_REFUND)), not(free))
    verdict(is.V_POSTAGE_ALONE, postage)
    base(is.B_POSTAGE_ALONE, postage)
  }
  if (mayCancel) {
    const cancelled = and(and(refundOnly, unshipped), not(isIn(reason, is.NOT_CANCELLED)))
    const whole = and(cancelled, not(depositBrokenIn(one, isComplete)))
    verdict(is.V_UNSHIPPED, whole)
    base(is.B_UNSHIPPED, whole)
    base(is.B_SOME_CANCELLED, and(cancelled, some))
  }
  if (goodsBack > 0) base(is.B_SOME_KEPT, and(goodsBack, some))
  if (exchange > 0) {
    verdict(is.V_NEW_ORDER, and(exchange, recorded(one.newOrderPlaced, isComplete)))
    verdict(is.V_NOT_SHIPPED, and(exchange, unshipped))
  }
  verdict(is.V_ENQUIRY, and(isIn(requested, is.ENQUIRY), force))
  let lost = 0
  if (reason & is.LOST && verified > 0 && reship > 0) {
    const gone = and(not(signedIn(one)), or(isIn(reason, is.BROKEN_PACKAGE), not(refusedIn(one, isComplete))))
    lost = and(and(isIn(reason, is.LOST), verified), and(reship, gone))
    verdict(is.V_LOST_RESHIP, lost)
  }

  let byBuyer = 0
  let byTmall = 0
  let exchanged = 0
  if (reason & is.NOT_SHOP_FAULT) {
    const notFault = isIn(reason, is.NOT_SHOP_FAULT)
    exchanged = and(exchange, notFault)
    if (goodsBack > 0) {
      const shop = one.shopType === undefined ? is.ANY_SHOP : (is.SHOPS[one.shopType as string] as number)
      const small = isIn(shop, is.C_SHOP | is.MT)
      const returned = and(within, goodsBack)
      const finished = and(and(notFault, goodsBack), and(small, isIn(tradeState, is.TRADE_FINISHED)))
      byBuyer = or(finished, or(and(returned, not(free)), and(and(returned, free), small)))
      byTmall = and(and(returned, free), isIn(shop, is.TMALL))
    }
  }
  return {
    verdict: verdicts(mayVerdict, yesVerdict),
    outboundPostage: leg(byBuyer, or(byTmall, atFault)),
    returnPostage: leg(or(or(byBuyer, byTmall), exchanged), atFault),
    reshipPostage: leg(exchanged, or(atFault, lost)),
    refundBase: refundBases(mayBase, yesBase),
  }
}

/** Returns without a reason; gives how surely such a return is in order. */
function noReason(one: Written, requested: number, isReason: number, force: number, isComplete: boolean): number {
  const asked = and(isReason, force)
  const backOrExchange = isIn(requested, is.BACK_OR_EXCHANGE)
  const counted = countDays(one)
  const [inTime, late] = counted ? [isAtMost(7), isMore(7)] : [0, 0]
  const fit = and(resaleableIn(one), said(one.accessoriesComplete))
  const kept = and(and(asked, backOrExchange), not(refusedIn(one, isComplete)))
  verdict(is.V_NO_REASON_REFUSED, and(kept, or(late, not(fit))))
  const holds = and(asked, and(inTime, fit))
  const accepted = and(holds, backOrExchange)
  verdict(is.V_WITHIN_SEVEN, accepted)
  base(is.B_WITHIN_SEVEN, accepted)
  return holds
}

function quality(one: Written, requested: number, claim: number, isComplete: boolean): void {
  const counted = countDays(one)
  const worn = said(one.signsOfWear)
  const late = and(claim, or(counted ? isMore(3) : 0, worn))
  let holds = and(claim, and(counted ? isAtMost(3) : 0, not(worn)))
  if (holds > 0)
    holds = and(holds, or(recorded(one.photosProvided, isComplete), isThere(one.returnReceivedAt, isComplete)))
  const refundOnly = isIn(requested, is.REFUND_ONLY)
  const agreed = refundOnly > 0 ? agreedIn(one, isComplete) : 1
  const asAsked = and(holds, isIn(requested, is.BACK_OR_EXCHANGE | is.REPAIR))
  verdict(is.V_AS_ASKED, asAsked)
  base(is.B_AS_ASKED, asAsked)
  const discount = and(holds, and(refundOnly, agreed))
  verdict(is.V_DISCOUNT, discount)
  base(is.B_DISCOUNT, discount)
  const lateAgreed = and(late, and(refundOnly, agreed))
  verdict(is.V_LATE_AGREED, lateAgreed)
  base(is.B_LATE_AGREED, lateAgreed)
  verdict(is.V_LATE_OFFER, and(late, or(not(refundOnly), not(agreed))))
  const noWay = or(isIn(requested, is.RESHIP), and(refundOnly, not(agreed)))
  if (noWay === 0) return
  const minor = recorded(one.defectMinor, isComplete)
  verdict(is.V_LIST_ALL, and(holds, and(not(minor), noWay)))
  verdict(is.V_MINOR_OFFER, and(claim, and(minor, noWay)))
}

function brokenPackage(one: Written, requested: number, broken: number, verified: number, isComplete: boolean): void {
  const signed = and(broken, and(signedIn(one), not(disprovedIn(one, isComplete))))
  const exchangeOrBack = isIn(requested, is.BACK_OR_EXCHANGE)
  if (exchangeOrBack > 0 && verified > 0) {
    const damaged = and(signed, recorded(one.goodsDamaged, isComplete))
    const shown = and(recorded(one.photosProvided, isComplete), recorded(one.courierStatement, isComplete))
    const holds = and(and(broken, verified), or(refusedIn(one, isComplete), and(damaged, shown)))
    verdict(is.V_BROKEN_EXCHANGE, and(holds, isIn(requested, is.EXCHANGE)))
    const refunded = and(holds, isIn(requested, is.RETURN_AND_REFUND))
    verdict(is.V_BROKEN_REFUND, refunded)
    base(is.B_BROKEN_REFUND, refunded)
  }
  const missing = and(signed, recorded(one.piecesMissing, isComplete))
  if (missing === 0) return
  const stated = one.courierClaim
  const claim = stated === undefined ? (isComplete ? 4 : is.ANY_CLAIM) : (is.CLAIMS[stated as string] as number)
  const paidFor = and(and(missing, isIn(claim, is.AGREED)), isIn(requested, is.REFUND_ONLY))
  verdict(is.V_BROKEN_MISSING, paidFor)
  base(is.B_BROKEN_MISSING, paidFor)
  verdict(is.V_BROKEN_RESHIP, and(and(missing, isIn(claim, is.FAILED)), and(verified, isIn(requested, is.RESHIP))))
}
