// Ours against others on the same rules, as ratios within one run.
// Promise: which rules hold is compared first and a difference ends the run; each round parses its cases anew before the
// clock starts, warms every contestant up, takes them in random order, and the figures are medians over the rounds.
import { randomFrom } from '../support/after-sale-cases.js'
import { allocations } from './allocations.js'
import { compareWithHand } from './compare-hand.js'
import { type ContestCases, contestCases, shuffled, turns } from './contest-cases.js'
import { type ContestRules, shippedRules, shopSlice } from './contest-rules.js'
import { givenColumns, holding, matchRead, type Prepared, readingOf, theirEngine } from './contestants.js'
import { decideByHand } from './hand-written.js'
import { otherEngines } from './other-engines.js'
import { ours } from './our-contestants.js'
import { median, say, versionOf } from './report.js'
import { plainFacts } from './translate.js'

export interface Contestant {
  readonly name: string
  /** The cases of one round. */
  readonly cases: (round: number) => readonly Prepared[]
  /** Makes what one round needs, outside the clock, and gives the work itself: a number that shows something was done. */
  readonly round: (cases: readonly Prepared[]) => () => number | Promise<number>
}

const THEIRS = 'json-rules-engine'
const HAND = 'hand-written'
/** Others are slow: so many cases of the complete ones a round. */
const OTHERS_SLICE = 200
const HAND_SLICE = 3_000
/** On so many complete cases every library has to come to the same rules first. */
const COMPARED = Number(process.env.COMPARED ?? 2_000)

const factsOf = ({ facts }: Prepared) => JSON.parse(facts as string) as Record<string, unknown>

/** Every rule's status on every complete case, theirs against ours. A run with a difference has no figures. */
async function compareMatches({ rulings, matched }: ContestRules, { complete }: ContestCases): Promise<void> {
  const columns = givenColumns(rulings)
  const theirs = theirEngine(matched)
  const others = otherEngines(matched)
  for (const { name, library, served } of others) say(`${name} ${versionOf(library)}: ${served}`)
  let held = 0
  const compared = complete.slice(0, COMPARED)
  for (const one of compared) {
    matchRead(rulings, readingOf(rulings, JSON.parse(one.json)), columns, one.given)
    const own = holding(rulings.ruleSet.stages).sort()
    held += own.length
    const facts = factsOf(one)
    const { results } = await theirs.run(facts)
    const found = [{ name: THEIRS, ids: results.map((result) => result.name) }]
    const plain = plainFacts(facts)
    for (const { name, holding: list } of others) found.push({ name, ids: [...(await list(plain))] })
    for (const { name, ids } of found) {
      if (ids.sort().join() === own.join()) continue
      const differing = [...ids, ...own].filter((id) => ids.includes(id) !== own.includes(id as string))
      throw new Error(`${name}: matches differ on ${differing.join(', ')} for ${one.json}`)
    }
  }
  if (held < compared.length / 2) throw new Error('hardly any rule holds: these cases show nothing')
  say(
    `rules that hold are the same in all on ${compared.length} complete cases, ${(held / compared.length).toFixed(1)} each`,
  )
}

function others({ matched }: ContestRules, cases: ContestCases): Contestant[] {
  const jsonRulesEngine: Contestant = {
    name: THEIRS,
    cases: turns(cases.complete, OTHERS_SLICE),
    round: (own) => {
      const engine = theirEngine(matched)
      const facts = own.map(factsOf)
      return async () => {
        let events = 1
        for (const one of facts) events += (await engine.run(one)).events.length
        return events
      }
    },
  }
  const libraries = otherEngines(matched).map(({ name, holding: list }): Contestant => {
    const plain = new Map(cases.complete.map((one) => [one, JSON.stringify(plainFacts(factsOf(one)))]))
    return {
      name,
      cases: turns(cases.complete, OTHERS_SLICE),
      round: (own) => {
        const facts = own.map((one) => JSON.parse(plain.get(one) as string) as Record<string, unknown>)
        return async () => {
          let events = 1
          for (const one of facts) {
            // What is there at once is not waited for.
            const held = list(one)
            events += (held instanceof Promise ? await held : held).length
          }
          return events
        }
      },
    }
  })
  return [jsonRulesEngine, ...libraries]
}

/** From the parsed case to the answers, what is possible where they are open. */
function byHand({ all, complete, partial }: ContestCases): Contestant[] {
  const contestant = (name: string, cases: readonly Prepared[]): Contestant => ({
    name,
    cases: turns(cases, HAND_SLICE),
    round: (own) => {
      const inputs = own.map(({ json }) => JSON.parse(json) as Record<string, unknown>)
      return () => {
        let answers = 0
        for (const one of inputs) answers += decideByHand(one).verdict
        return answers
      }
    },
  })
  return [contestant(HAND, all), contestant(`${HAND} complete`, complete), contestant(`${HAND} partial`, partial)]
}

