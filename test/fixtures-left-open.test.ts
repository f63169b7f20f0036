// What a fixture that fails is told of answers that came out open: which facts they wait for.
// Promise: the facts are those left out of the case by hand; a list of many open members stays readable.
import { describe, expect, it } from 'vitest'
import { fixtureChecker } from '../src/index.js'
import { sop } from '../src/rules.js'

const run = fixtureChecker({ rules: sop })
const RULE = 'shop/no-reason/within-seven-days'

describe('what came out open', () => {
  const got = (案情: object, 期望: object) =>
    run({ 规则: RULE, 案例: [{ 名称: '一', 案情, 期望 }] }).cases[0]?.differences[0]?.got
  const chat = {
    申请: '换货',
    原因: '七天无理由',
    签收时间: '2026-06-23 18:00',
    申请时间: '2026-06-26 09:00',
    判定时间: '2026-06-26 10:00',
    不影响二次销售: true,
    另拍付全款: false,
  }

  it('names the facts it waits for, as does a result that needs facts', () => {
    expect(got(chat, { 结论: '支持' })).toBe('未定，缺：配件齐全')
    expect(got(chat, { 结果: '可处理' })).toBe('需补充信息，缺：配件齐全')
    expect(got({ ...chat, 配件齐全: true }, { 结论: '不支持' })).toBe('支持')
  })

  it('is still 未定 for the fixture that expects it', () => {
    expect(got(chat, { 结论: '未定', 结果: '需补充信息' })).toBe(undefined)
  })

  it('in a list is named member by member, unless many are open', () => {
    const gift = (i: number, offer: object) => ({
      id: `shop/own/${i}`,
      title: `其${i}`,
      layer: 'shop',
      source: { document: 'handbook', clause: '1', summary: '为测试虚构' },
      effective: { from: '2012-01-01' },
      conditions: { all: [{ fact: 'shopType', operator: 'equal', value: 'c-shop' }] },
      event: { type: 'settle', params: { offer } },
    })
    const members = ['gift', 'repair', 'exchange', 'compensation'] as const
    const offered = (count: number) => {
      const source = { id: 'handbook', name: { zh: '手册', en: 'Handbook' }, checked: '2026-01-01' }
      const rules = [source, ...members.slice(0, count).map((member, i) => gift(i, { [member]: true }))]
      const open = { 名称: '一', 案情: { 判定时间: '2026-06-26 10:00' }, 期望: { 可选方案: [] } }
      return fixtureChecker({ rules })({ 规则: 'shop/own/0', 案例: [open] }).cases[0]?.differences[0]?.got
    }
    expect(offered(1)).toEqual(['赠品（未定，缺：店铺类型）'])
    expect(offered(3)).toHaveLength(3)
    expect(JSON.stringify(offered(3))).toContain('缺')
    expect(offered(4)).toHaveLength(4)
    expect(JSON.stringify(offered(4))).not.toContain('缺')
  })

  it('does not ask for what is presumed', () => {
    const order = { ...chat, 配件齐全: true, 申请: '退货退款', 交易状态: '待收货', 店铺类型: 'C店', 包邮: true }
    const flag = (假定: boolean) =>
      run({ 规则: RULE, 案例: [{ 名称: '一', 案情: { ...order, 记录完整: true }, 假定, 期望: { 旗帜: '紫' } }] })
    expect(flag(false).cases[0]?.differences[0]?.got).toBe('未定，缺：淘宝下单')
    expect(flag(true).cases[0]?.differences[0]?.got).toBe('蓝')
  })
})
