// Runs the TypeScript example of a document the way a reader would: type-checked, then executed, its output collected.
// Promise: the entries of the package stand for their sources here; nothing is written to disk.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ENTRIES = Object.fromEntries([
  ...['engine', 'rules', 'reviews', 'complaints', 'service-levels'].map((name) => [
    `aftersale/${name}`,
    `${root}src/${name}.ts`,
  ]),
  ['aftersale/shop', `${root}src/cli/shop.ts`],
  ['aftersale', `${root}src/index.ts`],
])

const packNames = [...readFileSync(ENTRIES['aftersale/rules'] as string, 'utf8').matchAll(/^export const (\w+)/gm)].map(
  ([, name]) => name as string,
)

export interface Example {
  readonly problems: readonly string[]
  readonly printed: readonly string[]
  /** The lines of the document's `text` block. */
  readonly promised: readonly string[]
}

export async function runExample(document: string): Promise<Example> {
  const code = blockOf(document, 'ts')
  return {
    problems: problemsOf(code),
    printed: await linesOf(code),
    promised: blockOf(document, 'text').trim().split('\n'),
  }
}

function blockOf(document: string, language: string): string {
  const found = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(document)
  if (found?.[1] === undefined) throw new Error(`the document has no ${language} block`)
  return found[1]
}

function problemsOf(code: string): string[] {
  const file = `${root}docs/example.ts`
  // The packs by their names alone: reading the type of every rule would take most of the time.
  const packs = `${root}docs/packs.d.ts`
  const written = new Map([
    [file, code],
    [packs, packNames.map((name) => `export declare const ${name}: readonly object[]`).join('\n')],
  ])
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    resolveJsonModule: true,
    noEmit: true,
    paths: {
      ...Object.fromEntries(Object.entries(ENTRIES).map(([name, entry]) => [name, [entry]])),
      'aftersale/rules': [packs],
    },
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (path) => written.has(path) || fileExists(path)
  host.readFile = (path) => written.get(path) ?? readFile(path)
  host.getSourceFile = (path, language) => {
    const text = written.get(path)
    return text === undefined ? getSourceFile(path, language) : ts.createSourceFile(path, text, language)
  }
  const program = ts.createProgram([file], options, host)
  // The sources it uses are checked with everything else.
  const own = program.getSourceFile(file)
  return ts
    .getPreEmitDiagnostics(program, own)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

async function linesOf(code: string): Promise<string[]> {
  const bundled = await build({
    stdin: { contents: `${code}\nexport {}`, loader: 'ts', resolveDir: root },
    alias: ENTRIES,
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'silent',
  })
  const printed: string[] = []
  const run = new Function('console', 'require', 'module', bundled.outputFiles[0]?.text ?? '')
  run(
    { log: (...words: readonly unknown[]) => printed.push(...words.map(String).join(' ').split('\n')) },
    createRequire(`${root}docs/`),
    {
      exports: {},
    },
  )
  return printed
}
