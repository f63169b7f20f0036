// Which rules contradict each other in a decision: what a rule author has to settle, with the way to do it.
// Promise: from the decision alone; one entry a question, with every rule that clashes by id and title.
import type { RuleReference } from '../engine/answered.js'
import type { Decision } from '../engine/decision.js'
import type { Model } from '../engine/model.js'
import type { Text } from '../engine/text.js'
import { answerOf } from './words.js'

/** A question to which rules of one layer give different answers. */
export interface Conflict {
  /** Id of the question; of a member `group.member`. */
  readonly question: string
  readonly label: Text
  readonly rules: readonly Pick<RuleReference, 'id' | 'title'>[]
}

/** Every question in conflict that arises, in the order of the model. */
export function conflictsOf({ questions }: Model, decision: Decision): Conflict[] {
  return questions.flatMap((question) => {
    const answer = answerOf(decision, question)
    if (answer?.status !== 'conflict' || answer.arises === 'no') return []
    const rules = answer.rules.map(({ id, title }) => ({ id, title }))
    return [{ question: question.id, label: question.label, rules }]
  })
}

/** A conflict in one line: the rules that clash, and how one of them is made to win. */
export function conflictText({ label, rules }: Conflict): Text {
  const [first = '', second = ''] = rules.map(({ id }) => id)
  return {
    zh: `「${label.zh}」冲突：${rules.map(({ id, title }) => `「${title}」（${id}）`).join('与')}都成立而答案不同；以哪条为准，就在哪条里写 exceptionTo，如在 ${first} 里写 "exceptionTo": ["${second}"]`,
    en: `"${label.en}" conflicts: ${rules.map(({ id, title }) => `"${title}" (${id})`).join(' and ')} both hold and answer differently; write exceptionTo into the one that is to win, as "exceptionTo": ["${second}"] in ${first}`,
  }
}
