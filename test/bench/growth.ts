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
import { median, say } from './report.js'

const CASES = Number(process.env.CASES ?? 600)
const SHOPS = 10_000

export interface Growth {
  readonly name: string
  readonly set: SetName
  readonly rules: number
  readonly matchNs: number
  readonly decideNs: number
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
  readonly match: (round: number) => number
  readonly decide: (round: number) => number
  readonly holding: number
}

const perCase = (count: number, work: () => void): number => {
  const from = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - from) / count
}

function sized(set: SetName, size: number, seed: number): Sized {
  const rulings = load(set, size, growthRules(set, size, seed))
  const random = randomFrom(seed + size)
  const cases = Array.from({ length: CASES }, (_, i) => {
    const written = i % 3 < 2 ? completeCaseByRecords(random) : partialCase(random)
    const own = set === 'shops' ? ofShop(written, random, size) : written
    return { json: JSON.stringify(own), given: withGiven(rulings, own).given }
  })
  const columns = givenColumns(rulings)
  const compute = computeAmounts(rulings)
  const read = () => cases.map(({ json, given }) => ({ reading: readingOf(rulings, JSON.parse(json)), given }))
  const held = read().map(
    ({ reading, given }) => holding(rulings.ruleSet.stages, matchRead(rulings, reading, columns, given)).length,
  )
  return {
    size,
    holding: held.reduce((total, one) => total + one, 0) / held.length,
    match: () => {
      const inputs = read()
      return perCase(inputs.length, () => {
        for (const { reading, given } of inputs) matchRead(rulings, reading, columns, given)
      })
    },
    decide: () => {
      const inputs = read()
      return perCase(inputs.length, () => {
        for (const { reading } of inputs) decideRead(rulings, compute, reading)
      })
    },
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

export function benchGrowth(rounds: number, seed: number): void {
  const figures: Growth[] = []
  for (const set of SETS) {
    const sizes = SIZES.map((size) => sized(set, size, seed))
    const times = new Map(sizes.map(({ size }) => [size, { match: [] as number[], decide: [] as number[] }]))
    for (let turn = 0; turn <= rounds; turn += 1) {
      for (const one of sizes) {
        const taken = { match: one.match(turn), decide: one.decide(turn) }
        if (turn === 0) continue
        times.get(one.size)?.match.push(taken.match)
        times.get(one.size)?.decide.push(taken.decide)
      }
    }
    say(`${set}: measured, now loading`)
    for (const { size, holding: held } of sizes) {
      const { match, decide } = times.get(size) as { match: number[]; decide: number[] }
      const loaded = loadApart(set, size)
      const own: Growth = {
        name: `growth ${set}`,
        set,
        rules: size,
        matchNs: round(median(match)),
        decideNs: round(median(decide)),
        holding: round(held, 1),
        loadSeconds: round(loaded.loadSeconds, 2),
        loadedMegabytes: round(loaded.loadedMegabytes, 1),
        peakMegabytes: round(loaded.peakMegabytes),
      }
      figures.push(own)
      console.log(JSON.stringify(own))
    }
  }
  for (const set of SETS) {
    const at = (size: number) => figures.find((one) => one.set === set && one.rules === size) as Growth
    const [few, many] = [at(100), at(10_000)]
    const times = (key: 'matchNs' | 'decideNs') => (many[key] / few[key]).toFixed(1)
    say(`${set}: 10,000 rules against 100: match ${times('matchNs')} x, decide ${times('decideNs')} x (target <= 5)`)
  }
  console.log(JSON.stringify({ name: 'settings of a shop', shops: SHOPS, bytesPerShop: round(bytesPerShop()) }))
  writeFileSync(new URL('../../docs/growth.svg', import.meta.url), growthPlot(figures))
}
