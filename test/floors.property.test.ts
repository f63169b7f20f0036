// Floors with the rules that ship: law, platform and shop together, on random cases.
// Promise: which floors hold is told here from the documents and the statuses of their rules, beaters included; sizes are
// reckoned here from the case, not by the code under test.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Case, createDecider, type Decision } from '../src/index.js'
import { law, sop, taobao } from '../src/rules.js'
import { baseOf, CHAINS, damagesOf } from './support/favour.js'
import { completionOf, type Generated, generatedCase, type World } from './support/generate-after-sale.js'
import { endsOf, fenOf, possibleOf } from './support/said.js'

const LONG = process.env.AFTERSALE_LONG === '1'
const RUNS = LONG ? 100_000 : 3_000
const LIMIT = LONG ? 120 * 60_000 : 600_000
const SEED = Number(process.env.SEED ?? 20_261_128)
const advising = createDecider({ rules: [...law, ...taobao, ...sop] })
const enforcing = advising.with({ floors: 'enforce' })

interface Rule {
  readonly id: string
  readonly layer: string
  readonly mandatory?: boolean
  readonly exceptionTo?: readonly string[]
  readonly event: { readonly params: Readonly<Record<string, unknown>> }
}

const rules = [...law, ...taobao].filter((one): one is Rule => 'event' in one)
const ruleOf = new Map(rules.map((rule) => [rule.id, rule]))

/** The answers of a rule, one per question: `deductions.commission` for a member. */
function answersOf({ event: { params } }: Rule): ReadonlyMap<string, unknown> {
  const MEMBERS = ['deductions', 'damages', 'tasks', 'deadlines', 'recourse', 'offer']
  return new Map(
    Object.entries(params).flatMap(([id, value]): [string, unknown][] =>
      MEMBERS.includes(id) ? Object.entries(value as object).map(([m, one]) => [`${id}.${m}`, one]) : [[id, value]],
    ),
  )
}

/** Whether a rule excepts another, itself or through the rules it excepts. */
function excepts(rule: Rule, id: string): boolean {
  return (rule.exceptionTo ?? []).some((one) => one === id || excepts(ruleOf.get(one) as Rule, id))
}

const answers = new Map(rules.map((rule) => [rule.id, answersOf(rule)]))

/** Questions that can have a floor: those whose answers have an order of favour. */
function isChained(question: string): boolean {
  return question in CHAINS || question === 'refundBase' || question.startsWith('damages.')
}

const floors = rules
  .filter(({ mandatory }) => mandatory === true)
  .flatMap((rule) =>
    [...(answers.get(rule.id) as ReadonlyMap<string, unknown>)]
      .filter(([question]) => isChained(question))
      .map(([question, floor]) => ({
        rule: rule.id,
        question,
        floor,
        beaters: rules
          .filter((other) => answers.get(other.id)?.has(question) && excepts(other, rule.id))
          .map(({ id }) => id),
      })),
  )

interface Floor {
  readonly rule: string
  readonly question: string
  readonly floor: unknown
}

const asked = new Set(floors.flatMap(({ rule, beaters }) => [rule, ...beaters]))

/** Floors that surely hold in a case: the rule holds, and no rule that would beat it on the question can. */
function holding(input: Case): Floor[] {
  const statuses = new Map(advising.trace(input, (id) => asked.has(id)).map(({ rule, status }) => [rule, status]))
  return floors.filter(
    ({ rule, beaters }) => statuses.get(rule) === 'yes' && beaters.every((beater) => statuses.get(beater) === 'no'),
  )
}

/** How good an answer is for the buyer, the more the better, in a world where everything is known. */
function sizeOf(question: string, answer: unknown, world: World): number {
  if (question === 'refundBase') return baseOf(String(answer), world)
  if (question.startsWith('damages.')) return damagesOf(answer as object, world)
  const chain = CHAINS[question]
  if (chain === undefined) throw new Error(`${question} has no chain`)
  return chain.indexOf(answer)
}

