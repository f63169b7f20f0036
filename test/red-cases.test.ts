// What `aftersale test` says of a case that fails where nothing was expected, or nothing came out.
// Promise: an empty list of rules or of tasks is said in words, not in brackets.
import { afterAll, describe, expect, it } from 'vitest'
import { onDay, ownShop } from './support/own-shop.js'

const shop = ownShop()
afterAll(() => shop.remove())

describe('nothing, in a case that fails', () => {
  it('is said in words, of rules and of an answer by members', () => {
    // On the twelfth, eleven days after signing, no rule speaks: neither verdict nor task, and no rule behind it.
    const late = onDay(12, '退货退款', '无') as { readonly 期望: object }
    const wrong = { ...late, 期望: { ...late.期望, 任务: ['收货验货'] }, 依据: { 结论: ['七天内退货：支持'] } }
    shop.write('red.json', { 规则: 'shop/within-seven', 案例: [wrong] })
    const { code, out } = shop.run('test', 'red.json', '--rules', 'rules')
    expect(code).toBe(1)
    expect(out).toContain('依据.结论\n      应为：七天内退货：支持\n      实为：没有规则\n')
    expect(out).toContain('      实为：没有\n    依据.结论')
    expect(shop.run('test', 'red.json', '--rules', 'rules', '--lang', 'en').out).toContain('got:      no rule\n')
  })
})
