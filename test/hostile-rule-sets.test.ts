// Rule sets written to do harm, by attack class: circles, order, gaps, and what is done to them after loading.
// Promise: all that is wrong is reported with file and place, or the rules load and decide. Size: hostile-rule-size.test.ts.
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import lock from '../package-lock.json' with { type: 'json' }
import { conditionOf, FREE_SHIPPING, load, loadWith, placesOf, refused, ruleOf, times } from './support/hostile.js'

/** With the moment of decision, rules in force are known to be. */
const NOW = { asOf: '2026-06-26 10:00' } as const

const refusedRule = (over: Readonly<Record<string, unknown>>) => refused(() => load([ruleOf('a', over)]))

describe('A5 circles', () => {
  const circleOf = (size: number) => times(size, (i) => conditionOf(i, { all: [{ condition: `c${(i + 1) % size}` }] }))

  it.each([1, 2, 1_000])(
    '%i named conditions in a circle are each refused, with the circle and nothing else',
    (size) => {
      const issues = refused(() => loadWith(...circleOf(size)))
      expect(issues).toHaveLength(size)
      expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['cycle']))
      expect(issues.map(({ file }) => file).sort()).toEqual(times(size, (i) => `shop/conditions/c${i}`).sort())
      expect(issues[0]?.message.zh).toContain('c0 → ')
      // A circle is named by its first members: a thousand names a thousand times over are megabytes.
      expect(JSON.stringify(issues).length).toBeLessThan(500 * size)
    },
  )

  it('a circle is one even where it can make no difference', () => {
    // The leaf admits nothing, so a check on the compiled form sees no reference; the trace would recurse forever.
    const never = { fact: 'paid', operator: 'lessThan', value: 0 }
    const issues = refused(() => load([conditionOf(0, { all: [{ condition: 'c0' }, never] })]))
    expect(issues.map(({ code }) => code)).toEqual(['cycle'])
  })

  it('circles are all reported, and what leads into one is not', () => {
    const first = circleOf(2)
    const second = [conditionOf(7, { all: [{ condition: 'c8' }] }), conditionOf(8, { not: { condition: 'c7' } })]
    const leading = conditionOf(9, { all: [{ condition: 'c0' }] })
    const issues = refused(() => load([...first, ...second, leading, ruleOf('a', { conditions: { condition: 'c9' } })]))
    expect(issues.map(({ file }) => file).sort()).toEqual([0, 1, 7, 8].map((i) => `shop/conditions/c${i}`))
  })

  it.each([2, 1_000])('%i rules that except one another in a circle are refused', (size) => {
    const rules = times(size, (i) => ruleOf(i, { exceptionTo: [`shop/made-up/${(i + 1) % size}`] }))
    const issues = refused(() => load(rules))
    expect(issues).toHaveLength(size)
    expect(issues.every(({ code, file }) => code === 'cycle' && file !== undefined)).toBe(true)
    refusedRule({ exceptionTo: ['shop/made-up/a'] })
  })

  it('each circle of exceptions is told by its own rules, and what hangs on one is not in it', () => {
    const names = [0, 1, 7, 8].map((i) => `shop/made-up/${i}`)
    const [a, b, c, d] = names as [string, string, string, string]
    const issues = refused(() =>
      load([
        ruleOf(0, { exceptionTo: [b, 'shop/made-up/9'] }),
        ruleOf(1, { exceptionTo: [a] }),
        ruleOf(7, { exceptionTo: [d] }),
        ruleOf(8, { exceptionTo: [c] }),
        ruleOf(9),
      ]),
    )
    expect(issues.map(({ found }) => found).sort()).toEqual(names)
    const told = issues.map(({ message }) =>
      message.en
        .replace(/.*among: /, '')
        .split(', ')
        .sort()
        .join(),
    )
    expect(new Set(told)).toEqual(new Set([`${a},${b}`, `${c},${d}`]))
  })
})

