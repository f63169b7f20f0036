// One case through all stages: facts, statuses, answers, what the model computes between, and on to the next stage.
// Promise: pure and synchronous; what is possible is never lost and what is settled stays settled when more is learnt.
import { isAnswer } from './answer.js'
import { compareAll } from './comparison.js'
import type { ConstraintDeclaration } from './declaration.js'
import { deriveFacts } from './facts.js'
import type { Resolved } from './fold.js'
import { type Known, knownFrom } from './known.js'
import { matchBriefly, NO, type Status, type Statuses, truthOf } from './matcher.js'
import type { Reading } from './read-case.js'
import type { RuleStage } from './rule-stage.js'
import type { RuleSet } from './ruleset.js'
import type { Rulings } from './rulings.js'
import { resolveStage } from './stage.js'
import { NONE, points } from './value-set.js'

/**
 * Works between two stages: sets for computed facts by id, and whatever the model wants to keep. It may read answers,
 * settings, parameters and every fact that time alone does not move.
 */
export type Compute<A> = (
  evaluation: Evaluation<unknown>,
  stage: string,
) => {
  readonly facts: Readonly<Record<string, readonly number[]>>
  readonly kept: A
  /** Facts of the case, and questions, that would narrow the computed facts further. */
  readonly waitsFor?: readonly string[]
}

export interface Evaluation<A> {
  readonly known: readonly Known[]
  readonly contradictions: readonly ConstraintDeclaration[]
  /** Status of every rule, by index. */
  readonly statuses: Statuses
  /** Per stage the places of its rules that may hold, ascending. */
  readonly possible: readonly (readonly number[])[]
  /** Per question, by index. */
  readonly resolved: readonly Resolved[]
  /** Whether each question arises, by index. */
  readonly arises: readonly Status[]
  readonly computed: A
  /** Facts of the case, and questions, that would narrow the computed facts further. */
  readonly waitsFor: readonly string[]
}

/** An evaluation under way: the steps below read it and fill it in. */
export interface Progress<A> extends Evaluation<A | undefined> {
  readonly known: Known[]
  readonly statuses: Status[] | Uint8Array
  readonly possible: (readonly number[])[]
  readonly resolved: Resolved[]
  readonly arises: Status[]
  computed: A | undefined
  waitsFor: readonly string[]
}

/** Evaluates what is stated, stage by stage; the list of it is taken over. */
export function evaluate<A>(
  rulings: Rulings,
  stated: Known[],
  agreed: Reading['agreed'],
  compute: Compute<A>,
): Evaluation<A | undefined> {
  const progress = begin<A>(rulings, stated)
  for (const stage of rulings.ruleSet.stages) {
    matchBriefly(stage.matcher, progress.known)
    runStage(rulings, stage, agreed, progress, compute)
  }
  return progress
}

/** What rules are matched against besides stated and derived facts: settings and comparisons written, named conditions read. */
export function completeFacts({ ruleSet, settings }: Rulings, known: Known[]): void {
  for (const { index, id } of ruleSet.model.settings) known[index] = settings.get(id)
  compareAll(ruleSet, settings, known)
  for (const { columns, matcher } of ruleSet.conditionLevels) {
    const statuses = matchBriefly(matcher, known)
    for (let i = 0; i < columns.length; i += 1) known[columns[i] as number] = truthOf(statuses[i] as Status)
  }
}

/** The first step: facts found, no question answered yet. */
export function begin<A>(rulings: Rulings, stated: Known[]): Progress<A> {
  const { known, contradictions } = deriveFacts(rulings.ruleSet, stated)
  completeFacts(rulings, known)
  const { nothingHolds, unanswered, allArise } = rulings.ruleSet
  return {
    known,
    contradictions,
    statuses: nothingHolds.slice(),
    possible: [],
    resolved: unanswered.slice(),
    arises: allArise.slice(),
    computed: undefined,
    waitsFor: [],
  }
}

/**
 * One stage: its answers, whether its questions arise, and what the model computes before the next stage. Its rules have
 * just been matched: their statuses stand in the room of its matcher.
 */
export function runStage<A>(
  rulings: Rulings,
  stage: RuleStage,
  agreed: Reading['agreed'],
  progress: Progress<A>,
  compute: Compute<A>,
): void {
  const { ruleSet } = rulings
  const { known, statuses, resolved, arises } = progress
  const { status: own, eights } = stage.matcher
  // Few of many rules may hold, and none is thought to before: eight are passed over together.
  const possible: number[] = []
  for (let i = 0; i < own.length; i += 1) {
    if (eights[i >> 3] === 0) i |= 7
    else if (own[i] !== NO) {
      possible.push(i)
      statuses[stage.indices[i] as number] = own[i] as Status
    }
  }
  progress.possible.push(possible)
  resolveStage(rulings, stage, possible, known, agreed, statuses, resolved)
  rulings.narrow?.(progress, stage.stage, agreed)
  writeAnswers(ruleSet, stage, resolved, known)
  const asked = matchBriefly(stage.arises, known)
  for (let owner = 0; owner < asked.length; owner += 1)
    arises[stage.arisingQuestions[owner] as number] = asked[owner] as Status
  if (stage === ruleSet.stages.at(-1)) return
  const between = compute(progress, stage.stage)
  progress.computed = between.kept
  progress.waitsFor = between.waitsFor ?? []
  for (const id in between.facts) {
    const column = ruleSet.model.columnOf.get(id)
    if (column === undefined || known[column.index] !== undefined) continue
    known[column.index] = knownFrom(between.facts[id] as readonly number[], column.domain)
  }
}

/** Answers become facts of later stages: the set of values still possible; silence and conflict equal no value. */
function writeAnswers({ unanswered }: RuleSet, stage: RuleStage, resolved: readonly Resolved[], known: Known[]): void {
  for (const { question, column, unanswered: nothing } of stage.answered) {
    if (resolved[question] === unanswered[question]) {
      known[column.index] = nothing
      continue
    }
    const { outcomes } = resolved[question] as Resolved
    const values = outcomes.map((one) => (isAnswer(one) ? (one as number) : NONE))
    known[column.index] = knownFrom(points(values), column.domain)
  }
}
