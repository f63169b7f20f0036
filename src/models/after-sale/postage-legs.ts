// What a leg of postage comes to for whoever bears it, and who paid the courier for the return.
// Promise: bounds while the bearer, the cost, or whether the parcel was paid for on arrival is open; nothing where no leg is.
import type { FactView } from '../../engine/declaration.js'
import type { Truth } from '../../engine/trace.js'
import { contains, isPoint, least, NONE, type ValueSet } from '../../engine/value-set.js'
import type { AnswerView } from './answer-view.js'
import { type Bounds, boundsOf, either, halfOf, when, ZERO } from './bounds.js'

/** Return postage the buyer advanced for the shop: for a parcel that was not paid for on arrival. */
export function advancedByBuyer(view: AnswerView): Bounds {
  const leg = legOf(view, 'returnPostage', 'seller', () => view.money('returnPostageCost'))
  return leg.most === 0 ? leg : when(opposite(paidOnArrival(view.fact)), leg)
}

/**
 * Return postage the shop paid on arrival though the buyer bears it.
 * @param known reads facts without waiting for them: nobody need ask for a cost that is seldom due
 */
export function advancedByShop(view: AnswerView, known: FactView): { readonly total: Bounds; readonly isDue: boolean } {
  const isPaid = paidOnArrival(known)
  const hasArrived = arrived(known('returnReceivedAt'))
  if (isPaid === 'no' || hasArrived === 'no') return { total: ZERO, isDue: false }
  const isDue = isPaid === 'yes' && hasArrived === 'yes'
  const cost = () => (isDue ? view.money('returnPostageCost') : boundsOf(known('returnPostageCost')))
  return { total: when(hasArrived, when(isPaid, legOf(view, 'returnPostage', 'buyer', cost))), isDue }
}

/** The share of a leg's postage that falls to `bearer`: all, half rounded up where it is split, or none. */
export function legOf(
  view: AnswerView,
  question: 'returnPostage' | 'reshipPostage',
  bearer: 'buyer' | 'seller',
  cost: () => Bounds,
): Bounds {
  const arises = view.arises(question)
  if (arises === 'no') return ZERO
  const { values, undecided } = view.choices(question)
  if (!undecided && values.every((value) => value !== bearer && value !== 'split')) return ZERO
  const whole = cost()
  const amounts = values.map((value) => (value === bearer ? whole : value === 'split' ? halfOf(whole) : ZERO))
  return when(arises, either(undecided || amounts.length === 0 ? [ZERO, whole, ...amounts] : amounts))
}

/** Whether the shop pays the courier: for a parcel sent freight collect, or one that was refused and comes back by itself. */
function paidOnArrival(fact: FactView): Truth {
  const ways = [truthOf(fact('freightCollect')), truthOf(fact('refusedToSign'))]
  return ways.includes('yes') ? 'yes' : ways.includes('unknown') ? 'unknown' : 'no'
}

function arrived(receivedAt: ValueSet): Truth {
  if (!contains(receivedAt, NONE)) return 'yes'
  return isPoint(receivedAt) ? 'no' : 'unknown'
}

function truthOf(yesNo: ValueSet): Truth {
  return isPoint(yesNo) ? (least(yesNo) === 0 ? 'no' : 'yes') : 'unknown'
}

function opposite(truth: Truth): Truth {
  return truth === 'unknown' ? truth : truth === 'yes' ? 'no' : 'yes'
}
