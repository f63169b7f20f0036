// What a shop reads of a floor on the command line. Promise: expected sums and articles are worked out by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Workplace, workplace } from './support/command-line.js'

let place: Workplace
beforeAll(() => {
  place = workplace()
  place.write('dress.json', {
    申请: '退货退款',
    原因: '七天无理由',
    店铺类型: 'C店',
    交易状态: '待收货',
    包邮: true,
    实付金额: '88.00',
    买家已付邮费: '0.00',
    发货邮费: '8.00',
    签收时间: '2026-06-23 18:00',
    申请时间: '2026-06-26 10:00',
    判定时间: '2026-06-26 10:30',
    不影响二次销售: true,
    配件齐全: true,
    记录完整: true,
  })
})
afterAll(() => place.remove())

describe('decide', () => {
  it('--floors advise: the refund of the shop, and what it falls short of, with article and yuan', () => {
    const { out, code } = place.run(['decide', 'dress.json', '--presume', '--floors', 'advise'])
    expect(code).toBe(0)
    expect(out).toMatch(/退款金额 +80\.00 元/)
    const [, breaches = ''] = out.split('底线提示\n')
    expect(breaches).toMatch(
      /扣除项·扣发货邮费 +低于底线：现为是，底线为否，《网络购买商品七日无理由退货暂行办法.+》第17条第1款、第18条第2款，买家少得 8\.00 元/,
    )
    expect(breaches).toMatch(/发货邮费承担 +低于底线：现为买家，底线为卖家/)
  })

  it('--floors enforce: the whole 88.00, and nothing that falls short', () => {
    const { out, code } = place.run(['decide', 'dress.json', '--presume', '--floors', 'enforce'])
    expect(code).toBe(0)
    expect(out).toMatch(/退款金额 +88\.00 元/)
    expect(out).toContain('七天无理由，包邮商品：买家只承担退回运费，不得扣发货运费')
    expect(out).not.toContain('底线提示')
  })

  it('the buyer is not told a sum that falls short', () => {
    const { out } = place.run(['decide', 'dress.json', '--presume', '--explain', 'buyer'])
    expect(out).not.toContain('80.00')
    expect(out).not.toContain('底线')
  })
})
