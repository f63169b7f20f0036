// The after-sale decision: the model's answers with the amounts, the next refund state, remark, tasks and dates.
// Promise: plain JSON, fresh objects; everything in it follows from the answers and the case.
import type { CitedSource, Deadline } from '../../domain/domain.js'
import { sourcesOf } from '../../domain/sources.js'
import type { Answer } from '../../engine/answer.js'
import type { Answered } from '../../engine/answered.js'
import type { Decided } from '../../engine/decider.js'
import {
  type BreachReport,
  decisionOf,
  type MissingFact,
  type Decision as ModelDecision,
} from '../../engine/decision.js'
import type { Json } from '../../engine/declaration.js'
import type { Evaluation } from '../../engine/evaluate.js'
import { viewOf } from '../../engine/facts.js'
import type { Resolved } from '../../engine/fold.js'
import { setIn } from '../../engine/known.js'
import { asked } from '../../engine/missing.js'
import type { Column } from '../../engine/model.js'
import type { Question } from '../../engine/question.js'
import type { Rulings } from '../../engine/rulings.js'
import type { Text } from '../../engine/text.js'
import { contains, isPoint, sizeOf, type ValueSet } from '../../engine/value-set.js'
import { formatYuan } from '../../money.js'
import { datedDeadlines } from '../deadlines/dated.js'
import { type Amount, type Amounts, amountsOf, writeAmount } from './amount.js'
import { sumsBehind } from './answer-view.js'
import { type Bounds, boundsOf, isExact } from './bounds.js'
import { chosenIn } from './chosen.js'
import { deadlineWords } from './deadline-term.js'
import type { Slots } from './form.js'
import type { afterSale } from './model.js'
import { refundSteps, transition } from './refund-status.js'
import { type Remark, remarkOf } from './remark.js'
import { type Report, reportOf } from './reports.js'
import { slotsOf } from './slots.js'
import { refundRequests } from './terms.js'
import { type Task, tasksOf } from './todo.js'

/** A state of the refund. */
export interface RefundStatus {
  readonly state: string
  readonly label: Text
}

/** A floor the answer falls short of, with what it costs the buyer where the case says enough. */
export interface AfterSaleBreach extends BreachReport {
  /** Yuan. */
  readonly difference?: string
}

type Declaration = (typeof afterSale)['declaration']

export interface Decision extends Omit<ModelDecision<Declaration>, 'breaches'> {
  readonly amount: Amount
  /** Where the refund that was applied for stands, if the case says so. */
  readonly refundState?: RefundStatus
  /** Where the refund goes when the settled refund action is taken. */
  readonly nextState?: RefundStatus
  readonly remark: Remark
  /** Texts to be handed in or registered. */
  readonly reports: readonly Report[]
  readonly flag?: string
  readonly tasks: readonly Task[]
  readonly deadlines: readonly Deadline[]
  readonly breaches: readonly AfterSaleBreach[]
  /** Sources of the rules behind answers and floors, by id. */
  readonly sources: readonly CitedSource[]
}

export type AfterSaleRulings = Rulings & { readonly ruleSet: { readonly model: typeof afterSale } }

/** Writes the decision of a decided case. */
export function writeDecision(rulings: AfterSaleRulings, decided: Decided<Amounts | undefined>): Decision {
  const { reading, evaluation } = decided
  const base = decisionOf<Declaration>(rulings, reading, decided)
  const { answers } = base
  const { deadlines } = rulings.ruleSet.model.declaration.questions
  const amounts = evaluation.computed ?? amountsOf(rulings, evaluation)
  const slots = () => slotsOf(reading, evaluation)
  const isWaiting = base.missing.length === 0 && base.outcome !== 'needs-review'
  const decision: { -readonly [K in keyof Decision]: Decision[K] } = Object.assign(base, {
    amount: writeAmount(amounts),
    missing: isWaiting ? factsFor(rulings, amounts.waitsFor) : base.missing,
    remark: remarkFor(chosenIn(rulings, evaluation, 'remark'), slots),
    reports: reportsOf(chosenIn(rulings, evaluation, 'reports'), answers.reports, slots),
    tasks: tasksOf(rulings, chosenIn(rulings, evaluation, 'tasks'), answers.tasks),
    deadlines: datedDeadlines(deadlineWords, deadlines.members, viewOf(rulings, evaluation.known), answers.deadlines),
    breaches: base.breaches.map((breach) => Object.assign(breach, differenceOf(rulings, evaluation, breach, amounts))),
    sources: sourcesOf(rulings, evaluation),
  })
  const state = refundStateOf(rulings, evaluation)
  if (state !== undefined) decision.refundState = { state: state.id, label: state.label }
  const next = nextState(state, answers.refundAction, stated(rulings, evaluation, 'requested')?.id)
  if (next !== undefined) decision.nextState = next
  if (answers.flag.status === 'settled' && answers.flag.value !== undefined) decision.flag = answers.flag.value
  return decision
}

