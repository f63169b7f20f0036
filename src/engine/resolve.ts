// One question in one layer: which rules may win it, and what the layer may still say.
// Promise: winners hold and are unbeaten; winners that disagree are a conflict; order of rules means nothing.
import { type Answer, CONFLICT, OPEN, SILENT } from './answer.js'
import type { Measured } from './declaration.js'
import { type Status, UNKNOWN, YES } from './matcher.js'

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

export const NOTHING: LayerOutcomes = { outcomes: [SILENT], winners: [] }

export type Combine =
  | { readonly rule: 'one' }
  | { readonly rule: 'greatest' | 'least'; readonly measure: (value: Answer) => Measured }

/** Whether a rule of status `status` may win, and surely does, given its beaters' statuses. */
export function standing(
  status: Status,
  beaters: readonly number[],
  statusOf: (rule: number) => Status,
): 'out' | 'possible' | 'definite' {
  let sure = status === YES
  for (const beater of beaters) {
    const other = statusOf(beater)
    if (other === YES) return 'out'
    if (other === UNKNOWN) sure = false
  }
  return sure ? 'definite' : 'possible'
}

/**
 * What a layer may say. `surelyAnswered`: some rule of the layer that answers the question surely holds,
 * so the layer is not silent whoever wins.
 */
export function layerOutcomes(
  standing: readonly Candidate[],
  surelyAnswered: boolean,
  combine: Combine,
  exclude: Exclude,
): LayerOutcomes {
  if (standing.length === 0) return NOTHING
  const definite = standing.filter((one) => one.definite)
  const candidates = standing.filter((one) => one.definite || !definite.some((sure) => exclude(sure.rule, one.rule)))
  const open = candidates.filter(({ value }) => value === OPEN)
  if (combine.rule === 'one' || open.length === candidates.length)
    return singleOutcomes(candidates, definite, surelyAnswered, exclude)
  const valued = candidates.filter(({ value }) => value !== OPEN)
  const sure = valued.filter((one) => one.definite)
  if (open.some((one) => one.definite)) {
    return sure.length > 0
      ? { outcomes: [CONFLICT], winners: definite.map(({ rule }) => rule) }
      : { outcomes: [OPEN, CONFLICT], winners: [] }
  }
  const combined = combinedOutcomes(valued, sure, surelyAnswered, combine.rule, combine.measure)
  if (open.length === 0) return combined
  const clash: Answer[] = mayClash(candidates, exclude, ({ value }) => value === OPEN) ? [CONFLICT] : []
  return { outcomes: [...combined.outcomes, ...(sure.length === 0 ? [OPEN] : []), ...clash], winners: [] }
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
    const disputed = candidates.some(({ value }) => value !== first.value)
    return disputed ? { outcomes: [first.value, CONFLICT], winners: [] } : { outcomes: [first.value], winners }
  }
  const outcomes = new Set<Answer>(candidates.map(({ value }) => value))
  if (outcomes.size > 1 && mayClash(candidates, exclude, ({ value }) => value)) outcomes.add(CONFLICT)
  if (!surelyAnswered) outcomes.add(SILENT)
  return { outcomes: [...outcomes], winners: [] }
}

/** Two possible winners of different sides that can hold together, and neither of which beats the other. */
function mayClash(
  candidates: readonly Candidate[],
  exclude: Exclude,
  sideOf: (candidate: Candidate) => Answer | boolean,
): boolean {
  // By side: rules of one answer never clash, and there may be thousands of them.
  const sides = new Map<Answer | boolean, [place: number, candidate: Candidate][]>()
  candidates.forEach((one, i) => {
    const side = sideOf(one)
    const own = sides.get(side)
    if (own === undefined) sides.set(side, [[i, one]])
    else own.push([i, one])
  })
  const unrelated = (a: Candidate, b: Candidate) => !a.beaters.includes(b.rule) && !b.beaters.includes(a.rule)
  const lots = [...sides]
  return candidates.some((a, i) => {
    const own = sideOf(a)
    const clashes = ([j, b]: readonly [number, Candidate]) => j > i && unrelated(a, b) && !exclude(a.rule, b.rule)
    return lots.some(([side, others]) => side !== own && others.some(clashes))
  })
}

function combinedOutcomes(
  candidates: readonly Candidate[],
  definite: readonly Candidate[],
  surelyAnswered: boolean,
  rule: 'greatest' | 'least',
  measure: (value: Answer) => Measured,
): LayerOutcomes {
  const outcomes = new Set<Answer>()
  for (const { value } of candidates) {
    if (!definite.some((sure) => surpasses(sure.value, value, rule, measure))) outcomes.add(value)
  }
  if (definite.length === 0 && !surelyAnswered) outcomes.add(SILENT)
  const [only] = outcomes
  const winners =
    outcomes.size === 1 ? definite.filter(({ value }) => value === only).map(({ rule: index }) => index) : []
  return { outcomes: [...outcomes], winners }
}

/** Whether `a` surely goes before `b`; of two values surely of one size, the one that sorts first. */
function surpasses(a: Answer, b: Answer, rule: 'greatest' | 'least', measure: (value: Answer) => Measured): boolean {
  if (a === b) return false
  const left = measure(a)
  const right = measure(b)
  if (rule === 'greatest' ? left.least > right.most : left.most < right.least) return true
  const same = left.least === left.most && right.least === right.most && left.least === right.least
  return same && String(a) < String(b)
}
