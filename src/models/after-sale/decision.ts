// The after-sale decision: the model's answers with the amounts, the next refund state, remark, tasks and dates.
// Promise: plain JSON, fresh objects; everything in it follows from the answers and the case.
import type { CitedSource, Deadline } from '../../domain/domain.js'
import { sourcesOf } from '../../domain/sources.js'
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
import { setIn } from '../../engine/known.js'
import { asked } from '../../engine/missing.js'
import type { Column } from '../../engine/model.js'
import type { Reading } from '../../engine/read-case.js'
import type { Rulings } from '../../engine/rulings.js'
import type { Text } from '../../engine/text.js'
import { contains, sizeOf } from '../../engine/value-set.js'
import { datedDeadlines } from '../deadlines/dated.js'
import { type Amount, type Amounts, amountsOf, writeAmount } from './amount.js'
import { differenceOf } from './breach-difference.js'
import { chosenIn } from './chosen.js'
import { deadlineWords } from './deadline-term.js'
import type { Slots } from './form.js'
import type { afterSale } from './model.js'
import { ratesWithoutVersion } from './rate-versions.js'
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
    missing: isWaiting ? factsFor(rulings, reading, amounts.waitsFor) : base.missing,
    remark: remarkFor(chosenIn(rulings, evaluation, 'remark'), slots),
    reports: reportsOf(chosenIn(rulings, evaluation, 'reports'), answers.reports, slots),
    tasks: tasksOf(rulings, chosenIn(rulings, evaluation, 'tasks'), answers.tasks),
    deadlines: datedDeadlines(deadlineWords, deadlines.members, viewOf(rulings, evaluation.known), answers.deadlines),
    breaches: base.breaches.map((breach) => Object.assign(breach, differenceOf(rulings, evaluation, breach, amounts))),
    sources: sourcesOf(rulings, evaluation),
  })
  const reviews = ratesWithoutVersion(rulings, evaluation)
  if (reviews.length > 0) Object.assign(decision, { outcome: 'needs-review', reviews: [...base.reviews, ...reviews] })
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
function factsFor({ ruleSet }: AfterSaleRulings, { known }: Reading, ids: readonly string[]): MissingFact[] {
  const isWritten = (id: string) => typeof known[ruleSet.model.factOf.get(id)?.index ?? -1] === 'number'
  return ids
    .filter((id) => ruleSet.model.factOf.has(id) && !isWritten(id))
    .map((id) => asked(ruleSet, id, { rules: 0 }))
}
