// The proofs as functions of aftersale/verify: bad calls are said, own facts are part of the vocabulary, and what is
// accepted of the shipped packs holds for whoever brings them in.
import { describe, expect, it } from 'vitest'
import { createModelDecider } from '../src/engine.js'
import { AfterSaleError } from '../src/error.js'
import { weigh } from '../src/verify/accepted.js'
import { diffRules, exact, inexactQuestions, provingOf, verifyRules } from '../src/verify.js'
import { handbook, loans } from './support/loans.js'
import { ownShop } from './support/own-shop.js'

const facts = {
  memberLevel: {
    kind: 'integer',
    min: 0,
    max: 9,
    role: 'record',
    absent: 0,
    ask: ['shop'],
    label: { zh: '会员等级', en: 'member level' },
    question: { zh: '几级会员？', en: 'Which member level?' },
  },
} as const
const source = { id: 'own', name: { zh: '本店告示', en: 'notices of the shop' }, checked: '2026-01-01' }

/** A defect is made good with so many yuan from member level three on. */
function compensating(yuan: number): object[] {
  return [
    source,
    {
      id: 'shop/compensation',
      title: '三级会员遇到质量问题：赔付',
      layer: 'shop',
      source: { document: 'own', clause: '1', summary: '自定' },
      effective: { from: '2026-01-01' },
      conditions: {
        all: [
          { fact: 'reason', operator: 'equal', value: 'quality-defect' },
          { fact: 'memberLevel', operator: 'greaterThanInclusive', value: 3 },
        ],
      },
      event: { type: 'settle', params: { compensation: yuan } },
    },
  ]
}

describe('diffRules', () => {
  it('finds a case over a fact of the shop that both sides declare', () => {
    const { changes } = diffRules({ rules: compensating(10), facts }, { rules: compensating(15), facts })
    const change = changes.find(({ question }) => question === 'compensation')
    expect([change?.before.zh, change?.after.zh, change?.direction]).toEqual(['10.00 元', '15.00 元', 'better'])
    expect(change?.case).toMatchObject({ 原因: '质量问题' })
    expect(change?.case?.会员等级).toBeGreaterThanOrEqual(3)
  })

  it('shows a change of a later day on that day, not at the end of all days', () => {
    const until = compensating(10).map((document) =>
      'effective' in document ? { ...document, effective: { from: '2026-01-01', until: '2028-02-29' } } : document,
    )
    const { changes } = diffRules({ rules: compensating(10), facts }, { rules: until, facts })
    const change = changes.find(({ question }) => question === 'compensation')
    expect([change?.before.zh, change?.case?.判定时间]).toEqual(['10.00 元', '2028-03-01 00:00'])
  })

  it.each<[string, object]>([
    ['written by hand', { ...facts, colour: { kind: 'enum' } }],
    ['with a misprint', { colour: { ...facts.memberLevel, lable: 1 } }],
    ['a list', []],
  ])('says what is wrong with facts of the shop: %s', (_, wrong) => {
    const rules = compensating(10)
    for (const call of [
      () => verifyRules({ rules, facts: wrong }),
      () => diffRules({ rules, facts: wrong }, { rules, facts }),
      () => diffRules({ rules, facts }, { rules, facts: wrong }),
    ])
      expect(call).toThrow(AfterSaleError)
  })

  it('passes over the schema of a file of facts, as a decider does', () => {
    const file = { $schema: '../schemas/facts.schema.json', ...facts }
    const { changes } = diffRules({ rules: compensating(10), facts: file }, { rules: compensating(15), facts: file })
    expect(changes.map(({ question }) => question)).toEqual(['compensation'])
  })

  it('finds nothing between rules that say the same', () => {
    const { changes, unknown } = diffRules({ rules: compensating(10), facts }, { rules: compensating(10), facts })
    expect([changes, unknown]).toEqual([[], []])
  })
})

describe('one question', () => {
  const [notice, paying] = compensating(10)
  const deducting = {
    ...paying,
    id: 'shop/deducting',
    title: '三级会员遇到质量问题：扣发货邮费和佣金',
    event: { type: 'settle', params: { deductions: { 'outbound-postage': true, commission: true } } },
  }
  const rules = [notice, paying, deducting] as object[]
  /** How many rules answer the question and are needed for it. */
  const needed = (question: string) =>
    verifyRules({ rules, facts, question }).find(({ check }) => check === 'rules-needed')?.proved

  it.each([
    ['compensation', 1],
    ['赔付', 1],
    ['deductions', 1],
    ['扣除项', 1],
    ['deductions.outbound-postage', 1],
    ['扣除项·扣发货邮费', 1],
    ['扣发货邮费', 1],
    ['扣除项·扣积分', 0],
  ])('%s is proved about, by its id or as people call it: %i rule', (question, rulesOfIt) => {
    expect(needed(question)).toBe(rulesOfIt)
  })
})

