// `npm run bench`: ours against json-rules-engine on the same rules, as ratios within one run.
// `npm run bench -- --slice` takes the rules of the first catalogue rows alone, filled up with generated ones.
// Promise: matches are compared first and a difference ends the run; each round parses its cases anew before the clock
// starts, warms every contestant up, takes them in random order, and the figures are medians over the rounds.
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Engine } from 'json-rules-engine'
import { prepare } from '../../src/engine/decider.js'
import { computeAmounts } from '../../src/models/after-sale/compute.js'
import type { AfterSaleRulings } from '../../src/models/after-sale/decision.js'
import { afterSale } from '../../src/models/after-sale/model.js'
import { law, sop, taobao } from '../../src/rules.js'
import { completeCaseByRecords, partialCase, randomFrom } from '../support/after-sale-cases.js'
import {
  type Document,
  decideRead,
  givenColumns,
  holding,
  matchRead,
  type Prepared,
  prepareCase,
  readingOf,
  theirEngine,
} from './contestants.js'
import { paddingRules } from './padding.js'

const SEED = Number(process.env.SEED ?? 20_260_628)
const ROUNDS = Number(process.env.ROUNDS ?? 15)
const RULES = 128
const COMPLETE = 8_000
const PARTIAL = 4_000
const THEIR_SLICE = 120
const KEY_SETS = 200
/** Catalogue rows of the slice: postage, no-reason returns, refund states and what goes with them. */
const SLICE = /^(PO-\d\d|NR-0[12]|QI-02|WS-0[45]|RS-\d\d|RF-0[13]|EX-0[156]|RM-01|TT-01)$/
const TARGETS: Readonly<Record<string, number>> = { 'aftersale match': 200, 'aftersale decide': 40 }

interface Contestant {
  readonly name: string
  /** The cases of one round. */
  readonly cases: (round: number) => readonly Prepared[]
  /** Makes what one round needs, outside the clock, and gives the work itself. */
  readonly round: (cases: readonly Prepared[]) => () => number | Promise<number>
}

const say = (text: string) => process.stderr.write(`${text}\n`)
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    ;[out[i], out[j]] = [out[j] as T, out[i] as T]
  }
  return out
}

function load(): { readonly rulings: AfterSaleRulings; readonly documents: readonly object[] } {
  const shipped = isSlice ? [...sop] : [...law, ...taobao, ...sop]
  const left = shipped.filter(isLeftOut)
  const taken = shipped.filter((document) => 'event' in document).length - left.length
  const documents = [...shipped, ...paddingRules(Math.max(0, RULES - taken), SEED)]
  const prepared = prepare(
    afterSale,
    documents.map((document) => ({ file: '', document })),
    // Settings without a default: a rule that waits for one is never complete.
    { settings: { returnWaybillDays: 7, pointsRate: 0.005 }, omit: left.map(({ id }) => id) },
  )
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.issues, null, 1))
  say(`${taken} shipped rules, filled up to ${prepared.value.rulings.ruleSet.rules.length}`)
  return { rulings: prepared.value.rulings as AfterSaleRulings, documents: documents.filter((one) => !isLeftOut(one)) }
}

function prepareCases(rulings: AfterSaleRulings): {
  readonly complete: readonly Prepared[]
  readonly all: readonly Prepared[]
} {
  const random = randomFrom(SEED)
  const complete: Prepared[] = []
  while (complete.length < COMPLETE) {
    const prepared = prepareCase(rulings, completeCaseByRecords(random))
    if (prepared.facts !== undefined) complete.push(prepared)
  }
  const partial = Array.from({ length: PARTIAL }, () => prepareCase(rulings, partialCase(random)))
  const all = shuffled([...complete, ...partial], random)
  const keySets = new Set(all.map(({ json }) => Object.keys(JSON.parse(json)).sort().join(',')))
  const keyOrders = new Set(all.map(({ json }) => Object.keys(JSON.parse(json)).join(',')))
  if (keySets.size < KEY_SETS) throw new Error(`only ${keySets.size} key sets`)
  say(
    `${complete.length} complete and ${partial.length} partial cases, ${keySets.size} key sets, ${keyOrders.size} key orders`,
  )
  return { complete, all }
}

/** Every rule's status on every complete case, theirs against ours. A run with a difference has no figures. */
async function compareMatches(rulings: AfterSaleRulings, engine: Engine, complete: readonly Prepared[]): Promise<void> {
  const columns = givenColumns(rulings)
  let held = 0
  for (const { json, given, facts } of complete) {
    const { results } = await engine.run(JSON.parse(facts as string))
    const theirs = results.map(({ name }) => name).sort()
    const ours = holding(
      rulings.ruleSet.stages,
      matchRead(rulings, readingOf(rulings, JSON.parse(json)), columns, given),
    ).sort()
    held += ours.length
    if (theirs.join() === ours.join()) continue
    const differing = [...theirs, ...ours].filter((id) => theirs.includes(id) !== ours.includes(id))
    throw new Error(`matches differ on ${differing.join(', ')} for ${json}`)
  }
  if (held < complete.length) throw new Error('hardly any rule holds: these cases show nothing')
  say(
    `matches equal on all ${complete.length} complete cases, ${(held / complete.length).toFixed(1)} rules hold on average`,
  )
}

