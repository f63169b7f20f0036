// Rows on what is still open: a deadline or another term that may be or not, and the facts an open answer waits for.
// Promise: what is open is said to be open, never left out; facts that stand among the missing ones are not named again.
import type { Answered } from '../engine/answered.js'
import type { Json } from '../engine/declaration.js'
import type { Model } from '../engine/model.js'
import type { Question } from '../engine/question.js'
import type { Decision, Language, Row, WaitsFor } from './domain.js'
import { openWords, row } from './rows.js'
import { answerOf, listed, valueWords } from './words.js'

/** Members of a question that may still be one thing or another. */
export function openMembers(
  model: Model,
  decision: Decision,
  group: string,
): { readonly question: Question; readonly answer: Answered<Json> }[] {
  return model.questions.flatMap((question) => {
    const answer = question.group === group ? answerOf(decision, question) : undefined
    const isOpen = answer !== undefined && (answer.status === 'open' || answer.status === 'conflict')
    return isOpen && answer.arises !== 'no' ? [{ question, answer }] : []
  })
}

/** One row: 回复期限 未定，可能为：评价时间后 24 小时内、没有（缺：评价有内容）; several are counted under the question's name. */
export function openTermRows(
  model: Model,
  decision: Decision,
  group: string,
  lang: Language,
  waitsFor: WaitsFor,
): Row[] {
  const open = openMembers(model, decision, group)
  const [first] = open
  if (first === undefined) return []
  const { question, answer } = first
  const why = reasonWords(decision, waitsFor[group] ?? [], lang)
  if (open.length > 1) {
    const labels = open.map((one) => one.question.label)
    return [row(question.declaration.label[lang], `${openWords(labels, lang)}${why}`)]
  }
  const none = lang === 'zh' ? '没有' : 'none'
  const may = answer.possible.map((value) => (value === 'silent' ? none : valueWords(question, value, lang)))
  const words = `${listed(may, lang)}${why}`
  return [row(question.label[lang], lang === 'zh' ? `未定，可能为：${words}` : `open: ${words}`, answer.rules)]
}

/** What is open, as a cell of a list names it: 回复期限（未定）. */
export function openWord(label: string, lang: Language): string {
  return `${label}${lang === 'zh' ? '（未定）' : ' (open)'}`
}

/** （缺：淘宝下单）; facts that stand among the missing ones anyway are not named again. */
export function reasonWords({ missing }: Decision, facts: NonNullable<WaitsFor[string]>, lang: Language): string {
  if (facts.length === 0) return ''
  const shown = new Set(missing.map(({ fact }) => fact))
  const own = [...new Set(facts.filter(({ fact }) => !shown.has(fact)).map(({ label }) => label[lang]))]
  if (own.length === 0) return lang === 'zh' ? '（等需补充的情况）' : ' (waits for what is still needed)'
  return lang === 'zh' ? `（缺：${listed(own, lang)}）` : ` (unknown: ${listed(own, lang)})`
}
