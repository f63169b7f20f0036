// Rates that are deducted and have no version on the day that selects it.
// Promise: only where that day is known, so that no further fact can help.
import { hasNoVersion } from '../../engine/comparison.js'
import type { Evaluation } from '../../engine/evaluate.js'
import { YES } from '../../engine/matcher.js'
import type { Review } from '../../engine/outcome.js'
import type { Question } from '../../engine/question.js'
import type { Rulings } from '../../engine/rulings.js'
import { NONE } from '../../engine/value-set.js'
import { RATES } from './deductions.js'

/** Rates that are surely deducted and have no version on the day the case states: nobody can say the amount. */
export function ratesWithoutVersion({ ruleSet }: Rulings, { known, resolved, arises }: Evaluation<unknown>): Review[] {
  return RATES.flatMap(({ member, name: parameter }) => {
    const { index } = ruleSet.model.questionOf.get(member) as Question
    const dated = ruleSet.parameters.get(parameter)
    if (dated === undefined || resolved[index]?.outcomes.join() !== '1' || arises[index] !== YES) return []
    const day = known[dated.by]
    const isKnown = typeof day === 'number' && day !== NONE
    return isKnown && hasNoVersion(ruleSet, dated, known) ? { reason: 'no-version', parameter } : []
  })
}
