// Rules read out: conditions and answers in words, in both languages.
// What is expected is written here, apart from the labels' declarations where a label could be mistaken.
import { describe, expect, test } from 'vitest'
import { answerWords, conditionWords } from '../src/domain/rule-words.js'
import type { Line } from '../src/engine/condition-words.js'
import type { Condition, Json } from '../src/engine/declaration.js'
import { afterSale } from '../src/models/after-sale/model.js'

const title = (name: string) => `〈${name}〉`
const zh = (condition: Condition) => conditionWords(afterSale, condition, title, title, 'zh')
const en = (condition: Condition) => conditionWords(afterSale, condition, title, title, 'en')
const leaf = (fact: string, operator: string, value: Json): Condition => ({ all: [{ fact, operator, value }] })
const only = (text: string): Line => ({ text, lines: [] })

describe('a leaf', () => {
  test.each<[string, string, Json, string, string]>([
    ['requested', 'equal', 'exchange', '申请是「换货」', 'request is exchange'],
    ['requested', 'notEqual', 'exchange', '申请不是「换货」', 'request is not exchange'],
    ['shopType', 'in', ['c-shop', 'mt'], '店铺类型是「C店」或「MT」', 'shop type is one of Taobao C-shop, MT shop'],
    [
      'shopType',
      'notIn',
      ['c-shop', 'mt'],
      '店铺类型不是「C店」、「MT」',
      'shop type is none of Taobao C-shop, MT shop',
    ],
    ['verdict', 'equal', 'accept', '结论是「支持」', 'verdict is supported'],
    ['verdict', 'notIn', ['refuse', 'offer', 'accept'], '还没有结论', 'verdict is not settled'],
    ['freeShipping', 'equal', true, '包邮：是', 'free shipping: yes'],
    ['freeShipping', 'equal', false, '包邮：否', 'free shipping: no'],
    ['freeShipping', 'notEqual', true, '包邮：否', 'free shipping: no'],
    ['returnReceivedAt', 'equal', 'none', '无退货签收时间', 'there is no time the return was received'],
    ['returnReceivedAt', 'notEqual', 'none', '有退货签收时间', 'there is a time the return was received'],
    ['daysSinceSigning', 'lessThanInclusive', 7, '签收后天数不超过 7 天', 'days since signing is at most 7 days'],
    ['daysSinceSigning', 'lessThan', 7, '签收后天数少于 7 天', 'days since signing is less than 7 days'],
    ['daysSinceSigning', 'greaterThan', 7, '签收后天数超过 7 天', 'days since signing is more than 7 days'],
    ['daysSinceSigning', 'greaterThanInclusive', 7, '签收后天数不少于 7 天', 'days since signing is at least 7 days'],
    ['daysSinceSigning', 'equal', 7, '签收后天数等于 7 天', 'days since signing is 7 days'],
    ['paid', 'notEqual', 99.5, '实付金额不等于 99.5 元', 'amount paid is not 99.5 yuan'],
    [
      'signedAt',
      'lessThan',
      '2026-06-23 18:00',
      '签收时间早于 2026-06-23 18:00',
      'time of signing is before 2026-06-23 18:00',
    ],
    [
      'invoicedOn',
      'greaterThanInclusive',
      '2019-04-01',
      '开票日期不早于 2019-04-01',
      'invoice date is no earlier than 2019-04-01',
    ],
    [
      'daysSinceSigning',
      'lessThanInclusive',
      { fact: 'afterSalePeriodDays' },
      '签收后天数不超过「售后处理天数」',
      'days since signing is at most after-sale period in days',
    ],
    [
      'daysSinceSigning',
      'greaterThan',
      { fact: 'some-days' },
      '签收后天数超过「〈some-days〉」',
      'days since signing is more than 〈some-days〉',
    ],
  ])('%s %s %j', (fact, operator, value, inChinese, inEnglish) => {
    expect(zh(leaf(fact, operator, value))).toEqual(only(inChinese))
    expect(en(leaf(fact, operator, value))).toEqual(only(inEnglish))
  })
})

describe('a group', () => {
  const photos: Condition = { fact: 'photosProvided', operator: 'equal', value: true }
  const worn: Condition = { fact: 'signsOfWear', operator: 'equal', value: true }

  test('holds its parts in their order', () => {
    expect(zh({ all: [photos, { any: [worn, { condition: 'not-shop-fault' }] }] })).toEqual({
      text: '全部满足',
      lines: [
        only('已提供照片：是'),
        { text: '任一满足', lines: [only('有穿着痕迹：是'), only('〈not-shop-fault〉')] },
      ],
    })
    expect(en({ any: [photos, worn] }).text).toBe('any of')
  })

  test('of one part is that part', () => {
    expect(zh({ any: [{ all: [worn] }] })).toEqual(only('有穿着痕迹：是'))
  })

  test('not says what must not hold', () => {
    expect(zh({ not: { all: [photos, worn] } })).toEqual({
      text: '不满足',
      lines: [{ text: '全部满足', lines: [only('已提供照片：是'), only('有穿着痕迹：是')] }],
    })
    expect(en({ not: photos })).toEqual({ text: 'not', lines: [only('photos provided: yes')] })
  })
})

describe('answers', () => {
  test('a value, members that are and that are not, a number, a deadline, and what is left open', () => {
    const params: Readonly<Record<string, Json>> = {
      verdict: 'accept',
      tasks: { 'ask-to-correct': false, 'inspect-return': true, 'hold-replacement': true },
      extendReceipt: 10,
      deadlines: {
        'pay-out': { workingDays: 2, after: 'agreedAt' },
        'night-shift': { next: '12:00', after: 'handedOverAt' },
      },
      returnPostage: null,
    }
    expect(answerWords(afterSale, params, 'zh')).toEqual([
      { label: '结论', text: '支持' },
      { label: '任务', text: '收货验货、换货暂不发出' },
      { label: '任务', text: '不：请买家修改退款申请' },
      { label: '延长收货', text: '10 天' },
      { label: '打款期限', text: '同意时间后 2 个工作日内' },
      { label: '晚班交接办结期限', text: '晚班交接时间后的下一个 12:00 前' },
      { label: '退回邮费承担', text: '有意留空' },
    ])
    expect(answerWords(afterSale, { returnPostage: null, flag: 'blue' }, 'en')).toEqual([
      { label: 'who bears the return postage', text: 'left open on purpose' },
      { label: 'flag', text: 'blue' },
    ])
  })
})