/** The settled answer, where it arises and is one. */
function settled(decision: Decision, question: string): { readonly value: unknown } | undefined {
  const { possible = [], arises } = possibleOf(decision).get(question) ?? {}
  if (arises === 'no' || possible.length !== 1 || ['"silent"', '"conflict"'].includes(possible[0] as string))
    return undefined
  return { value: JSON.parse(possible[0] as string) }
}

function must(truth: boolean, ...message: readonly unknown[]): void {
  if (!truth) throw new Error(message.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' '))
}

/** Under `enforce` no settled answer is worse than a floor that holds, and no sum below it. */
function checkEnforced(decision: Decision, held: readonly Floor[], world: World, input: Case): void {
  for (const { rule, question, floor } of held) {
    const answer = settled(decision, question)
    if (answer === undefined) continue
    const worse = sizeOf(question, answer.value, world) < sizeOf(question, floor, world)
    must(!worse, question, 'is', answer.value, 'though', rule, 'says', floor, 'in', input)
    checkSum(decision, question, floor, world, input)
  }
}

/** Under `advise` every settled answer that is worse carries a breach, and no other is said to fall short. */
function checkAdvised(decision: Decision, held: readonly Floor[], world: World, input: Case): number {
  const breached = new Set(decision.breaches.map(({ question }) => question))
  let worse = 0
  for (const { rule, question, floor } of held) {
    const answer = settled(decision, question)
    if (answer === undefined || sizeOf(question, answer.value, world) >= sizeOf(question, floor, world)) continue
    worse += 1
    must(breached.has(question), question, 'is', answer.value, 'below', rule, 'and no breach in', input)
  }
  for (const { question, status, floor } of decision.breaches) {
    if (status !== 'yes') continue
    must(
      held.some((one) => one.question === question),
      'a breach of',
      question,
      'without a floor that holds in',
      input,
    )
    const answer = settled(decision, question)
    if (answer === undefined) continue
    const short = sizeOf(question, answer.value, world) < sizeOf(question, floor, world)
    must(short, question, 'does not fall short in', input)
  }
  return worse
}

describe('with law, platform and shop', () => {
  it(
    'enforce goes below no floor that holds, and advise carries each answer that does',
    () => {
      const met = new Map<string, number>()
      let worse = 0
      const property = ({ world, ...one }: Generated) => {
        for (const input of [one.written, completionOf({ world, ...one })] as readonly Case[]) {
          const held = holding(input)
          for (const { question } of held) met.set(question, (met.get(question) ?? 0) + 1)
          checkEnforced(enforcing.decide(input), held, world, input)
          worse += checkAdvised(advising.decide(input), held, world, input)
        }
      }
      fc.assert(fc.property(generatedCase, property), { seed: SEED, numRuns: RUNS })
      expect(worse).toBeGreaterThan(RUNS / 20)
      // Every question with a floor is met often enough for the above to mean something.
      expect(
        [...new Set(floors.map(({ question }) => question))].filter((one) => (met.get(one) ?? 0) < RUNS / 500),
      ).toEqual([])
    },
    LIMIT,
  )
})

/** What a floor on one question means for the sums of a decision. */
function checkSum({ amount }: Decision, question: string, floor: unknown, world: World, input: unknown): void {
  const item = (sum: keyof Decision['amount'], name: string) => amount[sum]?.items.find((one) => one.item === name)
  if (question === 'refundBase') {
    const base = item('refund', 'base')
    if (base?.value !== undefined)
      must(fenOf(base.value) >= baseOf(String(floor), world), 'base below', floor, 'in', input)
  }
  if (question.startsWith('deductions.') && floor === false)
    must(item('refund', question.slice('deductions.'.length)) === undefined, question, 'is deducted in', input)
  if (question === 'reshipPostage' && floor === 'seller')
    must(item('buyerPays', 'reship-postage') === undefined, 'the buyer pays the reship leg in', input)
  if (question.startsWith('damages.')) {
    const paid = item('compensate', question.slice('damages.'.length))
    const least = paid === undefined ? 0 : endsOf(paid).most
    must(least >= damagesOf(floor as object, world), question, 'pays', least, 'in', input)
  }
}
