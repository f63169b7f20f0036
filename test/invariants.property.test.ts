// What holds of every decision of the shipped rules, on random cases: order, bytes, learning more, sums to the fen.
// Promise: 2,000 cases in an ordinary run, fifty times as many in the long one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDecider, type Decision } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { deepFreeze } from './support/engine-run.js'
import { completionOf, type Generated, generatedCase, learn } from './support/generate-after-sale.js'
import { endsOf, fenOf, possibleOf, sumsOf } from './support/said.js'

const RUNS = process.env.AFTERSALE_LONG === '1' ? 100_000 : 2_000
const SEED = Number(process.env.SEED ?? 20_260_628)
const documents = [...law, ...taobao, ...sop]
// What a setting without a default decides stays open until the shop gives it.
const settings = { returnWaybillDays: 7, pointsRate: 0.005 }
const decider = createDecider({ rules: documents, settings })
const decide = (input: object) => decider.decide(input)

function check(property: (one: Generated) => void): void {
  fc.assert(fc.property(generatedCase, property), { seed: SEED, numRuns: RUNS })
}

/** A plain comparison, since there are millions of them; `expect` would take longer than deciding. */
function must(truth: boolean, ...message: readonly unknown[]): void {
  if (!truth) throw new Error(message.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' '))
}

describe('the same case', () => {
  // Orders without a common factor with the count, backwards and shuffled: no two rules keep their places.
  const orders = [1, 7, 31, 59].map((step) =>
    documents.map((_, i) => documents[(i * step + step) % documents.length] as object),
  )
  const others = [[...documents].reverse(), ...orders.filter((order) => new Set(order).size === documents.length)].map(
    (rules) => createDecider({ rules, settings }),
  )
  const changed = decider.with({ settings: { afterSalePeriodDays: 30 }, floors: 'enforce' })

  it('gives the same bytes: again, after other cases, whatever the order of rules and keys, and is never written to', () => {
    expect(others.length).toBeGreaterThan(1)
    let previous: object = {}
    let turn = 0
    check(({ written }) => {
      const before = JSON.stringify(written)
      const text = JSON.stringify(decide(deepFreeze(written)))
      changed.decide(previous)
      decide(previous)
      must(JSON.stringify(decide(JSON.parse(before))) === text, 'decided again, the case comes out differently')
      const backwards = Object.fromEntries(Object.entries(written).reverse())
      must(JSON.stringify(decide(backwards)) === text, 'the order of the keys changes the decision')
      const other = others[turn % others.length] as typeof decider
      must(JSON.stringify(other.decide(written)) === text, 'the order of the rules changes the decision')
      must(JSON.stringify(written) === before, 'the case was written to')
      must(JSON.stringify(JSON.parse(text)) === text, 'the decision is not plain JSON')
      previous = written
      turn += 1
    })
  })
})

/** What `more` says lies within what `less` said. */
function expectNarrower(less: Decision, more: Decision): void {
  const before = possibleOf(less)
  for (const [id, { possible, arises }] of possibleOf(more)) {
    const was = before.get(id)
    must(
      was !== undefined && possible.every((one) => was.possible.includes(one)),
      id,
      'is now',
      possible,
      'and could only be',
      was?.possible,
    )
    const same = arises === was?.arises || arises === 'unsaid' || was?.arises === 'unsaid'
    must(was?.arises === 'unknown' || same, id, 'arises:', was?.arises, 'then', arises)
  }
  const sums = new Map(sumsOf(less))
  for (const [name, sum] of sumsOf(more)) {
    const wide = sums.get(name)
    if (wide === undefined) continue
    const [inner, outer] = [endsOf(sum), endsOf(wide)]
    must(inner.least >= outer.least && inner.most <= outer.most, name, 'is now', inner, 'and was within', outer)
  }
}

describe('learning more', () => {
  it('only narrows: nothing settled changes, nothing new becomes possible, every sum stays within its bounds', () => {
    let narrowed = 0
    let settledByLearning = 0
    check((one) => {
      const first = decide(one.written)
      const partly = decide(learn(one, (place) => ((one.order >> (place % 31)) & 1) === 1))
      const wholly = decide(completionOf(one))
      expectNarrower(first, partly)
      expectNarrower(partly, wholly)
      expectNarrower(first, wholly)
      const open = (decision: Decision) =>
        [...possibleOf(decision).values()].filter(({ possible }) => possible.length > 1).length
      if (open(wholly) < open(first)) narrowed += 1
      if (first.outcome !== 'settled' && wholly.outcome === 'settled') settledByLearning += 1
    })
    expect(narrowed).toBeGreaterThan(RUNS / 4)
    expect(settledByLearning).toBeGreaterThan(RUNS / 20)
  })

  it('a complete case leaves nothing open; the shop never contradicts itself, and no case makes it throw', () => {
    const outcomes = new Map<string, number>()
    check((one) => {
      const { agreed: _, ...complete } = completionOf(one)
      const decision = decide(complete)
      outcomes.set(decision.outcome, (outcomes.get(decision.outcome) ?? 0) + 1)
      for (const [id, { possible }] of possibleOf(decision)) {
        must(possible.length === 1, id, 'of a complete case is still', possible)
        must(possible[0] !== '"conflict"', id, 'is in conflict in', complete)
      }
      must(
        decision.outcome !== 'needs-facts' && decision.missing.length === 0,
        'a complete case asks for',
        decision.missing,
      )
      for (const [id, { possible }] of possibleOf(decide(one.written)))
        must(possible.length > 1 || possible[0] !== '"conflict"', id)
      for (const { reason } of decision.reviews)
        must(reason !== 'contradiction', 'the generated case contradicts itself', complete)
    })
    expect(outcomes.get('settled')).toBeGreaterThan(RUNS / 4)
    expect(outcomes.get('needs-review')).toBeGreaterThan(RUNS / 20)
  })
})

describe('sums', () => {
  it('0 ≤ refund ≤ paid − already refunded; the items of an exact sum add up to it', () => {
    let refunds = 0
    let capped = 0
    check((one) => {
      const complete = completionOf(one)
      const left = fenOf(String(one.world.paid)) - fenOf(String(one.world.alreadyRefunded))
      for (const decision of [decide(one.written), decide(complete)]) {
        for (const [name, sum] of sumsOf(decision)) {
          const { least, most } = endsOf(sum)
          must(least >= 0 && least <= most, name, 'lies between', least, 'and', most)
          const items = sum.items.map(endsOf)
          if (items.some((item) => item.least !== item.most)) continue
          const total = items.reduce((fen, item) => fen + item.least, 0)
          must(least === most && total === least, 'the items of', name, 'add up to', total, 'and not', least)
        }
        must(endsOf(decision.amount.refund).least <= left, 'the refund is more than', left)
      }
      const { refund } = decide(complete).amount
      const { most } = endsOf(refund)
      must(most <= left, 'up to', most, 'is refunded of', left)
      if (most > 0) refunds += 1
      if (refund.items.some((item) => item.capped === true)) capped += 1
    })
    expect(refunds).toBeGreaterThan(RUNS / 10)
    expect(capped).toBeGreaterThan(RUNS / 100)
  })
})
