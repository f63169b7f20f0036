// What a buyer is promised and told to do, by the shipped rules: nothing that will not come, and nothing said twice.
// Texts worked out by hand from the sources of the rules, in both languages.
import { describe, expect, it } from 'vitest'
import { type ChineseCase, createDecider, explain } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'

const shop = createDecider({ rules: sop })
const all = createDecider({ rules: [...law, ...taobao, ...sop] })

/** What every case says beside its own facts. */
const recorded = { 记录完整: true, 淘宝下单: true, 处理人: '小林' } as const

const decide = (known: ChineseCase) => all.decide({ ...recorded, ...known }, { presume: true })

const told = (known: ChineseCase, lang: 'zh' | 'en' = 'zh') => explain(decide(known), { to: 'buyer', lang }).split('\n')

/** A free-shipping coat of 100.00, asked back on the day after it was signed for. */
const coat = {
  申请: '退货退款',
  原因: '七天无理由',
  包邮: true,
  不影响二次销售: true,
  配件齐全: true,
  店铺类型: 'C店',
  交易状态: '待收货',
  实付金额: '100.00',
  申请金额: '100.00',
  发货邮费: '6.00',
  签收时间: '2026-08-20 10:00',
  申请时间: '2026-08-21 10:00',
  判定时间: '2026-08-23 10:30',
} as const satisfies ChineseCase

describe('an application the shop does not pay as it stands', () => {
  const refused = { ...coat, 退款状态: '卖家不同意协议，等待买家修改', 退货寄出时间: '2026-08-22 10:00' } as const

  it('goes to the platform where no agreement is found: that is told, and no day of payment', () => {
    const failed = { ...refused, 协商不成: true } as const
    // The refund is held back: the platform's floor is better than the postage taken off.
    expect(told(failed).join()).toContain('退款金额、发货邮费由谁承担：我们再核对后答复您。')
    expect(told(failed)).toContain('我们会请平台介入。')
    expect(told(failed).join()).not.toContain('办理退款')
    expect(told(failed, 'en')).toContain('We will ask the platform to step in.')
    expect(told(failed, 'en').join()).not.toContain('The refund is made')
  })

  it('names no day of payment while it is refused or to be corrected', () => {
    // 100.00 less 6.00 outbound postage is 94.00, by the shop's own rules.
    for (const [退款状态, action] of [
      ['卖家不同意协议，等待买家修改', 'ask-to-correct'],
      ['买家已退货，等待卖家确认收货', 'refuse'],
    ] as const) {
      const decision = shop.decide({ ...recorded, ...refused, 退款状态 })
      expect(decision.answers.refundAction.value).toBe(action)
      expect(explain(decision, { to: 'buyer', lang: 'zh' })).toContain('94.00 元')
      expect(explain(decision, { to: 'buyer', lang: 'zh' })).not.toContain('工作日')
    }
  })

  it('that lies with the platform is decided there: no address, no day, no postage repaid', () => {
    const there = { ...coat, 退款状态: '小二介入' } as const
    expect(decide(there).tasks.map(({ task }) => task)).toContain('give-return-address')
    expect(told(there)).toContain('平台已介入，由平台判定。')
    expect(told(there).join()).not.toMatch(/地址|办理退款/)
    expect(told(there, 'en')).toContain('The platform will decide.')
    const defect = { ...there, 原因: '质量问题', 问题已核实: true, 已提供照片: true, 有穿着痕迹: false } as const
    expect(told({ ...defect, 退回邮费: '9.00' }).join()).not.toContain('返还')
    // Whether the shop would pay is not known, who decides is.
    const open = shop.decide({ 申请: '退货退款', 原因: '七天无理由', 退款状态: '小二介入' })
    expect(open.answers.verdict.status).toBe('open')
    expect(explain(open, { to: 'buyer', lang: 'zh' })).toContain('平台已介入，由平台判定。')
    // A refused buyer is told who decides all the same.
    const worn = shop.decide({ ...recorded, ...there, 不影响二次销售: false })
    expect(explain(worn, { to: 'buyer', lang: 'zh' })).toBe(
      '您好，很抱歉，您的申请不符合办理条件。\n平台已介入，由平台判定。',
    )
  })
})