describe('A10 documents after loading', () => {
  it('whoever writes to a document or setting afterwards changes no decision and no trace', () => {
    const document = ruleOf('a', { conditions: { all: [{ fact: 'reason', operator: 'in', value: ['no-reason'] }] } })
    const copy = structuredClone(document) as {
      title: string
      conditions: { all: { value: string[] }[] }
      event: { params: object }
    }
    const decider = load([copy])
    const input = { ...NOW, reason: 'no-reason' } as const
    const before = JSON.stringify([decider.decide(input), decider.trace(input)])
    copy.title = '改了'
    copy.conditions.all[0]?.value.push('quality-defect')
    copy.event.params = { verdict: 'refuse' }
    expect(JSON.stringify([decider.decide(input), decider.trace(input)])).toBe(before)
  })
})

describe('A13 half a rule set', () => {
  it('one document that cannot be read fails the load: no rule is skipped', () => {
    const issues = refused(() =>
      loadWith(ruleOf('good'), ruleOf('bad', { conditions: { all: [] } }), ruleOf('worse', { layer: 'none' })),
    )
    expect(issues.map(({ file }) => file)).toEqual(['shop/made-up/bad', 'shop/made-up/worse'])
  })
})

describe('A14 order', () => {
  it('rules that disagree are a conflict whichever comes first, and no priority settles it', () => {
    const one = ruleOf('one')
    const other = ruleOf('other', { event: { type: 'settle', params: { verdict: 'refuse' } } })
    const decided = [load([one, other]), load([other, one])].map((decider) =>
      JSON.stringify(decider.decide({ ...NOW, freeShipping: true })),
    )
    expect(decided[0]).toBe(decided[1])
    expect(JSON.parse(decided[0] as string).answers.verdict).toMatchObject({
      status: 'conflict',
      possible: ['conflict'],
    })
    expect(placesOf(refusedRule({ priority: 100 }))).toEqual(['priority'])
  })

  it('a key that is not accepted is told what its own object accepts, what is not there first', () => {
    const issues = refusedRule({ effective: { from: '2012-01-01', to: '2026-12-31' } })
    expect(placesOf(issues)).toEqual(['effective.to'])
    expect(issues[0]?.message.zh).toBe('键「to」不在可用范围内；可用：until、by、from')
    const misspelt = refusedRule({ source: { document: 'made-up', clauze: '1', summary: '为测试虚构' } })
    expect(misspelt.map(({ nearest }) => nearest)).toContain('clause')
  })
})

describe('A15 what comes along', () => {
  it('only the packages named install with ours; none runs a script, walks paths or evaluates text', () => {
    // The optional peer json-rules-engine brings an expression evaluator: it must never come along unasked.
    const runtime = Object.entries(lock.packages as Readonly<Record<string, Readonly<Record<string, unknown>>>>).filter(
      ([path, flags]) =>
        path !== '' && !['dev', 'peer', 'optional', 'devOptional'].some((flag) => flags[flag] === true),
    )
    const names = runtime.map(([path]) => path.replace('node_modules/', '')).sort()
    expect(names).toEqual(Object.keys(manifest.dependencies).sort())
    expect(names.filter((name) => /json-rules|jsonpath|eval|expr|script/.test(name))).toEqual([])
    expect(runtime.filter(([, flags]) => flags.hasInstallScript === true)).toEqual([])
  })
})

describe('A16 tampering', () => {
  it('every decision names its rules by content: any change of a word shows, order and formatting do not', () => {
    const hash = (...documents: readonly object[]) => load(documents).decide({}).ruleSet
    const rules = [ruleOf('a'), ruleOf('b'), conditionOf(0, { all: [FREE_SHIPPING] })]
    const [a, b, c] = rules as [object, object, object]
    expect(hash(c, b, a)).toBe(hash(a, b, c))
    expect(hash(JSON.parse(JSON.stringify(a, null, 4)), b, c)).toBe(hash(a, b, c))
    const changes = [
      { title: '改了' },
      { note: '改了' },
      { mandatory: false },
      { effective: { from: '2012-01-02' } },
      { source: { document: 'made-up', clause: '2', summary: '改了' } },
    ]
    const hashes = changes.map((change) => hash({ ...a, ...change }, b, c))
    expect(new Set([...hashes, hash(a, b, c), hash(a, b)]).size).toBe(changes.length + 2)
  })
})
