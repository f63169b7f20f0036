// Whether every source a document cites is there.
// Promise: without any source documents, sources are names alone and nothing is checked.
import type { SourceDocument, SourceReference } from './document.js'
import { type Issue, notAmong } from './issue.js'

interface Citation {
  readonly id: string
  readonly source: SourceReference
  readonly path: readonly (string | number)[]
}

/** Whoever brings source documents along means them to be complete; without any, sources are names alone. */
export function checkSources(
  citations: readonly Citation[],
  sources: readonly SourceDocument[],
  fileOf: ReadonlyMap<string, string>,
  broken: ReadonlySet<string>,
  issues: Issue[],
): void {
  if (sources.length === 0) return
  const names = new Map(sources.map(({ id, name }) => [name.zh, id]))
  const ids = new Set(sources.map(({ id }) => id))
  for (const { id, source, path } of citations) {
    const { document } = source
    if (ids.has(document) || broken.has(document)) continue
    const what = { zh: '来源文件', en: 'source document' }
    const found = notAmong('unknown-source', [...path, 'document'], document, [...ids], what, { aliases: names })
    issues.push({ ...found, file: fileOf.get(id) as string })
  }
}
