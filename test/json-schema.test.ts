// The JSON Schemas that ship: every document of ours passes, and each kind of mistake is underlined.
// What a schema accepts or rejects is written down by hand, and held against what the loader or the reader says.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ruleFiles, sourceDocuments } from '../scripts/rule-files.js'
import { expectedWords } from '../src/domain/expectation.js'
import type { FactKind } from '../src/engine/declaration.js'
import { parseCaseValue, parseLiteral } from '../src/engine/fact-value.js'
import { caseSchema, conditionSchema, parameterSchema, ruleSchema } from '../src/engine/json-schema.js'
import { caseValueSchema, literalSchema } from '../src/engine/json-schema-values.js'
import { defineModel } from '../src/engine/model.js'
import { readCase } from '../src/engine/read-case.js'
import { loadRuleSet } from '../src/engine/ruleset.js'
import { checkDeadline, deadlineWords } from '../src/models/after-sale/deadline-term.js'
import { afterSaleDomain } from '../src/models/after-sale/domain.js'
import { afterSale } from '../src/models/after-sale/model.js'
import { deadlineSchema } from '../src/models/deadlines/schema.js'
import { FIRST, modelOfPath } from '../src/models/domains.js'
import { compile, root, shippedSchema } from './support/schemas.js'

const files = ruleFiles(join(root, 'rules'))
const acceptsCase = compile(shippedSchema('case'))
const acceptsRule = compile(shippedSchema('rule'))
const acceptsCondition = compile(shippedSchema('condition'))
const acceptsParameter = compile(shippedSchema('parameter'))
const acceptsFixture = compile(shippedSchema('fixture'))

function typeOf(document: object): 'rule' | 'condition' | 'parameter' {
  return 'event' in document ? 'rule' : 'conditions' in document ? 'condition' : 'parameter'
}

describe('what ships', () => {
  test.each(files.map((file) => ({ ...file })))('$path', ({ document }) => {
    const accepts = { rule: acceptsRule, condition: acceptsCondition, parameter: acceptsParameter }[typeOf(document)]
    accepts(document)
    expect(accepts.errors).toBe(null)
  })

  test('each document points to the schema it is checked by', () => {
    for (const { path, document } of files) {
      const up = '../'.repeat(path.split('/').length)
      expect(document.$schema).toBe(`${up}schemas/${typeOf(document)}.schema.json`)
    }
  })

  test('the sources', () => {
    const accepts = compile(shippedSchema('sources'))
    expect(accepts(sourceDocuments(join(root, 'rules')))).toBe(true)
    expect(accepts([{ id: 'a', name: { zh: '甲', en: 'a' }, checked: '2026-02-30' }])).toBe(false)
  })

  const fixtures = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.json') && modelOfPath(path) === FIRST,
  )
  test('every fixture file', () => {
    for (const path of fixtures) {
      acceptsFixture(JSON.parse(readFileSync(join(root, 'fixtures', path), 'utf8')))
      expect([path, acceptsFixture.errors]).toEqual([path, null])
    }
  })
})

const HEADER = {
  id: 'shop/own/rule',
  title: '自有规则',
  layer: 'shop',
  source: { document: 'handbook', clause: '1', summary: '自有' },
  effective: { from: '2026-01-01' },
}

function ruleWith(conditions: object, event: object = { type: 'settle', params: { verdict: 'accept' } }): object {
  return { ...HEADER, conditions, event }
}

function leaf(fact: string, operator: string, value: unknown): object {
  return ruleWith({ all: [{ fact, operator, value }] })
}

function loads(document: object): boolean {
  return loadRuleSet(afterSale, [{ file: '', document }]).ok
}

/** Schema and loader say the same of a rule that stands alone. */
function expectBoth(document: object, accepted: boolean): void {
  expect([acceptsRule(document), loads(document)]).toEqual([accepted, accepted])
}

