// The questions of one stage: candidates gathered from the rules that may hold, resolved per layer, folded.
// Promise: what each question comes to depends on the statuses alone; a question no rule speaks of costs nothing.
import { type Answer, isAnswer, SILENT } from './answer.js'
import { share } from './answered.js'
import { viewOf } from './facts.js'
import { fold, measureOf, type Resolved, withFloors } from './fold.js'
import type { Known } from './known.js'
import type { RuleAnswer, Voice } from './load-rules.js'
import { type Status, type Statuses, UNKNOWN, YES } from './matcher.js'
import type { Question } from './question.js'
import type { Reading } from './read-case.js'
import { type Candidate, type Combine, distinct, type LayerOutcomes, layerOutcomes } from './resolve.js'
import type { RuleStage } from './rule-stage.js'
import type { Rulings } from './rulings.js'
import { isWeighed } from './weighed.js'

/** Layer of what was agreed: above all others. */
const AGREED = -1

const ONE: Combine = { rule: 'one' }

/** So many disputes a stage are remembered, with how they are written: mostly some hundred bytes each. */
const MOST_REMEMBERED = 4096
/** No dispute among more than half so many rules is. */
const MOST_CODES = 200

/**
 * Resolves the questions that rules of the stage, or the agreement, may answer; the others stay as they are.
 * @param possible places in the stage of the rules that may hold, ascending
 */
export function resolveStage(
  rulings: Rulings,
  stage: RuleStage,
  possible: readonly number[],
  known: readonly Known[],
  agreed: Reading['agreed'],
  statuses: Statuses,
  resolved: Resolved[],
): void {
  const { questions } = rulings.ruleSet.model
  const asked = agreed.map(({ question }) => question).filter((one) => questions[one]?.stage === stage.stage)
  hear(stage, possible, statuses, asked)
  for (const question of asked) {
    const answer = answerTo(rulings, question, agreedOn(agreed, question), stage, known, statuses)
    if (answer !== undefined) resolved[question] = answer
  }
}

function agreedOn(agreed: Reading['agreed'], question: number): Reading['agreed'] {
  return agreed.length === 0 ? agreed : agreed.filter((one) => one.question === question)
}

/** Lists per question who of the rules that may hold may win it, in their order; each such question once in `asked`. */
function hear(
  { answers, from, heard, voices }: RuleStage,
  possible: readonly number[],
  statuses: Statuses,
  asked: number[],
): void {
  voices.fill(0)
  const agreed = asked.length
  for (let p = 0; p < possible.length; p += 1) {
    const i = possible[p] as number
    for (let a = from[i] as number; a < (from[i + 1] as number); a += 1) {
      const answer = answers[a] as RuleAnswer
      const candidate = standing(answer, statuses)
      if (candidate === undefined) continue
      const { question } = answer
      const before = voices[question] as number
      if (before === 0 && (agreed === 0 || !asked.includes(question))) asked.push(question)
      const own = heard[question] as Voice[]
      own[before] = candidate
      voices[question] = before + 1
    }
  }
}

/** What one question comes to; nothing where nobody who speaks of it may win. */
function answerTo(
  rulings: Rulings,
  question: number,
  agreed: Reading['agreed'],
  { heard, voices, disputes }: RuleStage,
  known: readonly Known[],
  statuses: Statuses,
): Resolved | undefined {
  const own = heard[question] as readonly Voice[]
  const count = voices[question] as number
  // Most questions come to what was known before any case: one rule speaks, or several that may hold say the same.
  const first = own[0] as Voice
  let isPlain = agreed.length === 0
  // Bit l is set when a rule of layer l that answers the question surely holds, whoever wins. A rule that holds and is
  // beaten need not be counted: what beats it holds in the same layer.
  let surely = 0
  for (let i = 0; i < count; i += 1) {
    const candidate = own[i] as Voice
    if (statuses[candidate.rule] === YES) surely |= 1 << candidate.layer
    if (i > 0 && (first.definite || candidate.definite || first.value !== candidate.value)) isPlain = false
  }
  // A rule that may be beaten though it holds leaves no room for silence: the plain case is not so plain then.
  if (isPlain && isAnswer(first.value) && (first.definite || surely === 0)) return first.alone
  const candidates: Candidate[] = agreed.map(agreement)
  const codes: number[] = [rulings.floors.length, question]
  for (let i = 0; i < count; i += 1) {
    const candidate = own[i] as Voice
    const { rule } = candidate
    candidates.push(candidate)
    codes.push(rule >> 13, ((rule & 0x1fff) << 2) | (candidate.definite ? 3 : (statuses[rule] as Status)))
  }
  const asked = rulings.ruleSet.model.questions[question] as Question
  // Cases differ, and few of their disputes do: what one came to is remembered.
  const key = agreed.length > 0 || codes.length > MOST_CODES || isWeighed(asked) ? '' : String.fromCharCode(...codes)
  const before = disputes.get(key)
  if (before !== undefined) return before
  const found = resolveQuestion(rulings, asked, candidates, surely, known)
  if (disputes.size > MOST_REMEMBERED) disputes.clear()
  if (key !== '') disputes.set(key, share(found))
  return found
}

function agreement({ value }: { readonly value: Answer }): Candidate {
  return { rule: AGREED, layer: AGREED, value, mandatory: false, beaters: [], definite: true }
}

/** An answer as it stands given the status of its rule, which may hold, and of those that beat it; nothing where it cannot win. */
function standing({ beaters, definite, possible }: RuleAnswer, statuses: Statuses): Voice | undefined {
  let sure = statuses[definite.rule] === YES
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
  const { model, exclude, terms } = rulings.ruleSet
  const view = viewOf(rulings, known)
  const combine: Combine =
    question.combine === 'one'
      ? ONE
      : { rule: question.combine, measure: (answer) => measureOf(question, answer, view, terms) }
  const layers: LayerOutcomes[] = []
  for (let layer = AGREED; layer < model.layers.length; layer += 1) {
    const own = candidates.filter((one) => one.layer === layer)
    if (own.length === 0) continue
    const answered = layer === AGREED || (surely & (1 << layer)) !== 0
    layers.push(layerOutcomes(own, answered, combine, exclude))
  }
  const resolved = withFloors(question, fold(layers), candidates, rulings.floors, view, terms)
  return question.fallback === undefined ? resolved : withFallback(resolved, question.fallback)
}

function withFallback(resolved: Resolved, fallback: number): Resolved {
  if (!resolved.outcomes.includes(SILENT)) return resolved
  const outcomes = distinct(resolved.outcomes.map((outcome) => (outcome === SILENT ? fallback : outcome)))
  return { ...resolved, outcomes, winners: [] }
}
