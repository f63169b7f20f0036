// One decision on paper: the sheet, or what to say to the buyer or the shop.
// Promise: text alone; what an answer that is shown open waits for is asked of the rules and said.
import { ask } from '../domain/decide.js'
import type { Decision, Domain, Ruled, WaitsFor } from '../domain/domain.js'
import { explainToShop } from '../domain/report.js'
import { firstWords } from '../domain/rows.js'
import { answerOf } from '../domain/words.js'
import type { NextQuestion } from '../engine/ask.js'
import type { Question } from '../engine/question.js'
import type { Text } from '../engine/text.js'
import { lackingNumbers, lackingWords } from './lacking-numbers.js'
import { sheetOf } from './sheet.js'
import { sayingWhyUndated } from './undated.js'

export interface DecidedCase {
  readonly decision: Decision
  readonly rulings: Ruled<Domain>
  readonly input: unknown
  /** What the decision took as usual is not asked for. */
  readonly presume: boolean
}

/** The explanation to `to`, or the sheet where nobody is named. */
export function shownDecision(decided: DecidedCase, to: string | undefined, lang: keyof Text): string {
  const { decision, rulings, input } = decided
  const domain = sayingWhyUndated(rulings.domain, input)
  if (to === 'shop') return `${explainToShop(domain, decision, lang)}\n`
  if (to === 'buyer' && domain.listing.toBuyer !== undefined) return `${domain.listing.toBuyer(decision, lang)}\n`
  return sheetOf(domain, decision, lang, waitsFor(decided, lang, false))
}

/**
 * What open answers wait for: no essential questions, so the decision itself does not list it as missing. Where facts are
 * missing these come first, and beside them only what a list shows as well is asked about. Where no fact would help, the
 * sheet names the number that nobody can say.
 */
export function waitsFor(decided: DecidedCase, lang: keyof Text, isListed = true): WaitsFor {
  const { decision, rulings, input, presume } = decided
  const { model, listing, report } = rulings.domain
  const isAll = !isListed && decision.outcome === 'settled'
  const isShown = ({ group }: Question) => listing.awaited.includes(group) || (isAll && !report.elsewhere(group))
  const facts = new Map<string, readonly NextQuestion[]>()
  const numbers = new Map<string, readonly string[]>()
  for (const question of model.questions) {
    if (answerOf(decision, question)?.status !== 'open') continue
    const { id, group, index } = question
    const lacking = isListed ? [] : lackingNumbers(rulings, input, presume, [index])
    if (!isShown(question) && lacking.length === 0) continue
    const asked = ask(rulings, input, id, { presume })
    if (!asked.ok) continue
    if (asked.value.length === 0) numbers.set(id, lacking)
    if (!isShown(question)) continue
    facts.set(id, asked.value)
    if (id !== group) facts.set(group, [...(facts.get(group) ?? []), ...asked.value])
  }
  return (question) => {
    const lacking = numbers.get(question) ?? []
    if (lacking.length === 0) return reasonWords(decision, facts.get(question) ?? [], lang)
    const { zh, en } = lackingWords(lacking)
    return lang === 'zh' ? `（${zh}）` : ` (${en})`
  }
}

/**
 * （先要问：淘宝下单）: the facts that narrow an answer by themselves, so that others may be needed after them. Those that
 * stand among the missing ones anyway are not named again.
 */
function reasonWords({ missing }: Decision, facts: readonly NextQuestion[], lang: keyof Text): string {
  if (facts.length === 0) return ''
  const shown = new Set(missing.map(({ fact }) => fact))
  const own = new Map(facts.filter(({ fact }) => !shown.has(fact)).map(({ fact, label }) => [fact, label]))
  if (own.size === 0) return lang === 'zh' ? '（等需补充的情况）' : ' (waits for what is still needed)'
  const first = firstWords([...own.values()], lang)
  return lang === 'zh' ? `（先要问：${first}）` : ` (ask first: ${first})`
}