describe('leaves of a rule', () => {
  test.each([
    ['enum', 'shopType', 'equal', 'c-shop', 'taobao'],
    ['enum in Chinese', 'shopType', 'equal', 'tmall', '商城'],
    ['list', 'shopType', 'in', ['c-shop', 'mt'], 'c-shop'],
    ['list item', 'shopType', 'notIn', ['mt'], ['mt', 'x']],
    ['empty list', 'shopType', 'in', ['mt'], []],
    ['single value', 'shopType', 'notEqual', 'mt', ['mt']],
    ['boolean', 'freeShipping', 'equal', true, 'true'],
    ['boolean as number', 'freeShipping', 'equal', false, 0],
    ['money', 'paid', 'greaterThan', 88.1, '88.10'],
    ['money to the fen', 'paid', 'equal', 0.29, 0.295],
    ['money below zero', 'paid', 'lessThan', 1_000_000, -1],
    ['integer', 'daysSinceSigning', 'lessThanInclusive', 7, 7.5],
    ['integer as text', 'quantityBought', 'equal', 2, '2'],
    ['instant', 'signedAt', 'lessThan', '2026-06-28 18:00', '2026-06-28'],
    ['instant with offset', 'signedAt', 'greaterThan', '2026-06-28T18:00:00+08:00', '2026-06-28 24:00'],
    ['none', 'refundState', 'equal', 'none', '无'],
    ['none where there is always one', 'shopType', 'equal', 'mt', 'none'],
    ['none is not ordered', 'signedAt', 'equal', 'none', { fact: 'none' }],
    [
      'setting of the kind',
      'daysSinceSigning',
      'lessThanInclusive',
      { fact: 'afterSalePeriodDays' },
      { fact: 'pointsRate' },
    ],
    ['no other fact', 'paid', 'equal', 10, { fact: 'appliedAmount' }],
  ])('%s: %s %s', (_, fact, operator, right, wrong) => {
    expectBoth(leaf(fact, operator, right), true)
    expectBoth(leaf(fact, operator, wrong), false)
  })

  test.each([
    ['shopType', 'lessThan', 'mt'],
    ['freeShipping', 'in', [true]],
    ['paid', 'contains', 1],
    ['signedAt', 'greaterThan', 'none'],
    ['returnContent', 'equal', '裙子'],
    ['noSuchFact', 'equal', true],
    ['verdict', 'equal', 'accept'],
    ['appliedAmountIs', 'equal', 'equal'],
    ['daysSinceSigning', 'in', { fact: 'afterSalePeriodDays' }],
  ])('%s takes no %s', (fact, operator, value) => {
    expectBoth(leaf(fact, operator, value), false)
  })

  test('the outermost condition is a group or a named condition', () => {
    const bare = { fact: 'freeShipping', operator: 'equal', value: true }
    expectBoth(ruleWith({ all: [bare] }), true)
    expectBoth(ruleWith({ not: bare }), true)
    expectBoth(ruleWith(bare), false)
  })

  test('rules of the second stage also read answers', () => {
    const handle = (conditions: object) =>
      ruleWith({ all: [conditions] }, { type: 'handle', params: { tasks: { 'pay-out': true } } })
    expectBoth(handle({ fact: 'verdict', operator: 'equal', value: 'accept' }), true)
    expectBoth(handle({ fact: 'deductions.outbound-postage', operator: 'equal', value: true }), true)
    expectBoth(handle({ fact: 'appliedAmountIs', operator: 'equal', value: 'higher' }), true)
    expectBoth(handle({ fact: 'verdict', operator: 'equal', value: 'yes' }), false)
    expectBoth(handle({ fact: 'tasks.pay-out', operator: 'equal', value: true }), false)
  })

  test('groups', () => {
    const one = { fact: 'freeShipping', operator: 'equal', value: true }
    expectBoth(ruleWith({ any: [{ not: { all: [one, one] } }] }), true)
    expectBoth(ruleWith({ all: [] }), false)
    expectBoth(ruleWith({ all: [one], any: [one] }), false)
    expectBoth(ruleWith({ all: [{ ...one, path: '$.x' }] }), false)
    expectBoth(ruleWith({ all: [{ fact: 'freeShipping', operator: 'equal' }] }), false)
    expectBoth(ruleWith({ not: [one] }), false)
    expectBoth(ruleWith({ all: [{ condition: 'no-such-condition' }] }), false)
    expect(acceptsRule(ruleWith({ all: [{ condition: 'shop-at-fault' }] }))).toBe(true)
  })
})

