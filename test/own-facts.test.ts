// Facts a shop declares beside its rules: what is wrong with one is told under its key, in both languages.
// Promise: what a message suggests is accepted, and the schema editors use refuses what the reader refuses.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placeOf } from '../src/engine/issue.js'
import { withFacts } from '../src/engine/own-facts.js'
import { createDecider } from '../src/index.js'
import { afterSale } from '../src/models/after-sale/model.js'
import template from '../templates/shop/facts.json' with { type: 'json' }
import { ROOT } from './support/pages.js'
import { compile, shippedSchema } from './support/schemas.js'

const level = {
  label: { zh: '会员等级', en: 'member level' },
  kind: 'integer',
  min: 0,
  max: 9,
  role: 'record',
  absent: 0,
  question: { zh: '请问是几级会员？', en: 'Which level?' },
  ask: ['shop'],
}
const note = { ...level, kind: 'text', min: undefined, max: undefined, absent: undefined, none: true }

const CARDS = { gold: { zh: '金卡', en: 'gold' }, silver: { zh: '银卡', en: 'silver' } }
const NOTICES = { id: 'notices', name: { zh: '本店通知', en: 'notices' }, checked: '2026-01-01' }
const GOLD = {
  id: 'shop/gold',
  title: '金卡支持',
  layer: 'shop',
  source: { document: 'notices', clause: '1', summary: '为测试虚构' },
  effective: { from: '2020-01-01' },
  conditions: { all: [{ fact: 'card', operator: 'equal', value: 'gold' }] },
  event: { type: 'settle', params: { verdict: 'accept' } },
}

const plain = (facts: object): unknown => JSON.parse(JSON.stringify(facts))

function told(facts: object, lang: 'zh' | 'en' = 'zh'): string[] {
  const read = withFacts(afterSale, plain(facts))
  return read.ok ? [] : read.issues.map(({ path, message }) => `${placeOf(path)}: ${message[lang]}`)
}

describe('a declared fact', () => {
  it('that is sound is taken', () => {
    expect(told({ level, note: { ...note, label: { zh: '会员备注', en: 'note' } } })).toEqual([])
  })

  it('says what an unwritten record is', () => {
    expect(told({ level: { ...level, absent: undefined } })).toEqual([
      'level.absent: 记录（record）要写没有记下时是什么：可以没有的，写 "none": true, "absent": "none"；否则写 absent，如 "absent": 0',
    ])
    expect(told({ level: { ...level, none: true, absent: 'none' } })).toEqual([])
    for (const absent of [-1, 10])
      expect(told({ level: { ...level, min: 0, max: 9, absent } })).toEqual(['level.absent: 不是这个事实的值'])
    expect(told({ note: { ...note, none: undefined } })).toEqual([
      'note.absent: 记录（record）要写没有记下时是什么：可以没有的，写 "none": true；否则写 absent',
    ])
    expect(told({ note: { ...note, none: undefined } }, 'en')[0]).toMatch(/^note\.absent: [\x20-\x7e]+$/)
  })

  it.each<[string, object, object, unknown]>([
    ['boolean', {}, {}, false],
    ['integer', { min: 0, max: 9 }, { absent: 0 }, 0],
    ['integer', { min: 0, max: 9 }, { none: true, absent: 'none' }, 'none'],
    ['money', {}, { absent: '0.00' }, 0],
    ['date', {}, { none: true }, 'none'],
    ['instant', {}, { none: true }, 'none'],
    ['enum', { values: CARDS }, { none: true }, 'none'],
    ['enum', { values: CARDS }, { absent: 'gold' }, 'gold'],
  ])('of kind %s %j with %j is, unwritten, %j', (kind, more, absent, value) => {
    const { min: _min, max: _max, absent: _absent, ...own } = { ...level, kind }
    const bare = { ...own, ...more }
    expect(told({ level: bare })).toHaveLength(kind === 'boolean' ? 0 : 1)
    expect(told({ level: { ...bare, ...absent } })).toEqual([])
    const leaf = { fact: 'level', operator: 'equal', value }
    const rule = { ...GOLD, conditions: { all: [leaf] } }
    const facts = { level: { ...bare, ...absent } }
    const decider = createDecider({ rules: [NOTICES, rule], facts })
    const day = '2026-06-26 10:00'
    expect(decider.decide({ asOf: day, recordsComplete: true }).answers.verdict.value).toBe('accept')
    expect(decider.decide({ asOf: day }).answers.verdict.status).toBe('open')
  })

  it('may be none only where it says so', () => {
    expect(told({ note: { ...note, none: undefined, absent: 'none' } })).toEqual([
      'note.absent: 不是这个事实的值；可以没有的事实，另写 "none": true',
    ])
    expect(told({ note: { ...note, absent: 'none' } })).toEqual([])
  })

  it('takes no name of another: a fact, a question, one beside it', () => {
    expect(told({ liveStream: { ...level, label: { zh: '包邮', en: 'free' } } })).toEqual([
      'liveStream.label.zh: 「包邮」已经是「包邮」（freeShipping）的名字；请换一个',
    ])
    expect(told({ verdict: level })).toEqual(['verdict: 「verdict」已经是「结论」（verdict）的名字；请换一个'])
    expect(told({ level, rank: level }, 'en')).toEqual([
      'rank.label.zh: "会员等级" names "member level" (level) already; take another name',
    ])
  })

  it('takes no key of a case: whether its records are complete, what was agreed', () => {
    for (const [id, zh] of [
      ['recordsComplete', '记录齐全'],
      ['records', '记录完整'],
      ['agreed', '说好的'],
      ['deal', '约定'],
    ] as const)
      expect(told({ [id]: { ...level, label: { zh, en: 'own' } } })).toHaveLength(1)
  })

  it('has no two values of one name, nor one of the word for none', () => {
    const { min: _, max: __, absent: ___, ...base } = level
    const card = (values: object) => ({ card: { ...base, kind: 'enum', none: true, values } })
    expect(told(card(CARDS))).toEqual([])
    expect(told(card({ ...CARDS, white: { zh: '金卡', en: 'white' } }))).toEqual([
      'card.values.white: 「金卡」已经是另一个值的名字；请换一个',
    ])
    expect(told(card({ ...CARDS, white: { zh: '无', en: 'white' } }))).toEqual([
      'card.values.white: 「无」已经是另一个值的名字；请换一个',
    ])
    expect(told(card({ ...CARDS, none: { zh: '没有卡', en: 'no card' } }))).toEqual([
      'card.values.none: 「none」已经是另一个值的名字；请换一个',
    ])
  })
})

