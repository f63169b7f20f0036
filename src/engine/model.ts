// A decision model ready for use: declared facts and questions numbered as columns and flat questions.
// Promise: built once from plain values, never changed after; a declaration that contradicts itself is refused at once.
import type {
  Condition,
  ConstraintDeclaration,
  FactDeclaration,
  FactKind,
  Measured,
  FactView,
  Json,
  ModelDeclaration,
  QuestionDeclaration,
} from './declaration.js'
import { domainOf, parseLiteral } from './fact-value.js'
import type { Text } from './text.js'
import { NONE, type ValueSet } from './value-set.js'

/** One thing a condition can read: a fact, a derived or computed fact, or an earlier stage's answer. */
export interface Column {
  readonly index: number
  readonly id: string
  readonly label: Text
  readonly source: 'fact' | 'derived' | 'computed' | 'answer'
  readonly kind: FactKind
  readonly none: boolean
  readonly domain: ValueSet
  /** Answers only: the stage that gives it. */
  readonly stage?: string
  /** Values a case may write: ids and Chinese labels of an enum or boolean, and the word for none. */
  readonly words: ReadonlyMap<string, number>
}

/** One answerable question: a declared question, or one member of it. */
export interface Question {
  readonly index: number
  readonly id: string
  readonly group: string
  readonly member?: string
  readonly label: Text
  readonly by?: string
  readonly declaration: QuestionDeclaration
  readonly stage: string
  readonly essential: boolean
  readonly arises: Condition | undefined
  /** Values of a choice in declared order; two for yes/no members. */
  readonly values: readonly string[] | undefined
  readonly combine: 'one' | 'greatest' | 'least'
  /** The answer where no layer gives one. Yes/no members: no. */
  readonly fallback: number | undefined
  readonly favour: 'later' | 'no' | 'more' | ((value: string, view: FactView) => Measured) | undefined
}

export interface Model<D extends ModelDeclaration = ModelDeclaration> {
  readonly declaration: D
  readonly columns: readonly Column[]
  readonly columnOf: ReadonlyMap<string, Column>
  /** Facts a case may state, by id and by Chinese label. */
  readonly factOf: ReadonlyMap<string, Column>
  readonly clock: number
  readonly questions: readonly Question[]
  readonly questionOf: ReadonlyMap<string, Question>
  /** Declared questions by id and by Chinese label. */
  readonly groupOf: ReadonlyMap<string, string>
  readonly answerColumn: readonly (Column | undefined)[]
  readonly layers: readonly string[]
  readonly constraints: readonly ConstraintDeclaration[]
}

/** The Chinese word for "there is none", accepted wherever the English `none` is. */
export const NONE_WORDS = ['none', '无'] as const

const YES_NO: FactKind = { kind: 'boolean' }

function wordsFor(kind: FactKind, none: boolean): Map<string, number> {
  const words = new Map<string, number>()
  if (kind.kind === 'enum') {
    Object.entries(kind.values).forEach(([id, label], index) => {
      words.set(id, index)
      words.set(label.zh, index)
    })
  }
  if (kind.kind === 'boolean') {
    words.set('是', 1)
    words.set('否', 0)
  }
  if (none) for (const word of NONE_WORDS) words.set(word, NONE)
  return words
}

function valuesOf(declaration: QuestionDeclaration): readonly string[] | undefined {
  if (declaration.kind === 'choice') return Object.keys(declaration.values)
  if (declaration.kind === 'members') return ['no', 'yes']
  return undefined
}

function flatten(id: string, declaration: QuestionDeclaration, from: number): Question[] {
  const common = {
    group: id,
    declaration,
    stage: declaration.stage,
    essential: declaration.essential === true,
    arises: declaration.arises,
    values: valuesOf(declaration),
    combine: 'combine' in declaration ? declaration.combine : 'one',
    favour: 'favour' in declaration ? declaration.favour : undefined,
  } as const
  if (declaration.kind === 'members' || declaration.kind === 'terms') {
    const fallback = declaration.kind === 'members' ? 0 : undefined
    return Object.entries(declaration.members).map(([member, { label, by }], i) => ({
      ...common,
      index: from + i,
      id: `${id}.${member}`,
      member,
      label,
      fallback,
      ...(by === undefined ? {} : { by }),
    }))
  }
  return [{ ...common, index: from, id, label: declaration.label, fallback: undefined }]
}

function answerKind(question: Question): FactKind | undefined {
  const { declaration } = question
  if (declaration.kind === 'choice') return { kind: 'enum', values: declaration.values }
  if (declaration.kind === 'members') return YES_NO
  return undefined
}

