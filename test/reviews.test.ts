// The reviews model with its rules: a return and a review of one order together, the remark's forms, the floor under
// rewards, and what a case that is not complete waits for. Expected texts follow from the sources' own forms.
import { describe, expect, test } from 'vitest'
import { createDecider } from '../src/index.js'
import { combineForOrder, createReviewDecider, type ReviewDecider, type ReviewDecision } from '../src/reviews.js'
import { sop } from '../src/rules.js'
import { runExample } from './support/doc-example.js'
import { modelDocuments } from './support/model-documents.js'
import { readText } from './support/pages.js'

const documents = modelDocuments('reviews')

function made(
  options: Omit<Parameters<typeof createReviewDecider>[0], 'rules'> = {},
  more: readonly object[] = [],
): ReviewDecider {
  return createReviewDecider({ rules: [...documents, ...more], ...options })
}

const decider = made()

function decided(input: object, by = decider): ReviewDecision {
  const result = by.safeDecide(input)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}

const BAD = { 平台: '淘宝', 店铺类型: 'C店', 评价等级: '差评', 判定时间: '2026-06-28 10:00', 记录完整: true }
const WRITTEN = { ...BAD, 评价原文: '料子太薄', 处理人: '宾', 评价时间: '2026-06-26 09:00' }

describe('what cannot be', () => {
  const STARS = { 平台: '快手', 店铺类型: '无', 评价等级: '无', 星级: 1, 判定时间: '2026-06-28 10:00', 记录完整: true }
  test.each([
    [{ ...STARS, 评价时间: '无' }, 'stars-have-a-time'],
    [{ ...STARS, 交易成功时间: '无', 评价时间: '2026-06-26 09:00' }, 'review-needs-success'],
    [{ ...STARS, 星级: '无', 交易成功时间: '2026-06-25 09:00', 评价时间: '2026-06-26 09:00' }, 'time-of-a-review'],
    [{ ...WRITTEN, 评价等级: '无' }, 'time-of-a-review'],
    // Complete records without 已为评价联系 say that there was no contact.
    [{ ...WRITTEN, 评价联系时间: '2026-06-27 10:00' }, 'time-needs-contact'],
    [{ ...WRITTEN, 已为评价联系: false, 评价联系时间: '2026-06-27 10:00' }, 'time-needs-contact'],
    [{ ...WRITTEN, 已为评价联系: true, 评价联系时间: '无' }, 'contact-has-a-time'],
    [{ ...WRITTEN, 已为评价联系: true, 评价联系时间: '2026-06-26 08:59' }, 'review-before-contact'],
  ])('%j', (input, constraint) => {
    const { outcome, reviews } = decided(input)
    expect(outcome).toBe('needs-review')
    expect(reviews).toMatchObject([{ reason: 'contradiction', constraint }])
  })
})

