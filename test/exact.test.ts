// Partial cases decided exactly, on a shop of three rules small enough to work out by hand.
// Promise: what is decided whatever the rest is, is settled so; what is asked can still make a difference.
import { describe, expect, test } from 'vitest'
import { createDecider } from '../src/index.js'
import { exact, inexactQuestions } from '../src/verify.js'
import { withinSeven } from './support/own-shop.js'

const rule = (id: string, conditions: object, verdict: string) => ({
  ...withinSeven,
  id: `shop/${id}`,
  title: id,
  conditions,
  event: { type: 'settle', params: { verdict } },
})
const is = (fact: string, value: boolean) => ({ fact, operator: 'equal', value })

// Worn or resaleable, either way the return is granted; whoever breaks the seal of goods to be resold is refused.
const rules = [
  rule('worn', { all: [is('signsOfWear', true)] }, 'accept'),
  rule('not-worn', { all: [is('signsOfWear', false)] }, 'accept'),
  rule('both', { all: [is('sealBroken', true), is('accessoriesComplete', true), is('resaleable', false)] }, 'refuse'),
  rule(
    'both-after-all',
    { all: [is('sealBroken', true), is('accessoriesComplete', true), is('resaleable', true)] },
    'refuse',
  ),
]
const two = rules.slice(0, 2)
const asOf = { asOf: '2026-06-26 10:00' }

describe('decided whatever the rest is', () => {
  test('two rules that share out all cases: settled, exhaustively, with no fact known', () => {
    const verdict = createDecider({ rules: two, exact }).decide(asOf).answers.verdict
    expect(verdict.status).toBe('settled')
    expect(verdict.value).toBe('accept')
    expect(verdict.exhaustive).toBe(true)
    expect(createDecider({ rules: two }).decide(asOf).answers.verdict.status).toBe('open')
  })

  test('before the rules were in force nothing is settled', () => {
    expect(createDecider({ rules: two, exact }).decide({ asOf: '2011-12-31 10:00' }).answers.verdict.status).toBe(
      'silent',
    )
    const unsaid = createDecider({ rules: two, exact }).decide({}).answers.verdict
    expect(unsaid.possible).toEqual(['accept', 'silent'])
  })

  test('under other settings and floors it stays exact', () => {
    const decider = createDecider({ rules: two, exact }).with({ floors: 'enforce' })
    expect(decider.decide(asOf).answers.verdict.status).toBe('settled')
  })
})

describe('what to ask', () => {
  // The seal and the accessories: the goods may be resold or not, the refusal is the same.
  const known = { ...asOf, signsOfWear: true }

  test('nothing that cannot make a difference', () => {
    const asked = createDecider({ rules, exact })
      .ask(known, 'verdict')
      .map(({ fact }) => fact)
    expect(asked.toSorted()).toEqual(['accessoriesComplete', 'sealBroken'])
    const plainly = createDecider({ rules })
      .ask(known, 'verdict')
      .map(({ fact }) => fact)
    expect(plainly).toContain('sealBroken')
  })

  test('nothing at all where it is settled', () => {
    expect(createDecider({ rules: two, exact }).ask(asOf, 'verdict')).toEqual([])
  })
})

test('questions that hang on amounts are named', () => {
  expect(inexactQuestions({ rules })).toEqual([])
})
