// Floors: under `enforce` no answer is worse than a mandatory rule that holds; under `advise`, where exactly one is.
// Promise: breaches are told from the same order of favour that decides them; amounts that order weighs by are named
// where they could not be told.
import { type Answer, isAnswer } from '../engine/answer.js'
import { outcomeJson } from '../engine/answered.js'
import type { FactView, Measured } from '../engine/declaration.js'
import { favourOf } from '../engine/fold.js'
import type { CompiledRule } from '../engine/load-rules.js'
import type { Column } from '../engine/model.js'
import type { Question } from '../engine/question.js'
import type { Text } from '../engine/text.js'
import { contains, point, type ValueSet } from '../engine/value-set.js'
import { isWeighed } from '../engine/weighed.js'
import { termWords } from '../models/after-sale/explain-words.js'
import { isNeverLess } from '../models/after-sale/refund-base.js'
import { evaluated, type Witness } from './decided-case.js'
import { type Checked, type Claim, checked, type Finding, freeIn, summed } from './finding.js'
import { all, FALSE, type Formula, not, some } from './formula.js'
import { answerOf, answersAmong } from './outcomes.js'
import type { Subject } from './subject.js'
import type { Stated } from './usual.js'
import type { Sums } from './witness.js'

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
              shows: ({ resolved }) => {
                const { breach, outcomes: shown } = resolved[question.index] ?? { outcomes: [] }
                return breach?.status === 'yes' && answersAmong(answer).includes(shown[0] as Answer)
              },
              ...(isWeighed(question) ? weighing(subject, question, answer, floor) : {}),
            },
          ],
    ),
  )
  const advised = checked(subject, 'floors-hold', question.id, breaches)
  return [advised, enforced(subject, question, outcomes, floors, breaches, advised.findings)]
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
  const weighed = isWeighed(question)
  return new Map(
    values.map((value) => {
      const better = weighed ? [] : values.filter((other) => sizeOf(question, other) > sizeOf(question, value))
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
  return favourOf(question, answer, NO_FACTS).least
}

/** Read by no answer whose size is its own. */
const NO_FACTS: FactView = () => []

function fallsShort({ rulings }: Subject, question: Question, answer: Answer, floor: Answer): Shortfall {
  const among = answersAmong(answer)
  if (question.combine !== 'least' && among.includes(floor)) return 'no'
  if (!isWeighed(question)) return sizeOf(question, answer) < sizeOf(question, floor) ? 'yes' : 'no'
  if (among.every((one) => neverLess(question, one, floor))) return 'no'
  const { model } = rulings.ruleSet
  const view = (fact: string) => model.columnOf.get(fact)?.domain ?? []
  const own = combinedFavour(
    question,
    among.map((one) => favourOf(question, one, view)),
  )
  const other = favourOf(question, floor, view)
  return own.least >= other.most ? 'no' : own.most < other.least ? 'yes' : 'weighed'
}

/** The facts that the sizes of answers are told from. */
function readFor({ rulings }: Subject, question: Question, answers: readonly Answer[]): readonly Column[] {
  const { columnOf } = rulings.ruleSet.model
  const read = new Set<string>()
  const record: FactView = (fact) => {
    read.add(fact)
    return columnOf.get(fact)?.domain ?? []
  }
  for (const one of answers) favourOf(question, one, record)
  return [...read].flatMap((fact) => columnOf.get(fact) ?? [])
}

/** Whether a refund base comes to no less than another, which intervals of each amount alone cannot tell. */
function neverLess({ id, values }: Question, answer: Answer, floor: Answer): boolean {
  const [own, other] = [answer, floor].map((one) => (typeof one === 'number' ? values?.[one] : undefined))
  return id === 'refundBase' && own !== undefined && other !== undefined && isNeverLess(own, other)
}

/**
 * Sums that make an answer fall short of a floor, among small and large ones for every fact their sizes are told from;
 * and the cases in which one of these facts is large, where others allow no such sums.
 */
function weighing(
  subject: Subject,
  question: Question,
  answer: Answer,
  floor: Answer,
): { readonly sums: Sums; readonly places: readonly Formula[] } {
  const { columnOf } = subject.rulings.ruleSet.model
  const columns = readFor(subject, question, [...answersAmong(answer), floor])
  const isShort = (way: Stated): boolean => {
    const view: FactView = (fact) => {
      const column = columnOf.get(fact)
      const value = column && way.get(column.index)
      return value === undefined ? (column?.domain ?? []) : point(value)
    }
    const sizes = answersAmong(answer).map((one) => favourOf(question, one, view))
    return combinedFavour(question, sizes).most < favourOf(question, floor, view).least
  }
  const sums: Sums = (stated) => {
    let ways: Stated[] = [stated]
    for (const { index, kind, domain } of columns) {
      const values = (kind.kind === 'money' ? YUAN : PIECES).filter((value) => contains(domain, value))
      if (!stated.has(index)) ways = ways.flatMap((way) => values.map((value) => new Map(way).set(index, value)))
    }
    return ways.filter(isShort)
  }
  const { space } = subject
  const places = columns.flatMap(({ id }) => {
    const cells = space.variableAt(id)?.cells ?? []
    return cells.length > 1 ? [space.valueIn(id, cells[cells.length - 1] as ValueSet)] : []
  })
  return { sums, places }
}

// A small sum and a larger one, in fen.
const YUAN = [100, 8800]
const PIECES = [1, 2]

/** Least and most of what the facts pick of several answers. */
function combinedFavour({ combine }: Question, sizes: readonly Measured[]): Measured {
  const pick = combine === 'least' ? Math.min : Math.max
  return { least: pick(...sizes.map(({ least }) => least)), most: pick(...sizes.map(({ most }) => most)) }
}

function breachText(question: Question, answer: Answer, floor: Answer, rules: readonly CompiledRule[]): Text {
  const [own, other] = [wordsFor(question, answer), wordsFor(question, floor)]
  const titles = rules.map(({ title }) => title).join('」「')
  return {
    zh: `「${question.label.zh}」低于底线：答「${own.zh}」，底线「${other.zh}」（「${titles}」）`,
    en: `"${question.label.en}" below its floor: ${own.en}, floor ${other.en} (${rules.map(({ id }) => id).join(', ')})`,
  }
}

function wordsFor(question: Question, answer: Answer): Text {
  const said = answersAmong(answer).map((one) => oneInWords(question, one))
  return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') }
}

function oneInWords(question: Question, answer: Answer): Text {
  const json = outcomeJson(question, answer)
  const { declaration } = question
  if (declaration.kind === 'terms') return termWords(question.group, json)
  const label = declaration.kind === 'choice' ? declaration.values[String(json)] : undefined
  if (typeof json === 'boolean') return { zh: json ? '是' : '否', en: json ? 'yes' : 'no' }
  return label ?? { zh: String(json), en: String(json) }
}

/** Under `enforce`: what is worse than a floor is raised to it, so that nothing worse is left; the breaches are decided again. */
function enforced(
  subject: Subject,
  question: Question,
  outcomes: readonly (readonly [Answer, Formula])[],
  floors: ReadonlyMap<Answer, Floor>,
  breaches: readonly Claim[],
  found: readonly Finding[],
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
  const replayed = found.flatMap((one) =>
    one.witness === undefined || isRaised(subject, question, one.witness)
      ? []
      : [{ ...one, id: `floors-hold enforce ${one.id}` }],
  )
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
