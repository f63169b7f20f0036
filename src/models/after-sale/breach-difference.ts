// What a floor would bring the buyer more than the answer that falls short of it.
// Promise: in yuan and only where both amounts are exact; nothing is said of what may still be another amount.
import type { Answer } from '../../engine/answer.js'
import type { BreachReport } from '../../engine/decision.js'
import type { Json } from '../../engine/declaration.js'
import type { Evaluation } from '../../engine/evaluate.js'
import { viewOf } from '../../engine/facts.js'
import type { Resolved } from '../../engine/fold.js'
import type { Question } from '../../engine/question.js'
import { formatYuan } from '../../money.js'
import { type Amounts, amountsOf } from './amount.js'
import { sumsBehind } from './answer-view.js'
import { type Bounds, boundsOf, halfOf, isExact, lesser } from './bounds.js'
import type { AfterSaleRulings } from './decision.js'

/** What the floor would bring the buyer more, where both amounts are exact. */
export function differenceOf(
  rulings: AfterSaleRulings,
  evaluation: Evaluation<unknown>,
  breach: BreachReport,
  now: Amounts,
): { difference?: string } {
  const gain =
    breach.question === 'outboundPostage'
      ? gainOfOutbound(rulings, evaluation, breach, now)
      : gainAtFloor(rulings, evaluation, breach.question, now)
  return gain === undefined || gain <= 0 ? {} : { difference: formatYuan(gain) }
}

function gainAtFloor(
  rulings: AfterSaleRulings,
  evaluation: Evaluation<unknown>,
  id: string,
  now: Amounts,
): number | undefined {
  const question = rulings.ruleSet.model.questionOf.get(id)
  const floor = question && evaluation.resolved[question.index]?.breach?.floor
  if (question === undefined || floor === undefined) return undefined
  // A sum that is not exact now shows no difference, whatever the floor makes of it.
  if (!sumsBehind(question.group).some((sum) => isExact(now[sum].total))) return undefined
  return gainOf(now, amountsOf(rulings, evaluation, replaced(evaluation.resolved, question.index, floor)))
}

/** What the outbound leg costs the buyer more: what is deducted for it, or, where no amount pays it, his share of it. */
function gainOfOutbound(
  rulings: AfterSaleRulings,
  evaluation: Evaluation<unknown>,
  { answers, floor }: BreachReport,
  now: Amounts,
): number | undefined {
  const { questionOf, declaration } = rulings.ruleSet.model
  const [[, deduction, soWith]] = declaration.together
  const { index } = questionOf.get(deduction) as Question
  const outcomes = evaluation.resolved[index]?.outcomes ?? []
  // Whether anything is deducted for it decides which of the two it is.
  if (outcomes.length !== 1) return undefined
  if (outcomes[0] !== 1) {
    const view = viewOf(rulings, evaluation.known)
    const cost = lesser(boundsOf(view('outboundPostageCost')), boundsOf(view('outboundPostageLeft')))
    return isExact(cost) && answers.length === 1
      ? shareOfBuyer(cost, answers[0]) - shareOfBuyer(cost, floor)
      : undefined
  }
  const leg = questionOf.get('outboundPostage') as Question
  const borne = replaced(evaluation.resolved, leg.index, leg.values?.indexOf(floor as string) as number)
  const deducted = Number(soWith.some((bearer) => bearer === floor))
  return gainOf(now, amountsOf(rulings, evaluation, replaced(borne, index, deducted)))
}

function shareOfBuyer(cost: Bounds, bearer: Json | undefined): number {
  return bearer === 'buyer' ? cost.least : bearer === 'split' ? halfOf(cost).least : 0
}

/** Fen more for the buyer; nothing to say where a sum that changes is not exact. */
function gainOf(now: Amounts, better: Amounts): number | undefined {
  const sums = ['refund', 'repay', 'compensate'] as const
  return [
    change(better.buyerPays.total, now.buyerPays.total),
    ...sums.map((sum) => change(now[sum].total, better[sum].total)),
  ].reduce((total, gain) => (total === undefined || gain === undefined ? undefined : total + gain))
}

function change(before: Bounds, after: Bounds): number | undefined {
  if (before.least === after.least && before.most === after.most) return 0
  return isExact(before) && isExact(after) ? after.least - before.least : undefined
}

function replaced(resolved: readonly Resolved[], index: number, answer: Answer): Resolved[] {
  return resolved.map((one, i) => (i === index ? { outcomes: [answer], winners: [] } : one))
}
