// The steps between refund states: each row of the catalogue, each illegal step, each unknown word.
// What follows a step is taken from the catalogue (RS-01 … RS-11, RF-02), not from the table.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import table from '../rules/parameters/refund-states.json' with { type: 'json' }
import { refundSteps, transition } from '../src/models/after-sale/refund-status.js'
import { refundActions, refundRequests, refundStates } from '../src/models/after-sale/terms.js'

const OPEN = [
  'WAIT_SELLER_AGREE',
  'SELLER_REFUSE_BUYER',
  'WAIT_BUYER_RETURN_GOODS',
  'WAIT_SELLER_CONFIRM_GOODS',
] as const
const ENDED = ['SUCCESS', 'CLOSED'] as const

/** The table's word either way it may be written. */
const written = (words: Readonly<Record<string, { zh: string }>>): fc.Arbitrary<string> =>
  fc.constantFrom(...Object.entries(words).flatMap(([id, label]) => [id, label.zh]))

describe('a step the table has', () => {
  test.each([
    [
      '退款协议等待卖家确认中',
      '同意退款',
      '退货退款',
      '退款协议达成，等待买家退货',
      ['shop'],
      ['RS-01', 'RS-03', 'RS-04'],
    ],
    ['退款协议等待卖家确认中', '同意退款', '仅退款', '退款成功', ['shop'], ['RS-01', 'RS-11']],
    ['退款协议等待卖家确认中', '拒绝退款', '退货退款', '卖家不同意协议，等待买家修改', ['shop'], ['RS-02', 'RS-05']],
    ['卖家不同意协议，等待买家修改', '修改申请', '仅退款', '退款协议等待卖家确认中', ['buyer'], ['RS-10']],
    ['卖家不同意协议，等待买家修改', '请买家修改', '仅退款', '卖家不同意协议，等待买家修改', ['shop'], ['RS-05']],
    ['退款协议达成，等待买家退货', '等待', '退货退款', '退款协议达成，等待买家退货', ['shop'], ['RS-04']],
    ['退款协议达成，等待买家退货', '寄回并填写单号', '退货退款', '买家已退货，等待卖家确认收货', ['buyer'], ['RS-06']],
    ['退款协议达成，等待买家退货', '超时', '退货退款', '退款关闭', ['time'], ['RS-08', 'RF-02']],
    ['买家已退货，等待卖家确认收货', '等待', '退货退款', '买家已退货，等待卖家确认收货', ['shop'], ['RS-06']],
    ['买家已退货，等待卖家确认收货', '交财务确认', '退货退款', '买家已退货，等待卖家确认收货', ['shop'], ['RS-06']],
    ['买家已退货，等待卖家确认收货', '确认退款', '退货退款', '退款成功', ['finance'], ['RS-07']],
    ['买家已退货，等待卖家确认收货', '拒绝退款', '退货退款', '卖家不同意协议，等待买家修改', ['shop'], ['RS-03']],
    ['小二介入', '等待', '退货退款', '小二介入', ['shop'], ['RS-09']],
    ['小二介入', '判退款', '退货退款', '退款成功', ['platform'], ['RS-09']],
    ['小二介入', '判关闭', '退货退款', '退款关闭', ['platform'], ['RS-09']],
  ])('%s, %s (%s) → %s', (state, action, requested, next, by, covers) => {
    const step = transition(state, action, requested)
    expect(step).toMatchObject({ ok: true, label: { zh: next }, by, covers })
    // The state a step gives is the id of the label it gives.
    expect(step.ok && refundStates[step.state].zh).toBe(next)
  })

  test.each(OPEN)('from %s either party may call in the platform, and the buyer may withdraw', (state) => {
    expect(transition(state, 'call-platform')).toMatchObject({
      ok: true,
      state: 'PLATFORM_INTERVENTION',
      by: ['buyer', 'shop'],
      covers: ['RS-09'],
    })
    expect(transition(state, 'withdraw')).toMatchObject({ ok: true, state: 'CLOSED', by: ['buyer'], covers: [] })
  })

  test('ids and Chinese labels may be mixed', () => {
    expect(transition('WAIT_SELLER_AGREE', '同意退款', 'refund-only')).toEqual({
      ok: true,
      state: 'SUCCESS',
      label: { zh: '退款成功', en: 'refunded' },
      by: ['shop'],
      covers: ['RS-01', 'RS-11'],
    })
  })

  test('a wrong amount on a no-reason return goes through all its states (RS-03, RS-05, RS-10)', () => {
    let state = 'WAIT_SELLER_AGREE'
    const seen = ['agree', 'ship', 'refuse', 'ask-to-correct', 'edit'].map((action) => {
      const step = transition(state, action, 'return-and-refund')
      state = step.state ?? state
      return step.ok && step.state
    })
    expect(seen).toEqual([
      'WAIT_BUYER_RETURN_GOODS',
      'WAIT_SELLER_CONFIRM_GOODS',
      'SELLER_REFUSE_BUYER',
      'SELLER_REFUSE_BUYER',
      'WAIT_SELLER_AGREE',
    ])
  })
})

