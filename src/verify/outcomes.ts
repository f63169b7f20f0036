// What each question comes to in every complete case in which nothing was agreed: one formula per outcome.
// Promise: the formulas of one question exclude each other and cover every case; they say what `decide` says.

import { type Answer, CONFLICT, OPEN, SILENT } from '../engine/answer.js'
import type { CompiledRule } from '../engine/load-rules.js'
import type { Question } from '../engine/question.js'
import { contains, NONE, type ValueSet } from '../engine/value-set.js'
import { type Reader, readerOf } from './conditions.js'
import { all, FALSE, type Formula, not, some, TRUE } from './formula.js'
import type { Rules, Space } from './space.js'

/** The cases of each outcome. An answer weighed by what a case says stands as the list of those among which it is. */
export type Outcomes = ReadonlyMap<Answer, Formula>

export interface Answering {
  readonly rules: Rules
  readonly reader: Reader
  /** Rules of these layers that answer a question. */
  readonly answeringRules: (question: number) => readonly CompiledRule[]
  /** The rule holds, answers the question, and nothing that beats it does. */
  readonly wins: (rule: CompiledRule, question: number) => Formula
  /** What a question comes to over the layers; where only one is named, in that layer alone. */
  readonly outcomes: (question: Question) => Outcomes
  /** What one layer says, whatever the others do. */
  readonly layerOutcomes: (question: Question, layer: number) => Outcomes
  readonly arises: (question: Question) => Formula
}

/** Mark of answers that the facts weigh: a list of them as one answer. */
const AMONG = '∈'

/** Whether an outcome is a list of answers of which the facts pick one. */
export function answersAmong(outcome: Answer): readonly Answer[] {
  return typeof outcome === 'string' && outcome.startsWith(AMONG)
    ? (JSON.parse(outcome.slice(1)) as Answer[])
    : [outcome]
}

/** How answers of the rules become those of a case. */
export interface Settling {
  /** Above all layers: what was agreed, by question. */
  readonly agreed?: ReadonlyMap<number, Answer>
  /** What is made of the outcomes of a question before anything else reads them. */
  readonly raise?: (question: Question, outcomes: Outcomes, wins: Answering['wins']) => Outcomes
}

export function answering(
  space: Space,
  rules: Rules,
  layers: readonly number[],
  arisesOf: (question: Question, answerIn: (question: string, set: ValueSet) => Formula) => Formula,
  { agreed, raise }: Settling = {},
): Answering {
  const { ruleSet } = rules
  const { model } = ruleSet
  const reader = readerOf(space, rules, answerIn)
  const found = new Map<number, Outcomes>()
  const arising = new Map<number, Formula>()
  const byQuestion = model.questions.map(({ index }) =>
    ruleSet.rules.filter(
      (rule) => layers.includes(rule.layer) && rule.answers.some(({ question }) => question === index),
    ),
  )
  const won = new Map<string, Formula>()

  function wins(rule: CompiledRule, question: number): Formula {
    const key = `${rule.index} ${question}`
    const known = won.get(key)
    if (known !== undefined) return known
    const beaters = rule.answers.find((one) => one.question === question)?.beaters ?? []
    const formula = all([
      reader.rule(rule),
      ...beaters.map((beater) => not(reader.rule(ruleSet.rules[beater] as CompiledRule))),
    ])
    won.set(key, formula)
    return formula
  }

  function layerOutcomes(question: Question, layer: number): Outcomes {
    return outcomesOf(
      question,
      (byQuestion[question.index] as readonly CompiledRule[])
        .filter((rule) => rule.layer === layer)
        .map((rule) => ({ value: answerOf(rule, question.index), wins: wins(rule, question.index) })),
    )
  }

  function outcomes(question: Question): Outcomes {
    const known = found.get(question.index)
    if (known !== undefined) return known
    const given = agreed?.get(question.index)
    const folded = given === undefined ? foldedOutcomes(question) : new Map([[given, TRUE]])
    const result = raise?.(question, folded, wins) ?? folded
    found.set(question.index, result)
    return result
  }

  function foldedOutcomes(question: Question): Outcomes {
    const total = new Map<Answer, Formula[]>()
    let falls: Formula = TRUE
    for (const layer of layers) {
      const own = layerOutcomes(question, layer)
      for (const [answer, formula] of own) {
        if (answer === OPEN || answer === SILENT) continue
        total.set(answer, [...(total.get(answer) ?? []), all([falls, formula])])
      }
      falls = all([falls, some([own.get(SILENT) ?? FALSE, own.get(OPEN) ?? FALSE])])
    }
    const silent = question.fallback ?? SILENT
    total.set(silent, [...(total.get(silent) ?? []), falls])
    return new Map([...total].map(([answer, parts]) => [answer, some(parts)]))
  }

  /** Silence and conflict equal no value, as an answer that is none. */
  function answerIn(id: string, set: ValueSet): Formula {
    const question = model.questionOf.get(id) as Question
    const parts = [...outcomes(question)].filter(([answer]) =>
      contains(set, answer === SILENT || answer === CONFLICT ? NONE : (answer as number)),
    )
    return some(parts.map(([, formula]) => formula))
  }

  return {
    rules,
    reader,
    answeringRules: (question) => byQuestion[question] as readonly CompiledRule[],
    wins,
    outcomes,
    layerOutcomes,
    arises: (question) => {
      const known = arising.get(question.index) ?? arisesOf(question, answerIn)
      arising.set(question.index, known)
      return known
    },
  }
}

