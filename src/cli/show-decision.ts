// One decision on paper: the sheet, or what to say to the buyer or the shop.
// Promise: text alone; what an open remark or flag waits for is asked of the rules and said.
import type { Text } from '../engine/text.js'
import { ask } from '../models/after-sale/decide.js'
import type { AfterSaleRulings, Decision } from '../models/after-sale/decision.js'
import { explain } from '../models/after-sale/explain.js'
import type { WaitsFor } from '../models/after-sale/report-next.js'
import { sheetOf } from './sheet.js'

export interface DecidedCase {
  readonly decision: Decision
  readonly rulings: AfterSaleRulings
  readonly input: unknown
  /** What the decision took as usual is not asked for. */
  readonly presume: boolean
}

/** The explanation to `to`, or the sheet where nobody is named. */
export function shownDecision(decided: DecidedCase, to: string | undefined, lang: keyof Text): string {
  const { decision } = decided
  return to === 'buyer' || to === 'shop'
    ? `${explain(decision, { to, lang })}\n`
    : sheetOf(decision, lang, waitsFor(decided))
}

/** What an open remark or flag waits for: no essential question, so the decision itself does not list it as missing. */
export function waitsFor({ decision: { answers }, rulings, input, presume }: DecidedCase): WaitsFor {
  const facts = (question: string) => {
    const asked = ask(rulings, input, question, { presume })
    return asked.ok ? asked.value : []
  }
  const remarks = Object.entries(answers.remark).filter(([, answer]) => answer?.status === 'open')
  return {
    ...(answers.flag.status === 'open' ? { flag: facts('flag') } : {}),
    ...(remarks.length > 0 ? { remark: remarks.flatMap(([member]) => facts(`remark.${member}`)) } : {}),
  }
}
