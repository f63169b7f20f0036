// Rules and named conditions made ready to run: one matcher per level of conditions and per stage of rules.
// Promise: built once at load; what is remembered of cases changes nothing that a case comes to.
import { type Answer, SILENT } from './answer.js'
import { share } from './answered.js'
import type { Box } from './boxes.js'
import type { Resolved } from './fold.js'
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
  /** What these rules answer, flat: rule i's answers are those from `from[i]` up to `from[i + 1]`. */
  readonly answers: readonly RuleAnswer[]
  readonly from: Int32Array
  /** Of each of them, side by side, since most of what is heard is this: the question, the value, and who beats it. */
  readonly asks: readonly number[]
  readonly says: readonly Answer[]
  readonly beatenBy: readonly (readonly number[])[]
  /** Room for one run, by question. */
  readonly heard: readonly Heard[]
  /** What disputes came to, by the rules that speak and how surely. */
  readonly disputes: Map<string, Resolved>
  /** Whether each question of the stage arises; owner i is `arisingQuestions[i]`. */
  readonly arises: Matcher
  readonly arisingQuestions: readonly number[]
  /** Questions of the stage whose answers some rule of a later stage reads, with their columns. */
  readonly answered: readonly { readonly question: number; readonly column: Column; readonly unanswered: number }[]
}

/** Who may win a question. */
export interface Heard {
  /** How many of those listed count. */
  count: number
  /** Four times the places of their answers, and how surely each wins: its status, or 3 where it surely does. */
  readonly voices: number[]
  /** Bits of how surely they win, and one more where they do not all say the same. */
  how: number
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
  isRead: (column: number) => boolean,
  domainOf: (column: number) => ValueSet,
): RuleStage {
  const own = rules.filter((rule) => rule.stage === stage)
  const answers = own.flatMap((rule) => rule.answers)
  const from = new Int32Array(own.length + 1)
  own.forEach((rule, i) => {
    from[i + 1] = (from[i] as number) + rule.answers.length
  })
  const asked = model.questions.filter((question) => question.stage === stage && question.arises !== undefined)
  return {
    stage,
    rules: own,
    indices: Int32Array.from(own, ({ index }) => index),
    matcher: buildMatcher(
      own.map(({ boxes }) => boxes),
      domainOf,
    ),
    answers,
    from,
    asks: answers.map(({ question }) => question),
    says: answers.map(({ value }) => value),
    beatenBy: answers.map(({ beaters }) => beaters),
    heard: model.questions.map(() => ({ count: 0, voices: [], how: 0 })),
    disputes: new Map(),
    arises: buildMatcher(
      asked.map(({ index }) => arises[index] as readonly Box[]),
      domainOf,
    ),
    arisingQuestions: asked.map(({ index }) => index),
    answered: model.answerColumn.flatMap((column, question) =>
      column?.stage === stage && isRead(column.index)
        ? [{ question, column, unanswered: model.questions[question]?.fallback ?? NONE }]
        : [],
    ),
  }
}

/**
 * An answer of a rule with what can be said of it before any case. Here, and wherever many objects are made to be read for
 * every case, new keys stand before what is spread: added after it, they give each object a hidden class of its own. Nor is
 * it frozen: whoever reads lists of both kinds pays for telling them apart.
 */
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
    definite: { definite: true, alone: share({ outcomes: [value], winners: [index] }), ...candidate },
    possible: {
      definite: false,
      alone: share({ outcomes: value === fallback ? [value] : [value, fallback], winners: [] }),
      ...candidate,
    },
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
