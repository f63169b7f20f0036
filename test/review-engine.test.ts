// What a stern reading of the engine and its entry found: time, presumptions, loading, options, agreements.
// Promise: each test failed before the repair it belongs to; models are small and made for the point.
import { describe, expect, test } from 'vitest'
import { createModelDecider, defineModel, type FactDeclaration, type ModelDeclaration } from '../src/engine.js'
import { AfterSaleError, checkFixture, createDecider, fixtureChecker } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'

const text = (word: string) => ({ zh: `${word}（中）`, en: word })
const yesNo = (id: string, more: object = {}) =>
  ({
    kind: 'boolean',
    label: text(id),
    role: 'circumstance',
    ask: ['owner'],
    question: text(id),
    ...more,
  }) as FactDeclaration

let derivations = 0

const declaration = {
  id: 'garden',
  title: text('garden'),
  clock: 'now',
  parties: { owner: text('owner') },
  facts: {
    now: { kind: 'instant', label: text('now'), role: 'circumstance', ask: ['owner'], question: text('now') },
    dry: yesNo('dry', { label: { zh: '干旱', en: 'dry' } }),
    warm: yesNo('warm', { usual: false }),
    roofed: yesNo('roofed', { usual: false }),
  },
  derived: {
    wet: {
      kind: 'boolean',
      label: text('wet'),
      from: ['dry'],
      derive: () => {
        derivations += 1
        return [0, 1]
      },
    },
  },
  settings: { depth: { kind: 'integer', min: 0, max: 9, label: { zh: '深度', en: 'depth' }, default: 3 } },
  questions: {
    water: {
      kind: 'choice',
      stage: 'plan',
      essential: true,
      label: { zh: '浇水', en: 'water' },
      values: { no: text('no'), yes: text('yes') },
    },
  },
  layers: { garden: { label: text('garden') } },
  stages: ['plan'],
} satisfies ModelDeclaration

const when = (fact: string, value: unknown, operator = 'equal') => ({ fact, operator, value })
const rule = (name: string, conditions: object, more: object = {}) => ({
  id: `garden/${name}`,
  title: name,
  layer: 'garden',
  source: { document: 'almanac', clause: '1', summary: 'as the almanac says' },
  effective: { from: '2020-01-01' },
  conditions,
  event: { type: 'plan', params: { water: 'yes' } },
  ...more,
})

function load(model: ModelDeclaration, documents: readonly unknown[], options = {}) {
  return createModelDecider(defineModel(model), documents, options)
}

function deciding(model: ModelDeclaration, documents: readonly unknown[]) {
  const made = load(model, documents)
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  return (input: unknown, presume = false) => {
    const decided = made.value.decide(input, { presume })
    if (!decided.ok) throw new Error(JSON.stringify(decided.issues))
    return decided.value
  }
}

const codes = (made: ReturnType<typeof load>) => (made.ok ? [] : made.issues.map(({ code }) => code))

