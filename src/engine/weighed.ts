// Questions whose answers are told better or worse, greater or less, by what a case says.
// Promise: worked out once per rule set.
import { type Answer, isAnswer, type Terms } from './answer.js'
import { frozen } from './frozen.js'
import type { CompiledRule } from './load-rules.js'
import type { Question } from './question.js'

/** A question whose answers are weighed by what the case says, with every answer that some rule gives. */
export interface Weighed {
  readonly question: Question
  readonly answers: readonly WeighedAnswer[]
}

interface WeighedAnswer {
  readonly rule: number
  readonly value: Answer
}

/** Whether what a case says tells the answers of a question better or worse, greater or less. */
export function isWeighed({ declaration, favour }: Question): boolean {
  return declaration.kind === 'terms' || typeof favour === 'function'
}

/** Questions whose answers the facts weigh. */
export function weighedOf(questions: readonly Question[], rules: readonly CompiledRule[]): readonly Weighed[] {
  const answersTo = new Map(questions.filter(isWeighed).map(({ index }) => [index, [] as WeighedAnswer[]]))
  for (const { index: rule, answers } of rules)
    for (const { question, value } of answers) if (isAnswer(value)) answersTo.get(question)?.push({ rule, value })
  return [...answersTo].map(([index, answers]) => ({ question: questions[index] as Question, answers }))
}

/** Every term that some rule answers with. */
export function termsIn(rules: readonly CompiledRule[]): Terms {
  const answers = rules.flatMap((rule) => rule.answers)
  return new Map(
    answers.flatMap(({ value }) => (typeof value === 'string' ? [[value, frozen(JSON.parse(value))]] : [])),
  )
}