describe('answers of a rule', () => {
  const always = { all: [{ fact: 'asOf', operator: 'greaterThan', value: '2000-01-01 00:00' }] }
  const settles = (params: object) => ruleWith(always, { type: 'settle', params })

  test.each([
    [{ verdict: 'refuse' }, true],
    [{ verdict: null }, true],
    [{ verdict: 'maybe' }, false],
    [{ noSuchQuestion: true }, false],
    [{}, false],
    [{ offer: { repair: true, gift: false } }, true],
    [{ offer: { repair: 'yes' } }, false],
    [{ offer: { flowers: true } }, false],
    [{ offer: true }, false],
    [{ compensation: 88.5 }, true],
    [{ compensation: '88.50' }, false],
    [{ outboundPostage: 'seller', deductions: { 'outbound-postage': false } }, true],
    [{ outboundPostage: 'seller' }, false],
    [{ tasks: { 'pay-out': true } }, false],
  ])('%j', (params, accepted) => {
    expectBoth(settles(params), accepted)
  })

  const events: readonly [unknown, boolean][] = [
    [{ days: 3, after: 'agreedAt' }, true],
    [{ workingDays: 60, after: 'signedAt' }, true],
    [{ days: 0, after: 'agreedAt' }, true],
    [{ hours: 48, after: 'appliedAt' }, true],
    [{ minutes: 5, after: 'appliedAt' }, true],
    [{ next: '15:00', after: 'returnReceivedAt' }, true],
    [{ days: 61, after: 'agreedAt' }, false],
    [{ days: -1, after: 'agreedAt' }, false],
    [{ workingDays: 0, after: 'agreedAt' }, false],
    [{ hours: 0, after: 'agreedAt' }, false],
    [{ hours: 721, after: 'agreedAt' }, false],
    [{ minutes: 0, after: 'agreedAt' }, false],
    [{ minutes: 1441, after: 'agreedAt' }, false],
    [{ next: '24:00', after: 'agreedAt' }, false],
    [{ next: 15, after: 'agreedAt' }, false],
    [{ next: '15:00' }, false],
    [{ hours: 1, minutes: 1, after: 'agreedAt' }, false],
    [{ days: 1, next: '15:00', after: 'agreedAt' }, false],
    [{ days: 1, workingDays: 1, after: 'agreedAt' }, false],
    [{ days: 1.5, after: 'agreedAt' }, false],
    [{ days: 7, after: 'agreedAt', rollOver: 'statutory' }, true],
    [{ days: 7, after: 'agreedAt', rollOver: 'sometimes' }, false],
    [{ hours: 7, after: 'agreedAt', rollOver: 'weekend' }, false],
    [{ days: 1 }, false],
    [{ days: 1, after: 'paid' }, false],
    ['2026-06-28', false],
  ]
  test.each(events)('deadline %j', (term, accepted) => {
    const handles = ruleWith(always, { type: 'handle', params: { deadlines: { 'pay-out': term } } })
    expectBoth(handles, accepted)
    expect([
      compile(deadlineSchema(deadlineWords))(term),
      checkDeadline(JSON.parse(JSON.stringify(term))) === undefined,
    ]).toEqual([accepted, accepted])
  })

  test('the header', () => {
    const rule = settles({ verdict: 'accept' })
    expectBoth({ ...rule, layer: 'court' }, false)
    expectBoth({ ...rule, id: 'Shop/Rule' }, false)
    expectBoth({ ...rule, extra: 1 }, false)
    expectBoth({ ...rule, source: { document: 'a', clause: 'b' } }, false)
    expectBoth({ ...rule, effective: { from: '2026-13-01' } }, false)
    expectBoth({ ...rule, effective: { from: '2026-01-01', by: 'paid' } }, false)
    expectBoth({ ...rule, effective: { from: '2026-01-01', by: 'signedAt' } }, true)
    expectBoth({ ...rule, title: '长'.repeat(121) }, false)
    expectBoth({ ...rule, mandatory: true }, false)
    expectBoth({ ...rule, layer: 'law', mandatory: true }, true)
    const answering = (type: string, params: object) => ({ ...rule, event: { type, params } })
    expectBoth(answering('handle', { extendReceipt: 3 }), true)
    expectBoth(answering('handle', { extendReceipt: 4 }), false)
    expectBoth(answering('settle', { deductions: {} }), false)
  })
})

