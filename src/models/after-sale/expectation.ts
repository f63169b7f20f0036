// What a fixture may expect, in Chinese words, and what a decision says to each.
// Promise: one word, one place of the decision; comparing is exact, sets are compared without order.
import type { Answered, RuleReference } from '../../engine/answered.js'
import { type Issue, notAmong } from '../../engine/issue.js'
import type { Amount } from './amount.js'
import type { Decision } from './decision.js'
import { afterSale } from './model.js'
import { refundStates } from './terms.js'

const { questions } = afterSale.declaration
type Group = keyof typeof questions

/** What an answer is said to be where it is no value. */
export const UNSETTLED = ['不产生', '无', '冲突', '未定'] as const

export const OUTCOMES = { settled: '可处理', 'needs-facts': '需补充信息', 'needs-review': '需人工' } as const

export const AMOUNTS: Readonly<Record<string, keyof Amount>> = {
  退款金额: 'refund',
  返还买家: 'repay',
  赔付金额: 'compensate',
  买家应付: 'buyerPays',
  支付给卖家: 'enteredAsPaid',
}

/** Questions by their Chinese label. */
export const labelToGroup = new Map(
  Object.entries(questions).map(([id, { label }]) => [label.zh as string, id as Group]),
)

/** Words a fixture may expect something of, beside the labels of the questions. */
const EXPECTED_WORDS = [
  '结果',
  '退款状态',
  '备注',
  '备注缺',
  '报告内容',
  '需补充',
  '前提',
  '底线提示',
  '有效至',
  ...Object.keys(AMOUNTS),
] as const

export function expectedWords(): string[] {
  return [...EXPECTED_WORDS, ...labelToGroup.keys()]
}

function statusWord(answer: Answered<unknown>): string | undefined {
  if (answer.arises === 'no') return '不产生'
  if (answer.status === 'silent') return '无'
  if (answer.status === 'conflict') return '冲突'
  return answer.status === 'open' ? '未定' : undefined
}

function choiceWord(group: Group, answer: Answered<unknown>): unknown {
  const word = statusWord(answer)
  if (word !== undefined) return word
  const declaration = questions[group]
  return declaration.kind === 'choice'
    ? (declaration.values as Readonly<Record<string, { zh: string }>>)[answer.value as string]?.zh
    : answer.value
}

type Members = Readonly<Record<string, Answered<unknown> | undefined>>

function membersWord(group: Group, answers: Members): unknown {
  const declaration = questions[group]
  const members: Readonly<Record<string, { readonly label: { readonly zh: string } }>> =
    'members' in declaration ? declaration.members : {}
  const given = Object.entries(members).flatMap(([member, { label }]) => {
    const answer = answers[member]
    return answer === undefined || (answer.status === 'settled' && answer.value === false)
      ? []
      : [{ label: label.zh, answer }]
  })
  if (given.length > 0 && given.every(({ answer }) => answer.arises === 'no')) return '不产生'
  return given.map(({ label, answer }) => (answer.status === 'settled' ? label : `${label}（${statusWord(answer)}）`))
}

function deadlinesWord(decision: Decision): unknown {
  return Object.fromEntries(
    decision.deadlines.map(({ label, lastDay, until }) => [label.zh, lastDay ?? until ?? '未定']),
  )
}

function answerWord(group: Group, decision: Decision): unknown {
  if (group === 'deadlines') return deadlinesWord(decision)
  const answers = decision.answers[group]
  return 'members' in questions[group]
    ? membersWord(group, answers as Members)
    : choiceWord(group, answers as Answered<unknown>)
}

function amountWord(decision: Decision, key: keyof Amount): unknown {
  const sum = decision.amount[key]
  if (sum === undefined) return '不产生'
  if (sum.value !== undefined) return sum.value
  return {
    ...(sum.atLeast === undefined ? {} : { 至少: sum.atLeast }),
    ...(sum.atMost === undefined ? {} : { 至多: sum.atMost }),
  }
}

/** What the decision says where a fixture expects `word`; `undefined` for a word nothing is said of. */
export function saidOf(word: string, decision: Decision): unknown {
  const group = labelToGroup.get(word)
  const amount = AMOUNTS[word]
  // 「备注」 is both a question and the text it comes to: a fixture expects the text.
  if (word === '备注') return decision.remark.text
  if (word === '旗帜') return choiceWord('flag', decision.answers.flag)
  if (group !== undefined) return answerWord(group, decision)
  if (amount !== undefined) return amountWord(decision, amount)
  if (word === '结果') return OUTCOMES[decision.outcome]
  if (word === '退款状态') return decision.nextState?.label.zh ?? '不变'
  if (word === '备注缺') return decision.remark.missing
  if (word === '报告内容') return decision.reports.map(({ text }) => text)
  if (word === '需补充') return decision.missing.map(({ label }) => label.zh)
  if (word === '前提') return decision.presumed.map(({ label }) => label.zh)
  if (word === '有效至') return decision.validUntil ?? '不限'
  if (word === '底线提示') return decision.breaches.map(({ question }) => afterSale.questionOf.get(question)?.label.zh)
  return undefined
}

/**
 * The rules behind an answer; `exhaustive` when it is settled because every possibility left gives it. Of members, every
 * one that is yes must be so, or every one spoken of where none is.
 */
export function basisOf(
  word: string,
  decision: Decision,
): { readonly rules: readonly RuleReference[]; readonly exhaustive: boolean } | undefined {
  const group = labelToGroup.get(word)
  if (group === undefined) return undefined
  const answers = decision.answers[group]
  const all = (
    'members' in questions[group] ? Object.values(answers as Members) : [answers as Answered<unknown>]
  ).filter((one) => one !== undefined)
  const rules = new Map(all.flatMap((answer) => answer.rules).map((rule) => [rule.id, rule]))
  const given = all.filter(({ status, value }) => status !== 'settled' || value !== false)
  const weighed = given.length > 0 ? given : all
  return {
    rules: [...rules.values()],
    exhaustive: weighed.length > 0 && weighed.every(({ exhaustive }) => exhaustive === true),
  }
}

/** Words that are no expectation. */
export function checkWords(words: Readonly<Record<string, unknown>>, path: readonly (string | number)[]): Issue[] {
  const known = expectedWords()
  return Object.keys(words)
    .filter((word) => !known.includes(word))
    .map((word) => notAmong('unknown-key', [...path, word], word, known, { zh: '期望', en: 'expectation' }))
}

/** The words a refund state is known by. */
export function stateLabel(state: string): string {
  return (refundStates as Readonly<Record<string, { zh: string }>>)[state]?.zh ?? state
}
