// What the buyer is told to do and what happens next.
// Promise: only steps that concern the buyer; a step that would name a held amount is left out.
import type { Deadline } from '../../domain/domain.js'
import type { Text } from '../../engine/text.js'
import type { DeadlineTerm } from './deadline-term.js'
import type { Decision } from './decision.js'
import { type Applied, appliedAgainstDue } from './explain-applied.js'
import { type Held, isDecided } from './explain-held.js'
import { ACTIONS, APPLY, ASKED, LATER, STEPS, say, TASKS } from './explain-phrases.js'
import { termToBuyer } from './explain-terms.js'
import { afterSale } from './model.js'
import type { AmountItem, Sum } from './sum.js'

const { repayBy, payBy } = afterSale.declaration.questions

/** States of a refund after the goods were sent back. */
const SENT_BACK = ['WAIT_SELLER_CONFIRM_GOODS', 'SUCCESS']

/** The sentences on what to do and what happens next. */
export function nextSteps(decision: Decision, held: Held): Text[] {
  const { answers, asOf } = decision
  const { refundAction, extendReceipt } = answers
  const isUnderWay = refundAction.arises === 'yes'
  const action = isUnderWay ? refundAction.value : undefined
  const applied = isUnderWay && !held.refund ? appliedAgainstDue(decision) : undefined
  const correction = held.refund ? [] : correctionOf(decision, action, applied)
  const platform = platformStep(decision, action)
  const first = [...platform, ...askedFirst(decision)]
  if (!isDecided(answers)) return [...first, ...correction]
  const days = isBack(decision) ? undefined : extendReceipt.value
  // Nobody is paid for an application that is turned down or disputed.
  const isStopped = platform.length > 0 || action === 'refuse' || action === 'ask-to-correct'
  const isCounted = !isStopped && !isOver(decision)
  const waybill = isCounted ? dated(deadlineOf(decision, 'return-waybill'), asOf, say.enterWaybill) : []
  return [
    ...(action === undefined || held.refund ? [] : actionOf(action, applied)),
    ...first,
    ...application(decision),
    ...correction,
    ...tasksOf(decision, held, waybill.length > 0),
    ...(days === undefined ? [] : [say.extended(days)]),
    ...waybill,
    ...(isCounted ? dated(payOut(decision), asOf, say.payOut) : []),
  ]
}

/** Whether one of these is to be done. */
function has({ tasks }: Pick<Decision, 'tasks'>, ...ids: readonly string[]): boolean {
  return tasks.some(({ task }) => ids.includes(task))
}

/** What is told of the tasks there are, each sentence once. */
function toldOf(decision: Pick<Decision, 'tasks'>, told: Readonly<Record<string, Text | undefined>>): Text[] {
  const texts = Object.entries(told).flatMap(([task, text]) => (text && has(decision, task) ? [text] : []))
  return [...new Set(texts)]
}

function deadlineOf({ deadlines }: Decision, id: string): Deadline | undefined {
  return deadlines.find(({ deadline }) => deadline === id)
}

/** Whether the day is known on which a return that has arrived is paid for. */
function isArrived(decision: Decision): boolean {
  const own = deadlineOf(decision, 'pay-out')
  return own?.until !== undefined && (own.term as DeadlineTerm).after === 'returnReceivedAt'
}

function isAtPlatform({ refundState }: Decision): boolean {
  return refundState?.state === 'PLATFORM_INTERVENTION'
}

/** Who decides where the two did not agree. It names no amount: told even where the refund is held. */
function platformStep(decision: Decision, action: string | undefined): Text[] {
  if (isAtPlatform(decision)) return [STEPS.decides]
  return action === 'call-platform' ? [STEPS.platform] : []
}

/** With the return inspected there is nothing left to wait for. */
function isBack(decision: Decision): boolean {
  return isArrived(decision) && !has(decision, 'inspect-return')
}

/** Who is refused is asked for nothing. */
export function askedFirst(decision: Pick<Decision, 'answers' | 'tasks'>): Text[] {
  return decision.answers.verdict.value === 'refuse' ? [] : toldOf(decision, ASKED)
}

/** Nothing is counted for who has to apply again, or whose request is refused. */
function isOver(decision: Pick<Decision, 'answers' | 'tasks'>): boolean {
  return has(decision, 'tell-to-reapply') || decision.answers.verdict.value === 'refuse'
}

/** That he applies for the refund; only that he does so anew where one ran out of time. */
export function application(decision: Pick<Decision, 'tasks'>): Text[] {
  return toldOf(decision, APPLY).slice(0, 1)
}

