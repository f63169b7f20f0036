// What is generated is fresh, and the documents under rules/ keep the house rules that no loader checks.
// The catalogue's ids and the order of the header's keys are written down apart from the documents.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { generatedFiles } from '../scripts/generated-files.js'
import { citedBy, ruleFiles, sourceDocuments } from '../scripts/rule-files.js'
import { HEADER_ORDER } from '../src/engine/document.js'
import { createDecider } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { CATALOGUE_IDS } from './support/catalogue-ids.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = ruleFiles(join(root, 'rules'))
const idOf = (document: object) => String((document as { id?: unknown }).id)

describe('generated files', () => {
  test.each(generatedFiles(root).map(({ path, text }) => ({ path, text })))('$path is fresh', ({ path, text }) => {
    // A stale file is brought up to date with `npm run generate`.
    expect(readFileSync(join(root, path), 'utf8') === text).toBe(true)
  })

  test('generating twice gives the same bytes', () => {
    expect(generatedFiles(root)).toEqual(generatedFiles(root))
  })
})

describe('the packs', () => {
  test('every document stands in exactly one pack, except those that packs share', () => {
    const packed = [...law, ...taobao, ...sop].map(idOf)
    const ids = files.map(({ document }) => idOf(document)).filter((id) => !id.startsWith('parameters/'))
    expect(ids.length).toBeGreaterThan(40)
    for (const id of ids) expect(packed.filter((one) => one === id)).toEqual([id])
  })

  test('each pack has the sources it cites, and no others', () => {
    const known = sourceDocuments(join(root, 'rules')).map(idOf)
    for (const pack of [law, taobao, sop]) {
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
    const order: readonly string[] = HEADER_ORDER
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
    const cited = new Set(citedBy(files.map(({ document }) => document)))
    expect([...cited].sort()).toEqual(sourceDocuments(join(root, 'rules')).map(idOf).sort())
  })

  test('the catalogue has 130 rows', () => {
    expect(new Set(CATALOGUE_IDS).size).toBe(130)
    expect(CATALOGUE_IDS.length).toBe(130)
  })
})