function checkDeclaration(declaration: ModelDeclaration): void {
  const problems: string[] = []
  const seen = new Map<string, string>()
  const claim = (word: string, owner: string) => {
    const other = seen.get(word)
    if (other !== undefined && other !== owner) problems.push(`"${word}" names both ${other} and ${owner}`)
    seen.set(word, owner)
  }
  const { facts, derived = {}, computed = {}, settings = {}, questions } = declaration
  for (const [id, { label }] of Object.entries({ ...facts, ...derived, ...computed, ...settings, ...questions })) {
    claim(id, id)
    claim(label.zh, id)
  }
  const readable = new Set([...Object.keys(facts)])
  for (const [id, { from }] of Object.entries(derived)) {
    for (const source of from) if (!readable.has(source)) problems.push(`${id} is derived from unknown fact ${source}`)
    readable.add(id)
  }
  for (const [id, fact] of Object.entries(facts)) {
    for (const party of fact.ask) if (!(party in declaration.parties)) problems.push(`${id} asks unknown party ${party}`)
    if (fact.kind === 'text' || fact.kind === 'enum' || fact.kind === 'instant' || fact.kind === 'date') {
      if (fact.role === 'record' && fact.absent === undefined && !fact.none) {
        problems.push(`${id} is a record: it needs \`none\` or \`absent\``)
      }
    } else if (fact.role === 'record' && fact.absent === undefined && fact.kind !== 'boolean') {
      problems.push(`${id} is a record: it needs \`absent\``)
    }
  }
  if (facts[declaration.clock]?.kind !== 'instant') problems.push(`the clock ${declaration.clock} is not an instant fact`)
  for (const [id, question] of Object.entries(questions)) {
    if (!declaration.stages.includes(question.stage)) problems.push(`${id} is of unknown stage ${question.stage}`)
    for (const [member, { by }] of Object.entries('members' in question ? question.members : {})) {
      if (by !== undefined && !(by in declaration.parties)) problems.push(`${id}.${member} is done by unknown party ${by}`)
    }
  }
  if (problems.length > 0) throw new Error(`model ${declaration.id}: ${problems.join('; ')}`)
}

/**
 * Builds a model from its declaration. Ids and Chinese labels are unique over facts and questions.
 * @throws Error naming every contradiction of the declaration
 */
export function defineModel<const D extends ModelDeclaration>(declaration: D): Model<D> {
  checkDeclaration(declaration)
  const { facts, derived = {}, computed = {}, questions: declared, layers, stages } = declaration as ModelDeclaration
  const columns: Column[] = []
  const add = (id: string, label: Text, source: Column['source'], kind: FactKind, none: boolean, stage?: string) => {
    const column: Column = {
      index: columns.length,
      id,
      label,
      source,
      kind,
      none,
      domain: domainOf(kind, none),
      words: wordsFor(kind, none && source !== 'answer'),
      ...(stage === undefined ? {} : { stage }),
    }
    columns.push(column)
    return column
  }
  for (const [id, fact] of Object.entries(facts)) add(id, fact.label, 'fact', fact, fact.none === true)
  for (const [id, fact] of Object.entries(derived)) add(id, fact.label, 'derived', fact, fact.none === true)
  for (const [id, fact] of Object.entries(computed)) add(id, fact.label, 'computed', fact, fact.none === true)

  const questions: Question[] = []
  for (const [id, question] of Object.entries(declared)) questions.push(...flatten(id, question, questions.length))
  const answerColumn = questions.map((question) => {
    const kind = question.stage === stages[stages.length - 1] ? undefined : answerKind(question)
    return kind === undefined ? undefined : add(question.id, question.label, 'answer', kind, true, question.stage)
  })

  const columnOf = new Map(columns.map((column) => [column.id, column]))
  const factOf = new Map<string, Column>()
  for (const column of columns) {
    if (column.source !== 'fact') continue
    factOf.set(column.id, column)
    factOf.set(column.label.zh, column)
  }
  const groupOf = new Map<string, string>()
  for (const [id, { label }] of Object.entries(declared)) groupOf.set(id, id).set(label.zh, id)
  return Object.freeze({
    declaration,
    columns,
    columnOf,
    factOf,
    clock: (columnOf.get(declaration.clock) as Column).index,
    questions,
    questionOf: new Map(questions.map((question) => [question.id, question])),
    groupOf,
    answerColumn,
    layers: Object.keys(layers),
    constraints: [...(declaration.constraints ?? []), ...eventsBeforeClock(declaration)],
  })
}

function eventsBeforeClock(declaration: ModelDeclaration): ConstraintDeclaration[] {
  return Object.entries(declaration.facts)
    .filter(([, fact]) => fact.event === true)
    .map(([id, fact]) => ({
      id: `${id}-no-later-than-${declaration.clock}`,
      text: {
        zh: `${fact.label.zh}不能晚于${declaration.facts[declaration.clock]?.label.zh}`,
        en: `${fact.label.en} is no later than ${declaration.facts[declaration.clock]?.label.en}`,
      },
      order: [id, declaration.clock],
    }))
}

/** The same model with more facts, for vocabularies of one's own. Throws as `defineModel` does. */
export function extendModel<D extends ModelDeclaration>(
  model: Model<D>,
  facts: Readonly<Record<string, FactDeclaration>>,
): Model<D> {
  if (Object.keys(facts).length === 0) return model
  const { declaration } = model
  for (const id of Object.keys(facts)) {
    if (id in declaration.facts) throw new Error(`model ${declaration.id}: fact ${id} is declared already`)
  }
  return defineModel({ ...declaration, facts: { ...declaration.facts, ...facts } })
}

/** The integer an answer is held as, or `undefined` when the value is not one of the question's. Terms are held elsewhere. */
export function encodeAnswer(question: Question, value: Json): number | undefined {
  const { declaration } = question
  if (declaration.kind === 'choice') {
    const index = typeof value === 'string' ? (question.values ?? []).indexOf(value) : -1
    return index < 0 ? undefined : index
  }
  if (declaration.kind === 'members') return typeof value === 'boolean' ? Number(value) : undefined
  if (declaration.kind === 'money') return parseLiteral({ kind: 'money' }, value)
  if (declaration.kind !== 'integer') return undefined
  const integer = parseLiteral({ kind: 'integer', min: 0, max: 1_000_000 }, value)
  return integer === undefined || integer < 0 || declaration.options?.includes(integer) === false ? undefined : integer
}
