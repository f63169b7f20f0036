// The after-sale model as declared: its types, its words in both languages, its records and its impossible cases.
// Expected values are the declaration's own promises, written out by hand.
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { SettingsOf } from '../src/domain/decider.js'
import { compileConstraints, propagate } from '../src/engine/constraint.js'
import type { FactDeclaration, Knowable, QuestionDeclaration } from '../src/engine/declaration.js'
import { statedFacts } from '../src/engine/facts.js'
import type { Known } from '../src/engine/known.js'
import { type Reading, readCase } from '../src/engine/read-case.js'
import { loadRuleSet } from '../src/engine/ruleset.js'
import type { Text } from '../src/engine/text.js'
import { contains, NONE } from '../src/engine/value-set.js'
import type { Decider, QuestionId, Settings } from '../src/index.js'
import { type AfterSaleAnswer, type AfterSaleCase, afterSale } from '../src/models/after-sale/model.js'
import type { serviceLevels } from '../src/models/service-levels/model.js'

const { declaration } = afterSale
type ServiceLevelSettings = SettingsOf<typeof serviceLevels.declaration>
const facts: Readonly<Record<string, FactDeclaration>> = declaration.facts
const questions: Readonly<Record<string, QuestionDeclaration>> = declaration.questions

function read(input: unknown): Reading {
  const result = readCase(afterSale, input)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}

function knownOf(known: readonly Known[], fact: string): Known {
  const column = afterSale.columnOf.get(fact)
  if (column === undefined) throw new Error(`no fact ${fact}`)
  return known[column.index]
}

describe('types', () => {
  test('a case knows the words of every fact', () => {
    expectTypeOf<AfterSaleCase['shopType']>().toEqualTypeOf<Knowable<'c-shop' | 'mt' | 'tmall'> | undefined>()
    expectTypeOf<AfterSaleCase['requested']>().toEqualTypeOf<
      Knowable<'refund-only' | 'return-and-refund' | 'exchange' | 'reship' | 'repair' | 'enquiry'> | undefined
    >()
    expectTypeOf<AfterSaleCase['freeShipping']>().toEqualTypeOf<Knowable<boolean> | undefined>()
    expectTypeOf<AfterSaleCase['quantityBought']>().toEqualTypeOf<Knowable<number> | undefined>()
    expectTypeOf<AfterSaleCase['paid']>().toEqualTypeOf<Knowable<string> | undefined>()
    expectTypeOf<'none'>().toExtend<NonNullable<AfterSaleCase['refundState']>>()
    expectTypeOf<'none'>().not.toExtend<NonNullable<AfterSaleCase['tradeState']>>()
    expectTypeOf<AfterSaleCase['recordsComplete']>().toEqualTypeOf<boolean | undefined>()
    expectTypeOf<'daysSinceSigning'>().not.toExtend<keyof AfterSaleCase>()
  })

  test('a misprinted question or setting does not pass', () => {
    expectTypeOf<'verdict'>().toExtend<QuestionId>()
    expectTypeOf<'deductions.commission'>().toExtend<QuestionId>()
    expectTypeOf<'verdit'>().not.toExtend<QuestionId>()
    expectTypeOf<'deductions'>().not.toExtend<QuestionId>()
    expectTypeOf<Settings['afterSalePeriodDays']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<'afterSalePeriodDay'>().not.toExtend<keyof Settings>()
    // A setting in words takes its ids, as it says, and no number.
    expectTypeOf<Settings['rollover']>().toEqualTypeOf<
      'buyer-friendly' | 'none' | 'statutory' | 'statutory+weekend' | undefined
    >()
    expectTypeOf<{ rollover: 'statutory'; commissionRate: 0.05 }>().toExtend<Settings>()
    expectTypeOf<ServiceLevelSettings['denseContactLimit']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<{ denseContactLimit: '60' }>().not.toExtend<ServiceLevelSettings>()
    expectTypeOf<Parameters<Decider['with']>[0]['settings']>().toEqualTypeOf<Settings | undefined>()
    expectTypeOf<Parameters<Decider['ask']>[1]>().toEqualTypeOf<QuestionId>()
  })

  test('an answer knows the words of its question', () => {
    expectTypeOf<AfterSaleAnswer<'verdict'>>().toEqualTypeOf<'refuse' | 'offer' | 'accept'>()
    expectTypeOf<AfterSaleAnswer<'outboundPostage'>>().toEqualTypeOf<'buyer' | 'split' | 'seller'>()
    expectTypeOf<AfterSaleAnswer<'refundBase'>>().toEqualTypeOf<
      'none' | 'postage-only' | 'difference' | 'goods' | 'share' | 'item-prices' | 'full'
    >()
    expectTypeOf<AfterSaleAnswer<'compensation'>>().toEqualTypeOf<string>()
    expectTypeOf<AfterSaleAnswer<'extendReceipt'>>().toEqualTypeOf<number>()
    expectTypeOf<AfterSaleAnswer<'remark'>>().toMatchTypeOf<{ readonly 'return-or-exchange'?: boolean }>()
    expectTypeOf<{ verdict: 'accept'; by: 'a supervisor' }>().toExtend<NonNullable<AfterSaleCase['agreed']>>()
    expectTypeOf<{ verdict: 'perhaps'; by: 'a supervisor' }>().not.toExtend<NonNullable<AfterSaleCase['agreed']>>()
  })
})

