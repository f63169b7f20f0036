// What is to be done, as a decision lists it.
// Promise: in declared order, each task with who does it.
import type { Answered, RuleReference } from '../../engine/answered.js'
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

/** @param chosen members of the question of tasks that are surely answered with yes */
export function tasksOf(
  { ruleSet: { model } }: AfterSaleRuleSet,
  chosen: readonly string[],
  answers: Readonly<Record<string, Answered<boolean>>>,
): Task[] {
  const members: Readonly<Record<string, { readonly label: Text; readonly by: string }>> =
    model.declaration.questions.tasks.members
  return chosen.flatMap((task) => {
    const member = members[task]
    const answer = answers[task]
    return member === undefined || answer === undefined
      ? []
      : [{ task, label: member.label, by: member.by, rules: answer.rules }]
  })
}
