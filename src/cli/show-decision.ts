// One decision on paper: the sheet, or what to say to the buyer or the shop.
// Promise: text alone; what an answer that is shown open waits for is asked of the rules and said.
import { ask } from '../domain/decide.js'
import type { Decision, Ruled, WaitsFor } from '../domain/domain.js'
import { explainToShop } from '../domain/report.js'
import { answerOf } from '../domain/words.js'
import type { Text } from '../engine/text.js'
import { sheetOf } from './sheet.js'

export interface DecidedCase {
  readonly decision: Decision
  readonly rulings: Ruled
  readonly input: unknown
  /** What the decision took as usual is not asked for. */
  readonly presume: boolean
}

/** The explanation to `to`, or the sheet where nobody is named. */
export function shownDecision(decided: DecidedCase, to: string | undefined, lang: keyof Text): string {
  const { decision, rulings } = decided
  const { domain } = rulings
  if (to === 'shop') return `${explainToShop(domain, decision, lang)}\n`
  if (to === 'buyer' && domain.listing.toBuyer !== undefined) return `${domain.listing.toBuyer(decision, lang)}\n`
  return sheetOf(domain, decision, lang, waitsFor(decided))
}

/** What open answers wait for: no essential questions, so the decision itself does not list it as missing. */
export function waitsFor({ decision, rulings, input, presume }: DecidedCase): WaitsFor {
  const { model, listing } = rulings.domain
  const facts = (question: string) => {
    const asked = ask(rulings, input, question, { presume })
    return asked.ok ? asked.value : []
  }
  const waiting = listing.awaited.flatMap((group) => {
    const open = model.questions.filter((one) => one.group === group && answerOf(decision, one)?.status === 'open')
    return open.length === 0 ? [] : [[group, open.flatMap(({ id }) => facts(id))] as const]
  })
  return Object.fromEntries(waiting)
}
