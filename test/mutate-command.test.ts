// `aftersale mutate` on a shop of two rules: the changes are counted by hand, and two of them nobody notices.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onDay, ownShop, withinSeven } from './support/own-shop.js'

const shop = ownShop()
const wanted = ['--rules', 'rules', '--rule', 'shop/within-seven']

beforeAll(() => {
  // Accepted on day 3, not on day 20, nor for another request: what happens on days 7 and 8 is left out on purpose.
  shop.write('rules/fixtures/shop/within-seven.json', {
    规则: 'shop/within-seven',
    案例: [onDay(4, '退货退款', '支持'), onDay(21, '退货退款', '无'), onDay(4, '换货', '无')],
  })
})

afterAll(shop.remove)

const toSix = '条件「签收后天数不超过 7 天」改成「签收后天数不超过 6 天」'
const toEight = '条件「签收后天数不超过 7 天」改成「签收后天数不超过 8 天」'

describe('aftersale mutate', () => {
  it('says which changes nobody notices and ends with 1', () => {
    const { code, out: whole, err } = shop.run('mutate', ...wanted)
    expect(err).toBe('')
    const isCase = (line: string) => line.includes('能发现它的案情')
    const cases = whole.split('\n').filter(isCase)
    const out = whole
      .split('\n')
      .filter((line) => !isCase(line))
      .join('\n')
    // The rule dropped; each of two leaves dropped and turned round; 6 and 8 for 7; two other verdicts: 9.
    expect(out).toBe(
      [
        '✗ 七天内退货：支持  shop/within-seven',
        `  ${toSix}`,
        `  ${toEight}`,
        '',
        '9 处改动：案例发现 7，加载时就报错 0，已接受 0，没有案例发现 2',
        '',
      ].join('\n'),
    )
    expect(code).toBe(1)
    // Day seven tells six from seven, day eight seven from eight.
    const days = cases.map((line) => {
      const { 案情 } = JSON.parse(line.slice(line.indexOf('{'))) as { readonly 案情: Readonly<Record<string, string>> }
      return Math.round(
        (Date.parse(`${案情.申请时间?.slice(0, 10)}Z`) - Date.parse(`${案情.签收时间?.slice(0, 10)}Z`)) / 86_400_000,
      )
    })
    expect(days).toEqual([7, 8])
  })

  it('tries every rule of the folder unless one is named', () => {
    const { code, out } = shop.run('mutate', '--rules', 'rules', '--lang', 'en')
    // Of the rule without a fixture nobody notices: dropped, its leaf turned round, three other answers. Its only leaf
    // cannot be dropped, for nothing would be left.
    expect(out).toContain(
      '✗ 质量问题：店铺责任  shop/for-defects\n  the whole rule dropped\n    a case that would notice it {',
    )
    expect(out).toContain('  party responsible changed: shop → buyer\n')
    expect(out).toContain('14 changes: 7 noticed, 0 refused, 0 accepted, 7 survived\n')
    expect(code).toBe(1)
  })

  it('passes over what is accepted, in either language, and names what survives no more', () => {
    const english = 'condition changed: days since signing is at most 7 days → days since signing is at most 8 days'
    const list = [toSix, english].map((mutant) => ({ rule: withinSeven.id, mutant, reason: '试试' }))
    shop.write('rules/accepted-mutants.json', list)
    expect(shop.run('mutate', ...wanted)).toEqual({
      code: 0,
      out: '9 处改动：案例发现 7，加载时就报错 0，已接受 2，没有案例发现 0\n',
      err: '',
    })
    shop.write('rules/accepted-mutants.json', [
      ...list,
      { rule: withinSeven.id, mutant: '去掉整条规则', reason: '试试' },
    ])
    const { code, out } = shop.run('mutate', ...wanted)
    expect(out).toContain('已接受的改动如今不再存活，请从清单中删去：shop/within-seven › 去掉整条规则')
    expect(code).toBe(1)
    const json: unknown = JSON.parse(shop.run('mutate', ...wanted, '--reporter', 'json').out)
    expect(json).toMatchObject({
      mutants: 9,
      noticed: 7,
      survivors: [],
      accepted: [
        { rule: 'shop/within-seven', kind: 'number shifted', mutant: toSix, reason: '试试' },
        { mutant: toEight },
      ],
      stale: [{ mutant: '去掉整条规则' }],
    })
  })

  it('turns down a list it cannot read, a rule that is not there, a wrong option', () => {
    shop.write('rules/accepted-mutants.json', [{ rule: 'shop/within-seven' }])
    const { code, err } = shop.run('mutate', ...wanted)
    expect(code).toBe(1)
    expect(err).toContain('accepted-mutants.json')
    shop.write('rules/accepted-mutants.json', [])
    const absent = shop.run('mutate', '--rules', 'rules', '--rule', 'shop/nothing')
    expect(absent).toMatchObject({ code: 1, out: '' })
    expect(absent.err).toContain('没有规则或命名条件「shop/nothing」')
    expect(shop.run('mutate', '--rool', 'x').code).toBe(64)
  })
})
