// Rows of the sums of a decision, item by item with their bounds, and of what was applied for.
// Promise: one row per item; whether a sum will be cut is said once it is known.
import type { Language, Row } from '../../domain/domain.js'
import { row } from '../../domain/rows.js'
import { yuan } from '../../domain/words.js'
import type { Text } from '../../engine/text.js'
import type { Decision } from './decision.js'
import { type Applied, appliedAgainstDue } from './explain-applied.js'
import { ENDED } from './explain-phrases.js'
import type { AmountItem, Sum } from './sum.js'

/** What the sums are called on a sheet. */
export const SUM_LABELS = {
  refund: { zh: '退款金额', en: 'refund' },
  repay: { zh: '返还买家', en: 'paid back to the buyer' },
  compensate: { zh: '赔付金额', en: 'compensation paid' },
  buyerPays: { zh: '买家应付', en: 'owed by the buyer' },
  enteredAsPaid: { zh: '买家填写“支付给卖家”', en: 'entered by the buyer as paid to the seller' },
} as const satisfies Readonly<Record<string, Text>>

export function amountRows(decision: Decision, lang: Language): Row[] {
  const { amount, answers } = decision
  const sums: readonly (readonly [Text, Sum | undefined])[] = [
    [SUM_LABELS.refund, answers.refundBase.arises === 'no' ? undefined : amount.refund],
    [SUM_LABELS.repay, shownUnlessNothing(amount.repay)],
    [SUM_LABELS.compensate, shownUnlessNothing(amount.compensate)],
    [SUM_LABELS.buyerPays, shownUnlessNothing(amount.buyerPays)],
    [SUM_LABELS.enteredAsPaid, amount.enteredAsPaid],
  ]
  return sums.flatMap(([label, sum]) => {
    if (sum === undefined) return []
    // Whether a sum will be cut is no news while it is open: its bounds say how far it can go.
    const said = sum.items.filter(({ item, value }) => value !== undefined || !item.startsWith('not-'))
    const items = said.map((item) => row(`  ${item.label[lang]}`, `${itemWords(item, lang)}${cut(item.capped, lang)}`))
    return [
      row(label[lang], amountWords(sum, lang)),
      ...(SAID_BY_ITEM.some((id) => amount[id] === sum) || items.length > 1 || items[0]?.text !== amountWords(sum, lang)
        ? items
        : []),
      ...(sum === amount.refund ? appliedRows(decision, lang) : []),
    ]
  })
}

/** What was applied for, below the refund due. */
function appliedRows(decision: Decision, lang: Language): Row[] {
  const applied = appliedAgainstDue(decision)
  if (applied === undefined) return []
  const isOver = (decision.refundState?.state ?? '') in ENDED
  const correct = isOver ? { zh: '', en: '' } : { zh: '，打款前请买家改正', en: ': to be corrected before it is paid' }
  const against: Readonly<Record<Applied['is'], Text>> = {
    equal: { zh: '（与应退一致）', en: ' (as much as is due)' },
    lower: { zh: `（比应退少${correct.zh}）`, en: ` (less than is due${correct.en})` },
    higher: { zh: `（比应退多${correct.zh}）`, en: ` (more than is due${correct.en})` },
    open: { zh: '（与应退是否一致未定）', en: ' (whether it is the amount due is open)' },
  }
  return [row(APPLIED[lang], `${amountWords(applied.amount, lang)}${against[applied.is][lang]}`)]
}

/** Sums whose name does not say what they are made of. */
const SAID_BY_ITEM = ['repay', 'buyerPays'] as const

const APPLIED: Text = { zh: '申请金额', en: 'applied for' }

/** An item of a sum; what an open deduction takes off is said as a size, from 0.00 on. */
function itemWords(item: AmountItem, lang: Language): string {
  const { value, atLeast, atMost } = item
  if (value !== undefined || atMost === undefined || !(atMost === '0.00' || atMost.startsWith('-')))
    return amountWords(item, lang)
  const least = atMost.replace('-', '')
  const most = atLeast?.replace('-', '')
  if (most !== undefined)
    return lang === 'zh' ? `未定，扣 ${least} 至 ${most} 元` : `open, ${least} to ${most} yuan taken off`
  if (least === '0.00') return amountWords({}, lang)
  return lang === 'zh' ? `未定，至少扣 ${least} 元` : `open, at least ${least} yuan taken off`
}

function cut(capped: true | undefined, lang: Language): string {
  if (capped === undefined) return ''
  return lang === 'zh' ? '（已封顶）' : ' (capped)'
}

function shownUnlessNothing(sum: Sum): Sum | undefined {
  return sum.value === '0.00' ? undefined : sum
}

/** An amount, or its bounds: 至少 … 至多 …. That it is at least nothing says nothing. */
function amountWords(
  { value, atLeast, atMost }: Pick<AmountItem, 'value' | 'atLeast' | 'atMost'>,
  lang: Language,
): string {
  if (value !== undefined) return yuan(value, lang)
  const bounds = [
    ...(atLeast === undefined || (atLeast === '0.00' && atMost === undefined)
      ? []
      : [`${lang === 'zh' ? '至少' : 'at least'} ${yuan(atLeast, lang)}`]),
    ...(atMost === undefined ? [] : [`${lang === 'zh' ? '至多' : 'at most'} ${yuan(atMost, lang)}`]),
  ]
  return bounds.length === 0 ? (lang === 'zh' ? '未定' : 'not known') : bounds.join(lang === 'zh' ? '，' : ', ')
}
