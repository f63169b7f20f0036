// Facts of a case read by hand, each when it is asked for: words as the bits they may be, times as moments.
// Promise: what is not written may be anything, unless the records are complete, and what cannot be is taken out; a case
// that contradicts itself stays as it is written.
import * as is from './hand-words.js'

export type Written = Readonly<Record<string, unknown>>

const DAY_MINUTES = 1440
const BEIJING_MINUTES = 480

/** 0 surely not among them, 2 surely, 1 otherwise. */
export function isIn(may: number, among: number): number {
  return (may & among) === 0 ? 0 : (may & ~among) === 0 ? 2 : 1
}

/** A circumstance: 0 no, 2 yes, 1 not said. */
export function said(value: unknown): number {
  return value === true ? 2 : value === false ? 0 : 1
}

/** The same of a record, which is no where records are complete. */
export function recorded(value: unknown, isComplete: boolean): number {
  return value === true ? 2 : value === false || isComplete ? 0 : 1
}

/** Whether there is a time or an amount; a record is none where records are complete. */
export function isThere(value: unknown, isComplete: boolean): number {
  return value === undefined ? (isComplete ? 0 : 1) : value === 'none' ? 0 : 2
}

/** Whether an amount above nothing was agreed. */
export function agreedIn({ negotiatedAmount }: Written, isComplete: boolean): number {
  return Number(negotiatedAmount) === 0 ? 0 : isThere(negotiatedAmount, isComplete)
}

const happened = (value: unknown) => value !== undefined && value !== 'none'

const two = (text: string, at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528

/** Minutes since 1970 of the Beijing day and minute, from `2026-03-01 13:05` or `2026-03-01T13:05:00+08:00`. */
function moment(text: string): number {
  if (text.length > 19 && !text.endsWith('+08:00')) return Date.parse(text) / 60_000 + BEIJING_MINUTES
  const month = two(text, 5)
  const year = two(text, 0) * 100 + two(text, 2) - (month <= 2 ? 1 : 0)
  const days =
    365 * year +
    Math.floor(year / 4) -
    Math.floor(year / 100) +
    Math.floor(year / 400) +
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) +
    two(text, 8) -
    719_469
  return days * DAY_MINUTES + two(text, 11) * 60 + two(text, 14)
}

const EVENTS = [
  'signedAt',
  'appliedAt',
  'shippedAt',
  'paidAt',
  'finishedAt',
  'agreedAt',
  'returnShippedAt',
  'returnReceivedAt',
  'contactedAt',
  'handedOverAt',
  'installedAt',
  'replacedAt',
]

/** No earlier than anything that has happened. */
function earliestNow(written: Written): number {
  let last = Number.NEGATIVE_INFINITY
  for (const event of EVENTS) {
    const value = written[event]
    if (happened(value)) last = Math.max(last, moment(value as string))
  }
  return last
}

/** How surely rules in force since 2012 are in force: dates of four-digit years sort as text. */
export function inForce(written: Written): number {
  const { asOf } = written
  if (asOf !== undefined) return (asOf as string) >= '2012' ? 2 : 0
  for (const event of EVENTS) {
    const value = written[event]
    if (happened(value) && (value as string) >= '2012') return 2
  }
  return 1
}

export function keepsSome({ quantity, quantityBought: bought }: Written, isComplete: boolean): number {
  if (quantity === 'none' || (quantity === undefined && isComplete)) return 0
  if (typeof quantity === 'number') {
    if (typeof bought === 'number') return quantity < bought ? 2 : 0
    return 1
  }
  return bought === 1 ? 0 : 1
}

