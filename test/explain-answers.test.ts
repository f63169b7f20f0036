// What a buyer reads where the answer itself is in question: a refusal, a question back, an enquiry, goods out of stock.
// Promise: nothing is said to be pending that is not, and no answer stands without what follows from it.
import { describe, expect, it } from 'vitest'
import { type Case, type ChineseCase, createDecider, explain } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'

const shop = createDecider({ rules: sop })
const all = createDecider({ rules: [...law, ...taobao, ...sop] })

function told(known: Case | ChineseCase, decider = shop): string[] {
  return explain(decider.decide(known, { presume: true }), { to: 'buyer', lang: 'zh' }).split('\n')
}

const COLLEAGUE = '您的情况还需同事核实，会尽快答复您。'
const PRESUMED = '以上按通常情况答复，如与实际不符请告诉我们。'
const PENDING = '其余情况我们正在核实，有结果后马上答复您。'

/** A dress taken in on the 23rd, asked back on the 26th. */
const dress = {
  申请: '退货退款',
  原因: '七天无理由',
  店铺类型: 'C店',
  交易状态: '待收货',
  签收时间: '2026-06-23 18:00',
  申请时间: '2026-06-26 10:00',
  判定时间: '2026-06-26 10:30',
} as const satisfies ChineseCase

describe('a refusal', () => {
  it('is no matter of time, and leaves nothing that is still being looked into', () => {
    const worn = { ...dress, 不影响二次销售: false } as const
    expect(shop.decide(worn, { presume: true }).outcome).toBe('needs-facts')
    const text = told(worn)
    expect(text[0]).toBe('您好，很抱歉，您的申请不符合办理条件。')
    expect(text).not.toContain(PENDING)
  })

  it('that may fall short of a floor is none yet: it is being looked into', () => {
    const text = told({ ...dress, 不影响二次销售: false, 配件齐全: true }, all)
    expect(text[0]).toBe('您好，您的申请我们已经收到。')
    expect(text).toContain(PENDING)
  })
})

describe('a claim of a defect on day three', () => {
  const claim = { ...dress, 原因: '质量问题', 有穿着痕迹: false, 记录完整: true } as const

  it('without a photo is the turn of the buyer, not of a colleague', () => {
    const text = told(claim, all)
    expect(text).toContain('请您提供问题照片。')
    expect(text).not.toContain(COLLEAGUE)
  })

  it('of which he will give no photo is sent in', () => {
    const text = told({ ...claim, 不提供照片: true }, all)
    expect(text).toContain('请您把商品寄回，我们检验后答复您。')
    expect(text).not.toContain(COLLEAGUE)
  })

  it('with photos, found untrue, goes to a colleague', () => {
    const text = told({ ...claim, 已提供照片: true, 核实不属实: true }, all)
    expect(text).not.toContain('请您提供问题照片。')
    expect(text).toContain(COLLEAGUE)
  })

  it('is asked for photos as well where the wrong goods came', () => {
    const text = told({ ...claim, 申请: '换货', 原因: '错发' }, all)
    expect(text).toContain('请您提供问题照片。')
    expect(text).not.toContain(COLLEAGUE)
  })
})

describe('what is taken as usual', () => {
  it('is not spoken of under a text that answers nothing', () => {
    const open = { 申请: '维修', 原因: '质量问题', 判定时间: '2026-06-26 10:30' } as const
    expect(all.decide(open, { presume: true }).presumed).not.toEqual([])
    expect(told(open, all)).not.toContain(PRESUMED)
  })
})

describe('an enquiry', () => {
  it('that is chased is told that the courier is being asked', () => {
    const known = { ...dress, 申请: '查件', 买家催件: true, 记录完整: true } as const
    expect(told(known, all)).toContain('我们马上联系快递查询，有结果告诉您。')
    expect(told({ ...known, 买家催件: false }, all)).not.toContain('我们马上联系快递查询，有结果告诉您。')
  })

  it('about goods that are out of stock is told so, with what can be chosen', () => {
    const known = { 原因: '缺货', 交易状态: '等待卖家发货', 判定时间: '2026-06-26 10:30', 记录完整: true } as const
    expect(told({ ...known, 申请: '查件' }, all)).toContain('您订的商品缺货，可以换其他款，也可以退款。')
  })
})

describe('solutions on offer', () => {
  it('are called as a buyer calls them', () => {
    const defect = { ...dress, 申请: '仅退款', 原因: '质量问题', 问题已核实: true, 已提供照片: true } as const
    expect(told({ ...defect, 有穿着痕迹: false, 记录完整: true })).toContain(
      '可选方案：自行修补（我们承担部分费用）、换货、退货、折扣。',
    )
  })
})

describe('a return that has been received and inspected', () => {
  const back = {
    ...dress,
    包邮: true,
    实付金额: '88.00',
    发货邮费: '8.00',
    申请金额: '80.00',
    不影响二次销售: true,
    配件齐全: true,
    退款状态: '买家已退货，等待卖家确认收货',
    退货寄出时间: '2026-06-26 10:05',
    判定时间: '2026-06-30 10:30',
    记录完整: true,
  } as const

  it('needs no more time to be received in, one under way does', () => {
    const extended = '我们会为您延长收货时间 10 天。'
    expect(told(back)).toContain(extended)
    const inspected = told({ ...back, 退货签收时间: '2026-06-29 10:00', 验货通过: true })
    expect(inspected).toContain('退货已经收到，我们正在安排退款。')
    expect(inspected).not.toContain(extended)
  })
})

describe('what a buyer is asked', () => {
  it('is nothing where the request is refused: no photos, and no goods', () => {
    const replaced = {
      申请: '换货',
      原因: '质量问题',
      另拍付全款: true,
      有穿着痕迹: false,
      签收时间: '2026-06-25 10:00',
      申请时间: '2026-06-26 10:00',
      判定时间: '2026-06-26 10:30',
      记录完整: true,
    } as const
    expect(shop.decide(replaced).answers.verdict.value).toBe('refuse')
    expect(shop.decide(replaced).tasks.map(({ task }) => task)).toContain('ask-for-photos')
    expect(told(replaced, shop)).not.toContain('请您提供问题照片。')
  })

  it('is no more than five things at once, though a case of nothing waits for many', () => {
    const nothing = { 判定时间: '2026-06-26 10:30' } as const
    const numbered = told(nothing, all).filter((line) => /^\d+\. /.test(line))
    expect(all.decide(nothing, { presume: true }).missing.length).toBeGreaterThan(20)
    expect(numbered[0]).toBe('1. 请问是什么原因呢？')
    expect(numbered).toHaveLength(5)
  })
})
