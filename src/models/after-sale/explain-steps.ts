// What the buyer is told to do and what happens next.
// Promise: only steps that concern the buyer; a step that would name a held amount is left out.
import type { Deadline } from '../../domain/domain.js'
import type { Text } from '../../engine/text.js'
import type { DeadlineTerm } from './deadline-term.js'
import type { Decision } from './decision.js'
import { type Applied, appliedAgainstDue } from './explain-applied.js'
import { type Held, isDecided } from './explain-held.js'
import { LATER, STEPS, say } from './explain-phrases.js'
import { termToBuyer } from './explain-terms.js'
import { afterSale } from './model.js'
import type { AmountItem, Sum } from './sum.js'

const { repayBy, payBy } = afterSale.declaration.questions

/** States of a refund after the goods were sent back, and what is done only then, or only before. */
const SENT_BACK = ['WAIT_SELLER_CONFIRM_GOODS', 'SUCCESS']
const SENT = ['repay-postage', 'inspect-return', 'ship-replacement']
const NOT_SENT = ['ask-to-send-back', 'give-return-address']
const PAYING = ['agree', 'hand-to-finance', 'confirm-refund']

/** The sentences on what to do and what happens next. */
export function nextSteps(decision: Decision, held: Held): Text[] {
  const { answers, tasks, deadlines } = decision
  const { refundAction, extendReceipt } = answers
  const asked = askedFirst(decision)
  const action = refundAction.arises === 'yes' && refundAction.status === 'settled' ? refundAction.value : undefined
  const applied = refundAction.arises === 'yes' && !held.refund ? appliedAgainstDue(decision) : undefined
  const correction = held.refund ? [] : correctionOf(decision, action, applied)
  if (!isDecided(answers)) return [...asked, ...correction]
  const taken = action !== undefined && !held.refund ? actionOf(action, applied) : []
  // With the return inspected there is nothing left to wait for.
  const isBack = tasks.every(({ task }) => task !== 'inspect-return') && deadlines.some(isPaidForReturn)
  const days = extendReceipt.status === 'settled' && !isBack ? extendReceipt.value : undefined
  return [
    ...taken,
    ...asked,
    ...correction,
    ...tasksOf(decision, held),
    ...reapplication(decision),
    ...(days === undefined ? [] : [say.extended(days)]),
    ...(isOver(decision) ? [] : deadlines.flatMap((one) => deadlineToBuyer(one, decision))),
  ]
}

/** The day on which a return that has arrived is paid for. */
function isPaidForReturn({ deadline, term, until }: Deadline): boolean {
  return deadline === 'pay-out' && until !== undefined && (term as DeadlineTerm).after === 'returnReceivedAt'
}

/** What the buyer is asked for, or told, before a claim is found true. Who is refused is asked for nothing. */
export function askedFirst({ answers, tasks }: Pick<Decision, 'answers' | 'tasks'>): Text[] {
  if (answers.verdict.value === 'refuse') return []
  const told: Readonly<Record<string, Text>> = {
    'ask-for-photos': STEPS.photos,
    'tell-split-shipment': STEPS.split,
    'ask-to-send-in': STEPS.sendIn,
  }
  return tasks.flatMap(({ task }) => told[task] ?? [])
}

/** Nothing is counted for who has to apply again, or whose request is refused. */
function isOver(decision: Pick<Decision, 'answers' | 'tasks'>): boolean {
  return reapplication(decision).length > 0 || decision.answers.verdict.value === 'refuse'
}

/** A refund that ran out of time is applied for anew. */
export function reapplication({ tasks }: Pick<Decision, 'tasks'>): Text[] {
  return tasks.some(({ task }) => task === 'tell-to-reapply') ? [STEPS.reapply] : []
}

/**
 * Until when he enters the waybill, and until when he is paid: by the law's day where it comes before the shop's. A day that
 * has gone by is no promise.
 */
