// Which decisions change from one set of rules to another: exactly which cases, how, and that no other does.
// Promise: what is not listed was proved to stay, as the rules have it and with answers raised to their floors; a case
// shown was decided with both sets of rules.

import type { Ruled } from '../domain/domain.js'
import { type Answer, isAnswer } from '../engine/answer.js'
import type { Condition } from '../engine/declaration.js'
import type { Question } from '../engine/question.js'
import type { Text } from '../engine/text.js'
import { isWeighed } from '../engine/weighed.js'
import { type Direction, directionOf, outcomeText } from './answer-change.js'
import { evaluated, type Witness } from './decided-case.js'
import { described, type Finding, readsAmounts } from './finding.js'
import { readersOfRaised, sumsBetween, withFloors } from './floored.js'
import { all, FALSE, type Formula, not, some, TRUE } from './formula.js'
import { meeting, unlisted } from './meeting.js'
import { numbersWritten } from './numbers.js'
import { answersAmong, type Outcomes } from './outcomes.js'
import { EFFORT, type Effort, type Looked, look, type Subject, subjectsOf } from './subject.js'
import { type Shows, witnessOf } from './witness.js'

/** Cases in which a question is answered otherwise. */
export interface Changed extends Pick<Finding, 'mark' | 'inWords' | 'region'> {
  readonly question: Question
  readonly from: Answer
  readonly to: Answer
  readonly before: Text
  readonly after: Text
  readonly direction: Direction
  readonly witness: Witness | undefined
  /** Only that a case may be touched is known: none was found that is. */
  readonly isPossible: boolean
  /** Whether a case of these boxes is touched hangs on what its amounts come to. */
  readonly hangsOnAmounts: boolean
  /** So it changes once answers are raised to their floors, whichever changed; under `advise` what falls short changes. */
  readonly underFloors: boolean
}

export interface Difference {
  readonly changes: readonly Changed[]
  /** Questions of which it is proved that no case is answered otherwise. */
  readonly same: readonly Question[]
  /** Questions about which nobody knows: the budget is used up. */
  readonly unknown: readonly Question[]
  readonly subject: Subject
  readonly since: string | undefined
}

/** Lays two sets of rules over each other, question by question. */
export function differenceOf(
  before: Ruled,
  after: Ruled,
  conditions: readonly Condition[] = [],
  effort: Effort = EFFORT,
): Difference {
  const [old, now] = subjectsOf([before, after], effort, conditions) as [Subject, Subject]
  const pair: Pair = { old, now: { ...now, world: all([old.world, now.world]) }, settled: TRUE }
  const plain = comparedIn(pair)
  const raised = comparedIn({ ...raisedIn(pair), plain })
  const questions = [...plain.found.keys()]
  const both = (question: Question) => [plain, raised].map(({ found }) => found.get(question))
  return {
    changes: questions.flatMap(both).flatMap((changes) => changes ?? []),
    same: questions.filter((one) => both(one).every((changes) => changes?.length === 0)),
    unknown: questions.filter((one) => both(one).includes(undefined)),
    subject: pair.now,
    since: now.since,
  }
}

/** What two sets of rules were found to change. */
interface Compared {
  readonly pair: Pair
  /** The changes of each question; nothing of one about which nobody knows. */
  readonly found: Map<Question, readonly Changed[] | undefined>
}

function comparedIn(pair: Pair): Compared {
  const { old, now, plain } = pair
  const { questions, declaration } = now.rulings.ruleSet.model
  const first = declaration.stages[0]
  const found: Compared['found'] = new Map()
  const readers = new Set(plain && [old, now].flatMap((one) => [...readersOfRaised(one)]))
  const isRead = ({ index }: Question) => readers.has(index)
  const early = questions.filter(({ stage }) => stage === first)
  for (const question of early) found.set(question, changesOf(pair, question))
  // Amounts hang on some of what is settled and of the numbers: where these differ, or nobody knows, amounts may.
  const mayMove = (name: string) => now.rulings.domain.proofs.sum?.hangsOn(name) !== false
  const [numbers, others] = [old, now].map(({ rulings }) => numbersWritten(rulings, mayMove))
  const changed = early.filter(
    (question) =>
      mayMove(question.group) && [found, plain?.found ?? found].some((one) => one.get(question)?.length !== 0),
  )
  const settled = numbers === others ? all(changed.map((question) => sameAnswers(pair, question))) : FALSE
  const result: Compared = { pair: { ...pair, settled }, found }
  const late = questions.filter((one) => !early.includes(one))
  for (const question of late) if (!isRead(question)) found.set(question, changesOf(result.pair, question))
  const read = late.filter(isRead)
  if (read.length === 0) return result
  // What is read of a list of answers stays wherever the list does: each of the list is tried, and of two lists the
  // first of both, the second of both: every way there is for models with one such question, as those shipped are.
  const isOpen = [...found].some(
    ([question, changes]) => isWeighed(question) && changes?.some((one) => one.hangsOnAmounts) !== false,
  )
  const lists = [...found.keys()].flatMap((one) => outcomesIn(pair, one).flatMap((outcomes) => [...outcomes.keys()]))
  const longest = Math.max(...lists.map((one) => answersAmong(one).length))
  const ways = Array.from({ length: longest }, (_, pick) => raisedIn(result.pair, pick))
  for (const question of read) {
    const each = isOpen ? [undefined] : ways.map((way) => changesOf(way, question))
    found.set(question, each.includes(undefined) ? undefined : each.flatMap((one) => one ?? []))
  }
  return result
}

