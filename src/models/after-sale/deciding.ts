// The after-sale model as it decides: amounts between its stages, refund steps, and what fixtures may expect of it.
// Promise: everything that is after-sale's own in deciding is named here once.
import type { Deciding } from '../../domain/domain.js'
import { computeAmounts } from './compute.js'
import { type Decision, writeDecision } from './decision.js'
import { expected } from './expected.js'
import { afterSale } from './model.js'
import { refundSteps, transition } from './refund-status.js'
import { refundActions } from './terms.js'

export const afterSaleDeciding: Deciding<Decision> = {
  model: afterSale,
  compute: computeAmounts,
  write: writeDecision,
  deadlines: 'deadlines',
  expected,
  steps: {
    question: 'refundAction',
    state: 'refundState',
    requested: 'requested',
    actions: refundActions,
    rows: refundSteps,
    ends: ['SUCCESS', 'CLOSED'],
    take: transition,
  },
}
