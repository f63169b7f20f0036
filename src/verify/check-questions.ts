// Per question: no case without an answer, and no case in which rules of one layer disagree.
// Promise: a gap counts where the question arises and a case waits for its answer; a conflict counts anywhere.
import { type Answer, CONFLICT, OPEN, SILENT } from '../engine/answer.js'
import type { CompiledRule } from '../engine/load-rules.js'
import { YES } from '../engine/matcher.js'
import type { Question } from '../engine/question.js'
import { type Checked, type Claim, checked } from './finding.js'
import { all, FALSE } from './formula.js'
import { answerOf, pairsOf } from './outcomes.js'
import type { Subject } from './subject.js'
import type { Shows } from './witness.js'

/** No gap: an essential question that arises has an answer. Where silence means something, there is none. */
export function noGap(subject: Subject, question: Question): Checked {
  return checked(subject, 'no-gap', question.id, [gapClaim(subject, question)])
}

export function gapClaim({ answering }: Subject, question: Question): Claim {
  const silent = answering.outcomes(question).get(SILENT) ?? FALSE
  const { zh, en } = question.label
  return {
    id: `no-gap ${question.id}`,
    text: { zh: `「${zh}」没有规则回答`, en: `no rule answers "${en}"` },
    rules: [],
    never: all([silent, answering.arises(question)]),
    shows: comesTo(question, SILENT),
  }
}

/** A question settled, or not, as one outcome. */
export function comesTo({ index }: Question, outcome: Answer): Shows {
  return (evaluation) => {
    const { outcomes } = evaluation.resolved[index] as { readonly outcomes: readonly Answer[] }
    return outcomes.length === 1 && outcomes[0] === outcome
  }
}

/** No conflict: per pair of rules that answer differently, one layer at a time. */
export function noConflict(subject: Subject, question: Question): Checked {
  const { answering } = subject
  const rules = answering.answeringRules(question.index)
  const claims = pairsOf(rules).flatMap(([a, b]): Claim[] => {
    if (a.layer !== b.layer || !disagree(question, a, b) || beats(a, b, question) || beats(b, a, question)) return []
    return [
      {
        id: `no-conflict ${question.id} ${a.id} ${b.id}`,
        text: {
          zh: `「${question.label.zh}」冲突：「${a.title}」与「${b.title}」`,
          en: `conflict on "${question.label.en}": ${a.id} and ${b.id}`,
        },
        rules: [a.id, b.id],
        never: all([answering.wins(a, question.index), answering.wins(b, question.index)]),
        shows: (evaluation) => {
          const { outcomes } = evaluation.resolved[question.index] as { readonly outcomes: readonly Answer[] }
          // A conflict in a lower layer is not seen where a higher one answers: there both rules hold.
          return outcomes.includes(CONFLICT) || [a, b].every(({ index }) => evaluation.statuses[index] === YES)
        },
      },
    ]
  })
  return checked(subject, 'no-conflict', question.id, claims)
}

function disagree(question: Question, a: CompiledRule, b: CompiledRule): boolean {
  const [left, right] = [answerOf(a, question.index), answerOf(b, question.index)]
  if (left === right) return false
  return question.combine === 'one' || left === OPEN || right === OPEN
}

function beats(a: CompiledRule, b: CompiledRule, question: Question): boolean {
  return b.answers.find((one) => one.question === question.index)?.beaters.includes(a.index) === true
}
