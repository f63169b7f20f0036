// One case through all stages: facts, statuses, answers, what the model computes between, and on to the next stage.
// Promise: pure and synchronous; what is possible is never lost and what is settled stays settled when more is learnt.
import { type Answer, isAnswer } from './answer.js'
import { compareAll } from './comparison.js'
import type { ConstraintDeclaration } from './declaration.js'
import { deriveFacts } from './facts.js'
import type { Resolved } from './fold.js'
import { type Known, knownFrom } from './known.js'
import { match, type Status, UNKNOWN, YES } from './matcher.js'
import type { Reading } from './read-case.js'
import type { RuleStage } from './rule-stage.js'
import type { Rulings } from './rulings.js'
import { resolveStage } from './stage.js'
import { NONE, points } from './value-set.js'

/** Works between two stages: sets for computed facts by id, and whatever the model wants to keep. */
export type Compute<A> = (
  evaluation: Evaluation<undefined>,
  stage: string,
) => {
  readonly facts: Readonly<Record<string, readonly number[]>>
  readonly kept: A
  /** Facts of the case that would narrow the computed ones further. */
  readonly waitsFor?: readonly string[]
}

export interface Evaluation<A> {
  readonly known: readonly Known[]
  readonly contradictions: readonly ConstraintDeclaration[]
  /** Status of every rule, by index. */
  readonly statuses: Uint8Array
  /** Per question, by index. */
  readonly resolved: readonly Resolved[]
  /** Whether each question arises, by index. */
  readonly arises: Uint8Array
  readonly computed: A
  /** Facts of the case that would narrow the computed ones further. */
  readonly waitsFor: readonly string[]
}

/** An evaluation under way: the steps below read it and fill it in. */
export interface Progress<A> extends Evaluation<A | undefined> {
  readonly known: Known[]
  readonly resolved: Resolved[]
  computed: A | undefined
  waitsFor: readonly string[]
}

/** Evaluates what is stated, stage by stage. */
export function evaluate<A>(
  rulings: Rulings,
  stated: readonly Known[],
  agreed: Reading['agreed'],
  compute: Compute<A>,
): Evaluation<A | undefined> {
  const progress = begin<A>(rulings, stated)
  for (const stage of rulings.ruleSet.stages)
    runStage(rulings, stage, match(stage.matcher, progress.known), agreed, progress, compute)
  return progress
}

/** The first step: facts derived, compared with settings and parameters, named conditions read. */
export function begin<A>({ ruleSet, settings }: Rulings, stated: readonly Known[]): Progress<A> {
  const facts = deriveFacts(ruleSet, stated)
  const known = facts.known as Known[]
  compareAll(ruleSet, settings, known)
  for (const { columns, matcher } of ruleSet.conditionLevels) {
    const statuses = match(matcher, known)
    for (let i = 0; i < columns.length; i += 1) known[columns[i] as number] = truthOf(statuses[i] as Status)
  }
  const resolved = ruleSet.unanswered.slice()
  return {
    known,
    contradictions: facts.contradictions,
    statuses: new Uint8Array(ruleSet.rules.length),
    resolved,
    arises: new Uint8Array(resolved.length).fill(YES),
    computed: undefined,
    waitsFor: [],
  }
}

/**
 * One stage: its answers, whether its questions arise, and what the model computes before the next stage.
 * @param own status of each rule of the stage, in the order of `stage.rules`: whoever matched them
 */
export function runStage<A>(
  rulings: Rulings,
  stage: RuleStage,
  own: Uint8Array,
  agreed: Reading['agreed'],
  progress: Progress<A>,
  compute: Compute<A>,
): void {
  const { ruleSet } = rulings
  const { known, statuses, resolved, arises } = progress
  for (let i = 0; i < own.length; i += 1) statuses[stage.rules[i]?.index as number] = own[i] as number
  resolveStage(rulings, stage, known, agreed, statuses, resolved)
  writeAnswers(stage, resolved, known)
  const asked = match(stage.arises, known)
  stage.arisingQuestions.forEach((question, owner) => {
    arises[question] = asked[owner] as Status
  })
  if (stage === ruleSet.stages.at(-1)) return
  const between = compute({ ...progress, computed: undefined }, stage.stage)
  progress.computed = between.kept
  progress.waitsFor = between.waitsFor ?? []
  for (const [id, set] of Object.entries(between.facts)) {
    const column = ruleSet.model.columnOf.get(id)
    if (column !== undefined && known[column.index] === undefined) known[column.index] = knownFrom(set, column.domain)
  }
}

function truthOf(status: Status): Known {
  return status === UNKNOWN ? undefined : Number(status === YES)
}

/** Answers become facts of later stages: the set of values still possible; silence and conflict equal no value. */
function writeAnswers(stage: RuleStage, resolved: readonly Resolved[], known: Known[]): void {
  for (const { question, column } of stage.answered) {
    const { outcomes } = resolved[question] as Resolved
    const [only] = outcomes
    if (outcomes.length === 1) known[column.index] = isAnswer(only as Answer) ? (only as number) : NONE
    else
      known[column.index] = knownFrom(
        points(outcomes.map((one) => (isAnswer(one) ? (one as number) : NONE))),
        column.domain,
      )
  }
}
