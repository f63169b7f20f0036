// What the two README files say is what happens.
// Promise: their code is type-checked and run, the sheet they show is compared, options and scripts they name exist, and
// every link of every page leads somewhere.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { helpFor } from '../src/cli/help.js'
import { law, taobao } from '../src/rules.js'
import { anchorsIn, blocksOf, pagesBelow, ROOT, readText } from './support/pages.js'

const readmes = ['README.md', 'README.zh.md'] as const
const pages = pagesBelow()
const { scripts } = JSON.parse(readText('package.json')) as { readonly scripts: Readonly<Record<string, string>> }

const temporary = mkdtempSync(join(tmpdir(), 'aftersale-readme-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

/** The sample of a README as a program on the source instead of the package, and what it says it prints. */
function sampleOf(readme: string): { readonly file: string; readonly says: readonly string[] } {
  const [sample = '', ...others] = blocksOf(readText(readme), 'ts')
  expect(others).toEqual([])
  const program = sample
    .replaceAll("'aftersale/rules'", `'${join(ROOT, 'src/rules.ts')}'`)
    .replaceAll("'aftersale'", `'${join(ROOT, 'src/index.ts')}'`)
  expect(program).not.toContain("from 'aftersale")
  const file = join(temporary, `${readme.replaceAll('.', '-')}.ts`)
  writeFileSync(file, program)
  const printing = sample.split('\n').filter((line) => line.includes('console.log('))
  return { file, says: printing.map((line) => /\) \/\/ (.+)$/.exec(line)?.[1] ?? `no comment on: ${line}`) }
}

describe('README', () => {
  it.each(readmes)('%s: its code prints what stands beside it', async (readme) => {
    const { file, says } = sampleOf(readme)
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    try {
      await import(/* @vite-ignore */ file)
      expect(log.mock.calls.map((words) => words.join(' '))).toEqual(says)
    } finally {
      log.mockRestore()
    }
    expect(says.length).toBeGreaterThan(8)
  })

  it('its code passes the type check', () => {
    const files = readmes.map((readme) => sampleOf(readme).file)
    const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT)
    const program = ts.createProgram(files, {
      ...options,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      typeRoots: [join(ROOT, 'node_modules/@types')],
    })
    const problems = files.flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(file)))
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  })

  it('the example command prints the sheet shown', () => {
    const [runner, ...words] = (scripts.example ?? '').split(' ')
    expect(runner).toBe('tsx')
    const run = spawnSync(process.execPath, ['--import', 'tsx', ...words], { cwd: ROOT, encoding: 'utf8' })
    expect(run.status, run.stderr).toBe(0)
    const printed = run.stdout.split('\n')
    for (const readme of readmes) {
      const [sheet = ''] = blocksOf(readText(readme), '').filter((block) => block.includes('←'))
      const lines = sheet.trimEnd().split('\n')
      expect(lines.length).toBeGreaterThan(5)
      for (const line of lines) expect(printed, readme).toContain(line)
    }
  })

  it('names the options of the command line, all of them', () => {
    const options = (text: string) => [...new Set(text.match(/--[a-z]+/g))].sort()
    const there = options(helpFor(undefined, 'en')).filter((option) => !['--help', '--version'].includes(option))
    for (const readme of readmes) {
      const [usage = ''] = blocksOf(readText(readme), '').filter((block) => block.includes('npx aftersale'))
      expect(options(usage), readme).toEqual(there)
    }
  })

  it('says that law and platform packs ship, as they do', () => {
    expect(taobao.length).toBeGreaterThan(60)
    expect(law.length).toBeGreaterThan(60)
    expect(readText('README.md')).toContain('`law` and `taobao` ship')
    expect(readText('README.zh.md')).toContain('`taobao` 包是平台规则')
  })
})

describe('pages', () => {
  it.each(pages)('%s: every link leads somewhere', (page) => {
    const text = readText(page).replaceAll(/```[\s\S]*?```/g, '')
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? join(ROOT, page) : resolve(ROOT, dirname(page), path)
      expect(existsSync(file), `${target} → ${relative(ROOT, file)}`).toBe(true)
      if (anchor !== undefined) expect(anchorsIn(readFileSync(file, 'utf8')), target).toContain(anchor)
    }
  })

  it.each(pages)('%s: every script it names is there', (page) => {
    const named = [...readText(page).matchAll(/npm (test\b|run [\w:-]+)/g)].map(([, words = '']) => words)
    for (const words of named) expect(Object.keys(scripts), page).toContain(words.replace('run ', ''))
  })
})
