// What a fixture may expect of an after-sale decision beside its answers: sums, the next refund state, texts.
// Promise: one word, one place of the decision.
import type { OwnExpectation } from '../../domain/domain.js'
import type { Amount } from './amount.js'
import type { Decision } from './decision.js'
import { refundStates } from './terms.js'

export const expected: Readonly<Record<string, OwnExpectation>> = {
  退款金额: amount('refund'),
  返还买家: amount('repay'),
  赔付金额: amount('compensate'),
  买家应付: amount('buyerPays'),
  支付给卖家: amount('enteredAsPaid'),
  退款状态: {
    shape: { among: [...Object.values(refundStates).map(({ zh }) => zh), '不变'] },
    of: ({ nextState }: Decision) => nextState?.label.zh ?? '不变',
  },
  备注: { shape: 'text', of: ({ remark }: Decision) => remark.text },
  备注缺: { shape: 'list', of: ({ remark }: Decision) => remark.missing },
  报告内容: {
    shape: 'list',
    of: ({ reports }: Decision) => reports.map(({ text }) => text),
  },
}

function amount(key: keyof Amount): OwnExpectation {
  return { shape: 'amount', of: (decision: Decision) => amountWord(decision, key) }
}

function amountWord({ amount }: Decision, key: keyof Amount): unknown {
  const sum = amount[key]
  if (sum === undefined) return '不产生'
  if (sum.value !== undefined) return sum.value
  return {
    ...(sum.atLeast === undefined ? {} : { 至少: sum.atLeast }),
    ...(sum.atMost === undefined ? {} : { 至多: sum.atMost }),
  }
}
