// What is to be said of dates where one question alone is asked for: rules that end, versions in force at once, numbers
// without a version.
// Promise: a finding is kept that is of the question, whoever answers it; none is looked for but by the check of all rules.
import { columnsNamedIn, type Node } from '../engine/condition.js'
import type { RuleSet } from '../engine/ruleset.js'
import { checkDates } from '../verify/check-dates.js'
import { answersInCommon } from '../verify/exceptions.js'
import { type Checked, summed } from '../verify/finding.js'
import type { Subject } from '../verify/subject.js'

/** The check of dates, of a question or of the members of a group. */
export function datesAbout(subject: Subject, asked: string): Checked {
  const { ruleSet } = subject.rulings
  const { check, question, findings, free } = checkDates(subject)
  const claims = answering(ruleSet, asked).length + numbersFor(ruleSet, asked).length
  const own = findings.filter(({ id }) => isDateOf(ruleSet, id, asked))
  return summed(check, question, claims, own, free)
}

/** Whether a finding on dates, by its id, is of the question: a rule and a question, two rules, or a number. */
export function isDateOf(ruleSet: RuleSet, finding: string, asked: string): boolean {
  const [, first, second] = finding.split(' ')
  if (second === undefined) return numbersFor(ruleSet, asked).some((id) => id === first)
  const [a, b] = [first, second].map((id) => ruleSet.rules.find((rule) => rule.id === id))
  if (a === undefined || b === undefined) return isIn(second, asked)
  const asks = indicesOf(ruleSet, asked)
  return answersInCommon(a, b).some((index) => asks.includes(index))
}

/** Whether an id is that of the question, or of one of its members. */
function isIn(id: string, asked: string): boolean {
  return id === asked || id.startsWith(`${asked}.`)
}

function indicesOf({ model }: RuleSet, asked: string): readonly number[] {
  return model.questions.flatMap(({ id, index }) => (isIn(id, asked) ? [index] : []))
}

function answering(ruleSet: RuleSet, asked: string) {
  const asks = indicesOf(ruleSet, asked)
  return ruleSet.rules.filter(({ answers }) => answers.some(({ question }) => asks.includes(question)))
}

/** Ids of the dated numbers that rules for the question compare with, by themselves or in a named condition. */
function numbersFor(ruleSet: RuleSet, asked: string): string[] {
  const columns = new Set<number>()
  const visit = (node: Node): void => {
    for (const column of columnsNamedIn(node)) {
      if (columns.has(column)) continue
      columns.add(column)
      const named = ruleSet.conditions.find((one) => one.column === column)
      if (named !== undefined) visit(named.node)
    }
  }
  for (const { node } of answering(ruleSet, asked)) visit(node)
  const names = ruleSet.comparisons.flatMap(({ column, parameter }) => (columns.has(column) ? [parameter] : []))
  return [...new Set(names)].flatMap((name) => ruleSet.parameters.get(name)?.id ?? [])
}
