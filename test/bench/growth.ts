// `npm run bench -- --growth`: what a decision costs with 30 to 10,000 rules, what loading them costs, and what a shop's
// own settings cost.
// Promise: sizes of one set run in turns within one process, on cases parsed anew; loading is measured in a process of its
// own for each set and size. The plot in docs/ is drawn from these very figures.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { prepare } from '../../src/engine/decider.js'
import { extendModel } from '../../src/engine/model.js'
import { createDecider } from '../../src/index.js'
import { computeAmounts } from '../../src/models/after-sale/compute.js'
import type { AfterSaleRulings } from '../../src/models/after-sale/decision.js'
import { afterSale } from '../../src/models/after-sale/model.js'
import { law, sop, taobao } from '../../src/rules.js'
import { completeCaseByRecords, partialCase, randomFrom } from '../support/after-sale-cases.js'
import { decideRead, givenColumns, holding, matchRead, readingOf, withGiven } from './contestants.js'
import { growthPlot } from './growth-plot.js'
import { growthRules, ofShop, SETS, type SetName, SIZES, shopFact } from './growth-rules.js'
import { say } from './report.js'

/** Of either kind, complete and partial. */
const CASES = Number(process.env.CASES ?? 300)
const SHOPS = 10_000

export interface Growth {
  readonly name: string
  readonly set: SetName
  readonly rules: number
  /** Of complete cases. */
  readonly matchNs: number
  readonly decideNs: number
  /** Of partial ones, in which most rules may hold where the fact is missing that tells them apart. */
  readonly partialMatchNs: number
  readonly partialDecideNs: number
  /** Rules that hold for a case on average. */
  readonly holding: number
  readonly loadSeconds: number
  /** Held by the loaded rules once rubbish is gone. */
  readonly loadedMegabytes: number
  /** Most the process held, and what it held before loading. */
  readonly peakMegabytes: number
}

function load(set: SetName, size: number, documents: readonly object[]): AfterSaleRulings {
  const model = set === 'shops' ? extendModel(afterSale, shopFact(size)) : afterSale
  const sources = documents.map((document) => ({ file: '', document }))
  const prepared = prepare(model, sources)
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.issues.slice(0, 3), null, 1))
  return prepared.value.rulings as AfterSaleRulings
}

interface Sized {
  readonly size: number
  readonly holding: number
  /** Nanoseconds a case, of one round. */
  readonly round: () => Times
}

type Times = Pick<Growth, 'matchNs' | 'decideNs' | 'partialMatchNs' | 'partialDecideNs'>

const perCase = (count: number, work: () => void): number => {
  const from = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - from) / count
}

function sized(set: SetName, size: number, seed: number): Sized {
  const rulings = load(set, size, growthRules(set, size, seed))
  const random = randomFrom(seed + size)
  const columns = givenColumns(rulings)
  const compute = computeAmounts(rulings)
  const cases = (make: typeof partialCase) =>
    Array.from({ length: CASES }, () => {
      const written = make(random)
      const own = set === 'shops' ? ofShop(written, random, size) : written
      return { json: JSON.stringify(own), given: withGiven(rulings, own).given }
    })
  const read = (own: ReturnType<typeof cases>) =>
    own.map(({ json, given }) => ({ reading: readingOf(rulings, JSON.parse(json)), given }))
  const match = (own: ReturnType<typeof cases>) => {
    const inputs = read(own)
    return perCase(inputs.length, () => {
      for (const { reading, given } of inputs) matchRead(rulings, reading, columns, given)
    })
  }
  const decide = (own: ReturnType<typeof cases>) => {
    const inputs = read(own)
    return perCase(inputs.length, () => {
      for (const { reading } of inputs) decideRead(rulings, compute, reading)
    })
  }
  const [complete, partial] = [cases(completeCaseByRecords), cases(partialCase)]
  const held = read(complete).map(({ reading, given }) => {
    matchRead(rulings, reading, columns, given)
    return holding(rulings.ruleSet.stages).length
  })
  return {
    size,
    holding: held.reduce((total, one) => total + one, 0) / held.length,
    round: () => ({
      matchNs: match(complete),
      decideNs: decide(complete),
      partialMatchNs: match(partial),
      partialDecideNs: decide(partial),
    }),
  }
}

