// Rules made wrong on purpose: each small change of a rule that ships must turn some fixture red.
// Promise: a change no fixture notices fails the test, unless rules/accepted-mutants.json says why nothing can notice it;
// a change the loader refuses is noticed by no fixture, and is listed apart.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixtureChecker } from '../src/index.js'
import { afterSaleDomain } from '../src/models/after-sale/domain.js'
import { afterSale } from '../src/models/after-sale/model.js'
import { law, sop, taobao } from '../src/rules.js'
import { casesOf } from '../src/verify/cases.js'
import { type Mutant, mutantsOf } from '../src/verify/mutants.js'
import { type Accepted, fateTeller, weighAccepted } from '../src/verify/survivors.js'
import type { Document } from '../src/verify/words.js'
import { fixtureFiles } from './support/fixture-files.js'
import { ROOT } from './support/pages.js'

const documents = [...law, ...taobao, ...sop] as readonly Document[]
const mutants = mutantsOf(afterSale, documents)
const accepted = JSON.parse(readFileSync(join(ROOT, 'rules/accepted-mutants.json'), 'utf8')) as readonly Accepted[]

/** Changes that no longer load, and the check that refuses them. */
const REFUSED: readonly string[] = []

const shop = { domain: afterSaleDomain, model: afterSale, documents, omit: [], settings: {} }
const { cases, failing } = casesOf(
  shop,
  fixtureFiles.map(({ path, content }) => ({ file: path, content })),
)
const fateOf = fateTeller(shop, cases)
const nameOf = ({ id, text }: Mutant) => `${id} › ${text.zh}`

describe('rules made wrong', () => {
  it('begin with every fixture green', () => {
    expect(failing).toEqual([])
    expect(cases.length).toBeGreaterThan(600)
  })

  it('are many, of every kind, each said in words of its own', () => {
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
    expect(new Set(mutants.map(nameOf)).size).toBe(mutants.length)
  })

  it.each([...new Set(mutants.map(({ id }) => id))])('%s: every change is noticed', (changed) => {
    const fates = mutants.filter(({ id }) => id === changed).map((mutant) => ({ mutant, fate: fateOf(mutant) }))
    const named = (wanted: string) => fates.filter(({ fate }) => fate === wanted).map(({ mutant }) => mutant)
    // A change that is noticed after all has no business in a list, so both sides must agree.
    const { survivors, stale } = weighAccepted(
      named('survived'),
      accepted.filter(({ rule }) => rule === changed),
    )
    expect(survivors.map(nameOf)).toEqual([])
    expect(stale).toEqual([])
    expect(named('refused').map(nameOf)).toEqual(REFUSED.filter((name) => name.startsWith(`${changed} › `)))
  })

  it('are accepted of rules that are there', () => {
    expect(accepted.filter(({ rule }) => !mutants.some(({ id }) => id === rule))).toEqual([])
  })

  it('are noticed where every fixture is run in full', () => {
    const sample = mutants.filter((mutant, i) => i % 40 === 0 && fateOf(mutant) === 'noticed')
    expect(sample.length).toBeGreaterThan(10)
    const unnoticed = sample.filter(({ id, changed }) => {
      const rules = changed === undefined ? documents : documents.map((one) => (one.id === id ? changed : one))
      const check = fixtureChecker({ rules, omit: changed === undefined ? [id] : [] })
      // The cases of a rule stand at its own path: they are run first, since they notice most.
      const own = (path: string) => path.includes(`${id}.json`)
      const files = [...fixtureFiles].sort((a, b) => Number(own(b.path)) - Number(own(a.path)))
      return files.every(({ content }) => check(content).ok)
    })
    expect(unnoticed.map(nameOf)).toEqual([])
  })
})
