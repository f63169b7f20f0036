// What of a finding is not the packs' own, so that what is accepted of them does not hide what a shop adds.
// Promise: theirs is what they leave open or answer too low with the shop's settings; but for a case that falls short of
// no floor before the shop has set anything: that is the shop's.
import type { Question } from '../engine/question.js'
import { checkDates } from './check-dates.js'
import { breachClaims } from './check-floors.js'
import { gapClaim } from './check-questions.js'
import { NOTHING } from './diagram.js'
import { type Claim, type Finding, refute } from './finding.js'
import { all, type Formula, not, some } from './formula.js'
import { type Subject, withinBudget } from './subject.js'
import type { Verified } from './verify.js'

/**
 * What is left of a finding without the cases in which the packs have the same; nothing where they have it in all.
 * @param verified beside it the packs with the shop's settings, then with none; all is left where there are no packs
 */
export function beyondPacks({ subject, beside: [set, unset] }: Verified, finding: Finding): Finding | undefined {
  const { id, region } = finding
  if (set === undefined || unset === undefined) return finding
  const [own, theirs] = [subject, set].map((one) => claimOf(one, id))
  if (own !== undefined && theirs !== undefined) {
    const { zh, en } = own.text
    const text = { zh: `${zh}（本店改动新增的部分）`, en: `${en} (what the shop's changes add)` }
    const isTheirs = all([theirs.never, ...fallsShort(unset, id)])
    const left = refute(subject, { ...own, text, never: all([own.never, not(isTheirs)]) })
    return left && { ...left, id }
  }
  const ended = id.startsWith('dates-whole') ? checkDates(set).findings.find((one) => one.id === id)?.region : undefined
  if (region === undefined || ended === undefined) return finding
  return withinBudget(subject, () => subject.diagrams.minus(region, ended)) === NOTHING ? undefined : finding
}

/** Of a shortfall: that the question falls short of some floor already. */
function fallsShort(subject: Subject, id: string): Formula[] {
  const claims = questionsIn(subject, id).flatMap((question) => breachClaims(subject, question))
  return id.startsWith('floors-hold') ? [some(claims.map(({ never }) => never))] : []
}

/** A gap or shortfall by the id of its finding, to which a layer looked at alone may be put. */
function claimOf(subject: Subject, id: string): Claim | undefined {
  return questionsIn(subject, id)
    .flatMap((question) => [gapClaim(subject, question), ...breachClaims(subject, question)])
    .find((claim) => id === claim.id || id.startsWith(`${claim.id} (`))
}

function questionsIn({ rulings }: Subject, id: string): readonly Question[] {
  const words = id.split(' ')
  return rulings.ruleSet.model.questions.filter((question) => words.includes(question.id))
}
