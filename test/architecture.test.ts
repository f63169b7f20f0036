// The house rules of the source that no linter checks: who may import whom, where a library stays, which words stay out.
// Each rule is also tried on a line that breaks it, so that a check that sees nothing fails.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface SourceFile {
  /** Path below the root, with forward slashes. */
  readonly path: string
  readonly text: string
}

const sources: readonly SourceFile[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .sort()
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
const library = sources.filter(({ path }) => !path.startsWith('src/cli/'))

/** What a file imports: packages by name, files by path below the root. */
function importsOf({ path, text }: SourceFile): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? posix.join(dirname(path), fileName).replace(/\.js$/, '.ts') : fileName,
    )
}

/** The text without comments; words in strings remain. */
function withoutComments(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: { removeComments: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText
}

// A file may import files of its own rank and below, never of a rank above.
const RANKS: readonly (readonly [rank: number, place: RegExp])[] = [
  [0, /^src\/(calendar|money)\.ts$/],
  [1, /^src\/engine\//],
  [2, /^src\/error\.ts$/],
  [3, /^src\/domain\//],
  [4, /^src\/models\//],
  [4, /^rules\//],
  [5, /^src\/bridge\//],
  [5, /^src\/verify\//],
  [6, /^src\/(index|rules|engine|verify|reviews|complaints|service-levels)\.ts$/],
  [7, /^src\/cli\//],
]

function rankOf(path: string): number | undefined {
  return RANKS.find(([, place]) => place.test(path))?.[0]
}

function climbs(file: SourceFile): string[] {
  const own = rankOf(file.path)
  return importsOf(file)
    .filter((path) => /^(src|rules)\//.test(path))
    .filter((path) => own === undefined || (rankOf(path) ?? 99) > own)
    .map((path) => `${file.path} → ${path}`)
}

describe('ranks', () => {
  test('every source file has one', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.filter(({ path }) => rankOf(path) === undefined).map(({ path }) => path)).toEqual([])
  })

  test.each(sources.map((file) => ({ ...file })))('$path imports nothing above it', (file) => {
    expect(climbs(file)).toEqual([])
  })

  test('a climb is seen', () => {
    expect(climbs({ path: 'src/engine/x.ts', text: "import { a } from '../models/after-sale/model.js'" })).toHaveLength(
      1,
    )
    expect(climbs({ path: 'src/calendar.ts', text: "export type { A } from './engine/model.js'" })).toHaveLength(1)
    expect(climbs({ path: 'src/models/x.ts', text: "const a = import('../index.js')" })).toHaveLength(1)
    expect(climbs({ path: 'src/models/x.ts', text: "import { a } from '../engine/model.js'" })).toEqual([])
  })

  test('what proves and tries out is for its own entry and the command line alone', () => {
    const PROVE = /^src\/verify(\.ts$|\/)/
    const users = sources.filter((file) => importsOf(file).some((path) => PROVE.test(path))).map(({ path }) => path)
    expect(users.filter((path) => !PROVE.test(path) && !path.startsWith('src/cli/'))).toEqual([])
    expect(users.length).toBeGreaterThan(3)
  })

  test('calendar and money import no file at all, the model imports no bridge', () => {
    for (const file of sources.filter(({ path }) => rankOf(path) === 0)) {
      expect(importsOf(file).filter((path) => path.startsWith('src/'))).toEqual([])
    }
  })
})

interface Manifest {
  readonly version: string
  readonly files: readonly string[]
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
}

describe('libraries', () => {
  const importers = (wanted: RegExp) =>
    sources.filter((file) => importsOf(file).some((name) => wanted.test(name))).map(({ path }) => path)

  test('each stays in its one file', () => {
    expect(importers(/^(@date-fns\/utc|date-fns)(\/|$)/)).toEqual(['src/calendar.ts'])
    expect(importers(/^json-rules-engine$/).filter((path) => !path.startsWith('src/bridge/'))).toEqual([])
  })

  test('zod is the small one, date-fns comes by subpath', () => {
    const packages = library.flatMap(importsOf).filter((name) => !/^(src|rules)\//.test(name))
    expect(packages.filter((name) => name.startsWith('zod') && name !== 'zod/mini')).toEqual([])
    expect(packages.filter((name) => name === 'date-fns' || name === '@date-fns/utc')).toEqual([])
  })

  test.each(['zod', '@stablelib/sha256'])('%s, which is built in, comes with its licence and version', (name) => {
    const page = readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8')
    const own = join(root, 'node_modules', name)
    const { version } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as Manifest
    expect(page).toContain(readFileSync(join(own, 'LICENSE'), 'utf8').trim())
    expect(page).toContain(`version ${version} (`)
  })

  test('the library imports only what it declares, and what is built in', () => {
    const { dependencies, peerDependencies, files } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Manifest
    const declared = Object.keys({ ...dependencies, ...peerDependencies, zod: '', '@stablelib/sha256': '' })
    expect(dependencies).not.toHaveProperty('zod')
    expect(dependencies).not.toHaveProperty('@stablelib/sha256')
    expect(files).toContain('THIRD-PARTY.md')
    const named = library.flatMap(importsOf).filter((name) => !/^(src|rules)\//.test(name))
    const packageOf = (name: string) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/')
    expect([...new Set(named.map(packageOf))].filter((name) => !declared.includes(name))).toEqual([])
  })
})

describe('the engine names no domain', () => {
  // `order` and `return` are ordinary English and code; what a shop means by them comes with these words.
  const DOMAIN =
    /refund|postage|parcel|courier|freight|seller|buyer|taobao|tmall|alipay|waybill|warehouse|after.?sale|exchange(?!s)|\bshops?\b|\breship|\bresale|invoice|coupon|customer|merchan|purchase|退款|退货|换货|邮费|运费|买家|卖家|店铺|淘宝|天猫|快递|售后|包邮|签收|发货|订单/iu
  const engine = sources.filter(({ path }) => path.startsWith('src/engine/') || path === 'src/engine.ts')

  test.each(engine.map((file) => ({ ...file })))('$path', ({ text }) => {
    expect(text.split('\n').filter((line) => DOMAIN.test(line))).toEqual([])
  })

  test('a domain word is seen', () => {
    for (const line of ['// the refund', 'const shop = 1', "{ zh: '退款' }", 'freightInsurance', 'AfterSaleError']) {
      expect(DOMAIN.test(line)).toBe(true)
    }
    expect(DOMAIN.test('in the order of the workshop')).toBe(false)
  })
})

describe('the library is pure', () => {
  const IMPURE =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\b|\bprocess\b|\bconsole\b|\bglobalThis\b|\bIntl\b|\btoLocale\w+|\blocaleCompare\b|\bcrypto\b|\bsetTimeout\b|\bsetInterval\b|\bqueueMicrotask\b|\bfetch\(|\brequire\(|['"]node:|\beval\(|\bnew Function\b|\bgetTimezoneOffset\b/

  test.each(library.map((file) => ({ ...file })))('$path touches no clock, zone, chance or host', ({ text }) => {
    expect(
      withoutComments(text)
        .split('\n')
        .filter((line) => IMPURE.test(line)),
    ).toEqual([])
  })

  test('only the calendar knows dates', () => {
    expect(library.filter(({ text }) => /\bDate\b/.test(withoutComments(text))).map(({ path }) => path)).toEqual([
      'src/calendar.ts',
    ])
  })

  test('an impurity is seen', () => {
    for (const line of [
      'Date.now()',
      'new Date()',
      'Math.random()',
      'process.env.TZ',
      "import 'node:fs'",
      'console.log(1)',
      "'a'.localeCompare('b')",
    ]) {
      expect(
        IMPURE.test(
          withoutComments(
            `export const a = 1; ${line}`.replace("export const a = 1; import 'node:fs'", "import 'node:fs'"),
          ),
        ),
      ).toBe(true)
    }
    expect(IMPURE.test(withoutComments('// console.log\nexport const a = 1'))).toBe(false)
  })
})

describe('files', () => {
  const linesOf = (text: string) => text.trimEnd().split('\n').length

  /** How many comment lines a file opens with. */
  function opening(text: string): number {
    const lines = text.split('\n').slice(text.startsWith('#!') ? 1 : 0)
    return lines.findIndex((line) => !line.startsWith('// '))
  }

  test.each(sources.map((file) => ({ ...file })))('$path is short and opens with what it is', ({ text }) => {
    expect(linesOf(text)).toBeLessThanOrEqual(250)
    expect(opening(text)).toBeGreaterThanOrEqual(2)
    expect(opening(text)).toBeLessThanOrEqual(4)
  })

  test('no file is a drawer', () => {
    expect(
      sources.filter(({ path }) => /\b(utils?|helpers?|common|misc)\b/.test(path)).map(({ path }) => path),
    ).toEqual([])
  })

  test('classes: the one error', () => {
    const withClass = sources.filter(({ text }) =>
      /^\s*(export )?(default )?(abstract )?class /m.test(withoutComments(text)),
    )
    expect(withClass.map(({ path }) => path)).toEqual(['src/error.ts'])
  })

  test('no escape from the types', () => {
    const ESCAPE = /\bas unknown as\b|@ts-(ignore|expect-error|nocheck)|biome-ignore|:\s*any\b|\bas any\b|<any>/
    const code = (text: string) => text.replace(/^\s*(\/\*\*|\*).*$/gm, '')
    expect(sources.filter(({ text }) => ESCAPE.test(code(text))).map(({ path }) => path)).toEqual([])
    expect(ESCAPE.test(code(' * taken as any moment'))).toBe(false)
    expect(ESCAPE.test(code('  const a = b as any'))).toBe(true)
  })
})
