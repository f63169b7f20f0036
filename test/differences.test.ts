// Where we differ from json-rules-engine on purpose: one test for each line of the table in docs/json-rules-engine.md.
// Promise: ours is shown for every line, theirs wherever that neither hangs nor ends the process.
import { readFileSync } from 'node:fs'
import { Engine } from 'json-rules-engine'
import { describe, expect, it } from 'vitest'
import { createBridge } from '../src/bridge/json-rules-engine.js'
import { AfterSaleError, createDecider, type Issue } from '../src/index.js'
import { deepFreeze } from './support/engine-run.js'

const source = { document: 'test', clause: '1', summary: 'for this test' }
const paidLeaf = { fact: 'paid', operator: 'greaterThan', value: 99 }

function rule(conditions: unknown, more: object = {}): object {
  const event = { type: 'settle', params: { verdict: 'accept' } }
  return {
    id: 'shop/one',
    title: 'one',
    layer: 'shop',
    source,
    effective: { from: '2012-01-01' },
    conditions,
    event,
    ...more,
  }
}

function named(name: string, conditions: unknown): object {
  return {
    id: `shop/conditions/${name}`,
    title: name,
    layer: 'shop',
    source,
    effective: { from: '2012-01-01' },
    conditions,
  }
}

/** The problems that loading these documents meets. */
function refusal(...rules: object[]): readonly Issue[] {
  try {
    createDecider({ rules })
  } catch (error) {
    if (error instanceof AfterSaleError) return error.issues
    throw error
  }
  throw new Error('the documents load')
}

function expectRefusal(conditions: unknown, code: string, place: string): void {
  expect(refusal(rule(conditions)).map((issue) => [issue.code, issue.path.join('.')])).toContainEqual([code, place])
}

/** Status of a single rule with these conditions. */
function status(conditions: object, written: object): string | undefined {
  return createDecider({ rules: [rule(conditions)] }).trace({ asOf: '2026-06-28 10:00', ...written })[0]?.status
}

type Options = ConstructorParameters<typeof Engine>[1]

/** Whether json-rules-engine says that the conditions hold. Conditions it should not take are taken as they are. */
async function theirs(conditions: unknown, facts: Record<string, unknown>, options: Options = {}): Promise<boolean> {
  const engine = new Engine([{ conditions, event: { type: 'settle' } } as never], options)
  return (await engine.run(facts)).events.length > 0
}

const nested = (depth: number): object => {
  let conditions: object = paidLeaf
  for (let i = 0; i < depth; i += 1) conditions = { all: [conditions] }
  return conditions
}

const yes = { fact: 'a', operator: 'equal', value: 1 }
const no = { fact: 'a', operator: 'equal', value: 2 }

