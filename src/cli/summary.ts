// A decision in a handful of words: what a list of cases shows of each.
// Promise: labels and words are those of the sheet; what does not arise is empty, what is open says what it may be.
import type { Text } from '../engine/text.js'
import type { Decision } from '../models/after-sale/decision.js'
import { factValueWords, listed, questionLabel } from '../models/after-sale/explain-words.js'
import { outcomeWords, reviewWords } from '../models/after-sale/report.js'
import { nextRows, type WaitsFor } from '../models/after-sale/report-next.js'
import { amountRows, answerRows } from '../models/after-sale/report-rows.js'

export interface Summed {
  readonly label: string
  /** Empty where there is nothing to say. */
  readonly text: string
}

const LABELS = {
  outcome: { zh: '状态', en: 'outcome' },
  refund: { zh: '退款金额', en: 'refund' },
  flag: { zh: '旗帜', en: 'flag' },
  remark: { zh: '备注', en: 'remark' },
  missing: { zh: '缺少', en: 'missing' },
  reviews: { zh: '人工原因', en: 'for a person because' },
  presumed: { zh: '前提', en: 'presumed' },
} as const satisfies Readonly<Record<string, Text>>

const ANSWERS = ['verdict', 'outboundPostage', 'returnPostage', 'reshipPostage'] as const

/**
 * What is shown of every decision, in this order; what it presumes only where it may (`presume`). Without a decision every
 * text is empty.
 */
export function summaryOf(
  decision: Decision | undefined,
  lang: keyof Text,
  waitsFor: WaitsFor = {},
  presume = false,
): Summed[] {
  const rows =
    decision === undefined
      ? []
      : [...answerRows(decision, lang), ...amountRows(decision, lang), ...nextRows(decision, lang, waitsFor)]
  const said = (label: string): Summed => ({
    label,
    text: rows
      .filter((row) => row.label === label)
      .map(({ text }) => text)
      .join(lang === 'zh' ? '；' : '; '),
  })
  const [verdict, ...legs] = ANSWERS.map((id) => said(questionLabel(id, lang)))
  const of = (label: keyof typeof LABELS, text: string | undefined): Summed => ({
    label: LABELS[label][lang],
    text: text ?? '',
  })
  return [
    of('outcome', decision && outcomeWords(decision, lang)),
    ...(verdict === undefined ? [] : [verdict]),
    said(LABELS.refund[lang]),
    ...legs,
    said(LABELS.flag[lang]),
    said(LABELS.remark[lang]),
    of(
      'missing',
      decision &&
        listed(
          decision.missing.map(({ label }) => label[lang]),
          lang,
        ),
    ),
    of('reviews', decision && reviewWords(decision, lang).join(lang === 'zh' ? '；' : '; ')),
    ...(presume ? [of('presumed', decision && presumedWords(decision, lang))] : []),
  ]
}

function presumedWords({ presumed }: Decision, lang: keyof Text): string {
  const [colon, between] = lang === 'zh' ? ['：', '；'] : [': ', '; ']
  return presumed
    .map(({ fact, label, value }) => `${label[lang]}${colon}${factValueWords(fact, value, lang)}`)
    .join(between)
}
