// Conversations that follow `ask`, on random cases: what is asked is told, until nothing is asked.
// Promise: every conversation ends, within as many turns as there are facts, in a settled answer or a stated reason; no
// fact is asked twice, nor one of which no answer makes a difference: of each fact asked there is a value that changes
// what the question may come to, by itself or once other open facts have a value. So it is with every question.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactDeclaration } from '../src/engine/declaration.js'
import { afterSale, createDecider, type Decision, type QuestionId } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { type Generated, generatedCase } from './support/generate-after-sale.js'
import { possibleOf } from './support/said.js'

const RUNS = process.env.AFTERSALE_LONG === '1' ? 5_000 : 200
const SEED = Number(process.env.SEED ?? 20_260_628)
// Every setting is given: a question that hangs on one the shop has not made stays open without a fact to ask for.
const settings = { pointsRate: 0.005, returnWaybillDays: 7 }
const shop = createDecider({ rules: sop, settings })
const questions = [...possibleOf(shop.decide({})).keys()]

/** Whom a conversation is held with. */
interface Talk {
  readonly name: string
  readonly decider: typeof shop
  readonly options: { readonly presume?: boolean }
  readonly questions: readonly string[]
  readonly runs: number
  /** No question of these rules hangs on more facts than this. */
  readonly mostTurns: number
  /** Turns there are at the least, per case. */
  readonly leastTurns: number
}

const TALKS: readonly Talk[] = [
  { name: 'the shop', decider: shop, options: {}, questions, runs: RUNS, mostTurns: 17, leastTurns: 20 },
  {
    name: 'shop, platform and law, as a bot asks',
    decider: createDecider({ rules: [...law, ...taobao, ...sop], settings }),
    options: { presume: true },
    questions: ['verdict', 'outboundPostage', 'returnPostage', 'reshipPostage', 'refundBase'],
    runs: RUNS / 50,
    mostTurns: 30,
    leastTurns: 5,
  },
]
const FACTS = Object.entries(afterSale.declaration.facts as Readonly<Record<string, FactDeclaration>>)

/** The same for every question: making them takes longer than talking about them. */
const CASES = fc.sample(generatedCase, { seed: SEED, numRuns: RUNS })

type Input = Readonly<Record<string, unknown>>

/** What the question may still come to; nothing where the case contradicts itself. */
function outcomesOf({ decider, options }: Talk, input: Input, question: string): string | undefined {
  const decided = decider.safeDecide(input, options)
  if (!decided.ok) return undefined
  return [...(possibleOf(decided.value).get(question)?.possible ?? [])].sort().join()
}

/** Values to try of a fact: all there are of a choice, and of the others some on both sides of what rules speak of. */
function valuesOf(id: string, { world }: Generated): readonly unknown[] {
  const fact = FACTS.find(([one]) => one === id)?.[1] as FactDeclaration
  const none = fact.none === true ? ['none'] : []
  const own = world[id]
  const around = [own, world.signedAt, world.appliedAt, world.asOf, world.paidAt].filter((one) => one !== 'none')
  switch (fact.kind) {
    case 'enum':
      return [...none, ...Object.keys(fact.values)]
    case 'boolean':
      return [...none, true, false]
    case 'integer':
      return [...none, own, fact.min, fact.min + 1, fact.max]
    case 'money':
      return [...none, own, '0.00', '0.01', '5.00', '100000.00', world.paid, world.appliedAmount]
    case 'date':
    case 'instant':
      return [...none, ...around, '2010-01-01 00:00', '2023-12-31 00:00', '2030-01-01 00:00'].map((one) =>
        fact.kind === 'date' && one !== 'none' ? String(one).slice(0, 10) : one,
      )
    default:
      return [...none, own]
  }
}

/** Whether some value of `fact` changes what the question may come to: by itself, or once other open facts are known. */
function makesADifference(
  talk: Talk,
  fact: string,
  written: Input,
  question: string,
  one: Generated,
  asked: readonly string[],
) {
  const mine = valuesOf(fact, one)
  const changes = (input: Input) => {
    const before = outcomesOf(talk, input, question)
    return (
      before !== undefined &&
      mine.some((value) => {
        const after = outcomesOf(talk, { ...input, [fact]: value }, question)
        return after !== undefined && after !== before
      })
    )
  }
  if (changes(written)) return true
  const open = [...new Set([...asked, ...FACTS.map(([id]) => id)])].filter(
    (id) => id !== fact && (written[id] === undefined || typeof written[id] === 'object'),
  )
  // What is true of the others first, since that mostly suffices; then all they may be, alone or with the rest as it is.
  const told = Object.fromEntries(open.map((other) => [other, one.world[other]]))
  return (
    open.some((other) => changes({ ...written, [other]: one.world[other] })) ||
    open.some((other) => valuesOf(other, one).some((value) => changes({ ...written, [other]: value }))) ||
    open.some((other) => valuesOf(other, one).some((value) => changes({ ...written, ...told, [other]: value })))
  )
}

/** How a conversation begins: nothing is known, only what is asked for and why, or all that the case tells. */
function beginningOf({ written, world, order }: Generated): Input {
  const { requested, reason } = world
  const agreed = written.agreed === undefined ? {} : { agreed: written.agreed }
  return [agreed, { ...agreed, requested, reason }, written][order % 3] as Input
}

interface End {
  readonly turns: number
  readonly decision: Decision
  readonly possible: readonly string[]
}

/** Asks and tells until nothing is asked. `onTurn` sees what is asked, and of what. */
function converse(
  { decider, options }: Talk,
  one: Generated,
  question: string,
  onTurn: (fact: string, written: Input, asked: readonly string[]) => void,
): End {
  let written = beginningOf(one)
  const told = new Set<string>()
  for (let turns = 0; ; turns += 1) {
    const asked = decider.ask(written, question as QuestionId, options).map(({ fact }) => fact)
    const [next] = asked
    if (next === undefined) {
      const decision = decider.decide(written, options)
      return { turns, decision, possible: possibleOf(decision).get(question)?.possible ?? [] }
    }
    if (told.has(next)) throw new Error(`${next} is asked twice in ${JSON.stringify(written)}`)
    onTurn(next, written, asked)
    told.add(next)
    written = { ...written, [next]: one.world[next] }
  }
}

describe.each(TALKS)('a conversation that follows ask: $name', (talk) => {
  const stageOf = (question: string) =>
    (afterSale.declaration.questions as Readonly<Record<string, { readonly stage: string }>>)[
      question.split('.')[0] as string
    ]?.stage
  // Most questions are of handling, and what they hang on takes long to find.
  const lookedInto = (question: string) => (stageOf(question) === 'settle' ? talk.runs : Math.min(talk.runs / 30, 100))
  let turns = 0

  it.each(talk.questions)('%s: ends in an answer or a stated reason', (question) => {
    for (const [i, one] of CASES.slice(0, talk.runs).entries()) {
      const end = converse(talk, one, question, (fact, written, asked) => {
        if (i >= lookedInto(question) || makesADifference(talk, fact, written, question, one, asked)) return
        throw new Error(`${question} asks for ${fact}, of which nothing hangs, in ${JSON.stringify(written)}`)
      })
      turns += end.turns
      expect(end.turns).toBeLessThanOrEqual(talk.mostTurns)
      if (end.possible.length > 1) expect(end.decision.reviews, JSON.stringify(end)).not.toEqual([])
    }
  })

  it('is held: most of these have turns', () => {
    expect(turns).toBeGreaterThan(talk.leastTurns * talk.runs)
  })
})
