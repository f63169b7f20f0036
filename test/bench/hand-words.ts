// The words of a case as bits, and the rules as bits, for what is written by hand.
// Promise: one bit each; a set of words is their sum.

export const REFUND_ONLY = 1
export const RETURN_AND_REFUND = 2
export const EXCHANGE = 4
export const RESHIP = 8
export const REPAIR = 16
export const ENQUIRY = 32
export const ANY_REQUEST = 63
export const BACK_OR_EXCHANGE = RETURN_AND_REFUND | EXCHANGE

export const NO_REASON = 1
export const QUALITY_DEFECT = 2
export const NOT_AS_DESCRIBED = 4
export const MISSING = 8 | 16
export const WRONG_SHIPMENT = MISSING | 32 | 64 | 128
export const BROKEN_PACKAGE = 256
export const LOST = BROKEN_PACKAGE | 512 | 1024
export const BUYER_FAULT = 2048
export const AGREED_DISCOUNT = 4096
export const POSTAGE_REFUND = 8192
export const OUT_OF_STOCK = 16_384
export const ANY_REASON = 32_767
export const NOT_SHOP_FAULT = NO_REASON | BUYER_FAULT
export const SHOP_FAULT = QUALITY_DEFECT | NOT_AS_DESCRIBED | WRONG_SHIPMENT | BROKEN_PACKAGE
/** Reasons of which something was checked. */
export const CHECKED = SHOP_FAULT | LOST
/** An unshipped order with one of these is no plain cancellation. */
export const NOT_CANCELLED = OUT_OF_STOCK | AGREED_DISCOUNT | POSTAGE_REFUND | MISSING

export const REASONS: Readonly<Record<string, number>> = {
  'no-reason': NO_REASON,
  'quality-defect': QUALITY_DEFECT,
  'not-as-described': NOT_AS_DESCRIBED,
  'missing-item': 8,
  'under-packed': 16,
  'wrong-item': 32,
  'order-miscopied': 64,
  'extra-item': 128,
  'broken-package': BROKEN_PACKAGE,
  'lost-in-transit': 512,
  misdelivered: 1024,
  'buyer-fault': BUYER_FAULT,
  'agreed-discount': AGREED_DISCOUNT,
  'postage-refund': POSTAGE_REFUND,
  'out-of-stock': OUT_OF_STOCK,
}

export const REQUESTS: Readonly<Record<string, number>> = {
  'refund-only': REFUND_ONLY,
  'return-and-refund': RETURN_AND_REFUND,
  exchange: EXCHANGE,
  reship: RESHIP,
  repair: REPAIR,
  enquiry: ENQUIRY,
}

export const WAIT_BUYER_PAY = 1
export const WAIT_SELLER_SEND_GOODS = 2
export const TRADE_FINISHED = 8
export const TRADE_CLOSED = 16
export const ANY_TRADE_STATE = 31
export const BEFORE_SHIPMENT = WAIT_BUYER_PAY | WAIT_SELLER_SEND_GOODS
export const TRADE_STATES: Readonly<Record<string, number>> = {
  WAIT_BUYER_PAY,
  WAIT_SELLER_SEND_GOODS,
  WAIT_BUYER_CONFIRM_GOODS: 4,
  TRADE_FINISHED,
  TRADE_CLOSED,
}

export const C_SHOP = 1
export const MT = 2
export const TMALL = 4
export const ANY_SHOP = 7
export const SHOPS: Readonly<Record<string, number>> = { 'c-shop': C_SHOP, mt: MT, tmall: TMALL }

export const AGREED = 1
export const FAILED = 2
export const ANY_CLAIM = 7
export const CLAIMS: Readonly<Record<string, number>> = { agreed: AGREED, failed: FAILED, none: 4 }

export const V_BROKEN_EXCHANGE = 1 << 0
export const V_BROKEN_MISSING = 1 << 1
export const V_BROKEN_REFUND = 1 << 2
export const V_BROKEN_RESHIP = 1 << 3
export const V_NEW_ORDER = 1 << 4
export const V_NOT_SHIPPED = 1 << 5
export const V_ENQUIRY = 1 << 6
export const V_LOST_RESHIP = 1 << 7
export const V_NO_REASON_REFUSED = 1 << 8
export const V_WITHIN_SEVEN = 1 << 9
export const V_OUT_OF_STOCK_CHOICE = 1 << 10
export const V_OUT_OF_STOCK_REFUND = 1 << 11
export const V_AS_ASKED = 1 << 12
export const V_BUYER_FAULT = 1 << 13
export const V_DISCOUNT = 1 << 14
export const V_LATE_AGREED = 1 << 15
export const V_LATE_OFFER = 1 << 16
export const V_LIST_ALL = 1 << 17
export const V_MINOR_OFFER = 1 << 18
export const V_NOT_AS_DESCRIBED = 1 << 19
export const V_DISCOUNT_ALONE = 1 << 20
export const V_POSTAGE_ALONE = 1 << 21
export const V_UNSHIPPED = 1 << 22
export const V_WRONG_EXCHANGE = 1 << 23
export const V_MISSING_REFUND = 1 << 24
export const V_WRONG_REFUND = 1 << 25
export const V_MISSING_RESHIP = 1 << 26

export const B_BROKEN_MISSING = 1 << 0
export const B_BROKEN_REFUND = 1 << 1
export const B_WITHIN_SEVEN = 1 << 2
export const B_OUT_OF_STOCK_REFUND = 1 << 3
export const B_OUT_OF_STOCK_SOME = 1 << 4
export const B_AS_ASKED = 1 << 5
export const B_DISCOUNT = 1 << 6
export const B_LATE_AGREED = 1 << 7
export const B_NOT_AS_DESCRIBED = 1 << 8
export const B_DISCOUNT_ALONE = 1 << 9
export const B_POSTAGE_ALONE = 1 << 10
export const B_SOME_CANCELLED = 1 << 11
export const B_SOME_KEPT = 1 << 12
export const B_UNSHIPPED = 1 << 13
export const B_MISSING_REFUND = 1 << 14
export const B_WRONG_REFUND = 1 << 15