describe('words', () => {
  const labelled = {
    ...facts,
    ...declaration.derived,
    ...declaration.computed,
    ...declaration.settings,
    ...questions,
  }
  const lists: [string, readonly Text[]][] = [
    ['facts, settings and questions', Object.values(labelled).map(({ label }) => label)],
    ['parties', Object.values(declaration.parties)],
    ['layers', Object.values(declaration.layers).map(({ label }) => label)],
  ]
  for (const [id, fact] of Object.entries({ ...facts, ...declaration.computed })) {
    if (fact.kind === 'enum') lists.push([id, Object.values(fact.values)])
  }
  for (const [id, question] of Object.entries(questions)) {
    if (question.kind === 'choice') lists.push([id, Object.values(question.values)])
    if ('members' in question) lists.push([id, Object.values(question.members).map(({ label }) => label)])
  }

  test.each(lists)('%s: labels are there in both languages and unique', (_, labels) => {
    const chinese = labels.map(({ zh }) => zh)
    const english = labels.map(({ en }) => en)
    expect(chinese.filter((word) => !/[\p{Script=Han}A-Z]/u.test(word))).toEqual([])
    expect(english.filter((word) => !/^[\p{ASCII}]+$/u.test(word))).toEqual([])
    expect(chinese.filter((word, i) => chinese.indexOf(word) !== i)).toEqual([])
    expect(english.filter((word, i) => english.indexOf(word) !== i)).toEqual([])
  })

  test.each(Object.entries(facts))('%s: can be asked in both languages', (_, fact) => {
    expect(fact.ask.length).toBeGreaterThan(0)
    expect(fact.question.zh).toMatch(/^请问.*[？。]$/u)
    expect(fact.question.en).toMatch(/^[A-Z][\p{ASCII}]*[?.]$/u)
  })

  test('a question that may go to the buyer speaks to the buyer, never of the buyer', () => {
    const asked = Object.values(facts).filter(({ ask }) => ask.includes('buyer'))
    expect(asked.length).toBeGreaterThan(0)
    const spoken = asked.map(({ question }) => question)
    expect(spoken.filter(({ zh, en }) => zh.includes('买家') || /\bbuyer\b/i.test(en))).toEqual([])
  })

  test('a fact that may have none says how to answer so', () => {
    const events = Object.values(facts).filter((fact) => fact.none && fact.kind !== 'text')
    expect(events.filter(({ question }) => !question.zh.includes('“无”') || !question.en.includes('"none"'))).toEqual(
      [],
    )
  })

  test('a shared word keeps its meaning between a fact and a question', () => {
    expect(read({ 申请: '退货退款', 店铺类型: 'C店', 原因: '七天无理由', 退款状态: '无' }).known).toEqual(
      read({ requested: 'return-and-refund', shopType: 'c-shop', reason: 'no-reason', refundState: 'none' }).known,
    )
  })
})

