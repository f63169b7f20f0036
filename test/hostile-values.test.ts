// Values and names written to do harm in a case, by attack class: code, prototypes, nesting, numbers and types that are none.
// Promise: a clear error of ours with its place, or an ordinary decision. What else a case can do: hostile.test.ts.
import { describe, expect, it } from 'vitest'
import { createDecider, type QuestionId, transition } from '../src/index.js'
import { sop } from '../src/rules.js'
import { nested, nestedUnder, placesOf, RETURN, refused } from './support/hostile.js'

const decider = createDecider({ rules: sop })
const refusedCase = (input: unknown) => refused(() => decider.decide(input as object))
const parsed = (text: string): object => JSON.parse(text)

describe('A1 code in a case', () => {
  it('is text like any other: no value is a path, a form or an expression', () => {
    const payload = "{{constructor.constructor('globalThis.hit = 1')()}}"
    const { remark } = decider.decide({ ...RETURN, handler: payload })
    expect(remark.text).toContain(payload)
    expect('hit' in globalThis).toBe(false)
    // A build that walks paths would read these through the prototype.
    for (const path of ['$.reason', 'reason.constructor', '$..[?(@.constructor)]']) refusedCase({ [path]: 'no-reason' })
  })
})

describe('A2 prototypes', () => {
  it.each([
    '{"__proto__": {"reason": "no-reason"}}',
    '{"constructor": {"prototype": {"reason": "no-reason"}}}',
    '{"toString": "1"}',
    '{"reason": "constructor"}',
    '{"reason": {"__proto__": ["no-reason"]}}',
    '{"reason": {"oneOf": ["no-reason"], "__proto__": 1}}',
    '{"reason": {"oneOf": ["__proto__"]}}',
    '{"agreed": {"__proto__": "accept", "by": "主管"}}',
    '{"agreed": {"constructor": "accept", "by": "主管"}}',
    '{"agreed": {"verdict": "toString", "by": "主管"}}',
    '{"agreed": {"tasks": {"__proto__": true}, "by": "主管"}}',
    '{"agreed": {"tasks": {"hasOwnProperty": true}, "by": "主管"}}',
    '{"agreed": {"deadlines": {"pay-out": {"days": 2, "after": "__proto__"}}, "by": "主管"}}',
    '{"agreed": {"deadlines": {"pay-out": {"days": 2, "after": "agreedAt", "__proto__": {}}}, "by": "主管"}}',
  ])('a name of the prototype is no fact, value or question: %s', (text) => {
    refusedCase(parsed(text))
    // A build that assigns by key would have changed every object by now.
    expect('reason' in {}).toBe(false)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('what a case inherits it does not say', () => {
    const said = decider.decide(Object.create({ ...RETURN }))
    expect(said).toEqual(decider.decide({}))
  })

  it('settings, questions, states and steps named after the prototype are unknown words', () => {
    // `'constructor' in settings` is true: a check with `in` lets these through unsaid.
    for (const id of ['constructor', 'toString', '__proto__']) {
      const settings = parsed(`{"${id}": 5}`) as Record<string, number>
      expect(placesOf(refused(() => createDecider({ rules: sop, settings })))).toEqual([`settings.${id}`])
      expect(placesOf(refused(() => decider.with({ settings })))).toEqual([`settings.${id}`])
      refused(() => decider.ask({}, id as QuestionId))
      expect(transition(id, id, id)).toMatchObject({ ok: false, allowed: [] })
      expect(transition('WAIT_SELLER_AGREE', id)).toMatchObject({ ok: false, state: 'WAIT_SELLER_AGREE' })
    }
  })
})

describe('A4 nesting', () => {
  const DEEP = 100_000
  it.each([
    ['a fact', { reason: nested(DEEP) }],
    ['one of', { reason: nestedUnder('oneOf', DEEP) }],
    ['a range', { paid: nestedUnder('atLeast', DEEP) }],
    ['a text', { handler: nested(DEEP) }],
    ['complete', { recordsComplete: nested(DEEP) }],
    ['an answer agreed', { agreed: { verdict: nested(DEEP), by: '主管' } }],
    ['a term agreed', { agreed: { deadlines: { 'pay-out': nestedUnder('days', DEEP) }, by: '主管' } }],
    ['who agreed', { agreed: { verdict: 'accept', by: nested(DEEP) } }],
    ['no fact at all', { nothing: nested(DEEP) }],
  ])('100,000 levels deep in %s is refused, not recursed into', (_, input) => {
    expect(placesOf(refusedCase(input))[0]).toMatch(/^(reason|paid|handler|recordsComplete|agreed|nothing)/)
  })

  it('a value that contains itself is refused', () => {
    const circle: Record<string, unknown> = {}
    circle.oneOf = [circle, circle]
    expect(placesOf(refusedCase({ reason: circle }))).toEqual(['reason'])
  })
})

describe('A7 numbers that are none', () => {
  it.each([
    ...[Number.NaN, Number.POSITIVE_INFINITY, -0, 88, 2 ** 53, true, null, ['88.00'], { valueOf: () => 5 }],
    ...['0x10', '1e3', ' 5 ', '1,000.00', '9007199254740992', '-1.00', '+1', '', '.5', '5.', '00.1', '１２', '1_000'],
    ...['5\n', '12.345', '88.00\u0000', 'NaN', 'Infinity', '1000000.01', '８8.00', '88.00元'],
  ])('money is a strict string of yuan, not %j', (value) => {
    // Number(' 5 '), Number('0x10') and Number(['88.00']) are numbers: whoever converts pays out wrong amounts.
    expect(placesOf(refusedCase({ paid: value }))).toEqual(['paid'])
    expect(placesOf(refusedCase({ paid: { atLeast: value } }))).toEqual(['paid.atLeast'])
    expect(placesOf(refusedCase({ agreed: { compensation: value ?? 'null', by: '主管' } }))).toEqual([
      'agreed.compensation',
    ])
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53, 1.5, 0, -1, '3', [3], true, null])(
    'a count is an integer within its range, not %j',
    (value) => {
      expect(placesOf(refusedCase({ quantity: value }))).toEqual(['quantity'])
    },
  )

  it.each([
    '2026-02-30 10:00',
    '2026-06-28',
    '2026-06-28 24:00',
    '+010000-01-01T00:00Z',
    1_782_000_000_000,
    new Date(0),
  ])('an instant is one that exists, as text: not %s', (value) => {
    expect(placesOf(refusedCase({ asOf: value }))).toEqual(['asOf'])
  })
})

describe('A8 one type for another', () => {
  it.each(['true', 'false', 'yes', 1, 0, [true], {}, null])('a boolean is a boolean, not %j', (value) => {
    // Everything but 0, '' and null is true to whoever writes `if (value)`, 'false' included.
    expect(placesOf(refusedCase({ freeShipping: value }))).toEqual(['freeShipping'])
  })

  it.each([['no-reason'], { 0: 'no-reason' }, new String('no-reason'), 0, true, null, 'no-reason ', 'NO-REASON'])(
    'a word is one of the list, not %j',
    (value) => {
      expect(placesOf(refusedCase({ reason: value }))).toEqual(['reason'])
    },
  )

  it.each([null, undefined, 'reason', 5, [], [RETURN], () => RETURN, Symbol('case')])(
    'a case is an object, not %s',
    (input) => {
      refusedCase(input)
      expect(decider.safeDecide(input).ok).toBe(false)
    },
  )

  it('the same thing said twice, once per language, is refused and never the last one taken', () => {
    refusedCase({ reason: 'no-reason', 原因: '质量问题' })
    refusedCase({ recordsComplete: false, 记录完整: true })
    refusedCase({ agreed: { verdict: 'accept', by: '甲' }, 约定: { 结论: '不支持', 经办: '乙' } })
    refusedCase({ agreed: { verdict: 'accept', by: '甲', 经办: '乙' } })
  })

  it('a misprinted mode is refused and does not pass for the default', () => {
    const floors = 'Enforce' as 'enforce'
    expect(placesOf(refused(() => createDecider({ rules: sop, floors })))).toEqual(['floors'])
    expect(placesOf(refused(() => decider.with({ floors })))).toEqual(['floors'])
    refused(() => createDecider({ rules: sop, omit: 'shop' as unknown as string[] }))
  })
})

describe('A9 what is not said', () => {
  it('is not "no": an empty case settles nothing essential and asks', () => {
    const { outcome, answers, missing } = decider.decide({})
    expect(outcome).toBe('needs-facts')
    expect(answers.verdict.status).toBe('open')
    expect(missing.length).toBeGreaterThan(0)
    // "Not resaleable" unsaid would let a rule with a negation hold.
    const { resaleable: _, ...unsaid } = RETURN
    expect(decider.decide(unsaid).answers.verdict.status).toBe('open')
  })
})
