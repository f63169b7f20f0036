// `aftersale generate`: the cases it starts are at the boundaries they say, and fail until they are filled in.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Column } from '../src/engine/model.js'
import { createDecider } from '../src/index.js'
import { afterSaleDomain } from '../src/models/after-sale/domain.js'
import { afterSale } from '../src/models/after-sale/model.js'
import { law, sop, taobao } from '../src/rules.js'
import { rulesByLayer } from '../src/verify/layered.js'
import { caseOf } from '../src/verify/situation.js'
import { skeletonOf } from '../src/verify/skeleton.js'
import { type Document, wordsOf } from '../src/verify/words.js'
import { onDay, ownShop, withinSeven } from './support/own-shop.js'

const shop = ownShop()
afterAll(shop.remove)

interface Written {
  readonly 名称: string
  readonly 案情: Readonly<Record<string, unknown>>
  readonly 期望: object
}

describe('aftersale generate', () => {
  it('starts one case that the rule decides, one for each leaf, both sides of the number', () => {
    const { code, out, err } = shop.run('generate', 'shop/within-seven', '--rules', 'rules')
    expect(err).toBe('')
    expect(code).toBe(0)
    const { 规则, 案例 } = JSON.parse(out) as { readonly 规则: string; readonly 案例: readonly Written[] }
    expect(规则).toBe('shop/within-seven')
    expect(案例.map(({ 名称 }) => 名称)).toEqual([
      '由它作答：七天内退货：支持',
      '只差一点：不满足「申请为退货退款」',
      '刚好够：签收后天数 7',
      '刚好不够：签收后天数 8',
    ])
    expect(案例.map(({ 期望 }) => 期望)).toEqual([{}, {}, {}, {}])
    const days = 案例.map(({ 案情 }) => daysBetween(案情.签收时间, 案情.申请时间))
    expect(days.slice(2)).toEqual([7, 8])
    expect(days[0]).toBeLessThanOrEqual(7)
    expect(案例.map(({ 案情 }) => 案情.申请 === '退货退款')).toEqual([true, false, true, true])
  })

  it('starts the case in which a rule holds where a number goes by a date that is hard to fit', () => {
    const source = { document: 'own', clause: '1', summary: '自定' }
    shop.write('dated/aftersale.json', { extends: [] })
    shop.write('dated/sources.json', [{ id: 'own', name: { zh: '自定', en: 'own' }, checked: '2026-01-01' }])
    shop.write('dated/parameters/gift-threshold.json', {
      id: 'parameters/gift-threshold',
      title: '送赠品的金额',
      kind: 'money',
      by: 'signedAt',
      values: [{ from: '2026-01-01', value: 200, source }],
    })
    const bigOrder = {
      ...withinSeven,
      id: 'shop/big-order',
      conditions: { all: [{ fact: 'paid', operator: 'greaterThanInclusive', value: { fact: 'gift-threshold' } }] },
    }
    shop.write('dated/shop/big-order.json', bigOrder)
    const { out, err } = shop.run('generate', 'shop/big-order', '--rules', 'dated')
    expect(err).toContain('只找到它成立的案情；刚好不够、只差一点的，请照它改')
    const [{ 名称, 案情 }] = JSON.parse(out).案例 as [Written]
    expect([名称, 案情.实付金额, 案情.签收时间]).toEqual([
      '它成立：七天内退货：支持',
      '200.00',
      expect.stringMatching(/^2026-/),
    ])
  })

  it('is turned down by `aftersale test` while expectations are empty', () => {
    const { out } = shop.run('generate', 'shop/for-defects', '--rules', 'rules')
    shop.write('started.json', JSON.parse(out))
    const tested = shop.run('test', 'started.json', '--rules', 'rules')
    expect(tested.code).toBe(1)
    expect(tested.out).toContain('期望：「期望」是空的：什么也没有检验')
    expect(tested.out).toContain('0 passed, 2 failed')
  })

  it('covers a question: its rule answers, and none does; each case a story to fill in', () => {
    const { code, out, err } = shop.run('generate', '结论', '--rules', 'rules', '--write-fixtures', 'stories')
    expect(code).toBe(0)
    expect(err).toBe(
      'stories/verdict-001.json：已写出\nstories/verdict-002.json：已写出\n2 个区域，2 个案情；少于 2 个不可能\n',
    )
    const stories = JSON.parse(out) as readonly { readonly 故事: string; readonly 步骤: readonly Written[] }[]
    expect(stories.map((story) => story.故事).toSorted()).toEqual([
      '「结论」没有规则作答',
      '「结论」由「七天内退货：支持」作答',
    ])
    const answered = stories.find((story) => story.故事.includes('由'))?.步骤[0]?.案情
    // Seven days is where the rule just still holds.
    expect(daysBetween(answered?.签收时间, answered?.申请时间)).toBe(7)
    const tested = shop.run('test', 'stories', '--rules', 'rules')
    expect(tested.code).toBe(1)
    expect(tested.out).toContain('0 passed, 2 failed')
  })

  it('writes the cases of a rule where its fixture belongs, and never over what is there', () => {
    const words = ['generate', 'shop/within-seven', '--rules', 'rules', '--write-fixtures', 'started'] as const
    const file = 'started/shop/within-seven.json'
    const first = shop.run(...words)
    expect([first.code, first.err]).toEqual([0, `${file}：已写出\n`])
    expect(JSON.parse(readFileSync(join(shop.folder, file), 'utf8'))).toEqual(JSON.parse(first.out))
    shop.write(file, { 规则: 'shop/within-seven', 案例: [onDay(8, '退货退款', '支持')] })
    const again = shop.run(...words)
    expect([again.code, again.err]).toEqual([0, `${file}：已经存在，没有覆盖；要重写就先移走它\n`])
    expect(shop.run('test', file, '--rules', 'rules').out).toBe('1 passed, 0 failed\n')
  })

  it('writes no fixtures among rules, where they would be read as such', () => {
    const words = ['generate', 'shop/within-seven', '--rules', 'rules', '--write-fixtures'] as const
    const said = '这里面的文件会被当作规则来读；案例请写到 rules/fixtures，或规则文件夹外面'
    const refused = (place: string) => ({ code: 64, out: '', err: `${place}：${said}\n用法见 aftersale --help\n` })
    for (const place of ['rules', 'rules/shop', 'rules/found'])
      expect(shop.run(...words, place)).toEqual(refused(place))
    // Another shop's folder is one of rules as well, and so is one that has no aftersale.json but is named.
    shop.write('other/aftersale.json', {})
    expect(shop.run(...words, 'other/found').err).toContain('案例请写到 other/fixtures，')
    shop.write('plain/shop/within-seven.json', withinSeven)
    expect(shop.run('generate', '结论', '--rules', 'plain', '--write-fixtures', 'plain/shop').code).toBe(64)
    expect(shop.run('verify', '--rules', 'rules', '--write-fixtures', 'rules/found')).toEqual(refused('rules/found'))
    expect(shop.run(...words, 'rules/fixtures/new').err).toBe('rules/fixtures/new/shop/within-seven.json：已写出\n')
    expect(shop.run('generate', 'shop/within-seven', '--rules', 'rules').code).toBe(0)
  })

  it('says where it cannot write', () => {
    shop.write('taken', '')
    const { code, out, err } = shop.run('generate', '结论', '--rules', 'rules', '--write-fixtures', 'taken')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('taken/verdict-001.json：')
  })

  it('wants one rule that is there', () => {
    expect(shop.run('generate').code).toBe(64)
    const { code, out, err } = shop.run('generate', 'shop/none', '--rules', 'rules', '--lang', 'en')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('there is no rule or named condition "shop/none"')
  })
})