export function answerOf(rule: CompiledRule, question: number): Answer {
  return rule.answers.find((one) => one.question === question)?.value as Answer
}

interface Winner {
  readonly value: Answer
  readonly wins: Formula
}

/** What the rules of one layer come to. */
export function outcomesOf(question: Question, winners: readonly Winner[]): Outcomes {
  const values = new Map<Answer, Formula>()
  for (const value of new Set(winners.map((one) => one.value))) {
    values.set(value, some(winners.filter((one) => one.value === value).map((one) => one.wins)))
  }
  const silent = all([...values.values()].map(not))
  const result = new Map<Answer, Formula>([[SILENT, silent]])
  if (question.combine === 'one') {
    const conflict = some(pairsOf([...values.values()]).map(([a, b]) => all([a, b])))
    for (const [value, formula] of values) {
      const others = [...values].filter(([other]) => other !== value).map(([, other]) => not(other))
      result.set(value, all([formula, ...others]))
    }
    if (conflict.kind !== 'false') result.set(CONFLICT, conflict)
    return result
  }
  const open = values.get(OPEN) ?? FALSE
  const valued = [...values].filter(([value]) => value !== OPEN)
  const answered = some(valued.map(([, formula]) => formula))
  if (open.kind !== 'false') {
    result.set(OPEN, all([open, not(answered)]))
    result.set(CONFLICT, all([open, answered]))
  }
  for (const [outcome, formula] of combined(question, valued)) result.set(outcome, all([formula, not(open)]))
  return result
}

/** Numbers combine to the greatest or the least; terms to the list of those that hold, of which the facts pick one. */
function combined(question: Question, values: readonly (readonly [Answer, Formula])[]): [Answer, Formula][] {
  if (question.declaration.kind !== 'terms') {
    const sign = question.combine === 'greatest' ? 1 : -1
    const better = (a: Answer, b: Answer) => sign * (Number(a) - Number(b)) > 0
    return values.map(([value, formula]) => [
      value,
      all([formula, ...values.filter(([other]) => better(other, value)).map(([, other]) => not(other))]),
    ])
  }
  const lists: [Answer, Formula][] = []
  const choose = (i: number, chosen: readonly Answer[], so: readonly Formula[]): void => {
    const next = values[i]
    if (next === undefined) {
      if (chosen.length > 0) lists.push([listed(chosen), all(so)])
      return
    }
    choose(i + 1, [...chosen, next[0]], [...so, next[1]])
    choose(i + 1, chosen, [...so, not(next[1])])
  }
  choose(0, [], [])
  return lists
}

/** A list of answers of which the facts pick one, as one outcome. */
export function listed(answers: readonly Answer[]): Answer {
  const [only] = answers
  return answers.length === 1 && only !== undefined ? only : `${AMONG}${JSON.stringify([...answers].sort())}`
}

/** Every two of a list, once. */
export function pairsOf<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const))
}
