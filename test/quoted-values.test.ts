// Values in quotes where a number belongs, and numbers where text belongs: what is said of them.
// Promise: the quotes are shown and named, and what is suggested is accepted.
import { describe, expect, it } from 'vitest'
import { AfterSaleError, type Case, createDecider } from '../src/index.js'
import { sop } from '../src/rules.js'
import { ruleOf } from './support/hostile.js'

const source = { id: 'made-up', name: { zh: '虚构', en: 'Made up' }, checked: '2026-10-15' }

function messages(act: () => unknown): string[] {
  try {
    act()
  } catch (error) {
    if (error instanceof AfterSaleError) return error.issues.map(({ message }) => message.zh)
    throw error
  }
  return []
}

describe('a number in quotes', () => {
  it('as a setting', () => {
    const load = (days: string | number) =>
      messages(() => createDecider({ rules: sop, settings: { afterSalePeriodDays: days as number } }))
    expect(load('10')).toEqual(['设置「售后处理天数」的值「10」不可用；带引号的 "10" 是文字；去掉引号，写 10'])
    expect(load('ten')).toEqual(['设置「售后处理天数」的值「ten」不可用；应为 0 到 365 的整数'])
    expect(load('400')).toEqual(['设置「售后处理天数」的值「400」不可用；应为 0 到 365 的整数'])
    expect(load(10)).toEqual([])
  })

  it('in the condition of a rule', () => {
    const load = (value: string | number) =>
      messages(() =>
        createDecider({
          rules: [source, ruleOf('a', { conditions: { all: [{ fact: 'paid', operator: 'lessThan', value }] } })],
        }),
      )
    expect(load('200')).toEqual(['「实付金额」的值「200」不可用；带引号的 "200" 是文字；去掉引号，写 200'])
    expect(load(200)).toEqual([])
  })

  it('as an answer of a rule', () => {
    const load = (compensation: unknown) =>
      messages(() =>
        createDecider({ rules: [source, ruleOf('a', { event: { type: 'settle', params: { compensation } } })] }),
      )
    expect(load('10')).toEqual(['「赔付」的答案「10」不可用；带引号的 "10" 是文字；去掉引号，写 10'])
    expect(load(10.001)).toEqual(['「赔付」的答案「10.001」不可用；应为元，最多两位小数，不加引号，如 88.5'])
    expect(load(10)).toEqual([])
  })

  it('as a number of pieces in a case', () => {
    const decider = createDecider({ rules: sop })
    const decide = (quantity: unknown) => messages(() => decider.decide({ quantity } as Case))
    expect(decide('3')).toEqual(['「退货件数」的值「3」不可用；带引号的 "3" 是文字；去掉引号，写 3'])
    expect(decide(3)).toEqual([])
  })
})

describe('an amount without quotes in what was agreed', () => {
  it('is told to be written as the amount in quotes', () => {
    const decider = createDecider({ rules: sop })
    const decide = (compensation: unknown) =>
      messages(() => decider.decide({ agreed: { compensation, by: '主管' } } as Case))
    expect(decide(10)).toEqual(['「赔付」的答案「10」不可用；应为元，最多两位小数，加引号，如 "10.00"'])
    expect(decide('10.00')).toEqual([])
  })
})

describe('a Chinese word where a rule wants an id', () => {
  const load = (changed: Readonly<Record<string, unknown>>) =>
    messages(() => createDecider({ rules: [source, ruleOf('a', changed)] }))
  const when = (value: unknown, fact = 'reason') => ({ conditions: { all: [{ fact, operator: 'equal', value }] } })

  it('is told the id it stands for', () => {
    expect(load({ event: { type: 'settle', params: { verdict: '支持' } } })).toEqual([
      '「结论」的答案「支持」不在可用范围内；最接近的是「accept」',
    ])
    expect(load(when('七天无理由'))).toEqual(['「原因」的值「七天无理由」不在可用范围内；最接近的是「no-reason」'])
    expect(load({ event: { type: 'settle', params: { verdict: 'accept' } } })).toEqual([])
    expect(load(when('no-reason'))).toEqual([])
  })

  it('or true and false, without words that are not accepted there', () => {
    expect(load(when('是', 'resaleable'))).toEqual(['「不影响二次销售」的值「是」不可用；应为 true 或 false'])
  })
})