describe('a model of one’s own', () => {
  const domain = provingOf(loans)
  const rules = [...handbook, { id: 'handbook', name: { zh: '手册', en: 'handbook' }, checked: '2026-01-01' }]
  const idOf = (document: object) => 'id' in document && document.id

  it('is verified: each item has its answer, and where a rule is left out works of reference have none', () => {
    const gaps = (omit: readonly string[]) =>
      verifyRules({ domain, rules, omit, question: 'mayBorrow' }).find(({ check }) => check === 'no-gap')
    // Books and films may be lent, works of reference read in house: every item has its answer.
    expect(gaps([])?.verdict).toBe('proved')
    const without = gaps(['house/lending/reference'])
    expect(without?.verdict).toBe('refuted')
    expect(without?.findings[0]?.case).toMatchObject({ 馆藏: '工具书' })
  })

  it('is compared: a fine of 2.50 that becomes 3.00', () => {
    const dearer = rules.map((one) =>
      idOf(one) === 'house/fines/overdue' ? { ...one, event: { type: 'lend', params: { fine: 3 } } } : one,
    )
    const { changes, unknown } = diffRules({ domain, rules }, { domain, rules: dearer })
    expect(unknown).toEqual([])
    expect(changes.map(({ question, before, after }) => [question, before.zh, after.zh])).toEqual([
      ['fine', '2.50 元', '3.00 元'],
    ])
  })

  it('is decided exactly: a book is lent to a child as to an adult', () => {
    const made = createModelDecider(loans, rules, { exact })
    const input = { now: '2026-06-20 10:00', item: 'book', member: { oneOf: ['child', 'adult'] }, owed: '0.00' }
    const decided = made.ok ? made.value.decide(input) : made
    expect(decided).toMatchObject({ ok: true, value: { answers: { mayBorrow: { status: 'settled', value: 'yes' } } } })
    expect(inexactQuestions({ domain, rules })).toEqual([])
  })
})

describe('bad calls', () => {
  const said = (call: () => unknown): string => {
    try {
      call()
    } catch (error) {
      if (error instanceof AfterSaleError) return error.message
      throw error
    }
    throw new Error('accepted')
  }

  it.each([
    ['a list instead of options', () => verifyRules([] as never), 'rules is an array of rule documents'],
    ['nothing', () => diffRules(undefined as never, { rules: [] }), 'the options must be an object'],
    ['a question misspelt', () => verifyRules({ rules: [], question: 'verdct' }), 'nearest: "verdict"'],
    ['a question that is no text', () => verifyRules({ rules: [], question: 5 } as never), 'question "5"'],
    ['an option misspelt', () => verifyRules({ rules: [], questions: 'flag' } as never), '"question"'],
  ])('%s is refused in our words', (_, call, words) => {
    expect(said(call)).toContain(words)
  })
})

describe('what is accepted', () => {
  it('of the packs brought in holds without being written again, and is nobody’s stale entry', () => {
    const finding = {
      id: 'dates-whole shop/x',
      verdict: 'refuted',
      text: { zh: '', en: '' },
      rules: [],
      mark: undefined,
      inWords: () => ({ boxes: [], more: false }),
      witness: undefined,
      region: undefined,
    } as const
    const entry = { finding: finding.id, region: '-', reason: 'known', author: 'shop' }
    const gone = { ...entry, finding: 'dates-whole shop/y' }
    const verified = [
      {
        subject: undefined as never,
        beside: [],
        checks: [
          { check: 'dates-whole', question: undefined, verdict: 'refuted', proved: 0, findings: [finding], free: [] },
        ],
      },
    ] as const
    expect(weigh(verified, [], []).checks[0]?.verdict).toBe('refuted')
    const { checks, accepted, stale } = weigh(verified, [], [entry, gone])
    expect([checks[0]?.verdict, accepted.length, stale]).toEqual(['proved', 1, []])
    expect(weigh(verified, [gone]).stale).toEqual([{ entry: gone, region: undefined }])
    expect(weigh(verified, [{ ...entry, region: 'another' }], [entry]).checks[0]?.verdict).toBe('refuted')
  })

  it('is asked for by a question’s Chinese name as by its id', () => {
    const shop = ownShop()
    const byName = shop.run('verify', '--question', '发货邮费承担', '--reporter', 'json')
    shop.remove()
    expect(byName.code).toBe(0)
    expect(JSON.parse(byName.out).stale).toEqual([])
  })
})

describe('diff --expect-only', () => {
  it('refuses a condition it cannot read', () => {
    const shop = ownShop()
    shop.write('rules/aftersale.json', { extends: [] })
    const condition = JSON.stringify({ fact: 'reason', operator: 'equal', value: 'quality' })
    const { code, out, err } = shop.run('diff', 'rules', 'rules', '--expect-only', condition)
    shop.remove()
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('quality-defect')
  })
})
