// Documents as they come in, from packs or files: read, told apart by id, and put in one order.
// Promise: every document is read or reported; what comes twice with the same content counts once.
import { canonical } from './canonical.js'
import { type AnyDocument, readDocument } from './document.js'
import { type Issue, issue } from './issue.js'
import { isObject } from './plain.js'

/** One document, or one with the file it came from. */
export type Source = { readonly file: string; readonly document: unknown }

/** A document that was read, with its content as one text. */
export interface Read {
  readonly read: AnyDocument
  readonly content: string
}

/** What documents came to, kept from load to load by whoever promises that they do not change meanwhile. */
export type Before = WeakMap<object, Read>

/**
 * Reads every document; the same document given twice counts once, another of the same id is an issue.
 * @param broken takes the ids of documents that cannot be read: what refers to them is not wrong on that account
 */
export function readDocuments(
  sources: readonly Source[],
  issues: Issue[],
  broken: Set<string>,
  before: Before = new WeakMap(),
): (Read & { readonly file: string })[] {
  const contents = new Map<string, string>()
  return sources.flatMap(({ file, document }) => {
    const known = typeof document === 'object' && document !== null ? before.get(document) : undefined
    const read = known === undefined ? readDocument(document) : { ok: true as const, value: known.read }
    const written = typeof document === 'object' && document !== null && 'id' in document ? document.id : undefined
    const id = typeof written === 'string' ? written.slice(0, 120) : file
    if (!read.ok) {
      issues.push(...read.issues.map((one) => ({ ...one, file: file || id })))
      broken.add(typeof written === 'string' ? written : file)
      return []
    }
    const content = known?.content ?? contentOf(read.value.document)
    before.set(document as object, { read: read.value, content })
    const other = contents.get(read.value.document.id)
    // Packs that cite one source each bring its document along.
    if (other === content) return []
    if (other !== undefined) {
      issues.push({
        ...issue('duplicate-id', ['id'], id, {
          zh: `编号「${id}」重复，内容却不同：换一个编号；要替换现有的规则，就用 omit 去掉它，新规则另起编号`,
          en: `the id "${id}" is used twice with different content: choose another; to replace a rule, leave it out with omit and give the new one an id of its own`,
        }),
        file: file || id,
      })
      return []
    }
    contents.set(read.value.document.id, content)
    return [{ file: file || id, read: read.value, content }]
  })
}

/** Documents given one by one: of those without an id, by which others are known, the place is told. */
export function inPlace(documents: readonly unknown[], list: string): Source[] {
  return documents.map((document, i) => ({
    file: isObject(document) && typeof document.id === 'string' && document.id ? '' : `${list}[${i}]`,
    document,
  }))
}

/** What a document says, as one text: not where its schema lies. */
export function contentOf(document: object): string {
  return canonical({ ...document, $schema: undefined })
}

/** Documents in order of their ids, no two of which are the same, so that the order they came in means nothing. */
export function sorted<T extends { readonly id: string }>(documents: readonly T[]): T[] {
  return [...documents].sort((a, b) => (a.id < b.id ? -1 : 1))
}
