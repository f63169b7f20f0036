// Whether a later moment makes anything of a decision another, without deciding the case anew.
// Promise: says "the same" only where every status and every weight stay as they are, and so do the facts, but those
// that time moves: a model computes nothing from these.
import type { FactView } from './declaration.js'
import { type Evaluation, factsOf } from './evaluate.js'
import { viewOf } from './facts.js'
import { favourOf, measureOf } from './fold.js'
import type { Known } from './known.js'
import { matchBriefly, NO } from './matcher.js'
import { isSameJson } from './plain.js'
import type { Rulings } from './rulings.js'
import type { Owner } from './timed.js'

/** Whether the case comes to the same with the facts stated for another moment; the list of them is taken over. */
export function staysSame(rulings: Rulings, evaluation: Evaluation<unknown>, stated: Known[]): boolean {
  const { model, lastDated } = rulings.ruleSet
  if ((evaluation.known[model.clock] as number) < lastDated) return false
  const { known, contradictions } = factsOf(rulings, stated)
  if (!isSameJson(contradictions, evaluation.contradictions)) return false
  for (const { index, source } of model.columns) {
    const before = evaluation.known[index]
    if (known[index] === before) continue
    if (source === 'answer' || source === 'computed') known[index] = before
    else if (!model.moving.has(index) && !isSameJson(known[index], before)) return false
  }
  return ownersStay(rulings, evaluation, known) && weightsStay(rulings, evaluation, known)
}

/** Rules and questions that time does not move read nothing that has changed, and those with dates alone have turned. */
function ownersStay({ ruleSet }: Rulings, { statuses, arises }: Evaluation<unknown>, known: readonly Known[]): boolean {
  const { owners, counting, matcher } = ruleSet.timed()
  const now = matchBriefly(matcher, known)
  return counting.every((owner, i) => {
    const { isRule, index } = owners[owner] as Owner
    return now[i] === (isRule ? statuses : arises)[index]
  })
}

/** Answers of one question are weighed against one another by what the facts say: it must say the same. */
function weightsStay(rulings: Rulings, evaluation: Evaluation<unknown>, known: readonly Known[]): boolean {
  const { terms, model } = rulings.ruleSet
  const { columnOf, moving } = model
  const seen = viewOf(rulings, evaluation.known)
  const later = viewOf(rulings, known)
  let readsMoved = false
  const now: FactView = (id) => {
    readsMoved ||= moving.has(columnOf.get(id)?.index ?? -1)
    return seen(id)
  }
  return rulings.ruleSet.weighed.every(({ question, answers }) => {
    const standing = answers.filter(({ rule }) => evaluation.statuses[rule] !== NO)
    if (standing.length < 2) return true
    const { favour } = question
    const weight = typeof favour === 'function' ? favourOf : measureOf
    return standing.every(({ value }) => {
      readsMoved = false
      const before = weight(question, value, now, terms)
      return !readsMoved || isSameJson(before, weight(question, value, later, terms))
    })
  })
}
