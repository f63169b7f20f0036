// How answers and questions of a decision are put into words, in either language.
// Promise: every id has its declared label; whatever a case or a rule brought in stays on one line.
import type { Answered } from '../engine/answered.js'
import type { Json } from '../engine/declaration.js'
import type { Model } from '../engine/model.js'
import type { Question } from '../engine/question.js'
import type { Text } from '../engine/text.js'
import type { Language } from './domain.js'

type Group = Answered<Json> | Readonly<Record<string, Answered<Json> | undefined>>

/** The answer to a flat question (`returnPostage`, `deductions.commission`); nothing for a member that is plainly no. */
export function answerOf(decision: { readonly answers: object }, question: Question): Answered<Json> | undefined {
  const answers = decision.answers as Readonly<Record<string, Group>>
  const group = answers[question.group]
  if (group === undefined || isAnswered(group)) return group
  return group[question.member ?? '']
}

function isAnswered(group: Group): group is Answered<Json> {
  return 'possible' in group && 'arises' in group
}

/** What people call a question: its label, a member's with that of its group. */
export function questionLabel({ questionOf }: Model, id: string, lang: Language): string {
  const question = questionOf.get(id)
  if (question === undefined) return id
  const { label, declaration, member } = question
  return member === undefined ? label[lang] : `${declaration.label[lang]}${lang === 'zh' ? '·' : ' · '}${label[lang]}`
}

const YES: Text = { zh: '是', en: 'yes' }
const NO: Text = { zh: '否', en: 'no' }
const SILENT: Text = { zh: '没有规则作答', en: 'no rule answers' }
const CONFLICT: Text = { zh: '规则互相冲突', en: 'rules conflict' }

/** A value, or an outcome without one, of a flat question. */
export function valueWords({ declaration }: Question, value: Json, lang: Language): string {
  if (value === 'silent') return SILENT[lang]
  if (value === 'conflict') return CONFLICT[lang]
  if (declaration.kind === 'choice') return declaration.values[String(value)]?.[lang] ?? String(value)
  if (declaration.kind === 'members') return (value === true ? YES : NO)[lang]
  if (declaration.kind === 'terms') return declaration.say(value)[lang]
  return declaration.kind === 'money'
    ? yuan(String(value), lang)
    : `${String(value)} ${declaration.unit?.[lang] ?? ''}`.trim()
}

/** The value of a fact, by the model's own labels; what a shop declared itself stands as written. */
export function factValueWords(
  { columnOf }: Model,
  fact: string,
  value: string | number | boolean,
  lang: Language,
): string {
  if (typeof value === 'boolean') return (value ? YES : NO)[lang]
  if (value === 'none' && lang === 'zh') return '无'
  const kind = columnOf.get(fact)?.kind
  return kind?.kind === 'enum' ? (kind.values[String(value)]?.[lang] ?? String(value)) : String(value)
}

/** `80.00 元` */
export function yuan(amount: string, lang: Language): string {
  return lang === 'zh' ? `${amount} 元` : `${amount} yuan`
}

/** Names of the parties: 买家、仓库. */
export function partyWords({ declaration: { parties } }: Model, ids: readonly string[], lang: Language): string {
  return listed(
    ids.map((party) => parties[party]?.[lang] ?? party),
    lang,
  )
}

export function listed(words: readonly string[], lang: Language): string {
  return words.join(lang === 'zh' ? '、' : ', ')
}

/** The same text on one line, without what could move a cursor or break a list. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}
