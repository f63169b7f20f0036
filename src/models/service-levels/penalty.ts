// Penalties: yuan or days that a dated parameter says, by the day of the decision.
// Promise: a rule names the parameter, never the figure, and one that is none of its kind does not load; a day before the
// first version has none.

import type { Answered, RuleReference } from '../../engine/answered.js'
import { datedValues } from '../../engine/comparison.js'
import type { Json, MemberDeclaration, QuestionDeclaration } from '../../engine/declaration.js'
import type { Evaluation } from '../../engine/evaluate.js'
import { type Issue, notAmong } from '../../engine/issue.js'
import type { Parameter } from '../../engine/load-parameters.js'
import { isObject } from '../../engine/plain.js'
import type { Source } from '../../engine/read-documents.js'
import type { RuleSet } from '../../engine/ruleset.js'
import type { Rulings } from '../../engine/rulings.js'
import type { Text } from '../../engine/text.js'
import { formatYuan } from '../../money.js'
import { isRecord, termReader } from '../deadlines/checked-term.js'

/** `{"yuan": {"fact": "reply-rate-fine"}}` or `{"days": {"fact": "…"}}`: the parameter that says how much. */
interface PenaltyTerm {
  readonly unit: 'yuan' | 'days'
  readonly parameter: string
}

export interface Penalty {
  readonly penalty: string
  readonly label: Text
  /** Of money; a string of yuan. */
  readonly yuan?: string
  /** Of time; whole days. */
  readonly days?: number
  readonly rules: readonly RuleReference[]
}

const penaltyMembers = {
  fine: { label: { zh: '扣收违约金', en: 'penalty taken from deposit or proceeds' } },
  delisting: { label: { zh: '全部商品下架，禁止上新、上架', en: 'all goods delisted, no new listings' } },
} as const satisfies Readonly<Record<string, MemberDeclaration>>

const termOf = termReader(readTerm, 'is no penalty')

export const penaltyQuestion = {
  kind: 'terms',
  stage: 'settle',
  combine: 'one',
  label: { zh: '处罚', en: 'penalties' },
  members: penaltyMembers,
  check: (term) =>
    readTerm(term) === undefined
      ? {
          zh: '处罚应写成 {"yuan": {"fact": 参数名}} 或 {"days": {"fact": 参数名}}',
          en: 'a penalty is {"yuan": {"fact": parameter}} or {"days": {"fact": parameter}}',
        }
      : undefined,
  // Penalties are not compared: which one is due is settled by exceptions.
  measure: () => ({ least: 0, most: Number.MAX_SAFE_INTEGER }),
  say: (term) => {
    const { unit, parameter } = termOf(term)
    return unit === 'yuan'
      ? { zh: `按「${parameter}」的元数`, en: `as many yuan as "${parameter}" says` }
      : { zh: `按「${parameter}」的天数`, en: `as many days as "${parameter}" says` }
  },
} as const satisfies QuestionDeclaration

function readTerm(term: Json): PenaltyTerm | undefined {
  if (!isRecord(term)) return undefined
  const [[unit, value] = [], ...others] = Object.entries(term)
  if (others.length > 0 || (unit !== 'yuan' && unit !== 'days') || !isRecord(value)) return undefined
  const { fact, ...rest } = value
  return typeof fact === 'string' && Object.keys(rest).length === 0 ? { unit, parameter: fact } : undefined
}

/** Kinds of parameters that say so many yuan, or days. */
const KINDS: Readonly<Record<PenaltyTerm['unit'], readonly string[]>> = {
  yuan: ['money'],
  days: ['integer', 'duration'],
}

const WANTED: Readonly<Record<PenaltyTerm['unit'], Text>> = {
  yuan: {
    zh: '处罚的元数出自金额（money）参数，参数名',
    en: 'yuan of a penalty are those of a parameter of kind money; parameter',
  },
  days: {
    zh: '处罚的天数出自整数（integer）或天数（duration）参数，参数名',
    en: 'days of a penalty are those of a parameter of kind integer or duration; parameter',
  },
}

/** Penalties that name no parameter, or one of another kind: told once all parameters are read. */
export function checkPenalties(ruleSet: RuleSet, sources: readonly Source[]): Issue[] {
  return ruleSet.rules.flatMap(({ id, document: { event } }) => {
    const file = sources.find(({ document }) => isObject(document) && document.id === id)?.file || id
    return Object.entries(event.params).flatMap(([word, members]) => {
      if (ruleSet.model.groupOf.get(word) !== 'penalties' || !isRecord(members)) return []
      return Object.entries(members).flatMap(([member, term]) => {
        const wrong = wrongParameter(term, ruleSet, ['event', 'params', word, member])
        return wrong === undefined ? [] : [{ ...wrong, file }]
      })
    })
  })
}

function wrongParameter(term: Json, { parameters }: RuleSet, path: Issue['path']): Issue | undefined {
  const penalty = readTerm(term)
  if (penalty === undefined) return undefined
  const { unit, parameter } = penalty
  const fitting = [...parameters.values()].filter(({ kind }) => KINDS[unit].includes(kind.kind)).map(({ name }) => name)
  if (fitting.includes(parameter)) return undefined
  return notAmong('not-accepted', [...path, unit, 'fact'], parameter, fitting, WANTED[unit])
}

/** The settled penalties with their figures. */
export function penaltiesOf(
  { ruleSet }: Rulings,
  { known }: Evaluation<unknown>,
  answers: Readonly<Record<string, Answered<Json>>>,
): Penalty[] {
  return Object.entries(penaltyMembers).flatMap(([penalty, { label }]) => {
    const answer = answers[penalty]
    if (answer?.status !== 'settled' || answer.value === undefined) return []
    const { unit, parameter } = termOf(answer.value)
    const dated: Parameter | undefined = ruleSet.parameters.get(parameter)
    const values = dated && datedValues(ruleSet, dated, known)
    const figure = values?.length === 1 ? values[0] : undefined
    if (figure === undefined) return [{ penalty, label, rules: answer.rules }]
    return [
      { penalty, label, ...(unit === 'yuan' ? { yuan: formatYuan(figure) } : { days: figure }), rules: answer.rules },
    ]
  })
}

/** A penalty in words: 扣收违约金 1000.00 元. */
export function penaltyText({ label, yuan, days }: Penalty): Text {
  if (yuan !== undefined) return { zh: `${label.zh} ${yuan} 元`, en: `${label.en}: ${yuan} yuan` }
  if (days !== undefined) return { zh: `${label.zh} ${days} 天`, en: `${label.en}: ${days} days` }
  return label
}
