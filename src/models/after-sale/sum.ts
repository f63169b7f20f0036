// Sums and their items as a decision writes them: strings of yuan with two decimals, bounds while something is open.
// Promise: the items of an exact sum add up to it.
import { frozen } from '../../engine/frozen.js'
import type { Text } from '../../engine/text.js'
import { formatYuan } from '../../money.js'
import type { Bounds } from './bounds.js'

/** One line of a sum. Amounts are strings of yuan; a deduction is negative. */
export interface AmountItem {
  readonly item: string
  readonly label: Text
  /** Only when exact. */
  readonly value?: string
  readonly atLeast?: string
  /** Absent while nothing bounds it. */
  readonly atMost?: string
  /** The item was cut to what is left, or the sum to what may be paid. */
  readonly capped?: true
}

/** A sum with its items. */
export type Sum = Omit<AmountItem, 'item' | 'label' | 'capped'> & { readonly items: readonly AmountItem[] }

export interface Line {
  readonly item: string
  readonly bounds: Bounds
  readonly capped?: boolean
}

const ITEM_LABELS: Readonly<Record<string, Text>> = frozen({
  base: { zh: '退款基数', en: 'refund base' },
  'outbound-postage': { zh: '扣发货邮费', en: 'outbound postage deducted' },
  commission: { zh: '扣商城佣金', en: 'mall commission deducted' },
  points: { zh: '扣积分', en: 'points deducted' },
  'invoice-tax': { zh: '扣发票税点', en: 'invoice tax deducted' },
  'gift-value': { zh: '扣赠品价值', en: 'value of the gift deducted' },
  'not-below-zero': { zh: '不低于零', en: 'no less than zero' },
  'not-above-paid': { zh: '不超过未退的实付金额', en: 'no more than what was paid and not yet refunded' },
  'return-postage': { zh: '买家垫付的退回邮费', en: 'return postage the buyer advanced' },
  'return-postage-paid': { zh: '店铺代付的退回邮费', en: 'return postage the shop paid' },
  'reship-postage': { zh: '换出邮费', en: 'postage of the replacement' },
  'price-difference': { zh: '补差价', en: 'price difference of the replacement' },
  'price-surplus': { zh: '退差价', en: 'price surplus of the replacement' },
  compensation: { zh: '赔付', en: 'compensation' },
  punitive: { zh: '惩罚性赔偿', en: 'punitive damages' },
  'late-shipment': { zh: '延迟发货赔付', en: 'compensation for late shipment' },
  'out-of-stock': { zh: '缺货赔付', en: 'compensation for being out of stock' },
  deposit: { zh: '定金双倍返还', en: 'the deposit once more' },
  paid: { zh: '实付金额', en: 'amount paid' },
  'already-refunded': { zh: '已退金额', en: 'already refunded' },
  refund: { zh: '退款金额', en: 'refund' },
  applied: { zh: '申请金额', en: 'amount applied for' },
})

function written({ least, most }: Bounds): Omit<Sum, 'items'> {
  if (least === most) {
    const value = formatYuan(least)
    return { value, atLeast: value, atMost: value }
  }
  if (!Number.isFinite(most)) return Number.isFinite(least) ? { atLeast: formatYuan(least) } : {}
  return Number.isFinite(least)
    ? { atLeast: formatYuan(least), atMost: formatYuan(most) }
    : { atMost: formatYuan(most) }
}

const NOTHING: Sum = Object.freeze({ value: '0.00', atLeast: '0.00', atMost: '0.00', items: Object.freeze([]) })

/** Writes a sum. Items nothing is known about keep the ends that are known. */
export function sumOf(lines: readonly Line[], total: Bounds): Sum {
  if (lines.length === 0 && total.most === 0) return NOTHING
  return Object.assign(written(total), { items: lines.map(itemOf) })
}

function itemOf({ item, bounds, capped }: Line): AmountItem {
  const label = ITEM_LABELS[item] as Text
  return Object.assign({ item, label }, written(bounds), capped === true ? { capped } : undefined)
}
