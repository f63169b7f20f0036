// What the command line says of a deadline without a day. Promise: last days are counted by hand; a reason is given only
// where holidays that are not known are all that is missing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { decideCommand } from '../src/cli/decide.js'

const temporary = mkdtempSync(join(tmpdir(), 'aftersale-undated-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

function shown(received: unknown, ...options: readonly string[]): string {
  const file = join(temporary, 'case.json')
  const dress = {
    申请: '退货退款',
    原因: '七天无理由',
    店铺类型: 'C店',
    交易状态: '待收货',
    退款状态: '买家已退货，等待卖家确认收货',
    包邮: true,
    实付金额: '88.00',
    发货邮费: '8.00',
    申请金额: '80.00',
    签收时间: '2026-12-20 18:00',
    申请时间: '2026-12-24 10:00',
    同意时间: '2026-12-25 10:00',
    退货签收时间: received,
    判定时间: '2027-01-20 11:00',
    验货通过: true,
    不影响二次销售: true,
    配件齐全: true,
    记录完整: true,
  }
  writeFileSync(file, JSON.stringify(dress))
  const finished = decideCommand([file, ...options], options.includes('en') ? 'en' : 'zh')
  if (typeof finished === 'function') throw new Error('this goes on')
  return finished.out
}

const WHY = '退货签收时间后 2 个工作日内（只收录了 2017 至 2026 年的节假日，算不出哪一天）'

describe('a deadline of two working days', () => {
  it('has its day while both of them lie in 2026', () => {
    // 28 December 2026 is a Monday: Tuesday and Wednesday.
    const out = shown('2026-12-28 10:00')
    expect(out).toContain('退货签收时间后 2 个工作日内，最后一天 2026-12-30')
    expect(out).not.toContain('只收录了')
  })

  it.each([['2026-12-30 10:00'], ['2027-01-05 10:00']])('received on %s says why it has none', (received) => {
    // From the 30th on the second of them is in 2027.
    expect(shown(received)).toContain(WHY)
    expect(shown(received, '--explain', 'shop')).toContain(WHY)
    expect(shown(received, '--lang', 'en')).toContain(
      'within 2 working days of the time the return was received (which day is not known: there are holidays for 2017 to 2026 alone)',
    )
  })

  it('gives no such reason where the event is not known to the day', () => {
    const out = shown({ 至少: '2026-12-28 10:00', 至多: '2026-12-29 10:00' })
    expect(out).toMatch(/打款期限 +退货签收时间后 2 个工作日内 +←/)
    expect(out).not.toContain('只收录了')
  })
})
