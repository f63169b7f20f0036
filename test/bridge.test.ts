// The bridge: json-rules-engine does the matching, and the decision is the same to the last field.
// Promise: equality is checked on whole decisions, on shipped rules and on rules written for what they leave out.
import { Engine } from 'json-rules-engine'
import { describe, expect, it } from 'vitest'
import { type BridgeOptions, createBridge } from '../src/bridge/json-rules-engine.js'
import { afterSale, type Case, createDecider } from '../src/index.js'
import { sop } from '../src/rules.js'
import { completeCaseByRecords, randomFrom } from './support/after-sale-cases.js'
import { issuesOf, rule, shipped, skirt, source, sourceDocument, usualCircumstances } from './support/bridge.js'

const CASES = 400

/** Now and then a circumstance is not as usual. */
function unusually(random: () => number): Record<string, unknown> {
  const kinds = Object.keys(afterSale.declaration.facts.goodsKind.values)
  return {
    goodsKind: random() < 0.5 ? 'general' : kinds[Math.floor(random() * kinds.length)],
    sealBroken: random() < 0.2,
    personalUse: random() < 0.9,
    threeGuarantees: random() < 0.3,
    soiledOrDamaged: random() < 0.1,
    repairDays: Math.floor(random() * 3),
    failedRepairs: Math.floor(random() * 3),
    deposit: random() < 0.2 ? '10.00' : 'none',
    installedAt: 'none',
    replacedAt: 'none',
  }
}

// What the shipped rules do not have: other layers, floors, null, ends of force, dates other than the decision's,
// negation, dated parameters, numbers, moments with an offset.
const unusual = [
  {
    id: 'law/conditions/lately-signed',
    title: 'signed lately',
    layer: 'law',
    source,
    effective: { from: '2012-01-01', until: '2026-03-14' },
    conditions: {
      not: {
        any: [
          { fact: 'signedAt', operator: 'equal', value: 'none' },
          { fact: 'daysSinceSigning', operator: 'greaterThan', value: 4 },
        ],
      },
    },
  },
  {
    id: 'platform/parameters/small-order',
    title: 'a small order',
    kind: 'money',
    by: 'asOf',
    values: [
      { from: '2020-01-01', value: 60, source },
      { from: '2026-03-12', value: 120.5, source },
    ],
  },
  rule(
    'law/seller-pays-back',
    { returnPostage: 'seller', verdict: 'accept', deductions: { 'outbound-postage': false } },
    { all: [{ condition: 'lately-signed' }, { fact: 'requested', operator: 'notEqual', value: 'repair' }] },
    { mandatory: true },
  ),
  rule(
    'platform/after-the-fourth',
    { returnPostage: 'split', compensation: 5.5 },
    { all: [{ not: { condition: 'lately-signed' } }, { fact: 'quantityBought', operator: 'in', value: [1, 3] }] },
    { effective: { from: '2026-03-04', until: '2026-03-20', by: 'signedAt' } },
  ),
  rule(
    'platform/small-orders',
    { compensation: 3, refundBase: 'full' },
    {
      any: [
        { fact: 'paid', operator: 'lessThanInclusive', value: { fact: 'small-order' } },
        { fact: 'postagePaid', operator: 'equal', value: 0 },
      ],
    },
  ),
  rule(
    'shop/undecided-before-noon',
    { verdict: null, compensation: 7.25 },
    { all: [{ fact: 'appliedAt', operator: 'lessThan', value: '2026-03-06T12:00:00+09:00' }] },
    { exceptionTo: ['shop/always-offer'] },
  ),
  rule('shop/always-offer', { verdict: 'offer' }, { all: [{ fact: 'paid', operator: 'greaterThan', value: 99.99 }] }),
]

async function expectSame(options: BridgeOptions, seed: number) {
  const bridge = await createBridge(options)
  const decider = createDecider(options)
  const random = randomFrom(seed)
  const held = new Set<string>()
  const outcomes = new Set<string>()
  for (let i = 0; i < CASES; i += 1) {
    // Of the texts, which generated cases leave out, rules read one by what is derived from it.
    const returnWaybill = 'none'
    const written = { ...usualCircumstances, returnWaybill, ...completeCaseByRecords(random), ...unusually(random) }
    const ours = decider.decide(written)
    expect(await bridge.decide(written), JSON.stringify(written)).toStrictEqual(ours)
    outcomes.add(ours.outcome)
    for (const { rule: id, status } of decider.trace(written)) if (status === 'yes') held.add(id)
  }
  return { held, outcomes, rules: decider.trace({}).length }
}

