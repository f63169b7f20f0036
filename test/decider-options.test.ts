// What is wrong with the options of a decider, and with rules that have no name of their own.
// Promise: everything comes at once, whichever option is wrong; a rule without an id is pointed at by its place.
import { describe, expect, it } from 'vitest'
import { checkFixture, createDecider, type DeciderOptions } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { ruleOf, SOURCE } from './support/hostile.js'
import { issuesOf } from './support/issues-of.js'

const rules = [...law, ...taobao, ...sop]

const untyped = (json: string): Partial<DeciderOptions> => JSON.parse(json)

describe('options', () => {
  it('wrong floors hide neither a wrong rule to leave out nor a wrong setting', () => {
    const given = untyped('{"floors":"enforced","omit":["shop/no-such"],"settings":{"rollover":"always"}}')
    expect(issuesOf(() => createDecider({ rules, ...given })).map(({ path }) => path)).toEqual([
      ['floors'],
      ['omit'],
      ['settings', 'rollover'],
    ])
  })

  it('what is no list and no object is told by itself', () => {
    for (const [given, path] of [
      ['{"omit":"all"}', ['omit']],
      ['{"settings":"all"}', ['settings']],
      ['{"floor":"enforce"}', ['floor']],
      ['{"rules":{}}', ['rules']],
    ] as const)
      expect(issuesOf(() => createDecider({ rules, ...untyped(given) })).map((one) => one.path)).toEqual([path])
  })
})

describe('a setting that is undefined', () => {
  const undefinedOf = (setting: string): NonNullable<DeciderOptions['settings']> => ({ [setting]: undefined })

  it('is one that nobody gave: its default holds, and without one it is unset', () => {
    const decider = createDecider({
      rules,
      settings: undefinedOf('afterSalePeriodDays'),
    })
    expect(decider.unset).toEqual(createDecider({ rules }).unset)
    const made = createDecider({ rules, settings: { pointsRate: 0.01 } })
    expect(made.unset).not.toContain('pointsRate')
    const undone = made.with({ settings: undefinedOf('pointsRate') })
    expect(undone.unset).toContain('pointsRate')
    expect(undone.with({ settings: { pointsRate: 0.02 } }).unset).toEqual(made.unset)
  })
})

describe('ids that are alike up to their hundred-and-twentieth letter', () => {
  const named = (id: string, verdict: string) =>
    ruleOf('x', { id, title: `虚构${id.length}`, event: { type: 'settle', params: { verdict } } })
  const id = `shop/${'a'.repeat(150)}`

  it('are one rule where they are the same, and two where they are not', () => {
    const issues = issuesOf(() => createDecider({ rules: [SOURCE, named(id, 'accept'), named(id, 'refuse')] }))
    expect(issues.map(({ code }) => code)).toEqual(['duplicate-id'])
    expect(issuesOf(() => createDecider({ rules: [SOURCE, named(id, 'accept'), named(id, 'accept')] }))).toEqual([])
    expect(issuesOf(() => createDecider({ rules: [SOURCE, named(id, 'accept'), named(`${id}b`, 'accept')] }))).toEqual(
      [],
    )
  })
})

describe('what hides nothing', () => {
  const placesOf = (make: () => unknown) => issuesOf(make).map(({ path }) => path.join('.'))
  const made = (options: object) => placesOf(() => createDecider({ rules, ...options } as DeciderOptions))

  it('facts of a wrong shape, beside wrong floors', () => {
    expect(made({ facts: null, floors: 'x' })).toEqual(['floors', 'facts'])
    expect(made({ facts: { asOf: {} }, floors: 'x' })[0]).toBe('floors')
    expect(made({ facts: { asOf: {} }, floors: 'x' }).length).toBeGreaterThan(1)
  })

  it('wrong floors of another shop, beside a misspelt setting', () => {
    const decider = createDecider({ rules })
    const other = (given: unknown) => placesOf(() => decider.with(given as Parameters<typeof decider.with>[0]))
    expect(other({ floors: 'x', settings: { afterSalePeriodDay: 1 } })).toEqual([
      'floors',
      'settings.afterSalePeriodDay',
    ])
    expect(other({ settings: 'afterSalePeriodDays' })).toEqual(['settings'])
    expect(other(null)).toEqual([''])
  })
})

describe('a rule to leave out of fixtures', () => {
  const fixture = {
    规则: 'shop/no-reason/within-seven-days',
    案例: [{ 名称: '一', 案情: { 申请: '退货退款' }, 期望: {} }],
  }

  it('that is none is refused as a decider refuses it, with the nearest of any layer', () => {
    for (const [omit, nearest] of [
      ['shop/no-such', undefined],
      ['shop/no-reason/within-seven-day', 'shop/no-reason/within-seven-days'],
      ['law/no-reason/refund-in-fifteen-dayz', 'law/no-reason/refund-in-fifteen-days'],
    ] as const) {
      const issues = issuesOf(() => checkFixture(fixture, { rules, omit: [omit] }))
      expect(issues.map(({ path }) => path)).toEqual([['omit']])
      if (nearest !== undefined) expect(issues[0]?.nearest).toBe(nearest)
      expect(issues).toEqual(issuesOf(() => createDecider({ rules, omit: [omit] })))
    }
  })

  it('stays out where it is of another layer than the fixture', () => {
    const omit = ['law/no-reason/refund-in-fifteen-days']
    expect(issuesOf(() => checkFixture(fixture, { rules, omit }))).toEqual([])
  })

  it('is told by itself where it is no list', () => {
    expect(
      issuesOf(() => checkFixture(fixture, { rules, ...untyped('{"omit":"all"}') })).map(({ path }) => path),
    ).toEqual([['omit']])
  })
})

describe('a rule without an id', () => {
  const nameless = { title: 'x' }

  it('is told by its place among the rules', () => {
    const found = issuesOf(() => createDecider({ rules: [...rules, nameless] }))
    expect(found.length).toBeGreaterThan(0)
    expect([...new Set(found.map(({ file }) => file))]).toEqual([`rules[${rules.length}]`])
  })

  it('so it is where rules of some layers alone are meant', () => {
    const fixture = {
      规则: 'shop/no-reason/within-seven-days',
      案例: [{ 名称: '一', 案情: {}, 期望: { 结论: '支持' } }],
    }
    const found = issuesOf(() => checkFixture(fixture, { rules: [...rules, nameless] }))
    expect([...new Set(found.map(({ file }) => file))]).toEqual([`rules[${rules.length}]`])
  })

  it.each([['5'], ['["a"]'], ['""'], ['null']])('so is one whose id is %s', (id) => {
    const found = issuesOf(() => createDecider({ rules: [...rules, JSON.parse(`{"id":${id},"title":"x"}`)] }))
    expect(found.length).toBeGreaterThan(0)
    expect([...new Set(found.map(({ file }) => file))]).toEqual([`rules[${rules.length}]`])
  })

  it('is told by its id where it has one', () => {
    const [first] = issuesOf(() => createDecider({ rules: [...rules, { id: 'shop/half', title: 'x' }] }))
    expect(first?.file).toBe('shop/half')
  })
})

describe('a case that is none', () => {
  it.each([['null'], ['[]'], ['"88"']])('%s is told as a case, not as a fixture', (json) => {
    const read = createDecider({ rules: [] }).safeDecide(JSON.parse(json))
    expect(read.ok ? [] : read.issues.map(({ message }) => message.zh)).toEqual(['案情应为可读的 JSON 对象'])
  })
})