const differences: Readonly<Record<string, () => void | Promise<void>>> = {
  'S-03': async () => {
    expect(await theirs({ any: [yes], all: [no] }, { a: 1 })).toBe(true)
    expectRefusal({ any: [paidLeaf], all: [paidLeaf] }, 'not-accepted', 'conditions')
  },
  'S-08': () => {
    const event = { type: 'settle' }
    const engine = new Engine([{ conditions: { all: [yes] }, event, priority: 'x' as never }])
    expect(engine).toMatchObject({ rules: [{ priority: Number.NaN }] })
    const issues = refusal(rule({ all: [paidLeaf] }, { priority: 10 }))
    expect(issues.map(({ code, path }) => [code, path])).toEqual([['unknown-key', ['priority']]])
  },
  'S-09': () => {
    const leaf = { ...yes, priority: '7' as never }
    new Engine([{ conditions: { all: [leaf] }, event: { type: 'settle' } }])
    expect(leaf.priority).toBe(7)
    const document = deepFreeze(rule({ all: [paidLeaf] }))
    const before = JSON.stringify(document)
    createDecider({ rules: [document] }).decide({ paid: '120.00', asOf: '2026-06-28 10:00' })
    expect(JSON.stringify(document)).toBe(before)
    expectRefusal({ all: [{ ...paidLeaf, priority: 7 }] }, 'unknown-key', 'conditions.all.0.priority')
  },
  'S-10': async () => {
    const leaf: unknown = JSON.parse('{"fact":"a","operator":"equal","value":1,"__proto__":{"b":1}}')
    await expect(theirs({ all: [leaf] }, { a: 1 })).rejects.toThrow('isConditionReference')
    const engine = new Engine()
    const params = JSON.parse('{"__proto__":{"approved":true}}') as Record<string, unknown>
    engine.addRule({ conditions: { all: [yes] }, event: { type: 'settle', params } })
    const [event] = (await engine.run({ a: 1 })).events
    expect(event?.params?.approved).toBe(true)
    expect(Object.hasOwn(event?.params ?? {}, 'approved')).toBe(false)
    expectRefusal({ all: [leaf] }, 'unknown-key', 'conditions.all.0.__proto__')
    const document = rule({ all: [paidLeaf] }, { event: { type: 'settle', params } })
    expect(refusal(document).map(({ code, path }) => [code, path.at(-1)])).toContainEqual(['unknown-key', '__proto__'])
  },
  'S-20': async () => {
    expect(await theirs({ any: [] }, {})).toBe(true)
    expectRefusal({ any: [] }, 'empty', 'conditions.any')
    expectRefusal({ all: [{ not: { all: [] } }] }, 'empty', 'conditions.all.0.not.all')
  },
  'S-21': async () => {
    const leaf = { fact: 'a', operator: 'says', value: 1 }
    const held = async (conditions: { all: (typeof leaf)[] }) => {
      const engine = new Engine([{ conditions, event: { type: 'settle' } }])
      engine.addOperator('says', () => 'yes' as never)
      return (await engine.run({ a: 1 })).results.map(({ result }): unknown => result)
    }
    expect(await held({ all: [leaf] })).toEqual(['yes'])
    expect(await held({ all: [leaf, leaf] })).toEqual([])
    expectRefusal({ all: [{ fact: 'paid', operator: 'says', value: 1 }] }, 'unknown-value', 'conditions.all.0.operator')
    expect(status({ all: [paidLeaf] }, { paid: '120.00' })).toBe('yes')
    expect(status({ all: [paidLeaf, paidLeaf] }, { paid: '120.00' })).toBe('yes')
  },
  'S-26': async () => {
    const conditions = { all: [{ not: { condition: 'dear' } }] }
    await expect(theirs(conditions, {})).rejects.toThrow('No condition dear exists')
    expect(await theirs(conditions, {}, { allowUndefinedConditions: true })).toBe(true)
    const [issue, ...others] = refusal(rule(conditions), named('clear', { all: [paidLeaf] }))
    expect(others).toEqual([])
    expect(issue).toMatchObject({ code: 'unknown-condition', found: 'dear', nearest: 'clear' })
  },
  'S-27': async () => {
    const engine = new Engine([{ conditions: { all: [{ condition: 'self' }] }, event: { type: 'settle' } }])
    engine.setCondition('self', { all: [{ condition: 'self' }] })
    await expect(engine.run()).rejects.toThrow(RangeError)
    const issues = refusal(named('hen', { all: [{ condition: 'egg' }] }), named('egg', { all: [{ condition: 'hen' }] }))
    expect(issues.map(({ code }) => code)).toEqual(['cycle', 'cycle'])
    expect(issues[0]?.message.en).toMatch(/hen → egg → hen|egg → hen → egg/)
  },
  'S-28': async () => {
    await expect(theirs(nested(20_000), { paid: 120 })).rejects.toThrow(RangeError)
    expect(status(nested(35), { paid: '120.00' })).toBe('yes')
    for (const depth of [45, 100, 20_000]) {
      expect(refusal(rule(nested(depth))).map(({ code }) => code)).toEqual(['too-deep'])
    }
  },
  'S-32': async () => {
    expect(await theirs({ all: [{ ...yes, operator: 'notEqual' }] }, {}, { allowUndefinedFacts: true })).toBe(true)
    expect(
      await theirs({ all: [{ fact: 'a', operator: 'notIn', value: [1] }] }, {}, { allowUndefinedFacts: true }),
    ).toBe(true)
    const conditions = { all: [{ fact: 'shopType', operator: 'notEqual', value: 'tmall' }] }
    expect(status(conditions, {})).toBe('unknown')
    expect(status({ all: [{ fact: 'shopType', operator: 'notIn', value: ['tmall'] }] }, {})).toBe('unknown')
    const decision = createDecider({ rules: [rule(conditions)] }).decide({ asOf: '2026-06-28 10:00' })
    expect(decision.missing.map(({ fact }) => fact)).toContain('shopType')
  },
  'S-35': async () => {
    expect(await theirs({ all: [{ ...yes, path: '$.price' }] }, { a: 1 })).toBe(true)
    expectRefusal({ all: [{ ...paidLeaf, path: '$.price' }] }, 'unknown-key', 'conditions.all.0.path')
  },
  'S-41': async () => {
    expect(await theirs({ all: [{ fact: 'shop', operator: 'in', value: 'tmall' }] }, { shop: 'mall' })).toBe(true)
    expectRefusal(
      { all: [{ fact: 'shopType', operator: 'in', value: 'tmall' }] },
      'wrong-type',
      'conditions.all.0.value',
    )
  },
  'S-43': async () => {
    const greater = (value: unknown) => ({ all: [{ fact: 'paid', operator: 'greaterThan', value }] })
    expect(await theirs(greater('99.00'), { paid: '100.00' })).toBe(false)
    expect(status(greater(99), { paid: '100.00' })).toBe('yes')
    expect(status(greater(99.99), { paid: '99.99' })).toBe('no')
    expectRefusal(greater('99.00'), 'wrong-type', 'conditions.all.0.value')
  },
  'S-47': async () => {
    expect(await theirs({ all: [{ fact: 'a', operator: 'not:greaterThan', value: 5 }] }, { a: null })).toBe(true)
    expectRefusal({ all: [{ ...paidLeaf, operator: 'not:greaterThan' }] }, 'unknown-value', 'conditions.all.0.operator')
    expect(status({ not: paidLeaf }, { paid: '99.00' })).toBe('yes')
    expect(status({ not: paidLeaf }, {})).toBe('unknown')
  },
  'S-60': async () => {
    const deep = { name: 'deep', conditions: { all: [{ all: [{ all: [yes] }, yes] }, yes] }, event: { type: 'settle' } }
    const flat = { name: 'flat', conditions: { all: [yes] }, event: { type: 'settle' } }
    const { results } = await new Engine([deep, flat]).run({ a: 1 })
    expect(results.map(({ name }) => name)).toEqual(['flat', 'deep'])
    const first = rule({ all: [{ all: [{ any: [paidLeaf] }] }] }, { id: 'shop/a-deep', title: 'deep' })
    const second = rule({ all: [paidLeaf] }, { id: 'shop/b-flat', title: 'flat' })
    const [oneWay, otherWay] = [
      [first, second],
      [second, first],
    ].map((rules) => createDecider({ rules }).decide({ paid: '120.00', asOf: '2026-06-28 10:00' }))
    expect(oneWay?.answers.verdict.rules.map(({ id }) => id)).toEqual(['shop/a-deep', 'shop/b-flat'])
    expect(otherWay).toEqual(oneWay)
  },
  'S-65': async () => {
    const unheard = { conditions: { all: [{ ...yes, fact: 'unheard' }] }, event: { type: 'first' }, priority: 10 }
    const engine = new Engine([unheard, { conditions: { all: [yes] }, event: { type: 'second' }, priority: 1 }])
    const emitted: string[] = []
    engine.on('success', ({ type }) => {
      emitted.push(type)
    })
    await expect(engine.run({ a: 1 })).rejects.toThrow('Undefined fact: unheard')
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(emitted).toEqual(['second'])
    const read = createDecider({ rules: [rule({ all: [paidLeaf] })] }).safeDecide({
      paid: '1e3',
      asOf: 'today',
      colour: 'red',
    })
    expect(read).toEqual({ ok: false, issues: [expect.anything(), expect.anything(), expect.anything()] })
  },
  'S-66': async () => {
    const first = { conditions: { all: [yes] }, event: { type: 'first' }, priority: 10 }
    const engine = new Engine([first, { conditions: { all: [yes] }, event: { type: 'second' }, priority: 1 }])
    const slow = engine.run({ a: () => new Promise((resolve) => setTimeout(() => resolve(1), 20)) })
    const fast = engine.run({ a: 1 })
    expect((await fast).events.map(({ type }) => type)).toEqual(['first', 'second'])
    expect((await slow).events.map(({ type }) => type)).toEqual(['first'])
    const rules = [rule({ all: [paidLeaf] })]
    const decider = createDecider({ rules })
    const bridge = await createBridge({ rules })
    const cases = ['120.00', '20.00', '99.00', '99.01'].map((paid) => ({ paid, asOf: '2026-06-28 10:00' }))
    const verdicts = (await Promise.all(cases.map((one) => bridge.decide(one)))).map(
      ({ answers }) => answers.verdict.status,
    )
    expect(verdicts).toEqual(['settled', 'silent', 'silent', 'settled'])
    expect(cases.map((one) => decider.decide(one).answers.verdict.status)).toEqual(verdicts)
  },
}

describe('where we differ from json-rules-engine on purpose', () => {
  it('has one test for each line of the table, and one line for each test', () => {
    const page = readFileSync(new URL('../docs/json-rules-engine.md', import.meta.url), 'utf8')
    const lines = [...page.matchAll(/^\| (S-\d+) \|/gm)].map(([, id]) => id)
    expect(lines).toEqual(Object.keys(differences))
    expect(lines).toHaveLength(17)
  })

  it.each(Object.entries(differences))('%s', async (_id, show) => {
    await show()
  })
})
