// A decision in words, for the buyer or for the shop, in Chinese or English.
// Promise: pure, from the decision and the model's labels alone; the buyer's text is written apart from the shop's.
import type { Language } from '../../domain/domain.js'
import { explainToShop } from '../../domain/report.js'
import { type Issue, notAmong } from '../../engine/issue.js'
import { AfterSaleError } from '../../error.js'
import type { Decision } from './decision.js'
import { explainToBuyer } from './explain-buyer.js'
import { afterSale } from './model.js'
import { report } from './sections.js'

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
 * @throws AfterSaleError when `to` or `lang` is neither of its two words (a slip never shows a buyer the shop's text), and for what is no
 * decision of an after-sale case
 */
export function explain(decision: Decision, options: ExplainOptions): string {
  const { to, lang } = checked(decision, options)
  return to === 'buyer' ? explainToBuyer(decision, lang) : explainToShop({ model: afterSale, report }, decision, lang)
}

function checked(decision: unknown, options: unknown): ExplainOptions {
  const { to, lang } = Object(options) as Record<string, unknown>
  const issues: Issue[] = []
  const { model } = Object(decision) as Record<string, unknown>
  const own = afterSale.declaration.id
  if (model !== own)
    issues.push(notAmong('unknown-value', ['model'], model, [own], { zh: '决定的模型', en: 'model of the decision' }))
  if (to !== 'buyer' && to !== 'shop')
    issues.push(notAmong('unknown-value', ['to'], to, ['buyer', 'shop'], { zh: 'to 的值', en: 'value of to' }))
  if (lang !== 'zh' && lang !== 'en')
    issues.push(notAmong('unknown-value', ['lang'], lang, ['zh', 'en'], { zh: 'lang 的值', en: 'value of lang' }))
  if (issues.length > 0) throw new AfterSaleError(issues)
  return { to, lang } as ExplainOptions
}
