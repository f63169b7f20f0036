// Small random models with their documents, built from seeds: facts, questions, layers, rules, exceptions, dates.
// Promise: every seed gives a valid model whose documents load (unless a condition is too wide); documents are plain JSON.
import type {
  ComputedDeclaration,
  ConstraintDeclaration,
  FactKind,
  Json,
  ModelDeclaration,
  QuestionDeclaration,
} from '../../src/engine/declaration.js'
import type { ConditionDocument, Effective, ParameterDocument, RuleDocument } from '../../src/engine/document.js'
import type { Samples } from './completions.js'
import { leafFrom, type Readable, rootFrom } from './generate-condition.js'
import { numbersFrom } from './generate-numbers.js'
import type { ModelSeed } from './model-seeds.js'
import { questionsFrom } from './question-palette.js'
import type { Outcome, Value, World } from './reference.js'
import { at, elapsedSince, factFrom, INSTANTS, KINDS, type Kind, SOURCE, twice } from './vocabulary.js'

export interface GeneratedModel {
  readonly declaration: ModelDeclaration
  readonly rules: readonly RuleDocument[]
  readonly conditions: readonly ConditionDocument[]
  readonly parameters: readonly ParameterDocument[]
  /** Settings in their smallest unit; the one declared may be unset. */
  readonly settings: Readonly<Record<string, number>>
  /** The settings as yuan or plain numbers, as the reference reads them. */
  readonly plainSettings: Readonly<Record<string, number | string>>
  readonly samples: Samples
  readonly compute: World['compute']
  /** The integer fact that the computed fact compares with the answer to `bonus`, where there are both. */
  readonly compared: string | undefined
}

const LAYERS = ['shop', 'platform', 'law']
const WINDOWS: readonly Effective[] = [
  { from: '2020-01-01' },
  { from: '2020-01-01' },
  { from: '2024-03-01' },
  { from: '2024-03-01', until: '2024-05-31' },
  { from: '2020-01-01', until: '2024-02-29' },
]
const text = (zh: string) => ({ zh, en: zh })
const POLICY = { kind: 'enum', values: { lenient: text('宽'), strict: text('严'), none: text('不') } } as const
const ANSWERED = { kind: 'boolean', label: text('已答'), from: [] } as const
const RANK = {
  kind: 'enum',
  values: { lower: text('低'), equal: text('平'), higher: text('高') },
  none: true,
  label: text('比较'),
  from: [],
} as const

