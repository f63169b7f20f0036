// What is asked, by hand: numbers that wait for a date, and facts that come in more parts than are tried.
// Promise: whoever is told that facts are missing is told which; a part that matters is found among thousands.
import { describe, expect, it } from 'vitest'
import { partsOf } from '../src/engine/parts.js'
import { type AfterSaleError, afterSale, type Case, createDecider, type QuestionId } from '../src/index.js'
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
    // Whether a leg or a step of the refund arises hangs on what is asked for, and how far it is.
    expect(ids(decider.decide(fifteen).missing)).toEqual(['paidAt', 'requested', 'refundState'])
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

describe('the next step of a refund, which hangs on its amount', () => {
  const decider = createDecider({ rules: [...law, ...taobao, ...sop] })
  // 88.00 paid with postage included, and a C店 whose buyer bears the 8.00 it cost: 80.00 are due, and applied for.
  const truth: Case = {
    requested: 'return-and-refund',
    reason: 'no-reason',
    asOf: '2026-06-26 10:30',
    refundState: 'WAIT_SELLER_AGREE',
    negotiationFailed: false,
    tradeState: 'WAIT_BUYER_CONFIRM_GOODS',
    resaleable: true,
    accessoriesComplete: true,
    shippedAt: '2026-06-21 16:00',
    signedAt: '2026-06-23 18:00',
    appliedAt: '2026-06-26 10:00',
    quantityBought: 1,
    quantity: 'none',
    paid: '88.00',
    postagePaid: '0.00',
    outboundPostageCost: '8.00',
    outboundPostageLeft: '8.00',
    appliedAmount: '80.00',
    alreadyRefunded: '0.00',
    freeShipping: true,
    shopType: 'c-shop',
    invoiceIssued: false,
    invoicedOn: 'none',
  }

  it('is asked for to the end, by facts of the base and deductions too, and none twice', () => {
    const { requested, reason, asOf } = truth
    let known: Case = { requested, reason, asOf } as Case
    const asked: string[] = []
    for (;;) {
      const [next] = decider.ask(known, 'refundAction', { presume: true })
      if (next === undefined) break
      expect(asked).not.toContain(next.fact)
      expect(Object.keys(truth)).toContain(next.fact)
      asked.push(next.fact)
      known = { ...known, [next.fact]: truth[next.fact as keyof Case] }
    }
    expect(decider.decide(known, { presume: true }).answers.refundAction.value).toBe('agree')
    expect(asked).toEqual(expect.arrayContaining(['appliedAmount', 'freeShipping', 'shopType']))
  })
})

describe('a question that may not arise', () => {
  const decider = createDecider({ rules: [...law, ...taobao, ...sop] })
  const soldOut: Case = { reason: 'out-of-stock', tradeState: 'WAIT_SELLER_SEND_GOODS', asOf: '2026-06-26 10:30' }

  it('calls nobody while a fact can help: whoever sold out what is asked for it first', () => {
    const decision = decider.decide(soldOut, { presume: true })
    expect([decision.outcome, decision.reviews]).toEqual(['needs-facts', []])
    expect(ids(decision.missing)).toContain('requested')
    const refund = decider.decide({ ...soldOut, requested: 'refund-only', recordsComplete: true }, { presume: true })
    expect(refund.outcome).toBe('settled')
  })
})

describe('whether a question arises', () => {
  it('is asked for as well: with one rule of the verdict nobody can say who bears a leg, if there is one', () => {
    const wrongItem = { all: [{ fact: 'reason', operator: 'equal', value: 'wrong-item' }] }
    const decider = load([ruleOf('accepted', { conditions: wrongItem })])
    const written: Case = { reason: 'wrong-item', refundState: 'none', asOf: '2026-06-26 10:30', recordsComplete: true }
    const amounts: Case = { paid: '88.00', returnPostageCost: '8.00', reshipPostageCost: '8.00' }
    const decision = decider.decide({ ...written, ...amounts })
    expect([decision.outcome, decision.reviews]).toEqual(['needs-facts', []])
    expect(decision.missing.map(({ fact, rules }) => [fact, rules])).toEqual([['requested', 0]])
    // Once it is said what is asked for, the legs of a refund arise, and no rule answers them.
    expect(decider.decide({ ...written, ...amounts, requested: 'return-and-refund' }).outcome).toBe('needs-review')
  })
})

describe('what is usual', () => {
  const decider = createDecider({ rules: [...law, ...taobao, ...sop] })

  it('is not missing where it is presumed, whether or not anything hangs on it yet', () => {
    const dress: Case = { requested: 'return-and-refund', reason: 'no-reason', asOf: '2026-06-26 10:30' }
    const facts = afterSale.declaration.facts as Readonly<Record<string, { readonly usual?: unknown }>>
    const missing = ids(decider.decide(dress, { presume: true }).missing)
    expect(missing.filter((id) => facts[id]?.usual !== undefined)).toEqual([])
    expect(missing).toEqual(expect.arrayContaining(['signedAt', 'accessoriesComplete', 'resaleable']))
    expect(ids(decider.decide(dress).missing)).toContain('sealBroken')
  })
})

describe('a question that is none', () => {
  it('is told the nearest, of a Chinese word its id', () => {
    const decider = createDecider({ rules: sop })
    const nearest = (question: string) => {
      try {
        decider.ask({}, question as QuestionId)
      } catch (error) {
        return (error as AfterSaleError).issues[0]?.nearest
      }
      return undefined
    }
    expect(['verdit', '结论', '发货邮费承担'].map(nearest)).toEqual(['verdict', 'verdict', 'outboundPostage'])
  })
})

