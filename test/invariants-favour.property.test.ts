// What holds of the buyer's favour on random cases: floors under `enforce`, and what a better answer does to the refund.
// Promise: checked against the mandatory rules themselves and the words of the design, not against a second opinion.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterSale, type Case, createDecider } from '../src/index.js'
import { sop } from '../src/rules.js'
import { baseOf, CHAINS } from './support/favour.js'
import { completionOf, type Generated, generatedCase } from './support/generate-after-sale.js'
import { ruleOf, SOURCE } from './support/hostile.js'
import { endsOf, possibleOf } from './support/said.js'

const RUNS = process.env.AFTERSALE_LONG === '1' ? 100_000 : 2_000
const SEED = Number(process.env.SEED ?? 20_260_628)
const decider = createDecider({ rules: sop })

function check(property: (one: Generated) => void, runs = RUNS): void {
  fc.assert(fc.property(generatedCase, property), { seed: SEED, numRuns: runs })
}

function must(truth: boolean, ...message: readonly unknown[]): void {
  if (!truth) throw new Error(message.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' '))
}

type Params = Readonly<Record<string, unknown>>

describe('under enforce', () => {
  const law = (name: string, all: readonly object[], params: Params) =>
    ruleOf(name, {
      id: `law/made-up/${name}`,
      layer: 'law',
      mandatory: true,
      conditions: { all },
      event: { type: 'settle', params },
    })
  const LAWS: Readonly<Record<string, { all: readonly object[]; params: Params }>> = {
    defects: {
      all: [{ fact: 'reason', operator: 'in', value: ['quality-defect', 'not-as-described', 'wrong-item'] }],
      params: { verdict: 'accept', returnPostage: 'seller', reshipPostage: 'split', refundBase: 'full' },
    },
    'no-reason': {
      all: [
        { fact: 'reason', operator: 'equal', value: 'no-reason' },
        { fact: 'daysSinceSigning', operator: 'lessThanInclusive', value: 7 },
      ],
      params: {
        verdict: 'offer',
        outboundPostage: 'seller',
        deductions: { 'outbound-postage': false },
        refundBase: 'item-prices',
      },
    },
    late: {
      all: [{ not: { fact: 'freeShipping', operator: 'equal', value: true } }],
      params: { returnPostage: 'split', refundBase: 'postage-only', deductions: { commission: false } },
    },
  }
  const rules = Object.entries(LAWS).map(([name, { all, params }]) => law(name, all, params))
  const enforcing = createDecider({ rules: [...sop, SOURCE, ...rules], floors: 'enforce' })
  const advising = enforcing.with({ floors: 'advise' })

  it('no settled answer is worse for the buyer than a mandatory rule that holds', () => {
    let raised = 0
    check((one) => {
      if (advising.decide(one.written).breaches.some(({ status }) => status === 'yes')) raised += 1
      for (const input of [one.written, completionOf(one)]) {
        const decision = enforcing.decide(input)
        const possible = possibleOf(decision)
        for (const { rule, status } of enforcing.trace(input, (id) => id.startsWith('law/'))) {
          if (status !== 'yes') continue
          const { params } = LAWS[rule.replace('law/made-up/', '')] as { params: Params }
          for (const [question, floor] of flat(params)) {
            const settled = possible.get(question)?.possible ?? []
            if (settled.length !== 1 || ['"silent"', '"conflict"'].includes(settled[0] as string)) continue
            const value = JSON.parse(settled[0] as string)
            const rank = (answer: unknown) =>
              question === 'refundBase'
                ? baseOf(String(answer), one.world)
                : (CHAINS[question] as readonly unknown[]).indexOf(answer)
            must(rank(value) >= rank(floor), question, 'is', value, 'though', rule, 'says', floor, 'in', input)
          }
        }
      }
    })
    expect(raised).toBeGreaterThan(RUNS / 40)
  })

  function flat(params: Params): [string, unknown][] {
    return Object.entries(params).flatMap(([id, value]) =>
      typeof value === 'object'
        ? Object.entries(value as object).map(([member, yes]): [string, unknown] => [`${id}.${member}`, yes])
        : [[id, value] as [string, unknown]],
    )
  }
})

describe('favour', () => {
  const agreeing = ({ world }: Generated, question: string, value: unknown) => {
    const [group, member] = question.split('.') as [string, string | undefined]
    const others = world.requested === 'exchange' ? {} : { verdict: 'accept', refundBase: 'full' }
    return { ...world, agreed: { ...others, [group]: member === undefined ? value : { [member]: value }, by: '主管' } }
  }

  it('raising an answer in its chain never lowers the refund', () => {
    let higher = 0
    check((one) => {
      const bases = Object.keys(afterSale.declaration.questions.refundBase.values)
      const chains = { ...CHAINS, refundBase: bases.toSorted((a, b) => baseOf(a, one.world) - baseOf(b, one.world)) }
      const [question, values] = Object.entries(chains)[one.order % Object.keys(chains).length] as [
        string,
        readonly unknown[],
      ]
      let last = { least: 0, most: 0 }
      values.forEach((value, i) => {
        const ends = endsOf(decider.decide(agreeing(one, question, value) as Case).amount.refund)
        must(
          ends.least >= last.least && ends.most >= last.most,
          question,
          value,
          'refunds',
          ends,
          'and the worse answer',
          last,
        )
        if (i > 0 && ends.least > last.least) higher += 1
        last = ends
      })
    })
    expect(higher).toBeGreaterThan(RUNS / 10)
  })
})