/** In a process of its own: loading and what it holds. */
export function benchLoad(set: SetName, size: number, seed: number): void {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  const documents = growthRules(set, size, seed)
  gc()
  const before = process.memoryUsage()
  const from = performance.now()
  const rulings = load(set, size, documents)
  const loadSeconds = (performance.now() - from) / 1000
  gc()
  const loadedMegabytes = (process.memoryUsage().heapUsed - before.heapUsed) / 1e6
  const peakMegabytes = process.resourceUsage().maxRSS / 1024 - before.rss / 1e6
  if (rulings.ruleSet.rules.length !== size) throw new Error('rules are missing')
  console.log(JSON.stringify({ loadSeconds, loadedMegabytes, peakMegabytes }))
}

function loadApart(set: SetName, size: number): Pick<Growth, 'loadSeconds' | 'loadedMegabytes' | 'peakMegabytes'> {
  const words = [fileURLToPath(import.meta.url), '--load', set, String(size)]
  const { stdout, status } = spawnSync(process.execPath, words, { encoding: 'utf8', env: process.env })
  if (status !== 0) throw new Error(`loading ${set} ${size} failed`)
  return JSON.parse(stdout) as ReturnType<typeof loadApart>
}

/** Bytes that one more shop with its own settings holds. */
function bytesPerShop(): number {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  const decider = createDecider({ rules: [...law, ...taobao, ...sop] })
  const shops: unknown[] = new Array(SHOPS).fill(undefined)
  gc()
  const before = process.memoryUsage().heapUsed
  for (let i = 0; i < SHOPS; i += 1) shops[i] = decider.with({ settings: { returnWaybillDays: 1 + (i % 30) } })
  gc()
  return (process.memoryUsage().heapUsed - before) / shops.length
}

const round = (value: number, digits = 0) => Number(value.toFixed(digits))

const KINDS = ['matchNs', 'decideNs', 'partialMatchNs', 'partialDecideNs'] as const

/** The least of the rounds: what else runs on the machine only adds. */
function least(rounds: readonly Times[]): Times {
  const of = (kind: (typeof KINDS)[number]) => round(Math.min(...rounds.map((one) => one[kind])))
  return {
    matchNs: of('matchNs'),
    decideNs: of('decideNs'),
    partialMatchNs: of('partialMatchNs'),
    partialDecideNs: of('partialDecideNs'),
  }
}

function growthOf(set: SetName, rounds: number, seed: number): Growth[] {
  const sizes = SIZES.map((size) => sized(set, size, seed))
  const times = sizes.map((): Times[] => [])
  for (let turn = 0; turn <= rounds; turn += 1) {
    sizes.forEach((one, i) => {
      const taken = one.round()
      if (turn > 0) times[i]?.push(taken)
    })
  }
  return sizes.map(({ size, holding: held }, i) => {
    const { loadSeconds, loadedMegabytes, peakMegabytes } = loadApart(set, size)
    return {
      name: `growth ${set}`,
      set,
      rules: size,
      ...least(times[i] as Times[]),
      holding: round(held, 1),
      loadSeconds: round(loadSeconds, 2),
      loadedMegabytes: round(loadedMegabytes, 1),
      peakMegabytes: round(peakMegabytes),
    }
  })
}

export function benchGrowth(rounds: number, seed: number): void {
  const figures: Growth[] = []
  for (const set of SETS) {
    const own = growthOf(set, rounds, seed)
    figures.push(...own)
    for (const one of own) console.log(JSON.stringify(one))
    const [few, many] = [100, 10_000].map((size) => own.find(({ rules }) => rules === size) as Growth)
    const times = KINDS.map((kind) => `${kind.slice(0, -2)} ${((many?.[kind] ?? 0) / (few?.[kind] ?? 1)).toFixed(1)} x`)
    say(`${set}: 10,000 rules against 100: ${times.join(', ')} (target <= 5)`)
  }
  console.log(JSON.stringify({ name: 'settings of a shop', shops: SHOPS, bytesPerShop: round(bytesPerShop()) }))
  writeFileSync(new URL('../../docs/growth.svg', import.meta.url), growthPlot(figures))
}
