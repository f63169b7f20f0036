// What is generated is fresh, and the documents under rules/ keep the house rules that no loader checks.
// The catalogue's ids and the order of the header's keys are written down apart from the documents.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../scripts/catalogue-rows.js'
import { generatedFiles } from '../scripts/generated-files.js'
import { citedBy, jsonFiles, ruleFiles, sourceDocuments } from '../scripts/rule-files.js'
import { questionLabel } from '../src/domain/words.js'
import { ruleShape } from '../src/engine/document.js'
import { afterSale, createDecider } from '../src/index.js'
import { refundSteps } from '../src/models/after-sale/refund-status.js'
import { MODELS } from '../src/models/domains.js'
import { complaintRules, law, reviewRules, serviceLevelRules, sop, taobao } from '../src/rules.js'
import { CATALOGUE_IDS } from './support/catalogue-ids.js'
import { allFixtureFiles, fixtureFiles } from './support/fixture-files.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const byModel = MODELS.map((model) => ruleFiles(join(root, 'rules'), model))
const files = byModel.flat()
const idOf = (document: object) => String((document as { id?: unknown }).id)

const generated = generatedFiles(root)

describe('generated files', () => {
  test.each(generated.map(({ path, text }) => ({ path, text })))('$path is fresh', ({ path, text }) => {
    // A stale file is brought up to date with `npm run generate`.
    expect(readFileSync(join(root, path), 'utf8') === text).toBe(true)
  })

  test('generating twice gives the same bytes', () => {
    expect(generatedFiles(root)).toEqual(generated)
  })
})

describe('docs/rules.md', () => {
  const page = readFileSync(join(root, 'docs/rules.md'), 'utf8')

  test('reads out every rule and named condition once, in order', () => {
    const ids = [...page.matchAll(/^`(.+)`$/gm)].map(([, id]) => id)
    const areaFirst = (id: string) => [id.slice(0, id.lastIndexOf('/')), id].join(' ')
    const byArea = (a: string, b: string) => (areaFirst(a) < areaFirst(b) ? -1 : 1)
    const read = byModel.map((own) =>
      own.flatMap(({ document }) => ('conditions' in document ? [idOf(document)] : [])).sort(byArea),
    )
    expect(ids).toEqual(read.flat())
  })

  test('shows no id of a fact, an operator or a value', () => {
    const inConditions = page.split('\n').filter((line) => /^ *- /.test(line) && !line.includes('](#'))
    expect(inConditions.length).toBeGreaterThan(100)
    expect(inConditions.filter((line) => /[a-z]{3}|\{|undefined/.test(line))).toEqual([])
  })
})

describe('docs/floors.md', () => {
  const page = readFileSync(join(root, 'docs/floors.md'), 'utf8')
  const chained = afterSale.questions.filter(({ favour }) => favour !== undefined)

  test('has every question with a chain of favour: with its pairs, or among those that never part', () => {
    const [pairs = '', rest = ''] = page.split('## 没有分开的')
    for (const { id } of chained) {
      const label = questionLabel(afterSale, id, 'zh')
      expect([id, pairs.includes(`## ${label}\n`) !== rest.includes(label)]).toEqual([id, true])
    }
  })

  test('names a fixture for every pair', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| ['))
    expect(rows.length).toBeGreaterThan(15)
    const named = rows.map((row) => /\(\.\.\/fixtures\/([^)]+)\.json\)/.exec(row)?.[1])
    expect(named.filter((path) => !fixtureFiles.some((file) => file.path === path))).toEqual([])
  })
})

describe('docs/coverage.md', () => {
  const page = readFileSync(join(root, 'docs/coverage.md'), 'utf8')
  const lineOf = (row: string) => page.split('\n').filter((line) => line.startsWith(`| ${row} |`))
  const rules = files.filter(({ document }) => 'event' in document)
  const coversOf = (document: (typeof files)[number]['document']) => (document.covers ?? []) as readonly string[]
  const stepped = new Set(refundSteps.flatMap(({ covers }) => covers))

  test('has each row of the catalogue on one line', () => {
    const rows = CATALOGUE.flatMap((group) => Object.keys(group.rows))
    expect([...rows].sort()).toEqual([...CATALOGUE_IDS].sort())
    expect(CATALOGUE_IDS.filter((row) => lineOf(row).length !== 1)).toEqual([])
  })

  test('names every rule behind a row with the number of its cases', () => {
    for (const { document } of rules) {
      const fixture = allFixtureFiles.find(({ path }) => path === idOf(document))?.content as {
        案例: readonly object[]
      }
      for (const row of coversOf(document)) {
        expect(lineOf(row)[0]).toContain(`[${String(document.title)}](rules.md#`)
        expect(lineOf(row)[0]).toContain(`（${fixture.案例.length}）`)
      }
    }
  })

  test('says of exactly the rows without a rule or a step that they have none', () => {
    const bare = CATALOGUE_IDS.filter(
      (row) => !stepped.has(row) && !rules.some(({ document }) => coversOf(document).includes(row)),
    )
    expect(CATALOGUE_IDS.filter((row) => lineOf(row)[0]?.includes('**没有规则**'))).toEqual(bare)
    expect(page).toContain(`130 行中有 ${130 - bare.length} 行`)
  })

  test('names the stories that rest on a rule or take a step', () => {
    expect(lineOf('SL-03')[0]).toContain('night-shift-enquiry')
    expect(lineOf('RS-08')[0]).toContain('return-waybill-overdue')
  })
})

describe('the packs', () => {
  test('every document stands in exactly one pack, except those that packs share', () => {
    const packed = [law, taobao, sop, reviewRules, complaintRules, serviceLevelRules].flat().map(idOf)
    const ids = files.map(({ document }) => idOf(document)).filter((id) => !id.startsWith('parameters/'))
    expect(ids.length).toBeGreaterThan(40)
    for (const id of ids) expect(packed.filter((one) => one === id)).toEqual([id])
  })

  test('each pack has the sources it cites, and no others', () => {
    const known = sourceDocuments(join(root, 'rules')).map(idOf)
    for (const pack of [law, taobao, sop, reviewRules, complaintRules, serviceLevelRules]) {
      const sources = pack.map(idOf).filter((id) => known.includes(id))
      expect(sources.sort()).toEqual([...new Set(citedBy(pack))].sort())
    }
  })

  test('all packs load together', () => {
    expect(createDecider({ rules: [...law, ...taobao, ...sop] }).ruleSet).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('the documents', () => {
  test.each(files.map((file) => ({ ...file })))('$path', ({ path, document }) => {
    expect(idOf(document)).toBe(path.slice(0, -'.json'.length))
    const order = Object.keys(ruleShape.shape)
    const keys = Object.keys(document).filter((key) => order.includes(key))
    expect(keys).toEqual(order.filter((key) => keys.includes(key)))
    const covers = Array.isArray(document.covers) ? document.covers : []
    expect(covers.filter((row) => !CATALOGUE_IDS.includes(String(row)))).toEqual([])
    expect(new Set(covers).size).toBe(covers.length)
  })

  test('titles are unique', () => {
    const titles = files.map(({ document }) => String(document.title))
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
  })

  test('every source that is cited is listed, and every listed one is cited', () => {
    const cited = new Set(citedBy(jsonFiles(join(root, 'rules')).map(({ document }) => document)))
    expect([...cited].sort()).toEqual(sourceDocuments(join(root, 'rules')).map(idOf).sort())
  })

  test('the catalogue has 130 rows', () => {
    expect(new Set(CATALOGUE_IDS).size).toBe(130)
    expect(CATALOGUE_IDS.length).toBe(130)
  })
})