export function modelFrom(seed: ModelSeed): GeneratedModel {
  const kinds = new Map(seed.facts.map((fact, i) => [`f${i}`, at(KINDS, fact.kind)] as const))
  const facts: Record<string, ModelDeclaration['facts'][string]> = Object.fromEntries(
    seed.facts.map((fact, i) => [`f${i}`, factFrom(i, kinds.get(`f${i}`) as Kind, fact)]),
  )
  const ofKind = (kind: FactKind['kind']) => [...kinds].filter(([, one]) => one.kind.kind === kind).map(([id]) => id)
  const [integer, otherInteger] = ofKind('integer')
  const [instant] = ofKind('instant')
  if (
    otherInteger !== undefined &&
    facts[otherInteger]?.role === 'record' &&
    facts[integer as string]?.role !== 'record'
  ) {
    if (facts[integer as string]?.none !== true)
      facts[otherInteger] = { ...facts[otherInteger], absent: { fact: integer as string } }
  }
  facts.asOf = {
    kind: 'instant',
    label: text('判定时间'),
    role: 'circumstance',
    ask: ['somebody'],
    question: text('何时？'),
  }
  const derived = {
    ...(instant === undefined ? {} : { elapsed: elapsedSince(instant, 'asOf') }),
    ...(integer === undefined ? {} : { double: twice(integer) }),
  }
  const palette = questionsFrom({
    combine: at(['greatest', 'least', 'one'] as const, seed.combine),
    amount: ofKind('money')[0] ?? integer,
    fixed: ofKind('money').length > 0 ? 100 : 2,
    start: instant ?? 'asOf',
  })
  const chosen = [...seed.settle, ...seed.handle.map((one) => one + 7)].map(
    (one) => palette[one] as (typeof palette)[number],
  )
  const compared = chosen.some(([id]) => id === 'bonus') ? integer : undefined

  const readables: Readable[] = [
    ...[...kinds].map(([id, { kind, literals }]) => ({ id, kind, literals, none: facts[id]?.none === true })),
    { id: 'asOf', kind: { kind: 'instant' }, literals: INSTANTS.filter((_, i) => [0, 2, 5].includes(i)), none: false },
    ...(instant === undefined
      ? []
      : [{ id: 'elapsed', kind: derived.elapsed as FactKind, literals: [0, 1, 45, 92], none: true }]),
    ...(integer === undefined
      ? []
      : [{ id: 'double', kind: derived.double as FactKind, literals: [0, 4, 5, 10], none: true }]),
    ...(seed.policy === undefined
      ? []
      : [{ id: 'policy', kind: POLICY, literals: Object.keys(POLICY.values), none: false }]),
  ]
  const given = chosen.flatMap(([id, question]) => answersReadable(id, question))
  const computed: Readable =
    compared === undefined
      ? { id: 'answered', kind: ANSWERED, literals: [true, false], none: false }
      : { id: 'rank', kind: RANK, literals: ['lower', 'equal', 'higher'], none: true }
  const questions = Object.fromEntries(
    chosen.map(([id, question], i) => {
      const when = seed.arises[i]
      return [id, when === undefined ? question : { ...question, arises: leafFrom(when, [...given, ...readables], []) }]
    }),
  )

  const dates = ['asOf', ...ofKind('instant'), ...ofKind('date')]
  const numbers = numbersFrom(seed, integer !== undefined, ofKind('money').length > 0, dates)
  const effectiveFrom = ({ effective, by }: { effective: number; by: number }): Effective => {
    const named = at(['asOf', 'asOf', ...dates], by)
    return { ...at(WINDOWS, effective), ...(named === 'asOf' ? {} : { by: named }) }
  }
  const conditions: ConditionDocument[] = seed.conditions.map((condition, i) => {
    const layer = at(LAYERS, condition.layer)
    const usable = seed.conditions
      .slice(0, i)
      .flatMap((one, j) => (one.layer % 3 >= condition.layer % 3 ? [`named-${j}`] : []))
    return {
      id: `${layer}/conditions/named-${i}`,
      title: `条件${i}`,
      layer,
      source: SOURCE,
      effective: effectiveFrom(condition),
      conditions: rootFrom(condition.tree, readables, numbers.named, usable),
    }
  })
  const usedIn = (layer: number) => seed.conditions.flatMap((one, j) => (one.layer % 3 >= layer ? [`named-${j}`] : []))
  const settleReadables = readables
  const handleReadables = [...readables, ...given, ...given, { ...computed }]
  const rules: RuleDocument[] = []
  seed.rules.forEach((rule, i) => {
    const stage = at(['settle', 'settle', 'handle'], rule.stage)
    const open = chosen.filter(([, question]) => question.stage === stage)
    const answerable = open.length > 0 ? open : chosen.filter(([, question]) => question.stage === 'settle')
    const type = open.length > 0 ? stage : 'settle'
    const layer = at([0, 1, 0, 2, 1], rule.layer)
    const params: Record<string, Json> = {}
    for (const { question, value } of rule.answers) {
      const [id, declaration, answers] = at(answerable, question)
      const answer = value % 7 === 6 ? null : at(answers, value)
      params[id] =
        declaration.kind === 'members' || declaration.kind === 'terms'
          ? { ...(params[id] as Record<string, Json> | undefined), [at(['first', 'second'], value + question)]: answer }
          : answer
    }
    const asked = new Set(flat(params))
    const candidates = rules.filter(
      (one) => one.layer === LAYERS[layer] && flat(one.event.params).some((id) => asked.has(id)),
    )
    const exceptionTo = candidates.length === 0 ? [] : [...new Set(rule.excepts.map((one) => at(candidates, one).id))]
    const answersNull = JSON.stringify(params).includes('null')
    rules.push({
      // Ids in another order than the rules were made in, so that no order can stand for another.
      id: `${LAYERS[layer]}/r-${(i * 7 + 3) % 11}`,
      title: `规则${i}`,
      layer: LAYERS[layer] as string,
      source: SOURCE,
      effective: effectiveFrom(rule),
      ...(exceptionTo.length === 0 ? {} : { exceptionTo }),
      ...(rule.mandatory && layer > 0 && !answersNull ? { mandatory: true } : {}),
      conditions: rootFrom(
        rule.tree,
        type === 'settle' ? settleReadables : handleReadables,
        numbers.named,
        usedIn(layer),
      ),
      event: { type, params },
    })
  })

  const policy = policyFrom(seed.policy)
  const declaration: ModelDeclaration = {
    id: 'generated',
    title: text('生成'),
    clock: 'asOf',
    parties: { somebody: text('某人') },
    facts,
    derived,
    computed: computedFacts(compared),
    settings: {
      ...(seed.setting === undefined ? {} : { threshold: { ...numbers.settingKind, label: text('阈值') } }),
      ...(seed.policy === undefined ? {} : { policy: { ...POLICY, label: text('方针') } }),
    },
    questions,
    constraints: constraintsFrom(
      seed,
      readables.filter(({ id }) => id in facts),
      [ofKind('instant'), ofKind('integer')],
    ),
    layers: {
      shop: { label: text('店铺') },
      platform: { label: text('平台'), floor: true },
      law: { label: text('法律'), floor: true },
    },
    stages: ['settle', 'handle'],
  }
  return {
    declaration,
    rules,
    conditions,
    parameters: numbers.parameters,
    settings: { ...numbers.settings, ...policy.encoded },
    plainSettings: { ...numbers.plain, ...policy.plain },
    compared,
    compute: (values, answers) => computeFrom(compared, chosen[0]?.[0] as string, values, answers),
    samples: {
      declaration,
      values: {
        ...Object.fromEntries(
          [...kinds].map(([id, { values }]) => [id, facts[id]?.none ? [...values, 'none'] : values]),
        ),
        asOf: INSTANTS,
      },
      unsaid: numbers.unsaid,
    },
  }
}

