// Rule documents written to do harm, by attack class (A1–A17): rules travel between shops as files.
// Promise: all that is wrong is reported with file and place; nothing in a document runs, recurses or is converted.
import { describe, expect, it } from 'vitest'
import { createDecider } from '../src/index.js'
import { FREE_SHIPPING, load, nested, nestedUnder, placesOf, refused, ruleOf, times } from './support/hostile.js'

const refusedRule = (over: Readonly<Record<string, unknown>>) => refused(() => load([ruleOf('a', over)]))
const refusedLeaf = (leaf: object) => refusedRule({ conditions: { all: [leaf] } })
const spoiled = (text: string) => ({ ...ruleOf('a'), ...JSON.parse(text) })

describe('A1 code in a rule', () => {
  it.each([{ path: '$..[?(@.constructor)]' }, { params: { code: '1' } }, { priority: 1 }, { decorators: [] }])(
    'a leaf with %j is refused: nothing in a document is evaluated',
    (more) => {
      const [key] = Object.keys(more)
      expect(placesOf(refusedLeaf({ ...FREE_SHIPPING, ...more }))).toEqual([`conditions.all.0.${key}`])
    },
  )

  it('a fact is a declared name and no path into one', () => {
    for (const fact of ['constructor', '$.reason', 'reason.length', '__proto__', 'agreed', 'recordsComplete']) {
      refusedLeaf({ fact, operator: 'equal', value: true })
    }
  })
})

describe('A2 prototypes', () => {
  // JSON.parse makes these own keys; an object literal would not.
  it.each([
    ['{"__proto__": {"mandatory": true}}', '__proto__'],
    ['{"constructor": 1}', 'constructor'],
    ['{"event": {"type": "settle", "params": {"__proto__": {"verdict": "accept"}}}}', 'event.params.__proto__'],
    ['{"event": {"type": "settle", "params": {"tasks": {"constructor": true}}}}', 'event.params.tasks.constructor'],
    [
      '{"conditions": {"all": [{"fact": "paid", "operator": "equal", "value": 1, "__proto__": {}}]}}',
      'conditions.all.0.__proto__',
    ],
    [
      '{"conditions": {"all": [{"fact": "paid", "operator": "equal", "value": {"__proto__": {}}}]}}',
      'conditions.all.0.value.__proto__',
    ],
    ['{"source": {"document": "made-up", "clause": "1", "summary": "s", "prototype": 1}}', 'source.prototype'],
  ])('%s is refused where it stands', (text, place) => {
    // The spread above would itself lose `__proto__`, so it is put back as an own key.
    const document = spoiled(text)
    const written = JSON.parse(text)
    if (Object.hasOwn(written, '__proto__'))
      Object.defineProperty(document, '__proto__', { value: {}, enumerable: true })
    expect(placesOf(refused(() => load([document])))).toContain(place)
    expect('mandatory' in {}).toBe(false)
  })

  it('words of the prototype are no stage, layer, operator, question, condition or parameter', () => {
    for (const word of ['constructor', 'toString', 'hasOwnProperty']) {
      refusedRule({ layer: word })
      refusedRule({ event: { type: word, params: { verdict: 'accept' } } })
      refusedRule({ event: { type: 'settle', params: { [`${word}s`]: true } } })
      refusedRule({ event: { type: 'settle', params: { verdict: word } } })
      refusedRule({ conditions: { condition: word } })
      refusedRule({ exceptionTo: [word] })
      refusedRule({ effective: { from: '2012-01-01', by: word } })
      refusedLeaf({ fact: 'paid', operator: word, value: 1 })
      refusedLeaf({ fact: 'paid', operator: 'equal', value: { fact: word } })
      refusedLeaf({ fact: 'reason', operator: 'equal', value: word })
    }
  })
})

