// What the fixture runner refuses to pass over: words, values and steps that cannot be, and bases that do not hold.
// Promise: each report is checked for the place it names; a fixture that should be green is run beside the one that is not.
import { describe, expect, it } from 'vitest'
import { type CaseReport, fixtureChecker } from '../src/index.js'
import { sop } from '../src/rules.js'

const run = fixtureChecker({ rules: sop })
const RULE = 'shop/refund/discount-without-return'

/** A discount of 10 yuan agreed on: accepted, 10.00 is refunded. */
const DISCOUNT = {
  申请: '仅退款',
  原因: '退折扣',
  交易状态: '待收货',
  实付金额: '100.00',
  协商金额: '10.00',
  申请金额: '10.00',
  申请时间: '2026-06-24 09:00',
  判定时间: '2026-06-24 10:00',
  退款状态: '退款协议等待卖家确认中',
  记录完整: true,
}

const caseOf = (期望: object, 依据: object = {}) => ({ 规则: RULE, 案例: [{ 名称: '一', 案情: DISCOUNT, 期望, 依据 }] })
const storyOf = (...步骤: object[]) => ({ 故事: '一', 层: ['店铺'], 步骤 })
const issuesOf = (fixture: object) =>
  run(fixture).cases.flatMap(({ issues }) => issues.map(({ code, path }) => [code, path.join('.')]))
const only = (fixture: object): CaseReport => run(fixture).cases[0] as CaseReport

describe('expected values', () => {
  it.each<[string, unknown, string]>([
    ['结论', '同意', '期望.结论'],
    ['结论', 'accept', '期望.结论'],
    ['退款操作', '同意', '期望.退款操作'],
    ['旗帜', '橙', '期望.旗帜'],
    ['扣除项', ['扣发货邮资'], '期望.扣除项.0'],
    ['扣除项', ['扣发货邮费', '扣发货邮费（不知道）'], '期望.扣除项.1'],
    ['任务', '打款', '期望.任务'],
    ['期限', { 打款日: '2026-07-01' }, '期望.期限.打款日'],
    ['期限', { 打款期限: '2026-02-30' }, '期望.期限'],
    ['期限', '2026-07-01', '期望.期限'],
    ['延长收货', 4, '期望.延长收货'],
    ['赔付', '10元', '期望.赔付'],
    ['退款金额', 10, '期望.退款金额'],
    ['退款金额', '10.005', '期望.退款金额'],
    ['退款金额', {}, '期望.退款金额'],
    ['退款金额', { 最多: '10.00' }, '期望.退款金额'],
    ['结果', '已处理', '期望.结果'],
    ['退款状态', '退款完成', '期望.退款状态'],
    ['有效至', '月底', '期望.有效至'],
    ['需补充', '实付金额', '期望.需补充'],
    ['底线提示', ['邮费'], '期望.底线提示.0'],
    ['备注', true, '期望.备注'],
  ])('%s: %j is nothing a decision says', (word, value, place) => {
    expect(issuesOf(caseOf({ [word]: value }))).toEqual([['unknown-value', place]])
  })

  it.each<[string, unknown]>([
    ['结论', '支持'],
    ['退款基数', '协商金额部分'],
    ['退回邮费承担', '不产生'],
    ['赔付', '无'],
    ['延长收货', '无'],
    ['扣除项', []],
    ['任务', []],
    ['期限', { 打款期限: '未定' }],
    ['退款金额', '10.00'],
    ['支付给卖家', '90.00'],
    ['结果', '可处理'],
    ['退款状态', '退款成功'],
    ['有效至', '不限'],
    ['需补充', []],
    ['底线提示', []],
    ['备注', ''],
    ['备注缺', []],
  ])('%s: %j is', (word, value) => {
    expect(only(caseOf({ [word]: value }))).toEqual({ name: '一', ok: true, differences: [], issues: [] })
  })

  it('a value that can be, but is not, is a difference', () => {
    const { ok, issues, differences } = only(caseOf({ 结论: '不支持', 退款金额: { 至少: '0.00', 至多: '10.00' } }))
    expect([ok, issues]).toEqual([false, []])
    expect(differences.map(({ place, got }) => [place, got])).toEqual([
      ['期望.结论', '支持'],
      ['期望.退款金额', '10.00'],
    ])
  })

  it('the nearest word is offered', () => {
    const [found] = only(caseOf({ 退款操作: '同意退' })).issues
    expect(found?.nearest).toBe('同意退款')
  })
})

describe('settings', () => {
  const under = (设置: object) => ({ 规则: RULE, 案例: [{ 名称: '一', 案情: DISCOUNT, 期望: { 结论: '支持' }, 设置 }] })

  it('that are none, or have no such value, are issues of their case', () => {
    expect(run(under({ afterSalePeriodDays: 7 })).ok).toBe(true)
    expect(issuesOf(under({ afterSalePeriodDay: 7 }))).toEqual([['unknown-key', '设置.afterSalePeriodDay']])
    expect(issuesOf(under({ afterSalePeriodDays: '7' }))).toEqual([['wrong-type', '设置.afterSalePeriodDays']])
    const [good] = caseOf({ 结论: '支持' }).案例
    const both = { 规则: RULE, 案例: [...under({ afterSalePeriodDay: 7 }).案例, { ...good, 名称: '二' }] }
    expect(run(both).cases.map(({ name, ok }) => [name, ok])).toEqual([
      ['一', false],
      ['二', true],
    ])
  })
})

