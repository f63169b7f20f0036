// What is asked, by hand: numbers that wait for a date, and facts that come in more parts than are tried.
// Promise: whoever is told that facts are missing is told which; a part that matters is found among thousands.
import { describe, expect, it } from 'vitest'
import { partsOf } from '../src/engine/parts.js'
import { type Case, createDecider } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { load, ruleOf, times } from './support/hostile.js'

const ids = (facts: readonly { readonly fact: string }[]) => facts.map(({ fact }) => fact)

describe('a dated number', () => {
  const source = { document: 'made-up', clause: '1', summary: '为测试虚构' }
  const cap = {
    id: 'parameters/cap',
    title: '上限',
    kind: 'money',
    by: 'paidAt',
    values: [
      { from: '2020-01-01', value: 10, source },
      { from: '2026-01-01', value: 20, source },
    ],
  }
  const below = { fact: 'paid', operator: 'lessThan', value: { fact: 'cap' } }
  const decider = load([cap, ruleOf('cheap', { conditions: { all: [below] } })])
  const fifteen: Case = { paid: '15.00', asOf: '2026-06-26 10:00' }

  it('waits for its date: it is missing, and asked for', () => {
    expect(ids(decider.decide(fifteen).missing)).toEqual(['paidAt'])
    expect(ids(decider.ask(fifteen, 'verdict'))).toEqual(['paidAt'])
    expect(decider.decide({ ...fifteen, paidAt: '2026-02-01 10:00' }).answers.verdict.value).toBe('accept')
  })

  it('is not asked for once its date is known', () => {
    const known: Case = { paidAt: '2021-01-01 10:00', asOf: '2026-06-26 10:00' }
    expect(ids(decider.ask(known, 'verdict'))).toEqual(['paid'])
    expect(ids(decider.ask({ ...known, paid: '5.00' }, 'verdict'))).toEqual([])
  })
})

describe('whether a return was sent', () => {
  const decider = createDecider({ rules: sop })
  const exchange: Case = {
    ...{ requested: 'exchange', reason: 'wrong-item', problemVerified: true, refusedToSign: false },
    ...{ tradeState: 'WAIT_BUYER_CONFIRM_GOODS', newOrderPlaced: false, replacementShipped: false },
    ...{ refundState: 'none', asOf: '2026-06-26 10:00' },
  }

  it('is asked by the time of sending, before a number that a buyer who has not sent it does not have', () => {
    const sent = ['returnShippedAt', 'returnReceivedAt', 'returnWaybill']
    expect(ids(decider.ask(exchange, 'tasks.ask-to-send-back'))).toEqual(sent)
  })

  it('is known from any of them', () => {
    const back: Case = { ...exchange, returnReceivedAt: '2026-06-26 09:00' }
    expect(ids(decider.ask(back, 'tasks.ask-to-send-back'))).toEqual([])
  })
})

describe('a fact in thousands of parts', () => {
  // 1,000 sums are refused, one is accepted; between them nothing is said.
  const sums = times(1_000, (i) =>
    ruleOf(i, {
      conditions: { all: [{ fact: 'paid', operator: 'equal', value: 2 * i + 10 }] },
      event: { type: 'settle', params: { verdict: i === 777 ? 'accept' : 'refuse' } },
    }),
  )

  it('is asked for: each of its parts leaves one answer', () => {
    const asked = load(sums).ask({ asOf: '2026-06-26 10:00' }, 'verdict')
    expect(asked).toMatchObject([{ fact: 'paid', worst: 1 }])
  })

  it('the one part in which a second fact matters is among those tried', () => {
    const alone = ruleOf('free', {
      conditions: {
        all: [
          { fact: 'paid', operator: 'equal', value: 1_566 },
          { fact: 'freeShipping', operator: 'equal', value: true },
        ],
      },
    })
    // At 1,566 yuan, and nowhere else, a second fact decides between refusal and conflict.
    const asked = load([...sums, alone]).ask({ asOf: '2026-06-26 10:00' }, 'verdict')
    expect(asked).toMatchObject([{ fact: 'paid', worst: 2 }, { fact: 'freeShipping' }])
  })
})

describe('readers of a fact in more parts than are tried', () => {
  const reader = (kind: string, value: number) => ({ kind, values: [value, value] })
  const readers = [reader('a', 0), reader('b', 0), reader('c', 2), ...times(30, (i) => reader('a', 10 + 2 * i))]

  it('tell its parts apart by all their kinds, whatever their order', () => {
    // Read by a and b, by none, by c, by a alone: the first part of each lot stands for it.
    const unlike = [0, 1, 2, 10].map((value) => [value, value])
    expect(partsOf([0, 100], readers)).toEqual(unlike)
    expect(partsOf([0, 100], [...readers].reverse())).toEqual(unlike)
  })
})

describe('what a known fact rules out', () => {
  const decider = createDecider({ rules: [...law, ...taobao, ...sop] })
  const broken: Case = { requested: 'refund-only', reason: 'broken-package', asOf: '2026-06-26 10:00' }

  it('is not missing: a problem found true was not found untrue', () => {
    expect(ids(decider.decide(broken).missing)).toContain('claimDisproved')
    expect(ids(decider.decide({ ...broken, problemVerified: true }).missing)).not.toContain('claimDisproved')
  })
})