/** Nanoseconds per decision, by contestant and round. */
async function measure(
  contestants: readonly Contestant[],
  rounds: number,
  seed: number,
): Promise<Map<string, number[]>> {
  const random = randomFrom(seed + 1)
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round += 1) {
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

/** Whichever library is the fastest beside ours. */
const NEXT = 'the next fastest library'

interface Target {
  readonly than: string
  readonly sign: '>=' | '<='
  readonly times: number
}

/** How often faster than json-rules-engine, or how often slower than what it is held against. */
const TARGETS: Readonly<Record<string, Readonly<Record<string, Target>>>> = {
  shipped: {
    'aftersale match': { than: THEIRS, sign: '>=', times: 500 },
    // Complete cases alone: nobody else can be asked about others.
    'aftersale match complete': { than: NEXT, sign: '>=', times: 3 },
    'aftersale decide': { than: THEIRS, sign: '>=', times: 80 },
    'aftersale decide with trace': { than: 'aftersale decide', sign: '<=', times: 5 },
    'aftersale validate': { than: 'aftersale validate and decide', sign: '<=', times: 0.5 },
  },
  shop: {
    'aftersale match complete': { than: `${HAND} complete`, sign: '<=', times: 3 },
    'aftersale match partial': { than: `${HAND} partial`, sign: '<=', times: 5 },
  },
}

function report(
  rules: string,
  times: ReadonlyMap<string, readonly number[]>,
  libraries: readonly Pick<Contestant, 'name'>[],
): void {
  const speed = ({ name }: Pick<Contestant, 'name'>) => median(times.get(name) as readonly number[])
  const next = [...libraries].sort((a, b) => speed(a) - speed(b))[0]?.name as string
  const ratio = (slow: string, fast: string): number | undefined => {
    const [left, right] = [times.get(slow), times.get(fast)]
    if (left === undefined || right === undefined) return undefined
    return median(left.map((time, round) => time / (right[round] as number)))
  }
  say(`\ncontestant (${rules} rules)              ns/decision   x ${THEIRS}   x hand-written time   target`)
  for (const [name, own] of times) {
    const ns = median(own)
    const faster = ratio(THEIRS, name) as number
    const kind = /(complete|partial)$/.exec(name)?.[0]
    const slower = ratio(name, kind === undefined ? HAND : `${HAND} ${kind}`)
    const target = TARGETS[rules]?.[name]
    const than = target?.than === NEXT ? next : (target?.than ?? '')
    const reached = target?.sign === '>=' ? ratio(than, name) : ratio(name, than)
    const isReached = target && reached && (target.sign === '>=' ? reached >= target.times : reached <= target.times)
    const verdict =
      target === undefined || reached === undefined
        ? ''
        : `${reached.toFixed(2)} x ${than}, ${target.sign} ${target.times}: ${isReached === true ? 'reached' : 'MISSED'}`
    say(
      `${name.padEnd(36)} ${ns.toFixed(0).padStart(10)} ${faster.toFixed(1).padStart(12)} ${(slower?.toFixed(2) ?? '').padStart(18)}   ${verdict}`,
    )
    console.log(
      JSON.stringify({
        name,
        rules,
        nsPerDecision: Math.round(ns),
        timesJsonRulesEngine: Number(faster.toFixed(2)),
        ...(slower === undefined ? {} : { timesHandWritten: Number(slower.toFixed(2)) }),
      }),
    )
  }
}

async function contest(rules: ContestRules, rounds: number, seed: number): Promise<void> {
  const { rulings, name } = rules
  say(`\n${rulings.ruleSet.rules.length} ${name} rules, rule set ${rulings.ruleSet.hash()}`)
  say(`${rounds} rounds; ${THEIRS} ${versionOf(THEIRS)}: the documents as they are`)
  const cases = contestCases(rules, seed)
  await compareMatches(rules, cases)
  const hand = name === 'shop' ? byHand(cases) : []
  if (hand.length > 0) {
    const open = compareWithHand(rules, cases.all)
    say(`${HAND}: every possible answer the same on ${cases.all.length} cases, ${open} answers open`)
  }
  const libraries = others(rules, cases)
  report(name, await measure([...libraries, ...ours(rules, cases), ...hand], rounds, seed), libraries)
  for (const figure of allocations(rules, cases)) console.log(JSON.stringify({ rules: name, ...figure }))
}

/** Everything from rules to table, for all rules that ship and for the shop's slice. */
export async function benchContest(rounds: number, seed: number): Promise<void> {
  await contest(shippedRules(), rounds, seed)
  await contest(shopSlice(), rounds, seed)
}
