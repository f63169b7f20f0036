// What the arithmetic reads of an evaluation: facts as bounds, answers as the values still possible.
// Promise: nothing is decided here; an open answer shows every value it may have.
import { type Answer, isAnswer, termOf } from '../../engine/answer.js'
import { TRUTHS } from '../../engine/answered.js'
import { datedValues } from '../../engine/comparison.js'
import type { FactView, Json } from '../../engine/declaration.js'
import type { Evaluation } from '../../engine/evaluate.js'
import { viewOf } from '../../engine/facts.js'
import type { Resolved } from '../../engine/fold.js'
import type { Rulings } from '../../engine/rulings.js'
import type { Truth } from '../../engine/trace.js'
import { isPoint, NONE } from '../../engine/value-set.js'
import { type Bounds, boundsOf, either, exactly, isExact, ZERO } from './bounds.js'

/** Sums that go to the buyer or come from him. */
type SumOfBuyer = 'refund' | 'repay' | 'compensate' | 'buyerPays'

/** The questions whose answers amounts are worked out from, and the sums they may change. */
const AMOUNT_QUESTIONS = {
  refundBase: ['refund'],
  deductions: ['refund'],
  outboundPostage: ['refund'],
  returnPostage: ['repay', 'buyerPays'],
  reshipPostage: ['buyerPays'],
  priceGap: ['repay', 'buyerPays'],
  compensation: ['compensate'],
  damages: ['compensate'],
} as const satisfies Readonly<Record<string, readonly SumOfBuyer[]>>

type Group = keyof typeof AMOUNT_QUESTIONS
type AmountQuestion = Group | `${Group}.${string}`

/** The sums that another answer to a question may change. */
export function sumsBehind(group: string): readonly SumOfBuyer[] {
  return Object.hasOwn(AMOUNT_QUESTIONS, group) ? AMOUNT_QUESTIONS[group as Group] : []
}

export interface AnswerView {
  readonly fact: FactView
  readonly money: (fact: string) => Bounds
  readonly arises: (question: AmountQuestion) => Truth
  /** Values a choice may still have; `undecided` when it may also stay without one. */
  readonly choices: (question: AmountQuestion) => { readonly values: readonly string[]; readonly undecided: boolean }
  readonly member: (question: AmountQuestion) => Truth
  /** Bounds of a money answer; no answer is 0.00. */
  readonly number: (question: AmountQuestion) => Bounds
  /** Terms a member may still have; `undecided` when it may also stay without one. */
  readonly terms: (question: AmountQuestion) => { readonly terms: readonly Json[]; readonly undecided: boolean }
  /**
   * A rate or amount that a setting or dated parameter gives, in its smallest unit; nothing when unset or without version.
   * Its date is worth asking for where the number surely counts.
   */
  readonly parameter: (name: string, isSure: boolean) => Bounds | undefined
  readonly requested: () => string | undefined
  /** Facts read so far of which more than one value is possible. */
  readonly unknown: ReadonlySet<string>
}

export function answerView(
  rulings: Rulings,
  evaluation: Evaluation<unknown>,
  resolved: readonly Resolved[],
): AnswerView {
  const { ruleSet, settings } = rulings
  const { model } = ruleSet
  const known = viewOf(rulings, evaluation.known)
  const unknown = new Set<string>()
  const fact: FactView = (id) => {
    const set = known(id)
    if (!isPoint(set)) unknown.add(id)
    return set
  }
  const questionOf = (id: string) => {
    const question = model.questionOf.get(id)
    if (question === undefined) throw new Error(`internal: no question ${id}`)
    return question
  }
  const outcomesOf = (id: string): readonly Answer[] => resolved[questionOf(id).index]?.outcomes ?? []
  return {
    unknown,
    fact,
    money: (id) => {
      const value = evaluation.known[model.columnOf.get(id)?.index ?? -1]
      return typeof value === 'number' ? exactly(Math.max(value, 0)) : boundsOf(fact(id))
    },
    arises: (id) => TRUTHS[evaluation.arises[questionOf(id).index] ?? 2] as Truth,
    choices: (id) => {
      const outcomes = outcomesOf(id)
      const values = outcomes.filter(isAnswer).map((outcome) => questionOf(id).values?.[outcome as number] as string)
      return { values, undecided: values.length < outcomes.length }
    },
    member: (id) => {
      const outcomes = outcomesOf(id)
      if (outcomes.length !== 1) return 'unknown'
      return outcomes[0] === 1 ? 'yes' : outcomes[0] === 0 ? 'no' : 'unknown'
    },
    number: (id) => either(outcomesOf(id).map((outcome) => (isAnswer(outcome) ? exactly(outcome as number) : ZERO))),
    terms: (id) => {
      const outcomes = outcomesOf(id)
      const terms = outcomes.filter((one) => typeof one === 'string').map((one) => termOf(one, ruleSet.terms))
      return { terms, undecided: terms.length < outcomes.length }
    },
    parameter: (name, isSure) => {
      const dated = ruleSet.parameters.get(name)
      const value = settings.get(name)
      const values =
        dated === undefined ? value !== undefined && [value] : datedValues(ruleSet, dated, evaluation.known)
      const bounds = values ? either(values.map(exactly)) : undefined
      // A number that is not known waits for its date. Where that is stated and has no version, nobody can say more.
      const date = dated && evaluation.known[dated.by]
      if (isSure && dated && !(bounds && isExact(bounds)) && (typeof date !== 'number' || date === NONE))
        unknown.add(model.columns[dated.by]?.id as string)
      return bounds
    },
    requested: () => {
      const column = model.columnOf.get('requested')
      const value = column && evaluation.known[column.index]
      return typeof value === 'number' ? column?.options[value]?.id : undefined
    },
  }
}
