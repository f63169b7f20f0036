// The fixtures as they lie on disk. Promise: read once, in order of path; nothing about them is checked here.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FIRST, modelOfPath } from '../../src/models/domains.js'

export interface FixtureFile {
  /** Path below fixtures/, with forward slashes, without `.json`: the id of the rule it is for. */
  readonly path: string
  readonly content: unknown
}

const folder = fileURLToPath(new URL('../../fixtures', import.meta.url))

/** Every fixture of every model, sorted by path. */
export const allFixtureFiles: readonly FixtureFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json'))
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
  .map((path) => ({
    path: path.slice(0, -'.json'.length),
    content: JSON.parse(readFileSync(join(folder, path), 'utf8')) as unknown,
  }))

/** Those of after-sale. */
export const fixtureFiles = allFixtureFiles.filter(({ path }) => modelOfPath(path) === FIRST)
