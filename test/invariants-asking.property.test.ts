// What holds of questions, presumptions, time and refund states, on random cases.
// Promise: each property is checked by deciding again with the answer, the presumption or the moment in question.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import table from '../rules/parameters/refund-states.json' with { type: 'json' }
import {
  afterSale,
  createDecider,
  type Decision,
  type FactDeclaration,
  type QuestionId,
  transition,
} from '../src/index.js'
import { sop } from '../src/rules.js'
import { type Generated, generatedCase } from './support/generate-after-sale.js'
import { ruleOf, SOURCE } from './support/hostile.js'
import { answersText, possibleOf } from './support/said.js'

const RUNS = process.env.AFTERSALE_LONG === '1' ? 100_000 : 2_000
const SEED = Number(process.env.SEED ?? 20_260_628)
const decider = createDecider({ rules: sop })

function check(property: (one: Generated) => void, runs = RUNS, seed = SEED): void {
  fc.assert(fc.property(generatedCase, property), { seed, numRuns: runs })
}

function must(truth: boolean, ...message: readonly unknown[]): void {
  if (!truth) throw new Error(message.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' '))
}

describe('asking', () => {
  /** Every value of a fact with few of them, as a case writes it. */
  function valuesOf(id: string): readonly unknown[] | undefined {
    const fact = (afterSale.declaration.facts as Readonly<Record<string, FactDeclaration>>)[id] as FactDeclaration
    const none = fact.none === true ? ['none'] : []
    if (fact.kind === 'enum') return [...Object.keys(fact.values), ...none]
    return fact.kind === 'boolean' ? [true, false, ...none] : undefined
  }

  const stillPossible = (known: unknown, value: unknown) =>
    known === undefined ||
    (typeof known === 'object' && known !== null && 'oneOf' in known && (known.oneOf as unknown[]).includes(value))

  // Of the second seed one case has an amount that narrows while a fact behind it does not.
  it.each([SEED, 7])('never asks for what narrows nothing, unless nothing alone does: seed %i', (drawn) => {
    const questions = Object.keys(afterSale.declaration.questions).filter(
      (id) => !('members' in afterSale.declaration.questions[id as 'verdict']),
    )
    const seen = { narrowing: 0, settled: 0 }
    check(
      ({ written, order }) => {
        const question = questions[order % questions.length] as string
        const sizeOf = (input: object) => possibleOf(decider.decide(input)).get(question)?.possible.length ?? 0
        const now = sizeOf(written)
        const asked = decider.ask(written, question as QuestionId)
        if (now <= 1) {
          must(asked.length === 0, question, 'is settled and asks for', asked)
          seen.settled += 1
          return
        }
        // Where the worst answer leaves all open, some other answer still has to narrow.
        const idle = asked.filter(({ fact }) => {
          const values = valuesOf(fact)?.filter((value) => stillPossible(written[fact as keyof typeof written], value))
          return values?.every((value) => sizeOf({ ...written, [fact]: value }) >= now) ?? false
        })
        if (idle.length === 0) seen.narrowing += 1
        else {
          const idleOnly = asked.every(
            ({ fact, worst }) =>
              worst === now && (valuesOf(fact) === undefined || idle.some((one) => one.fact === fact)),
          )
          must(
            idleOnly,
            question,
            'asks for',
            idle.map(({ fact }) => fact),
            'which narrows nothing, in',
            written,
          )
        }
        const worst = asked.map((one) => one.worst)
        must(
          worst.every((size, i) => i === 0 || size >= (worst[i - 1] as number)),
          'the best question does not come first:',
          worst,
        )
      },
      RUNS / 2,
      drawn,
    )
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(RUNS / 200)
  })
})

