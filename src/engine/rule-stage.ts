// Rules and named conditions made ready to run: one matcher per level of conditions and per stage of rules.
// Promise: built once at load; nothing here depends on a case.
import { type Answer, SILENT } from './answer.js'
import type { Box } from './boxes.js'
import type { NamedCondition } from './load-conditions.js'
import type { CompiledRule, LoadedRule, RuleAnswer } from './load-rules.js'
import { buildMatcher, type Matcher } from './matcher.js'
import type { Column, Model } from './model.js'
import type { Question } from './question.js'
import { NONE, type ValueSet } from './value-set.js'

export interface RuleStage {
  readonly stage: string
  /** Rules of this stage; owner i of the matcher is `rules[i]`. */
  readonly rules: readonly CompiledRule[]
  /** Index of each of them among all rules. */
  readonly indices: Int32Array
  readonly matcher: Matcher
  /** Per question, by index, who speaks of it in this stage. */
  readonly speakers: readonly Speakers[]
  /** Whether each question of the stage arises; owner i is `arisingQuestions[i]`. */
  readonly arises: Matcher
  readonly arisingQuestions: readonly number[]
  /** Questions of the stage whose answers later stages read, with their columns. */
  readonly answered: readonly { readonly question: number; readonly column: Column; readonly unanswered: number }[]
}

/** The rules that answer one question, by index, and what each answers. */
export interface Speakers {
  readonly rules: Int32Array
  readonly answers: readonly RuleAnswer[]
}

export interface ConditionLevel {
  readonly columns: readonly number[]
  readonly matcher: Matcher
}

/** The rules of one stage with their matcher. */
export function stageOf(
  model: Model,
  stage: string,
  rules: readonly CompiledRule[],
  arises: readonly (readonly Box[] | undefined)[],
  domainOf: (column: number) => ValueSet,
): RuleStage {
  const own = rules.filter((rule) => rule.stage === stage)
  const asked = model.questions.filter((question) => question.stage === stage && question.arises !== undefined)
  return {
    stage,
    rules: own,
    indices: Int32Array.from(own, ({ index }) => index),
    matcher: buildMatcher(
      own.map(({ boxes }) => boxes),
      domainOf,
    ),
    speakers: speakersIn(own, model.questions.length),
    arises: buildMatcher(
      asked.map(({ index }) => arises[index] as readonly Box[]),
      domainOf,
    ),
    arisingQuestions: asked.map(({ index }) => index),
    answered: model.answerColumn.flatMap((column, question) =>
      column?.stage === stage ? [{ question, column, unanswered: model.questions[question]?.fallback ?? NONE }] : [],
    ),
  }
}

function speakersIn(rules: readonly CompiledRule[], questions: number): Speakers[] {
  const answersTo: RuleAnswer[][] = Array.from({ length: questions }, () => [])
  for (const { answers } of rules) for (const answer of answers) answersTo[answer.question]?.push(answer)
  return answersTo.map((answers) => ({ rules: Int32Array.from(answers, ({ definite }) => definite.rule), answers }))
}

const NOBODY: readonly number[] = Object.freeze([])

/** An answer of a rule with what can be said of it before any case. */
export function ruleAnswer(
  rule: LoadedRule,
  index: number,
  { index: question, fallback = SILENT }: Question,
  value: Answer,
  beaters: readonly number[],
): RuleAnswer {
  const candidate = { rule: index, layer: rule.layer, value, mandatory: rule.mandatory, beaters }
  return {
    question,
    value,
    beaters,
    definite: { ...candidate, definite: true },
    possible: { ...candidate, definite: false },
    alone: Object.freeze({ outcomes: Object.freeze([value]), winners: Object.freeze([index]) }),
    mayBe: Object.freeze({
      outcomes: Object.freeze(value === fallback ? [value] : [value, fallback]),
      winners: NOBODY,
    }),
  }
}

/** Named conditions by level: each level reads only facts and earlier levels. */
export function levelsOf(
  conditions: readonly NamedCondition[],
  domainOf: (column: number) => ValueSet,
): readonly ConditionLevel[] {
  const depth = Math.max(-1, ...conditions.map(({ level }) => level))
  return Array.from({ length: depth + 1 }, (_, level) => {
    const own = conditions.filter((one) => one.level === level)
    return {
      columns: own.map(({ column }) => column),
      matcher: buildMatcher(
        own.map(({ boxes }) => boxes),
        domainOf,
      ),
    }
  })
}
