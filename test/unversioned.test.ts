// Cases on days on which a dated parameter has no version: they are cases all the same.
// Promise: no rule that does without the parameter is called impossible there, no change is passed over, none made up, and
// nothing is said to hold whatever the number is where every day has one.
import { describe, expect, it } from 'vitest'
import { diffRules, verifyRules } from '../src/verify.js'

const source = { document: 'own', clause: '1', summary: '自定' }
const OWN = { id: 'own', name: { zh: '本店告示', en: 'notices' }, checked: '2026-01-01' }
const HEADER = { layer: 'shop', source, effective: { from: '2012-01-01' } }

function big(by: string, from: string): object {
  const values = [
    { from: '2026-01-01', value: 100, source },
    { from, value: 200, source },
  ]
  return { id: 'parameters/big', title: '大额', kind: 'money', by, values }
}

const dear = (value: unknown) => ({
  id: 'shop/dear',
  title: '大额换货：支持',
  ...HEADER,
  conditions: {
    all: [
      { fact: 'requested', operator: 'equal', value: 'exchange' },
      { fact: 'paid', operator: 'greaterThanInclusive', value },
    ],
  },
  event: { type: 'settle', params: { verdict: 'accept' } },
})

const flag = (id: string, value: string) => ({
  id,
  title: id,
  ...HEADER,
  // Nobody has paid here, so that the day of payment is none.
  conditions: { all: [{ fact: 'tradeState', operator: 'equal', value: 'WAIT_BUYER_PAY' }] },
  event: { type: 'handle', params: { flag: value } },
})

describe('a parameter by a day that may be none', () => {
  const rules = [
    OWN,
    big('paidAt', '2026-05-01'),
    dear({ fact: 'big' }),
    flag('shop/red', 'red'),
    flag('shop/blue', 'blue'),
  ]
  const checks = verifyRules({ rules })
  const of = (check: string) => checks.filter((one) => one.check === check)

  it('makes no rule unreachable that does not read it', () => {
    expect(of('rules-reachable').map(({ verdict }) => verdict)).toEqual(['proved'])
    expect(of('world-possible').map(({ verdict }) => verdict)).toEqual(['proved'])
  })

  it('hides no conflict', () => {
    const found = of('no-conflict').flatMap(({ findings }) => findings)
    expect(found.map(({ id, verdict }) => [id, verdict])).toEqual([['no-conflict flag shop/blue shop/red', 'refuted']])
    expect(found[0]?.case?.交易状态).toBe('等待买家付款')
  })
})

describe('a change before the first version', () => {
  it('is found', () => {
    // Before 2026 the number is unknown: there 150 yuan may be as much or not. From 2026 on nothing says 150.
    const { changes, same } = diffRules(
      { rules: [OWN, big('asOf', '2026-05-01'), dear({ fact: 'big' })] },
      { rules: [OWN, dear(150)] },
    )
    expect(same).not.toContain('verdict')
    const boxes = changes.flatMap((one) => one.boxes.map(({ zh }) => zh))
    expect(boxes.some((box) => box.includes('实付金额不少于「大额」（没有版本的日子）'))).toBe(true)
    for (const { case: shown } of changes) if (shown !== undefined) expect(String(shown.判定时间) >= '2026').toBe(true)
  })
})

describe('what is said to hold whatever the number is', () => {
  const free = (by: string, from: string) => {
    const dated = { ...big(by, '2026-05-01'), values: valuesFrom(from) }
    const checks = verifyRules({ rules: [OWN, dated, dear({ fact: 'big' })], question: 'verdict' })
    return [...new Set(checks.flatMap((one) => one.free.map(({ zh }) => zh)))]
  }
  const valuesFrom = (from: string) => [
    { from, value: 100, source },
    { from: '2026-05-01', value: 200, source },
  ]

  it('is nothing where every day there can be has a version', () => {
    // The first rule, and with it every case, begins on the same day as the first version.
    expect(free('asOf', '2012-01-01')).toEqual([])
  })

  it('is said of the days without a version where there are any', () => {
    const said = ['实付金额不少于「大额」（没有版本的日子）']
    expect(free('asOf', '2012-01-02')).toEqual(said)
    // Nobody may have paid.
    expect(free('paidAt', '2012-01-01')).toEqual(said)
  })
})

describe('a condition written otherwise', () => {
  // At least as much, and not less: the same with every number, and so on days on which there is none.
  const turned = {
    ...dear(0),
    conditions: {
      all: [
        { fact: 'requested', operator: 'equal', value: 'exchange' },
        { not: { fact: 'paid', operator: 'lessThan', value: { fact: 'big' } } },
      ],
    },
  }
  const more = {
    ...dear(0),
    conditions: {
      all: [
        { fact: 'requested', operator: 'equal', value: 'exchange' },
        { fact: 'paid', operator: 'greaterThan', value: { fact: 'big' } },
      ],
    },
  }

  it.each(['paidAt', 'asOf'])('is no change where the number is by %s', (by) => {
    const { changes, same } = diffRules(
      { rules: [OWN, big(by, '2026-05-01'), dear({ fact: 'big' })] },
      { rules: [OWN, big(by, '2026-05-01'), turned] },
    )
    expect(changes).toEqual([])
    expect(same).toContain('verdict')
  })

  it('is a change where the same amount tells them apart, and the boxes say which comparison is meant', () => {
    const { changes } = diffRules(
      { rules: [OWN, big('paidAt', '2026-05-01'), dear({ fact: 'big' })] },
      { rules: [OWN, big('paidAt', '2026-05-01'), more] },
    )
    // Whoever paid exactly as much loses, nobody else gains.
    expect(changes.map(({ before, after }) => [before.zh, after.zh])).toEqual([['支持', '没有回答']])
    const boxes = changes.flatMap((one) => one.boxes.map(({ zh }) => zh))
    expect(boxes).toContainEqual(
      '申请为换货，付款时间为无或不超过 2025-12-31 23:59:59，实付金额不少于「大额」（没有版本的日子）：成立，实付金额超过「大额」（没有版本的日子）：不成立',
    )
  })
})