describe('presuming', () => {
  // A circumstance of the model whose usual value matters, and one of the shop's own.
  const refusal = (name: string, fact: string, value: boolean) =>
    ruleOf(name, {
      exceptionTo: ['shop/no-reason/within-seven-days'],
      conditions: {
        all: [
          { fact: 'reason', operator: 'equal', value: 'no-reason' },
          { fact, operator: 'equal', value },
        ],
      },
      event: { type: 'settle', params: { verdict: 'refuse' } },
    })
  const presuming = createDecider({
    rules: [
      ...sop,
      SOURCE,
      refusal('made-to-order', 'madeToOrder', true),
      refusal('elsewhere', 'placedOnTaobao', false),
    ],
  })

  const said = (decision: Decision) => JSON.stringify([decision.outcome, ...possibleOf(decision)])

  it('lists what it presumed, and nothing it did not need', () => {
    let presumed = 0
    check(({ written }) => {
      const usually = presuming.decide(written, { presume: true })
      const stated = Object.fromEntries(usually.presumed.map(({ fact, value }) => [fact, value]))
      must(
        usually.presumed.every(({ fact }) => typeof written[fact] !== 'boolean'),
        'presumes what is written:',
        stated,
      )
      const plainly = presuming.decide({ ...written, ...stated })
      must(said(plainly) === said(usually), 'what is presumed differs from the same said')
      for (const fact of Object.keys(stated)) {
        const { [fact]: _, ...others } = stated
        must(said(presuming.decide({ ...written, ...others })) !== said(usually), fact, 'was not needed in', written)
        presumed += 1
      }
    })
    expect(presumed).toBeGreaterThan(RUNS / 20)
  })
})

describe('time', () => {
  it('until validUntil time alone changes no answer; at it, some answer is another', () => {
    let bounded = 0
    check(({ written, world }) => {
      const input = { ...written, asOf: world.asOf as string }
      const decision = decider.decide(input)
      if (decision.validUntil === undefined) return
      bounded += 1
      const until = Date.parse(`${decision.validUntil.replace(' ', 'T')}+08:00`)
      must(
        until > Date.parse(`${String(world.asOf).replace(' ', 'T')}+08:00`),
        'valid until',
        decision.validUntil,
        'as of',
        world.asOf,
      )
      const at = (ms: number) => answersText(decider.decide({ ...input, asOf: new Date(ms).toISOString() }))
      must(at(until - 1) === answersText(decision), 'changes before', decision.validUntil, 'in', input)
      must(at(until) !== answersText(decision), 'does not change at', decision.validUntil, 'in', input)
    })
    expect(bounded).toBeGreaterThan(RUNS / 50)
  })
})

describe('transition', () => {
  const words = (list: readonly (string | undefined)[]) => [...new Set(list.filter((one) => one !== undefined))]
  const states = words(table.rows.flatMap(({ from, to }) => [from, to]))
  const actions = words(table.rows.map(({ action }) => action))
  const requests = ['refund-only', 'return-and-refund']
  const strange = fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'exchange', ''))

  it('never leaves the table: every step taken or offered is one of its rows', () => {
    let taken = 0
    const rowFor = (from: string | undefined, action: string, to: string, requested: string | undefined) =>
      table.rows.some((row) => {
        const kinds = 'requested' in row ? (row.requested as readonly string[] | undefined) : undefined
        return (
          row.from === from &&
          row.action === action &&
          row.to === to &&
          (kinds === undefined || requested === undefined || kinds.includes(requested))
        )
      })
    fc.assert(
      fc.property(
        fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...states) }, strange),
        fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...actions) }, strange),
        fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...requests, undefined) }, strange),
        (state, action, requested) => {
          const step = transition(state, action, requested)
          if (step.ok) {
            taken += 1
            must(rowFor(state, action, step.state, requested), state, action, requested, 'leads to', step.state)
            return
          }
          must(step.issues.length > 0, 'no reason is given')
          must(
            !(
              states.includes(state) &&
              actions.includes(action) &&
              requests.includes(String(requested)) &&
              step.allowed.some((one) => one.action === action)
            ),
            'refuses what it allows',
          )
          const known = requests.includes(String(requested)) ? requested : undefined
          for (const { action: allowed, to } of step.allowed)
            must(rowFor(step.state, allowed, to, known), 'offers', allowed, to)
        },
      ),
      { seed: SEED, numRuns: RUNS },
    )
    expect(taken).toBeGreaterThan(RUNS / 20)
  })
})