describe('named conditions and parameters', () => {
  const condition = (conditions: object) => ({ ...HEADER, id: 'shop/conditions/own', conditions })

  test('a named condition reads facts, no answers', () => {
    const accepts = (leaf: object) => acceptsCondition(condition({ all: [leaf] }))
    expect(accepts({ fact: 'freeShipping', operator: 'equal', value: true })).toBe(true)
    expect(accepts({ fact: 'verdict', operator: 'equal', value: 'accept' })).toBe(false)
    expect(accepts({ fact: 'freeShipping', operator: 'in', value: [true] })).toBe(false)
    expect(acceptsCondition(condition({ fact: 'freeShipping', operator: 'equal', value: true }))).toBe(false)
  })

  test.each([
    ['rate', 0.0005, 0.00001],
    ['money', 12.34, 0.001],
    ['integer', -3, 2.5],
    ['duration', 7, '7'],
  ])('a %s', (kind, right, wrong) => {
    const parameter = (value: unknown) => ({
      id: 'parameters/own',
      title: '自有参数',
      kind,
      by: 'asOf',
      values: [{ from: '2026-01-01', value, source: HEADER.source }],
    })
    expect(acceptsParameter(parameter(right))).toBe(true)
    expect(acceptsParameter(parameter(null))).toBe(true)
    expect(acceptsParameter(parameter(wrong))).toBe(false)
    expect([loads(parameter(right)), loads(parameter(null)), loads(parameter(wrong))]).toEqual([true, true, false])
    expect(acceptsParameter({ ...parameter(right), by: 'paid' })).toBe(false)
  })
})

describe('cases', () => {
  test.each([
    [{ shopType: 'c-shop', 包邮: true, 实付金额: '88.00' }, true],
    [{ 店铺类型: 'C店', freeShipping: '是', 签收时间: '2026-06-23 18:00' }, true],
    [{ shopType: { oneOf: ['c-shop', 'MT'] }, 实付金额: { 至少: '10', atMost: '20.5' } }, true],
    [{ 退款状态: '无', 签收时间: 'none', 记录完整: '是' }, true],
    [{ 约定: { 结论: '支持', 扣除项: { 扣发货邮费: '否' }, 赔付: '8.50', 经办: '主管' } }, true],
    [{ agreed: { verdict: 'accept', by: 'supervisor' }, recordsComplete: false }, true],
    [{ shopType: 'ebay' }, false],
    [{ shopKind: 'tmall' }, false],
    [{ 店铺类型: '无' }, false],
    [{ 包邮: '对' }, false],
    [{ 实付金额: 88 }, false],
    [{ 实付金额: '88.001' }, false],
    [{ 实付金额: '-1.00' }, false],
    [{ 签收时间: '2026-02-30 10:00' }, false],
    [{ 签收时间: '2026-06-23 18:00:30+08:00' }, true],
    [{ 签收时间: '2026-06-23' }, false],
    [{ quantityBought: 1.5 }, false],
    [{ shopType: { oneOf: [] } }, false],
    [{ shopType: { atLeast: 'mt' } }, false],
    [{ 实付金额: {} }, false],
    [{ 约定: { 结论: '支持' } }, false],
    [{ 约定: { 结论: '随便', 经办: '主管' } }, false],
    [{ 记录完整: 1 }, false],
  ])('%j', (input, accepted) => {
    expect([acceptsCase(input), readCase(afterSale, input).ok]).toEqual([accepted, accepted])
  })

  test('every fact has a title and a question for the editor, under both of its names', () => {
    const { properties, definitions } = shippedSchema('case') as {
      properties: Record<string, { $ref: string }>
      definitions: Record<string, { title: string; description: string }>
    }
    for (const [id, { label, question }] of Object.entries(afterSale.declaration.facts)) {
      expect(properties[label.zh]).toEqual(properties[id])
      expect(definitions[`fact.${id}`]?.title).toBe(label.zh)
      expect(definitions[`fact.${id}`]?.description).toContain(question.en)
    }
  })
})

