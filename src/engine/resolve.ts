// One question in one layer: which rules may win it, and what the layer may still say.
// Promise: winners hold and are unbeaten; winners that disagree are a conflict; order of rules means nothing.
import { type Answer, CONFLICT, OPEN, SILENT } from './answer.js'
import type { Measured } from './declaration.js'

/** A rule that may win a question. Rule −1 is what was agreed. */
export interface Candidate {
  readonly rule: number
  readonly layer: number
  readonly value: Answer
  readonly mandatory: boolean
  readonly beaters: readonly number[]
  /** Holds and is surely unbeaten. */
  readonly definite: boolean
}

export interface LayerOutcomes {
  readonly outcomes: readonly Answer[]
  /** Rules that surely win with the value the layer surely gives. */
  readonly winners: readonly number[]
}

/** Whether two rules can never hold together. */
export type Exclude = (a: number, b: number) => boolean

/** Sizes of values of which the greatest counts. */
export type Measure = (value: Answer) => Measured

/**
 * What a layer may say of which candidates speak. `surelyAnswered`: some rule of the layer that answers the question
 * surely holds, so the layer is not silent whoever wins.
 */
export function layerOutcomes(
  standing: readonly Candidate[],
  surelyAnswered: boolean,
  exclude: Exclude,
  measure?: Measure,
): LayerOutcomes {
  const definite = standing.filter((one) => one.definite)
  if (measure === undefined) return singleOutcomes(standing, definite, surelyAnswered, exclude)
  const candidates = standing.filter((one) => one.definite || mayHold(one, definite, exclude))
  const open = candidates.filter(({ value }) => value === OPEN)
  if (open.length === candidates.length) return singleOutcomes(candidates, definite, surelyAnswered, exclude)
  const valued = candidates.filter(({ value }) => value !== OPEN)
  const sure = valued.filter((one) => one.definite)
  if (open.some((one) => one.definite)) {
    return sure.length > 0
      ? { outcomes: [CONFLICT], winners: definite.map(({ rule }) => rule) }
      : { outcomes: [OPEN, CONFLICT], winners: [] }
  }
  const combined = combinedOutcomes(valued, sure, surelyAnswered, measure)
  if (open.length === 0) return combined
  const clash: Answer[] = mayClash(candidates, exclude, isOpenBeside) ? [CONFLICT] : []
  return { outcomes: [...combined.outcomes, ...(sure.length === 0 ? [OPEN] : []), ...clash], winners: [] }
}

/** Whether a rule can hold beside those that surely do. */
function mayHold({ rule }: Candidate, definite: readonly Candidate[], exclude: Exclude): boolean {
  return !definite.some((sure) => exclude(sure.rule, rule))
}

function singleOutcomes(
  candidates: readonly Candidate[],
  definite: readonly Candidate[],
  surelyAnswered: boolean,
  exclude: Exclude,
): LayerOutcomes {
  const first = definite[0]
  if (first !== undefined) {
    const winners = definite.map(({ rule }) => rule)
    if (definite.some(({ value }) => value !== first.value)) return { outcomes: [CONFLICT], winners }
    const disputed = candidates.some((one) => one.value !== first.value && mayHold(one, definite, exclude))
    return disputed ? { outcomes: [first.value, CONFLICT], winners: [] } : { outcomes: [first.value], winners }
  }
  const outcomes = distinct(candidates.map(({ value }) => value))
  if (outcomes.length > 1 && mayClash(candidates, exclude, isOther)) outcomes.push(CONFLICT)
  if (!surelyAnswered) outcomes.push(SILENT)
  return { outcomes, winners: [] }
}

/** Each once, in the order they come. There are few of them. */
export function distinct(answers: readonly Answer[]): Answer[] {
  return answers.filter((one, i) => answers.indexOf(one) === i)
}

/** Two possible winners that disagree, can hold together, and neither of which beats the other. */
function mayClash(
  candidates: readonly Candidate[],
  exclude: Exclude,
  disagree: (a: Answer, b: Answer) => boolean,
): boolean {
  for (let i = 0; i < candidates.length; i += 1) {
    const a = candidates[i] as Candidate
    for (let j = i + 1; j < candidates.length; j += 1) {
      const b = candidates[j] as Candidate
      if (!disagree(a.value, b.value) || a.beaters.includes(b.rule) || b.beaters.includes(a.rule)) continue
      if (!exclude(a.rule, b.rule)) return true
    }
  }
  return false
}

const isOther = (a: Answer, b: Answer) => a !== b
const isOpenBeside = (a: Answer, b: Answer) => (a === OPEN) !== (b === OPEN)

function combinedOutcomes(
  candidates: readonly Candidate[],
  definite: readonly Candidate[],
  surelyAnswered: boolean,
  measure: Measure,
): LayerOutcomes {
  const outcomes = new Set<Answer>()
  for (const { value } of candidates) {
    if (!definite.some((sure) => isSurelyHigher(sure.value, value, measure))) outcomes.add(value)
  }
  if (definite.length === 0 && !surelyAnswered) outcomes.add(SILENT)
  const [only] = outcomes
  const winners =
    outcomes.size === 1 ? definite.filter(({ value }) => value === only).map(({ rule: index }) => index) : []
  return { outcomes: [...outcomes], winners }
}

/** Whether `a` surely counts instead of `b`; of two values surely of one size, the one that sorts first. */
export function isSurelyHigher(a: Answer, b: Answer, measure: Measure): boolean {
  if (a === b) return false
  const left = measure(a)
  const right = measure(b)
  if (left.least > right.most) return true
  return left.least === left.most && right.least === right.most && left.least === right.least && a < b
}
