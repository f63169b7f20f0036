// Few rules and very many, of one stage and of two: statuses of very many stand in bytes, four are passed over together.
// Promise: the first and the last places are tried at every length that matters, and some between; what is worked out is
// the same whatever order the rules come in.
import { expect, test } from 'vitest'
import { partsOf } from '../src/engine/parts.js'
import { createModelDecider, defineModel, type ModelDeclaration } from '../src/engine.js'

const text = (word: string) => ({ zh: `${word}（中）`, en: word })

const declaration = {
  id: 'street',
  title: text('street'),
  clock: 'now',
  parties: { owner: text('owner') },
  facts: {
    now: { kind: 'instant', label: text('now'), role: 'circumstance', ask: ['owner'], question: text('now') },
    house: {
      kind: 'integer',
      min: 0,
      max: 5000,
      label: text('house'),
      role: 'circumstance',
      ask: ['owner'],
      question: text('house'),
    },
  },
  questions: {
    side: {
      kind: 'choice',
      stage: 'plan',
      essential: true,
      label: text('side'),
      values: { even: text('even'), odd: text('odd') },
    },
    fence: {
      kind: 'choice',
      stage: 'build',
      essential: true,
      label: text('fence'),
      values: { low: text('low'), high: text('high') },
    },
  },
  layers: { street: { label: text('street') } },
  stages: ['plan', 'build'],
} satisfies ModelDeclaration

const name = (house: number) => `street/house-${String(house).padStart(4, '0')}`

/** A rule of every house: of its side where `stageOf` says so, of its fence elsewhere. */
function deciding(houses: number, stageOf: (house: number) => 'plan' | 'build' = () => 'plan') {
  const rules = Array.from({ length: houses }, (_, house) => ({
    id: name(house),
    title: `house ${house}`,
    layer: 'street',
    source: { document: 'register', clause: String(house), summary: 'as the register says' },
    effective: { from: '2020-01-01' },
    conditions: { all: [{ fact: 'house', operator: 'equal', value: house }] },
    event: {
      type: stageOf(house),
      params: stageOf(house) === 'plan' ? { side: house % 2 === 0 ? 'even' : 'odd' } : { fence: 'high' },
    },
  }))
  const made = createModelDecider(defineModel(declaration), rules)
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  return (house: number | { readonly oneOf: readonly number[] }) => {
    const decided = made.value.decide({ now: '2026-06-01 10:00', house })
    if (!decided.ok) throw new Error(JSON.stringify(decided.issues))
    return decided.value
  }
}

const idsOf = (rules: readonly { readonly id: string }[]) => rules.map(({ id }) => id)

test.each([1, 2, 3, 4, 5, 6, 15, 2000, 2001, 2003])('each of %i rules answers for its house', (houses) => {
  const decide = deciding(houses)
  const last = [4, 3, 2, 1].map((back) => houses - back)
  for (const house of [0, 1, 2, 3, 4, 7, 8, 1000, ...last].filter((one) => one >= 0 && one < houses)) {
    const { side } = decide(house).answers
    expect(side.value).toBe(house % 2 === 0 ? 'even' : 'odd')
    expect(idsOf(side.rules)).toEqual([name(house)])
  }
  expect(decide(houses)).toMatchObject({
    outcome: 'needs-review',
    answers: { side: { status: 'silent' } },
    missing: [],
  })
})

test.each([15, 2003])('of %i rules those that may hold wait for the house', (houses) => {
  const last = deciding(houses)({ oneOf: [houses - 2, houses - 1] })
  expect(last.answers.side).toMatchObject({ status: 'open', rules: [] })
  expect(last.answers.side.possible).toEqual(expect.arrayContaining(['even', 'odd']))
  expect(last.missing).toMatchObject([{ fact: 'house', rules: 2 }])
})

// Of every three houses the first has a rule of its side, the others one of their fences.
test.each([9, 2003])('%i rules of two stages stand where they belong', (houses) => {
  const decide = deciding(houses, (house) => (house % 3 === 0 ? 'plan' : 'build'))
  for (const house of [0, 1, 2, 3, 4, 5, houses - 1]) {
    const { side, fence } = decide(house).answers
    expect(idsOf(side.rules)).toEqual(house % 3 === 0 ? [name(house)] : [])
    expect(idsOf(fence.rules)).toEqual(house % 3 === 0 ? [] : [name(house)])
  }
  expect(decide({ oneOf: [3, 4, 5] }).missing).toMatchObject([{ fact: 'house', rules: 3 }])
})

test('the order of those who read a fact means nothing to what is tried of it', () => {
  const reader = (kind: string, value: number) => ({ kind, values: [value, value] })
  const many = Array.from({ length: 30 }, (_, i) => reader('a', 10 + 2 * i))
  const readers = [reader('a', 0), reader('b', 0), reader('c', 2), ...many]
  const unlike = [[0], [1], [2], [10]].map(([value]) => [value, value])
  expect(partsOf([0, 100], readers)).toEqual(unlike)
  expect(partsOf([0, 100], [...readers].reverse())).toEqual(unlike)
})
