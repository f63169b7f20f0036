// A question that waits for answers which wait for answers: what is asked for is what stands behind the last of them.
// Promise: however many stages lie between, a case that waits for facts says for which.
import { describe, expect, test } from 'vitest'
import { createModelDecider, defineModel } from '../src/engine.js'
import { ruleOf, SOURCE } from './support/hostile.js'
import { said, yesNo } from './support/small-model.js'

const choice = (id: string, stage: string) => ({
  kind: 'choice' as const,
  stage,
  label: said(id),
  values: { accept: said(`${id} accept`), refuse: said(`${id} refuse`) },
})

const model = defineModel({
  id: 'stages',
  title: said('stages'),
  clock: 'now',
  parties: { desk: said('desk') },
  facts: { now: { ...yesNo('now'), kind: 'instant' }, paid: yesNo('paid'), other: yesNo('other') },
  questions: {
    first: choice('first', 'one'),
    second: choice('second', 'two'),
    third: { ...choice('third', 'three'), essential: true },
  },
  layers: { shop: { label: said('shop') } },
  stages: ['one', 'two', 'three'],
})

/** Two rules: each answer follows from the one before. */
const follows = (name: string, type: string, fact: string, accept: unknown, refuse: unknown) =>
  [
    ['accept', accept],
    ['refuse', refuse],
  ].map(([answer, value]) =>
    ruleOf(`${name}-${answer}`, {
      conditions: { all: [{ fact, operator: 'equal', value }] },
      event: { type, params: { [name]: answer } },
    }),
  )

describe('an answer three stages on', () => {
  const made = createModelDecider(model, [
    SOURCE,
    ...follows('first', 'one', 'paid', true, false),
    ...follows('second', 'two', 'first', 'accept', 'refuse'),
    ...follows('third', 'three', 'second', 'accept', 'refuse'),
  ])
  if (!made.ok) throw new Error(JSON.stringify(made.issues))
  const { decide, ask } = made.value
  const now = { now: '2026-06-26 10:00' }

  test('is missing what the first waits for', () => {
    const decided = decide(now)
    expect(decided).toMatchObject({ value: { outcome: 'needs-facts', missing: [{ fact: 'paid' }] } })
    expect(decided.ok && decided.value.missing).toHaveLength(1)
  })

  test('is asked for by that fact, and settled by it', () => {
    expect(ask(now, 'third')).toMatchObject({ value: [{ fact: 'paid' }] })
    expect(ask({ ...now, paid: true }, 'third')).toEqual({ ok: true, value: [] })
    expect(decide({ ...now, paid: true })).toMatchObject({ value: { answers: { third: { value: 'accept' } } } })
  })
})

test('documents that are no list, or have no id, are told as what they are', () => {
  const none = createModelDecider(model, undefined as never)
  expect(none).toMatchObject({ ok: false, issues: [{ path: ['documents'], code: 'wrong-type' }] })
  const nameless = createModelDecider(model, [SOURCE, { title: 'x' }, { title: 'y' }])
  expect(nameless.ok || [...new Set(nameless.issues.map(({ file }) => file))]).toEqual(['documents[1]', 'documents[2]'])
})

describe('a question handed to a person', () => {
  const asking = (arises: unknown) => {
    const { declaration } = model
    const handed = { ...declaration.questions.first, review: 'refuse' as const, arises: arises as never }
    const reviewed = defineModel({ ...declaration, questions: { ...declaration.questions, first: handed } })
    const made = createModelDecider(reviewed, [SOURCE, ...follows('first', 'one', 'paid', true, false)])
    if (!made.ok) throw new Error(JSON.stringify(made.issues))
    const decided = made.value.decide({ now: '2026-06-26 10:00', paid: false, other: false })
    if (!decided.ok) throw new Error(JSON.stringify(decided.issues))
    return decided.value.reviews.filter(({ reason }) => reason === 'handed-over')
  }

  test('calls nobody where it does not arise', () => {
    expect(asking({ all: [{ fact: 'other', operator: 'equal', value: false }] })).toHaveLength(1)
    expect(asking({ all: [{ fact: 'other', operator: 'equal', value: true }] })).toEqual([])
  })
})
