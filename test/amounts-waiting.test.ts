// What is asked for when an amount waits for a fact that no rule reads, and how far an amount goes that nothing bounds.
// Rates, bases and dates worked out by hand: invoice tax is 16 % until 2019-03-31 and 13 % from the next day on.
import { describe, expect, it } from 'vitest'
import { type ChineseCase, createDecider } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'

const dress = {
  申请: '退货退款',
  原因: '七天无理由',
  店铺类型: 'C店',
  交易状态: '待收货',
  淘宝下单: true,
  包邮: true,
  发货邮费: '8.00',
  签收时间: '2026-06-23 18:00',
  申请时间: '2026-06-26 10:00',
  判定时间: '2026-06-26 10:30',
  不影响二次销售: true,
  配件齐全: true,
  生活消费购买: true,
  商品类别: '服装鞋帽箱包玩具家纺家居',
  定作商品: false,
  超出查验试用: false,
  受污受损: false,
  商标吊牌已摘: false,
  不宜退货性质: '无',
  记录完整: true,
} as const satisfies ChineseCase

const packs = [...law, ...taobao, ...sop]
const missing = (decision: { readonly missing: readonly { readonly fact: string }[] }) =>
  decision.missing.map(({ fact }) => fact)

describe('the day of an invoice', () => {
  // 100.00 less 5 % commission and 0.5 % points, and the tax of the invoice: 78.50 at 16 %, 81.50 at 13 %.
  const shop = createDecider({ rules: sop, settings: { pointsRate: 0.005 } })
  const { 记录完整, ...unwritten } = dress
  const invoiced = {
    ...unwritten,
    店铺类型: '商城',
    交易状态: '交易成功',
    交易成功时间: '2026-06-25 10:00',
    实付金额: '100.00',
    已开发票: true,
    发票已退回: false,
  } as const

  it('is asked for where the rate of its day is not known', () => {
    const days = { 至少: '2019-03-30', 至多: '2019-04-02' }
    const decision = shop.decide({ ...invoiced, 记录完整, 开票日期: days })
    expect(missing(decision)).toEqual(['invoicedOn'])
    expect(decision.amount.refund).toMatchObject({ atLeast: '78.50', atMost: '81.50' })
  })

  it('is asked for where the books say that there is an invoice, and no day', () => {
    expect(missing(shop.decide({ ...invoiced, 记录完整 }))).toEqual(['invoicedOn'])
    const decision = shop.decide({ ...invoiced, 记录完整, 开票日期: '2026-06-20' })
    expect(missing(decision)).toEqual([])
    expect(decision.amount.refund.value).toBe('81.50')
  })

  it('is not asked for while it is open whether there is an invoice, nor where there is none', () => {
    const { 已开发票: _, ...open } = invoiced
    const said = {
      ...open,
      退货件数: '无',
      购买件数: 1,
      已退金额: '0.00',
      退货签收时间: '无',
      协商不成: false,
    } as const
    expect(missing(shop.decide(said))).toContain('invoiceIssued')
    expect(missing(shop.decide(said))).not.toContain('invoicedOn')
    expect(missing(shop.decide({ ...said, 已开发票: false }))).not.toContain('invoicedOn')
    expect(missing(shop.decide({ ...said, 已开发票: true }))).toContain('invoicedOn')
  })

  it('is not asked for again where it is stated and no rate is of that day', () => {
    const decision = shop.decide({ ...invoiced, 记录完整, 开票日期: '1993-12-31' })
    expect(decision.amount.refund).not.toHaveProperty('value')
    expect(missing(decision)).toEqual([])
  })

  it('is asked for by a step of the refund that waits for the amount', () => {
    const applied = { 申请金额: '81.50', 退款状态: '退款协议等待卖家确认中', 协商不成: false } as const
    const said = { ...invoiced, ...applied, 退货件数: '无', 购买件数: 1, 已退金额: '0.00', 退货签收时间: '无' } as const
    const decision = shop.decide(said)
    expect([decision.outcome, missing(decision)]).toEqual(['needs-facts', ['invoicedOn']])
    expect(shop.ask(said, 'refundAction').map(({ fact }) => fact)).toEqual(['invoicedOn'])
    expect(shop.decide({ ...said, 开票日期: '2026-06-20' }).answers.refundAction.value).toBe('agree')
  })
})

describe('the amount paid', () => {
  it('is asked for where the floor of the refund base hangs on it alone', () => {
    const enforcing = createDecider({ rules: packs, floors: 'enforce' })
    const decision = enforcing.decide(dress)
    expect(decision.outcome).toBe('needs-facts')
    expect(missing(decision)).toEqual(['paid'])
    expect(enforcing.ask(dress, 'refundBase').map(({ fact }) => fact)).toContain('paid')
    expect(enforcing.decide({ ...dress, 实付金额: '88.00' }).outcome).toBe('settled')
  })

  it('not known has no upper end, nor has a third of it', () => {
    const decision = createDecider({ rules: packs }).decide({ ...dress, 购买件数: 3, 退货件数: 1 })
    expect(decision.amount.refund).not.toHaveProperty('atMost')
    const known = createDecider({ rules: packs }).decide({ ...dress, 实付金额: '1000000.00', 购买件数: 3, 退货件数: 1 })
    // 333,333.33 less 2.67 of 8.00 of postage.
    expect(known.amount.refund.items[0]?.value).toBe('333333.33')
  })
})
