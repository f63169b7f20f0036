// Steps of the model's table: the rules never take one the table does not have, and no state under way is a dead end.
// Promise: read from the same table that stories step through.
import type { StepTable } from '../domain/domain.js'
import type { Answer } from '../engine/answer.js'
import type { Column } from '../engine/model.js'
import type { Question } from '../engine/question.js'
import { point } from '../engine/value-set.js'
import { comesTo } from './check-questions.js'
import { type Checked, type Claim, checked, lacking, summed } from './finding.js'
import { all } from './formula.js'
import type { Subject } from './subject.js'

export function checkSteps(subject: Subject): readonly Checked[] {
  const { answering, rulings, space } = subject
  const { model } = rulings.ruleSet
  const { steps } = rulings.domain
  if (steps === undefined) return []
  const question = model.questionOf.get(steps.question) as Question
  const state = model.columnOf.get(steps.state) as Column
  const requested = model.columnOf.get(steps.requested) as Column
  if (answering.answeringRules(question.index).length === 0) return []
  const claims = [...answering.outcomes(question)].flatMap(([answer, takes]) => {
    const action = actionOf(question, answer)
    if (action === undefined) return []
    return state.options.flatMap(({ id: from, label }, i) =>
      requested.options.flatMap(({ id: request, label: what }, k): Claim[] => {
        if (space.variableAt(state.id) === undefined || space.variableAt(requested.id) === undefined) return []
        if (steps.take(from, action.id, request).ok) return []
        return [
          {
            id: `refund-steps ${from} ${action.id} ${request}`,
            text: {
              zh: `${state.label.zh}「${label.zh}」（${what.zh}）时「${action.zh}」不合法`,
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
  return [checked(subject, 'refund-steps', question.id, claims), deadEnds(steps, state)]
}

function actionOf(
  { values, declaration }: Question,
  answer: Answer,
): { readonly id: string; readonly zh: string } | undefined {
  const id = typeof answer === 'number' && answer >= 0 ? values?.[answer] : undefined
  return id === undefined || declaration.kind !== 'choice' ? undefined : { id, zh: declaration.values[id]?.zh ?? id }
}

/** From every state the table knows, some way leads to an end. */
function deadEnds({ question, rows, ends: last }: StepTable, { label }: Column): Checked {
  const states = [...new Set(rows.flatMap(({ from, to }) => [from, to]))]
  const ends = new Set(last)
  for (let changed = true; changed; ) {
    const before = ends.size
    for (const { from, to } of rows) if (ends.has(to)) ends.add(from)
    changed = ends.size > before
  }
  const findings = states
    .filter((state) => !ends.has(state))
    .map((state) =>
      lacking(`refund-steps dead-end ${state}`, {
        zh: `${label.zh} ${state} 走不到结束`,
        en: `no way leads from ${state} to an end`,
      }),
    )
  return summed('refund-steps', question, states.length, findings)
}
