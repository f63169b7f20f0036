// The after-sale model as the proofs take it.
// Promise: nothing of how decisions are put down for people comes along.
import type { Proving } from '../../domain/domain.js'
import type { Amounts } from './amount.js'
import { sumsBehind } from './answer-view.js'
import { afterSaleDeciding } from './deciding.js'
import type { Decision } from './decision.js'
import { RATES } from './deductions.js'
import { isNeverLess } from './refund-base.js'

export const afterSaleProving: Proving<Decision> = {
  ...afterSaleDeciding,
  proofs: {
    claim: ['requested', 'reason'],
    texts: { waybill: 'SF1234567890', newWaybill: 'SF1234567891', returnWaybill: 'YT1234567892' },
    sum: {
      computed: 'appliedAmountIs',
      stated: 'appliedAmount',
      // Where the buyer is refused no refund arises.
      hangsOn: (name) =>
        name === 'verdict' || sumsBehind(name).includes('refund') || RATES.some((rate) => rate.name === name),
      due: (computed: Amounts | undefined) =>
        computed && { total: computed.refund.total, waitsFor: computed.refundWaitsFor },
    },
    neverLess: (question, answer, other) => question === 'refundBase' && isNeverLess(answer, other),
  },
}
