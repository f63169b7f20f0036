// What a change of mandatory rules changes: answers raised to their floors, and those whose order amounts decide.
// Promise: every expected change is worked out by hand from three rules, and its case is decided both ways under `enforce`.
import { describe, expect, it } from 'vitest'
import { createDecider } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { diffRules } from '../src/verify.js'

const source = { document: 'own', clause: '1', summary: '自定' }
const OWN = { id: 'own', name: { zh: '本店告示', en: 'notices' }, checked: '2026-01-01' }
const isRequested = (value: string) => ({ fact: 'requested', operator: 'equal', value })

function rule(id: string, layer: string, conditions: object[], params: object, more: object = {}): object {
  const event = { type: 'settle', params }
  return {
    id,
    title: id,
    layer,
    source,
    effective: { from: '2012-01-01' },
    conditions: { all: conditions },
    event,
    ...more,
  }
}

// The shop refuses every exchange, and leaves a task about it where it accepts one.
const refusing = rule('shop/refuse', 'shop', [isRequested('exchange')], { verdict: 'refuse' })
const task = {
  ...rule('shop/task', 'shop', [{ fact: 'verdict', operator: 'equal', value: 'accept' }], {}),
  event: { type: 'handle', params: { tasks: { 'inspect-return': true } } },
}
const defects = [isRequested('exchange'), { fact: 'reason', operator: 'equal', value: 'quality-defect' }]
const law2 = (mandatory: object) => rule('law/accept', 'law', defects, { verdict: 'accept' }, mandatory)
const floored = [OWN, refusing, task, law2({ mandatory: true })]
const free = [OWN, refusing, task, law2({})]

const told = ({ question, before, after, direction, underFloors }: ReturnType<typeof diffRules>['changes'][number]) => [
  question,
  before.zh,
  after.zh,
  direction,
  underFloors,
]

describe('a floor that is taken away', () => {
  it('changes the answer under enforce, and what reads it, in its cases alone', () => {
    const { changes, unknown } = diffRules({ rules: floored }, { rules: free })
    expect(changes.map(told)).toEqual([
      ['verdict', '支持', '不支持', 'worse', true],
      ['tasks.inspect-return', '是', '否', 'other', true],
    ])
    expect(unknown).toEqual([])
    expect(changes[0]?.boxes.map(({ zh }) => zh)).toEqual(['申请为换货，原因为质量问题'])
    const decided = (rules: object[], floors: 'advise' | 'enforce') =>
      createDecider({ rules, floors }).decide(changes[0]?.case as object).answers.verdict.value
    expect([decided(floored, 'enforce'), decided(free, 'enforce')]).toEqual(['accept', 'refuse'])
    expect([decided(floored, 'advise'), decided(free, 'advise')]).toEqual(['refuse', 'refuse'])
  })

  it('is the other way round where it comes', () => {
    const { changes } = diffRules({ rules: free }, { rules: floored })
    expect(changes.map(told)[0]).toEqual(['verdict', '不支持', '支持', 'better', true])
  })

  it('is not said twice where the answer itself changes alike', () => {
    const accepting = rule('shop/refuse', 'shop', [isRequested('exchange')], { verdict: 'accept' })
    const { changes } = diffRules({ rules: [OWN, refusing] }, { rules: [OWN, accepting] })
    expect(changes.map(told)).toEqual([['verdict', '不支持', '支持', 'better', false]])
    // With the floor on both sides the answer changes below it alone, and under enforce in the other cases alone.
    const both = diffRules({ rules: [...floored] }, { rules: [OWN, accepting, task, law2({ mandatory: true })] })
    expect(both.changes.filter(({ question }) => question === 'verdict').map(told)).toEqual([
      ['verdict', '不支持', '支持', 'better', false],
    ])
  })
})

describe('a floor that stays where a rule changes', () => {
  it('is told of the answer as the rules have it, and as it is raised', () => {
    const all = [isRequested('exchange')]
    const floor = rule('law/offer', 'law', all, { verdict: 'offer' }, { mandatory: true })
    const shop = (verdict: string) => rule('shop/one', 'shop', all, { verdict })
    const { changes } = diffRules({ rules: [OWN, floor, shop('accept')] }, { rules: [OWN, floor, shop('refuse')] })
    expect(changes.map(told)).toEqual([
      ['verdict', '支持', '不支持', 'worse', false],
      ['verdict', '支持', '协商方案', 'worse', true],
    ])
  })
})

describe('a floor whose order amounts decide', () => {
  it('is told as one of several, and what reads it is unknown', () => {
    const goods = (layer: string, value: string, more: object = {}) =>
      rule(`${layer}/base`, layer, [isRequested('return-and-refund')], { refundBase: value }, more)
    const reading = {
      ...rule('shop/task', 'shop', [{ fact: 'refundBase', operator: 'equal', value: 'share' }], {}),
      event: { type: 'handle', params: { tasks: { 'inspect-return': true } } },
    }
    const own = [OWN, goods('shop', 'item-prices'), reading]
    const { changes, unknown } = diffRules(
      { rules: [...own, goods('law', 'share', { mandatory: true })] },
      { rules: [...own, goods('law', 'share')] },
    )
    const change = changes.find(({ question }) => question === 'refundBase')
    expect([change?.before.zh, change?.after.zh, change?.hangsOnAmounts, change?.underFloors]).toEqual([
      '按件数比例或按商品成交价',
      '按商品成交价',
      true,
      true,
    ])
    expect(unknown).toEqual(['tasks.inspect-return'])
  })
})

describe('the shipped packs', () => {
  it('without the marks of mandatory rules lose their floors, and nothing of what rules answer', {
    timeout: 60_000,
  }, () => {
    const rules = [...law, ...taobao, ...sop]
    const unmarked = rules.map((one) => Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'mandatory')))
    const { changes, same } = diffRules({ rules }, { rules: unmarked })
    expect(changes.every(({ underFloors }) => underFloors)).toBe(true)
    expect(changes.map(told)).toContainEqual(['deductions.outbound-postage', '否', '是', 'worse', true])
    expect(same).not.toContain('verdict')
    expect(diffRules({ rules }, { rules }).changes).toEqual([])
  })
})
