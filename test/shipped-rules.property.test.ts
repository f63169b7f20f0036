// The shipped rules over generated cases: nothing is thrown, no two rules of the shop clash, and an ordinary case has an
// answer to every essential question that arises. `npm run test:long` takes 100,000 cases.
import { describe, expect, test } from 'vitest'
import type { Answered } from '../src/engine/answered.js'
import { createDecider, type Decision } from '../src/index.js'
import { sop } from '../src/rules.js'
import { completeCaseByRecords, partialCase, type Random, randomFrom } from './support/after-sale-cases.js'
import { ordinaryCase } from './support/ordinary-cases.js'

const CASES = process.env.AFTERSALE_LONG === undefined ? 3_000 : 100_000
const decider = createDecider({ rules: sop, settings: { pointsRate: 0.005, returnWaybillDays: 7 } })

/** Every answer of a decision by question, members one by one. */
function answersOf({ answers }: Decision): (readonly [string, Answered<unknown>])[] {
  return Object.entries(answers).flatMap(([id, answer]: [string, object]): (readonly [string, Answered<unknown>])[] =>
    'status' in answer
      ? [[id, answer as Answered<unknown>]]
      : Object.entries(answer).map(([member, one]) => [`${id}.${member}`, one as Answered<unknown>]),
  )
}

function sweep(make: (random: Random) => object, seed: number, check: (decision: Decision, input: object) => string[]) {
  const random = randomFrom(seed)
  const found = new Set<string>()
  for (let i = 0; i < CASES && found.size < 10; i += 1) {
    const input = make(random)
    for (const problem of check(decider.decide(input), input)) found.add(problem)
  }
  return [...found]
}

const titles = (answer: Answered<unknown>) => answer.rules.map(({ id }) => id).join(' against ')

const clashes = (decision: Decision, input: object) =>
  answersOf(decision).flatMap(([question, answer]) =>
    answer.status === 'conflict' ? [`${question}: ${titles(answer)} in ${JSON.stringify(input)}`] : [],
  )

describe('the rules of the shop', () => {
  test('nothing is thrown and no two rules clash: complete cases', () => {
    expect(sweep(completeCaseByRecords, 20_260_628, clashes)).toEqual([])
  })

  test('nothing is thrown and no two rules surely clash: partial cases', () => {
    expect(sweep(partialCase, 7, clashes)).toEqual([])
  })

  test('an ordinary case leaves no essential question that arises without an answer', () => {
    const silent = ({ reviews }: Decision, input: object) =>
      reviews.flatMap((review) =>
        review.reason === 'silent' ? [`${review.question} is silent in ${JSON.stringify(input)}`] : [],
      )
    expect(sweep(ordinaryCase, 11, silent)).toEqual([])
  })

  test('ordinary cases are of every kind, and most of them are settled', () => {
    const random = randomFrom(3)
    const kinds = new Set<string>()
    let settled = 0
    for (let i = 0; i < 1000; i += 1) {
      const input = ordinaryCase(random)
      kinds.add(`${input.requested} ${input.reason}`)
      if (decider.decide(input).outcome === 'settled') settled += 1
    }
    expect(kinds.size).toBeGreaterThan(20)
    expect(settled).toBeGreaterThan(800)
  })
})
