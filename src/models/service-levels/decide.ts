// The decision about a day, a conversation or a finding: the answers, the penalties with their figures, the deadlines.
// Promise: nothing is read but the case and the loaded rules; a penalty whose figure is not known has none.

import type { CitedSource, Deadline } from '../../domain/domain.js'
import { sourcesOf } from '../../domain/sources.js'
import type { Decided } from '../../engine/decider.js'
import { type Decision, decisionOf } from '../../engine/decision.js'
import { viewOf } from '../../engine/facts.js'
import type { Rulings } from '../../engine/rulings.js'
import { datedDeadlines } from '../deadlines/dated.js'
import { deadlineWords } from './facts.js'
import { serviceLevels } from './model.js'
import { type Penalty, penaltiesOf } from './penalty.js'

export interface ServiceDecision extends Decision<typeof serviceLevels.declaration> {
  readonly deadlines: readonly Deadline[]
  readonly sources: readonly CitedSource[]
  readonly penalties: readonly Penalty[]
}

/** Writes the decision of a decided case. */
export function writeService(rulings: Rulings, { reading, evaluation, ...found }: Decided<unknown>): ServiceDecision {
  const decision = decisionOf<typeof serviceLevels.declaration>(rulings, reading, { evaluation, ...found })
  const { members } = serviceLevels.declaration.questions.deadlines
  const view = viewOf(rulings, evaluation.known)
  return {
    ...decision,
    sources: sourcesOf(rulings, evaluation),
    deadlines: datedDeadlines(deadlineWords, members, view, decision.answers.deadlines),
    penalties: penaltiesOf(rulings, evaluation, decision.answers.penalties),
  }
}