const RETURN_STATES = new Set<unknown>(['WAIT_SELLER_CONFIRM_GOODS', 'WAIT_BUYER_RETURN_GOODS'])
const REFUND_STATES = new Set<unknown>(['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'PLATFORM_INTERVENTION'])

export function requestedIn({ requested, refundState }: Written): number {
  if (requested !== undefined) return is.REQUESTS[requested as string] as number
  if (RETURN_STATES.has(refundState)) return is.RETURN_AND_REFUND
  return REFUND_STATES.has(refundState) ? is.REFUND_ONLY | is.RETURN_AND_REFUND : is.ANY_REQUEST
}

export function tradeStateIn(written: Written): number {
  const { tradeState } = written
  if (tradeState !== undefined) return is.TRADE_STATES[tradeState as string] as number
  let may = is.ANY_TRADE_STATE
  if (happened(written.paidAt)) may &= ~is.WAIT_BUYER_PAY
  if (happened(written.finishedAt)) may &= is.TRADE_FINISHED | is.TRADE_CLOSED
  const { shippedAt } = written
  const shipped = happened(shippedAt) || (shippedAt === undefined && happened(written.signedAt))
  return shipped ? may & ~is.BEFORE_SHIPMENT : may
}

/** 0 not signed for, 2 signed for, 1 unknown. */
export function signedIn(written: Written): number {
  const { signedAt } = written
  if (signedAt !== undefined) return signedAt === 'none' ? 0 : 2
  const { shippedAt, tradeState } = written
  if (shippedAt === 'none' || written.refusedToSign === true) return 0
  const isBefore = tradeState === 'WAIT_SELLER_SEND_GOODS' || tradeState === 'WAIT_BUYER_PAY'
  return isBefore && shippedAt === undefined ? 0 : 1
}

export function refusedIn({ refusedToSign, signedAt }: Written, isComplete: boolean): number {
  if (refusedToSign === undefined && happened(signedAt)) return 0
  return recorded(refusedToSign, isComplete)
}

export function verifiedIn({ problemVerified, claimDisproved }: Written, isComplete: boolean): number {
  return problemVerified === undefined && claimDisproved === true ? 0 : recorded(problemVerified, isComplete)
}

export function disprovedIn({ problemVerified, claimDisproved }: Written, isComplete: boolean): number {
  return claimDisproved === undefined && problemVerified === true ? 0 : recorded(claimDisproved, isComplete)
}

/** A deposit was paid, and the buyer is in breach. */
export function depositBrokenIn({ deposit, depositBreach }: Written, isComplete: boolean): number {
  const broken = depositBreach === undefined ? recorded(depositBreach, isComplete) : said(depositBreach === 'buyer')
  return Math.min(isThere(deposit, isComplete), broken)
}

export function resaleableIn({ resaleable, usedBeyondInspection, soiledOrDamaged }: Written): number {
  return resaleable === undefined && (usedBeyondInspection === true || soiledOrDamaged === true) ? 0 : said(resaleable)
}

export function freeShippingIn({ freeShipping, postagePaid }: Written): number {
  return freeShipping === undefined && Number(postagePaid) > 0 ? 0 : said(freeShipping)
}

/** The day of a moment. */
const dayOf = (minutes: number) => Math.floor(minutes / DAY_MINUTES)

/** Fewest and most days since the signing, as `countDays` found them last. */
let fewest = 0
let most = 0
let maybeNone = true

/** Whether there is a signing to count from; if so, `isAtMost` and `isMore` may be asked next. */
export function countDays(written: Written): boolean {
  const signed = signedIn(written)
  if (signed === 0) return false
  const { appliedAt, asOf } = written
  const now = asOf === undefined ? Number.POSITIVE_INFINITY : moment(asOf as string)
  let first = now
  let last = now
  if (happened(appliedAt)) {
    first = moment(appliedAt as string)
    last = first
  } else if (appliedAt === undefined) first = Number.NEGATIVE_INFINITY
  else if (asOf === undefined) first = earliestNow(written)
  maybeNone = signed === 1
  const { signedAt, shippedAt } = written
  if (signed === 2) {
    const day = dayOf(moment(signedAt as string))
    fewest = Math.max(0, dayOf(first) - day)
    most = Math.max(0, dayOf(last) - day)
  } else {
    fewest = Math.max(0, dayOf(first) - dayOf(now))
    most = happened(shippedAt)
      ? Math.max(0, dayOf(last) - dayOf(moment(shippedAt as string)))
      : Number.POSITIVE_INFINITY
  }
  return true
}

export function isAtMost(days: number): number {
  return fewest > days ? 0 : most <= days && !maybeNone ? 2 : 1
}

export function isMore(days: number): number {
  return most <= days ? 0 : fewest > days && !maybeNone ? 2 : 1
}
