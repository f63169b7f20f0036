// What a buyer reads while a refund takes its course, by the shipped rules: once it has ended, ran out of time, waits for a
// correction or for photos, or falls under two deadlines. Texts worked out by hand from the sources of the rules.
import { describe, expect, it } from 'vitest'
import { type ChineseCase, createDecider, explain } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'

const shop = createDecider({ rules: sop, settings: { returnWaybillDays: 7 } })
const all = createDecider({ rules: [...law, ...taobao, ...sop] })

/** A skirt of 88.00, free-shipping, sent for 8.00, applied for within seven days: 80.00 is due. */
const skirt = {
  申请: '退货退款',
  原因: '七天无理由',
  店铺类型: 'C店',
  交易状态: '待收货',
  包邮: true,
  实付金额: '88.00',
  发货邮费: '8.00',
  申请金额: '80.00',
  不影响二次销售: true,
  配件齐全: true,
  签收时间: '2026-06-22 10:00',
  申请时间: '2026-06-25 10:00',
  判定时间: '2026-07-01 17:00',
  记录完整: true,
} as const satisfies ChineseCase

function told(more: ChineseCase, decider = shop): string[] {
  const decision = decider.decide({ ...skirt, ...more })
  return explain(decision, { to: 'buyer', lang: 'zh' }).split('\n')
}

const LEGS = '发货邮费由您承担，寄回邮费由您承担。'
const REAPPLY = '请您重新申请退款，或联系平台客服重新开启退款入口。'

describe('a refund that has ended', () => {
  it('by closing is applied for again: no sum, no day', () => {
    const closed = { 退款状态: '退款关闭', 交易状态: '交易成功' } as const
    expect(told(closed)).toEqual(['您好，这笔退款申请已经关闭。', LEGS, REAPPLY])
  })

  it('by being paid promises nothing more, whatever the books say was refunded', () => {
    const paid = ['您好，这笔退款已经完成。', LEGS]
    expect(told({ 退款状态: '退款成功' })).toEqual(paid)
    expect(told({ 退款状态: '退款成功', 已退金额: '80.00' })).toEqual(paid)
  })

  it('stands in the decision', () => {
    const { refundState } = shop.decide({ ...skirt, 退款状态: '退款关闭' })
    expect(refundState).toEqual({ state: 'CLOSED', label: { zh: '退款关闭', en: 'refund closed' } })
    expect(shop.decide(skirt)).not.toHaveProperty('refundState')
  })
})

describe('a refund that waits for the return', () => {
  const agreed = { 退款状态: '退款协议达成，等待买家退货', 同意时间: '2026-06-25 11:00' } as const
  const waybill = '寄出后请填写退货快递单号。'

  it('names the last day while it lies ahead', () => {
    const text = told({ ...agreed, 判定时间: '2026-07-02 23:59' })
    expect(text).toContain(waybill)
    expect(text).toContain('请在我们同意后 7 天内填写退货快递单号，最迟 2026-07-02。')
    expect(text).not.toContain(REAPPLY)
  })

  it('is applied for again once that day is over, and names no day any more', () => {
    const text = told({ ...agreed, 判定时间: '2026-07-03 00:00' })
    expect(text).toContain(REAPPLY)
    expect(text.join()).not.toMatch(/快递单号|工作日/)
  })

  it('asks for no waybill and no new application where the request is refused', () => {
    for (const 判定时间 of ['2026-06-26 10:00', '2026-07-06 10:00'])
      expect(told({ ...agreed, 判定时间, 不影响二次销售: false })).toEqual([
        '您好，很抱歉，您的申请暂时不符合办理条件。',
      ])
  })

  it('for another amount than is due asks for no change: there is none to be made in this state', () => {
    expect(told({ ...agreed, 判定时间: '2026-06-26 10:00', 申请金额: '88.00' })).toContain(
      '您申请的是 88.00 元，与应退金额不一致，我们会再与您核对。',
    )
  })
})

describe('photos', () => {
  const ask = '请您提供问题照片。'

  it('are asked for until they are given', () => {
    const wrong = { 原因: '错发', 申请: '换货' } as const
    expect(told(wrong)).toContain(ask)
    expect(told({ ...wrong, 已提供照片: true, 底单称重已核: true })).not.toContain(ask)
    const broken = { 原因: '破包', 内物破损: true } as const
    expect(told(broken)).toContain(ask)
    expect(told({ ...broken, 已提供照片: true })).not.toContain(ask)
  })
})

describe('two days on which a refund is to be paid', () => {
  // Spring Festival 2026: 15 to 23 February off, 14 February worked. Two working days after the 13th end on the 24th.
  const received = {
    店铺类型: '商城',
    申请金额: '88.00',
    签收时间: '2026-02-08 10:00',
    申请时间: '2026-02-09 10:00',
    退货寄出时间: '2026-02-10 10:00',
    退货签收时间: '2026-02-13 10:00',
    判定时间: '2026-02-13 19:00',
    退款状态: '买家已退货，等待卖家确认收货',
    验货通过: true,
  } as const

  it('are told by the one that comes first', () => {
    expect(told(received)).toContain('我们收到退货后 2 个工作日内为您办理退款，最迟 2026-02-24。')
    const lawful = {
      生活消费购买: true,
      商品类别: '服装鞋帽箱包玩具家纺家居',
      定作商品: false,
      超出查验试用: false,
      受污受损: false,
      商标吊牌已摘: false,
      不宜退货性质: '无',
    } as const
    expect(told({ ...received, ...lawful }, all)).toContain('我们收到退货后 7 天内为您办理退款，最迟 2026-02-20。')
  })
})
