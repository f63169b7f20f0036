// Sets of more rules than are listed one by one: statuses stand in bytes there, and four rules are passed over together.
// Promise: every place of a rule is tried, the first, the last and those that no four reaches.
import { expect, test } from 'vitest'
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
  },
  layers: { street: { label: text('street') } },
  stages: ['plan'],
} satisfies ModelDeclaration

const name = (house: number) => `street/house-${String(house).padStart(4, '0')}`

function deciding(houses: number) {
  const rules = Array.from({ length: houses }, (_, house) => ({
    id: name(house),
    title: `house ${house}`,
    layer: 'street',
    source: { document: 'register', clause: String(house), summary: 'as the register says' },
    effective: { from: '2020-01-01' },
    conditions: { all: [{ fact: 'house', operator: 'equal', value: house }] },
    event: { type: 'plan', params: { side: house % 2 === 0 ? 'even' : 'odd' } },
  }))
  const made = createModelDecider(defineModel(declaration), rules)
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  return (house: number | { readonly oneOf: readonly number[] }) => {
    const decided = made.value.decide({ now: '2026-06-01 10:00', house })
    if (!decided.ok) throw new Error(JSON.stringify(decided.issues))
    return decided.value
  }
}

test.each([15, 2003])('each of %i rules answers for its house', (houses) => {
  const decide = deciding(houses)
  for (const house of [0, 1, 2, 3, 4, 7, 8, houses - 4, houses - 3, houses - 2, houses - 1]) {
    const { side } = decide(house).answers
    expect(side.value).toBe(house % 2 === 0 ? 'even' : 'odd')
    expect(side.rules.map(({ id }) => id)).toEqual([name(house)])
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
