// `npm run generate`: writes every generated file of the package.
// Run it after a change of a rule, a fact or a question; a test fails while a generated file is out of date.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generatedFiles } from './generated-files.js'

const root = fileURLToPath(new URL('..', import.meta.url))
for (const { path, text } of generatedFiles(root)) {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(path)
}
