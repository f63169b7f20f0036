// A question that waits for answers which wait for answers: what is asked for is what stands behind the last of them.
// Promise: however many stages lie between, a case that waits for facts says for which.
import { describe, expect, test } from 'vitest'
import { createModelDecider, defineModel } from '../src/engine.js'
import { ruleOf, SOURCE } from './support/hostile.js'

const said = (word: string) => ({ zh: `${word}事`, en: word })
const yesNo = (id: string) => ({
  label: said(id),
  kind: 'boolean' as const,
  role: 'circumstance' as const,
  ask: ['desk'],
  question: said(`${id}?`),
})
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
