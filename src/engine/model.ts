// A decision model ready for use: declared facts and questions numbered as columns and flat questions.
// Promise: built once from plain values, never changed after; a declaration that contradicts itself is refused at once.

import { checkDeclaration } from './check-declaration.js'
import type {
  ConstraintDeclaration,
  DerivedDeclaration,
  FactDeclaration,
  FactKind,
  ModelDeclaration,
} from './declaration.js'
import { eventsBeforeClock } from './events.js'
import { domainOf, parseCaseValue } from './fact-value.js'
import { frozen } from './frozen.js'
import { type Known, readerOf } from './known.js'
import { plainCopy } from './plain.js'
import { answerKind, flatten, type Question } from './question.js'
import { idsByWord, type Text } from './text.js'
import { NONE, pointMaker, type ValueSet } from './value-set.js'

/** One thing a condition can read: a fact, a derived or computed fact, a setting that is a word, or an earlier stage's answer. */
export interface Column {
  readonly index: number
  readonly id: string
  readonly label: Text
  readonly source: 'fact' | 'derived' | 'computed' | 'setting' | 'answer'
  readonly kind: FactKind
  readonly none: boolean
  readonly domain: ValueSet
  /** Answers only: the stage that gives it. */
  readonly stage: string | undefined
  /** Values of an enum with their labels, in order. */
  readonly options: readonly { readonly id: string; readonly label: Text }[]
  /** Values a case may write: ids and Chinese labels of an enum or boolean, and the word for none. */
  readonly words: ReadonlyMap<string, number>
  /** A value as a set. */
  readonly pointOf: (value: number) => ValueSet
}

/** A derived fact with its sources found. */
export interface Derivation {
  readonly column: Column
  readonly from: readonly Column[]
  readonly declaration: DerivedDeclaration
  /** What the sources are known to be, in a room of its own: handed on before they are read again. */
  readonly sourcesIn: (known: readonly Known[]) => readonly ValueSet[]
}

/** A record fact and where it stands when nothing is written: a value, or the same as another fact. */
export interface AbsentRecord {
  readonly column: number
  readonly value: number | undefined
  readonly sameAs: number | undefined
}

export interface Model<D extends ModelDeclaration = ModelDeclaration> {
  readonly declaration: D
  /** Facts that `extendModel` put in. */
  readonly ownFacts: Readonly<Record<string, FactDeclaration>>
  readonly columns: readonly Column[]
  readonly columnOf: ReadonlyMap<string, Column>
  /** Facts a case may state, by id and by Chinese label. */
  readonly factOf: ReadonlyMap<string, Column>
  readonly clock: number
  readonly questions: readonly Question[]
  readonly questionOf: ReadonlyMap<string, Question>
  /** Questions without whose answers a case is not settled. */
  readonly essential: readonly Question[]
  /** Questions one of whose answers hands the case to a person. */
  readonly reviewing: readonly Question[]
  /** Declared questions in order, each with the flat questions it comes to. */
  readonly groups: readonly { readonly id: string; readonly questions: readonly Question[] }[]
  /** Declared questions by id and by Chinese label. */
  readonly groupOf: ReadonlyMap<string, string>
  readonly answerColumn: readonly (Column | undefined)[]
  readonly layers: readonly string[]
  readonly constraints: readonly ConstraintDeclaration[]
  /** Columns of the events that lie no later than the clock. */
  readonly events: readonly number[]
  readonly derivations: readonly Derivation[]
  /** Settings that are words, which conditions read as they read facts. */
  readonly settings: readonly Column[]
  /** Those derivations that time alone moves. */
  readonly moved: readonly Derivation[]
  /** Columns that time alone moves: the clock, what has not happened yet, and what is counted from there. */
  readonly moving: ReadonlySet<number>
  /** Per column the facts of a case that stand behind it: itself, or what it is worked out from; none behind an answer or a setting. */
  readonly behind: readonly (readonly Column[])[]
  /** Records in the order they are completed: those that are the same as another fact come last. */
  readonly absentRecords: readonly AbsentRecord[]
  /** What is known before anything is said: copied for every case. Without holes, which are slow to read. */
  readonly unknown: readonly undefined[]
}

/** The Chinese word for "there is none", accepted wherever the English `none` is. */
export const NONE_WORDS = ['none', '无'] as const

function wordsFor(kind: FactKind, none: boolean): Map<string, number> {
  const words = new Map<string, number>()
  if (kind.kind === 'enum') {
    Object.entries(kind.values).forEach(([id, label], index) => {
      words.set(id, index).set(label.zh, index)
    })
  }
  if (kind.kind === 'boolean') words.set('是', 1).set('否', 0)
  if (none) for (const word of NONE_WORDS) words.set(word, NONE)
  return words
}

/**
 * Builds a model from its declaration. Ids and Chinese labels are unique over facts and questions.
 * @throws Error naming every contradiction of the declaration
 */
