// What is to be done and by when, as a decision lists it.
// Promise: in declared order; a date is given only where the event and the calendar are known.
import { dayOf, formatDay, formatInstant } from '../../calendar.js'
import type { Answered, RuleReference } from '../../engine/answered.js'
import type { Json } from '../../engine/declaration.js'
import type { Evaluation } from '../../engine/evaluate.js'
import { viewOf } from '../../engine/facts.js'
import type { Rulings } from '../../engine/rulings.js'
import type { Text } from '../../engine/text.js'
import { deadlineInstant, termIn } from './deadline.js'
import { endsWithDay } from './deadline-term.js'
import type { afterSale } from './model.js'

type AfterSaleRuleSet = { readonly ruleSet: { readonly model: typeof afterSale } }

export interface Task {
  readonly task: string
  readonly label: Text
  /** Who does it. */
  readonly by: string
  readonly rules: readonly RuleReference[]
}

export interface Deadline {
  readonly deadline: string
  readonly label: Text
  /** How the source says it: so many days after an event, or a time of day. Days of a setting nobody gave stand by its name. */
  readonly term: Json
  /** The last Beijing day, `YYYY-MM-DD`, once the event and the holidays are known; none where it ends on a minute. */
  readonly lastDay?: string
  /** The first instant after that day, or the minute it ends on. */
  readonly until?: string
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
  const { deadlines } = rulings.ruleSet.model.declaration.questions
  const members: Readonly<Record<string, { readonly label: Text }>> = deadlines.members
  const view = viewOf(rulings, evaluation.known)
  return Object.entries(answers).flatMap(([deadline, { status, value, rules }]) => {
    const member = members[deadline]
    if (member === undefined || status !== 'settled' || value === undefined) return []
    const until = deadlineInstant(value, view)
    const dates = until === undefined ? {} : datesOf(until, endsWithDay(value))
    return [{ deadline, label: member.label, term: termIn(value, view), ...dates, rules }]
  })
}

function datesOf(until: number, endsWithDay: boolean): Pick<Deadline, 'lastDay' | 'until'> {
  const moment = { until: formatInstant(until) }
  return endsWithDay ? { lastDay: formatDay(dayOf(until) - 1), ...moment } : moment
}

export function isYes(answer: Answered<Json> | undefined): boolean {
  return answer?.status === 'settled' && answer.value === true
}