function remarkFor(members: readonly string[], slots: () => Slots): Remark {
  return members.length === 0 ? { text: '', missing: [] } : remarkOf(members, slots())
}

function reportsOf(
  chosen: readonly string[],
  answers: Readonly<Record<string, Answered<Json>>>,
  slots: () => Slots,
): Report[] {
  return chosen.flatMap((member) => reportOf(member, answers[member]?.rules ?? [], slots()))
}

function stated(
  { ruleSet: { model } }: AfterSaleRulings,
  { known }: Evaluation<unknown>,
  fact: string,
): { readonly id: string; readonly label: Text } | undefined {
  const column = model.columnOf.get(fact)
  const value = column && known[column.index]
  return typeof value === 'number' ? column?.options[value] : undefined
}

/** Where the refund stands that the case asks for. Beside another request an earlier one may have ended. */
function refundStateOf(rulings: AfterSaleRulings, evaluation: Evaluation<unknown>): ReturnType<typeof stated> {
  const state = stated(rulings, evaluation, 'refundState')
  if (state === undefined) return undefined
  const requested = rulings.ruleSet.model.columnOf.get('requested') as Column
  const possible = setIn(evaluation.known, requested)
  const others = requested.options.filter(({ id }, i) => !(id in refundRequests) && contains(possible, i))
  const isOver = refundSteps.every(({ from }) => from !== state.id)
  return (isOver ? others.length === 0 : others.length < sizeOf(possible)) ? state : undefined
}

function nextState(
  state: ReturnType<typeof stated>,
  action: Answered<string>,
  requested: string | undefined,
): RefundStatus | undefined {
  if (action.status !== 'settled' || action.value === undefined || action.arises === 'no') return undefined
  if (state === undefined) return undefined
  const moved = transition(state.id, action.value, requested)
  return moved.ok ? { state: moved.state, label: moved.label } : undefined
}

/** No rule waits for a fact, and an amount still does: for these, which its arithmetic reads. */
function factsFor({ ruleSet }: AfterSaleRulings, ids: readonly string[]): MissingFact[] {
  const { facts } = ruleSet.model.declaration
  return ids.filter((id) => Object.hasOwn(facts, id)).map((id) => asked(ruleSet, id, { rules: 0 }))
}

/** What the floor would bring the buyer more, where both amounts are exact. */
function differenceOf(
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

/** What the outbound leg costs the buyer: what is deducted for it, or, where no amount pays it, his share of it. */
function gainOfOutbound(
  rulings: AfterSaleRulings,
  evaluation: Evaluation<unknown>,
  { answers, floor }: BreachReport,
  now: Amounts,
): number | undefined {
  const { questionOf, declaration } = rulings.ruleSet.model
  const [[, deduction, soWith]] = declaration.together
  const { index } = questionOf.get(deduction) as Question
  if (!isDeducted(evaluation.resolved[index]))
    return outboundShare(viewOf(rulings, evaluation.known)('outboundPostageCost'), answers)
  const leg = questionOf.get('outboundPostage') as Question
  const borne = replaced(evaluation.resolved, leg.index, leg.values?.indexOf(floor as string) as number)
  const deducted = Number(soWith.some((bearer) => bearer === floor))
  return gainOf(now, amountsOf(rulings, evaluation, replaced(borne, index, deducted)))
}

function isDeducted(deduction: Resolved | undefined): boolean {
  return deduction?.outcomes.length === 1 && deduction.outcomes[0] === 1
}

function outboundShare(cost: ValueSet, answers: readonly Json[]): number | undefined {
  if (!isPoint(cost) || answers.length !== 1) return undefined
  const whole = boundsOf(cost).least
  return answers[0] === 'split' ? Math.ceil(whole / 2) : whole
}

/** Fen more for the buyer; nothing to say where a sum that changes is not exact. */
function gainOf(now: Amounts, better: Amounts): number | undefined {
  const owed = change(now.buyerPays.total, better.buyerPays.total)
  const gains = (['refund', 'repay', 'compensate'] as const).map((sum) => change(now[sum].total, better[sum].total))
  return gains.reduce(
    (total, gain) => (total === undefined || gain === undefined ? undefined : total + gain),
    owed === undefined ? undefined : 0 - owed,
  )
}

function change(before: Bounds, after: Bounds): number | undefined {
  if (before.least === after.least && before.most === after.most) return 0
  return isExact(before) && isExact(after) ? after.least - before.least : undefined
}

function replaced(resolved: readonly Resolved[], index: number, answer: Answer): Resolved[] {
  return resolved.map((one, i) => (i === index ? { outcomes: [answer], winners: [] } : one))
}