export function defineModel<const D extends ModelDeclaration>(written: D): Model<D> {
  // Frozen is a copy of what was written: inputs stay as they are.
  const declaration = frozen(plainCopy(written)) as D
  checkDeclaration(declaration)
  const { facts, derived = {}, computed = {}, settings = {} } = declaration as ModelDeclaration
  const { questions: declared, layers, stages } = declaration as ModelDeclaration
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
      options:
        kind.kind === 'enum' ? Object.entries(kind.values).map(([value, word]) => ({ id: value, label: word })) : [],
      words: wordsFor(kind, none && source !== 'answer'),
      pointOf: pointMaker(),
      stage,
    }
    columns.push(column)
    return column
  }
  for (const [source, declared] of Object.entries({ fact: facts, derived, computed }))
    for (const [id, fact] of Object.entries(declared))
      add(id, fact.label, source as Column['source'], fact, fact.none === true)
  for (const [id, setting] of Object.entries(settings))
    if (setting.kind === 'enum') add(id, setting.label, 'setting', setting, false)

  const questions: Question[] = []
  for (const [id, question] of Object.entries(declared)) questions.push(...flatten(id, question, questions.length))
  const groups = Object.keys(declared).map((id) => ({ id, questions: questions.filter(({ group }) => group === id) }))
  const answerColumn = questions.map((question) => {
    const kind = question.stage === stages[stages.length - 1] ? undefined : answerKind(question)
    return kind === undefined ? undefined : add(question.id, question.label, 'answer', kind, true, question.stage)
  })

  const columnOf = new Map(columns.map((column) => [column.id, column]))
  const factOf = new Map<string, Column>()
  for (const column of columns) if (column.source === 'fact') factOf.set(column.id, column).set(column.label.zh, column)
  const derivations = Object.entries(derived).map(([id, fact]) => {
    const from = fact.from.map((source) => columnOf.get(source) as Column)
    return { column: columnOf.get(id) as Column, from, declaration: fact, sourcesIn: readerOf(from) }
  })
  const moved = derivations.filter(({ declaration: { reaches } }) => reaches !== undefined)
  const clock = (columnOf.get(declaration.clock) as Column).index
  const events = columns.flatMap(({ id, index }) => (facts[id]?.event === true ? [index] : []))
  return Object.freeze({
    declaration,
    ownFacts: {},
    columns,
    columnOf,
    factOf,
    clock,
    questions,
    groups,
    questionOf: new Map(questions.map((question) => [question.id, question])),
    groupOf: idsByWord(declared),
    essential: questions.filter(({ essential }) => essential),
    reviewing: questions.filter(({ review }) => review !== undefined),
    answerColumn,
    layers: Object.keys(layers),
    constraints: frozen([...(declaration.constraints ?? []), ...eventsBeforeClock(declaration)]),
    events,
    derivations,
    settings: columns.filter(({ source }) => source === 'setting'),
    moved,
    moving: new Set([clock, ...events, ...moved.map(({ column }) => column.index)]),
    absentRecords: absentRecords(declaration, columnOf),
    unknown: [...new Array<undefined>(columns.length)],
    behind: factsBehindEach(declaration, columns, columnOf),
  })
}

function factsBehindEach(
  { derived = {}, computed = {} }: ModelDeclaration,
  columns: readonly Column[],
  columnOf: ReadonlyMap<string, Column>,
): readonly (readonly Column[])[] {
  const behind = (column: Column): Column[] => {
    if (column.source === 'fact') return [column]
    const from = (derived[column.id] ?? computed[column.id])?.from ?? []
    return [...new Set(from.flatMap((id) => behind(columnOf.get(id) as Column)))]
  }
  return columns.map((column) => (column.source === 'answer' ? [] : behind(column)))
}

function absentRecords(declaration: ModelDeclaration, columnOf: ReadonlyMap<string, Column>): AbsentRecord[] {
  const records = Object.entries(declaration.facts).flatMap(([id, { role, absent }]): AbsentRecord[] => {
    const column = columnOf.get(id) as Column
    if (role !== 'record') return []
    if (typeof absent === 'object')
      return [{ column: column.index, value: undefined, sameAs: (columnOf.get(absent.fact) as Column).index }]
    const value =
      absent === undefined
        ? column.none
          ? NONE
          : 0
        : (column.words.get(String(absent)) ?? parseCaseValue(column.kind, absent))
    if (value === undefined) throw new Error(`model ${declaration.id}: ${id} has no value ${absent}`)
    return [{ column: column.index, value, sameAs: undefined }]
  })
  return records.sort((a, b) => Number(a.sameAs !== undefined) - Number(b.sameAs !== undefined))
}

/** The same model with more facts, for vocabularies of one's own. Throws as `defineModel` does. */
export function extendModel<D extends ModelDeclaration>(
  model: Model<D>,
  facts: Readonly<Record<string, FactDeclaration>>,
): Model<D> {
  if (Object.keys(facts).length === 0) return model
  const { declaration } = model
  for (const id of Object.keys(facts)) {
    if (Object.hasOwn(declaration.facts, id)) throw new Error(`model ${declaration.id}: fact ${id} is declared already`)
  }
  const extended = defineModel({ ...declaration, facts: { ...declaration.facts, ...facts } })
  return Object.freeze({ ...extended, ownFacts: frozen(plainCopy({ ...model.ownFacts, ...facts })) as typeof facts })
}
