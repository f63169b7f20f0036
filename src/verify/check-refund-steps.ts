// Refund states: the rules never take a step the table does not have, and no state under way is a dead end.
// Promise: read from the same table that `transition` reads.
import type { Answer } from '../engine/answer.js'
import type { Column } from '../engine/model.js'
import type { Question } from '../engine/question.js'
import { point } from '../engine/value-set.js'
import { refundSteps, transition } from '../models/after-sale/refund-status.js'
import { comesTo } from './check-questions.js'
import { type Checked, type Claim, checked, type Finding, NO_REGION, summed } from './finding.js'
import { all } from './formula.js'
import type { Subject } from './subject.js'

const FINAL: readonly string[] = ['SUCCESS', 'CLOSED']

export function checkRefundSteps(subject: Subject): readonly Checked[] {
  const { answering, rulings, space } = subject
  const { model } = rulings.ruleSet
  const question = model.questionOf.get('refundAction') as Question
  const state = model.columnOf.get('refundState') as Column
  const requested = model.columnOf.get('requested') as Column
  if (answering.answeringRules(question.index).length === 0) return []
  const claims = [...answering.outcomes(question)].flatMap(([answer, takes]) => {
    const action = actionOf(question, answer)
    if (action === undefined) return []
    return state.options.flatMap(({ id: from, label }, i) =>
      requested.options.flatMap(({ id: request, label: what }, k): Claim[] => {
        if (space.variableAt('refundState') === undefined || space.variableAt('requested') === undefined) return []
        if (transition(from, action.id, request).ok) return []
        return [
          {
            id: `refund-steps ${from} ${action.id} ${request}`,
            text: {
              zh: `退款状态「${label.zh}」（${what.zh}）时「${action.zh}」不合法`,
              en: `the step ${action.id} is not one of ${from} (${request})`,
            },
            rules: [],
            never: all([
              takes,
              answering.arises(question),
              space.valueIn(state.id, point(i)),
              space.valueIn(requested.id, point(k)),
            ]),
            shows: comesTo(question, answer),
          },
        ]
      }),
    )
  })
  return [checked(subject, 'refund-steps', question.id, claims), deadEnds()]
}

function actionOf(
  { values, declaration }: Question,
  answer: Answer,
): { readonly id: string; readonly zh: string } | undefined {
  const id = typeof answer === 'number' && answer >= 0 ? values?.[answer] : undefined
  return id === undefined || declaration.kind !== 'choice' ? undefined : { id, zh: declaration.values[id]?.zh ?? id }
}

/** From every state the table knows, some way leads to an end. */
function deadEnds(): Checked {
  const states = [...new Set(refundSteps.flatMap(({ from, to }) => [from, to] as string[]))]
  const ends = new Set(FINAL)
  for (let changed = true; changed; ) {
    const before = ends.size
    for (const { from, to } of refundSteps) if (ends.has(to)) ends.add(from)
    changed = ends.size > before
  }
  const findings = states
    .filter((state) => !ends.has(state))
    .map(
      (state): Finding => ({
        id: `refund-steps dead-end ${state}`,
        verdict: 'refuted',
        text: { zh: `退款状态 ${state} 走不到结束`, en: `no way leads from ${state} to an end` },
        rules: [],
        ...NO_REGION,
        witness: undefined,
      }),
    )
  return summed('refund-steps', 'refundAction', states.length, findings)
}
