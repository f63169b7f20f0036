// Small wrong changes to rule documents, each of which some fixture should notice.
// Promise: documents go in and come out as plain JSON, the originals untouched; every change is said in words that no
// other change of the same document has.
import type { Json } from '../engine/declaration.js'
import type { Model } from '../engine/model.js'
import { isObject } from '../engine/plain.js'
import type { Text } from '../engine/text.js'
import { answerChanges } from './mutant-answers.js'
import { conditionChanges, isCondition } from './mutant-conditions.js'
import { type Document, type Words, wordsOf } from './words.js'

export type MutantKind =
  | 'rule dropped'
  | 'leaf negated'
  | 'leaf dropped'
  | 'number shifted'
  | 'boundary moved'
  | 'list member removed'
  | 'exception removed'
  | 'answer swapped'

/** A changed part, and what was changed in words. */
export interface Change<T> {
  readonly kind: MutantKind
  readonly text: Text
  readonly value: T
}

export interface Mutant {
  /** Id and title of the rule or named condition that is changed. */
  readonly id: string
  readonly title: string
  readonly kind: MutantKind
  readonly text: Text
  /** What stands in the document's place; nothing where it is left out. */
  readonly changed: Document | undefined
}

/** Whether a document is a rule. */
export function isRule(document: Document): boolean {
  return 'event' in document
}

/**
 * Every change of the rules and named conditions that `wanted` accepts.
 * @param documents all documents of the rule set, which must load
 */
export function mutantsOf(
  model: Model,
  documents: readonly Document[],
  wanted: (id: string) => boolean = () => true,
): Mutant[] {
  const words = wordsOf(model, documents)
  return documents
    .filter((document) => isCondition(document.conditions) && wanted(String(document.id)))
    .flatMap((document) => {
      const { id, title } = document
      const dropped = { kind: 'rule dropped' as const, text: { zh: '去掉整条规则', en: 'the whole rule dropped' } }
      const changes = [
        ...(isRule(document) ? [{ ...dropped, value: undefined }] : []),
        ...changesOf(model, document, words),
      ]
      return toldApart(changes).map(({ kind, text, value }) => ({
        id: String(id),
        title: String(title),
        kind,
        text,
        changed: value,
      }))
    })
}

function changesOf(model: Model, document: Document, words: Words): Change<Document>[] {
  const { conditions, exceptionTo, event } = document
  const changes: Change<Document>[] = []
  if (isCondition(conditions)) {
    for (const { kind, text, value } of conditionChanges(model, conditions, words)) {
      if (value !== undefined) changes.push({ kind, text, value: { ...document, conditions: value } })
    }
  }
  const exceptions = Array.isArray(exceptionTo) ? exceptionTo.map(String) : []
  for (const dropped of exceptions) {
    const title = words.title(dropped)
    changes.push({
      kind: 'exception removed',
      text: { zh: `不再是「${title}」的例外`, en: `no longer an exception to "${title}"` },
      value: withExceptions(
        document,
        exceptions.filter((one) => one !== dropped),
      ),
    })
  }
  if (!isObject(event) || !isObject(event.params)) return changes
  for (const [question, answer] of Object.entries(event.params)) {
    for (const { kind, text, value } of answerChanges(model, question, answer as Json)) {
      const params = { ...event.params, [question]: value }
      changes.push({ kind, text, value: { ...document, event: { ...event, params } } })
    }
  }
  return changes
}

function withExceptions(document: Document, exceptionTo: readonly string[]): Document {
  const { exceptionTo: _, ...rest } = document
  return exceptionTo.length === 0 ? rest : { ...rest, exceptionTo }
}

/** The same leaf may stand in two places of a rule: the second is called so. */
function toldApart<T>(changes: readonly Change<T>[]): Change<T>[] {
  const seen = new Map<string, number>()
  return changes.map((change) => {
    const before = seen.get(change.text.zh) ?? 0
    seen.set(change.text.zh, before + 1)
    if (before === 0) return change
    const { zh, en } = change.text
    return { ...change, text: { zh: `${zh}（第 ${before + 1} 处）`, en: `${en} (place ${before + 1})` } }
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

/** Names of the conditions a tree refers to. */
function conditionsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    key === 'condition' && typeof part === 'string' ? [part] : conditionsIn(part),
  )
}
