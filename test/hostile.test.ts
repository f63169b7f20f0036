// Cases written to do harm as a whole, by attack class (A1–A17): by size, by code that runs on reading, by their texts.
// Promise: a clear error of ours or an ordinary decision; never a hang, a crash or half a result. Values and names stand in
// hostile-values.test.ts, rule documents in hostile-rules.test.ts and hostile-rule-sets.test.ts.
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { createComplaintDecider } from '../src/complaints.js'
import { type Case, createDecider, type QuestionId, transition } from '../src/index.js'
import { createReviewDecider } from '../src/reviews.js'
import { complaintRules, reviewRules, serviceLevelRules, sop } from '../src/rules.js'
import { createServiceLevelDecider } from '../src/service-levels.js'
import { deepFreeze } from './support/engine-run.js'
import { inTime, placesOf, RETURN, refused, times } from './support/hostile.js'

const decider = createDecider({ rules: sop })
/** The case a story begins with. */
const firstOf = (story: string) => JSON.parse(readFileSync(`fixtures/scenarios/${story}.json`, 'utf8')).步骤[0].案情
const refusedCase = (input: unknown) => refused(() => decider.decide(input as object))

describe('A6 size', () => {
  const HUGE = 'x'.repeat(5_000_000)
  const facts = ['reason', 'handler', 'returnContent', 'waybill', 'paid', 'asOf', 'freeShipping', 'quantity']
  const texts: readonly (readonly [string, unknown])[] = [
    ...facts.map((fact) => [`the value of ${fact}`, { [fact]: HUGE }] as const),
    ['a key', { [HUGE]: 1 }],
    ['one of several', { reason: { oneOf: [HUGE] } }],
    ['a key of a range', { paid: { [HUGE]: '1.00' } }],
    ['records complete', { recordsComplete: HUGE }],
    ['agreed', { agreed: HUGE }],
    ['an answer agreed', { agreed: { verdict: HUGE, by: '主管' } }],
    ['a question agreed', { agreed: { [HUGE]: 'accept', by: '主管' } }],
    ['a member agreed', { agreed: { tasks: { [HUGE]: true }, by: '主管' } }],
    ['a term agreed', { agreed: { deadlines: { 'pay-out': { days: 2, after: HUGE } }, by: '主管' } }],
    ['who agreed', { agreed: { verdict: 'accept', by: HUGE } }],
  ]
  it.each(texts)('5 MB as %s is refused without repeating it', (_, input) => {
    const issues = refusedCase(input)
    expect(JSON.stringify(issues).length).toBeLessThan(20_000)
  })

  it('5 MB as a question, a state or a step is refused without repeating it', () => {
    expect(JSON.stringify(refused(() => decider.ask({}, HUGE as QuestionId))).length).toBeLessThan(20_000)
    expect(JSON.stringify(inTime(() => transition(HUGE, HUGE, HUGE))).length).toBeLessThan(20_000)
  })

  it('100,000 unknown keys end in a bounded list of issues', () => {
    const keys = (word: string) => Object.fromEntries(times(100_000, (i) => [`${word}${i}`, i]))
    for (const input of [
      keys('reaso'),
      { reason: keys('oneO') },
      { agreed: { ...keys('verdic'), by: '主管' } },
      { agreed: { tasks: keys('pay-ou'), by: '主管' } },
    ]) {
      expect(refusedCase(input).length).toBeLessThanOrEqual(200)
    }
    const many = times(1_000_000, () => 'no-reason')
    expect(refusedCase({ reason: { oneOf: many } })).toHaveLength(1)
  })
})

describe('A3 slow patterns', () => {
  it.each([
    ['money', { paid: `${'9'.repeat(1_000_000)}.` }],
    ['money with zeros', { paid: `0.${'0'.repeat(1_000_000)}` }],
    ['an instant', { asOf: `2026-06-28 10:00${':00'.repeat(300_000)}` }],
    ['an offset', { asOf: `2026-06-28 10:00${'+08:00'.repeat(300_000)}x` }],
    ['text of spaces', { handler: `${' '.repeat(1_000_000)}\u0000` }],
  ])('%s that goes on and on is refused at once', (_, input) => {
    refused(() => decider.decide(input), 1)
  })
})

describe('A10 one call and another', () => {
  it('decisions share nothing a caller can write to, and calls in between change nothing', () => {
    const before = JSON.stringify(decider.decide(RETURN))
    scribble(decider.decide(RETURN))
    scribble(decider.decide({}))
    scribble(decider.ask({}, 'verdict'))
    scribble(decider.trace(RETURN))
    scribble(decider.safeDecide({ reason: 'nonsense' }))
    scribble(transition('WAIT_SELLER_AGREE', 'agree', 'refund-only'))
    scribble(transition('WAIT_SELLER_AGREE', 'expire-not'))
    decider.with({ settings: { afterSalePeriodDays: 30 }, floors: 'enforce' }).decide({ reason: 'quality-defect' })
    expect(JSON.stringify(decider.decide(RETURN))).toBe(before)
    expect(JSON.stringify(createDecider({ rules: sop }).decide(RETURN))).toBe(before)
  })

  it.each([
    ['reviews', createReviewDecider({ rules: reviewRules }), firstOf('reviews/kuaishou-one-star-reply')],
    [
      'complaints',
      createComplaintDecider({ rules: complaintRules }),
      firstOf('complaints/not-received-over-national-day'),
    ],
    [
      'service-levels',
      createServiceLevelDecider({ rules: serviceLevelRules }),
      firstOf('service-levels/pinduoduo-busy-day'),
    ],
  ] as const)('nor do those about %s', (_, own, input) => {
    const before = JSON.stringify(own.decide(input as never))
    scribble(own.decide(input as never))
    scribble(own.decide({}))
    expect(JSON.stringify(own.decide(input as never))).toBe(before)
  })

  it('inputs frozen all the way down are read and left alone, whatever is called in between', async () => {
    const first = deepFreeze({
      ...RETURN,
      agreed: { deadlines: { 'pay-out': { days: 3, after: 'asOf' } }, by: '主管' },
    })
    const second = deepFreeze({ 原因: '质量问题', 申请: '换货', 实付金额: { 至少: '1.00', 至多: '9.00' } })
    const alone = [first, second].map((one) => JSON.stringify(decider.decide(one as Case)))
    const mixed = await Promise.all(
      times(40, async (i) => JSON.stringify(decider.decide((i % 2 === 0 ? first : second) as Case))),
    )
    expect(mixed).toEqual(times(40, (i) => alone[i % 2]))
  })
})

