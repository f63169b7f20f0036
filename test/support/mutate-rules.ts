// Small wrong changes to rule documents, each of which some fixture should notice.
// Promise: documents come in and go out as plain JSON, the originals untouched; every mutant says where and what it changes.
import type { Condition, Json } from '../../src/engine/declaration.js'
import { afterSale } from '../../src/index.js'

export type Document = Readonly<Record<string, unknown>>

type MutantKind =
  | 'rule dropped'
  | 'leaf negated'
  | 'leaf dropped'
  | 'number shifted'
  | 'boundary moved'
  | 'list member removed'
  | 'exception removed'
  | 'answer swapped'

export interface Mutant {
  /** Id of the rule or named condition that is changed. */
  readonly id: string
  /** Path of the change inside the document, and what it becomes. */
  readonly place: string
  readonly kind: MutantKind
  /** The whole set of documents with the change made. */
  readonly documents: readonly Document[]
  /** Rules left out, which their own fixtures still know by name. */
  readonly omit: readonly string[]
}

/** A changed part and where it lies. */
interface Change<T> {
  readonly place: string
  readonly kind: MutantKind
  readonly value: T
}

const OPPOSITE: Readonly<Record<string, string>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
}

/** The operator with the bound taken in or left out. */
const NEIGHBOUR: Readonly<Record<string, string>> = {
  lessThan: 'lessThanInclusive',
  lessThanInclusive: 'lessThan',
  greaterThan: 'greaterThanInclusive',
  greaterThanInclusive: 'greaterThan',
}

const { questions } = afterSale.declaration

/** Every mutant of every rule and named condition among the documents. */
export function mutantsOf(documents: readonly Document[]): Mutant[] {
  return documents.flatMap((document) => {
    const id = String(document.id)
    const replaced = (by: Document) => documents.map((one) => (one === document ? by : one))
    const inside = changesOf(document).map(({ place, kind, value }) => ({
      id,
      place,
      kind,
      documents: replaced(value),
      omit: [],
    }))
    if (!isRule(document)) return inside
    return [{ id, place: id, kind: 'rule dropped' as const, documents, omit: [id] }, ...inside]
  })
}

/** Ids of the rules that read a named condition, directly or through others. */
export function rulesReading(documents: readonly Document[], conditionId: string): string[] {
  const name = conditionId.slice(conditionId.lastIndexOf('/') + 1)
  const readers = documents.filter(({ conditions }) => conditionsIn(conditions).includes(name))
  return readers.flatMap((reader) =>
    isRule(reader) ? [String(reader.id)] : rulesReading(documents, String(reader.id)),
  )
}

export function isRule(document: Document): boolean {
  return 'event' in document
}

function exceptionsOf({ exceptionTo }: Document): readonly string[] {
  return Array.isArray(exceptionTo) ? (exceptionTo as string[]) : []
}

function withExceptions(document: Document, exceptionTo: readonly string[]): Document {
  const { exceptionTo: _, ...rest } = document
  return exceptionTo.length === 0 ? rest : { ...rest, exceptionTo }
}

function changesOf(document: Document): Change<Document>[] {
  const changes: Change<Document>[] = []
  if (isCondition(document.conditions)) {
    for (const change of conditionChanges(document.conditions, 'conditions')) {
      if (change.value !== undefined) changes.push({ ...change, value: { ...document, conditions: change.value } })
    }
  }
  for (const dropped of exceptionsOf(document)) {
    const value = withExceptions(
      document,
      exceptionsOf(document).filter((one) => one !== dropped),
    )
    changes.push({ place: `exceptionTo › ${dropped}`, kind: 'exception removed', value })
  }
  const event = document.event as { readonly params: Readonly<Record<string, Json>> } | undefined
  for (const [question, answer] of Object.entries(event?.params ?? {})) {
    for (const change of answerChanges(question, answer)) {
      const params = { ...event?.params, [question]: change.value }
      changes.push({ ...change, value: { ...document, event: { ...event, params } } })
    }
  }
  return changes
}

