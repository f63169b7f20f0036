// What the evaluation of a case amounts to: settled, waiting for facts, or for a person.
// Promise: looks at the essential questions that arise; a person is called only when no further fact can help.
import { type Answer, CONFLICT, isAnswer } from './answer.js'
import type { Evaluation } from './evaluate.js'
import type { Resolved } from './fold.js'
import { NO, YES } from './matcher.js'
import { unversioned } from './missing.js'
import type { Rulings } from './rulings.js'
import type { Text } from './text.js'

export type Outcome = 'settled' | 'needs-facts' | 'needs-review'

/** Why a person has to look. */
export type Review =
  | {
      readonly reason: 'conflict' | 'silent' | 'handed-over'
      readonly question: string
      readonly rules: readonly string[]
    }
  | { readonly reason: 'contradiction'; readonly constraint: string; readonly text: Text }
  | { readonly reason: 'no-version'; readonly parameter: string }

export interface Judged {
  readonly outcome: Outcome
  /** Essential questions that may arise and are not settled. */
  readonly open: ReadonlySet<number>
  readonly reviews: readonly Review[]
}

export function judge(rulings: Rulings, evaluation: Evaluation<unknown>): Judged {
  const { ruleSet } = rulings
  const { resolved, arises, contradictions } = evaluation
  const idsOf = (rules: readonly number[]) => rules.map((rule) => ruleSet.rules[rule]?.id ?? 'agreed')
  const open = new Set<number>()
  const reviews: Review[] = contradictions.map(({ id, text }) => ({ reason: 'contradiction', constraint: id, text }))
  for (const { index, id } of ruleSet.model.essential) {
    if (arises[index] === NO) continue
    const own = resolved[index] as Resolved
    if (own.outcomes.length === 1 && isAnswer(own.outcomes[0] as Answer)) continue
    open.add(index)
    // While it may not arise at all, some fact can still help.
    if (arises[index] !== YES || own.outcomes.some(isAnswer)) continue
    const reason = own.outcomes.includes(CONFLICT) ? 'conflict' : 'silent'
    reviews.push({ reason, question: id, rules: idsOf(own.winners) })
  }
  for (const { index, id, review } of ruleSet.model.reviewing) {
    const { outcomes, winners } = resolved[index] as Resolved
    if (arises[index] !== NO && outcomes.length === 1 && outcomes[0] === review)
      reviews.push({ reason: 'handed-over', question: id, rules: idsOf(winners) })
  }
  if (open.size > 0)
    for (const parameter of unversioned(ruleSet, evaluation, open)) reviews.push({ reason: 'no-version', parameter })
  return { outcome: reviews.length > 0 ? 'needs-review' : open.size > 0 ? 'needs-facts' : 'settled', open, reviews }
}
