// A decision in words, for the buyer or for the shop, in Chinese or English.
// Promise: pure, from the decision and the model's labels alone; the buyer's text is written apart from the shop's.
import type { Decision } from './decision.js'
import { explainToBuyer } from './explain-buyer.js'
import type { Language } from './explain-words.js'
import { reportNotes, reportOf } from './report.js'
import type { Row } from './report-rows.js'

export interface ExplainOptions {
  /** `buyer`: polite and plain, without the shop's inner workings. `shop`: everything, with rules and sources. */
  readonly to: 'buyer' | 'shop'
  readonly lang: Language
}

/**
 * Puts a decision into words, one statement a line.
 * The buyer's text never shows shop tactics, tasks, remarks, flags, rules or floors, and says of an answer below a floor
 * only that it is being checked. The shop's text names every rule with its source and the day the source was last looked
 * at, and ends with "not legal advice".
 */
export function explain(decision: Decision, { to, lang }: ExplainOptions): string {
  return to === 'buyer' ? explainToBuyer(decision, lang) : explainToShop(decision, lang)
}

function explainToShop(decision: Decision, lang: Language): string {
  const sections = reportOf(decision, lang).flatMap(({ title, rows }) => [
    lang === 'zh' ? `【${title}】` : `[${title}]`,
    ...rows.map((row) => lineOf(row, lang)),
  ])
  return [...sections, '', ...reportNotes(decision, lang)].join('\n')
}

function lineOf({ label, text, rules }: Row, lang: Language): string {
  if (lang === 'zh') return `${label}：${text}${rules.length === 0 ? '' : `（依据：${rules.join('；')}）`}`
  return `${label}: ${text}${rules.length === 0 ? '' : ` (rules: ${rules.join('; ')})`}`
}