describe('a return and a review of one order', () => {
  const returns = createDecider({ rules: sop })
  const RETURN = {
    申请: '退货退款',
    原因: '七天无理由',
    店铺类型: 'C店',
    交易状态: '待收货',
    淘宝下单: true,
    包邮: true,
    实付金额: '88.00',
    发货邮费: '8.00',
    签收时间: '2026-06-25 20:00',
    申请时间: '2026-06-27 10:00',
    判定时间: '2026-06-28 10:00',
    不影响二次销售: true,
    配件齐全: true,
    退换内容: '雪纺衫退货',
    处理人: '宾',
    记录完整: true,
  } as const
  const blue = returns.decide(RETURN)

  test('purple wins, both texts stay', () => {
    const purple = decided({ ...WRITTEN, 已为评价联系: true, 进展: '电话联系，愿意退货' })
    expect([blue.flag, blue.remark.text]).toEqual(['blue', '6-28雪纺衫退货宾'])
    expect(combineForOrder(blue, purple)).toEqual({
      text: '6-28雪纺衫退货宾；料子太薄宾；6-28电话联系，愿意退货宾',
      missing: [],
      flag: 'purple',
    })
  })

  test('what the return case says of the review is not written twice', () => {
    const both = returns.decide({ ...RETURN, 现有评价: '差评', 评价原文: '料子太薄' })
    expect(both.remark.text).toBe('6-28雪纺衫退货宾；料子太薄宾')
    const purple = decided({ ...WRITTEN, 已为评价联系: true, 进展: '没人接' })
    expect(combineForOrder(both, purple).text).toBe('6-28雪纺衫退货宾；料子太薄宾；6-28没人接宾')
  })

  test('contacted on the 27th, decided on the 28th: the contact has one day, whichever case writes it', () => {
    const contact = { 已为评价联系: true, 评价联系时间: '2026-06-27 21:00', 进展: '没人接' } as const
    const purple = decided({ ...WRITTEN, ...contact })
    expect(purple.remark.text).toBe('料子太薄宾；6-27没人接宾')
    const both = returns.decide({ ...RETURN, ...contact, 现有评价: '差评', 评价原文: '料子太薄' })
    expect(both.remark.text).toBe('6-28雪纺衫退货宾；料子太薄宾；6-27没人接宾')
    expect(combineForOrder(both, purple).text).toBe(both.remark.text)
    expect(combineForOrder(blue, purple).text).toBe(both.remark.text)
  })

  test('a return that tells the time of a contact and denies the contact goes to a person', () => {
    const { reviews } = returns.decide({ ...RETURN, 已为评价联系: false, 评价联系时间: '2026-06-27 21:00' })
    expect(reviews).toMatchObject([{ reason: 'contradiction', constraint: 'time-needs-contact' }])
  })

  test('a review that was changed leaves the blue flag', () => {
    const changed = decided({ ...WRITTEN, 评价等级: '好评', 已为评价联系: true, 进展: '评价已改' })
    expect(combineForOrder(blue, changed)).toMatchObject({ text: '6-28雪纺衫退货宾；6-28评价已改宾', flag: 'blue' })
  })

  test('a return without remark or flag takes the review as it is; empty slots are listed once', () => {
    const none = returns.decide({ ...RETURN, 淘宝下单: false })
    const { 处理人: _, ...nobody } = WRITTEN
    const purple = decided({ ...nobody, 已为评价联系: true, 进展: '没人接' })
    expect([none.flag, none.remark.text]).toEqual([undefined, ''])
    expect(combineForOrder(none, purple)).toEqual({
      text: '料子太薄{处理人}；6-28没人接{处理人}',
      missing: ['处理人'],
      flag: 'purple',
    })
  })

  test('neither decision is changed', () => {
    const purple = decided(WRITTEN)
    const before = JSON.stringify([blue, purple])
    combineForOrder(blue, purple)
    expect(JSON.stringify([blue, purple])).toBe(before)
  })
})

describe('a reward for a good review', () => {
  // What one of the sources suggests, as a shop of its own might write it.
  const coupons = {
    id: 'shop/reviews/coupons',
    title: '五星截图送优惠券',
    layer: 'shop',
    source: { document: 'customer-service-operations-2023', clause: '评价 4', summary: '5 分截图送优惠券' },
    effective: { from: '2012-01-01' },
    conditions: { all: [{ fact: 'rewardOffered', operator: 'equal', value: 'coupon' }] },
    event: { type: 'settle', params: { reward: 'allow' } },
  }
  const GOOD = { ...BAD, 评价等级: '好评', 好评奖励: '优惠券' }

  test('a shop that allows it is told the law it falls short of', () => {
    const { answers, breaches } = decided(GOOD, made({}, [coupons]))
    expect(answers.reward.value).toBe('allow')
    expect(breaches).toMatchObject([
      { question: 'reward', status: 'yes', floor: 'refuse', rule: { source: { document: 'e-commerce-law' } } },
    ])
  })

  test('enforced, it is refused', () => {
    expect(decided(GOOD, made({ floors: 'enforce' }, [coupons])).answers.reward.value).toBe('refuse')
  })
})

describe('cases that are not complete', () => {
  test('what may still be, and what to ask', () => {
    const open = { 平台: '淘宝', 评价等级: '差评', 判定时间: '2026-06-28 10:00' } as const
    const { answers } = decided({ ...open, 同行评价: true, 评价已生效: true })
    expect([...answers.complaint.possible].sort()).toEqual(['no', 'not-yet', 'yes'])
    const asked = decider.ask({ ...open, 同行评价: true, 评价已生效: true }, 'complaint')
    expect(asked).toMatchObject([{ fact: 'finishedAt' }])
  })

  test('a grade on Kuaishou contradicts the platform', () => {
    const { outcome, reviews } = decided({ ...BAD, 平台: '快手', 店铺类型: '无' })
    expect(outcome).toBe('needs-review')
    expect(reviews).toMatchObject([{ reason: 'contradiction', constraint: 'kuaishou-gives-stars' }])
  })

  test('bad input comes back at once', () => {
    const result = decider.safeDecide({ 平台: '京东', 星级: 6 })
    expect(result.ok ? [] : result.issues.map(({ path }) => path.join('.'))).toEqual(['平台', '星级'])
  })
})

test('the example of docs/reviews.md type-checks, runs, and prints what it says', async () => {
  const { problems, printed, promised } = await runExample(readText('docs/reviews.md'))
  expect(problems).toEqual([])
  expect(printed).toEqual(promised)
})
