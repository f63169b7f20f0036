// Everything proved about a set of rules, question by question and rule by rule.
// Promise: the same rules give the same verdicts in the same order; a budget used up is said, never passed over.

import type { Ruled } from '../domain/domain.js'
import { SILENT } from '../engine/answer.js'
import type { Condition } from '../engine/declaration.js'
import type { CompiledRule } from '../engine/load-rules.js'
import type { Question } from '../engine/question.js'
import { checkDates } from './check-dates.js'
import { checkExceptions } from './check-exceptions.js'
import { checkFloors } from './check-floors.js'
import { checkLeaves } from './check-leaves.js'
import { noConflict, noGap } from './check-questions.js'
import { checkRules } from './check-rules.js'
import { checkSteps } from './check-steps.js'
import { checkWorld } from './check-world.js'
import type { Checked } from './finding.js'
import { EFFORT, type Effort, type Subject, subjectsOf, withinBudget } from './subject.js'
import type { Words } from './words.js'

export interface Verified {
  /** Over all layers. */
  readonly subject: Subject
  readonly checks: readonly Checked[]
  /** The sets of rules beside it, in its space. */
  readonly beside: readonly Subject[]
}

export interface VerifyOptions {
  readonly words: Words
  /** This question alone. */
  readonly question?: string | undefined
  /** Documents that are looked at rule by rule; all of them unless said. */
  readonly looksAt?: (id: string) => boolean
  readonly effort?: Effort
  /** Conditions of accepted findings, at whose values the space is cut as well. */
  readonly conditions?: readonly Condition[]
  /** Sets of rules whose findings are laid over those of these. */
  readonly beside?: readonly Ruled[]
  /** Is told how many steps of how many are done. */
  readonly tell?: (done: number, of: number) => void
}

/** Proves, or refutes, everything there is to be said of these rules. */
export function verify(rulings: Ruled, options: VerifyOptions): Verified {
  const { question, looksAt = () => true, tell = () => {} } = options
  const [subject, ...beside] = placed(rulings, options)
  const { ruleSet } = rulings
  buildRules(subject)
  const questions = ruleSet.model.questions.filter(
    ({ id, group }) => question === undefined || id === question || group === question,
  )
  const asked = new Set(questions.map(({ index }) => index))
  const rules = ruleSet.rules.filter(({ id, answers }) => looksAt(id) && answers.some((one) => asked.has(one.question)))
  const steps = questions.length + rules.length
  let done = 0
  const step = () => {
    done += 1
    tell(done, steps)
  }
  return {
    subject,
    beside,
    checks: [...questionChecks(subject, questions, step), ...ruleChecks(subject, rules, options, step)],
  }
}

/** The rules and those beside them, in one space. */
function placed(rulings: Ruled, { effort = EFFORT, conditions = [], beside = [] }: VerifyOptions) {
  return subjectsOf([rulings, ...beside], effort, conditions) as [Subject, ...Subject[]]
}

/** What every proof reads is built once, as far as the budget goes. */
function buildRules(subject: Subject): void {
  withinBudget(subject, () => {
    for (const rule of subject.rulings.ruleSet.rules) subject.diagrams.build(subject.answering.reader.rule(rule))
  })
}

/** No gap, no conflict, floors: one question after the other, those no rule speaks of left out. */
function questionChecks(subject: Subject, questions: readonly Question[], step: () => void): Checked[] {
  return questions.flatMap((question) => {
    step()
    const isAnswered = subject.answering.answeringRules(question.index).length > 0
    return [
      ...(waitsForAnswer(question) ? [noGap(subject, question)] : []),
      ...(isAnswered ? [noConflict(subject, question), ...checkFloors(subject, question)] : []),
    ]
  })
}

/** Whether silence leaves a case open: an essential question without an answer of its own where no rule speaks. */
function waitsForAnswer({ essential, fallback }: Question): boolean {
  return essential && (fallback ?? SILENT) === SILENT
}

function ruleChecks(
  subject: Subject,
  rules: readonly CompiledRule[],
  { question, words, looksAt = () => true }: VerifyOptions,
  step: () => void,
): Checked[] {
  const { rulings } = subject
  const { conditions } = rulings.ruleSet
  const own = question === undefined ? conditions.filter(({ id }) => looksAt(id)) : []
  const rest = question === undefined || question === rulings.domain.steps?.question ? checkSteps(subject) : []
  return [
    ...checkRules(subject, rules, step),
    checkLeaves(subject, [...own, ...rules], words),
    checkExceptions(subject, rules),
    ...rest,
    ...(question === undefined ? [checkDates(subject), checkWorld(subject)] : []),
  ]
}

/** Gaps of some layers alone: what they leave to the others. */
export function gapsOf(rulings: Ruled, layers: string, options: VerifyOptions): Verified {
  const { question } = options
  const [subject, ...beside] = placed(rulings, options)
  const questions = rulings.ruleSet.model.questions.filter(
    (one) => waitsForAnswer(one) && (question === undefined || one.id === question || one.group === question),
  )
  const checks = questions.map((one) => {
    const found = noGap(subject, one)
    return {
      ...found,
      question: `${one.id} (${layers})`,
      findings: found.findings.map((each) => ({ ...each, id: `${each.id} (${layers})` })),
    }
  })
  return { subject, beside, checks }
}
