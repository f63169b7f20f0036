// The decision about a complaint: the answers, and by when each thing is due.
// Promise: nothing is read but the case and the loaded rules; a date that is not known stays open.
import type { CitedSource, Deadline } from '../../domain/domain.js'
import { sourcesOf } from '../../domain/sources.js'
import type { Decided } from '../../engine/decider.js'
import { type Decision, decisionOf } from '../../engine/decision.js'
import { viewOf } from '../../engine/facts.js'
import type { Rulings } from '../../engine/rulings.js'
import { datedDeadlines } from '../deadlines/dated.js'
import { deadlineWords } from './facts.js'
import { complaints } from './model.js'

export interface ComplaintDecision extends Decision<typeof complaints.declaration> {
  readonly deadlines: readonly Deadline[]
  readonly sources: readonly CitedSource[]
}

/** Writes the decision of a decided complaint. */
export function writeComplaint(
  rulings: Rulings,
  { reading, evaluation, ...found }: Decided<unknown>,
): ComplaintDecision {
  const decision = decisionOf<typeof complaints.declaration>(rulings, reading, { evaluation, ...found })
  const { members } = complaints.declaration.questions.deadlines
  const view = viewOf(rulings, evaluation.known)
  return {
    ...decision,
    deadlines: datedDeadlines(deadlineWords, members, view, decision.answers.deadlines),
    sources: sourcesOf(rulings, evaluation),
  }
}