describe('the bridge to json-rules-engine', () => {
  it('decides as the decider does: all shipped rules', async () => {
    const { held, outcomes, rules } = await expectSame({ rules: shipped }, 20_260_628)
    // Some rules are of what happens once in a hundred parcels.
    expect(held.size).toBeGreaterThan(rules * 0.6)
    expect(outcomes).toContain('settled')
    expect(outcomes).toContain('needs-review')
  })

  it.each(['advise', 'enforce'] as const)('decides as the decider does: layers, dates, floors (%s)', async (floors) => {
    const { held } = await expectSame(
      { rules: [...shipped, sourceDocument, ...unusual], floors, settings: { pointsRate: 0.005 } },
      3,
    )
    expect(
      unusual.flatMap((one) => ('event' in one && 'id' in one && !held.has(String(one.id)) ? [one.id] : [])),
    ).toEqual([])
  })

  it('leaves omitted rules out and names the rule set', async () => {
    const options = { rules: sop, omit: ['shop/no-reason/within-seven-days'] }
    const bridge = await createBridge(options)
    const decision = await bridge.decide(skirt)
    expect(decision.answers.verdict.status).toBe('silent')
    expect(bridge.ruleSet).toBe(createDecider(options).ruleSet)
    expect(bridge.unset).toEqual(createDecider(options).unset)
  })

  it('takes its statuses from the engine it was given', async () => {
    class Deaf extends Engine {
      override async run(...given: Parameters<Engine['run']>) {
        return { ...(await super.run(...given)), results: [], events: [] }
      }
    }
    const bridge = await createBridge({ rules: shipped, load: async () => ({ Engine: Deaf }) })
    const decision = await bridge.decide(skirt)
    expect(decision.answers.verdict.status).toBe('silent')
    expect(createDecider({ rules: shipped }).decide(skirt as Case).answers.verdict.value).toBe('accept')
  })

  it('names every fact an incomplete case lacks, in both languages', async () => {
    const bridge = await createBridge({ rules: shipped })
    const { signedAt: _signed, resaleable: _resaleable, ...rest } = skirt
    const issues = await issuesOf(bridge.decide({ ...rest, shopType: { oneOf: ['c-shop', 'mt'] } }))
    // What is fit for resale was neither used nor spoilt; what may not be has to say so.
    const lacking = ['resaleable', 'shopType', 'signedAt', 'soiledOrDamaged', 'usedBeyondInspection']
    expect(issues.map(({ path }) => path.join('.')).sort()).toEqual(lacking)
    expect(issues.find(({ path }) => path[0] === 'signedAt')?.message).toEqual({
      zh: '「签收时间」须是一个确定的值：json-rules-engine 只能判定完整的案例',
      en: '"signedAt" must be one known value: json-rules-engine can only decide complete cases',
    })
  })

  it('names the date that decides whether a rule is in force; a setting nobody gave leaves its rule open', async () => {
    const soon = rule(
      'shop/soon',
      { verdict: 'accept' },
      { all: [{ fact: 'paid', operator: 'greaterThan', value: 5 }] },
      { effective: { from: '2026-07-01' } },
    )
    const waits = rule(
      'shop/waits',
      { repayBy: 'alipay' },
      {
        all: [{ fact: 'daysSinceSigning', operator: 'greaterThan', value: { fact: 'returnWaybillDays' } }],
      },
    )
    const { asOf: _asOf, ...undated } = skirt
    const bridge = await createBridge({ rules: [soon, waits] })
    const issues = await issuesOf(bridge.decide(undated))
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['asOf'])
    const { answers } = await (await createBridge({ rules: [waits] })).decide(skirt)
    expect(answers.repayBy.status).toBe('open')
  })

  it('refuses what is no case, and a case with facts nobody knows, as the decider does', async () => {
    const bridge = await createBridge({ rules: shipped })
    const issues = await issuesOf(bridge.decide({ ...skirt, paid: '0x10', colour: 'red' }))
    const read = createDecider({ rules: shipped }).safeDecide({ ...skirt, paid: '0x10', colour: 'red' })
    expect(read).toEqual({ ok: false, issues })
  })

  it('says in both languages that its peer is not installed', async () => {
    const load = () => Promise.reject(new Error("Cannot find package 'json-rules-engine'"))
    const [issue, ...others] = await issuesOf(createBridge({ rules: shipped, load }))
    expect(others).toEqual([])
    expect(issue?.message.zh).toContain('npm install json-rules-engine')
    expect(issue?.message.en).toContain('npm install json-rules-engine')
    expect(issue?.found).toBe("Cannot find package 'json-rules-engine'")
  })

  it.each([
    ['nothing at all', undefined, [[], ['rules']]],
    ['no rules', {}, [['rules']]],
    ['an option misspelt', { rules: [], omits: [] }, [['omits']]],
    ['rules that are no list, beside wrong floors', { rules: {}, floors: 'x' }, [['floors'], ['rules']]],
  ])('%s: said as issues, as by the decider', async (_, options, paths) => {
    const issues = await issuesOf(createBridge(options as never))
    expect(issues.map(({ path }) => path)).toEqual(paths)
  })

  it('tells a rule without an id by its place, beside wrong floors and wrong facts', async () => {
    const nameless = { rules: [sourceDocument, { title: 'x' }], floors: 'x' } as never
    const issues = await issuesOf(createBridge(nameless))
    expect([...new Set(issues.map(({ file, path }) => file ?? path.join('.')))]).toEqual(['floors', 'rules[1]'])
    const strange = await issuesOf(createBridge({ rules: [], floors: 'x', facts: null } as never))
    expect(strange.map(({ path }) => path.join('.'))).toEqual(['floors', 'facts'])
  })

  it('does not change the documents, and decides many cases at once', async () => {
    const before = JSON.stringify(shipped)
    const bridge = await createBridge({ rules: shipped })
    const decider = createDecider({ rules: shipped })
    const random = randomFrom(11)
    const cases = Array.from({ length: 40 }, () => ({
      ...usualCircumstances,
      ...completeCaseByRecords(random),
      ...unusually(random),
    }))
    const decisions = await Promise.all(cases.map((one) => bridge.decide(one)))
    expect(decisions).toEqual(cases.map((one) => decider.decide(one)))
    expect(JSON.stringify(shipped)).toBe(before)
  })
})
