// The slow, obvious reading of the design's semantics, for one case in which everything is known.
// Promise: two values only, no sets, no bit-vectors, no compilation; documents and values stay plain JSON.
// It shares types with the engine and not one line of its code, so that both can only agree by being right.
import type {
  Condition,
  FactKind,
  Json,
  Measured,
  ModelDeclaration,
  QuestionDeclaration,
} from '../../src/engine/declaration.js'
import type { ConditionDocument, Effective, ParameterDocument, RuleDocument } from '../../src/engine/document.js'

/** A value as a case writes it: ids, booleans, integers, yuan as text, Beijing days and moments as text, or "none". */
export type Value = string | number | boolean

/** "silent", "conflict", or the JSON text of the answer. */
export type Outcome = string

export type FloorMode = 'advise' | 'enforce'

/** Everything there is to know of one case, and the documents that judge it. */
export interface World {
  readonly declaration: ModelDeclaration
  readonly rules: readonly RuleDocument[]
  readonly conditions: readonly ConditionDocument[]
  readonly parameters: readonly ParameterDocument[]
  /** Values of settings; and what a parameter without a version in force would be, if somebody could say. */
  readonly settings: Readonly<Record<string, number | string>>
  readonly unsaid: Readonly<Record<string, number>>
  readonly facts: Readonly<Record<string, Value>>
  readonly agreed: Readonly<Record<string, Json>>
  readonly compute: (
    facts: Readonly<Record<string, Value>>,
    answers: Readonly<Record<string, Outcome>>,
  ) => Record<string, Value>
}

export interface Judgement {
  readonly holds: Readonly<Record<string, boolean>>
  readonly outcomes: Readonly<Record<string, Outcome>>
  /** Questions answered worse than a mandatory rule allows; only where floors advise. */
  readonly breaches: Readonly<Record<string, boolean>>
  readonly arises: Readonly<Record<string, boolean>>
  readonly outcome: 'settled' | 'needs-review'
}

/** One answerable question: a declared one, or one member of it. */
export interface Asked {
  readonly id: string
  readonly group: string
  readonly member: string | undefined
  readonly declaration: QuestionDeclaration
}

/** The point a set of values uses for "there is none". */
export const NO_VALUE = Number.MIN_SAFE_INTEGER

export function questionsOf(declaration: ModelDeclaration): Asked[] {
  return Object.entries(declaration.questions).flatMap(([group, question]): Asked[] =>
    question.kind === 'members' || question.kind === 'terms'
      ? Object.keys(question.members).map((member) => ({
          id: `${group}.${member}`,
          group,
          member,
          declaration: question,
        }))
      : [{ id: group, group, member: undefined, declaration: question }],
  )
}

/** What a rule or an agreement answers to a question: an answer's JSON text, "null", or nothing at all. */
function answerTo(params: Readonly<Record<string, Json>>, { group, member, declaration }: Asked): string | undefined {
  const written = params[group]
  const answer = member === undefined ? written : (written as Readonly<Record<string, Json>> | undefined)?.[member]
  if (answer === undefined) return undefined
  return declaration.kind === 'money' && answer !== null
    ? JSON.stringify(Number(answer).toFixed(2))
    : JSON.stringify(answer)
}

const fen = (yuan: Value | Json) => Math.round(Number(yuan) * 100)

/** Two values of one kind brought to what can be compared: numbers, or texts whose order is the order of time. */
function comparable(kind: FactKind, value: Value): Value {
  return kind.kind === 'money' && value !== 'none' ? fen(value) : value
}

export function leafHolds(kind: FactKind, value: Value, operator: string, written: Json): boolean {
  const left = comparable(kind, value)
  const rights = (Array.isArray(written) ? written : [written]).map((one: Value) => comparable(kind, one))
  const right = rights[0] as Value
  if (operator === 'equal' || operator === 'in') return rights.includes(left)
  if (operator === 'notEqual' || operator === 'notIn') return !rights.includes(left)
  if (left === 'none') return false
  if (operator === 'lessThan') return left < right
  if (operator === 'lessThanInclusive') return left <= right
  if (operator === 'greaterThan') return left > right
  return left >= right
}