describe('a word like several', () => {
  const nearest = (input: object) => {
    const read = createDecider({ rules: sop }).safeDecide(input)
    return read.ok ? undefined : read.issues[0]?.nearest
  }

  it('is taken for the one that begins with it, and for none it shares no letter with', () => {
    expect([{ 申请: '退货' }, { requested: 'return' }, { 旗帜: '兰' }].map(nearest)).toEqual([
      '退货退款',
      'return-and-refund',
      undefined,
    ])
    expect(nearest({ 申请: '换或' })).toBe('换货')
  })
})

describe('what has no usual answer', () => {
  const rules = [...law, ...taobao, ...sop]
  const enforced = createDecider({ rules, floors: 'enforce' })
  const presume = { presume: true } as const
  const dress: Case = {
    requested: 'return-and-refund',
    reason: 'no-reason',
    goodsKind: 'apparel',
    accessoriesComplete: true,
    signedAt: '2026-06-23 18:00',
    appliedAt: '2026-06-26 10:00',
    asOf: '2026-06-26 10:30',
  }
  const next = (known: Case) => ids(enforced.ask(known, 'verdict', presume))
  const verdict = (known: Case) => enforced.decide(known, presume).answers.verdict

  it('is asked of goods that are no longer new: how much they were used, whether they are spoilt', () => {
    const worn: Case = { ...dress, resaleable: false }
    expect(verdict(worn).status).toBe('open')
    expect(next(worn)).toEqual(['usedBeyondInspection', 'soiledOrDamaged'])
    expect(verdict({ ...worn, usedBeyondInspection: true }).value).toBe('refuse')
    expect(next({ ...worn, usedBeyondInspection: false })).toEqual(['soiledOrDamaged'])
    expect(verdict({ ...worn, usedBeyondInspection: false, soiledOrDamaged: true }).value).toBe('refuse')
    expect(verdict({ ...worn, usedBeyondInspection: false, soiledOrDamaged: false }).value).toBe('accept')
  })

  it('is not asked of goods that are new and unused', () => {
    expect(verdict({ ...dress, resaleable: true })).toMatchObject({ status: 'settled', value: 'accept' })
    const whole: Case = { ...dress, resaleable: true, recordsComplete: true }
    const asked = enforced.decide(whole, presume).missing.map(({ fact }) => fact)
    expect(asked).not.toContain('usedBeyondInspection')
    expect(asked).not.toContain('soiledOrDamaged')
  })

  it('sends goods to a person that are called new and found used', () => {
    const { outcome, reviews } = enforced.decide({ ...dress, resaleable: true, usedBeyondInspection: true }, presume)
    expect(outcome).toBe('needs-review')
    expect(reviews.map(({ reason }) => reason)).toContain('contradiction')
  })

  it('is asked under the three guarantees: whether the fault is one of performance', () => {
    const phone: Case = {
      requested: 'return-and-refund',
      reason: 'quality-defect',
      goodsKind: 'electronics',
      threeGuarantees: true,
      problemVerified: true,
      signsOfWear: false,
      signedAt: '2026-06-16 10:00',
      appliedAt: '2026-06-22 10:00',
      asOf: '2026-06-26 10:30',
    }
    expect(verdict(phone).status).toBe('open')
    expect(next(phone)).toContain('performanceFault')
    expect(verdict({ ...phone, performanceFault: true }).value).toBe('accept')
    expect(verdict({ ...phone, performanceFault: false }).value).toBe('offer')
  })
})

describe('what nobody states unless it happened', () => {
  const decider = createDecider({ rules: [...law, ...taobao, ...sop] })
  const presume = { presume: true } as const

  it('is not asked before the goods: a claim found untrue, a negotiation that failed', () => {
    const known: Case = {
      requested: 'return-and-refund',
      reason: 'wrong-item',
      refundState: 'WAIT_SELLER_AGREE',
      asOf: '2026-06-26 10:30',
    }
    const asked = (options?: typeof presume) =>
      (['verdict', 'refundAction', 'tasks.ask-for-photos'] as const).flatMap((one) =>
        ids(decider.ask(known, one, options)),
      )
    expect(asked()).toEqual(expect.arrayContaining(['claimDisproved', 'negotiationFailed']))
    expect(asked(presume)).not.toContain('claimDisproved')
    expect(asked(presume)).not.toContain('negotiationFailed')
  })

  it('stands in the way of no answer on day ten: installed, replaced or repaired', () => {
    const late: Case = {
      requested: 'return-and-refund',
      reason: 'quality-defect',
      problemVerified: true,
      signsOfWear: false,
      signedAt: '2026-06-10 10:00',
      appliedAt: '2026-06-20 10:00',
      asOf: '2026-06-26 10:30',
    }
    const decision = decider.decide(late, presume)
    expect(decision.answers.verdict.value).toBe('offer')
    expect(decision.breaches).toEqual([])
    expect(ids(decision.presumed)).toEqual(expect.arrayContaining(['installedAt', 'replacedAt', 'repairDays']))
    // A replacement signed for on the 18th starts the seven days of the law anew.
    const replaced = decider.decide({ ...late, replacedAt: '2026-06-18 10:00' }, presume)
    expect(replaced.breaches.map(({ question }) => question)).toContain('verdict')
  })
})
