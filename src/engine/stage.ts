// The questions of one stage: candidates gathered from the rules that may hold, resolved per layer, folded.
// Promise: what each question comes to depends on the statuses alone; a question no rule speaks of costs nothing.
import { type Answer, isAnswer, SILENT } from './answer.js'
import type { FactView, Measured } from './declaration.js'
import { viewOf } from './facts.js'
import { favourOf, fold, type Resolved, withFloors } from './fold.js'
import type { Known } from './known.js'
import type { RuleAnswer } from './load-rules.js'
import { NO, type Status, UNKNOWN, YES } from './matcher.js'
import type { Question } from './question.js'
import type { Reading } from './read-case.js'
import { type Candidate, type Combine, distinct, type LayerOutcomes, layerOutcomes } from './resolve.js'
import type { RuleStage } from './rule-stage.js'
import type { Rulings } from './rulings.js'
import { FALLBACKS } from './unanswered.js'

/** Layer of what was agreed: above all others. */
const AGREED = -1

const ONE: Combine = { rule: 'one' }

/** What rules and the agreement say of one question. */
interface Asked {
  readonly question: number
  readonly candidates: Candidate[]
  /** What it comes to where that was known before any case; nothing where the candidates have to be weighed. */
  only: Resolved | undefined
  /** Bit l is set when a rule of layer l that answers it surely holds, whoever wins. */
  surely: number
}

/** Resolves the questions that rules of the stage, or the agreement, may answer; the others stay as they are. */
export function resolveStage(
  rulings: Rulings,
  stage: RuleStage,
  known: readonly Known[],
  agreed: Reading['agreed'],
  statuses: readonly Status[],
  resolved: Resolved[],
): void {
  const { questions } = rulings.ruleSet.model
  for (const asked of askedIn(questions, stage, agreed, statuses)) {
    const { question, candidates, only, surely } = asked
    // A rule that may be beaten though it holds leaves no room for silence: the plain case is not so plain then.
    const isPlain = only !== undefined && (candidates[0]?.definite === true || surely === 0)
    resolved[question] = isPlain
      ? only
      : resolveQuestion(rulings, questions[question] as Question, candidates, surely, known)
  }
}

/** Gathers who speaks of which question. */
function askedIn(
  questions: readonly Question[],
  stage: RuleStage,
  agreed: Reading['agreed'],
  statuses: readonly Status[],
): readonly Asked[] {
  const asked: Asked[] = []
  const at: (Asked | undefined)[] = new Array(questions.length)
  const add = (question: number, candidate: Candidate, only: Resolved | undefined, surely: number) => {
    const own = at[question]
    if (own !== undefined) return join(own, candidate, surely)
    const first = { question, candidates: [candidate], only, surely }
    at[question] = first
    asked.push(first)
  }
  for (const { question, value } of agreed) {
    if (questions[question]?.stage !== stage.stage) continue
    add(question, { rule: AGREED, layer: AGREED, value, mandatory: false, beaters: [], definite: true }, undefined, 0)
  }
  for (const { index, layer, answers } of stage.rules) {
    const status = statuses[index] as Status
    if (status === NO) continue
    // A rule that holds and is beaten need not be counted: what beats it holds in the same layer.
    const surely = status === YES ? 1 << layer : 0
    for (const answer of answers) {
      const candidate = standing(answer, status, statuses)
      if (candidate === undefined) continue
      const only = candidate.definite ? answer.alone : answer.mayBe
      add(answer.question, candidate, isAnswer(answer.value) ? only : undefined, surely)
    }
  }
  return asked
}

/** Several that may hold and say the same come to what one of them comes to. */
function join(asked: Asked, candidate: Candidate, surely: number): void {
  const [first] = asked.candidates
  if (first?.definite === true || candidate.definite || first?.value !== candidate.value) asked.only = undefined
  asked.candidates.push(candidate)
  asked.surely |= surely
}

/** The answer as it stands given the status of its rule and of those that beat it; nothing where it cannot win. */
function standing(
  { beaters, definite, possible }: RuleAnswer,
  status: Status,
  statuses: readonly Status[],
): Candidate | undefined {
  let sure = status === YES
  for (let i = 0; i < beaters.length; i += 1) {
    const other = statuses[beaters[i] as number]
    if (other === YES) return undefined
    if (other === UNKNOWN) sure = false
  }
  return sure ? definite : possible
}

function resolveQuestion(
  rulings: Rulings,
  question: Question,
  candidates: readonly Candidate[],
  surely: number,
  known: readonly Known[],
): Resolved {
  const { model, exclude } = rulings.ruleSet
  const view = viewOf(rulings, known)
  const combine: Combine =
    question.combine === 'one'
      ? ONE
      : { rule: question.combine, measure: (answer) => measureOf(question, answer, view) }
  const layers: LayerOutcomes[] = []
  for (let layer = AGREED; layer < model.layers.length; layer += 1) {
    const own = candidates.filter((one) => one.layer === layer)
    if (own.length === 0) continue
    const answered = layer === AGREED || (surely & (1 << layer)) !== 0
    layers.push(layerOutcomes(own, answered, combine, exclude))
  }
  const resolved = withFloors(question, fold(layers), candidates, rulings.floors, view)
  return question.fallback === undefined ? resolved : withFallback(resolved, question.fallback)
}

/** The size by which answers of one question are told greater or less. */
export function measureOf(question: Question, answer: Answer, view: FactView): Measured {
  const { declaration } = question
  return declaration.kind === 'terms'
    ? declaration.measure(JSON.parse(answer as string), view)
    : favourOf({ ...question, favour: 'more' }, answer, view)
}

function withFallback(resolved: Resolved, fallback: number): Resolved {
  if (!resolved.outcomes.includes(SILENT)) return resolved
  if (resolved.outcomes.length === 1) return FALLBACKS[fallback] as Resolved
  const outcomes = distinct(resolved.outcomes.map((outcome) => (outcome === SILENT ? fallback : outcome)))
  return { ...resolved, outcomes, winners: [] }
}
