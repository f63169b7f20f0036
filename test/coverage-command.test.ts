// `aftersale coverage` on a shop of two rules: every point it counts is counted here by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forDefects, onDay, ownShop } from './support/own-shop.js'

const shop = ownShop()
const fixture = 'rules/fixtures/shop/within-seven.json'

beforeAll(() => {
  // Day 3: accepted. 2 points of a rule and 2 of each leaf, and days 7 and 8: 8 points; of these the case shows that the
  // rule decides and that both leaves hold. Of the other rule, 4 points, it shows that rule and leaf fail: 5 of 12.
  shop.write(fixture, { 规则: 'shop/within-seven', 案例: [onDay(4, '退货退款', '支持')] })
})

afterAll(shop.remove)

describe('aftersale coverage', () => {
  it('says what no case shows, rule by rule, and ends with 1', () => {
    const { code, out, err } = shop.run('coverage', '--rules', 'rules')
    expect(err).toBe('')
    expect(out).toBe(
      [
        '✗ 质量问题：店铺责任  shop/for-defects',
        '  没有案例由它作答',
        '  没有案例满足「原因为质量问题」',
        '  没有一对案例由「原因为质量问题」决定成立与否',
        '',
        '✗ 七天内退货：支持  shop/within-seven',
        '  没有案例用不上它',
        '  没有案例不满足「申请为退货退款」',
        '  没有一对案例由「申请为退货退款」决定成立与否',
        '  没有案例不满足「签收后天数不超过 7 天」',
        '  没有一对案例由「签收后天数不超过 7 天」决定成立与否',
        '  没有案例的签收后天数正好是 7 天（「签收后天数不超过 7 天」的边界）',
        '  没有案例的签收后天数正好是 8 天（「签收后天数不超过 7 天」的边界）',
        '',
        '覆盖 33.3%（15 处中的 5 处）',
        '',
      ].join('\n'),
    )
    expect(code).toBe(1)
  })

  it('says so in English and as JSON', () => {
    const english = shop.run('coverage', '--rules', 'rules', '--lang', 'en')
    expect(english.out).toContain('  no case has days since signing at exactly 8 days')
    expect(english.out).toContain('covered 33.3% (5 of 15)\n')
    const { code, out } = shop.run('coverage', '--rules', 'rules', '--reporter', 'json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      covered: 5,
      points: 15,
      percent: 33.3,
      rules: [
        {
          rule: 'shop/for-defects',
          covered: 2,
          points: 5,
          missing: [
            '没有案例由它作答',
            '没有案例满足「原因为质量问题」',
            '没有一对案例由「原因为质量问题」决定成立与否',
          ],
        },
        { rule: 'shop/within-seven', covered: 3, points: 10 },
      ],
    })
  })

  it('looks at one rule alone where it is named, and says so where there is none of that id', () => {
    const { code, out } = shop.run('coverage', '--rules', 'rules', '--rule', 'shop/for-defects')
    expect(out.split('\n').slice(-3)).toEqual(['', '覆盖 40%（5 处中的 2 处）', ''])
    expect(out).not.toContain('shop/within-seven')
    expect(code).toBe(1)
    const { code: refused, err } = shop.run('coverage', '--rules', 'rules', '--rule', 'shop/for-defect')
    expect([refused, err]).toEqual([
      1,
      '有 1 处需要改：\n没有规则或命名条件「shop/for-defect」；最接近的是「shop/for-defects」\n',
    ])
  })

  it('ends with 0 once every point is shown', () => {
    shop.write(fixture, {
      规则: 'shop/within-seven',
      案例: [onDay(8, '退货退款', '支持'), onDay(9, '退货退款', '无'), onDay(4, '换货', '无')],
    })
    const defect = { 名称: '破洞', 案情: { 原因: '质量问题', 判定时间: '2026-06-04 10:00' }, 期望: { 责任方: '店铺' } }
    shop.write('rules/fixtures/shop/for-defects.json', { 规则: 'shop/for-defects', 案例: [defect] })
    const { code, out } = shop.run('coverage', '--rules', 'rules')
    expect(out).toBe('覆盖 100%（15 处中的 15 处）\n')
    expect(code).toBe(0)
  })

  it('asks for no case in which a leaf fails that admits every value there is', () => {
    const anyShop = { fact: 'shopType', operator: 'in', value: ['c-shop', 'mt', 'tmall'] }
    const conditions = { all: [...forDefects.conditions.all, anyShop] }
    shop.write('rules/shop/for-defects.json', { ...forDefects, conditions })
    // One point more: that the leaf holds. No pair can be asked for.
    expect(shop.run('coverage', '--rules', 'rules').out).toBe('覆盖 100%（16 处中的 16 处）\n')
  })

  it('asks for fixtures that pass first, and for options that exist', () => {
    shop.write('wrong.json', { 规则: 'shop/within-seven', 案例: [onDay(9, '退货退款', '支持')] })
    const { code, out, err } = shop.run('coverage', 'wrong.json', '--rules', 'rules')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    // One case is wrong; what to do first is said above it, as it is typed, and is no second one.
    expect(err).toBe(
      '有 1 处需要改：\n先让案例全部通过，再来检查案例够不够：aftersale test wrong.json --rules rules\n' +
        'wrong.json › 退货退款，6 月 9 日申请：案例不通过\n',
    )
    const mutated = shop.run('mutate', 'wrong.json', '--rules', 'rules')
    expect([mutated.code, mutated.err]).toEqual([1, err])
    expect(shop.run('coverage', '--reporter', 'junit').code).toBe(64)
    // Twenty are shown of twenty-five, and all are counted.
    const many = Array.from({ length: 25 }, (_, i) => ({ ...onDay(9, '退货退款', '支持'), 名称: `第 ${i + 1} 个` }))
    shop.write('many.json', { 规则: 'shop/within-seven', 案例: many })
    const all = shop.run('coverage', 'many.json', '--rules', 'rules').err
    expect(all).toMatch(/^有 25 处需要改：\n/)
    expect(all.trimEnd().split('\n').at(-1)).toBe('……还有 5 个')
  })
})
