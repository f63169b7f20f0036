// Rules made wrong on purpose: each small change of a rule that ships must turn some fixture red.
// Promise: a change no fixture notices fails the test, unless it is listed here with the reason why nothing can notice it;
// a change the loader refuses is noticed by no fixture, and is listed apart.
import { describe, expect, it } from 'vitest'
import { AfterSaleError, fixtureChecker } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { fixtureFiles } from './support/fixture-files.js'
import { type Document, type Mutant, mutantsOf, rulesReading } from './support/mutate-rules.js'

const documents = [...law, ...taobao, ...sop] as readonly Document[]
const mutants = mutantsOf(documents)

/** Changes that change the answer of no possible case: the mutant as it is printed, and why. */
const EQUIVALENT: Readonly<Record<string, string>> = {
  'shop/refund-state/call-platform › exception removed › exceptionTo › shop/refund-state/refuse-when-amount-wrong':
    'still excepted through no-reason-agree-first',
  'shop/refund-state/call-platform › exception removed › exceptionTo › shop/refund-state/wait-for-parcel':
    'still excepted through no-reason-refuse-after-shipping',
}

/** Changes that no longer load, and the check that refuses them. */
const REFUSED: Readonly<Record<string, string>> = {
  'shop/conditions/shop-owes-surplus › number shifted › conditions.all[0] (priceSurplus greaterThan 0) → -1':
    'an amount is never negative',
  'shop/conditions/buyer-owes-difference › number shifted › conditions.all[0] (priceDifference greaterThan 0) → -1':
    'an amount is never negative',
}

const check = fixtureChecker({ rules: documents })
const green = fixtureFiles.filter(({ content }) => check(content).ok)

/** Fixtures in the order in which they are likely to notice a change: those of the rules concerned, then the others. */
function likeliestFirst(id: string) {
  const near = new Set([id, ...rulesReading(documents, id)])
  return [...green.filter(({ path }) => near.has(path)), ...green.filter(({ path }) => !near.has(path))]
}

/** Whether a fixture goes red, none does, or the rules no longer load. */
function fateOf({ id, documents: rules, omit }: Mutant): 'noticed' | 'survived' | 'refused' {
  const run = fixtureChecker({ rules, omit })
  try {
    return likeliestFirst(id).some(({ content }) => !run(content).ok) ? 'noticed' : 'survived'
  } catch (error) {
    if (error instanceof AfterSaleError) return 'refused'
    throw error
  }
}

const nameOf = ({ id, place, kind }: Mutant) => `${id} › ${kind} › ${place}`

describe('rules made wrong', () => {
  it('begin with every fixture green', () => {
    expect(fixtureFiles.filter((one) => !green.includes(one)).map(({ path }) => path)).toEqual([])
  })

  it('are many, of every kind', () => {
    expect([...new Set(mutants.map(({ kind }) => kind))].sort()).toEqual([
      'answer swapped',
      'boundary moved',
      'exception removed',
      'leaf dropped',
      'leaf negated',
      'list member removed',
      'number shifted',
      'rule dropped',
    ])
    expect(mutants.length).toBeGreaterThan(500)
  })

  it.each([...new Set(mutants.map(({ id }) => id))])('%s: every change is noticed', (changed) => {
    const fates = mutants.filter(({ id }) => id === changed).map((one) => ({ name: nameOf(one), fate: fateOf(one) }))
    const listed = (list: Readonly<Record<string, string>>) =>
      Object.keys(list).filter((name) => name.startsWith(`${changed} › `))
    const named = (wanted: 'survived' | 'refused') =>
      fates.filter(({ fate }) => fate === wanted).map(({ name }) => name)
    // A change that is noticed after all has no business in a list, so both sides must agree.
    expect(named('survived')).toEqual(listed(EQUIVALENT))
    expect(named('refused')).toEqual(listed(REFUSED))
  })
})