function thrown(act: () => unknown) {
  try {
    act()
  } catch (error) {
    if (error instanceof AfterSaleError) return error.issues
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('how long a decision holds', () => {
  const future = Array.from({ length: 150 }, (_, i) =>
    rule(`later-${i}`, { all: [when('dry', true)] }, { effective: { from: `${2030 + i}-01-01` } }),
  )

  test('rules of a later day that cannot hold cost no evaluation', () => {
    const decide = deciding(declaration, [rule('now', { all: [when('dry', false)] }), ...future])
    derivations = 0
    expect(decide({ now: '2026-06-01 10:00', dry: false }).validUntil).toBeUndefined()
    expect(derivations).toBeLessThan(5)
  })

  test('one that may hold still ends the decision on its first day', () => {
    const decide = deciding(declaration, [
      rule('later', { all: [when('dry', true)] }, { effective: { from: '2030-02-01' } }),
    ])
    expect(decide({ now: '2026-06-01 10:00', dry: true }).validUntil).toBe('2030-02-01 00:00')
    expect(decide({ now: '2026-06-01 10:00' }).validUntil).toBe('2030-02-01 00:00')
  })

  test('a parameter that only the arithmetic reads ends it too', () => {
    const source = { document: 'tax-office', clause: '1', summary: 'the rate of the invoice' }
    const vatRate = {
      id: 'test/vat-rate',
      title: '发票税率',
      kind: 'rate',
      by: 'asOf',
      values: [
        { from: '2020-01-01', value: 0.13, source },
        { from: '2027-01-01', value: 0.06, source },
      ],
    }
    const { decide } = createDecider({ rules: [vatRate] })
    const taxed = decide({
      asOf: '2026-06-01 10:00',
      paid: '100.00',
      alreadyRefunded: '0.00',
      quantity: 1,
      quantityBought: 1,
      agreed: { verdict: 'accept', refundBase: 'share', deductions: { 'invoice-tax': true }, by: '主管' },
    })
    expect(taxed.validUntil).toBe('2027-01-01 00:00')
  })

  describe('events', () => {
    const { decide } = createDecider({ rules: [...law, ...taobao, ...sop] })

    test('one stated later than the decision contradicts it until then', () => {
      const decision = decide({
        requested: 'return-and-refund',
        signedAt: '2026-06-03 09:00',
        asOf: '2026-06-01 12:00',
      })
      expect(decision.reviews).toMatchObject([{ reason: 'contradiction', constraint: 'signedAt-no-later-than-asOf' }])
      expect(decision.validUntil).toBe('2026-06-03 09:00')
    })

    // A refund state says that the buyer applied, not when. Shipped on 15 March, 90 days later is 13 June.
    test.each([
      ['2026-04-11 10:00', [true], '2026-06-14 00:00'],
      ['2026-06-13 23:59', [true], '2026-06-14 00:00'],
      ['2026-06-14 00:00', [true, false], undefined],
    ])(
      'one that happened nobody says when may have happened later as time passes: %s',
      (asOf, possible, validUntil) => {
        const decision = decide({
          requested: 'return-and-refund',
          returnTreasure: true,
          shippedAt: '2026-03-15 06:45',
          refundState: 'WAIT_SELLER_AGREE',
          asOf,
        })
        expect(decision.answers.recourse['return-treasure']?.possible).toEqual(possible)
        expect(decision.validUntil).toBe(validUntil)
      },
    )
  })
})

describe('what arises', () => {
  test('a condition of more than 64 combinations is refused, never taken for “never”', () => {
    const pairs = Array.from({ length: 7 }, (_, i) => [`a${i}`, `b${i}`] as const)
    const facts = Object.fromEntries(pairs.flat().map((id) => [id, yesNo(id)]))
    const arises = { all: pairs.map(([a, b]) => ({ any: [when(a, true), when(b, true)] })) }
    const wide: ModelDeclaration = {
      ...declaration,
      facts: { ...declaration.facts, ...facts },
      questions: { water: { ...declaration.questions.water, arises } as ModelDeclaration['questions'][string] },
    }
    expect(() => load(wide, [rule('one', { all: [when('dry', true)] })])).toThrow(/64/)
  })
})

describe('presumptions', () => {
  test('a usual value that what is stated rules out is not presumed', () => {
    const model: ModelDeclaration = {
      ...declaration,
      constraints: [
        { id: 'dry-is-warm', text: text('dry is warm'), never: [when('dry', true), when('warm', false)] as never },
      ],
    }
    const decide = deciding(model, [rule('a', { any: [when('warm', false), when('roofed', false)] })])
    const { outcome, reviews, presumed } = decide({ now: '2026-06-01 10:00', dry: true }, true)
    expect(reviews).toEqual([])
    expect(presumed.map(({ fact }) => fact)).toEqual(['roofed'])
    expect(outcome).toBe('settled')
  })

  test('of two usual values that cannot both be, the first stands', () => {
    const model: ModelDeclaration = {
      ...declaration,
      constraints: [
        {
          id: 'warm-or-roofed',
          text: text('warm or roofed'),
          never: [when('warm', false), when('roofed', false)] as never,
        },
      ],
    }
    const decide = deciding(model, [
      rule('a', { all: [when('warm', false)] }),
      rule('b', { all: [when('warm', true)] }, { event: { type: 'plan', params: { water: 'no' } } }),
    ])
    const { reviews, presumed, answers } = decide({ now: '2026-06-01 10:00' }, true)
    expect(reviews).toEqual([])
    expect(presumed.map(({ fact }) => fact)).toEqual(['warm'])
    expect(answers.water).toMatchObject({ value: 'yes' })
  })
})

describe('loading', () => {
  const { conditions: _, ...unread } = rule('broken', {})
  const named = { ...rule('conditions/thirsty', { all: [when('dry', true)] }), event: undefined }
  const { event: __, ...thirsty } = named

  test('what refers to a broken document is not wrong on that account', () => {
    const exception = rule(
      'exception',
      { all: [when('warm', true)] },
      { exceptionTo: ['garden/broken', 'garden/half'] },
    )
    const half = rule('half', { all: [when('rain', true)] })
    expect(codes(load(declaration, [unread, half, exception])).sort()).toEqual(['missing-key', 'unknown-fact'])
    const uses = rule('uses', { condition: 'thirsty' })
    expect(codes(load(declaration, [{ ...thirsty, title: 7 }, uses]))).toEqual(['wrong-type'])
    expect(codes(load(declaration, [{ ...thirsty, conditions: { all: [] } }, uses]))).toEqual(['empty'])
    const compares = rule('compares', { all: [when('now', { fact: 'dawn' })] })
    expect(
      codes(load(declaration, [{ id: 'garden/dawn', title: 'dawn', kind: 'integer', values: [] }, compares])),
    ).toEqual(['missing-key', 'empty'])
    expect(codes(load(declaration, [unread], { omit: ['garden/broken'] }))).toEqual(['missing-key'])
  })

  test('wrong options, settings and documents are reported together', () => {
    const found = codes(load(declaration, [unread], { floors: 'maybe', settings: { deep: 1 }, omit: ['garden/none'] }))
    expect(found.sort()).toEqual(['missing-key', 'unknown-key', 'unknown-rule', 'unknown-value'])
  })

  test('a forbidden key hides nothing else', () => {
    const odd = JSON.parse(
      JSON.stringify({ ...rule('odd', { all: [when('dry', true)] }), title: 7 }).replace('{', '{"__proto__": 1, '),
    )
    expect(codes(load(declaration, [odd]))).toEqual(['unknown-key', 'wrong-type'])
  })

  test('a source nobody declares is an issue where sources are declared', () => {
    const source = { id: 'almanach', name: { zh: '年历', en: 'almanac' }, checked: '2026-01-01' }
    const one = rule('one', { all: [when('dry', true)] })
    const made = load(declaration, [one, source])
    expect(made.ok ? [] : made.issues).toMatchObject([
      { file: 'garden/one', code: 'unknown-source', path: ['source', 'document'], nearest: 'almanach' },
    ])
    expect(load(declaration, [one]).ok).toBe(true)
    expect(load(declaration, [one, { ...source, id: 'almanac' }]).ok).toBe(true)
  })

  test('messages speak of days, objects and lists, not of patterns', () => {
    const made = load(declaration, [{ ...rule('a', []), effective: { from: 'soon' }, exceptionTo: 'b', id: 'A B' }])
    const said = made.ok ? '' : made.issues.map(({ message }) => `${message.zh}\n${message.en}`).join('\n')
    expect(said).toContain('2026-06-28')
    expect(said).toContain('a list [ … ]')
    expect(said).toContain('an id of small letters')
    expect(said).not.toMatch(/\\d|\[a-z|undefined/)
  })

  test('English lists are joined by commas and stand whole up to 20', () => {
    const made = load(declaration, [rule('a', { all: [when('zzzzzzzzzzzzzzzzzzzz', true)] })])
    expect(made.ok ? '' : made.issues[0]?.message.en).toContain('accepted: now, dry, warm, roofed, wet')
  })

  test('a Chinese label leads to the id', () => {
    const made = load(declaration, [
      rule('a', { all: [when('干旱天', true)] }, { event: { type: 'plan', params: { 浇水吗: 'yes' } } }),
    ])
    expect(made.ok ? [] : made.issues).toMatchObject([{ nearest: 'dry' }, { nearest: 'water' }])
  })

  test('one id for two contents: the message tells how a rule is replaced', () => {
    const made = load(declaration, [rule('a', { all: [when('dry', true)] }), rule('a', { all: [when('dry', false)] })])
    expect(made.ok ? '' : made.issues[0]?.message.en).toContain('omit')
  })

  test('a setting under its label, and a setting of no use, say what is wanted', () => {
    const made = load(declaration, [], { settings: { 深度: 2, depth: 'deep' } })
    expect(made.ok ? [] : made.issues).toMatchObject([{ nearest: 'depth' }, { code: 'wrong-type', found: 'deep' }])
    expect(made.ok ? '' : made.issues[1]?.message.zh).toContain('0 到 9')
  })
})

describe('what is handed in', () => {
  const garden = deciding(declaration, [rule('a', { all: [when('dry', true)] })])

  test('a declaration is copied, not frozen', () => {
    const own = { ...declaration, facts: { ...declaration.facts, dry: yesNo('dry') } }
    const model = defineModel(own)
    expect(Object.isFrozen(own.facts)).toBe(false)
    expect(Object.isFrozen(own.facts.dry)).toBe(false)
    expect(Object.isFrozen(model.declaration.facts.dry)).toBe(true)
  })

  test.each([[new Map()], [new Date(0)], [new Set()], [[]]])('%s is no case', (input) => {
    expect(() => garden(input)).toThrow(/wrong-type/)
  })

  test('an agreement answers a question once', () => {
    const { decide, safeDecide } = createDecider({ rules: sop })
    const issues = (agreed: object) =>
      thrown(() => decide({ agreed: { by: '主管', ...agreed } } as never)).map(({ code }) => code)
    expect(issues({ verdict: 'accept', 结论: '不支持' })).toEqual(['duplicate-key'])
    expect(issues({ 扣除项: { commission: true, 扣商城佣金: false } })).toEqual(['duplicate-key'])
    expect(issues({ by: 'a\nb' })).toEqual(['wrong-type'])
    expect(safeDecide({ agreed: { by: 'a b', verdict: 'accept' } }).ok).toBe(true)
  })

  test('an agreement that is no object is shown what one looks like', () => {
    const made = load(declaration, [])
    const read = made.ok ? made.value.decide({ agreed: 'all' }) : made
    expect(read.ok ? '' : read.issues[0]?.message.en).toContain('{"question": "answer", "by": "Ann"}')
  })
})

describe('options of a decider', () => {
  const rules = [...law, ...taobao, ...sop]

  test('unknown and unreadable ones are refused', () => {
    expect(thrown(() => createDecider({ rules, floor: 'enforce' } as never))).toMatchObject([
      { code: 'unknown-key', nearest: 'floors' },
    ])
    expect(thrown(() => createDecider({ rules, settings: new Map() } as never))).toMatchObject([{ code: 'wrong-type' }])
    const decider = createDecider({ rules })
    expect(thrown(() => decider.with(null as never))).toMatchObject([{ code: 'wrong-type' }])
    expect(thrown(() => decider.with({ omit: [] } as never))).toMatchObject([{ code: 'unknown-key' }])
    expect(decider.safeDecide({}, null as never)).toMatchObject({ ok: false, issues: [{ code: 'wrong-type' }] })
    expect(decider.safeDecide({}, { presume: 'yes' } as never)).toMatchObject({
      ok: false,
      issues: [{ path: ['presume'] }],
    })
    expect(decider.safeDecide({}, { presumed: true } as never)).toMatchObject({
      ok: false,
      issues: [{ nearest: 'presume' }],
    })
  })

  test('facts of one’s own are checked, copied and part of the hash', () => {
    const gift: FactDeclaration = {
      kind: 'boolean',
      label: { zh: '礼盒', en: 'gift box' },
      role: 'circumstance',
      ask: ['buyer'],
      question: { zh: '是礼盒吗？', en: 'Is it a gift box?' },
    }
    const withFacts = (facts: unknown) => () => createDecider({ rules, facts } as never)
    expect(thrown(withFacts(null))).toMatchObject([{ code: 'wrong-type', path: ['facts'] }])
    expect(withFacts({ $schema: 'facts.schema.json', gift })().ruleSet).toBe(withFacts({ gift })().ruleSet)
    expect(thrown(withFacts({ giftBox: null }))).toMatchObject([{ path: ['facts', 'giftBox'] }])
    expect(thrown(withFacts({ giftBox: { ...gift, ask: ['nobody'] } }))).toMatchObject([
      { path: ['facts', 'giftBox', 'ask', 0] },
    ])
    expect(thrown(withFacts({ requested: gift }))).toMatchObject([{ code: 'duplicate-id' }])
    expect(thrown(withFacts({ giftBox: { ...gift, label: { zh: '申请', en: 'x' } } }))).toMatchObject([
      { code: 'duplicate-id' },
    ])
    const hash = createDecider({ rules, facts: { giftBox: gift } }).ruleSet
    expect(Object.isFrozen(gift)).toBe(false)
    expect(hash).not.toBe(createDecider({ rules }).ruleSet)
    expect(createDecider({ rules, facts: { giftBox: { ...gift, usual: false } } }).ruleSet).not.toBe(hash)
  })
})

describe('checking fixtures', () => {
  const fixture = {
    规则: 'shop/test/one',
    案例: [{ 名称: '一', 案情: { 申请: '退款' }, 期望: { 结论: '支持' } }],
  }

  test('rules that are no list of documents are issues', () => {
    expect(thrown(() => checkFixture(fixture, {} as never))).toMatchObject([{ code: 'wrong-type', path: ['rules'] }])
    const { ok } = checkFixture(fixture, { rules: [null] } as never)
    expect(ok).toBe(false)
  })

  test('nothing is remembered between two calls', () => {
    const rules: object[] = []
    const run = () =>
      checkFixture({ 故事: '一', 层: ['店铺'], 步骤: [{ 发生: '问', 案情: {}, 期望: { 状态: '待判' } }] }, { rules })
    run()
    rules.push({ id: 'shop/broken', event: {}, layer: 'shop' })
    expect(() => run()).toThrow(AfterSaleError)
  })

  test('a checker loads its rules once per set of layers', () => {
    let read = 0
    const ownKeys = (document: object) => {
      read += 1
      return Reflect.ownKeys(document)
    }
    const counted = sop.map((document) => new Proxy(document, { ownKeys }))
    const check = fixtureChecker({ rules: counted })
    const story = { 故事: '一', 层: ['店铺'], 步骤: [{ 发生: '问', 案情: {}, 期望: { 状态: '待判' } }] }
    check(story)
    const once = read
    check(story)
    expect(once).toBeGreaterThan(0)
    expect(read).toBe(once)
  })
})