describe('structure', () => {
  test('the model loads without a single rule: every condition and constraint it declares can be read', () => {
    const loaded = loadRuleSet(afterSale, [], {})
    expect(loaded.ok ? [] : loaded.issues).toEqual([])
  })

  test('who acts is a party, and every task has somebody', () => {
    const members = Object.values(questions).flatMap((question) =>
      'members' in question ? Object.values(question.members) : [],
    )
    const acting = members.flatMap(({ by }) => (by === undefined ? [] : [by]))
    expect(acting.filter((by) => !Object.hasOwn(declaration.parties, by))).toEqual([])
    expect(Object.values(declaration.questions.tasks.members).filter(({ by }) => by.length === 0)).toEqual([])
    expect(acting).toHaveLength(69)
  })

  test('the essential questions and the chains of favour', () => {
    const essential = afterSale.questions.filter((one) => one.essential).map(({ group }) => group)
    expect([...new Set(essential)]).toEqual([
      'verdict',
      'outboundPostage',
      'returnPostage',
      'reshipPostage',
      'refundBase',
      'deductions',
      'refundAction',
    ])
    expect(Object.keys(declaration.questions.verdict.values)).toEqual(['refuse', 'offer', 'accept'])
    for (const leg of ['outboundPostage', 'returnPostage', 'reshipPostage'] as const) {
      expect(Object.keys(declaration.questions[leg].values)).toEqual(['buyer', 'split', 'seller'])
    }
    const floored = Object.entries(questions).filter(([, question]) => 'favour' in question)
    expect(floored.map(([id]) => id)).toEqual([
      'verdict',
      'outboundPostage',
      'returnPostage',
      'reshipPostage',
      'emsExtra',
      'refundBase',
      'deductions',
      'compensation',
      'damages',
      'burdenOfProof',
      'refundMeans',
    ])
  })

  test('both ends of a pair answered together are questions of the model', () => {
    for (const [first, second] of declaration.together)
      expect([first, second].filter((id) => !afterSale.questionOf.has(id))).toEqual([])
  })
})

describe('complete records', () => {
  const known = statedFacts(
    { model: afterSale, beyondModel: [] },
    read({ quantityBought: 3, outboundPostageCost: '8.00', paid: '88.00', recordsComplete: true }),
  )

  test.each(Object.entries(facts).filter(([, { role }]) => role === 'record'))(
    '%s: an unwritten record is in one cell of its domain',
    (id) => {
      const value = knownOf(known, id)
      expect(typeof value).toBe('number')
      expect(contains(afterSale.columnOf.get(id)?.domain ?? [], value as number)).toBe(true)
    },
  )

  test.each<[string, number]>([
    ['refundState', NONE],
    ['freightInsurance', 0],
    ['problemVerified', 0],
    ['quantity', NONE],
    ['outboundPostageLeft', 800],
    ['alreadyRefunded', 0],
    ['negotiatedAmount', NONE],
    ['priceDifference', NONE],
    ['agreedAt', NONE],
    ['invoicedOn', NONE],
    ['handler', NONE],
  ])('%s: %s', (id, cell) => {
    expect(knownOf(known, id)).toBe(cell)
  })

  test('a circumstance stays unknown', () => {
    const circumstances = Object.entries(facts).filter(([, { role }]) => role === 'circumstance')
    const decided = circumstances.filter(([id]) => knownOf(known, id) !== undefined).map(([id]) => id)
    expect(decided).toEqual(['quantityBought', 'paid', 'outboundPostageCost'])
  })
})

