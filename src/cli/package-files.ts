// Where the package's own files are: beside the built command line in `dist`, or beside its source.
// Promise: no path is fixed; the folder with the package's package.json is the root.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isFileAt } from './read-files.js'

// `dist/cli.js` is one folder below the root, `src/cli/package-files.ts` two.
const ROOT =
  ['..', '../..']
    .map((up) => fileURLToPath(new URL(up, import.meta.url)))
    .find((folder) => isFileAt(join(folder, 'package.json'))) ?? '.'

export const SHIPPED_FIXTURES = join(ROOT, 'fixtures')
export const SHIPPED_RULES = join(ROOT, 'rules')

/** What `init` writes. */
export const SHOP_TEMPLATE = join(ROOT, 'templates', 'shop')

/** The package's version. */
export function version(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string }
  return version
}
