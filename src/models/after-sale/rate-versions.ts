// Rates that are deducted and have no version on the day that selects it.
// Promise: only where the case says the day, so that no further fact can help.
import { hasNoVersion } from '../../engine/comparison.js'
import type { Evaluation } from '../../engine/evaluate.js'
import type { Resolved } from '../../engine/fold.js'
import { NO } from '../../engine/matcher.js'
import type { Review } from '../../engine/outcome.js'
import type { Reading } from '../../engine/read-case.js'
import type { Rulings } from '../../engine/rulings.js'
import { NONE } from '../../engine/value-set.js'
import { RATES } from './deductions.js'

/** Rates that are surely deducted and have no version on the day the case states: nobody can say the amount. */
export function ratesWithoutVersion(
  { ruleSet }: Rulings,
  { known: written }: Reading,
  { known, resolved, arises }: Evaluation<unknown>,
): Review[] {
  return RATES.flatMap(({ member, name }) => {
    const dated = ruleSet.parameters.get(name)
    const index = ruleSet.model.questionOf.get(member)?.index ?? -1
    const { outcomes } = resolved[index] as Resolved
    if (dated === undefined || outcomes.length !== 1 || outcomes[0] !== 1 || arises[index] === NO) return []
    const day = known[dated.by]
    const isStated = typeof day === 'number' && (day !== NONE || written[dated.by] === NONE)
    return isStated && hasNoVersion(ruleSet, dated, known) ? { reason: 'no-version', parameter: name } : []
  })
}