describe('what cannot be', () => {
  const contradictions = (input: unknown) => {
    const known = statedFacts({ model: afterSale, beyondModel: [] }, read(input))
    return propagate(
      afterSale,
      compileConstraints(afterSale, () => true),
      known,
    ).map(({ id }) => id)
  }

  test.each<[string, AfterSaleCase, AfterSaleCase]>([
    [
      'shipped-before-signed',
      { shippedAt: '2026-06-23 18:01', signedAt: '2026-06-23 18:00' },
      { shippedAt: '2026-06-23 18:00', signedAt: 'none' },
    ],
    [
      'signed-needs-shipment',
      { shippedAt: 'none', signedAt: '2026-06-23 18:00' },
      { shippedAt: 'none', signedAt: 'none' },
    ],
    [
      'return-sent-before-received',
      { returnShippedAt: '2026-06-28 09:00', returnReceivedAt: '2026-06-27 09:00' },
      { returnShippedAt: 'none', returnReceivedAt: '2026-06-27 09:00' },
    ],
    [
      'signed-before-return-received',
      { signedAt: '2026-06-27 09:01', returnReceivedAt: '2026-06-27 09:00' },
      { signedAt: 'none', returnReceivedAt: '2026-06-27 09:00' },
    ],
    ['no-more-returned-than-bought', { quantity: 5, quantityBought: 3 }, { quantity: 3, quantityBought: 3 }],
    [
      'free-shipping-no-postage-paid',
      { freeShipping: true, postagePaid: '0.01' },
      { freeShipping: true, postagePaid: '0.00' },
    ],
    [
      'unpaid-no-payment-time',
      { tradeState: 'WAIT_BUYER_PAY', paidAt: '2026-06-20 10:00' },
      { tradeState: 'WAIT_SELLER_SEND_GOODS', paidAt: '2026-06-20 10:00' },
    ],
    [
      'unshipped-no-shipment-time',
      { tradeState: 'WAIT_SELLER_SEND_GOODS', shippedAt: '2026-06-21 10:00' },
      { tradeState: 'WAIT_BUYER_CONFIRM_GOODS', shippedAt: '2026-06-21 10:00' },
    ],
    [
      'signed-needs-shipment',
      { tradeState: 'WAIT_BUYER_PAY', signedAt: '2026-06-21 10:00' },
      { tradeState: 'WAIT_BUYER_PAY', signedAt: 'none' },
    ],
    [
      'success-time-needs-success',
      { finishedAt: '2026-06-30 10:00', tradeState: 'WAIT_BUYER_CONFIRM_GOODS' },
      { finishedAt: '2026-06-30 10:00', tradeState: 'TRADE_CLOSED' },
    ],
    [
      'return-state-needs-return',
      { refundState: 'WAIT_SELLER_CONFIRM_GOODS', requested: 'refund-only' },
      { refundState: 'WAIT_SELLER_AGREE', requested: 'refund-only' },
    ],
    [
      'refund-under-way-needs-refund',
      { refundState: 'SELLER_REFUSE_BUYER', requested: 'exchange' },
      { refundState: 'CLOSED', requested: 'exchange' },
    ],
    [
      'refund-under-way-needs-refund',
      { refundState: 'PLATFORM_INTERVENTION', requested: 'reship' },
      { refundState: 'PLATFORM_INTERVENTION', requested: 'refund-only' },
    ],
    [
      'refund-under-way-needs-refund',
      { refundState: 'WAIT_SELLER_AGREE', requested: 'repair' },
      { refundState: 'none', requested: 'repair' },
    ],
    [
      'return-state-needs-return',
      { refundState: 'WAIT_BUYER_RETURN_GOODS', requested: 'refund-only' },
      { refundState: 'WAIT_BUYER_RETURN_GOODS', requested: 'return-and-refund' },
    ],
    [
      'refund-state-needs-application',
      { refundState: 'CLOSED', appliedAt: 'none' },
      { refundState: 'none', appliedAt: 'none' },
    ],
    [
      'refused-parcel-not-signed',
      { refusedToSign: true, signedAt: '2026-06-21 10:00' },
      { refusedToSign: true, signedAt: 'none' },
    ],
    [
      'verified-or-disproved',
      { problemVerified: true, claimDisproved: true },
      { problemVerified: false, claimDisproved: true },
    ],
    [
      'signedAt-no-later-than-asOf',
      { signedAt: '2026-06-26 10:01', asOf: '2026-06-26 10:00' },
      { signedAt: '2026-06-26 10:00', asOf: '2026-06-26 10:00' },
    ],
  ])('%s', (id, impossible, possible) => {
    expect(contradictions(impossible)).toEqual([id])
    expect(contradictions(possible)).toEqual([])
  })

  test('every declared constraint has a text in both languages and an id of its own', () => {
    const ids = afterSale.constraints.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(afterSale.constraints.filter(({ text }) => text.zh === '' || text.en === '')).toEqual([])
  })
})
