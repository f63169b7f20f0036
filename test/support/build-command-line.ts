// Before any test: the command line built once, as `npm run build` builds it but for libraries, which stay where they are.
// Promise: tests that start it start the code as it stands; a start takes at most a third of what compiling it anew would.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Below `node_modules`, so that libraries are found and nothing else looks in. */
const FOLDER = 'node_modules/.command-line'
const root = fileURLToPath(new URL('../..', import.meta.url))

export default async function buildCommandLine(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['main', 'answer-worker', 'mutate-worker'].map((name) => `src/cli/${name}.ts`),
    outdir: FOLDER,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
  writeFileSync(join(root, FOLDER, 'package.json'), '{ "type": "module" }')
}
