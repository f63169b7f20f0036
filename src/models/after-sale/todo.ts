// What is to be done and by when, as a decision lists it.
// Promise: in declared order; a date is given only where the event and the calendar are known.
import type { Answered, RuleReference } from '../../engine/answered.js'
import type { Json } from '../../engine/declaration.js'
import type { Evaluation } from '../../engine/evaluate.js'
import { viewOf } from '../../engine/facts.js'
import type { Rulings } from '../../engine/rulings.js'
import type { Text } from '../../engine/text.js'
import { type Deadline, datedDeadlines } from '../deadlines/dated.js'
import { deadlineWords } from './deadline-term.js'
import type { afterSale } from './model.js'

type AfterSaleRuleSet = { readonly ruleSet: { readonly model: typeof afterSale } }

export interface Task {
  readonly task: string
  readonly label: Text
  /** Who does it. */
  readonly by: string
  readonly rules: readonly RuleReference[]
}

/** In declared order: answers come in the order of the model's members. */
export function tasksOf(
  { ruleSet: { model } }: AfterSaleRuleSet,
  answers: Readonly<Record<string, Answered<boolean>>>,
): Task[] {
  const members: Readonly<Record<string, { readonly label: Text; readonly by: string }>> =
    model.declaration.questions.tasks.members
  return Object.entries(answers).flatMap(([task, answer]) => {
    const member = members[task]
    return member !== undefined && isYes(answer)
      ? [{ task, label: member.label, by: member.by, rules: answer.rules }]
      : []
  })
}

export function deadlinesOf(
  rulings: Rulings & AfterSaleRuleSet,
  evaluation: Evaluation<unknown>,
  answers: Readonly<Record<string, Answered<Json>>>,
): Deadline[] {
  const { members } = rulings.ruleSet.model.declaration.questions.deadlines
  return datedDeadlines(deadlineWords, members, viewOf(rulings, evaluation.known), answers)
}

export function isYes(answer: Answered<Json> | undefined): boolean {
  return answer?.status === 'settled' && answer.value === true
}