describe('what a dearer replacement costs', () => {
  const dearer = { ...coat, 申请: '换货', 换货差价: '20.00' } as const

  it('is asked for before the goods are back, when its arrival sends nothing yet', () => {
    expect(told(dearer)).toContain('换的商品更贵，差价 20.00 元请您补上。')
    expect(told(dearer, 'en')).toContain('The replacement costs more; please pay the difference, 20.00 yuan.')
  })
})

describe('whoever reimburses the return postage', () => {
  const insured = '寄回邮费可用运费险赔付，以其限额为准。'
  const covered = '寄回邮费可用退货宝，以其限额为准。'

  it('is told to a buyer who bears it, whatever is held back of the other leg', () => {
    expect(told({ ...coat, 运费险: true })).toContain('退款金额、发货邮费由谁承担：我们再核对后答复您。')
    expect(told({ ...coat, 运费险: true })).toContain(insured)
    expect(told({ ...coat, 运费险: true }, 'en')).toContain(
      'The return postage may be covered by freight insurance, up to its limit.',
    )
    // Within 90 days of shipment.
    const treasure = { ...coat, 退货宝: true, 发货时间: '2026-08-18 10:00' } as const
    expect(told(treasure)).toContain(covered)
    expect(told(treasure, 'en')).toContain(
      "The return postage may be covered by the platform's return cover, up to its limit.",
    )
    expect(told(coat).join()).not.toMatch(/运费险|退货宝/)
  })

  it('is not told to a buyer who is refused: on the eighth day', () => {
    const late = { ...coat, 运费险: true, 申请时间: '2026-08-28 00:00', 判定时间: '2026-08-28 09:00' } as const
    expect(told(late)[0]).toBe('您好，很抱歉，您的申请不符合办理条件。')
    expect(told(late).join()).not.toContain('运费险')
  })

  it('is not told where the shop bears it and repays it', () => {
    const defect = {
      原因: '质量问题',
      问题已核实: true,
      已提供照片: true,
      有穿着痕迹: false,
      退回邮费: '9.00',
    } as const
    const text = told({ ...coat, ...defect, 申请: '换货', 运费险: true })
    expect(text).toContain('寄回邮费请您先垫付，之后我们返还给您 9.00 元（支付宝转账）。')
    expect(text.join()).not.toContain('运费险')
  })
})

describe('return postage that each pays half of', () => {
  it('is advanced by the buyer, who gets the shop’s half back', () => {
    const half = { ...coat, 约定: { 退回邮费承担: '双方分担', 经办: '张主管' } } as const
    expect(told({ ...half, 退回邮费: '9.00' })).toContain('寄回邮费请您先垫付，之后我们返还给您 4.50 元。')
    expect(told({ ...half, 退回邮费: '9.00' }, 'en')).toContain(
      'Please advance the return postage; we will repay 4.50 yuan.',
    )
    // What it cost is not known: not all of it is repaid.
    expect(told(half, 'en')).toContain('Please advance the return postage; we will repay you.')
  })
})

/** The wrong coat came from the mall, which pays postage both ways; 14.00 was advanced for the return. */
const wrong = {
  申请: '退货退款',
  原因: '错发',
  店铺类型: '商城',
  交易状态: '待收货',
  退款状态: '买家已退货，等待卖家确认收货',
  包邮: true,
  实付金额: '88.00',
  申请金额: '88.00',
  退回邮费: '14.00',
  问题已核实: true,
  已提供照片: true,
  底单称重已核: true,
  签收时间: '2026-09-01 10:00',
  申请时间: '2026-09-03 19:00',
  退货寄出时间: '2026-09-04 10:00',
  判定时间: '2026-09-07 13:10',
} as const satisfies ChineseCase

