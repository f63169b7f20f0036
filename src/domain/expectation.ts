// What a fixture may expect, in Chinese words, and what a decision says to each.
// Promise: one word, one place of the decision; comparing is exact, sets are compared without order.
import type { Answered, RuleReference } from '../engine/answered.js'
import type { QuestionDeclaration } from '../engine/declaration.js'
import { type Issue, notAmong } from '../engine/issue.js'
import type { Deciding, Decision } from './domain.js'

/** What an answer is said to be where it is no value. */
export const UNSETTLED = ['不产生', '无', '冲突', '未定'] as const

export const OUTCOMES = { settled: '可处理', 'needs-facts': '需补充信息', 'needs-review': '需人工' } as const

type Said = (decision: Decision, domain: Deciding, waitsFor?: AwaitedBy) => unknown

/** Labels of the facts an open answer to a question waits for, by the question's id. */
export type AwaitedBy = (question: string) => readonly string[]

/** Words every decision says something to, beside its answers. */
const SAID: Readonly<Record<string, Said>> = {
  结果: ({ outcome, missing }, _, waitsFor) =>
    waiting(OUTCOMES[outcome], waitsFor && outcome === 'needs-facts' ? missing.map(({ label }) => label.zh) : []),
  需补充: ({ missing }) => missing.map(({ label }) => label.zh),
  前提: ({ presumed }) => presumed.map(({ label }) => label.zh),
  底线提示: ({ breaches }, { model }) => breaches.map(({ question }) => model.questionOf.get(question)?.label.zh),
  有效至: ({ validUntil }) => validUntil ?? '不限',
}

/** Words a fixture may expect something of. */
export function expectedWords({ model, expected }: Deciding): string[] {
  const labels = Object.values(model.declaration.questions).map(({ label }) => label.zh)
  return [...new Set([...Object.keys(SAID), ...Object.keys(expected), ...labels])]
}

/** The question of a Chinese label, with its id. */
export function questionCalled(
  { model }: Deciding,
  label: string,
): { readonly id: string; readonly declaration: QuestionDeclaration } | undefined {
  const found = Object.entries(model.declaration.questions).find(([, one]) => one.label.zh === label)
  return found && { id: found[0], declaration: found[1] }
}

function statusWord(answer: Answered<unknown>, id: string, waitsFor?: AwaitedBy): string | undefined {
  if (answer.arises === 'no') return '不产生'
  if (answer.status === 'silent') return '无'
  if (answer.status === 'conflict') return '冲突'
  if (answer.status !== 'open') return undefined
  return waiting('未定', waitsFor?.(id) ?? [])
}

function waiting(word: string, facts: readonly string[]): string {
  return facts.length > 0 ? `${word}，缺：${facts.join('、')}` : word
}

function valueWord(declaration: QuestionDeclaration, answer: Answered<unknown>, id: string, waitsFor?: AwaitedBy) {
  const word = statusWord(answer, id, waitsFor)
  if (word !== undefined) return word
  return declaration.kind === 'choice' ? declaration.values[String(answer.value)]?.zh : answer.value
}

type Members = Readonly<Record<string, Answered<unknown> | undefined>>

function membersWord(declaration: QuestionDeclaration, answers: Members, id: string, waitsFor?: AwaitedBy): unknown {
  const members = 'members' in declaration ? declaration.members : {}
  const given = Object.entries(members).flatMap(([member, { label }]) => {
    const answer = answers[member]
    return answer === undefined || (answer.status === 'settled' && answer.value === false)
      ? []
      : [{ label: label.zh, answer, member }]
  })
  if (given.length > 0 && given.every(({ answer }) => answer.arises === 'no')) return '不产生'
  // What many wait for, one by one, nobody reads.
  const isMany = given.filter(({ answer }) => answer.status === 'open').length > 3
  return given.map(({ label, answer, member }) =>
    answer.status === 'settled'
      ? label
      : `${label}（${statusWord(answer, `${id}.${member}`, isMany ? undefined : waitsFor)}）`,
  )
}

/**
 * What the decision says where a fixture expects `word`; `undefined` for a word nothing is said of. With `waitsFor` an
 * open answer says what it waits for: 未定，缺：配件齐全. No fixture expects that: it is for people.
 */
export function saidOf(domain: Deciding, word: string, decision: Decision, waitsFor?: AwaitedBy): unknown {
  // A text may go by the name of the question it comes from: a fixture expects the text.
  const own = domain.expected[word]
  if (own !== undefined) return own.of(decision)
  const question = questionCalled(domain, word)
  if (question === undefined) return SAID[word]?.(decision, domain, waitsFor)
  const { id, declaration } = question
  if (id === domain.deadlines) return datesWord(decision)
  const answers = answersTo(decision, id)
  return 'members' in declaration
    ? membersWord(declaration, answers as Members, id, waitsFor)
    : valueWord(declaration, answers as Answered<unknown>, id, waitsFor)
}

function datesWord({ deadlines = [] }: Decision): unknown {
  return Object.fromEntries(deadlines.map(({ label, lastDay, until }) => [label.zh, lastDay ?? until ?? '未定']))
}

function answersTo({ answers }: Decision, id: string): Answered<unknown> | Members {
  const groups: Readonly<Record<string, unknown>> = answers
  return groups[id] as Answered<unknown> | Members
}

/**
 * The rules behind an answer; `exhaustive` when it is settled because every possibility left gives it. Of members, every
 * one that is yes must be so, or every one spoken of where none is.
 */
export function basisOf(
  domain: Deciding,
  word: string,
  decision: Decision,
): { readonly rules: readonly RuleReference[]; readonly exhaustive: boolean } | undefined {
  const question = questionCalled(domain, word)
  if (question === undefined) return undefined
  const answers = answersTo(decision, question.id)
  const all = (
    'members' in question.declaration ? Object.values(answers as Members) : [answers as Answered<unknown>]
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
export function checkWords(
  domain: Deciding,
  words: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
): Issue[] {
  const known = expectedWords(domain)
  return Object.keys(words)
    .filter((word) => !known.includes(word))
    .map((word) => notAmong('unknown-key', [...path, word], word, known, { zh: '期望', en: 'expectation' }))
}