describe('steps', () => {
  const apply = { 发生: '申请', 案情: DISCOUNT, 期望: { 结论: '支持' } }
  const agree = { 发生: '同意', 动作: '同意退款', 期望: { 退款状态: '退款成功' } }

  it('the story without a fault is green', () => {
    expect(run(storyOf(apply, agree)).ok).toBe(true)
  })

  it.each<[string, object, [string, string][]]>([
    ['an unknown fact', { 案情: { 天气: '晴' } }, [['unknown-key', '天气']]],
    ['a misspelt fact taken back', { 案情: { 申请金颔: null } }, [['unknown-key', '申请金颔']]],
    ['a value no fact has', { 案情: { 店铺类型: '地摊' } }, [['unknown-value', '店铺类型']]],
    ['an unknown question in 依据', { 依据: { 心情: '穷尽' } }, [['unknown-key', '依据.心情']]],
    ['an unknown word in 期望', { 期望: { 退款状态: '退款成功', 心情: '好' } }, [['unknown-key', '期望.心情']]],
    ['a state that is none', { 期望: { 退款状态: '成功' } }, [['unknown-value', '期望.退款状态']]],
    ['an unknown action', { 动作: '点头' }, [['unknown-value', '动作']]],
    ['nothing expected', { 期望: {} }, [['empty', '期望']]],
    [
      'one fact in both languages',
      { 案情: { 店铺类型: 'C店', shopType: 'c-shop' } },
      [['duplicate-key', '案情.shopType']],
    ],
  ])('%s is an issue of a step with an action', (_, change, issues) => {
    expect(issuesOf(storyOf(apply, { ...agree, ...change }))).toEqual(issues)
  })

  it('the rules behind an answer are checked in a step with an action', () => {
    const { cases } = run(storyOf(apply, { ...agree, 依据: { 结论: ['别的规则'] } }))
    expect(cases[1]?.differences.map(({ place }) => place)).toEqual(['依据.结论'])
  })

  it('an action without a refund state is an issue', () => {
    expect(issuesOf(storyOf({ ...apply, 案情: { ...DISCOUNT, 退款状态: null } }, agree))).toEqual([
      ['missing-key', '案情.退款状态'],
    ])
  })

  it('an action the state does not allow is a difference that says so, with those it allows, in Chinese', () => {
    const { cases } = run(storyOf(apply, { ...agree, 动作: '确认退款' }))
    expect(cases[1]).toMatchObject({
      ok: false,
      issues: [],
      differences: [
        {
          place: '动作 › 确认退款',
          got: '退款状态「退款协议等待卖家确认中」下不能「确认退款」；可以：「同意退款」「等待」「拒绝退款」「申请小二介入」「撤销申请」',
        },
      ],
    })
  })

  it('facts may be written in English, one step so and the next otherwise', () => {
    const english = {
      发生: 'applied',
      案情: {
        requested: 'refund-only',
        reason: 'agreed-discount',
        tradeState: 'WAIT_BUYER_CONFIRM_GOODS',
        paid: '100.00',
        negotiatedAmount: '10.00',
        appliedAmount: '9.00',
        appliedAt: '2026-06-24 09:00',
        asOf: '2026-06-24 10:00',
        refundState: 'WAIT_SELLER_AGREE',
        recordsComplete: true,
      },
      期望: { 退款操作: '拒绝退款' },
    }
    const corrected = { 发生: '改对', 案情: { 申请金额: '10.00', 记录完整: true }, 期望: { 退款操作: '同意退款' } }
    const taken = { 发生: 'unsaid', 案情: { appliedAmount: null }, 期望: { 退款操作: '未定' } }
    expect(run(storyOf(english, corrected, taken)).cases).toEqual(
      ['applied', '改对', 'unsaid'].map((name) => ({ name, ok: true, differences: [], issues: [] })),
    )
    const agreed = { ...agree, 动作: 'agree', 期望: { 退款状态: '退款成功', 退款操作: '不产生' } }
    expect(run(storyOf(english, corrected, agreed)).ok).toBe(true)
  })
})

describe('「穷尽」', () => {
  const SOURCE = { id: 'handbook', name: { zh: '手册', en: 'Handbook' }, checked: '2026-01-01' }
  const rule = (id: string, title: string, fact: string, value: unknown, offer: object) => ({
    id: `shop/own/${id}`,
    title,
    layer: 'shop',
    source: { document: 'handbook', clause: '1', summary: title },
    effective: { from: '2012-01-01' },
    conditions: { all: [{ fact, operator: 'equal', value }] },
    event: { type: 'settle', params: { offer } },
  })
  const check = fixtureChecker({
    rules: [
      SOURCE,
      rule('all', '无理由送赠品', 'reason', 'no-reason', { gift: true }),
      // Whether it beats the rule above is unknown, and changes nothing.
      { ...rule('free', '包邮另送赠品', 'freeShipping', true, { gift: true }), exceptionTo: ['shop/own/all'] },
      rule('mend', 'C店可维修', 'shopType', 'c-shop', { repair: true }),
    ],
  })
  const offers = (店铺类型: string, 可选方案: string[], basis: string | string[]) =>
    check({
      规则: 'shop/own/free',
      案例: [
        {
          名称: '一',
          案情: { 店铺类型, 原因: '七天无理由', 判定时间: '2026-06-24 10:00' },
          期望: { 可选方案 },
          依据: { 可选方案: basis },
        },
      ],
    }).ok

  it('holds where every member that is yes is so whatever the rest', () => {
    expect(offers('商城', ['赠品'], '穷尽')).toBe(true)
  })

  it('does not where one of them rests on a rule that holds', () => {
    expect(offers('C店', ['维修', '赠品'], ['C店可维修'])).toBe(true)
    expect(offers('C店', ['维修', '赠品'], '穷尽')).toBe(false)
  })
})
