// The questions of one stage: candidates gathered from the rules that may hold, resolved per layer, folded.
// Promise: what each question comes to depends on the statuses alone; a question no rule speaks of costs nothing.
import { type Answer, isAnswer, SILENT } from './answer.js'
import { areDisjoint } from './boxes.js'
import type { FactView, Measured } from './declaration.js'
import { viewOf } from './facts.js'
import { favourOf, fold, type Resolved, withFloors } from './fold.js'
import type { Known } from './known.js'
import { NO, type Status, YES } from './matcher.js'
import type { Question } from './question.js'
import type { Reading } from './read-case.js'
import { type Candidate, type Combine, layerOutcomes, NOTHING, standing } from './resolve.js'
import type { RuleStage } from './rule-stage.js'
import type { Rulings } from './rulings.js'
import { FALLBACKS } from './unanswered.js'

/** Layer of what was agreed: above all others. */
const AGREED = -1

/** Resolves the questions that rules of the stage, or the agreement, may answer; the others stay as they are. */
export function resolveStage(
  rulings: Rulings,
  stage: RuleStage,
  known: readonly Known[],
  agreed: Reading['agreed'],
  statuses: Uint8Array,
  resolved: Resolved[],
): void {
  const { model } = rulings.ruleSet
  const candidates: (Candidate[] | undefined)[] = new Array(model.questions.length)
  const alone: (Resolved | undefined)[] = new Array(model.questions.length)
  // Bit l of a question's entry: a rule of layer l that answers it surely holds, whoever wins.
  const surely: number[] = new Array(model.questions.length).fill(0)
  const add = (question: number, candidate: Candidate, only: Resolved | undefined) => {
    const others = candidates[question]
    alone[question] = others === undefined ? only : undefined
    if (others === undefined) candidates[question] = [candidate]
    else others.push(candidate)
  }
  for (const { question, value } of agreed) {
    if (model.questions[question]?.stage !== stage.stage) continue
    add(question, { rule: AGREED, layer: AGREED, value, mandatory: false, beaters: [], definite: true }, undefined)
  }
  const statusOf = (rule: number) => statuses[rule] as Status
  for (const rule of stage.rules) {
    const status = statusOf(rule.index)
    if (status === NO) continue
    for (const answer of rule.answers) {
      if (status === YES) surely[answer.question] = (surely[answer.question] as number) | (1 << rule.layer)
      const stands = standing(status, answer.beaters, statusOf)
      const plain = isAnswer(answer.value)
      if (stands === 'definite') add(answer.question, answer.definite, plain ? answer.alone : undefined)
      else if (stands === 'possible') add(answer.question, answer.possible, plain ? answer.mayBe : undefined)
    }
  }
  for (let index = 0; index < candidates.length; index += 1) {
    const own = candidates[index]
    if (own === undefined) continue
    const only = alone[index]
    // A rule that may be beaten though it holds leaves no room for silence: the plain case is not so plain then.
    const isPlain = only !== undefined && (own[0]?.definite === true || surely[index] === 0)
    resolved[index] = isPlain
      ? only
      : resolveQuestion(rulings, model.questions[index] as Question, own, surely[index] as number, known)
  }
}

function resolveQuestion(
  rulings: Rulings,
  question: Question,
  candidates: readonly Candidate[],
  surely: number,
  known: readonly Known[],
): Resolved {
  const { model, rules } = rulings.ruleSet
  const exclude = (a: number, b: number) => {
    const [left, right] = [rules[a], rules[b]]
    return left !== undefined && right !== undefined && areDisjoint(left.region, right.region)
  }
  const combine: Combine =
    question.combine === 'one'
      ? { rule: 'one' }
      : { rule: question.combine, measure: (answer) => measureOf(question, answer, viewOf(model, known)) }
  const [first] = candidates
  const single = candidates.every(({ layer }) => layer === first?.layer)
  const levels = single && first !== undefined ? [first.layer] : [AGREED, ...model.layers.keys()]
  const layers = levels.map((layer) => {
    const own = single ? candidates : candidates.filter((one) => one.layer === layer)
    const answered = layer === AGREED || (surely & (1 << layer)) !== 0
    return own.length === 0 ? NOTHING : layerOutcomes(own, answered, combine, exclude)
  })
  const resolved = withFloors(question, fold(layers), candidates, rulings.floors, viewOf(model, known))
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
  const outcomes = [...new Set(resolved.outcomes.map((outcome) => (outcome === SILENT ? fallback : outcome)))]
  return { ...resolved, outcomes, winners: [] }
}