describe('A4 nesting', () => {
  const DEEP = 100_000
  it.each([
    ['not', { conditions: nestedUnder('not', DEEP) }],
    ['all', { conditions: nested(DEEP) }],
    ['a value', { conditions: { all: [{ ...FREE_SHIPPING, value: nested(DEEP) }] } }],
    ['params', { event: { type: 'settle', params: { verdict: nested(DEEP) } } }],
    ['a term', { event: { type: 'handle', params: { deadlines: { 'pay-out': nestedUnder('days', DEEP) } } } }],
    // String(id) of nested arrays recurses: the id alone could overflow the stack.
    ['the id', { id: nested(DEEP) }],
    ['the layer', { layer: nested(DEEP) }],
    ['the source', { source: nestedUnder('document', DEEP) }],
  ])('100,000 levels deep in %s is refused', (_, over) => {
    expect(refusedRule(over).map(({ code }) => code)).toContain('too-deep')
  })

  it('the deepest condition accepted decides and is traced; one level more is refused', () => {
    const deep = (levels: number) => ruleOf('a', { conditions: { all: [nestedUnder('not', levels)] } })
    const levels = times(100, (i) => i).findLast((depth) => loads(() => load([deep(depth)])))
    expect(levels).toBeGreaterThanOrEqual(32)
    const decider = load([deep(levels as number)])
    expect(decider.trace({ freeShipping: true })[0]?.status).toBe((levels as number) % 2 === 0 ? 'yes' : 'no')
    expect(refused(() => load([deep((levels as number) + 1)]))[0]?.code).toBe('too-deep')
  })

  it('a document that contains itself is refused', () => {
    const circle: { all: unknown[] } = { all: [] }
    circle.all.push(circle, circle)
    refusedRule({ conditions: circle })
  })
})

function loads(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}

describe('A3 slow patterns', () => {
  it('no operator takes a pattern', () => {
    for (const operator of ['matches', 'regex', 'match', 'contains', 'like']) {
      refusedLeaf({ fact: 'handler', operator, value: '^(a+)+$' })
      refusedLeaf({ fact: 'reason', operator, value: '^(a+)+$' })
    }
  })

  it('an id of two million parts is refused, not matched part by part', () => {
    // A pattern with a repeated group overflows the stack of the regular expression engine.
    expect(placesOf(refused(() => load([ruleOf('a', { id: `${'a/'.repeat(2_500_000)}!` })]), 5))).toEqual(['id'])
    expect(placesOf(refusedRule({ exceptionTo: ['a/'.repeat(2_500_000)] }))).toEqual(['exceptionTo.0'])
  })
})

describe('A7 numbers that are none, A8 one type for another', () => {
  it.each([
    0.1 + 0.2,
    1e21,
    1e-7,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    -1,
    2 ** 53,
    '5',
    '5.00',
    [5],
    true,
    null,
    {},
  ])('money in a condition is a number of yuan and fen, not %j', (value) => {
    refusedLeaf({ fact: 'paid', operator: 'greaterThan', value })
  })

  it.each([
    { fact: 'reason', operator: 'in', value: 'no-reason' },
    { fact: 'reason', operator: 'equal', value: ['no-reason'] },
    { fact: 'reason', operator: 'greaterThan', value: 'no-reason' },
    { fact: 'reason', operator: 'contains', value: 'no' },
    { fact: 'freeShipping', operator: 'equal', value: 'true' },
    { fact: 'freeShipping', operator: 'equal', value: 1 },
    { fact: 'quantity', operator: 'equal', value: '3' },
    { fact: 'quantity', operator: 'lessThan', value: null },
    { fact: 'signedAt', operator: 'greaterThan', value: 'none' },
    { fact: 'handler', operator: 'equal', value: '王' },
    { fact: 'paid', operator: 'in', value: [] },
  ])('$fact $operator $value is refused when loaded, not compared somehow', (leaf) => {
    refusedLeaf(leaf)
  })

  it.each([
    [],
    null,
    'rules',
    5,
    [null],
    [[]],
    ['x'],
    [() => 1],
    [{}],
    [Object.create(null)],
    [{ id: Object.create(null) }],
  ])('documents are objects in an array: %j is refused or empty', (rules) => {
    if (Array.isArray(rules) && rules.length === 0)
      expect(createDecider({ rules }).decide({}).outcome).toBe('needs-review')
    else refused(() => createDecider({ rules: rules as object[] }))
  })
})

describe('A11 event names', () => {
  it.each(['error', 'success', 'failure', 'newListener', '__proto__', 'Settle', 'settle ', ''])(
    '%j is no stage',
    (type) => {
      // In an engine that emits events, "error" ends the run and "success" runs listeners twice.
      expect(placesOf(refusedRule({ event: { type, params: { verdict: 'accept' } } }))).toEqual(['event.type'])
    },
  )
})