/** The word a setting is set to, and its place among its values. */
function policyFrom(seed: number | undefined): { plain: Record<string, string>; encoded: Record<string, number> } {
  if (seed === undefined) return { plain: {}, encoded: {} }
  const words = Object.keys(POLICY.values)
  const word = at(words, seed)
  return { plain: { policy: word }, encoded: { policy: words.indexOf(word) } }
}

/** What is worked out between the stages: how a fact compares with the bonus, or else whether there is an answer. */
function computedFacts(compared: string | undefined): Record<string, ComputedDeclaration> {
  return compared === undefined ? { answered: ANSWERED } : { rank: { ...RANK, from: [compared] } }
}

function flat(params: Readonly<Record<string, Json>>): string[] {
  return Object.entries(params).flatMap(([id, answer]) =>
    typeof answer === 'object' && answer !== null && ('first' in answer || 'second' in answer)
      ? Object.keys(answer).map((member) => `${id}.${member}`)
      : [id],
  )
}

function answersReadable(id: string, question: QuestionDeclaration): Readable[] {
  if (question.stage !== 'settle') return []
  if (question.kind === 'choice') {
    return [
      { id, kind: { kind: 'enum', values: question.values }, literals: Object.keys(question.values), none: false },
    ]
  }
  if (question.kind !== 'members') return []
  return Object.keys(question.members).map((member) => ({
    id: `${id}.${member}`,
    kind: { kind: 'boolean' },
    literals: [true, false],
    none: false,
  }))
}

function constraintsFrom(
  seed: ModelSeed,
  readables: readonly Readable[],
  ordered: readonly (readonly string[])[],
): ConstraintDeclaration[] {
  const [earlier, later] = ordered.find((ids) => ids.length > 1) ?? []
  return [
    ...(earlier === undefined || later === undefined || seed.order % 3 === 0
      ? []
      : [{ id: 'in-order', text: text('先后'), order: [earlier, later] as const }]),
    ...(seed.never === undefined
      ? []
      : [{ id: 'never-both', text: text('不会'), never: seed.never.map((leaf) => leafFrom(leaf, readables, [])) }]),
  ]
}

function computeFrom(
  compared: string | undefined,
  first: string,
  values: Readonly<Record<string, Value>>,
  answers: Readonly<Record<string, Outcome>>,
): Record<string, Value> {
  if (compared === undefined) {
    const outcome = answers[first] ?? answers[`${first}.first`]
    return { answered: outcome !== 'silent' && outcome !== 'conflict' }
  }
  const bonus = answers.bonus as Outcome
  const value = values[compared] as Value
  if (value === 'none' || bonus === 'silent' || bonus === 'conflict') return { rank: 'none' }
  const difference = Number(value) - Number(bonus)
  return { rank: difference < 0 ? 'lower' : difference > 0 ? 'higher' : 'equal' }
}

export function documentsOf(model: GeneratedModel): readonly object[] {
  return [...model.rules, ...model.conditions, ...model.parameters]
}