function contestantsOf(
  rulings: AfterSaleRulings,
  documents: readonly Document[],
  { complete, all }: ReturnType<typeof prepareCases>,
): Contestant[] {
  const everything = () => all
  const compute = computeAmounts(rulings)
  const columns = givenColumns(rulings)
  return [
    {
      name: 'json-rules-engine',
      cases: (round) =>
        Array.from(
          { length: THEIR_SLICE },
          (_, i) => complete[(round * THEIR_SLICE + i) % complete.length] as Prepared,
        ),
      round: (cases) => {
        const engine = theirEngine(documents)
        const facts = cases.map((one) => JSON.parse(one.facts as string) as Record<string, unknown>)
        return async () => {
          let events = 0
          for (const one of facts) events += (await engine.run(one)).events.length
          return events
        }
      },
    },
    {
      name: 'aftersale match',
      cases: everything,
      round: (cases) => {
        const inputs = cases.map(({ json, given }) => ({ reading: readingOf(rulings, JSON.parse(json)), given }))
        return () => sum(inputs.map(({ reading, given }) => matchRead(rulings, reading, columns, given).length))
      },
    },
    {
      name: 'aftersale validate and match',
      cases: everything,
      round: (cases) => {
        const inputs = cases.map(({ json, given }) => ({ written: JSON.parse(json) as unknown, given }))
        return () =>
          sum(
            inputs.map(({ written, given }) => matchRead(rulings, readingOf(rulings, written), columns, given).length),
          )
      },
    },
    {
      name: 'aftersale decide',
      cases: everything,
      round: (cases) => {
        const readings = cases.map(({ json }) => readingOf(rulings, JSON.parse(json)))
        return () => sum(readings.map((reading) => Object.keys(decideRead(rulings, compute, reading)).length))
      },
    },
    {
      name: 'aftersale validate',
      cases: everything,
      round: (cases) => {
        const inputs = cases.map(({ json }) => JSON.parse(json) as unknown)
        return () => sum(inputs.map((written) => readingOf(rulings, written).known.length))
      },
    },
  ]
}

/** Nanoseconds per decision, by contestant and round. */
async function measure(contestants: readonly Contestant[]): Promise<Map<string, number[]>> {
  const random = randomFrom(SEED + 1)
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, cases, round: start } of shuffled(contestants, random)) {
      const own = cases(round)
      const warm = start(own.slice(0, Math.ceil(own.length / 5)))
      const work = start(own)
      await warm()
      const from = process.hrtime.bigint()
      const sink = await work()
      const elapsed = Number(process.hrtime.bigint() - from)
      if (sink === 0) throw new Error(`${name} did nothing`)
      if (round > 0) times.get(name)?.push(elapsed / own.length)
    }
  }
  return times
}

function report(times: ReadonlyMap<string, readonly number[]>): void {
  const theirs = times.get('json-rules-engine') ?? []
  say('')
  say('contestant                    ns/decision   x json-rules-engine [quartiles]   target')
  for (const [name, own] of times) {
    const ratios = own.map((time, round) => (theirs[round] as number) / time).sort((a, b) => a - b)
    const at = (share: number) => (ratios[Math.floor(share * (ratios.length - 1))] as number).toFixed(1)
    const [ns, ratio] = [median(own), median(ratios)]
    const target = TARGETS[name]
    const verdict = target === undefined ? '' : `>= ${target}: ${ratio >= target ? 'reached' : 'MISSED'}`
    say(
      `${name.padEnd(28)} ${ns.toFixed(0).padStart(12)}   ${ratio.toFixed(1).padStart(10)} [${at(0.25)} - ${at(0.75)}]`.padEnd(
        68,
      ) + verdict,
    )
    console.log(JSON.stringify({ name, nsPerDecision: Math.round(ns), timesJsonRulesEngine: Number(ratio.toFixed(2)) }))
  }
}

/** Rules that are history stay out on both sides, since the other library knows no dates; so does what is not of the slice. */
function isLeftOut(document: object): document is Document {
  const { effective, covers } = document as {
    readonly effective?: { readonly until?: string }
    readonly covers?: readonly string[]
  }
  if (!('event' in document)) return false
  return effective?.until !== undefined || (isSlice && covers?.some((row) => SLICE.test(row)) === false)
}

/** Rules and named conditions; parameters and sources are not matched. */
function isMatched(document: object): document is Document {
  return 'conditions' in document
}

function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

const isSlice = process.argv.includes('--slice')
const { rulings, documents } = load()
say(`rule set ${rulings.ruleSet.hash}`)
say(
  `seed ${SEED}, ${ROUNDS} rounds; ${cpus().length} x ${cpus()[0]?.model}, Node ${process.versions.node}, json-rules-engine ${versionOf('json-rules-engine')}`,
)
const cases = prepareCases(rulings)
const rules = documents.filter(isMatched)
await compareMatches(rulings, theirEngine(rules), cases.complete)
report(await measure(contestantsOf(rulings, rules, cases)))
