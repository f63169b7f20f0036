// Rule sets of a size to do harm (A6): many rules, shared conditions, long chains, wide conditions, huge texts.
// Promise: they load and decide in time that grows with them, or are refused in time and without repeating them.
import { describe, expect, it } from 'vitest'
import { type Case, createDecider, type QuestionId } from '../src/index.js'
import { sop } from '../src/rules.js'
import { conditionOf, FREE_SHIPPING, inTime, load, refused, ruleOf, SOURCE, times } from './support/hostile.js'

/** With the moment of decision, rules in force are known to be. */
const NOW = { asOf: '2026-06-26 10:00' } as const

const refusedRule = (over: Readonly<Record<string, unknown>>) => refused(() => load([ruleOf('a', over)]))

describe('A6 size', () => {
  const padding = (count: number) =>
    times(count, (i) =>
      ruleOf(i, {
        conditions: {
          all: [
            { fact: 'paid', operator: 'equal', value: i + 5 },
            { fact: 'quantity', operator: 'greaterThan', value: (i % 99) + 1 },
          ],
        },
      }),
    )
  const CASE = {
    reason: 'no-reason',
    requested: 'return-and-refund',
    asOf: '2026-06-26 10:00',
    paid: { atLeast: '1.00' },
  }

  it('10,000 rules beside the shipped ones load and decide, in time that grows with their number', () => {
    const clock = (count: number) => {
      const rules = [...sop, SOURCE, ...padding(count)]
      const start = performance.now()
      const decider = createDecider({ rules })
      const loaded = performance.now()
      const { answers } = decider.decide(CASE as Case)
      decider.decide({})
      decider.trace({}, (id) => id === 'shop/made-up/0')
      expect(answers.verdict.status).toBe('open')
      return { load: loaded - start, decide: performance.now() - loaded }
    }
    clock(100)
    const small = clock(1_000)
    const large = clock(10_000)
    expect(large.load + large.decide).toBeLessThan(30_000)
    // Ten times the rules: quadratic would be a hundred times; the constant absorbs a slow machine's noise.
    expect(large.load).toBeLessThan(40 * small.load + 2_000)
    expect(large.decide).toBeLessThan(40 * small.decide + 2_000)
  })

  it('what to ask among 10,000 rules takes no trial per rule, and still finds the facts that narrow', () => {
    const decider = createDecider({ rules: [...sop, SOURCE, ...padding(10_000)] })
    const askedOf = (input: object, question: string) =>
      inTime(() => decider.ask(input as Case, question as QuestionId)).map(({ fact }) => fact)
    // One evaluation per rule and column took a minute; some two hundred take a second.
    expect(askedOf(CASE, 'verdict')).toEqual(expect.arrayContaining(['paid', 'quantity']))
    expect(askedOf(CASE, 'refundAction').length).toBeGreaterThan(0)
    // Of nothing known, what is asked for and when narrows by itself; a sum or a number does not, until these are told.
    expect(askedOf({}, 'verdict')).toEqual(['requested', 'asOf'])
    const possible = (input: object) => {
      const { verdict } = decider.decide(input as Case).answers
      return 'possible' in verdict ? verdict.possible : verdict
    }
    for (const told of [{ paid: '0.00' }, { paid: '0.05' }, { quantity: 1 }, { quantity: 99 }])
      expect(possible(told)).toEqual(possible({}))
    expect(askedOf({ ...CASE, paid: undefined }, 'verdict')).toEqual(expect.arrayContaining(['paid', 'quantity']))
    expect(askedOf({}, 'refundAction').length).toBeGreaterThan(0)
  })

  it('10,000 rules that are all wrong, or all the same, are refused in time', () => {
    const wrong = (over: (i: number) => Readonly<Record<string, unknown>>) =>
      refused(() => load(times(10_000, (i) => ruleOf(i, over(i)))), 30)
    expect(wrong((i) => ({ conditions: { all: [{ fact: `fact${i}`, operator: 'equal', value: 1 }] } }))).toHaveLength(
      10_000,
    )
    expect(wrong((i) => ({ conditions: { condition: `c${i}` } }))).toHaveLength(10_000)
    // Each unknown rule is compared with the ids there are: all pairs would take minutes and gigabytes.
    expect(wrong((i) => ({ exceptionTo: [`shop/made-up/none-${i}`] }))).toHaveLength(10_000)
    expect(wrong((i) => ({ id: 'shop/made-up/one', title: `虚构${i}` }))).toHaveLength(9_999)
  })

  it('conditions that share conditions cost their number, not a power of two', () => {
    const pairs = times(40, (i) =>
      ['a', 'b'].map((side) => {
        const both = [{ condition: `ca${i - 1}` }, { condition: `cb${i - 1}` }]
        if (i === 0)
          return conditionOf(`${side}0`, {
            all: [{ ...FREE_SHIPPING, fact: side === 'a' ? 'freeShipping' : 'resaleable' }],
          })
        return conditionOf(`${side}${i}`, side === 'a' ? { any: both } : { all: both })
      }),
    ).flat()
    const decider = load([...pairs, ruleOf('top', { conditions: { condition: 'ca39' } })])
    // Of an enquiry nothing arises that hangs on more.
    const now = { ...NOW, requested: 'enquiry', refundState: 'none' } as const
    expect(inTime(() => decider.decide(now)).missing.map(({ fact }) => fact)).toEqual(['freeShipping', 'resaleable'])
    expect(
      inTime(() => decider.ask(NOW, 'verdict'))
        .map(({ fact }) => fact)
        .sort(),
    ).toEqual(['freeShipping', 'resaleable'])
    expect(inTime(() => JSON.stringify(decider.trace(NOW))).length).toBeLessThan(200_000)
    expect(decider.decide({ ...NOW, freeShipping: true, resaleable: false }).answers.verdict.value).toBe('accept')
  })

  it('a chain of conditions is as long as a person can follow; 3,000 are refused, not recursed into', () => {
    const chain = (size: number) => [
      ...times(size, (i) => conditionOf(i, i === 0 ? { all: [FREE_SHIPPING] } : { not: { condition: `c${i - 1}` } })),
      ruleOf('top', { conditions: { condition: `c${size - 1}` } }),
    ]
    expect(load(chain(40)).decide({ ...NOW, freeShipping: false }).answers.verdict.value).toBe('accept')
    expect(refused(() => load(chain(3_000))).map(({ code }) => code)).toEqual(['too-deep'])
  })

  it('a chain of 5,000 exceptions is refused before it fills the memory; one of 500 decides', () => {
    const chain = (size: number) =>
      times(size, (i) => ruleOf(i, i === 0 ? {} : { exceptionTo: [`shop/made-up/${i - 1}`] }))
    expect(
      load(chain(500))
        .decide({ ...NOW, freeShipping: true })
        .answers.verdict.rules.map(({ id }) => id),
    ).toEqual(['shop/made-up/499'])
    expect(refused(() => load(chain(5_000))).map(({ code }) => code)).toEqual(['too-large'])
  })

  it('a condition that would expand to thousands of combinations is refused with the remedy', () => {
    const either = (i: number) => ({
      any: [
        { fact: 'paid', operator: 'equal', value: i },
        { fact: 'quantity', operator: 'equal', value: i + 1 },
      ],
    })
    // Twelve alternatives of two, none of which exclude each other: 4,096 ways.
    const facts = [
      'resaleable',
      'accessoriesComplete',
      'signsOfWear',
      'photosProvided',
      'problemVerified',
      'inspectionPassed',
      'freightInsurance',
    ]
    const ways = facts.map((fact, i) => ({
      any: [
        { fact, operator: 'equal', value: true },
        { fact: i % 2 === 0 ? 'paid' : 'quantity', operator: 'greaterThan', value: 1 },
      ],
    }))
    expect(refusedRule({ conditions: { all: ways } }).map(({ code }) => code)).toEqual(['too-many-boxes'])
    expect(refusedRule({ conditions: { any: times(20_000, either) } }).map(({ code }) => code)).toEqual(['too-large'])
    // Of plain values as well as of objects.
    expect(refusedRule({ covers: times(1_000_000, () => 'x') }).map(({ code }) => code)).toEqual(['too-large'])
  })

  const HUGE = 'x'.repeat(5_000_000)
  const header = [
    '$schema',
    'id',
    'title',
    'layer',
    'covers',
    'source',
    'effective',
    'exceptionTo',
    'mandatory',
    'conditions',
    'event',
    'note',
  ]
  const texts: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ...header.map((key) => [key, { [key]: HUGE }] as const),
    ['a key', { [HUGE]: 1 }],
    ['a date', { effective: { from: HUGE } }],
    ['a date fact', { effective: { from: '2012-01-01', by: HUGE } }],
    ['a clause', { source: { document: 'made-up', clause: HUGE, summary: 's' } }],
    ['an exception', { exceptionTo: [HUGE] }],
    ['a row', { covers: [HUGE] }],
    ['a stage', { event: { type: HUGE, params: { verdict: 'accept' } } }],
    ['a question', { event: { type: 'settle', params: { [HUGE]: 'accept' } } }],
    ['an answer', { event: { type: 'settle', params: { verdict: HUGE } } }],
    ['a member', { event: { type: 'settle', params: { offer: { [HUGE]: true } } } }],
    ['a fact', { conditions: { all: [{ ...FREE_SHIPPING, fact: HUGE }] } }],
    ['an operator', { conditions: { all: [{ ...FREE_SHIPPING, operator: HUGE }] } }],
    ['a value', { conditions: { all: [{ ...FREE_SHIPPING, value: HUGE }] } }],
    ['a parameter', { conditions: { all: [{ fact: 'paid', operator: 'equal', value: { fact: HUGE } }] } }],
    ['a condition', { conditions: { condition: HUGE } }],
    ['a key of a condition', { conditions: { [HUGE]: [] } }],
  ]
  it.each(texts)('5 MB as %s is refused without repeating it', (_, over) => {
    expect(JSON.stringify(refusedRule(over)).length).toBeLessThan(20_000)
  })

  it('100,000 unknown keys end in a bounded list of issues', () => {
    const keys = (word: string) => Object.fromEntries(times(100_000, (i) => [`${word}${i}`, i]))
    expect(refusedRule(keys('titl')).length).toBeLessThanOrEqual(200)
    expect(refusedRule({ event: { type: 'settle', params: keys('verdic') } }).length).toBeLessThanOrEqual(200)
    expect(refusedRule({ event: { type: 'settle', params: { offer: keys('repai') } } }).length).toBeLessThanOrEqual(200)
  })
})