describe('a parcel that will be refused', () => {
  it('for how it was sent is told so, and no postage is promised back', () => {
    const surface = { ...wrong, 退货方式: '平邮' } as const
    expect(decide(surface).tasks.map(({ task }) => task)).toContain('refuse-return-parcel')
    expect(told(surface)).toContain('这样寄的包裹我们不能收。')
    expect(told(surface).join()).not.toContain('返还')
    expect(told(surface, 'en')).toContain('We cannot accept a parcel sent this way.')
    expect(told(surface, 'en').join()).not.toContain('repay')
  })

  it('is not one sent by EMS', () => {
    expect(told({ ...wrong, 退货方式: 'EMS' })).toContain('您垫付了寄回邮费，我们返还给您 14.00 元（收款链接）。')
    expect(told({ ...wrong, 退货方式: 'EMS' })).not.toContain('这样寄的包裹我们不能收。')
  })
})

describe('postage advanced for the shop', () => {
  const defect = {
    ...coat,
    申请: '换货',
    原因: '质量问题',
    问题已核实: true,
    已提供照片: true,
    有穿着痕迹: false,
  } as const

  it('is kept as credit where the buyer agreed to that', () => {
    expect(told({ ...defect, 同意留作余款: true, 退回邮费: '9.00' })).toContain(
      '寄回邮费请您先垫付，之后我们返还给您 9.00 元（留作余款）。',
    )
  })

  it('is not asked after while nothing was sent', () => {
    const cost = '1. 请问寄回商品的邮费是多少元？'
    expect(decide(defect).missing.map(({ fact }) => fact)).toContain('returnPostageCost')
    expect(told(defect)).not.toContain(cost)
    expect(told({ ...defect, 退货寄出时间: '2026-08-22 10:00' })).toContain(cost)
  })
})

describe('an enquiry at the courier', () => {
  it('that was answered is not to be made again', () => {
    const chased = { ...coat, 申请: '查件', 买家催件: true } as const
    const asking = '我们马上联系快递查询，有结果告诉您。'
    expect(told(chased)).toContain(asking)
    expect(decide({ ...chased, 已查件: true }).tasks.map(({ task }) => task)).toContain('contact-courier')
    expect(told({ ...chased, 已查件: true })).not.toContain(asking)
  })
})

describe('goods out of stock', () => {
  const out = { 原因: '缺货', 交易状态: '等待卖家发货', 实付金额: '88.00', 判定时间: '2026-06-26 10:30' } as const

  it('leave no choice to a buyer whose refund is agreed to', () => {
    const refund = { ...out, 申请: '仅退款', 申请金额: '88.00', 退款状态: '退款协议等待卖家确认中' } as const
    expect(told(refund)).toContain('我们会同意您的退款申请。')
    expect(told(refund)).toContain('您订的商品缺货。')
    expect(told(refund, 'en')).toContain('What you ordered is out of stock.')
    // Who only enquires is told what he can choose, though his enquiry is met.
    expect(told({ ...out, 申请: '查件' })).toContain('您订的商品缺货，可以换其他款，也可以退款。')
  })
})

