// The sums of a decision, to the fen: refund, paid back, compensation, what the buyer pays, what the form asks.
// Promise: 0 ≤ refund ≤ paid − already refunded, items add up, and while something is open the true sum lies within the bounds.
import type { FactView } from '../../engine/declaration.js'
import type { Evaluation } from '../../engine/evaluate.js'
import { viewOf } from '../../engine/facts.js'
import type { Resolved } from '../../engine/fold.js'
import type { Rulings } from '../../engine/rulings.js'
import { type AnswerView, answerView } from './answer-view.js'
import {
  type Bounds,
  boundsOf,
  either,
  greater,
  isExact,
  lesser,
  minus,
  plus,
  when,
  withoutEnd,
  ZERO,
} from './bounds.js'
import { damagesMembers, measureDamages } from './damages.js'
import { deductionLines } from './deductions.js'
import { advancedByBuyer, advancedByShop, legOf } from './postage-legs.js'
import { refundBaseAmount } from './refund-base.js'
import { type Line, type Sum, sumOf } from './sum.js'

export interface Amount {
  /** What goes back to the buyer of the money paid. */
  readonly refund: Sum
  /** What the buyer gets back outside the refund: return postage he advanced for the shop, and what a cheaper replacement costs less. */
  readonly repay: Sum
  readonly compensate: Sum
  /**
   * What falls to the buyer to pay the shop: return postage the shop paid on arrival, postage of a replacement, what a dearer
   * one costs more. Postage that has come in (`exchangePostageReceived`) is in it all the same.
   */
  readonly buyerPays: Sum
  /** On a refund without return: what the buyer enters as paid to the seller. */
  readonly enteredAsPaid?: Sum
  /** What the buyer applied for, where the case says anything of it; compare with `refund`. */
  readonly applied?: Sum
}

/** A sum in fen, with its lines. */
interface Total {
  readonly lines: readonly Line[]
  readonly total: Bounds
}

const NOTHING: Total = { lines: [], total: ZERO }

/** The amounts in fen, before they are written. */
export interface Amounts {
  readonly refund: Total
  readonly repay: Total
  readonly compensate: Total
  readonly buyerPays: Total
  readonly enteredAsPaid: Total | undefined
  /** Any amount at all where the case does not say. */
  readonly applied: Bounds
  /** Facts that an amount which is not exact was worked out from, and which may still have several values. */
  readonly waitsFor: readonly string[]
  /** The same for the refund alone. */
  readonly refundWaitsFor: readonly string[]
}

/** Works out the amounts. `resolved` may stand in for the evaluation's own answers, to see what another answer comes to. */
export function amountsOf(
  rulings: Rulings,
  evaluation: Evaluation<unknown>,
  resolved: readonly Resolved[] = evaluation.resolved,
): Amounts {
  const view = answerView(rulings, evaluation, resolved)
  const refund = refundOf(view)
  const refundWaitsFor = isExact(refund.total) ? [] : [...view.unknown]
  const repay = together(
    oneLine('return-postage', advancedByBuyer(view)),
    gapOf(view, 'shop-refunds', 'priceSurplus', 'price-surplus'),
  )
  const owed = together(
    oneLine(
      'reship-postage',
      legOf(view, 'reshipPostage', 'buyer', () => view.money('reshipPostageCost')),
    ),
    gapOf(view, 'buyer-pays', 'priceDifference', 'price-difference'),
  )
  const known = viewOf(rulings, evaluation.known)
  const onArrival = advancedByShop(view, known)
  const damages = damagesOf(view, known)
  // A sum waits only for amounts that are surely due.
  const due = [onArrival, ...damages].filter(({ isDue }) => isDue)
  const open = [refund, repay, owed, ...due].some(({ total }) => !isExact(total))
  return {
    refund,
    repay,
    buyerPays: together(oneLine('return-postage-paid', onArrival.total), owed),
    compensate: damages.reduce<Total>(together, oneLine('compensation', view.number('compensation'))),
    enteredAsPaid: enteredAsPaid(view, refund.total),
    applied: boundsOf(known('appliedAmount')),
    waitsFor: open ? [...view.unknown] : [],
    refundWaitsFor,
  }
}

/** Writes the amounts as strings of yuan. */
export function writeAmount(amounts: Amounts): Amount {
  const { refund, repay, compensate, buyerPays, enteredAsPaid: entered } = amounts
  const { applied } = amounts
  return {
    refund: sumOf(refund.lines, refund.total),
    repay: sumOf(repay.lines, repay.total),
    compensate: sumOf(compensate.lines, compensate.total),
    buyerPays: sumOf(buyerPays.lines, buyerPays.total),
    ...(entered === undefined ? {} : { enteredAsPaid: sumOf(entered.lines, entered.total) }),
    ...(applied.least === 0 && applied.most === Number.POSITIVE_INFINITY
      ? {}
      : { applied: sumOf([{ item: 'applied', bounds: applied }], applied) }),
  }
}

