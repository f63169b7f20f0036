// Rules as they answer under `enforce`: worse answers raised to the mandatory rules that hold.
// Promise: what the engine raises is raised; where the amounts of a case tell which answer is worse, the outcome is the
// list of those it may come to.

import type { Answer } from '../engine/answer.js'
import type { Question } from '../engine/question.js'
import { isWeighed } from '../engine/weighed.js'
import { fallsShort } from './check-floors.js'
import { answersWith, readersOf } from './exact.js'
import { weighing } from './floor-sums.js'
import { all, FALSE, type Formula, not, some } from './formula.js'
import { answersAmong, listed, type Outcomes } from './outcomes.js'
import { type Floors, floorRules } from './raised.js'
import type { Subject } from './subject.js'
import type { Sums } from './witness.js'

/** The same rules under `enforce`. `pick`: which of those it may come to stands for a list, where other rules read it. */
export function withFloors(subject: Subject, pick?: number): Subject {
  const rulings: Subject['rulings'] = { ...subject.rulings, floors: 'enforce' }
  const weigh = (question: Question, outcomes: Outcomes, floors: Floors) =>
    picked(outcomes, floors, pick, (answer, floor) => fallsShort(subject, question, answer, floor) !== 'no')
  return { ...subject, rulings, answering: answersWith(subject.space, rulings, undefined, weigh) }
}

/** An answer together with the floors that hold and may be above it. */
function picked(
  outcomes: Outcomes,
  floors: Floors,
  pick: number | undefined,
  isLess: (answer: Answer, floor: Answer) => boolean,
): Outcomes {
  let lists = [...outcomes].map(([answer, is]) => ({ answer, own: answer, is }))
  for (const [floor, { holds }] of floors)
    lists = lists.flatMap((one) =>
      isLess(one.own, floor)
        ? [
            { ...one, is: all([one.is, not(holds)]) },
            { ...one, answer: listed([...answersAmong(one.answer), floor]), is: all([one.is, holds]) },
          ]
        : [one],
    )
  const found = new Map<Answer, Formula>()
  for (const { answer, is } of lists) {
    const among = answersAmong(answer)
    const key = pick === undefined ? answer : (among[Math.min(pick, among.length - 1)] as Answer)
    found.set(key, some([found.get(key) ?? FALSE, is]))
  }
  return found
}

/** Questions whose rules read an answer that amounts decide once floors raise it. */
export function readersOfRaised({ rulings }: Subject): ReadonlySet<number> {
  const { questionOf } = rulings.ruleSet.model
  return readersOf(rulings, ({ id }) => {
    const question = questionOf.get(id)
    return question !== undefined && isWeighed(question) && floorRules(rulings, question).length > 0
  })
}

/** Sums that make one answer of such lists fall short of another. */
export function sumsBetween(subject: Subject, question: Question, outcomes: readonly Answer[]): Sums {
  const among = outcomes.flatMap(answersAmong)
  return (stated) =>
    among.flatMap((one) => among.flatMap((other) => weighing(subject, question, one, other).sums(stated)))
}
