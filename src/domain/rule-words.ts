// A rule in words: what must hold, and what it answers.
// Promise: every question, member and value stands under its declared label; the order is that of the document.
import { conditionLine, type Line } from '../engine/condition-words.js'
import type { Condition, Json } from '../engine/declaration.js'
import type { Model } from '../engine/model.js'
import type { Language } from './domain.js'
import { listed, valueWords } from './words.js'

/** What a rule answers to one question; members that are plainly not so stand apart. */
export interface AnswerWords {
  readonly label: string
  readonly text: string
}

const NOT: Readonly<Record<Language, string>> = { zh: '不：', en: 'not: ' }
const LEFT_OPEN: Readonly<Record<Language, string>> = { zh: '有意留空', en: 'left open on purpose' }

/** The conditions of a rule as an outline. `title` says a named condition, `parameter` a dated parameter. */
export function conditionWords(
  { columnOf, declaration: { settings = {} } }: Model,
  condition: Condition,
  title: (name: string) => string,
  parameter: (name: string) => string,
  lang: Language,
): Line {
  return conditionLine(
    condition,
    {
      columnOf,
      conditionTitle: title,
      numberLabel: (name) => settings[name]?.label[lang] ?? parameter(name),
    },
    lang,
  )
}

/** The answers of a rule, one entry per question; deadlines one per deadline. */
export function answerWords(
  { groups, declaration: { questions: declared } }: Model,
  params: Readonly<Record<string, Json>>,
  lang: Language,
): AnswerWords[] {
  return Object.entries(params).flatMap(([group, answer]) => {
    const label = declared[group]?.label[lang] ?? group
    const questions = groups.find(({ id }) => id === group)?.questions ?? []
    if (!isMembers(answer)) {
      const [question] = questions
      const text =
        question === undefined ? String(answer) : answer === null ? LEFT_OPEN[lang] : valueWords(question, answer, lang)
      return [{ label, text }]
    }
    const named = Object.entries(answer).flatMap(([member, value]) => {
      const question = questions.find((one) => one.member === member)
      return question === undefined ? [] : [{ question, value, name: question.label[lang] }]
    })
    const terms = named.filter(({ value }) => typeof value !== 'boolean')
    const said = named.filter(({ value }) => value === true).map(({ name }) => name)
    const denied = named.filter(({ value }) => value === false).map(({ name }) => name)
    return [
      ...(said.length === 0 ? [] : [{ label, text: listed(said, lang) }]),
      ...(denied.length === 0 ? [] : [{ label, text: `${NOT[lang]}${listed(denied, lang)}` }]),
      ...terms.map(({ question, value, name }) => ({
        label: name,
        text: value === null ? LEFT_OPEN[lang] : valueWords(question, value, lang),
      })),
    ]
  })
}

function isMembers(answer: Json): answer is { readonly [member: string]: Json } {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer)
}