/** A sum of one item; nothing is no item. */
function oneLine(item: string, bounds: Bounds): Total {
  return { lines: bounds.most === 0 ? [] : [{ item, bounds }], total: bounds }
}

function refundOf(view: AnswerView): Total {
  const arises = view.arises('refundBase')
  if (arises === 'no') return NOTHING
  const left = greater(minus(view.money('paid'), view.money('alreadyRefunded')), ZERO)
  const base = when(arises, baseOf(view))
  const deductions = deductionLines(view, base).map((line) => ({ ...line, bounds: when(arises, line.bounds) }))
  const deducted = deductions.reduce((sum, { bounds }) => plus(sum, bounds), ZERO)
  const before = minus(base, deducted)
  const notNegative = greater(before, ZERO)
  const total = lesser(notNegative, left)
  const lines: Line[] = [{ item: 'base', bounds: base }]
  for (const { item, bounds, capped } of deductions)
    lines.push({ item, bounds: minus(ZERO, bounds), ...(capped ? { capped } : {}) })
  if (before.least < 0) lines.push(cutBelowZero(notNegative, before))
  if (notNegative.most > left.least)
    lines.push({ item: 'not-above-paid', bounds: gap(total, notNegative), capped: true })
  return {
    lines: lines.filter(({ item, bounds }) => item === 'base' || bounds.least !== 0 || bounds.most !== 0),
    total,
  }
}

function cutBelowZero(after: Bounds, before: Bounds): Line {
  return { item: 'not-below-zero', bounds: gap(after, before), capped: true }
}

/** What a cut changes: exact where both sides are, otherwise between nothing and all of it. */
function gap(after: Bounds, before: Bounds): Bounds {
  if (isExact(after) && isExact(before)) return minus(after, before)
  const ends = [after.least - before.least, after.most - before.most, 0]
  return { least: Math.min(...ends), most: Math.max(...ends) }
}

function baseOf(view: AnswerView): Bounds {
  const { values, undecided } = view.choices('refundBase')
  const amounts = values.map((value) => withoutEnd(refundBaseAmount(value, view.fact)))
  return either(undecided || amounts.length === 0 ? [ZERO, view.money('paid'), ...amounts] : amounts)
}

/** The difference in price of an exchange, where it goes this way. */
function gapOf(view: AnswerView, way: string, fact: string, item: string): Total {
  const arises = view.arises('priceGap')
  const { values, undecided } = view.choices('priceGap')
  if (arises === 'no' || !values.includes(way)) return NOTHING
  return oneLine(
    item,
    when(arises === 'yes' && !undecided && values.length === 1 ? 'yes' : 'unknown', view.money(fact)),
  )
}

const DAMAGES = Object.keys(damagesMembers).map((item) => [item, `damages.${item}`] as const)

/** Damages fixed by rules, one line each. */
function damagesOf(view: AnswerView, known: FactView): (Total & { readonly isDue: boolean })[] {
  const damages: (Total & { readonly isDue: boolean })[] = []
  for (const [item, question] of DAMAGES) {
    const { terms, undecided } = view.terms(question)
    if (terms.length === 0) continue
    const amounts = terms.map((term) => withoutEnd(measureDamages(term, undecided ? known : view.fact)))
    const total = either(undecided ? [ZERO, ...amounts] : amounts)
    damages.push({ lines: oneLine(item, total).lines, total, isDue: !undecided })
  }
  return damages
}

function together(a: Total, b: Total): Total {
  return b.lines.length === 0 ? a : { lines: [...a.lines, ...b.lines], total: plus(a.total, b.total) }
}

function enteredAsPaid(view: AnswerView, refund: Bounds): Total | undefined {
  if (view.requested() !== 'refund-only' || view.arises('refundBase') === 'no') return undefined
  const paid = view.money('paid')
  const refunded = view.money('alreadyRefunded')
  const lines: Line[] = [
    { item: 'paid', bounds: paid },
    { item: 'already-refunded', bounds: minus(ZERO, refunded) },
    { item: 'refund', bounds: minus(ZERO, refund) },
  ]
  const said = lines.filter(({ bounds }) => bounds.least !== 0 || bounds.most !== 0)
  const before = minus(minus(paid, refunded), refund)
  const total = greater(before, ZERO)
  // More was refunded than paid: the records contradict one another, and the items still add up.
  if (before.least < 0) said.push(cutBelowZero(total, before))
  return { lines: said, total }
}

/** How the amount applied for compares with the refund due: every relation the bounds still allow. */
export function relationsOf(applied: Bounds, due: Bounds): readonly ('lower' | 'equal' | 'higher')[] {
  const relations: ('lower' | 'equal' | 'higher')[] = []
  if (applied.least < due.most) relations.push('lower')
  if (applied.least <= due.most && applied.most >= due.least) relations.push('equal')
  if (applied.most > due.least) relations.push('higher')
  return relations
}
