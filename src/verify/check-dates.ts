// No date gap and no double version: of the numbers rules compare with, and of the rules themselves.
// Promise: a rule that ends leaves no case unanswered on the day after that it answered the day before.
import { SILENT } from '../engine/answer.js'
import { formatCaseValue } from '../engine/fact-value.js'
import type { CompiledRule } from '../engine/load-rules.js'
import { YES } from '../engine/matcher.js'
import type { Column } from '../engine/model.js'
import type { Question } from '../engine/question.js'
import { intersect, overlaps, sameSet } from '../engine/value-set.js'
import { hasCell } from './cells.js'
import { comesTo } from './check-questions.js'
import { answersInCommon } from './exceptions.js'
import { type Checked, type Claim, checked, type Finding, refute, summed } from './finding.js'
import { all, FALSE, type Formula, isIn, some } from './formula.js'
import { pairsOf } from './outcomes.js'
import { inCells, type Variable } from './space.js'
import { type Subject, unversionedDates } from './subject.js'

export function checkDates(subject: Subject): Checked {
  const { ruleSet } = subject.rulings
  const ended = ruleSet.rules.flatMap((rule) => gapAfter(subject, rule))
  const doubled = pairsOf(ruleSet.rules).flatMap(([a, b]) => doubleVersion(subject, a, b))
  const rules = checked(subject, 'dates-whole', undefined, [...ended, ...doubled])
  const numbers = [...new Set(ruleSet.comparisons.map(({ parameter }) => parameter))].flatMap((name) =>
    numberGap(subject, name),
  )
  return summed(
    'dates-whole',
    undefined,
    ruleSet.rules.length + ruleSet.parameters.size,
    [...rules.findings, ...numbers],
    rules.free,
  )
}

/** Cases a rule answered on its last day and nobody answers on the next. */
function gapAfter(subject: Subject, rule: CompiledRule): Claim[] {
  const { answering, rulings, space } = subject
  const { model } = rulings.ruleSet
  const column = model.columns[rule.effective.column] as Column
  const end = rule.effective.set[rule.effective.set.length - 1] as number
  const variable = space.variableAt(column.id) as Variable
  const next = cellAt(variable, end + 1)
  if (next === undefined) return []
  return rule.answers.flatMap(({ question }): Claim[] => {
    const asked = model.questions[question] as Question
    const before = cellAt(variable, end) as number
    const answeredBefore = moved(answering.wins(rule, question), variable, before, next)
    const { zh, en } = asked.label
    const day = String(formatCaseValue(column.kind, end + 1))
    return [
      {
        id: `dates-whole ${rule.id} ${asked.id}`,
        text: {
          zh: `「${rule.title}」到期后，从 ${day} 起没有规则回答「${zh}」`,
          en: `after ${rule.id} ends nothing answers "${en}" from ${day} on`,
        },
        rules: [rule.id],
        never: all([
          answeredBefore,
          answering.outcomes(asked).get(asked.fallback ?? SILENT) ?? FALSE,
          inCells(variable, [next]),
        ]),
        shows: comesTo(asked, asked.fallback ?? SILENT),
      },
    ]
  })
}

function cellAt({ cells }: Variable, value: number): number | undefined {
  const found = cells.findIndex((cell) => overlaps(cell, [value, value]))
  return found < 0 ? undefined : found
}

/** The formula as it was one cell earlier: what it said of `from`, said of `to`. */
function moved(formula: Formula, variable: Variable, from: number, to: number): Formula {
  if (formula.kind === 'all' || formula.kind === 'any') {
    const of = formula.of.map((part) => moved(part, variable, from, to))
    return formula.kind === 'all' ? all(of) : some(of)
  }
  if (formula.kind !== 'in' || formula.variable !== variable.index) return formula
  const cells = formula.cells.map((word, i) => {
    if (i !== to >>> 5) return word
    const bit = 1 << (to & 31)
    return hasCell(formula.cells, from) ? word | bit : word & ~bit
  })
  return isIn(variable.index, cells, formula.every)
}

/** Two rules under the same conditions for one question, both in force on some day though each has its own dates. */
function doubleVersion({ answering }: Subject, a: CompiledRule, b: CompiledRule): Claim[] {
  const shared = answersInCommon(a, b)
  const isCandidate =
    shared.length > 0 &&
    a.layer === b.layer &&
    a.effective.column === b.effective.column &&
    !sameSet(a.effective.set, b.effective.set) &&
    intersect(a.effective.set, b.effective.set).length > 0 &&
    JSON.stringify(a.document.conditions) === JSON.stringify(b.document.conditions)
  if (!isCandidate) return []
  return [
    {
      id: `dates-whole ${a.id} ${b.id}`,
      text: {
        zh: `两个版本同时有效：「${a.title}」与「${b.title}」`,
        en: `two versions in force at once: ${a.id} and ${b.id}`,
      },
      rules: [a.id, b.id],
      never: all([answering.reader.rule(a), answering.reader.rule(b)]),
      shows: (evaluation) => [a, b].every(({ index }) => evaluation.statuses[index] === YES),
    },
  ]
}

/** A number with days on which it has no version, while a rule compares with it. */
function numberGap(subject: Subject, name: string): Finding[] {
  const { rulings, space } = subject
  const parameter = rulings.ruleSet.parameters.get(name)
  const dates = unversionedDates(rulings, name)
  if (parameter === undefined || dates.length === 0) return []
  const column = rulings.ruleSet.model.columns[parameter.by] as Column
  const day = String(formatCaseValue(column.kind, dates[0] as number))
  const inGap = { ...subject, world: all(subject.limits.map(({ formula }) => formula)) }
  const found = refute(inGap, {
    id: `dates-whole ${parameter.id}`,
    text: {
      zh: `参数「${parameter.title}」从 ${day} 起没有版本`,
      en: `the parameter ${parameter.id} has no version from ${day} on`,
    },
    rules: [parameter.id],
    never: space.valueIn(column.id, dates),
    shows: (evaluation) => typeof evaluation.known[column.index] === 'number',
  })
  return found === undefined ? [] : [found]
}
