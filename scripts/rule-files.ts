// The documents under rules/ as they lie on disk: rules, named conditions, dated parameters and sources.
// Promise: read only, in order of path. A parameter document is told by its `values` and `by`; the model's own tables
// in rules/parameters have neither and are not documents of a rule set.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FIRST, modelOfPath } from '../src/models/domains.js'

export interface RuleFile {
  /** Path below the folder, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly document: Readonly<Record<string, unknown>>
}

/** Every JSON document under `folder`, sorted by path. */
export function jsonFiles(folder: string): RuleFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8')
      return { path, text, document: JSON.parse(text) as RuleFile['document'] }
    })
}

/** Every rule, named condition and parameter document of a model under `folder`, sorted by path; of after-sale unless named. */
export function ruleFiles(folder: string, model: string = FIRST): RuleFile[] {
  return jsonFiles(folder).filter(
    ({ path, document }) =>
      path.includes('/') && modelOfPath(path) === model && (!path.startsWith('parameters/') || isParameter(document)),
  )
}

function isParameter(document: RuleFile['document']): boolean {
  return 'values' in document && 'by' in document
}

/** The source documents that rules may cite. */
export function sourceDocuments(folder: string): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8')) as Readonly<Record<string, unknown>>[]
}

/** Ids of the source documents that a document cites, wherever in it. */
export function citedBy(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    key === 'source' && typeof part === 'object' && part !== null && 'document' in part
      ? [String(part.document)]
      : citedBy(part),
  )
}

/** Names of the settings and parameters that a document compares facts with. */
export function comparedWith(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    key === 'value' && typeof part === 'object' && part !== null && 'fact' in part
      ? [String(part.fact)]
      : comparedWith(part),
  )
}