/** Changes of a condition tree; `undefined` where the whole tree is dropped, which the parent does. */
function conditionChanges(condition: Condition, place: string): Change<Condition | undefined>[] {
  if ('all' in condition) return listChanges('all', condition.all, place)
  if ('any' in condition) return listChanges('any', condition.any, place)
  if ('not' in condition) {
    return conditionChanges(condition.not, `${place}.not`).map((change) => ({
      ...change,
      value: change.value === undefined ? undefined : { not: change.value },
    }))
  }
  const leaf = `${place} (${'condition' in condition ? condition.condition : `${condition.fact} ${condition.operator} ${JSON.stringify(condition.value)}`})`
  const dropped = { place: leaf, kind: 'leaf dropped' as const, value: undefined }
  if ('condition' in condition) return [dropped, { place: leaf, kind: 'leaf negated', value: { not: condition } }]
  const changed = (kind: MutantKind, part: Partial<{ operator: string; value: Json }>) => ({
    place: `${leaf} → ${JSON.stringify(Object.values(part)[0])}`,
    kind,
    value: { ...condition, ...part },
  })
  const { operator, value } = condition
  const changes: Change<Condition | undefined>[] = [
    dropped,
    changed('leaf negated', { operator: OPPOSITE[operator] ?? operator }),
  ]
  if (typeof value === 'number')
    changes.push(...[value - 1, value + 1].map((other) => changed('number shifted', { value: other })))
  const neighbour = NEIGHBOUR[operator]
  if (neighbour !== undefined) changes.push(changed('boundary moved', { operator: neighbour }))
  if (Array.isArray(value) && value.length > 1) {
    changes.push(
      ...value.map((_, i) => changed('list member removed', { value: value.filter((_, other) => other !== i) })),
    )
  }
  return changes
}

/** Changes of each part of a list; a dropped part leaves its siblings, an only part takes the list with it. */
function listChanges(key: 'all' | 'any', parts: readonly Condition[], place: string): Change<Condition | undefined>[] {
  const listed = (list: readonly Condition[]): Condition => (key === 'all' ? { all: list } : { any: list })
  return parts.flatMap((part, i) =>
    conditionChanges(part, `${place}.${key}[${i}]`).map((change) => {
      const list = parts.flatMap((one, other) =>
        other !== i ? [one] : change.value === undefined ? [] : [change.value],
      )
      return { ...change, value: list.length === 0 ? undefined : listed(list) }
    }),
  )
}

function answerChanges(question: string, answer: Json): Change<Json>[] {
  return otherAnswers(question, answer).map(({ at, value }) => ({
    place: `event.params.${question}${at} → ${JSON.stringify(value)}`,
    kind: 'answer swapped',
    value,
  }))
}

/** Every other answer of the same question; for members, of each member. */
function otherAnswers(question: string, answer: Json): { readonly at: string; readonly value: Json }[] {
  const declaration = questions[question as keyof typeof questions]
  if (declaration.kind === 'members' || declaration.kind === 'terms') {
    const members = answer as Readonly<Record<string, Json>>
    return Object.entries(members).flatMap(([member, given]) =>
      (declaration.kind === 'members' ? [given !== true] : otherTerms(given)).map((other) => ({
        at: `.${member}`,
        value: { ...members, [member]: other },
      })),
    )
  }
  return otherValues(question, answer).map((value) => ({ at: '', value }))
}

function otherValues(question: string, answer: Json): Json[] {
  const declaration = questions[question as keyof typeof questions]
  if (declaration.kind === 'choice') return Object.keys(declaration.values).filter((value) => value !== answer)
  if ('options' in declaration) return declaration.options.filter((value) => value !== answer)
  return typeof answer === 'number' ? [answer - 1, answer + 1] : []
}

/** A term with each of its numbers shifted by one, and counted from another event. */
function otherTerms(term: Json): Json[] {
  if (typeof term !== 'object' || term === null || Array.isArray(term)) return []
  return Object.entries(term).flatMap(([key, value]) => {
    if (typeof value === 'number') return [value - 1, value + 1].map((other) => ({ ...term, [key]: other }))
    return key === 'after' ? [{ ...term, after: value === 'appliedAt' ? 'asOf' : 'appliedAt' }] : []
  })
}

function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null
}

/** Names of the conditions a tree refers to. */
function conditionsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    key === 'condition' && typeof part === 'string' ? [part] : conditionsIn(part),
  )
}
