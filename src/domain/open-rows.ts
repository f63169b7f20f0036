// Rows on what is still open: a deadline or another term that may be or not, with what is to be asked first.
// Promise: what is open is said to be open, never left out; what rules conflict on is said to be in conflict.
import type { Answered } from '../engine/answered.js'
import type { Json } from '../engine/declaration.js'
import type { Model } from '../engine/model.js'
import type { Question } from '../engine/question.js'
import type { Decision, Language, Row, WaitsFor } from './domain.js'
import { openWords, row } from './rows.js'
import { answerOf, listed, valueWords } from './words.js'

/** A member of a question with an answer that is not settled. */
export interface OpenMember {
  readonly question: Question
  readonly answer: Answered<Json>
}

/** Members of a question that may still be one thing or another, or on which rules conflict. */
export function openMembers(model: Model, decision: Decision, group: string): OpenMember[] {
  return model.questions.flatMap((question) => {
    const answer = question.group === group ? answerOf(decision, question) : undefined
    const isOpen = answer !== undefined && (answer.status === 'open' || answer.status === 'conflict')
    return isOpen && answer.arises !== 'no' ? [{ question, answer }] : []
  })
}

/**
 * One row: 回复期限 未定，可能为：评价时间后 24 小时内、没有（先要问：评价有内容）; several are counted under the question's name. A
 * conflict is no open answer: it has a row of its own.
 */
export function openTermRows(
  model: Model,
  decision: Decision,
  group: string,
  lang: Language,
  waitsFor: WaitsFor,
): Row[] {
  const members = openMembers(model, decision, group)
  const open = members.filter(({ answer }) => answer.status === 'open')
  const clashing = members.filter(({ answer }) => answer.status === 'conflict')
  return [
    ...clashing.map(({ question, answer }) =>
      row(question.label[lang], valueWords(question, 'conflict', lang), answer.rules),
    ),
    ...stillOpenRows(open, lang, waitsFor(group)),
  ]
}

function stillOpenRows(open: readonly OpenMember[], lang: Language, why: string): Row[] {
  const [first] = open
  if (first === undefined) return []
  const { question, answer } = first
  if (open.length > 1) {
    const labels = open.map((one) => one.question.label)
    return [row(question.declaration.label[lang], `${openWords(labels, lang)}${why}`)]
  }
  const none = lang === 'zh' ? '没有' : 'none'
  const may = answer.possible.map((value) => (value === 'silent' ? none : valueWords(question, value, lang)))
  const words = `${listed(may, lang)}${why}`
  return [row(question.label[lang], lang === 'zh' ? `未定，可能为：${words}` : `open: ${words}`, answer.rules)]
}

/** What is not settled, as a cell of a list names it: 回复期限（未定）, or 回复期限（规则互相冲突）. */
export function openWord({ question, answer }: OpenMember, lang: Language): string {
  const zh = lang === 'zh'
  const word = answer.status === 'conflict' ? valueWords(question, 'conflict', lang) : zh ? '未定' : 'open'
  return zh ? `${question.label.zh}（${word}）` : `${question.label.en} (${word})`
}
