// What `ask` and `trace` take beside a typed case: facts of the shop's own, and cases no type knows of, with every model.
// Promise: the compiler is the test of what is accepted, the editor's own service of what it completes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { ComplaintDecider } from '../src/complaints.js'
import { AfterSaleError, type Case, type ChineseCase, createDecider, type Decider } from '../src/index.js'
import type { ReviewDecider } from '../src/reviews.js'
import type { ServiceLevelDecider } from '../src/service-levels.js'
import { ROOT } from './support/pages.js'

const decider = createDecider({
  rules: [],
  facts: {
    level: {
      label: { zh: '会员等级', en: 'member level' },
      kind: 'integer',
      min: 0,
      max: 9,
      role: 'circumstance',
      question: { zh: '请问是几级会员？', en: 'Which level?' },
      ask: ['buyer'],
    },
  },
})

/** What may be asked about. */
type Asked<D extends { readonly ask: (...words: never) => unknown }> = Parameters<D['ask']>[0]
/** What may be traced. */
type Traced<D extends { readonly trace: (...words: never) => unknown }> = Parameters<D['trace']>[0]
type Taken = Case | ChineseCase | Readonly<Record<string, unknown>>
type OfOthers = ReviewDecider | ComplaintDecider | ServiceLevelDecider

describe('a case to ask about or to trace', () => {
  it('may hold facts of the shop, or be of no type at all', () => {
    const read: Record<string, unknown> = { 申请: '换货', 会员等级: 3 }
    expect(decider.ask({ requested: 'exchange', level: 3 }, 'verdict')).toEqual([])
    expect(decider.ask(read, 'verdict')).toEqual([])
    expect(decider.trace({ requested: 'exchange', level: 3 })).toEqual([])
    expect(decider.trace(read)).toEqual([])
    expectTypeOf<Asked<Decider>>().toEqualTypeOf<Taken>()
    expectTypeOf<Traced<Decider>>().toEqualTypeOf<Taken>()
  })

  it('is an object, of facts that can be read', () => {
    // @ts-expect-error a text is no case
    expect(() => decider.ask('换货', 'verdict')).toThrow(AfterSaleError)
    // @ts-expect-error a list is no case
    expect(() => decider.trace([])).toThrow(AfterSaleError)
    expect(() => decider.ask({ level: 'gold' }, 'verdict')).toThrow(AfterSaleError)
  })

  it('is so with every model', () => {
    expectTypeOf<Readonly<Record<string, unknown>>>().toExtend<Asked<OfOthers>>()
    expectTypeOf<Readonly<Record<string, unknown>>>().toExtend<Traced<OfOthers>>()
  })

  it('to decide stays typed: a slip is found before it runs', () => {
    // @ts-expect-error a fact of the shop's own goes to safeDecide
    expect(decider.decide({ requested: 'exchange', level: 3 }).outcome).toBe('needs-review')
    expect(decider.safeDecide({ requested: 'exchange', level: 3 }).ok).toBe(true)
  })

  it('is completed by an editor, facts and values', () => {
    const [facts, values, traced] = completed([
      "decider.ask({ /* here */ }, 'verdict')",
      "decider.ask({ requested: '/* here */' }, 'verdict')",
      'decider.trace({ /* here */ })',
    ])
    expect(facts).toEqual(expect.arrayContaining(['requested', '申请']))
    expect(values).toContain('exchange')
    expect(traced).toEqual(expect.arrayContaining(['requested', '申请']))
  })
})

/** What an editor offers at the comment of each line. */
function completed(lines: readonly string[]): string[][] {
  const file = join(ROOT, 'test/open-case-editor.ts')
  const text = ["import type { Decider } from '../src/index.js'", 'declare const decider: Decider', ...lines].join('\n')
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT)
  const editor = ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => ts.ScriptSnapshot.fromString(path === file ? text : readFileSync(path, 'utf8')),
    getCurrentDirectory: () => ROOT,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  })
  const places = [...text.matchAll(/\/\* here/g)].map(({ index }) => index)
  return places.map((place) => editor.getCompletionsAtPosition(file, place, {})?.entries.map(({ name }) => name) ?? [])
}
