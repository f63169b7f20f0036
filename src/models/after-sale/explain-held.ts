// What a buyer may not be told yet.
// Promise: whatever hangs on an answer below a floor, or on facts that contradict each other, is held back.
import type { Decision } from './decision.js'

export const LEGS = ['outboundPostage', 'returnPostage', 'reshipPostage'] as const
type Leg = (typeof LEGS)[number]

export interface Held {
  /** Whether the request is met, and all that follows from it. */
  readonly everything: boolean
  readonly refund: boolean
  readonly compensation: boolean
  readonly leg: (leg: Leg) => boolean
}

export function heldBack({ breaches, reviews, amount: { compensate } }: Decision): Held {
  const isShort = (questions: RegExp) => breaches.some(({ question }) => questions.test(question))
  const isContradicted = reviews.some(({ reason }) => reason === 'contradiction')
  return {
    everything: isContradicted || isShort(/^verdict$/),
    refund: isShort(/^(outboundPostage|refundBase|deductions\.)/),
    // The deposit once more or the penalty: he chooses one of them (Civil Code 588).
    compensation:
      isShort(/^(compensation|damages\.)/) ||
      (compensate.items.length > 1 && compensate.items.some(({ item }) => item === 'deposit')),
    leg: (leg) => isContradicted || isShort(leg === 'outboundPostage' ? /outbound/ : RegExp(leg)),
  }
}

/** Until it is clear whether the request is met, nothing follows from it for the buyer. */
export function isDecided({ verdict }: Decision['answers']): boolean {
  return verdict.status === 'settled'
}