describe('cases at the boundaries of a rule', () => {
  const documents = [...law, ...taobao, ...sop] as readonly Document[]
  // A rule that compares with a setting holds in no case of a shop that has not made it (tested below).
  const settings = { returnWaybillDays: 7 }
  const shipped = { domain: afterSaleDomain, model: afterSale, documents, omit: [], settings }
  const rulings = rulesByLayer(shipped)(['shop'], {})
  if (!rulings.ok) throw new Error('the shipped rules load')
  // Boundary cases are made for the shop layer alone, and traced on it.
  const decider = createDecider({ rules: sop, settings })
  const words = wordsOf(afterSale, documents)

  it.each(rulings.value.ruleSet.rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const { cases, lacking } = skeletonOf(rulings.value, rule, words)
    expect(lacking.map(({ zh }) => zh)).toEqual(IMPOSSIBLE[id] ?? [])
    if (lacking.some(({ zh }) => zh === NOT_FOUND)) {
      expect(cases).toEqual([])
      return
    }
    const statuses = cases.map(({ 名称, 案情 }) => {
      const [traced] = decider.trace(案情, (one) => one === id)
      return [名称.split('：')[0], traced?.status]
    })
    expect(statuses[0]).toEqual(['由它作答', 'yes'])
    for (const [name, status] of statuses.slice(1))
      expect([name, status]).toEqual([name, name === '刚好够' ? 'yes' : 'no'])
    expect(new Set(cases.map(({ 名称 }) => 名称)).size).toBe(cases.length)
  })

  it('say of a text what belongs there, as far as there is room', () => {
    const { ruleSet } = rulings.value
    const waybill = ruleSet.model.columnOf.get('returnWaybill') as Column
    expect(caseOf(rulings.value, new Map([[waybill.index, 0]]))).toEqual({ 退货单号: 'YT1234567892', 记录完整: true })
    const sku = ruleSet.model.columnOf.get('sku') as Column
    const says = (kind: Column['kind']) => {
      const model = { ...ruleSet.model, columns: [{ ...sku, index: 0, kind }] }
      return caseOf({ ...rulings.value, ruleSet: { ...ruleSet, model } }, new Map([[0, 0]]))
    }
    expect(says(sku.kind)).toEqual({ 货号: '某货号', 记录完整: true })
    expect(says({ kind: 'text', maxLength: 2 })).toEqual({ 货号: '某货', 记录完整: true })
  })

  it('names the setting a rule cannot hold without', () => {
    const unset = rulesByLayer({ ...shipped, settings: {} })(['shop'], {})
    if (!unset.ok) throw new Error('the shipped rules load')
    const rule = unset.value.ruleSet.rules.find(({ id }) => id === 'shop/refund/waybill-not-entered')
    if (rule === undefined) throw new Error('the rule is shipped')
    expect(skeletonOf(unset.value, rule, words)).toEqual({
      cases: [],
      lacking: [
        { zh: '没有找到它成立的案情，请自己写', en: 'no case was found in which it holds' },
        {
          zh: '店铺没有设置「returnWaybillDays」：与它比较的条件无从判断',
          en: 'the shop has not set returnWaybillDays: what is compared with it cannot be told',
        },
      ],
    })
  })
})

