// Questions whose answers are told better or worse, greater or less, by what a case says.
// Promise: worked out once per rule set.
import { type Answer, isAnswer } from './answer.js'
import type { CompiledRule } from './load-rules.js'
import type { Question } from './question.js'

/** A question whose answers are weighed by what the case says, with every answer that some rule gives. */
export interface Weighed {
  readonly question: Question
  readonly answers: readonly { readonly rule: number; readonly value: Answer }[]
}

/** Whether what a case says tells the answers of a question better or worse, greater or less. */
export function isWeighed({ declaration, favour }: Question): boolean {
  return declaration.kind === 'terms' || typeof favour === 'function'
}

/** Questions whose answers the facts weigh. */
export function weighedOf(questions: readonly Question[], rules: readonly CompiledRule[]): readonly Weighed[] {
  return questions.filter(isWeighed).map((question) => ({
    question,
    answers: rules.flatMap(({ index, answers }) =>
      answers
        .filter((one) => one.question === question.index && isAnswer(one.value))
        .map(({ value }) => ({ rule: index, value })),
    ),
  }))
}