describe('a step the table does not have', () => {
  test('comes back with the steps the state allows', () => {
    const step = transition('退款协议等待卖家确认中', '确认退款', '退货退款')
    expect(step).toMatchObject({
      ok: false,
      state: 'WAIT_SELLER_AGREE',
      allowed: [
        {
          action: 'agree',
          label: { zh: '同意退款' },
          by: ['shop'],
          requested: ['return-and-refund'],
          to: 'WAIT_BUYER_RETURN_GOODS',
        },
        { action: 'wait', by: ['shop'], to: 'WAIT_SELLER_AGREE' },
        { action: 'refuse', by: ['shop'], to: 'SELLER_REFUSE_BUYER' },
        { action: 'call-platform', by: ['buyer', 'shop'], to: 'PLATFORM_INTERVENTION' },
        { action: 'withdraw', by: ['buyer'], to: 'CLOSED' },
      ],
      issues: [
        { path: ['action'], code: 'not-accepted', accepted: ['agree', 'wait', 'refuse', 'call-platform', 'withdraw'] },
      ],
    })
    expect(step.ok || step.issues[0]?.message.zh).toContain('退款协议等待卖家确认中')
  })

  test.each(ENDED)('%s is left by nothing', (state) => {
    for (const action of Object.keys(refundActions)) {
      for (const requested of Object.keys(refundRequests)) {
        expect(transition(state, action, requested)).toMatchObject({ ok: false, state, allowed: [] })
      }
    }
  })

  test('goods are sent back on a return only', () => {
    expect(transition('WAIT_BUYER_RETURN_GOODS', 'ship', 'refund-only')).toMatchObject({
      ok: false,
      issues: [{ path: ['action'], code: 'not-accepted' }],
    })
  })

  test('agreeing needs to know what was requested, and says so', () => {
    const step = transition('WAIT_SELLER_AGREE', 'agree')
    expect(step).toMatchObject({
      ok: false,
      state: 'WAIT_SELLER_AGREE',
      issues: [{ path: ['requested'], code: 'missing-key', accepted: ['refund-only', 'return-and-refund'] }],
    })
    expect(step.ok || step.allowed.filter(({ action }) => action === 'agree').map(({ to }) => to)).toEqual([
      'WAIT_BUYER_RETURN_GOODS',
      'SUCCESS',
    ])
    expect(transition('WAIT_SELLER_AGREE', 'refuse')).toMatchObject({ ok: true, state: 'SELLER_REFUSE_BUYER' })
  })

  test('platform intervention is neither called twice nor withdrawn', () => {
    expect(transition('PLATFORM_INTERVENTION', 'call-platform')).toMatchObject({ ok: false })
    expect(transition('PLATFORM_INTERVENTION', 'withdraw')).toMatchObject({ ok: false })
  })
})

describe('a word nobody knows', () => {
  test('is named with the nearest one, all words at once', () => {
    expect(transition('WAIT_SELER_AGREE', 'agreed', '退货并退款')).toMatchObject({
      ok: false,
      allowed: [],
      issues: [
        { path: ['state'], code: 'unknown-value', nearest: 'WAIT_SELLER_AGREE' },
        { path: ['action'], code: 'unknown-value', nearest: 'agree' },
        { path: ['requested'], code: 'unknown-value', nearest: '退货退款' },
      ],
    })
  })

  test('is measured in its own language', () => {
    expect(transition('退款协议达成,等待买家退货', 'wait')).toMatchObject({
      ok: false,
      issues: [{ nearest: '退款协议达成，等待买家退货' }],
    })
  })

  test('leaves the state and what it allows in sight where the state is known', () => {
    const step = transition('SELLER_REFUSE_BUYER', '改一下')
    expect(step).toMatchObject({ ok: false, state: 'SELLER_REFUSE_BUYER', issues: [{ path: ['action'] }] })
    expect(step.ok || step.allowed.map(({ action }) => action)).toEqual([
      'edit',
      'ask-to-correct',
      'call-platform',
      'withdraw',
    ])
  })

  test.each(['', 'constructor', '__proto__', 'toString', 'x'.repeat(10_000)])('%j does not pass', (word) => {
    expect(transition(word, 'agree', 'refund-only')).toMatchObject({ ok: false, allowed: [] })
    expect(transition('WAIT_SELLER_AGREE', word, 'refund-only')).toMatchObject({ ok: false })
    expect(transition('WAIT_SELLER_AGREE', 'agree', word)).toMatchObject({ ok: false })
  })
})