/** The integer the model's own arithmetic sees for a value. */
export function encode(kind: FactKind, value: Value): number {
  if (value === 'none') return NO_VALUE
  if (kind.kind === 'enum') return Object.keys(kind.values).indexOf(String(value))
  if (kind.kind === 'money') return fen(value)
  if (kind.kind === 'date') return Date.parse(`${value}T00:00:00Z`) / 86_400_000
  if (kind.kind === 'instant') return Date.parse(`${String(value).replace(' ', 'T')}:00+08:00`)
  return Number(value)
}

/** The value an integer of the model's own arithmetic stands for; derived facts of the tests are numbers or none. */
function decode(value: number): Value {
  return value === NO_VALUE ? 'none' : value
}

/** Settings that are words, which conditions read as facts. */
function wordsSet({ declaration, settings }: World): Record<string, Value> {
  const words = Object.entries(declaration.settings ?? {}).filter(([, { kind }]) => kind === 'enum')
  return Object.fromEntries(words.map(([id]) => [id, settings[id] as Value]))
}

export function judge(world: World, mode: FloorMode): Judgement {
  const { declaration, rules } = world
  const values: Record<string, Value> = { ...world.facts, ...wordsSet(world) }
  const kinds: Record<string, FactKind> = {
    ...declaration.facts,
    ...declaration.derived,
    ...declaration.computed,
    ...declaration.settings,
  }
  const view = (id: string) => {
    const point = encode(kinds[id] as FactKind, values[id] as Value)
    return [point, point]
  }
  for (const [id, { from, derive }] of Object.entries(declaration.derived ?? {})) {
    values[id] = decode(derive(...from.map(view))[0] as number)
  }

  const inForce = ({ from, until, by }: Effective) => {
    const day = String(values[by ?? declaration.clock]).slice(0, 10)
    return day !== 'none' && from <= day && (until === undefined || day <= until)
  }
  const numberNamed = (name: string): number => {
    const parameter = world.parameters.find(({ id }) => id.endsWith(`/${name}`))
    if (parameter === undefined) return (world.settings[name] ?? world.unsaid[name]) as number
    const day = String(values[parameter.by]).slice(0, 10)
    const past = day === 'none' ? [] : parameter.values.filter(({ from }) => from <= day)
    return past[past.length - 1]?.value ?? (world.unsaid[name] as number)
  }
  const holdsTree = (tree: Condition): boolean => {
    if ('all' in tree) return tree.all.every(holdsTree)
    if ('any' in tree) return tree.any.some(holdsTree)
    if ('not' in tree) return !holdsTree(tree.not)
    if ('condition' in tree) {
      const named = world.conditions.find(({ id }) => id.endsWith(`/${tree.condition}`)) as ConditionDocument
      return inForce(named.effective) && holdsTree(named.conditions)
    }
    const value = tree.value as Json
    const against =
      typeof value === 'object' && value !== null && 'fact' in value ? numberNamed(String(value.fact)) : value
    return leafHolds(kinds[tree.fact] as FactKind, values[tree.fact] as Value, tree.operator, against)
  }

  const holds: Record<string, boolean> = {}
  const outcomes: Record<string, Outcome> = {}
  const breaches: Record<string, boolean> = {}
  const arises: Record<string, boolean> = {}
  const asked = questionsOf(declaration)

  const excepts = (rule: RuleDocument, other: string): boolean =>
    (rule.exceptionTo ?? []).some(
      (id) => id === other || excepts(rules.find((one) => one.id === id) as RuleDocument, other),
    )
  const winnersOf = (layer: string, question: Asked) => {
    const holding = rules.filter(
      (rule) => rule.layer === layer && holds[rule.id] && answerTo(rule.event.params, question) !== undefined,
    )
    return holding.filter((rule) => !holding.some((other) => excepts(other, rule.id)))
  }
  const size = (question: Asked, answer: string): number => {
    const { declaration: declared } = question
    const plain = JSON.parse(answer) as Json
    if (declared.kind === 'terms') return exact(declared.measure(plain, view))
    if (declared.kind === 'money') return fen(plain)
    if (declared.kind === 'members') return plain === true ? 0 : 1
    if (declared.kind !== 'choice') return Number(plain)
    if (typeof declared.favour === 'function') return exact(declared.favour(String(plain), view))
    return Object.keys(declared.values).indexOf(String(plain))
  }
  const together = (question: Asked, answers: readonly string[]): string => {
    const different = [...new Set(answers)]
    const [first] = different
    if (first === undefined) return 'silent'
    if (different.length === 1) return first
    const { declaration: declared } = question
    const combine = 'combine' in declared ? declared.combine : 'one'
    if (combine === 'one' || different.includes('null')) return 'conflict'
    const sign = combine === 'greatest' ? -1 : 1
    // Of two terms that come to the same, the one whose text sorts first.
    different.sort((a, b) => sign * (size(question, a) - size(question, b)) || (a < b ? -1 : 1))
    return different[0] as string
  }
  const resolve = (question: Asked): void => {
    const agreed = answerTo(world.agreed, question)
    const layers = Object.keys(declaration.layers).map((layer) => winnersOf(layer, question))
    const answersOf = (winners: readonly RuleDocument[]) =>
      winners.map((rule) => answerTo(rule.event.params, question) as string)
    const said = [agreed ?? 'silent', ...layers.map((winners) => together(question, answersOf(winners)))]
    const top = said.find((one) => one !== 'silent' && one !== 'null') ?? 'silent'
    const { declaration: declared } = question
    const mandatory = answersOf(layers.flat().filter((rule) => rule.mandatory === true))
    if (
      'favour' in declared &&
      declared.favour !== undefined &&
      mandatory.length > 0 &&
      top !== 'silent' &&
      top !== 'conflict'
    ) {
      // Of two floors that come to the same, the one declared first.
      const floor = mandatory.reduce((best, one) => (betterFloor(question, one, best) ? one : best))
      const worse = size(question, top) < size(question, floor)
      outcomes[question.id] = mode === 'enforce' && worse ? floor : top
      breaches[question.id] = mode === 'advise' && worse
    } else {
      outcomes[question.id] = top === 'silent' && declared.kind === 'members' ? 'false' : top
      breaches[question.id] = false
    }
  }
  const betterFloor = (question: Asked, one: string, best: string): boolean => {
    const difference = size(question, one) - size(question, best)
    if (difference !== 0) return difference > 0
    if (question.declaration.kind === 'terms') return one < best
    const order = question.declaration.kind === 'choice' ? Object.keys(question.declaration.values) : []
    return order.indexOf(String(JSON.parse(one))) < order.indexOf(String(JSON.parse(best)))
  }

  declaration.stages.forEach((stage, i) => {
    for (const rule of rules) {
      if (rule.event.type === stage) holds[rule.id] = inForce(rule.effective) && holdsTree(rule.conditions)
    }
    const here = asked.filter((question) => question.declaration.stage === stage)
    for (const question of here) {
      resolve(question)
      const outcome = outcomes[question.id] as Outcome
      const valued = outcome !== 'silent' && outcome !== 'conflict'
      values[question.id] = valued ? (JSON.parse(outcome) as Value) : 'none'
      kinds[question.id] = kindOfAnswer(question.declaration)
    }
    for (const question of here) {
      arises[question.id] = question.declaration.arises === undefined || holdsTree(question.declaration.arises)
    }
    if (i < declaration.stages.length - 1) Object.assign(values, world.compute(values, outcomes))
  })
  const open = asked.some(
    ({ id, declaration: { essential } }) =>
      essential === true && arises[id] && (outcomes[id] === 'silent' || outcomes[id] === 'conflict'),
  )
  return { holds, outcomes, breaches, arises, outcome: open ? 'needs-review' : 'settled' }
}

function kindOfAnswer(question: QuestionDeclaration): FactKind {
  return question.kind === 'choice' ? { kind: 'enum', values: question.values } : { kind: 'boolean' }
}

function exact({ least, most }: Measured): number {
  if (least !== most) throw new Error('a complete case leaves a measure open')
  return least
}