/** Sides there are no cases of, with what is said of them. */
const NOT_DISPROVED = ['没有找到只差「核实不属实为否」的案情，请自己写']
const NOT_FOUND = '没有找到它成立的案情，请自己写'
const IMPOSSIBLE: Readonly<Record<string, readonly string[]>> = {
  // Manners are owed whatever is asked for: the rule lists every request there is, and one is always asked for.
  'shop/service/contact-manners': [
    '「申请为仅退款、退货退款、换货、补发、维修、查件之一」总是成立：没有不满足它的案情',
  ],
  // By the shop's rules alone only an agreement supports such a refund, and no case is put together with one.
  'shop/refund-state/wait-for-interception': [NOT_FOUND],
  // What was found true was not found untrue as well.
  'shop/broken-package/exchange': NOT_DISPROVED,
  'shop/broken-package/guide-refund': NOT_DISPROVED,
  'shop/broken-package/place-exchange-order': NOT_DISPROVED,
  'shop/broken-package/refund': NOT_DISPROVED,
  'shop/broken-package/reship-missing': NOT_DISPROVED,
  'shop/quality/claim-not-found': ['没有找到只差「问题已核实为否」的案情，请自己写'],
  // Both decide the verdict as well: alone they matter beside a new order for an exchange, or an agreement.
  'shop/registers/inspect-undecided-return': [
    '没有找到只差「不影响二次销售为是」的案情，请自己写',
    '没有找到只差「配件齐全为是」的案情，请自己写',
  ],
  // A parcel that was signed for was not refused.
  'shop/exchange/ask-to-send-back': ['没有找到只差「拒签为否」的案情，请自己写'],
  'shop/no-reason/not-supported': ['没有找到只差「拒签为否」的案情，请自己写'],
}

/** Beijing days between two moments as they are written. */
function daysBetween(from: unknown, to: unknown): number {
  const day = (moment: unknown) => Date.parse(`${String(moment).slice(0, 10)}T00:00:00Z`)
  return (day(to) - day(from)) / 86_400_000
}
