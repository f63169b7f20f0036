// The after-sale model as the command line takes it.
// Promise: everything that is after-sale's own beyond deciding, proving and reporting is named here once.
import type { Domain } from '../../domain/domain.js'
import type { Decision } from './decision.js'
import { explainToBuyer } from './explain-buyer.js'
import { afterSaleProving } from './proving.js'
import { report } from './sections.js'
import { summaryOf } from './summary.js'

export const afterSaleDomain: Domain<Decision> = {
  ...afterSaleProving,
  report,
  listing: {
    awaited: ['flag', 'remark'],
    summary: summaryOf,
    toBuyer: explainToBuyer,
    beside: ({ amount }: Decision) => amount,
    sums: ({ amount: { refund, repay, compensate, buyerPays } }: Decision) => [
      { id: 'refund', label: { zh: '退款', en: 'refunds' }, value: refund.value },
      { id: 'repay', label: { zh: '返还买家', en: 'paid back' }, value: repay.value },
      { id: 'compensate', label: { zh: '赔付', en: 'compensation' }, value: compensate.value },
      { id: 'buyerPays', label: { zh: '买家应付', en: 'owed by buyers' }, isOwed: true, value: buyerPays.value },
    ],
  },
  expectedTitles: {
    退款金额: 'refund',
    返还买家: 'paid back beside the refund',
    赔付金额: 'compensation',
    买家应付: 'what the buyer pays',
    支付给卖家: 'what the buyer enters as paid to the seller',
    退款状态: 'the next refund state',
    备注: 'the text of the remark',
    备注缺: 'what the remark lacks',
    报告内容: 'texts of the reports',
  },
}
