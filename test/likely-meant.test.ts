// What a word most likely meant that the loader does not know: each slip in a folder of its own.
// Promise: the message names the word to write instead, or what is to be brought in.
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readShop } from '../src/cli/shop.js'
import { workplace } from './support/command-line.js'
import { issuesOf } from './support/issues-of.js'

const { folder, write, remove } = workplace()
afterAll(remove)

const source = { document: 'manual', clause: '1', summary: '为测试虚构' }
const manual = { id: 'manual', name: { zh: '手册', en: 'Manual' }, checked: '2026-10-15' }
const refundOnly = { all: [{ fact: 'requested', operator: 'equal', value: 'refund-only' }] }
const header = (id: string, title: string, layer = 'shop') => ({
  id,
  title,
  layer,
  source,
  effective: { from: '2020-01-01' },
})
const rule = (id: string, params: object, conditions: object = refundOnly, more: object = {}) => ({
  ...header(id, id),
  ...more,
  conditions,
  event: { type: 'settle', params },
})
const liveOrder = { ...header('shop/conditions/live-order', '直播间的订单'), conditions: refundOnly }

let folders = 0

/** What is said, in Chinese, of a folder with these documents. */
function saidOf(
  documents: readonly { readonly id: string; readonly checked?: string }[],
  shop: object = {},
  sources: readonly object[] = [],
) {
  folders += 1
  const name = `shop-${folders}`
  write(`${name}/aftersale.json`, { extends: [], ...shop })
  write(`${name}/sources.json`, [manual, ...sources])
  for (const document of documents) write(`${name}/${document.id}.json`, document)
  return issuesOf(() => readShop(join(folder, name))).map(({ message }) => message.zh)
}

describe('a named condition', () => {
  const using = (condition: string, more: object = {}) =>
    rule(`${(more as { layer?: string }).layer ?? 'shop'}/a`, { verdict: 'accept' }, { condition }, more)

  it('goes by the last part of its id, whether its whole id or its title stands there', () => {
    const lastPart = '命名条件只写编号的最后一段：「shop/conditions/live-order」写 "live-order"'
    expect(saidOf([liveOrder, using('live-order')])).toEqual([])
    expect(saidOf([liveOrder, using('shop/conditions/live-order')])).toEqual([lastPart])
    expect(saidOf([liveOrder, using('直播间的订单')])).toEqual([lastPart])
  })

  it('of a layer above cannot be used', () => {
    expect(saidOf([liveOrder, using('live-order', { layer: 'platform' })])).toEqual([
      '命名条件「live-order」属于「店铺」层，这一层不能用；只能用本层和更低的层的',
    ])
  })
})

describe('a shipped rule that was not brought in', () => {
  const own = rule('shop/quality/as-we-ask', { verdict: 'accept' })
  const left = '规则「shop/quality/as-asked」在随包规则「sop」里，没有带上；把 "sop" 也写进 extends'

  it('is not mistaken for one of the shop’s own where it is to be left out', () => {
    expect(saidOf([own], { omit: ['shop/quality/as-asked'] })).toEqual([left])
  })

  it('nor where it is excepted', () => {
    const exceptionTo = ['shop/quality/as-asked']
    expect(saidOf([own, rule('shop/b', { verdict: 'refuse' }, refundOnly, { exceptionTo })])).toEqual([left])
  })
})

describe('a source', () => {
  it('of the shop’s own with a shipped id gets another: omit is for rules', () => {
    const again = { ...manual, id: 'after-sale-work-plan-2024' }
    expect(saidOf([], { extends: ['sop', 'taobao', 'law'] }, [again])).toEqual([
      '随包规则已有出处「after-sale-work-plan-2024」，内容不同：要引用那一份，就不必再写；是另一份文件，就换一个编号',
    ])
  })

  it('in two files with different content stands once', () => {
    expect(saidOf([{ ...manual, checked: '2026-10-16' }])).toEqual([
      '出处「manual」写了两次，内容不同；留一份，或换一个编号',
    ])
  })
})

describe('members', () => {
  it('in a list are shown as they are written', () => {
    const listed = (...deductions: string[]) => saidOf([rule('shop/a', { deductions })])
    expect(listed('invoice-tax', 'commission')).toEqual([
      '「扣除项」按成员回答，如 {"invoice-tax": true, "commission": true}',
    ])
    expect(listed('nothing')).toEqual([expect.stringMatching(/^「扣除项」按成员回答，如 \{"[a-z-]+": true\}$/)])
  })
})
