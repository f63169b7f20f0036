// What whoever writes rules is told when something is off, each from a slip a newcomer made.
// Promise: the message names the place, both sides of a contradiction, and a remedy that works.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workplace } from './support/command-line.js'

const { write, run, remove } = workplace()
afterAll(remove)

const source = { document: 'manual', clause: '1', summary: '为测试虚构' }
const manual = { id: 'manual', name: { zh: '手册', en: 'Manual' }, checked: '2026-10-15' }
const refundOnly = { all: [{ fact: 'requested', operator: 'equal', value: 'refund-only' }] }

function rule(id: string, title: string, params: object, conditions: object = refundOnly) {
  const header = { id, title, layer: 'shop', source, effective: { from: '2020-01-01' } }
  return { ...header, conditions, event: { type: 'settle', params } }
}

describe('two rules that contradict each other', () => {
  const asked = { 申请: '仅退款', 实付金额: '50.00', 判定时间: '2026-06-26 10:00', 记录完整: true }

  beforeAll(() => {
    write('clash/aftersale.json', { extends: [] })
    write('clash/sources.json', [manual])
    write('clash/refund/yes.json', rule('refund/yes', '仅退款一律支持', { verdict: 'accept', refundBase: 'full' }))
    write('clash/refund/no.json', rule('refund/no', '仅退款一律不支持', { verdict: 'refuse' }))
    write('clash/fixtures/yes.json', {
      规则: 'refund/yes',
      案例: [{ 名称: '仅退款', 案情: asked, 期望: { 结论: '支持' } }],
    })
    write('case.json', asked)
  })

  it('are named by title and id where a case fails, with the way to settle it', () => {
    const { code, out } = run(['test', '--rules', 'clash'])
    expect(code).toBe(1)
    expect(out).toBe(
      [
        '✗ refund/yes  clash/fixtures/yes.json',
        '  仅退款',
        '    期望.结论',
        '      应为：支持',
        '      实为：冲突',
        '    「结论」冲突：「仅退款一律不支持」（refund/no）与「仅退款一律支持」（refund/yes）都成立而答案不同；以哪条为准，就在哪条里写 exceptionTo，如在 refund/no 里写 "exceptionTo": ["refund/yes"]',
        '',
        '0 passed, 1 failed',
        '',
      ].join('\n'),
    )
  })

  it('are named by id on the sheet', () => {
    const { out } = run(['decide', 'case.json', '--rules', 'clash'])
    expect(out).toContain('规则互相冲突  ← 仅退款一律不支持（refund/no）；仅退款一律支持（refund/yes）')
  })
})
