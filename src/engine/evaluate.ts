// One case through all stages: facts, statuses, answers, what the model computes between, and on to the next stage.
// Promise: pure and synchronous; what is possible is never lost and what is settled stays settled when more is learnt.
import { type Answer, isAnswer, SILENT } from './answer.js'
import { compareAll, type Settings } from './comparison.js'
import type { ConstraintDeclaration, Measured } from './declaration.js'
import { deriveFacts, viewOf } from './facts.js'
import { type FloorMode, favourOf, fold, type Resolved, SILENCE, withFloors } from './fold.js'
import { type Known, knownFrom } from './known.js'
import { match, NO, type Status, UNKNOWN, YES } from './matcher.js'
import type { Question } from './model.js'
import type { Reading } from './read-case.js'
import { type Candidate, type Combine, layerOutcomes, NOTHING, standing } from './resolve.js'
import type { RuleSet, RuleStage } from './ruleset.js'
import { NONE, points } from './value-set.js'

/** Everything the evaluation of a case rests on besides the case. */
export interface Rulings {
  readonly ruleSet: RuleSet
  readonly settings: Settings
  readonly floors: FloorMode
}

/** Works between two stages: sets for computed facts by id, and whatever the model wants to keep. */
export type Compute<A> = (evaluation: Evaluation<undefined>, stage: string) => { readonly facts: Readonly<Record<string, readonly number[]>>; readonly kept: A }

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
}

/** An evaluation under way: the steps below read it and fill it in. */
export interface Progress<A> extends Evaluation<A | undefined> {
  readonly known: Known[]
  readonly resolved: Resolved[]
  computed: A | undefined
}

const RULES_OF_AGREEMENT = -1

/** Evaluates what is stated, stage by stage. */
export function evaluate<A>(rulings: Rulings, stated: readonly Known[], agreed: Reading['agreed'], compute: Compute<A>): Evaluation<A | undefined> {
  const progress = begin<A>(rulings, stated)
  for (const stage of rulings.ruleSet.stages) runStage(rulings, stage, match(stage.matcher, progress.known), agreed, progress, compute)
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
  const resolved: Resolved[] = ruleSet.model.questions.map(() => SILENCE)
  return {
    known,
    contradictions: facts.contradictions,
    statuses: new Uint8Array(ruleSet.rules.length),
    resolved,
    arises: new Uint8Array(resolved.length).fill(YES),
    computed: undefined,
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
  writeAnswers(ruleSet, stage, resolved, known)
  const asked = match(stage.arises, known)
  stage.arisingQuestions.forEach((question, owner) => {
    arises[question] = asked[owner] as Status
  })
  if (stage === ruleSet.stages.at(-1)) return
  const between = compute({ ...progress, computed: undefined }, stage.stage)
  progress.computed = between.kept
  for (const [id, set] of Object.entries(between.facts)) {
    const column = ruleSet.model.columnOf.get(id)
    if (column !== undefined && known[column.index] === undefined) known[column.index] = knownFrom(set, column.domain)
  }
}

function truthOf(status: Status): Known {
  return status === UNKNOWN ? undefined : Number(status === YES)
}

function resolveStage(rulings: Rulings, stage: RuleStage, known: readonly Known[], agreed: Reading['agreed'], statuses: Uint8Array, resolved: Resolved[]): void {
  const { model } = rulings.ruleSet
  const candidates = new Map<number, Candidate[][]>()
  const answeredFor = new Set<string>()
  const layersOf = (question: number): Candidate[][] => {
    const found = candidates.get(question)
    if (found !== undefined) return found
    const layers = Array.from({ length: model.layers.length + 1 }, () => [] as Candidate[])
    candidates.set(question, layers)
    return layers
  }
  for (const { question, value } of agreed) {
    if (model.questions[question]?.stage !== stage.stage) continue
    layersOf(question)[0]?.push({ rule: RULES_OF_AGREEMENT, value, mandatory: false, beaters: [], definite: true })
  }
  const statusOf = (rule: number) => statuses[rule] as Status
  for (const rule of stage.rules) {
    const status = statusOf(rule.index)
    if (status === NO) continue
    for (const { question, value, beaters } of rule.answers) {
      if (status === YES) answeredFor.add(`${question}:${rule.layer}`)
      const stands = standing(status, beaters, statusOf)
      if (stands === 'out') continue
      layersOf(question)[rule.layer + 1]?.push({ rule: rule.index, value, mandatory: rule.mandatory, beaters, definite: stands === 'definite' })
    }
  }
  const view = viewOf(model, known)
  for (const [index, layers] of candidates) {
    const question = model.questions[index] as Question
    const combine = combineFor(question, (answer) => measure(question, answer, known, rulings))
    const outcomes = layers.map((layer, i) =>
      layer.length === 0 ? NOTHING : layerOutcomes(layer, i === 0 || answeredFor.has(`${index}:${i - 1}`), combine),
    )
    resolved[index] = withFloors(question, fold(outcomes), layers.flat(), rulings.floors, view)
  }
  for (const question of model.questions) {
    if (question.stage !== stage.stage || question.fallback === undefined) continue
    resolved[question.index] = withFallback(resolved[question.index] as Resolved, question.fallback)
  }
}

function combineFor(question: Question, measured: (answer: Answer) => Measured): Combine {
  return question.combine === 'one' ? { rule: 'one' } : { rule: question.combine, measure: measured }
}

function measure(question: Question, answer: Answer, known: readonly Known[], { ruleSet }: Rulings): Measured {
  const { declaration } = question
  if (declaration.kind !== 'terms') return favourOf({ ...question, favour: 'more' }, answer, viewOf(ruleSet.model, known))
  return declaration.measure(JSON.parse(answer as string), viewOf(ruleSet.model, known))
}

const FALLBACKS: readonly Resolved[] = [
  { outcomes: [0], winners: [] },
  { outcomes: [1], winners: [] },
]

function withFallback(resolved: Resolved, fallback: number): Resolved {
  if (!resolved.outcomes.includes(SILENT)) return resolved
  if (resolved.outcomes.length === 1) return FALLBACKS[fallback] as Resolved
  const outcomes = [...new Set(resolved.outcomes.map((outcome) => (outcome === SILENT ? fallback : outcome)))]
  return { ...resolved, outcomes, winners: [] }
}

/** Answers become facts of later stages: the set of values still possible; silence and conflict equal no value. */
function writeAnswers(ruleSet: RuleSet, stage: RuleStage, resolved: readonly Resolved[], known: Known[]): void {
  const { model } = ruleSet
  for (let i = 0; i < resolved.length; i += 1) {
    const column = model.answerColumn[i]
    if (column === undefined || column.stage !== stage.stage) continue
    const { outcomes } = resolved[i] as Resolved
    const [only] = outcomes
    if (outcomes.length === 1) known[column.index] = isAnswer(only as Answer) ? (only as number) : NONE
    else known[column.index] = knownFrom(points(outcomes.map((one) => (isAnswer(one) ? (one as number) : NONE))), column.domain)
  }
}
