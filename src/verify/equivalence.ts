// Whether two sets of rules are the same to every case: the same rules behind the same answers.
// Promise: equivalent is proved, different is shown by a case decided both ways, and everything else is unknown.

import type { Ruled } from '../domain/domain.js'
import type { CompiledRule } from '../engine/load-rules.js'
import { evaluated, type Witness } from './decided-case.js'
import { all, FALSE, type Formula, not, some } from './formula.js'
import { areSame, EFFORT, type Effort, look, type Subject, subjectsOf } from './subject.js'
import { type Shows, witnessOf } from './witness.js'

export type Equivalence =
  | { readonly kind: 'equivalent' }
  | { readonly kind: 'different'; readonly witness: Witness }
  | { readonly kind: 'unknown' }

/** Compares rules that answer the same questions from one vocabulary, such as a rule set and a mutant of it. */
export function equivalenceOf(before: Ruled, after: Ruled, effort: Effort = EFFORT): Equivalence {
  const [old, now] = subjectsOf([before, after], effort) as [Subject, Subject]
  let isKnown = true
  for (const question of after.ruleSet.model.questions) {
    for (const id of idsOf(old, now, question.index)) {
      const [was, is] = [old, now].map((one) => winsOf(one, id, question.index)) as [Formula, Formula]
      const same = areSame(now, was, is)
      if (same === true) continue
      const region = look(now, some([all([was, not(is)]), all([is, not(was)])]))
      const witness = witnessOf(now, region, { shows: differs(old, now, question.index) })
      if (witness !== undefined) return { kind: 'different', witness }
      isKnown = false
    }
  }
  return { kind: isKnown ? 'equivalent' : 'unknown' }
}

/** Rules that answer a question with what they answer: the same rule with another answer is another. */
function idsOf(old: Subject, now: Subject, question: number): ReadonlySet<string> {
  return new Set(
    [old, now].flatMap(({ answering }) => answering.answeringRules(question).map((rule) => keyOf(rule, question))),
  )
}

function keyOf({ id, answers }: CompiledRule, question: number): string {
  return JSON.stringify([id, answers.find((one) => one.question === question)?.value])
}

function winsOf({ answering }: Subject, key: string, question: number): Formula {
  const rule = answering.answeringRules(question).find((one) => keyOf(one, question) === key)
  return rule === undefined ? FALSE : answering.wins(rule, question)
}

/** The question comes to something else before, or rests on other rules. */
function differs(old: Subject, now: Subject, question: number): Shows {
  const said = ({ rulings }: Subject, found: ReturnType<typeof evaluated>) => {
    const { outcomes, winners = [] } = found?.resolved[question] ?? {}
    return JSON.stringify([outcomes, winners.map((rule) => rulings.ruleSet.rules[rule]?.id).sort()])
  }
  return (evaluation, { case: input, settings }) =>
    said(old, evaluated(old.rulings, input, settings)) !== said(now, evaluation)
}
