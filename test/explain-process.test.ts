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
const REAPPLY = '请您重新申请退款，或请平台客服重开。'

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

  it('asserts nothing where facts contradict each other, and hands over', () => {
    // Sent on the 23rd, signed for on the 22nd.
    expect(told({ 退款状态: '退款成功', 发货时间: '2026-06-23 10:00' })).toEqual([
      '您好，这笔退款已经完成。',
      '您的情况还需同事核实，会尽快答复您。',
    ])
  })

  it('says what it took for granted only where it tells something', () => {
    const usual = '以上按通常情况答复，如与实际不符请告诉我们。'
    const presuming = (more: ChineseCase) =>
      explain(all.decide({ ...skirt, 店铺类型: '商城', ...more }, { presume: true }), { to: 'buyer', lang: 'zh' })
    expect(presuming({ 退款状态: '退款成功' }).split('\n').at(-1)).toBe(usual)
    expect(presuming({ 退款状态: '退款成功', 不影响二次销售: false })).toBe('您好，这笔退款已经完成。')
  })

  it('is over whatever is decided now: no refusal, no question', () => {
    expect(told({ 退款状态: '退款成功', 不影响二次销售: false })).toEqual(['您好，这笔退款已经完成。'])
    const little = { 申请: '退货退款', 原因: '七天无理由', 退款状态: '退款关闭', 判定时间: '2026-07-01 17:00' } as const
    expect(explain(shop.decide(little), { to: 'buyer', lang: 'zh' })).toBe('您好，这笔退款申请已经关闭。')
  })

  it('leaves a later request of another kind as it is', () => {
    const decision = shop.decide({ ...skirt, 申请: '换货', 退款状态: '退款成功' })
    expect(decision).not.toHaveProperty('refundState')
    expect(explain(decision, { to: 'buyer', lang: 'zh' })).not.toContain('已经完成')
  })

  it('has nothing to be corrected before it is paid', () => {
    const staff = (more: ChineseCase) =>
      explain(shop.decide({ ...skirt, 申请金额: '88.00', ...more }), { to: 'shop', lang: 'zh' })
    expect(staff({ 退款状态: '退款成功' })).toContain('88.00 元（比应退多）')
    expect(staff({ 退款状态: '退款协议等待卖家确认中' })).toContain('88.00 元（比应退多，打款前请买家改正）')
  })

  it('stands in the decision', () => {
    const { refundState } = shop.decide({ ...skirt, 退款状态: '退款关闭' })
    expect(refundState).toEqual({ state: 'CLOSED', label: { zh: '退款关闭', en: 'refund closed' } })
    expect(shop.decide(skirt)).not.toHaveProperty('refundState')
  })

  it('stands where the case leaves open which refund was asked for: it still goes where its step leads', () => {
    const open = { 退款状态: '退款协议等待卖家确认中', 协商不成: true, 换货签收时间: '2025-03-07 11:00' } as const
    for (const said of [open, { ...open, 申请: { 之一: ['仅退款', '退货退款'] } } as const]) {
      const { refundState, nextState } = shop.decide(said)
      expect([refundState?.state, nextState?.state]).toEqual(['WAIT_SELLER_AGREE', 'PLATFORM_INTERVENTION'])
    }
    // An ended refund may be an earlier one, where an exchange may be asked for now.
    const either = { ...skirt, 申请: { 之一: ['退货退款', '换货'] }, 退款状态: '退款成功' } as const
    expect(shop.decide(either)).not.toHaveProperty('refundState')
  })
})