describe('the order of what is to be done', () => {
  const address = '请按我们给的地址用快递或EMS寄回，除顺丰、申通外不要到付。'
  it('is: where to send, then by when to enter the waybill, which is said once', () => {
    const agreed = { ...coat, 申请金额: '94.00', 退款状态: '退款协议达成，等待买家退货' } as const
    const within = createDecider({ rules: sop, settings: { returnWaybillDays: 7 } })
    const known = { ...recorded, ...agreed, 同意时间: '2026-08-22 10:00' } as const
    const text = (asOf: string) =>
      explain(within.decide({ ...known, 判定时间: asOf, 退货寄出时间: '无' }), { to: 'buyer', lang: 'zh' }).split('\n')
    const waybills = (lines: readonly string[]) => lines.filter((line) => line.includes('快递单号'))
    const waybill = '请在我们同意后 7 天内填写退货快递单号，最迟 2026-08-29。'
    expect(waybills(text('2026-08-23 10:30'))).toEqual([waybill])
    expect(text('2026-08-23 10:30').indexOf(address)).toBeGreaterThan(0)
    expect(text('2026-08-23 10:30').indexOf(address)).toBeLessThan(text('2026-08-23 10:30').indexOf(waybill))
  })

  it('is: where to send, then the waybill, where no day is counted', () => {
    const asking = {
      id: 'shop/refund/ask-for-waybill',
      title: '等待买家退货：请买家填写退货单号，不设期限',
      layer: 'shop',
      source: { document: 'after-sale-work-plan-2024', clause: '1', summary: '为测试虚构' },
      effective: { from: '2012-01-01' },
      conditions: { all: [{ fact: 'refundState', operator: 'equal', value: 'WAIT_BUYER_RETURN_GOODS' }] },
      event: { type: 'handle', params: { tasks: { 'ask-return-waybill': true } } },
    }
    const undated = createDecider({ rules: [...sop, asking], omit: ['shop/refund/enter-waybill-in-time'] })
    const held = undated.decide({ ...recorded, ...coat, 申请金额: '94.00', 退款状态: '退款协议达成，等待买家退货' })
    const text = explain(held, { to: 'buyer', lang: 'zh' }).split('\n')
    expect(text.indexOf(address)).toBeGreaterThan(0)
    expect(text.indexOf(address)).toBeLessThan(text.indexOf('寄出后请填写退货快递单号。'))
  })

  /** One of two pieces at 44.00 never came. */
  const missing = {
    申请: '仅退款',
    原因: '漏发',
    店铺类型: 'C店',
    交易状态: '待收货',
    实付金额: '88.00',
    成交价: '44.00',
    问题已核实: true,
    已提供照片: true,
    底单称重已核: true,
    清单已核对: true,
    判定时间: '2026-08-23 10:30',
  } as const

  it('is: apply, then what to enter; after success, apply anew alone', () => {
    const enter = '退款申请中“支付给卖家的金额”请填写 44.00 元。'
    const text = told(missing)
    expect(text.slice(text.indexOf('请您在订单中申请退款。')).slice(0, 2)).toEqual(['请您在订单中申请退款。', enter])
    const late = told({ ...missing, 交易状态: '交易成功' })
    expect(decide({ ...missing, 交易状态: '交易成功' }).tasks.map(({ task }) => task)).toContain(
      'guide-refund-application',
    )
    expect(late.filter((line) => line.includes('申请退款'))).toEqual(['请您重新申请退款，或请平台客服重开。'])
    expect(late.indexOf(enter)).toBe(late.indexOf('请您重新申请退款，或请平台客服重开。') + 1)
  })
})

describe('money that others, or only one of two, are to pay', () => {
  it('names no sum where the deposit once more and the penalty stand side by side: he chooses one (民法典 588)', () => {
    const missing = {
      ...coat,
      申请: '仅退款',
      原因: '缺货',
      交易状态: '等待卖家发货',
      退款状态: '退款协议等待卖家确认中',
      签收时间: '无',
      发货时间: '无',
      付款时间: '2026-08-20 10:00',
      定金: '100.00',
      定金违约方: '店铺违约',
      合同价款: '1000.00',
      已确认缺货: true,
      承诺发货小时: 48,
    } as const satisfies ChineseCase
    expect(decide(missing).amount.compensate.items).toHaveLength(2)
    expect(told(missing)).toContain('赔付金额：我们再核对后答复您。')
    expect(told(missing).join()).not.toContain('另外赔付您')
  })

  it('says nothing of what the courier pays the shop', () => {
    const broken = {
      ...coat,
      原因: '破包',
      内物破损: true,
      快递确认: '确认破损',
      快递索赔: '同意赔付',
      问题已核实: true,
      约定: { 退回邮费承担: '买家', 经办: '主管' },
    } as const satisfies ChineseCase
    expect(decide(broken).answers.recourse.courier?.value).toBe(true)
    expect(told(broken).join()).not.toContain('快递赔付')
  })
})