it.each<[string, object]>([
  ['words', { kind: 'enum', values: {}, none: true }],
  ['amounts', { kind: 'money', max: -5, none: true, absent: 'none' }],
  ['times', { kind: 'duration', unit: 'day', max: -1, none: true, absent: 'none' }],
  ['numbers', { kind: 'integer', min: 2, max: 1, none: true, absent: 'none' }],
  ['numbers that mean none', { kind: 'integer', min: Number.MIN_SAFE_INTEGER, max: 1, none: true, absent: 'none' }],
])('has a value: %s', (_, kind) => {
  const { min: _min, max: _max, absent: _absent, ...own } = level
  expect(told({ level: { ...own, ...kind } })).toEqual([
    'level: 没有一个值：values 不能为空，min 不能大于 max，max 不能小于 0',
  ])
})

describe('a condition of the shop', () => {
  const { min: _min, max: _max, absent: _absent, ...own } = { ...level, label: { zh: '卡', en: 'card' } }
  const load = (card: object) => createDecider({ rules: [NOTICES, GOLD], facts: { card: { ...own, ...card } } })

  it('reads no text: what it hangs on is one of several words', () => {
    expect(() => load({ kind: 'text', none: true })).toThrow('「卡」可用的运算符「equal」不在可用范围内')
    const { decide, safeDecide } = load({ kind: 'enum', values: CARDS, none: true })
    expect(safeDecide({ 卡: '金卡', 判定时间: '2026-06-26 10:00' })).toMatchObject({
      value: { answers: { verdict: { value: 'accept' } } },
    })
    expect(decide({ 判定时间: '2026-06-26 10:00' }).answers.verdict.status).toBe('open')
  })
})

describe('schemas/facts.schema.json', () => {
  const isValid = compile(shippedSchema('facts'))

  it('takes the facts that `init` writes, and what the reader takes', () => {
    const template: unknown = JSON.parse(readFileSync(join(ROOT, 'templates/shop/facts.json'), 'utf8'))
    expect([isValid(template), isValid(plain({ level, note }))]).toEqual([true, true])
  })

  it('refuses what belongs to another kind, an unknown party, a missing question', () => {
    const wrong = [
      { ...note, min: 1 },
      { ...level, ask: ['shopp'] },
      { ...level, question: undefined },
      { kind: 'number' },
    ]
    expect(wrong.filter((fact) => isValid(plain({ level: fact })))).toEqual([])
    expect(isValid(plain({ 会员: level }))).toBe(false)
  })
})

it('is taken as a file is imported, whose words TypeScript knows nothing of', () => {
  const { safeDecide } = createDecider({ rules: [NOTICES], facts: template })
  expect(safeDecide({ 会员等级: 3 }).ok).toBe(true)
  expect(safeDecide({ 会员等级: 10 }).ok).toBe(false)
})
