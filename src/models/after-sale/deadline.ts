// The deadlines of an after-sale case: what can be due, and when a term written in a rule falls.
// Promise: measured and put into words as every model's deadlines are.
import type { FactView, Json, Measured } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
import { measureTerm, termInstant, termText } from '../deadlines/deadline.js'
import { deadlineWords } from './deadline-term.js'

/** The deadlines there are, by what is due. */
export const deadlineMembers = {
  'pay-out': { label: { zh: '打款期限', en: 'pay out by' } },
  'return-waybill': { label: { zh: '填单号期限', en: 'enter the return waybill by' } },
  'cancel-shipment': { label: { zh: '撤单期限', en: 'cancel the shipment by' } },
  'first-reply': { label: { zh: '首次回复期限', en: 'first reply by' } },
  'resolve-logistics': { label: { zh: '物流解决期限', en: 'resolve the logistics problem by' } },
  'night-shift': { label: { zh: '晚班交接办结期限', en: 'finish what the night shift handed over by' } },
  'send-to-after-sale': { label: { zh: '退件交售后期限', en: 'send the return to after-sale by' } },
  'refund-by-law': { label: { zh: '法定退款期限', en: 'refund by law by' } },
  'handle-by-law': { label: { zh: '法定办理期限', en: 'handle by law by' } },
  'notice-ends': { label: { zh: '无理由退货通知截止', en: 'last day to give notice of a no-reason return' } },
} as const satisfies Readonly<Record<string, { readonly label: Text }>>

/** The earliest and the latest a deadline can fall, in milliseconds. */
export function measureDeadline(term: Json, view: FactView): Measured {
  return measureTerm(deadlineWords.termOf(term), view)
}

/** The first instant after the last day of a term in milliseconds, where it is known exactly. */
export function deadlineInstant(term: Json, view: FactView): number | undefined {
  return termInstant(deadlineWords.termOf(term), view)
}

/** A term in words: 同意时间后 2 个工作日内. */
export function deadlineText(term: Json): Text {
  return termText(deadlineWords.termOf(term), deadlineWords)
}
