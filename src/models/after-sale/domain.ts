// The after-sale model as the command line and the proofs take it.
// Promise: everything that is after-sale's own beyond deciding and reporting is named here once.
import type { Domain } from '../../domain/domain.js'
import type { Amounts } from './amount.js'
import { afterSaleDeciding } from './deciding.js'
import type { Decision } from './decision.js'
import { explainToBuyer } from './explain-buyer.js'
import { isNeverLess } from './refund-base.js'
import { report } from './sections.js'
import { summaryOf } from './summary.js'

export const afterSaleDomain: Domain<Decision> = {
  ...afterSaleDeciding,
  report,
  listing: {
    awaited: ['flag', 'remark'],
    summary: summaryOf,
    toBuyer: explainToBuyer,
    beside: ({ amount }: Decision) => amount,
    amount: ({ amount }: Decision) => amount.refund.value,
  },
  proofs: {
    claim: ['requested', 'reason'],
    sum: {
      computed: 'appliedAmountIs',
      stated: 'appliedAmount',
      due: (computed: Amounts | undefined) =>
        computed && { total: computed.refund.total, waitsFor: computed.refundWaitsFor },
    },
    neverLess: (question, answer, other) => question === 'refundBase' && isNeverLess(answer, other),
  },
}
