// Everything in the package that is generated, as text: what to write, and what a test compares with the files.
// Promise: reads rules/, fixtures/ and the declarations only; the same sources give the same bytes.
import { join } from 'node:path'
import { domains } from '../src/models/domains.js'
import { coveragePage } from './coverage-page.js'
import { floorsPage } from './floors-page.js'
import { rulesIndex } from './rules-index.js'
import { rulesPage } from './rules-page.js'
import { schemaFiles } from './schema-files.js'
import { modelWordsPage, wordsPage } from './words-page.js'

export interface GeneratedFile {
  /** Path below the root of the package. */
  readonly path: string
  readonly text: string
}

/** All generated files of the package at `root`. */
export function generatedFiles(root: string): GeneratedFile[] {
  const rules = join(root, 'rules')
  return [
    { path: 'rules/index.ts', text: rulesIndex(rules) },
    ...schemaFiles(rules),
    { path: 'docs/words.md', text: wordsPage() },
    ...domains.slice(1).map(({ model: { declaration } }) => ({
      path: `docs/words-${declaration.id}.md`,
      text: modelWordsPage(declaration),
    })),
    { path: 'docs/rules.md', text: rulesPage(rules) },
    { path: 'docs/coverage.md', text: coveragePage(root) },
    { path: 'docs/floors.md', text: floorsPage(root) },
  ]
}