function raisedIn(pair: Pair, pick?: number): Pair {
  return { ...pair, old: withFloors(pair.old, pick), now: withFloors(pair.now, pick) }
}

interface Pair {
  readonly old: Subject
  readonly now: Subject
  /** Cases in which everything settled, and so every amount, stays. */
  readonly settled: Formula
  /** What was found before answers were raised to their floors: it is not listed twice. */
  readonly plain?: Compared
}

function sameAnswers({ old, now }: Pair, question: Question): Formula {
  const after = now.answering.outcomes(question)
  return some([...old.answering.outcomes(question)].map(([answer, is]) => all([is, after.get(answer) ?? FALSE])))
}

/** Every way in which a question is answered otherwise; nothing where nobody knows. */
function changesOf(pair: Pair, question: Question): Changed[] | undefined {
  const { now, settled, plain } = pair
  const [before, after] = outcomesIn(pair, question)
  const isMoved = settled.kind !== 'true' && readsAmounts(now, [...before.values(), ...after.values()])
  // What is written alike needs no look: what no floor touches, and rules that nobody touched.
  if (plain !== undefined && (!isMoved || settled === plain.pair.settled)) {
    const [was, is] = outcomesIn(plain.pair, question)
    if (areAlike(before, was) && areAlike(after, is)) return []
  }
  if (!isMoved) {
    if (areAlike(before, after)) return []
    const any = look(now, not(sameAnswers(pair, question)))
    if (any.kind === 'none') return []
  }
  const found: Changed[] = []
  const together = meeting(now, settled)
  for (const [from, was] of before) {
    for (const [to, is] of after) {
      if (from === to) continue
      const listed = plain?.found.get(question)?.find((one) => one.from === from && one.to === to)
      const looked = unlisted(now, listed, together(was, is))
      if (looked.kind === 'unknown') return undefined
      if (looked.kind === 'none') continue
      const isPicked = answersAmong(from).length + answersAmong(to).length > 2
      const hangsOnAmounts =
        (plain !== undefined && isPicked) || (settled.kind !== 'true' && readsAmounts(now, [was, is]))
      found.push({ ...changed(pair, question, from, to, looked, hangsOnAmounts), underFloors: plain !== undefined })
    }
  }
  return found
}

function outcomesIn({ old, now }: Pair, question: Question): readonly [Outcomes, Outcomes] {
  return [old.answering.outcomes(question), now.answering.outcomes(question)]
}

function areAlike(some: Outcomes, others: Outcomes): boolean {
  return [...some].every(([answer, is]) => others.get(answer) === is)
}

function changed(
  { old, now }: Pair,
  question: Question,
  from: Answer,
  to: Answer,
  looked: Looked,
  hangsOnAmounts: boolean,
): Omit<Changed, 'underFloors'> {
  const among = (outcomes: readonly Answer[] | undefined, wanted: Answer) =>
    outcomes?.length === 1 && answersAmong(wanted).includes(outcomes[0] as Answer) ? outcomes[0] : undefined
  const shows: Shows = (evaluation, { case: input, settings }) => {
    const is = among(evaluation.resolved[question.index]?.outcomes, to)
    const was = among(evaluated(old.rulings, input, settings)?.resolved[question.index]?.outcomes, from)
    return is !== undefined && was !== undefined && is !== was
  }
  const witness =
    witnessOf(now, looked, { shows }) ??
    (isWeighed(question) && [from, to].every(isAnswer)
      ? witnessOf(now, looked, { shows, sums: sumsBetween(now, question, [from, to]) })
      : undefined) ??
    witnessOf(now, looked, { shows, withAmounts: true, alsoBy: hangsOnAmounts ? old.rulings : undefined })
  return {
    question,
    from,
    to,
    before: outcomeText(question, from),
    after: outcomeText(question, to),
    direction: directionOf(
      question,
      from,
      to,
      witness && [evaluated(old.rulings, witness.case, witness.settings), witness.evaluation],
      now.rulings,
    ),
    ...described(now, looked),
    witness,
    isPossible: witness === undefined,
    hangsOnAmounts,
  }
}
