// Floors of a question, and what its answers come to where worse ones are raised to them.
// Promise: only mandatory answers that win are floors; of several, the best that holds.
import { type Answer, isAnswer } from '../engine/answer.js'
import type { FactView } from '../engine/declaration.js'
import { favourOf } from '../engine/fold.js'
import type { CompiledRule } from '../engine/load-rules.js'
import type { Question } from '../engine/question.js'
import { isWeighed } from '../engine/weighed.js'
import { all, FALSE, type Formula, not, some } from './formula.js'
import { type Answering, answerOf } from './outcomes.js'
import type { Rules } from './space.js'

interface Floor {
  readonly holds: Formula
  readonly rules: readonly CompiledRule[]
}

/** Floors by their answers. */
export type Floors = ReadonlyMap<Answer, Floor>

/** Where each mandatory answer is the best there is. */
export function floorsOf(
  { wins }: Pick<Answering, 'wins'>,
  question: Question,
  mandatory: readonly CompiledRule[],
): Floors {
  const values = [...new Set(mandatory.map((rule) => answerOf(rule, question.index)))].filter(isAnswer)
  const of = (value: Answer) => mandatory.filter((rule) => answerOf(rule, question.index) === value)
  const won = new Map(values.map((value) => [value, some(of(value).map((rule) => wins(rule, question.index)))]))
  const weighed = isWeighed(question)
  return new Map(
    values.map((value) => {
      const better = weighed ? [] : values.filter((other) => sizeOf(question, other) > sizeOf(question, value))
      return [
        value,
        {
          holds: all([won.get(value) ?? FALSE, ...better.map((one) => not(won.get(one) ?? FALSE))]),
          rules: of(value),
        },
      ]
    }),
  )
}

/** The mandatory rules that speak of a question; none where it has no order of favour. */
export function floorRules({ ruleSet }: Pick<Rules, 'ruleSet'>, { index, favour }: Question): readonly CompiledRule[] {
  return ruleSet.rules.filter(
    ({ mandatory, answers }) => favour !== undefined && mandatory && answers.some(({ question }) => question === index),
  )
}

/** The place of an answer in the order of favour, where it hangs on no fact. */
export function sizeOf(question: Question, answer: Answer): number {
  return favourOf(question, answer, NO_FACTS).least
}

/** Read by no answer whose size is its own. */
const NO_FACTS: FactView = () => []

/** Outcomes with everything worse than a floor raised to it. `isLess`: an answer may fall short of a floor. */
export function raisedOutcomes(
  outcomes: Iterable<readonly [Answer, Formula]>,
  floors: Floors,
  isLess: (answer: Answer, floor: Answer) => boolean,
): ReadonlyMap<Answer, Formula> {
  const of = new Map(outcomes)
  const answers = new Set([...of.keys(), ...floors.keys()])
  return new Map(
    [...answers].map((answer) => {
      const above = [...floors].filter(([floor]) => isLess(answer, floor))
      const from = floors.get(answer)
      const kept = all([of.get(answer) ?? FALSE, ...above.map(([, { holds }]) => not(holds))])
      if (from === undefined) return [answer, kept]
      const lifted = [...of].filter(([other]) => isLess(other, answer)).map(([, is]) => is)
      return [answer, some([kept, all([from.holds, some(lifted)])])]
    }),
  )
}
