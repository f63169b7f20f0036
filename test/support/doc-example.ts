// Runs the TypeScript example of a document the way a reader would: type-checked, then executed, its output collected.
// Promise: `aftersale/engine` stands for the sources here; nothing is written to disk.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ENTRY = `${root}src/engine.ts`

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
    paths: { 'aftersale/engine': [ENTRY] },
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (path) => path === file || fileExists(path)
  host.readFile = (path) => (path === file ? code : readFile(path))
  host.getSourceFile = (path, language) =>
    path === file ? ts.createSourceFile(path, code, language) : getSourceFile(path, language)
  const program = ts.createProgram([file], options, host)
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

async function linesOf(code: string): Promise<string[]> {
  const bundled = await build({
    stdin: { contents: `${code}\nexport {}`, loader: 'ts', resolveDir: root },
    alias: { 'aftersale/engine': ENTRY },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'silent',
  })
  const printed: string[] = []
  const run = new Function('console', 'require', 'module', bundled.outputFiles[0]?.text ?? '')
  run({ log: (line: unknown) => printed.push(...String(line).split('\n')) }, () => ({}), { exports: {} })
  return printed
}
