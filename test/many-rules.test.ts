// Few rules and very many, of one stage and of two: statuses of very many stand in bytes, four are passed over together.
// Promise: the first and the last places are tried at every length that matters, and some between.
import { describe, expect, test } from 'vitest'
import { load, ruleOf, times } from './support/hostile.js'

const idOf = (pieces: number) => `shop/made-up/${String(pieces).padStart(4, '0')}`
const idsOf = (rules: readonly { readonly id: string }[]) => rules.map(({ id }) => id)
const settling = (pieces: number) => ({ type: 'settle', params: { verdict: pieces % 2 === 0 ? 'accept' : 'refuse' } })
const handling = () => ({ type: 'handle', params: { refundAction: 'agree' } })

/** One rule for each number of pieces bought, from one piece on. */
function deciding(count: number, eventOf: (pieces: number) => object = settling) {
  const rules = times(count, (i) => {
    const bought = { fact: 'quantityBought', operator: 'equal', value: i + 1 }
    return ruleOf(String(i + 1).padStart(4, '0'), { conditions: { all: [bought] }, event: eventOf(i + 1) })
  })
  const { decide } = load(rules)
  return (quantityBought: number | { readonly oneOf: readonly number[] }) =>
    decide({ asOf: '2026-06-01 10:00', requested: 'enquiry', refundState: 'WAIT_SELLER_AGREE', quantityBought })
}

describe('rules of one stage', () => {
  test.each([1, 2, 3, 4, 5, 6, 15, 2000, 2001, 2003])('each of %i answers for its pieces', (count) => {
    const decide = deciding(count)
    const last = [3, 2, 1, 0].map((back) => count - back)
    for (const pieces of [1, 2, 3, 4, 5, 8, 9, 1000, ...last].filter((one) => one >= 1 && one <= count)) {
      const { verdict } = decide(pieces).answers
      expect(verdict.value).toBe(pieces % 2 === 0 ? 'accept' : 'refuse')
      expect(idsOf(verdict.rules)).toEqual([idOf(pieces)])
    }
    expect(decide(count + 1)).toMatchObject({ answers: { verdict: { status: 'silent' } }, missing: [] })
  })

  test.each([15, 2003])('of %i those that may hold wait for the pieces', (count) => {
    const { answers, missing } = deciding(count)({ oneOf: [count - 1, count] })
    expect(answers.verdict).toMatchObject({ status: 'open', rules: [] })
    expect(answers.verdict.possible).toEqual(expect.arrayContaining(['accept', 'refuse']))
    expect(missing).toMatchObject([{ fact: 'quantityBought', rules: 2 }])
  })
})

describe('rules of two stages', () => {
  // Of every three rules the first settles, the others handle.
  test.each([9, 2003])('%i stand where they belong', (count) => {
    const isSettling = (pieces: number) => pieces % 3 === 1
    const decide = deciding(count, (pieces) => (isSettling(pieces) ? settling(pieces) : handling()))
    for (const pieces of [1, 2, 3, 4, 5, 6, count]) {
      const { verdict, refundAction } = decide(pieces).answers
      expect(idsOf(verdict.rules)).toEqual(isSettling(pieces) ? [idOf(pieces)] : [])
      expect(idsOf(refundAction.rules)).toEqual(isSettling(pieces) ? [] : [idOf(pieces)])
    }
    expect(decide({ oneOf: [4, 5, 6] }).missing).toMatchObject([{ fact: 'quantityBought', rules: 3 }])
  })

  test('are named in their own order, not in that of the stages', () => {
    const source = { document: 'made-up', clause: '1', summary: '为测试虚构' }
    const later = (name: string) => ({
      id: `parameters/${name}`,
      title: name,
      kind: 'money',
      by: 'asOf',
      values: [{ from: '2030-01-01', value: 10, source }],
    })
    const below = (name: string) => ({ all: [{ fact: 'paid', operator: 'lessThan', value: { fact: name } }] })
    const { decide } = load([
      later('first'),
      later('second'),
      ruleOf('a', { conditions: below('first'), event: handling() }),
      ruleOf('b', { conditions: below('second'), event: settling(2) }),
    ])
    const { reviews } = decide({ asOf: '2026-06-01 10:00', refundState: 'WAIT_SELLER_AGREE', paid: '5.00' })
    expect(reviews.filter(({ reason }) => reason === 'no-version')).toEqual([
      { reason: 'no-version', parameter: 'first' },
      { reason: 'no-version', parameter: 'second' },
    ])
  })
})