describe('a refund that waits for the return', () => {
  const agreed = { 退款状态: '退款协议达成，等待买家退货', 同意时间: '2026-06-25 11:00' } as const

  it('names the last day while it lies ahead, and asks for the waybill once', () => {
    const text = told({ ...agreed, 判定时间: '2026-07-02 23:59' })
    expect(text).not.toContain('寄出后请填写退货快递单号。')
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
      expect(told({ ...agreed, 判定时间, 不影响二次销售: false })).toEqual(['您好，很抱歉，您的申请不符合办理条件。'])
  })

  it('is applied for again as well where another solution was offered, or no rule says', () => {
    // A coat worn on day 10: the shop offers other solutions. Agreed on the 20th, seven days end with the 27th.
    const late = { ...agreed, 原因: '质量问题', 签收时间: '2026-06-10 10:00', 申请时间: '2026-06-20 10:00' } as const
    const verified = { ...late, 同意时间: '2026-06-20 11:00', 问题已核实: true, 已提供照片: true } as const
    const decision = shop.decide({ ...skirt, ...verified })
    expect(decision.answers.verdict.value).toBe('offer')
    expect(decision.tasks.map(({ task }) => task)).toContain('tell-to-reapply')
    expect(told(verified).join()).not.toContain('最迟')
  })

  it('names no last day that has gone by, though the parcel is on its way', () => {
    const sent = { ...agreed, 退货寄出时间: '2026-06-27 10:00' } as const
    expect(told({ ...sent, 判定时间: '2026-07-02 23:59' }).join()).toContain('最迟 2026-07-02')
    expect(told({ ...sent, 判定时间: '2026-07-03 00:00' }).join()).not.toContain('最迟')
  })

  it('for another amount than is due asks for no change: there is none to be made in this state', () => {
    expect(told({ ...agreed, 判定时间: '2026-06-26 10:00', 申请金额: '88.00' })).toContain(
      '您申请的是 88.00 元，与应退金额不一致，我们会再与您核对。',
    )
  })
})

describe('a correction that is asked for', () => {
  it('names what to enter as paid to the seller, though the amount applied for is right', () => {
    const discount = {
      申请: '仅退款',
      原因: '退折扣',
      实付金额: '100.00',
      协商金额: '10.00',
      申请金额: '10.00',
      退款状态: '卖家不同意协议，等待买家修改',
    } as const
    expect(told(discount)).toContain('退款申请中“支付给卖家的金额”请填写 90.00 元。')
  })
})

describe('postage of a return the shop bears', () => {
  const defect = {
    原因: '质量问题',
    问题已核实: true,
    已提供照片: true,
    有穿着痕迹: false,
    申请金额: '88.00',
    退回邮费: '9.00',
  } as const
  const repaid = '我们返还给您 9.00 元（支付宝转账）。'

  it('is to be advanced before the return, and was advanced after it', () => {
    expect(told(defect)).toContain(`寄回邮费请您先垫付，之后${repaid}`)
    const received = {
      ...defect,
      交易状态: '交易成功',
      交易成功时间: '2026-06-25 10:00',
      退货寄出时间: '2026-06-27 10:00',
      退货签收时间: '2026-06-28 10:00',
      验货通过: true,
    } as const
    expect(told(received)).toContain(`您垫付了寄回邮费，${repaid}`)
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

  it('are no promise any more once they have gone by', () => {
    expect(told({ ...received, 判定时间: '2026-02-24 23:59' }).join()).toContain('最迟 2026-02-24')
    expect(told({ ...received, 判定时间: '2026-02-25 00:00' }).join()).not.toContain('最迟')
  })

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

describe('what customer service is to tell', () => {
  it('is told: how to apply for what has arrived, EMS, the invoice, the scale', () => {
    const invoice = {
      店铺类型: '商城',
      交易状态: '交易成功',
      交易成功时间: '2026-06-24 10:00',
      已开发票: true,
      发票已退回: false,
      开票日期: '2026-06-23',
    } as const
    const taxed = createDecider({ rules: sop, settings: { pointsRate: 0.005 } })
    const missing = { 原因: '漏发', 申请: '补发', 清单上有: true, 包裹完好: true } as const
    const arrived = { 退款状态: '无', 退货签收时间: '2026-06-28 10:00', 验货通过: true } as const
    expect(told(arrived)).toContain('请您在订单中申请退款，选择“收到宝贝要退货”。')
    expect(told({ 需补EMS差价: true, 已承担过EMS差价: false })).toContain('下次下单请您选择 EMS。')
    expect(told(invoice, taxed)).toContain('请退回发票，退回的不扣税点。')
    expect(told(missing)).toContain('请您把收到的全部物品称重并拍照。')
    for (const text of ['收到宝贝', 'EMS。', '发票', '称重'])
      expect(told({}).filter((line) => line.includes(text))).toEqual([])
  })
})
