// An after-sale decision in a handful of words, as a list of cases shows it.
// Promise: labels and words are those of the sheet; what does not arise is empty, what is open says what it may be.
import type { Language, Row, WaitsFor } from '../../domain/domain.js'
import { answerRows } from '../../domain/rows.js'
import { questionLabel } from '../../domain/words.js'
import type { Text } from '../../engine/text.js'
import { amountRows, SUM_LABELS } from './amount-rows.js'
import type { Decision } from './decision.js'
import { afterSale } from './model.js'
import { nextRows } from './report-next.js'
import { report } from './sections.js'

const SUMS: readonly Text[] = [SUM_LABELS.refund, SUM_LABELS.repay, SUM_LABELS.compensate]
const FLAG: Text = { zh: '旗帜', en: 'flag' }
const REMARK: Text = { zh: '备注', en: 'remark' }

/** Verdict, what the buyer gets, who bears which postage, flag and remark. */
export function summaryOf(
  decision: Decision | undefined,
  lang: Language,
  waitsFor: WaitsFor,
): Pick<Row, 'label' | 'text'>[] {
  const rows =
    decision === undefined
      ? []
      : [
          ...answerRows(afterSale, report.elsewhere, decision, lang, waitsFor),
          ...amountRows(decision, lang),
          ...nextRows(decision, lang, waitsFor),
        ]
  const asked = (id: string) => questionLabel(afterSale, id, lang)
  const legs = ['outboundPostage', 'returnPostage', 'reshipPostage'].map(asked)
  const sums = SUMS.map((label) => label[lang])
  return [asked('verdict'), ...sums, ...legs, FLAG[lang], REMARK[lang]].map((label) => ({
    label,
    text: rows
      .filter((row) => row.label === label)
      .map(({ text }) => text)
      .join(lang === 'zh' ? '；' : '; '),
  }))
}
