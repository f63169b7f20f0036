// What the proving commands take for a question, for cases and for a list of sources, and what they say where it is none.
// Promise: what one command prints another takes; a wrong word is told with the nearest.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OwnShop, ownShop, withinSeven } from './support/own-shop.js'

let shop: OwnShop
beforeAll(() => {
  shop = ownShop()
})
afterAll(() => shop.remove())

describe('a member of a question', () => {
  const names = ['扣发货邮费', '扣除项·扣发货邮费', 'deductions.outbound-postage', '扣除项']

  it.each(names)('%s is taken by verify, diff and generate', (name) => {
    expect(shop.run('verify', '--rules', 'rules', '--question', name).err).not.toContain('不在可用范围内')
    expect(shop.run('diff', 'rules', 'rules', '--expect-only', name).code).toBe(0)
    expect(shop.run('generate', name, '--rules', 'rules').err).not.toContain('没有规则')
  })

  it('is told with the nearest where there is none', () => {
    const near = '最接近的是「扣发货邮费」'
    expect(shop.run('verify', '--rules', 'rules', '--question', '扣发货邮').err).toContain(near)
    expect(shop.run('diff', 'rules', 'rules', '--expect-only', '扣发货邮').err).toContain(near)
    expect(shop.run('generate', '扣发货邮', '--rules', 'rules').err).toContain(near)
    expect(shop.run('generate', 'shop/within-sevn', '--rules', 'rules').err).toContain(
      '最接近的是「shop/within-seven」',
    )
  })
})

describe('one question of the shipped rules', () => {
  it('has the findings accepted of its rules, and of no other', { timeout: 120_000 }, () => {
    const { code, out } = shop.run('verify', '--question', '退款操作', '--reporter', 'json')
    expect([code, JSON.parse(out).stale]).toEqual([0, []])
  })
})

describe('a folder of its own', () => {
  it('has no cases yet, and does not try the shipped ones', () => {
    for (const command of ['test', 'coverage', 'mutate']) {
      const { code, out, err } = shop.run(command, '--rules', 'rules')
      expect([command, code, out]).toEqual([command, 1, ''])
      expect(err).toContain('还没有案例')
    }
  })

  it('is told what its list of sources should be', () => {
    const entry = { id: 'own', name: { zh: '告示', en: 'notices' }, checked: '2026-01-01' }
    const said = (content: unknown) => {
      shop.write('listed/aftersale.json', { extends: [] })
      shop.write('listed/shop/within-seven.json', withinSeven)
      shop.write('listed/sources.json', content)
      return shop.run('verify', '--rules', 'listed', '--question', '结论').err
    }
    expect(said({ own: entry })).toContain('listed/sources.json：这里应是出处的列表')
    const { checked, ...rest } = entry
    expect(said([{ ...rest, checkd: checked }])).toContain(
      'listed/sources.json[0]：这份出处缺少「checked」：最近一次核对的日期；写成了「checkd」',
    )
    expect(said([entry, { ...entry, checked: '2026-02-01' }])).toContain(
      'listed/sources.json[1] › id：出处「own」在这个列表里写了两次',
    )
    expect(said([entry])).toBe('')
  })

  it('is told of a document in the wrong place together with what else is wrong with it', () => {
    shop.write('placed/aftersale.json', { extends: [] })
    shop.write('placed/shop/elsewhere.json', {
      ...withinSeven,
      conditions: { all: [{ fact: 'reasn', operator: 'equal', value: 'quality-defect' }] },
    })
    const { err } = shop.run('verify', '--rules', 'placed')
    expect(err).toContain('与文件路径不一致')
    expect(err).toContain('最接近的是「reason」')
  })
})

describe('rules that disagree on a task or a flag', () => {
  it('are named in the sheet, member by member, though the case is settled without them', () => {
    const saying = (id: string, params: object) => ({
      ...withinSeven,
      id,
      title: id,
      conditions: { all: [{ fact: 'requested', operator: 'equal', value: 'return-and-refund' }] },
      event: { type: 'handle', params },
    })
    shop.write('apart/aftersale.json', { extends: [] })
    shop.write('apart/shop/a.json', saying('shop/a', { tasks: { 'inspect-return': true }, flag: 'red' }))
    shop.write('apart/shop/b.json', saying('shop/b', { tasks: { 'inspect-return': false }, flag: 'blue' }))
    shop.write('apart.json', { 申请: '退货退款', 判定时间: '2026-06-26 10:00' })
    for (const form of [[], ['--explain', 'shop']]) {
      const { out } = shop.run('decide', 'apart.json', '--rules', 'apart', ...form)
      expect(out).toMatch(/任务·收货验货(：| +)规则互相冲突/)
      expect(out).toMatch(/旗帜(：| +)规则互相冲突/)
      expect(out).not.toContain('可能为：规则互相冲突')
    }
  })
})