/** Writes over everything that lets itself be written to, all the way down. */
function scribble(value: unknown, seen = new Set<object>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  for (const [key, inner] of Object.entries(value)) {
    scribble(inner, seen)
    Reflect.set(value, key, '乱写')
  }
  Reflect.set(value, 'scribbled', true)
}

describe('A12 leaks', () => {
  it('nothing is logged, whatever the environment asks for', () => {
    vi.stubEnv('DEBUG', '*')
    const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const
    const spies = methods.map((method) => vi.spyOn(console, method).mockImplementation(() => {}))
    const streams = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockReturnValue(true))
    decider.decide(RETURN)
    decider.safeDecide({ paid: 'secret' })
    decider.trace(RETURN)
    const written = [...spies, ...streams].map((spy) => spy.mock.calls.length)
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    expect(written.every((calls) => calls === 0)).toBe(true)
  })
})

describe('A13 half a result', () => {
  const throwing = {
    ...RETURN,
    get paid(): string {
      throw new Error('boom')
    },
  }
  const gone = Proxy.revocable({}, {})
  gone.revoke()
  it.each([
    ['a getter that throws', throwing, 'paid'],
    [
      'a getter that throws within',
      {
        paid: {
          get atLeast() {
            throw new Error('boom')
          },
        },
      },
      'paid',
    ],
    [
      'a proxy without keys',
      new Proxy(
        {},
        {
          ownKeys() {
            throw new Error('boom')
          },
        },
      ),
      '',
    ],
    ['a revoked case', gone.proxy, ''],
    ['a revoked value', { ...RETURN, paid: gone.proxy }, 'paid'],
    ['a revoked agreement', { ...RETURN, agreed: gone.proxy }, 'agreed'],
  ])("%s is bad input, with a place, and not the thrower's own error", (_, input, place) => {
    expect(placesOf(refusedCase(input))).toEqual([place])
    expect(decider.safeDecide(input)).toMatchObject({ ok: false })
  })

  it('a value that changes from one look to the next is looked at once', () => {
    let looks = 0
    const fickle = {
      ...RETURN,
      get paid() {
        looks += 1
        return looks === 1 ? '88.00' : '880000.00'
      },
    }
    expect(decider.decide(fickle)).toEqual(decider.decide(RETURN))
    expect(looks).toBe(1)
    let reads = 0
    const lie = new Proxy(
      { oneOf: ['88.00'] },
      {
        get: (target, key) => {
          reads += 1
          return reads === 1 ? Reflect.get(target, key) : 5
        },
      },
    )
    expect(decider.decide({ ...RETURN, paid: lie })).toEqual(decider.decide(RETURN))
  })

  it('one bad value among good ones is an error and no decision without it', () => {
    const result = decider.safeDecide({ ...RETURN, paid: '0x10', quantity: -1 })
    expect(result).not.toHaveProperty('value')
    expect(placesOf(refusedCase({ ...RETURN, paid: '0x10', quantity: -1 }))).toEqual(['paid', 'quantity'])
  })
})

describe('A14 order', () => {
  it('the order of the keys of a case means nothing', () => {
    const backwards = Object.fromEntries(Object.entries(RETURN).reverse())
    expect(JSON.stringify(decider.decide(backwards))).toBe(JSON.stringify(decider.decide(RETURN)))
  })
})

describe('A17 remarks', () => {
  // The form is {M-D}{退换内容}{处理人}; the decision is of 28 June.
  it.each([
    '{处理人}',
    '{M-D}',
    '{退换内容}{退换内容}',
    '$&',
    "$1$`$'$$",
    '\u202e王小\u202c',
    'a\u200bb\u200d',
    '<b>&lt;script>',
    '；',
    '\\n',
    '%s',
  ])('a slot keeps its text as it is and never reads it as a form again: %j', (text) => {
    expect(decider.decide({ ...RETURN, returnContent: text, handler: '王' }).remark).toEqual({
      text: `6-28${text}王`,
      missing: [],
    })
    expect(decider.decide({ ...RETURN, handler: text }).remark).toEqual({ text: `6-28连衣裙${text}`, missing: [] })
  })

  it.each(['a\nb', 'a\r\nb', 'a\u2028b', 'a\u2029b', 'a\u0085b', 'a\u0000b', '\t', ''])(
    'a slot takes no line break or control character: %j',
    (text) => {
      expect(placesOf(refusedCase({ ...RETURN, handler: text }))).toEqual(['handler'])
    },
  )

  it('what is quoted in an error stays on its line and hides nothing', () => {
    // `refused` checks every message for control and invisible characters.
    for (const word of ['a\nERROR all is lost', '\u202enosaer', 'reason\u200b', '\u001b[31mred']) {
      refusedCase({ [word]: 1 })
      refusedCase({ reason: word })
      refusedCase({ agreed: { [word]: 'accept', by: '主管' } })
    }
  })
})
