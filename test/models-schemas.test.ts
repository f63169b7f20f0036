// The schemas of the models beside after-sale hold for everything that ships of them, and refuse what no rule may say.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ruleFiles } from '../scripts/rule-files.js'
import { FIRST, MODELS, modelOfPath } from '../src/models/domains.js'
import { compile, root, shippedSchema } from './support/schemas.js'

const others = MODELS.filter((model) => model !== FIRST)
const fixturePaths = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.json'))

describe.each(others)('%s', (model) => {
  const accepts = (name: string) => compile(shippedSchema(`${model}/${name}`))
  const byKind = { rule: accepts('rule'), condition: accepts('condition'), parameter: accepts('parameter') }
  const acceptsFixture = accepts('fixture')
  const files = ruleFiles(join(root, 'rules'), model)

  test('every document', () => {
    expect(files.length).toBeGreaterThan(10)
    for (const { path, document } of files) {
      const kind = 'event' in document ? 'rule' : 'conditions' in document ? 'condition' : 'parameter'
      byKind[kind](document)
      expect([path, byKind[kind].errors]).toEqual([path, null])
    }
  })

  test('every fixture', () => {
    const own = fixturePaths.filter((path) => modelOfPath(path) === model)
    expect(own.length).toBeGreaterThan(10)
    for (const path of own) {
      acceptsFixture(JSON.parse(readFileSync(join(root, 'fixtures', path), 'utf8')))
      expect([path, acceptsFixture.errors]).toEqual([path, null])
    }
  })

  test('no fact of after-sale', () => {
    const [rule] = files.map(({ document }) => document).filter((document) => 'event' in document)
    expect(byKind.rule(rule)).toBe(true)
    const foreign = { all: [{ fact: 'refundState', operator: 'equal', value: 'SUCCESS' }] }
    expect(byKind.rule({ ...rule, conditions: foreign })).toBe(false)
    expect(
      acceptsFixture({ 故事: 'a', 层: ['店铺'], 步骤: [{ 发生: 'b', 动作: '同意退款', 期望: { 结果: '可处理' } }] }),
    ).toBe(false)
  })
})