describe('the table', () => {
  test('never leads out of itself, and allowed steps are exactly those that succeed', () => {
    const state = written(refundStates)
    const action = written(refundActions)
    const requested = written(refundRequests)
    fc.assert(
      fc.property(fc.oneof(state, fc.string()), fc.oneof(action, fc.string()), requested, (from, taken, request) => {
        const step = transition(from, taken, request)
        if (step.ok) {
          expect(Object.keys(refundStates)).toContain(step.state)
          expect(
            refundSteps.some(({ to, covers }) => to === step.state && step.covers.every((id) => covers.includes(id))),
          ).toBe(true)
        } else {
          expect(step.issues.length).toBeGreaterThan(0)
          for (const { action: id, to, by } of step.allowed) {
            expect(transition(from, id, request)).toMatchObject({ ok: true, state: to, by })
            expect([id, refundActions[id].zh]).not.toContain(taken)
          }
        }
      }),
    )
  })

  test('says one thing: a state, an action and a request lead to one state', () => {
    for (const requested of Object.keys(refundRequests)) {
      const seen = new Map<string, string>()
      for (const step of refundSteps) {
        if (step.requested !== undefined && !step.requested.some((id) => id === requested)) continue
        const key = `${step.from} ${step.action}`
        expect([key, seen.get(key) ?? step.to]).toEqual([key, step.to])
        seen.set(key, step.to)
      }
    }
  })

  test('uses every action, reaches every state from the first, and every open state can end', () => {
    expect(new Set(refundSteps.map(({ action }) => action))).toEqual(new Set(Object.keys(refundActions)))
    const reached = new Set<string>(['WAIT_SELLER_AGREE'])
    // A Set visits what is added while it is walked.
    for (const state of reached) for (const { from, to } of refundSteps) if (from === state) reached.add(to)
    expect(reached).toEqual(new Set(Object.keys(refundStates)))
    for (const state of [...OPEN, 'PLATFORM_INTERVENTION']) {
      const ends = refundSteps.filter(({ from, to }) => from === state && (to === 'SUCCESS' || to === 'CLOSED'))
      expect(ends.length).toBeGreaterThan(0)
    }
  })

  test('answers for the catalogue rows on refund states', () => {
    const covered = new Set(table.rows.flatMap(({ covers }) => covers))
    expect([...covered].sort()).toEqual([
      'QI-04',
      'RF-02',
      'RF-05',
      'RF-06',
      'RS-01',
      'RS-02',
      'RS-03',
      'RS-04',
      'RS-05',
      'RS-06',
      'RS-07',
      'RS-08',
      'RS-09',
      'RS-10',
      'RS-11',
    ])
    for (const row of table.rows) if (row.covers.length === 0) expect(row.note).toBeTruthy()
  })

  test('is frozen, and a decision shares nothing with it', () => {
    expect(Object.isFrozen(refundSteps)).toBe(true)
    expect(refundSteps.every((step) => Object.isFrozen(step) && Object.isFrozen(step.covers))).toBe(true)
    const step = transition('WAIT_SELLER_AGREE', 'refuse')
    expect(step.ok && Object.is(step.label, refundStates.SELLER_REFUSE_BUYER)).toBe(false)
    expect(step.ok && refundSteps.some(({ covers }) => Object.is(covers, step.covers))).toBe(false)
    expect(() => Object.assign(refundStates.SUCCESS, { zh: '' })).toThrow(TypeError)
  })

  test('labels are unique within a list', () => {
    for (const words of [refundStates, refundActions, refundRequests]) {
      const labels = Object.entries(words).flatMap(([id, { zh, en }]) => [id, zh, en])
      expect(new Set(Object.values(words).map(({ zh }) => zh)).size).toBe(Object.keys(words).length)
      for (const label of labels) expect(label).not.toBe('')
    }
  })
})
