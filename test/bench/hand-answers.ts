// Who wins a question, by hand: which rules beat which, and which can hold together and disagree.
// Promise: every answer still possible as one bit, with a conflict and silence beside them.
import * as is from './hand-words.js'

export const CONFLICT = 256
export const SILENT = 512
export const BUYER = 1
export const SELLER = 2

export interface HandAnswers {
  readonly verdict: number
  readonly outboundPostage: number
  readonly returnPostage: number
  readonly reshipPostage: number
  readonly refundBase: number
}

interface Question {
  /** The rules that say each value, the value being the bit of its place. */
  readonly says: readonly number[]
  readonly beaten: readonly (readonly [rules: number, by: number])[]
  /** Rules that disagree, of which none beats the other, and that can hold in the same case. */
  readonly clashes: readonly (readonly [one: number, others: number])[]
}

const VERDICT: Question = {
  says: [
    is.V_NEW_ORDER | is.V_NO_REASON_REFUSED | is.V_BUYER_FAULT,
    is.V_NOT_SHIPPED | is.V_OUT_OF_STOCK_CHOICE | is.V_LATE_OFFER | is.V_LIST_ALL | is.V_MINOR_OFFER,
    is.V_BROKEN_EXCHANGE |
      is.V_BROKEN_MISSING |
      is.V_BROKEN_REFUND |
      is.V_BROKEN_RESHIP |
      is.V_ENQUIRY |
      is.V_LOST_RESHIP |
      is.V_WITHIN_SEVEN |
      is.V_OUT_OF_STOCK_REFUND |
      is.V_AS_ASKED |
      is.V_DISCOUNT |
      is.V_LATE_AGREED |
      is.V_NOT_AS_DESCRIBED |
      is.V_DISCOUNT_ALONE |
      is.V_POSTAGE_ALONE |
      is.V_UNSHIPPED |
      is.V_WRONG_EXCHANGE |
      is.V_MISSING_REFUND |
      is.V_WRONG_REFUND |
      is.V_MISSING_RESHIP,
  ],
  beaten: [
    [
      is.V_BROKEN_EXCHANGE | is.V_NO_REASON_REFUSED | is.V_BUYER_FAULT | is.V_NOT_AS_DESCRIBED | is.V_WRONG_EXCHANGE,
      is.V_NOT_SHIPPED | is.V_NEW_ORDER,
    ],
    [is.V_NOT_SHIPPED | is.V_WITHIN_SEVEN | is.V_AS_ASKED, is.V_NEW_ORDER],
    [is.V_OUT_OF_STOCK_CHOICE, is.V_NEW_ORDER | is.V_ENQUIRY],
    [is.V_LATE_OFFER, is.V_NEW_ORDER | is.V_ENQUIRY | is.V_UNSHIPPED],
    [is.V_LATE_AGREED | is.V_MINOR_OFFER, is.V_UNSHIPPED],
  ],
  clashes: [
    [is.V_NOT_SHIPPED, is.V_WITHIN_SEVEN | is.V_AS_ASKED],
    [is.V_AS_ASKED, is.V_LATE_OFFER],
    [is.V_LIST_ALL, is.V_UNSHIPPED],
  ],
}

const REFUND_BASE: Question = {
  says: [
    is.B_BROKEN_REFUND |
      is.B_WITHIN_SEVEN |
      is.B_OUT_OF_STOCK_REFUND |
      is.B_AS_ASKED |
      is.B_NOT_AS_DESCRIBED |
      is.B_UNSHIPPED |
      is.B_WRONG_REFUND,
    is.B_BROKEN_MISSING | is.B_MISSING_REFUND,
    is.B_OUT_OF_STOCK_SOME | is.B_SOME_CANCELLED | is.B_SOME_KEPT,
    is.B_DISCOUNT | is.B_LATE_AGREED | is.B_DISCOUNT_ALONE,
    is.B_POSTAGE_ALONE,
  ],
  beaten: [
    [
      is.B_BROKEN_REFUND | is.B_WITHIN_SEVEN | is.B_AS_ASKED | is.B_NOT_AS_DESCRIBED | is.B_WRONG_REFUND,
      is.B_SOME_KEPT,
    ],
    [is.B_OUT_OF_STOCK_REFUND, is.B_OUT_OF_STOCK_SOME],
    [is.B_LATE_AGREED, is.B_UNSHIPPED | is.B_SOME_CANCELLED],
    [is.B_UNSHIPPED, is.B_SOME_CANCELLED],
  ],
  clashes: [[is.B_BROKEN_MISSING | is.B_DISCOUNT, is.B_SOME_CANCELLED | is.B_UNSHIPPED]],
}

/** @param may rules that may hold, `yes` those that do, as bits */
function possible({ says, beaten, clashes }: Question, may: number, yes: number): number {
  if (may === 0) return SILENT
  let standing = may
  let sure = yes
  for (let i = 0; i < beaten.length; i += 1) {
    const [rules, by] = beaten[i] as readonly [number, number]
    if (by & yes) standing &= ~rules
    if (by & may) sure &= ~rules
  }
  let answers = 0
  let surely = 0
  for (let i = 0; i < says.length; i += 1) {
    const rules = says[i] as number
    if (rules & standing) answers |= 1 << i
    if (rules & sure) surely |= 1 << i
  }
  if (surely !== 0) return severalIn(surely) ? CONFLICT : answers === surely ? surely : surely | CONFLICT
  if (yes === 0) answers |= SILENT
  for (let i = 0; i < clashes.length; i += 1) {
    const [one, others] = clashes[i] as readonly [number, number]
    if (one & standing && others & standing) return answers | CONFLICT
  }
  return answers
}

const severalIn = (bits: number) => (bits & (bits - 1)) !== 0

/** 1 refuse, 2 offer, 4 accept. */
export const verdicts = (may: number, yes: number) => possible(VERDICT, may, yes)
/** 1 full, 2 item prices, 4 share, 8 difference, 16 postage only. */
export const refundBases = (may: number, yes: number) => possible(REFUND_BASE, may, yes)
