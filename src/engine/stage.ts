// The questions of one stage: candidates gathered from the rules that may hold, resolved per layer, folded.
// Promise: what each question comes to depends on the statuses alone; a question no rule speaks of costs nothing.
import { type Answer, isAnswer, SILENT } from './answer.js'
import { share } from './answered.js'
import { viewOf } from './facts.js'
import { fold, measureOf, type Resolved, withFloors } from './fold.js'
import type { Known } from './known.js'
import type { RuleAnswer, Voice } from './load-rules.js'
import { greatestOf, NO, type Status, type Statuses, UNKNOWN, YES } from './matcher.js'
import type { Question } from './question.js'
import type { Reading } from './read-case.js'
import { type Candidate, distinct, type LayerOutcomes, layerOutcomes, type Measure } from './resolve.js'
import type { Heard, RuleStage } from './rule-stage.js'
import type { Rulings } from './rulings.js'
import { isWeighed } from './weighed.js'

/** Layer of what was agreed: above all others. */
const AGREED = -1

/** Beside the statuses of a rule: it holds and is surely unbeaten. */
const WINS = 3
/** Beside these: some rule says another thing than the first. */
const DISPUTED = 4

/** So many disputes a stage are remembered, with how they are written: mostly some hundred bytes each. */
const MOST_REMEMBERED = 4096
/** No dispute among more rules is. */
const MOST_VOICES = 100

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
  const asked = hear(stage, possible, statuses)
  for (const { question } of agreed)
    if (rulings.ruleSet.model.questions[question]?.stage === stage.stage && !asked.includes(question))
      asked.push(question)
  for (const question of asked) {
    const own = agreed.length === 0 ? agreed : agreed.filter((one) => one.question === question)
    resolved[question] = answerTo(rulings, question, own, stage, known)
  }
}

/** Lists per question who of the rules that may hold may win it, in their order; the questions come back. */
function hear(
  { from, asks, says, beatenBy, indices, heard }: RuleStage,
  possible: readonly number[],
  statuses: Statuses,
): number[] {
  const asked: number[] = []
  for (const own of heard) own.count = 0
  for (let p = 0; p < possible.length; p += 1) {
    const i = possible[p] as number
    const status = statuses[indices[i] as number] as Status
    for (let a = from[i] as number; a < (from[i + 1] as number); a += 1) {
      const beaten = greatestOf(beatenBy[a] as readonly number[], statuses)
      if (beaten === YES) continue
      const how = status === YES && beaten === NO ? WINS : status
      const question = asks[a] as number
      const own = heard[question] as Heard
      if (own.count === 0) {
        own.how = 0
        asked.push(question)
      } else if (says[a] !== says[(own.voices[0] as number) >> 2]) own.how |= DISPUTED
      own.how |= how
      own.voices[own.count] = 4 * a + how
      own.count += 1
    }
  }
  return asked
}

/** What one question comes to, which somebody may win. */
function answerTo(
  rulings: Rulings,
  question: number,
  agreed: Reading['agreed'],
  { heard, answers, disputes }: RuleStage,
  known: readonly Known[],
): Resolved {
  const { count, voices, how } = heard[question] as Heard
  const voiceOf = (voice: number): Voice => {
    const answer = answers[voice >> 2] as RuleAnswer
    return (voice & WINS) === WINS ? answer.definite : answer.possible
  }
  const spoken = () => voices.slice(0, count)
  if (agreed.length === 0 && how < DISPUTED) {
    const first = voiceOf(voices[0] as number)
    if (isAnswer(first.value))
      return how === UNKNOWN || (how === WINS && count === 1) ? first.alone : saidAlike(spoken().map(voiceOf))
  }
  const asked = rulings.ruleSet.model.questions[question] as Question
  // Cases differ, and few of their disputes do: what one came to is remembered.
  const key =
    agreed.length > 0 || count > MOST_VOICES || isWeighed(asked) ? '' : [rulings.floors, question, spoken()].join()
  const before = disputes.get(key)
  if (before !== undefined) return before
  // Bit l is set when a rule of layer l that answers the question surely holds, whoever wins. A rule that holds and is
  // beaten need not be counted: what beats it holds in the same layer.
  let surely = 0
  for (const voice of spoken()) surely |= Number((voice & WINS) !== UNKNOWN) << voiceOf(voice).layer
  const candidates = [...agreed.map(agreement), ...spoken().map(voiceOf)]
  const found = resolveQuestion(rulings, asked, candidates, surely, known)
  if (disputes.size > MOST_REMEMBERED) disputes.clear()
  if (key !== '') disputes.set(key, share(found))
  return found
}

/**
 * What all say of whom some hold: who may be beaten leaves no room for silence, since what beats it answers as well. It
 * rests on those who surely win, where no higher layer may speak.
 */
function saidAlike(all: readonly Voice[]): Resolved {
  const top = Math.min(...all.map(({ layer }) => layer))
  const winners = all.filter(({ definite, layer }) => definite && layer === top)
  return winners.length === 1
    ? (winners[0] as Voice).alone
    : { outcomes: [(all[0] as Voice).value], winners: winners.map(({ rule }) => rule) }
}

function agreement({ value }: { readonly value: Answer }): Candidate {
  return { rule: AGREED, layer: AGREED, value, mandatory: false, beaters: [], definite: true }
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
  const measure: Measure = (answer) => {
    const { least, most } = measureOf(question, answer, view, terms)
    return question.combine === 'least' ? { least: -most, most: -least } : { least, most }
  }
  const layers: LayerOutcomes[] = []
  for (let layer = AGREED; layer < model.layers.length; layer += 1) {
    const own = candidates.filter((one) => one.layer === layer)
    if (own.length === 0) continue
    const answered = layer === AGREED || (surely & (1 << layer)) !== 0
    layers.push(layerOutcomes(own, answered, exclude, question.combine === 'one' ? undefined : measure))
  }
  const resolved = withFloors(question, fold(layers), candidates, rulings.floors, view, terms)
  return question.fallback === undefined ? resolved : withFallback(resolved, question.fallback)
}

function withFallback(resolved: Resolved, fallback: number): Resolved {
  if (!resolved.outcomes.includes(SILENT)) return resolved
  const outcomes = distinct(resolved.outcomes.map((outcome) => (outcome === SILENT ? fallback : outcome)))
  return { ...resolved, outcomes, winners: [] }
}
