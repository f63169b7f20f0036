// What is to be done, as a decision lists it.
// Promise: in declared order, each task with who does it.
import type { Answered, RuleReference } from '../../engine/answered.js'
import type { Json } from '../../engine/declaration.js'
import type { Text } from '../../engine/text.js'
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

export function isYes(answer: Answered<Json> | undefined): boolean {
  return answer?.status === 'settled' && answer.value === true
}
