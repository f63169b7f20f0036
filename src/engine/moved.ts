// Whether a later moment makes anything of a decision another, without deciding the case anew.
// Promise: says "the same" only where every status and every weight stay as they are, and so do the facts, but those
// that time moves, which stay between the same cuts: a model computes nothing from these.
import { cutsOf, liesAlike } from './cuts.js'
import type { FactView, Measured } from './declaration.js'
import { completeFacts, type Evaluation } from './evaluate.js'
import { deriveFacts, viewOf } from './facts.js'
import { favourOf, measureOf } from './fold.js'
import { type Known, setOf } from './known.js'
import { matchBriefly, NO } from './matcher.js'
import type { Column } from './model.js'
import { isSameJson } from './plain.js'
import type { Rulings } from './rulings.js'
import type { Owner } from './timed.js'
import { EMPTY, sameSet } from './value-set.js'

/**
 * Tells of the facts stated for another moment whether the case comes to what it did in `evaluation`; the list of them is
 * taken over.
 */
export function staysAsIn(rulings: Rulings, evaluation: Evaluation<unknown>): (stated: Known[]) => boolean {
  const { ruleSet } = rulings
  const { columns, clock, moving } = ruleSet.model
  const cutsAt = cutsOf(rulings)
  let weights: readonly Weight[] | undefined
  return (stated) => {
    if ((evaluation.known[clock] as number) < ruleSet.lastDated) return false
    const { known, contradictions } = deriveFacts(ruleSet, stated)
    if (!isSameJson(contradictions, evaluation.contradictions)) return false
    let turned = false
    for (const { index, source } of columns) {
      if (known[index] === evaluation.known[index]) continue
      // What is not known at all leaves open every rule that reads it, whatever its values come to: no set is like it.
      const before = setOf(evaluation.known[index], EMPTY)
      const now = setOf(known[index], EMPTY)
      if (moving.has(index)) turned ||= !liesAlike(cutsAt(index), before, now)
      else if (source !== 'fact' && source !== 'derived') known[index] = evaluation.known[index]
      else if (!sameSet(before, now)) return false
    }
    if (turned && !ownersStay(rulings, evaluation, known)) return false
    weights ??= movingWeights(rulings, evaluation)
    return weights.every(({ weigh, before }) => isSameJson(weigh(viewOf(rulings, known)), before))
  }
}

/**
 * Whether the rules and questions that time moves come to what they did; of those with dates alone the last has turned.
 * What follows from the facts is written into `known`.
 */
function ownersStay(rulings: Rulings, { statuses, arises }: Evaluation<unknown>, known: Known[]): boolean {
  const { owners, counting, matcher } = rulings.ruleSet.timed()
  completeFacts(rulings, known)
  const now = matchBriefly(matcher, known)
  return counting.every((owner, i) => {
    const { isRule, index } = owners[owner] as Owner
    return now[i] === (isRule ? statuses : arises)[index]
  })
}

/** How an answer compares with others of its question. */
interface Weight {
  readonly weigh: (view: FactView) => Measured
  readonly before: Measured
}

/** The answers that are weighed against others of their question by a fact that time moves. */
function movingWeights(rulings: Rulings, { known, statuses }: Evaluation<unknown>): Weight[] {
  const { terms, model, weighed } = rulings.ruleSet
  const seen = viewOf(rulings, known)
  let readsMoved = false
  const noting: FactView = (id) => {
    const { index } = model.columnOf.get(id) as Column
    readsMoved ||= (model.behind[index] as readonly Column[]).some((one) => model.moving.has(one.index))
    return seen(id)
  }
  return weighed.flatMap(({ question, answers }) => {
    const standing = answers.filter(({ rule }) => statuses[rule] !== NO)
    if (standing.length < 2) return []
    const weight = typeof question.favour === 'function' ? favourOf : measureOf
    return [...new Set(standing.map(({ value }) => value))].flatMap((value) => {
      const weigh = (view: FactView) => weight(question, value, view, terms)
      readsMoved = false
      const before = weigh(noting)
      return readsMoved ? [{ weigh, before }] : []
    })
  })
}
