// An answer in words, and whether a change of answers is better or worse for the buyer.
// Promise: told by the order of favour that floors are measured by; where there is none, or amounts weigh, by the money.

import type { Ruled } from '../domain/domain.js'
import { type Answer, CONFLICT, isAnswer } from '../engine/answer.js'
import { outcomeJson } from '../engine/answered.js'
import type { Evaluation } from '../engine/evaluate.js'
import { favourOf } from '../engine/fold.js'
import type { Question } from '../engine/question.js'
import type { Text } from '../engine/text.js'
import { answerText } from './answer-words.js'
import { answersAmong } from './outcomes.js'

/** An outcome in words. */
export function outcomeText(question: Question, outcome: Answer): Text {
  if (outcome === CONFLICT) return { zh: '冲突', en: 'conflict' }
  if (!isAnswer(outcome)) return { zh: '没有回答', en: 'no answer' }
  const said = answersAmong(outcome).map((one) => answerText(question.declaration, outcomeJson(question, one)))
  return { zh: said.map(({ zh }) => zh).join('或'), en: said.map(({ en }) => en).join(' or ') }
}

/** For the buyer, as the order of favour has it; where one side answers nothing, or conflicts, which side it is. */
export type Direction = 'better' | 'worse' | 'appears' | 'vanishes' | 'other'

type Found = Evaluation<unknown> | undefined

/** The direction of a change for the buyer; `decided`: one case before and after it. */
export function directionOf(
  question: Question,
  before: Answer,
  after: Answer,
  decided: readonly [Found, Found] | undefined,
  { domain }: Ruled,
): Direction {
  if (!isAnswer(before) || !isAnswer(after))
    return isAnswer(before) ? 'vanishes' : isAnswer(after) ? 'appears' : 'other'
  const { favour } = question
  if (favour !== undefined && typeof favour !== 'function') {
    const [old, now] = [before, after].map((answer) => favourOf(question, answer, () => []).least) as [number, number]
    return now > old ? 'better' : 'worse'
  }
  if (favour === undefined || decided === undefined) return 'other'
  const [old, now] = decided.map((one) => domain.proofs.sum?.due(one?.computed)?.total)
  if (old === undefined || now === undefined) return 'other'
  if (now.least > old.most) return 'better'
  return now.most < old.least ? 'worse' : 'other'
}
