// What stands behind a failing case or an open answer that no fact would help: numbers without a version, facts that
// cannot be together.
// Promise: each is named as its keeper knows it; where a fact is missing that is said instead.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workplace } from './support/command-line.js'

const { write, run, remove } = workplace()
afterAll(remove)

const source = { document: 'manual', clause: '1', summary: '为测试虚构' }
const RULE = 'shop/big-order'
const asked = { 申请: '仅退款', 原因: '退折扣', 实付金额: '300.00', 记录完整: true }
const before = { ...asked, 判定时间: '2025-12-31 10:00' }

beforeAll(() => {
  write('rules/aftersale.json', { extends: [] })
  write('rules/sources.json', [{ id: 'manual', name: { zh: '手册', en: 'Manual' }, checked: '2026-10-15' }])
  write('rules/parameters/gift-threshold.json', {
    id: 'parameters/gift-threshold',
    title: '送赠品的金额',
    kind: 'money',
    by: 'asOf',
    values: [{ from: '2026-01-01', value: 200, source }],
  })
  write(`rules/${RULE}.json`, {
    id: RULE,
    title: '满额另赔',
    layer: 'shop',
    source,
    effective: { from: '2020-01-01' },
    conditions: { all: [{ fact: 'paid', operator: 'greaterThanInclusive', value: { fact: 'gift-threshold' } }] },
    event: { type: 'settle', params: { compensation: 10 } },
  })
})

/** The report of one case. */
function tested(案情: object, 期望: object): string {
  write('fixture.json', { 规则: RULE, 案例: [{ 名称: '一', 案情, 期望 }] })
  return run(['test', 'fixture.json', '--rules', 'rules']).out
}

describe('a number without a version on the day', () => {
  const WHY = '那一天没有版本：参数「送赠品的金额」'

  it('is named where a case fails on it', () => {
    expect(tested(before, { 赔付: '10.00' })).toBe(
      [
        `✗ ${RULE}  fixture.json`,
        '  一',
        '    期望.赔付',
        '      应为：10.00',
        '      实为：未定',
        `    ${WHY}`,
        '',
        '0 passed, 1 failed',
        '',
      ].join('\n'),
    )
  })

  it('is named on the sheet', () => {
    const { out } = run(['decide', write('case.json', before), '--rules', 'rules'])
    expect(out).toContain(`（${WHY}）`)
  })

  it('is not where there is one, or where a fact is missing', () => {
    expect(tested({ ...asked, 判定时间: '2026-01-01 10:00' }, { 赔付: '20.00' })).not.toContain('没有版本')
    const unsaid = tested({ ...asked, 实付金额: undefined, 判定时间: '2026-01-01 10:00' }, { 赔付: '10.00' })
    expect(unsaid).toContain('未定，缺：实付金额')
    expect(unsaid).not.toContain('没有版本')
  })
})

describe('facts that contradict each other', () => {
  it('are told where the case fails', () => {
    const unshipped = { ...before, 发货时间: '无', 签收时间: '2025-12-30 10:00' }
    expect(tested(unshipped, { 结论: '支持' })).toMatch(/\n {4}案情自相矛盾：/)
    expect(tested(before, { 结论: '支持' })).not.toContain('自相矛盾')
  })
})