describe('fixtures', () => {
  const fixture = (期望: object, 案情: object = { 店铺类型: 'C店' }) => ({
    规则: 'shop/own/rule',
    案例: [{ 名称: '一', 案情, 期望 }],
  })

  test('exactly the words that can be expected', () => {
    const { definitions } = shippedSchema('fixture') as { definitions: Record<string, { properties: object }> }
    expect(new Set(Object.keys(definitions.期望?.properties ?? {}))).toEqual(new Set(expectedWords(afterSaleDomain)))
  })

  test.each([
    [fixture({ 退款金额: '80.00', 发货邮费承担: '买家', 结果: '可处理' }), true],
    [fixture({ 退款金额: { 至少: '0.00', 至多: '88.00' }, 扣除项: ['扣发货邮费'], 旗帜: '红' }), true],
    [fixture({ 发货邮费承担: '不产生', 任务: ['打款', '收货验货（未定）'], 期限: { 打款期限: '2026-07-01' } }), true],
    [fixture({ 退款金额: 80 }), false],
    [fixture({ 发货邮费承担: 'buyer' }), false],
    [fixture({ 运费承担: '买家' }), false],
    [fixture({ 任务: ['打钱'] }), false],
    [fixture({}), false],
    [fixture({ 结论: '支持' }, { 店铺类型: '京东' }), false],
    [
      {
        故事: '退货',
        层: ['店铺'],
        步骤: [{ 发生: '卖家同意', 动作: '同意退款', 期望: { 退款状态: '退款协议达成，等待买家退货' } }],
      },
      true,
    ],
    [{ 故事: '退货', 层: ['店铺'], 步骤: [{ 发生: '改口', 案情: { 原因: null }, 期望: { 结论: '支持' } }] }, true],
    [{ 故事: '退货', 层: ['法院'], 步骤: [{ 发生: '申请', 期望: { 结论: '支持' } }] }, false],
    [{ 故事: '退货', 层: ['店铺'], 步骤: [{ 发生: '申请', 动作: '同意吧', 期望: { 结论: '支持' } }] }, false],
  ])('%j', (input, accepted) => {
    expect(acceptsFixture(input)).toBe(accepted)
  })
})

describe('values per kind', () => {
  const kinds: readonly FactKind[] = [
    { kind: 'enum', values: { a: { zh: '甲', en: 'a' } } },
    { kind: 'boolean' },
    { kind: 'integer', min: -2, max: 2 },
    { kind: 'money' },
    { kind: 'rate' },
    { kind: 'date' },
    { kind: 'instant' },
    { kind: 'duration', unit: 'day', max: 3 },
  ]
  const values = [
    ...['a', '甲', 'true', '2', '0x10', '1e3', '88.5', '88.50', '1.', '.5', '01', '1000000', '', ' 1'],
    ...[
      '2026-06-28',
      '2026-6-28',
      '2026-06-31',
      '1969-12-31',
      '2026-06-28 18:00',
      '2026-06-28T18:00:00.123Z',
      '2026-06-28 18:00:00.123',
    ],
    ...[true, false, 0, 1, 2, 3, -2, -3, 1.5, 0.29, 88.1, 1.13, 0.0001, 0.00001, 1_000_001, null, [], {}],
  ]

  test.each(kinds)('$kind: what a schema accepts can be read', (kind) => {
    const literal = compile(literalSchema(kind))
    const spoken = compile(caseValueSchema(kind))
    expect(values.some((value) => literal(value))).toBe(true)
    for (const value of values) {
      if (literal(value)) expect([value, parseLiteral(kind, value)]).not.toEqual([value, undefined])
      const words = kind.kind === 'enum' && value === '甲'
      if (spoken(value) && !words) expect([value, parseCaseValue(kind, value)]).not.toEqual([value, undefined])
    }
  })
})

test('a model without settings, conditions, parameters or floors has schemas too', () => {
  const model = defineModel({
    id: 'smallest',
    title: { zh: '最小', en: 'smallest' },
    clock: 'now',
    parties: {},
    facts: {
      now: {
        label: { zh: '现在', en: 'now' },
        kind: 'instant',
        role: 'circumstance',
        ask: [],
        question: { zh: '几点？', en: 'When?' },
      },
    },
    questions: {
      late: {
        kind: 'choice',
        stage: 'only',
        label: { zh: '晚了吗', en: 'late' },
        values: { no: { zh: '没', en: 'no' } },
      },
    },
    layers: { house: { label: { zh: '家', en: 'house' } } },
    stages: ['only'],
  })
  const words = { conditions: [], parameters: [] }
  const rule = {
    ...HEADER,
    layer: 'house',
    conditions: { all: [{ fact: 'now', operator: 'lessThan', value: '2026-01-01 00:00' }] },
    event: { type: 'only', params: { late: 'no' } },
  }
  expect(compile(ruleSchema(model, words))(rule)).toBe(true)
  expect(compile(ruleSchema(model, words))({ ...rule, mandatory: true })).toBe(false)
  expect(compile(conditionSchema(model, words))({ ...HEADER, layer: 'house', conditions: { condition: 'x' } })).toBe(
    false,
  )
  expect(compile(parameterSchema(model))({})).toBe(false)
  expect(compile(caseSchema(model))({ 现在: '2026-01-01 00:00' })).toBe(true)
})