function deadlineToBuyer(own: Deadline, { deadlines, asOf = '' }: Decision): Text[] {
  const byLaw = deadlines.find((one) => one.deadline === 'refund-by-law')
  const isPayOut = own.deadline === 'pay-out'
  const isSooner = isPayOut && byLaw?.until !== undefined && own.until !== undefined && byLaw.until < own.until
  const { term, lastDay, until } = isSooner ? byLaw : own
  if (until !== undefined && until <= asOf) return []
  if (isPayOut) return [say.payOut(termToBuyer(term), lastDay)]
  return own.deadline === 'return-waybill' ? [say.enterWaybill(termToBuyer(term), lastDay)] : []
}

/** What the shop does now. Agreeing and paying out pay what was applied for: told only where that is what is due. */
function actionOf(action: string, applied: Applied | undefined): Text[] {
  if (PAYING.includes(action) && applied !== undefined && applied.is !== 'equal') return []
  const told: Readonly<Record<string, Text>> = {
    agree: STEPS.agree,
    'hand-to-finance': STEPS.arranging,
    'confirm-refund': STEPS.refunding,
    'call-platform': STEPS.platform,
  }
  const text = told[action]
  return text === undefined ? [] : [text]
}

/** Asks for a corrected application; a refused request is not corrected by another amount. */
function correctionOf(
  { answers, amount, tasks }: Decision,
  action: string | undefined,
  applied: Applied | undefined,
): Text[] {
  const asked =
    action === 'refuse' || action === 'ask-to-correct' || tasks.some(({ task }) => task === 'ask-to-correct')
  const entered = amount.enteredAsPaid?.value
  const enter = entered === undefined ? [] : [say.enter(entered)]
  const due = answers.refundBase.arises === 'yes' && isDecided(answers) ? amount.refund.value : undefined
  if (answers.verdict.value === 'refuse') return []
  if (applied?.is === 'lower' || applied?.is === 'higher') {
    const { value } = applied.amount
    return asked ? [say.differs(value, say.change(due, action === 'refuse')), ...enter] : [say.differs(value, LATER)]
  }
  if (tasks.some(({ task }) => task === 'fill-paid-to-seller') && entered !== undefined) return enter
  if (!asked) return applied?.is === 'open' && due !== undefined ? [say.checkApplied(due)] : []
  return [say.correct(applied?.is === 'equal' ? undefined : due), ...enter]
}

function tasksOf({ answers, amount, tasks }: Decision, held: Held): Text[] {
  const postage = itemIn(amount.buyerPays, 'reship-postage')?.value
  const topUp = say.topUp(postage, answers.payBy.value && payBy.values[answers.payBy.value])
  const address = [say.address(answers.payBy.value !== undefined)]
  const told: Readonly<Record<string, readonly Text[]>> = {
    'guide-refund-application': [STEPS.apply],
    'ask-to-send-back': address,
    ...(isOver({ answers, tasks }) ? {} : { 'ask-return-waybill': [STEPS.waybill], 'inspect-return': [STEPS.inspect] }),
    'give-return-address': address,
    'reship-missing': [STEPS.again],
    resend: [STEPS.again],
    'tell-new-waybill': [STEPS.newWaybill],
    'ask-exchange-postage': held.leg('reshipPostage') ? [] : [topUp],
    'ask-price-difference': [say.dearer(itemIn(amount.buyerPays, 'price-difference')?.value)],
    'refund-price-surplus': [say.cheaper(itemIn(amount.repay, 'price-surplus')?.value)],
    'ship-replacement': [STEPS.ship],
    'contact-courier': [STEPS.courier],
    'offer-alternatives': [STEPS.outOfStock],
  }
  return [...new Set(tasks.flatMap(({ task }) => told[task] ?? []))]
}

/** What a buyer advances, or has advanced, for a return leg the shop bears; nothing where the parcel is paid for on arrival. */
export function repayment({ answers, amount, refundState, tasks, deadlines }: Decision): Text[] {
  const advanced = itemIn(amount.repay, 'return-postage')
  if (advanced === undefined) return []
  const by = answers.repayBy.value && repayBy.values[answers.repayBy.value]
  const has = (signs: readonly string[]) => tasks.some(({ task }) => signs.includes(task))
  const isSent = SENT_BACK.includes(refundState?.state ?? '') || has(SENT) || deadlines.some(isPaidForReturn)
  return [say.repay(advanced.value, by, isSent ? 'yes' : has(NOT_SENT) ? 'no' : 'unknown')]
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
