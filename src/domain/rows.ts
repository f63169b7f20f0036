// Rows of what a decision says: the answers with the rules behind them.
// Promise: one row per answer that arises; an open answer shows all it may still be, several open yes/no members of one
// question are counted in one row.
import type { Answered, RuleReference } from '../engine/answered.js'
import type { Json } from '../engine/declaration.js'
import type { Model } from '../engine/model.js'
import type { Question } from '../engine/question.js'
import type { Text } from '../engine/text.js'
import type { Decision, Language, ReportParts, Row, WaitsFor } from './domain.js'
import { answerOf, listed, onOneLine, questionLabel, valueWords } from './words.js'

export function row(label: string, text: string, rules: readonly RuleReference[] = []): Row {
  return { label: onOneLine(label), text: onOneLine(text), rules: rules.map(({ title }) => onOneLine(title)) }
}

/** The answers, but for questions with sections of their own; `waitsFor` says what stands behind those that are open. */
export function answerRows(
  model: Model,
  elsewhere: ReportParts['elsewhere'],
  decision: Decision,
  lang: Language,
  waitsFor: WaitsFor,
): Row[] {
  const shown = model.questions.flatMap((question) => {
    const answer = answerOf(decision, question)
    if (answer === undefined || answer.arises === 'no' || elsewhere(question.group, answer.status)) return []
    if (answer.status === 'silent' && !(question.essential && answer.arises === 'yes')) return []
    return [{ question, answer }]
  })
  const open = shown.filter(({ question, answer }) => question.member !== undefined && isEither(answer))
  return shown.flatMap(({ question, answer }) => {
    const alike = isEither(answer) ? open.filter((one) => one.question.group === question.group) : []
    if (alike.length < 2)
      return [
        row(
          questionLabel(model, question.id, lang),
          `${answerWords(question, answer, lang)}${conditionWords(answer, lang)}${waitsFor(question.id)}`,
          answer.rules,
        ),
      ]
    const labels = alike.map((one) => one.question.label)
    return alike[0]?.question === question
      ? [row(question.declaration.label[lang], `${openWords(labels, lang)}${waitsFor(question.group)}`)]
      : []
  })
}

function isEither({ status, possible }: Answered<Json>): boolean {
  return status === 'open' && possible.includes(true) && possible.includes(false)
}

/** How many are open, and the first of them: 5 项未定：退换货、免费退换、申请VIP 等. */
export function openWords(labels: readonly Text[], lang: Language): string {
  return `${labels.length}${lang === 'zh' ? ' 项未定：' : ' open: '}${firstWords(labels, lang)}`
}

/** The first three: 退换货、免费退换、申请VIP 等. */
export function firstWords(labels: readonly Text[], lang: Language): string {
  const names = labels.slice(0, 3).map((label) => label[lang])
  const more = lang === 'zh' ? ' 等' : ' and others'
  return `${listed(names, lang)}${labels.length > 3 ? more : ''}`
}

function answerWords(question: Question, answer: Answered<Json>, lang: Language): string {
  const words = answer.possible.map((value) => valueWords(question, value, lang))
  if (answer.status !== 'open') return words.join('')
  return `${lang === 'zh' ? '未定，可能为：' : 'open: '}${listed(words, lang)}`
}

function conditionWords({ arises, exhaustive }: Answered<Json>, lang: Language): string {
  const notes = [
    ...(arises === 'unknown' ? [{ zh: '如果产生', en: 'if it arises' }] : []),
    ...(exhaustive ? [{ zh: '无论其余情况如何', en: 'whatever the rest is' }] : []),
  ].map((note) => note[lang])
  if (notes.length === 0) return ''
  return lang === 'zh' ? `（${notes.join('，')}）` : ` (${notes.join(', ')})`
}
