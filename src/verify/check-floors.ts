// Floors: under `enforce` no answer is worse than a mandatory rule that holds; under `advise`, where exactly one is.
// Promise: breaches are told from the same order of favour that decides them; amounts that order weighs by are named
// where they could not be told.
import { type Answer, isAnswer } from '../engine/answer.js'
import { outcomeJson } from '../engine/answered.js'
import { favourOf } from '../engine/fold.js'
import type { CompiledRule } from '../engine/load-rules.js'
import type { Question } from '../engine/question.js'
import { type Checked, type Claim, checked, freeIn, refute, summed } from './finding.js'
import { all, FALSE, type Formula, not, some } from './formula.js'
import { answerOf } from './outcomes.js'
import type { Subject } from './subject.js'
import { evaluated, type Witness } from './witness.js'

/** Whether an answer falls short of a floor: surely, surely not, or as the amounts of the case have it. */
type Shortfall = 'yes' | 'no' | 'weighed'

/** Floors of a question: none where it has no order of favour or no mandatory rule speaks of it. */
export function checkFloors(subject: Subject, question: Question): readonly Checked[] {
  const { answering } = subject
  const mandatory = answering.answeringRules(question.index).filter((rule) => rule.mandatory)
  if (question.favour === undefined || mandatory.length === 0) return []
  const floors = floorsOf(subject, question, mandatory)
  const outcomes = [...answering.outcomes(question)].filter(([answer]) => isAnswer(answer))
  const breaches = outcomes.flatMap(([answer, is]) =>
    [...floors].flatMap(([floor, { holds, rules }]): Claim[] =>
      fallsShort(subject, question, answer, floor) === 'no'
        ? []
        : [
            {
              id: `floors-hold ${question.id} ${String(answer)} ${String(floor)}`,
              text: breachText(question, answer, floor, rules),
              rules: rules.map(({ id }) => id),
              never: all([is, holds, answering.arises(question)]),
              shows: ({ resolved }) =>
                resolved[question.index]?.breach?.status === 'yes' && resolved[question.index]?.outcomes[0] === answer,
            },
          ],
    ),
  )
  return [
    checked(subject, 'floors-hold', question.id, breaches),
    enforced(subject, question, outcomes, floors, breaches),
  ]
}

interface Floor {
  readonly holds: Formula
  readonly rules: readonly CompiledRule[]
}

/** Where each mandatory answer is the best there is. */
function floorsOf(
  { answering }: Subject,
  question: Question,
  mandatory: readonly CompiledRule[],
): ReadonlyMap<Answer, Floor> {
  const values = [...new Set(mandatory.map((rule) => answerOf(rule, question.index)))].filter(isAnswer)
  const of = (value: Answer) => mandatory.filter((rule) => answerOf(rule, question.index) === value)
  const wins = new Map(
    values.map((value) => [value, some(of(value).map((rule) => answering.wins(rule, question.index)))]),
  )
  const isWeighed = typeof question.favour === 'function'
  return new Map(
    values.map((value) => {
      const better = isWeighed ? [] : values.filter((other) => sizeOf(question, other) > sizeOf(question, value))
      return [
        value,
        {
          holds: all([wins.get(value) ?? FALSE, ...better.map((one) => not(wins.get(one) ?? FALSE))]),
          rules: of(value),
        },
      ]
    }),
  )
}

function sizeOf(question: Question, answer: Answer): number {
  return favourOf(question, answer, () => []).least
}

function fallsShort({ rulings }: Subject, question: Question, answer: Answer, floor: Answer): Shortfall {
  if (answer === floor) return 'no'
  if (typeof question.favour !== 'function') return sizeOf(question, answer) < sizeOf(question, floor) ? 'yes' : 'no'
  const { model } = rulings.ruleSet
  const view = (fact: string) => model.columnOf.get(fact)?.domain ?? []
  const [own, other] = [favourOf(question, answer, view), favourOf(question, floor, view)]
  return own.least >= other.most ? 'no' : own.most < other.least ? 'yes' : 'weighed'
}

function breachText(question: Question, answer: Answer, floor: Answer, rules: readonly CompiledRule[]) {
  const said = (one: Answer) => {
    const json = outcomeJson(question, one)
    const { declaration } = question
    const label = declaration.kind === 'choice' ? declaration.values[String(json)] : undefined
    const word =
      typeof json === 'boolean'
        ? { zh: json ? '是' : '否', en: json ? 'yes' : 'no' }
        : { zh: String(json), en: String(json) }
    return label ?? word
  }
  const titles = rules.map(({ title }) => title).join('」「')
  return {
    zh: `「${question.label.zh}」低于底线：答「${said(answer).zh}」，底线「${said(floor).zh}」（「${titles}」）`,
    en: `"${question.label.en}" below its floor: ${said(answer).en}, floor ${said(floor).en} (${rules.map(({ id }) => id).join(', ')})`,
  }
}

/** Under `enforce`: what is worse than a floor is raised to it, so that nothing worse is left; the breaches are decided again. */
function enforced(
  subject: Subject,
  question: Question,
  outcomes: readonly (readonly [Answer, Formula])[],
  floors: ReadonlyMap<Answer, Floor>,
  breaches: readonly Claim[],
): Checked {
  const answers = new Set([...outcomes.map(([answer]) => answer), ...floors.keys()])
  const of = new Map(outcomes)
  const raised = (answer: Answer): Formula => {
    const above = [...floors].filter(([floor]) => fallsShort(subject, question, answer, floor) !== 'no')
    const from = floors.get(answer)
    const lifted = outcomes
      .filter(([other]) => fallsShort(subject, question, other, answer) !== 'no')
      .map(([, is]) => is)
    return some([
      all([of.get(answer) ?? FALSE, ...above.map(([, { holds }]) => not(holds))]),
      ...(from === undefined ? [] : [all([from.holds, some(lifted)])]),
    ])
  }
  const claims = [...answers].flatMap((answer) =>
    [...floors].flatMap(([floor, { holds, rules }]): Claim[] =>
      fallsShort(subject, question, answer, floor) !== 'yes'
        ? []
        : [
            {
              id: `floors-hold enforce ${question.id} ${String(answer)} ${String(floor)}`,
              text: breachText(question, answer, floor, rules),
              rules: rules.map(({ id }) => id),
              never: all([raised(answer), holds]),
              shows: () => true,
            },
          ],
    ),
  )
  const proofs = checked(subject, 'floors-hold', `${question.id} (enforce)`, claims)
  // The engine itself has to raise what the proof says it raises.
  const replayed = breaches.flatMap((claim) => {
    const found = refute(subject, claim)
    if (found?.witness === undefined || isRaised(subject, question, found.witness)) return []
    return [{ ...found, id: `floors-hold enforce ${claim.id}` }]
  })
  return summed(
    'floors-hold',
    `${question.id} (enforce)`,
    claims.length + breaches.length,
    [...proofs.findings, ...replayed],
    freeIn(
      subject,
      breaches.map(({ never }) => never),
    ),
  )
}

function isRaised({ rulings }: Subject, question: Question, { case: input, settings }: Witness): boolean {
  const resolved = evaluated({ ...rulings, floors: 'enforce' }, input, settings)?.resolved[question.index]
  return resolved !== undefined && resolved.breach === undefined && resolved.outcomes.length === 1
}
