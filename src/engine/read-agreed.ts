// Reads what was agreed, as a case states it: question and answer in words of either language, and who did.
// Promise: no question is answered twice, in whatever words; whoever agreed is named on one line.
import { type Answer, readAnswers } from './answer.js'
import type { Json } from './declaration.js'
import { domainOf, parseCaseValue } from './fact-value.js'
import { type Issue, issue } from './issue.js'
import type { Model } from './model.js'
import { isObject } from './plain.js'
import { encodeAnswer, type Question } from './question.js'
import { isLine } from './text.js'
import { contains } from './value-set.js'

/** Answers given from outside, by the index of their question. */
export type Agreed = readonly { readonly question: number; readonly value: Answer }[]

const BY = ['by', '经办']

/** Something a case says twice, as a rule once in ids and once in Chinese. */
export function writtenTwice(path: readonly string[], key: string, zh = key, en = key): Issue {
  return issue('duplicate-key', path, key, { zh: `「${zh}」写了两次`, en: `"${en}" is written twice` })
}

/** Reads the agreement that stands under `key`; what is wrong goes to `issues`. */
export function readAgreed(
  model: Model,
  value: unknown,
  key: string,
  issues: Issue[],
): { agreed: Agreed; by: string | undefined } {
  if (!isObject(value)) {
    issues.push(
      issue('wrong-type', [key], value, {
        zh: `「${key}」应为对象，如 {"问题": "答案", "经办": "张三"}`,
        en: `"${key}" is an object, as {"question": "answer", "by": "Ann"}`,
      }),
    )
    return { agreed: [], by: undefined }
  }
  const entries = Object.entries(value)
  const named = entries.filter(([word]) => BY.includes(word))
  if (named.length > 1) issues.push(writtenTwice([key, 'by'], 'by'))
  const by = named[0]?.[1]
  if (by === undefined) {
    issues.push(
      issue('missing-key', [key, 'by'], by, {
        zh: '约定须写明「经办」：谁定的',
        en: 'what was agreed names who did: "by"',
      }),
    )
  } else if (!isLine(by, 60)) {
    issues.push(
      issue('wrong-type', [key, 'by'], by, {
        zh: '「经办」应为一行文字，1 到 60 字',
        en: '"by" is one line of text, of 1 to 60 characters',
      }),
    )
  }
  const questions = Object.fromEntries(entries.filter(([word]) => !BY.includes(word))) as Readonly<Record<string, Json>>
  const answers = readAnswers(model, questions, [key], issues, encodeSpoken)
  const seen = new Set<Question>()
  for (const { question } of answers) {
    if (seen.has(question)) {
      issues.push(writtenTwice([key, question.group], question.id, question.label.zh))
    }
    seen.add(question)
  }
  for (const [first, second, soWith] of model.declaration.together ?? []) {
    const one = answers.find(({ question }) => question.id === first)
    const answer = one?.question.values?.[one.value as number]
    const question = model.questionOf.get(second)
    if (answer !== undefined && question && !seen.has(question))
      answers.push({ question, value: Number(soWith.includes(answer)) })
  }
  return {
    agreed: answers.map((one) => ({ question: one.question.index, value: one.value })),
    by: typeof by === 'string' ? by : undefined,
  }
}

/** Answers as a case writes them: labels and 是 / 否 are welcome, money is a string of yuan. */
function encodeSpoken(question: Question, value: Json): number | undefined {
  const { declaration } = question
  if (declaration.kind === 'choice') {
    const index = Object.values(declaration.values).findIndex((label) => label.zh === value)
    return index >= 0 ? index : encodeAnswer(question, value)
  }
  if (declaration.kind === 'members' && (value === '是' || value === '否')) return Number(value === '是')
  if (declaration.kind !== 'money') return encodeAnswer(question, value)
  const fen = parseCaseValue({ kind: 'money' }, value)
  return fen !== undefined && contains(domainOf({ kind: 'money' }, false), fen) ? fen : undefined
}
