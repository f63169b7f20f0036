// Which decisions change from one set of rules to another: exactly which cases, how, and that no other does.
// Promise: what is not listed was proved to stay; a case shown was decided with both sets of rules.

import type { Ruled } from '../domain/domain.js'
import type { Answer } from '../engine/answer.js'
import type { Condition } from '../engine/declaration.js'
import type { Question } from '../engine/question.js'
import type { Text } from '../engine/text.js'
import { answerText, type Direction, directionOf } from './answer-change.js'
import { evaluated, type Witness } from './decided-case.js'
import type { Region } from './diagram.js'
import { described, type Finding, readsAmounts } from './finding.js'
import { forgotten } from './forget.js'
import { all, FALSE, type Formula, not, some, TRUE } from './formula.js'
import { OUT_OF_BUDGET } from './node-table.js'
import type { Outcomes } from './outcomes.js'
import { EFFORT, type Effort, type Looked, look, type Subject, subjectsOf } from './subject.js'
import { type Shows, witnessOf } from './witness.js'

/** Cases in which a question is answered otherwise. */
export interface Changed extends Pick<Finding, 'mark' | 'inWords' | 'region'> {
  readonly question: Question
  readonly before: Text
  readonly after: Text
  readonly direction: Direction
  readonly witness: Witness | undefined
  /** Only that a case may be touched is known: none was found that is. */
  readonly isPossible: boolean
  /** Whether a case of these boxes is touched hangs on what its amounts come to. */
  readonly hangsOnAmounts: boolean
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
  const { questions, declaration } = after.ruleSet.model
  const first = declaration.stages[0]
  const changes: Changed[] = []
  const same: Question[] = []
  const unknown: Question[] = []
  const keep = (question: Question, found: readonly Changed[] | undefined) => {
    if (found === undefined) unknown.push(question)
    else if (found.length === 0) same.push(question)
    else changes.push(...found)
  }
  for (const question of questions.filter(({ stage }) => stage === first)) keep(question, changesOf(pair, question))
  // Amounts hang on what is settled and on settings: where these differ, what is worked out from them may.
  const isSameShop = [...before.settings].every(([name, value]) => after.settings.get(name) === value)
  const settled = isSameShop ? all(changes.map(({ question }) => sameAnswers(pair, question))) : FALSE
  for (const question of questions.filter(({ stage }) => stage !== first))
    keep(question, changesOf({ ...pair, settled }, question))
  return { changes, same, unknown, subject: pair.now, since: now.since }
}

interface Pair {
  readonly old: Subject
  readonly now: Subject
  /** Cases in which everything settled, and so every amount, stays. */
  readonly settled: Formula
}

function sameAnswers({ old, now }: Pair, question: Question): Formula {
  const after = now.answering.outcomes(question)
  return some([...old.answering.outcomes(question)].map(([answer, is]) => all([is, after.get(answer) ?? FALSE])))
}

/** Every way in which a question is answered otherwise; nothing where the budget is used up. */
function changesOf(pair: Pair, question: Question): Changed[] | undefined {
  const { old, now, settled } = pair
  const [before, after] = [old, now].map(({ answering }) => answering.outcomes(question)) as [Outcomes, Outcomes]
  if (settled.kind === 'true' || !readsAmounts(now, [...before.values(), ...after.values()])) {
    // What is written alike needs no look: rules that nobody touched.
    if ([...before].every(([answer, is]) => after.get(answer) === is)) return []
    const any = look(now, not(sameAnswers(pair, question)))
    if (any.kind === 'none') return []
  }
  const found: Changed[] = []
  const together = meeting(pair)
  for (const [from, was] of before) {
    for (const [to, is] of after) {
      if (from === to) continue
      const looked = together(was, is)
      if (looked.kind === 'unknown') return undefined
      if (looked.kind === 'none') continue
      const hangsOnAmounts = settled.kind !== 'true' && readsAmounts(now, [was, is])
      found.push({ ...changed(pair, question, from, to, looked), hangsOnAmounts })
    }
  }
  return found
}

/** Finds cases of two outcomes. Where amounts may differ, what is worked out from them need not be the same in both. */
function meeting({ now, settled }: Pair): (was: Formula, is: Formula) => Looked {
  const { diagrams, space } = now
  if (settled.kind === 'true') return (was, is) => look(now, all([was, is]))
  const computed = space.variables.filter(({ column }) => column?.source === 'computed')
  const freed = new Map<Formula, Region>()
  const free = (formula: Formula): Region => {
    const known = freed.get(formula)
    if (known !== undefined) return known
    const region = computed.reduce((left, { index }) => forgotten(diagrams, left, index), diagrams.build(formula))
    freed.set(formula, region)
    return region
  }
  return (was, is) => {
    try {
      diagrams.restart()
      const stays = diagrams.build(settled)
      const region = diagrams.either(
        diagrams.both(diagrams.both(diagrams.build(was), diagrams.build(is)), stays),
        diagrams.minus(diagrams.both(free(was), free(is)), stays),
      )
      return diagrams.meets(region, diagrams.build(now.world))
        ? { kind: 'region', region }
        : { kind: 'none', by: 'diagram' }
    } catch (error) {
      if (error === OUT_OF_BUDGET) return { kind: 'unknown' }
      throw error
    }
  }
}

function changed(
  { old, now }: Pair,
  question: Question,
  before: Answer,
  after: Answer,
  looked: Looked,
): Omit<Changed, 'hangsOnAmounts'> {
  const comesTo = (outcomes: readonly Answer[] | undefined, wanted: Answer) =>
    outcomes?.length === 1 &&
    (outcomes[0] === wanted || (typeof wanted === 'string' && wanted.includes(String(outcomes[0]))))
  const shows: Shows = (evaluation, { case: input, settings }) =>
    comesTo(evaluation.resolved[question.index]?.outcomes, after) &&
    comesTo(evaluated(old.rulings, input, settings)?.resolved[question.index]?.outcomes, before)
  const witness = witnessOf(now, looked, { shows }) ?? witnessOf(now, looked, { shows, withAmounts: true })
  return {
    question,
    before: answerText(question, before),
    after: answerText(question, after),
    direction: directionOf(
      question,
      before,
      after,
      witness && [evaluated(old.rulings, witness.case, witness.settings), witness.evaluation],
      now.rulings,
    ),
    ...described(now, looked),
    witness,
    isPossible: witness === undefined,
  }
}