/** Until when he is paid: by the law's day where it comes before the shop's. */
function payOut(decision: Decision): Deadline | undefined {
  const own = deadlineOf(decision, 'pay-out')
  const byLaw = deadlineOf(decision, 'refund-by-law')
  return own?.until !== undefined && byLaw?.until !== undefined && byLaw.until < own.until ? byLaw : own
}

/** A day that has gone by is no promise. */
function dated(
  deadline: Deadline | undefined,
  asOf: string | undefined,
  tell: (term: Text, lastDay: string | undefined) => Text,
): Text[] {
  if (deadline === undefined || (asOf !== undefined && deadline.until !== undefined && deadline.until <= asOf))
    return []
  return [tell(termToBuyer(deadline.term), deadline.lastDay)]
}

/** What the shop does now. Agreeing and paying out pay what was applied for: told only where that is what is due. */
function actionOf(action: string, applied: Applied | undefined): Text[] {
  const text = ACTIONS[action]
  return text === undefined || (applied !== undefined && applied.is !== 'equal') ? [] : [text]
}

/** Asks for a corrected application; a refused request is not corrected by another amount. */
function correctionOf(decision: Decision, action: string | undefined, applied: Applied | undefined): Text[] {
  const { answers, amount } = decision
  const asked = action === 'refuse' || action === 'ask-to-correct' || has(decision, 'ask-to-correct')
  const entered = amount.enteredAsPaid?.value
  const enter = entered === undefined ? [] : [say.enter(entered)]
  const due = answers.refundBase.arises === 'yes' && isDecided(answers) ? amount.refund.value : undefined
  if (answers.verdict.value === 'refuse') return []
  if (applied?.is === 'lower' || applied?.is === 'higher') {
    const { value } = applied.amount
    return asked ? [say.differs(value, say.change(due, action === 'refuse')), ...enter] : [say.differs(value, LATER)]
  }
  if (has(decision, 'fill-paid-to-seller') && entered !== undefined) return enter
  if (!asked) return applied?.is === 'open' && due !== undefined ? [say.checkApplied(due)] : []
  return [say.correct(applied?.is === 'equal' ? undefined : due), ...enter]
}

function tasksOf(decision: Decision, held: Held, isDated: boolean): Text[] {
  const { answers, amount } = decision
  const { buyerPays, repay } = amount
  const by = answers.payBy.value
  const address = isAtPlatform(decision) ? undefined : say.address(by !== undefined)
  return toldOf(decision, {
    'ask-to-send-back': address,
    'give-return-address': address,
    ...TASKS,
    ...(isOver(decision) ? { 'ask-return-waybill': undefined, 'inspect-return': undefined } : {}),
    ...(isDated ? { 'ask-return-waybill': undefined } : {}),
    ...(has(decision, 'tell-enquiry-result') ? { 'contact-courier': undefined } : {}),
    // Who is refunded has chosen.
    'offer-alternatives': say.outOfStock(answers.refundBase.arises !== 'yes'),
    'ask-exchange-postage': held.leg('reshipPostage')
      ? undefined
      : say.topUp(itemIn(buyerPays, 'reship-postage')?.value, by && payBy.values[by]),
    'ask-price-difference': say.dearer(itemIn(buyerPays, 'price-difference')?.value),
    'refund-price-surplus': say.cheaper(itemIn(repay, 'price-surplus')?.value),
  })
}

/** What a buyer advances, or has advanced, for a return leg the shop bears; nothing where the parcel is paid for on arrival. */
export function repayment(decision: Decision): Text[] {
  const { answers, amount, refundState } = decision
  const advanced = itemIn(amount.repay, 'return-postage')
  if (advanced === undefined || isAtPlatform(decision) || has(decision, 'refuse-return-parcel')) return []
  const way = answers.repayBy.value
  const isSent =
    SENT_BACK.includes(refundState?.state ?? '') ||
    has(decision, 'repay-postage', 'inspect-return', 'ship-replacement') ||
    isArrived(decision)
  return [
    say.repay(advanced.value, way && repayBy.values[way], isSent ? 'yes' : isToSendBack(decision) ? 'no' : 'unknown'),
  ]
}

/** Whether the goods are still with him: what sending them costs he does not know. */
export function isToSendBack(decision: Decision): boolean {
  return has(decision, 'ask-to-send-back', 'give-return-address')
}

/** What the shop paid for a parcel that came at the buyer's cost. */
export function paidOnArrival({ amount }: Decision): Text[] {
  const paid = itemIn(amount.buyerPays, 'return-postage-paid')?.value
  return paid === undefined ? [] : [say.paidOnArrival(paid)]
}

function itemIn({ items }: Sum, item: string): AmountItem | undefined {
  return items.find((one) => one.item === item)
}

/** The amount, unless it is nothing. */
export function positive(amount: string | undefined): string | undefined {
  return amount === '0.00' ? undefined : amount
}
