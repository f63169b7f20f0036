// `aftersale/shop`: a program decides by the folder an operations manager writes.
// Promise: what `init` writes works as it stands and decides as its own rules say; every problem of every file is told at
// once under its file; a folder that leaves the shipped rules out without saying so is refused.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, expectTypeOf, it } from 'vitest'
import { initCommand } from '../src/cli/init.js'
import { readShop, type Shop } from '../src/cli/shop.js'
import { checkFixture, createDecider, type Settings } from '../src/index.js'
import { createReviewDecider } from '../src/reviews.js'
import { issuesOf } from './support/issues-of.js'
import { ROOT } from './support/pages.js'

const temporary = mkdtempSync(join(tmpdir(), 'aftersale-shop-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

function fresh(): string {
  const folder = join(mkdtempSync(join(temporary, 'shop-')), 'my-shop')
  expect(initCommand([folder], 'zh').code).toBe(0)
  return folder
}

function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(temporary, 'own-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}

// Unlike the shipped rules, the folder frees members of level three from the outbound postage and extends by seven days.
const dress = {
  申请: '退货退款',
  原因: '七天无理由',
  店铺类型: 'C店',
  交易状态: '待收货',
  包邮: true,
  实付金额: '88.00',
  发货邮费: '8.00',
  签收时间: '2026-06-23 18:00',
  申请时间: '2026-06-26 10:00',
  判定时间: '2026-06-26 10:30',
  不影响二次销售: true,
  配件齐全: true,
  记录完整: true,
}

describe('readShop', () => {
  it('gives what createDecider takes: own rules, own facts, a rule left out, a setting, the shipped packs', () => {
    const shop = readShop(fresh())
    expect(Object.keys(shop).sort()).toEqual(['facts', 'omit', 'rules', 'settings'])
    expect(Object.keys(shop.facts)).toEqual(['memberLevel'])
    expect(shop.omit).toEqual(['shop/trade/extend-receipt-ten-days'])
    expect(shop.settings).toEqual({ afterSalePeriodDays: 5 })
    const decider = createDecider(shop)
    for (const [level, refund, postage] of [
      [3, '88.00', 'seller'],
      [2, '80.00', 'buyer'],
    ] as const) {
      const decided = decider.safeDecide({ ...dress, 会员等级: level })
      expect(decided).toMatchObject({
        ok: true,
        value: {
          outcome: 'settled',
          amount: { refund: { value: refund } },
          answers: { outboundPostage: { value: postage }, extendReceipt: { value: 7 } },
        },
      })
    }
  })

  it('goes with floors, and to fixtures, as it is', () => {
    const folder = fresh()
    const shop = readShop(folder)
    const enforced = createDecider({ ...shop, floors: 'enforce' }).safeDecide(
      { ...dress, 会员等级: 2 },
      { presume: true },
    )
    // The law does not let 8 yuan be taken off.
    expect(enforced).toMatchObject({ ok: true, value: { amount: { refund: { value: '88.00' } } } })
    const fixture = readFileSync(join(folder, 'fixtures/shop/postage/member-outbound-free.json'), 'utf8')
    expect(checkFixture(JSON.parse(fixture), shop)).toMatchObject({ ok: true })
  })

  it('has the types of the model', () => {
    expectTypeOf<Shop['settings']>().toEqualTypeOf<Settings>()
    expectTypeOf<Parameters<typeof createDecider>[0]>().toExtend<Partial<Shop>>()
    expectTypeOf<Shop<'reviews'>>().toExtend<Parameters<typeof createReviewDecider>[0]>()
    expectTypeOf<'review'>().not.toExtend<Parameters<typeof readShop<'reviews'>>[1]>()
  })

  it('reads the rules of another model, from a folder of several and from one of its own', () => {
    const several = folderOf({ 'aftersale.json': { extends: ['law', 'taobao', 'sop', 'reviews'] } })
    expect(createReviewDecider(readShop(several, 'reviews')).ruleSet).toHaveLength(64)
    const own = folderOf({ 'aftersale.json': { model: 'reviews', extends: ['reviews'] } })
    expect(readShop(own, 'reviews').rules).toEqual(readShop(several, 'reviews').rules)
    expect(issuesOf(() => readShop(own)).map(({ message }) => message.zh)).toEqual([
      "这个文件夹是模型「reviews」的，里面没有「after-sale」的规则；请写 readShop(文件夹, 'reviews')",
    ])
  })

  it('reads the example of the repository', () => {
    expect(createDecider(readShop(join(ROOT, 'examples', 'my-shop'))).ruleSet).toHaveLength(64)
  })
})

describe('what cannot be read', () => {
  it('is told all at once, each under its file', () => {
    const folder = fresh()
    const change = (file: string, from: string, to: string) => {
      const text = readFileSync(join(folder, file), 'utf8')
      expect(text).toContain(from)
      writeFileSync(join(folder, file), text.replace(from, to))
    }
    const OWN = 'shop/postage/member-outbound-free.json'
    change(OWN, '"c-shop", "mt"', '"c-shopp", "mt"')
    change('aftersale.json', 'afterSalePeriodDays', 'afterSalePeriodDay')
    const found = issuesOf(() => readShop(folder))
    expect(found.map(({ file, code, path }) => [file, code, path])).toEqual([
      [join(folder, OWN), 'unknown-value', ['conditions', 'all', 1, 'value', 0]],
      [join(folder, 'aftersale.json'), 'unknown-key', ['settings', 'afterSalePeriodDay']],
    ])
    expect(found.map(({ nearest }) => nearest)).toEqual(['c-shop', 'afterSalePeriodDays'])
    // What is no JSON, and what is no fact, stops before rules are looked at.
    change(OWN, '"layer"', 'layer')
    change('facts.json', '"role"', '"rule"')
    const unread = issuesOf(() => readShop(folder))
    expect(unread.map(({ file, code }) => [file, code])).toEqual([
      [`${join(folder, OWN)}:4:3`, 'not-readable'],
      [join(folder, 'facts.json'), 'missing-key'],
      [join(folder, 'facts.json'), 'unknown-key'],
    ])
  })

  it('says whose title stands where an id belongs', () => {
    const folder = fresh()
    const omit = ['退换货：备注内容、处理人、日期，旗帜改蓝']
    writeFileSync(
      join(folder, 'aftersale.json'),
      JSON.stringify({ extends: ['law', 'taobao', 'sop'], omit: [...omit, '没有这样的标题'] }),
    )
    const OWN = join(folder, 'shop/postage/member-outbound-free.json')
    const rule = JSON.parse(readFileSync(OWN, 'utf8')) as object
    const exceptionTo = ['无理由退款，包邮商品，C店与MT：从退款中扣除发货邮费']
    writeFileSync(OWN, JSON.stringify({ ...rule, exceptionTo }))
    const found = issuesOf(() => readShop(folder)).map(({ path, nearest, message }) => [path, nearest, message.zh])
    expect(found.slice(0, 2)).toEqual([
      [
        ['exceptionTo', 0],
        'shop/postage/no-reason-free-shipping-refund-c-shop',
        '这是「shop/postage/no-reason-free-shipping-refund-c-shop」的标题；这里写编号',
      ],
      [['omit'], 'shop/remark/return-or-exchange', '这是「shop/remark/return-or-exchange」的标题；这里写编号'],
    ])
    expect(found[2]?.[2]).toContain('要去掉的规则「没有这样的标题」不在可用范围内')
  })

  it('names the shipped pack that has a condition the folder lacks', () => {
    const found = issuesOf(() => readShop(folderOf({ 'aftersale.json': { extends: ['taobao', 'sop'] } })))
    const [name, ...more] = [...new Set(found.map(({ code }) => code))]
    expect([name, more]).toEqual(['unknown-condition', []])
    for (const { message } of found) expect(message.zh).toContain('在随包规则「law」里，没有带上')
    const own = { condition: 'never-returnabel' }
    const source = { document: 'a', clause: '1', summary: '甲' }
    const rule = {
      id: 'shop/a',
      title: '甲',
      layer: 'shop',
      source,
      effective: { from: '2026-01-01' },
      conditions: own,
    }
    const misprinted = folderOf({
      'aftersale.json': { extends: ['law'] },
      'sources.json': [{ id: 'a', name: { zh: '甲', en: 'a' }, checked: '2026-01-01' }],
      'shop/a.json': { ...rule, event: { type: 'settle', params: { verdict: 'accept' } } },
    })
    expect(issuesOf(() => readShop(misprinted))[0]?.message.zh).toContain('最接近的是「never-returnable」')
  })

  it('a folder that is not there, a model that is not there', () => {
    const nowhere = join(temporary, 'nowhere')
    expect(issuesOf(() => readShop(nowhere))).toEqual([
      {
        file: nowhere,
        path: [],
        code: 'not-readable',
        message: { zh: '没有这个规则文件夹', en: 'there is no such folder of rules' },
      },
    ])
    const model = JSON.parse('"review"') as 'reviews'
    expect(issuesOf(() => readShop(temporary, model))[0]?.message.en).toBe(
      'there is no model "review"; accepted: after-sale, reviews, complaints, service-levels',
    )
  })

  it('leaves the shipped rules out only where the folder says so', () => {
    const unsaid = folderOf({ 'aftersale.json': {} })
    expect(issuesOf(() => readShop(unsaid))).toEqual([
      {
        file: join(unsaid, 'aftersale.json'),
        path: ['extends'],
        code: 'missing-key',
        message: {
          zh: '没有写明带哪些随包规则：要带，写 {"extends": ["law", "taobao", "sop"]}；不带，写 {"extends": []}',
          en: 'it does not say which shipped rules come with it: write {"extends": ["law", "taobao", "sop"]} to bring them in, {"extends": []} to leave them out',
        },
      },
    ])
    expect(readShop(folderOf({ 'aftersale.json': { extends: [] } })).rules).toEqual([])
  })
})
