// What of ours is measured: reading, matching and deciding, apart and together.
// Promise: cases are parsed anew each round; what is read before the clock starts is said by the name.
import { decideReading } from '../../src/engine/decider.js'
import { traceOf } from '../../src/engine/trace.js'
import { computeAmounts } from '../../src/models/after-sale/compute.js'
import { writeDecision } from '../../src/models/after-sale/decision.js'
import type { Contestant } from './contest.js'
import { type ContestCases, turns } from './contest-cases.js'
import type { ContestRules } from './contest-rules.js'
import { decideRead, givenColumns, matchRead, type Prepared, readingOf, roomFor } from './contestants.js'

/** So many cases a round: all come round in a few. */
const SLICE = 3_000

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

export function ours({ rulings }: ContestRules, { complete, partial, all }: ContestCases): Contestant[] {
  const compute = computeAmounts(rulings)
  const columns = givenColumns(rulings)
  const room = roomFor(rulings)
  const read = ({ json }: Prepared) => readingOf(rulings, JSON.parse(json))
  const match = (name: string, cases: readonly Prepared[]): Contestant => ({
    name,
    cases: turns(cases, SLICE),
    round: (own) => {
      const inputs = own.map((one) => ({ reading: read(one), given: one.given }))
      return () => sum(inputs.map(({ reading, given }) => matchRead(rulings, reading, columns, given, room).length))
    },
  })
  const onParsed = (name: string, work: (written: unknown, one: Prepared) => number): Contestant => ({
    name,
    cases: turns(all, SLICE),
    round: (own) => {
      const inputs = own.map((one) => ({ written: JSON.parse(one.json) as unknown, one }))
      return () => sum(inputs.map(({ written, one }) => work(written, one)))
    },
  })
  const onRead = (name: string, work: (reading: ReturnType<typeof read>) => number): Contestant => ({
    name,
    cases: turns(all, SLICE),
    round: (own) => {
      const readings = own.map(read)
      return () => sum(readings.map(work))
    },
  })
  return [
    match('aftersale match', all),
    match('aftersale match complete', complete),
    match('aftersale match partial', partial),
    onParsed(
      'aftersale validate and match',
      (written, { given }) => matchRead(rulings, readingOf(rulings, written), columns, given, room).length,
    ),
    onRead('aftersale decide', (reading) => Object.keys(decideRead(rulings, compute, reading)).length),
    onRead('aftersale decide with trace', (reading) => {
      const decided = decideReading(rulings, compute, reading)
      const { answers } = writeDecision(rulings, decided)
      const bearing = rulesBehind(answers)
      return traceOf(rulings, decided.evaluation, (rule) => bearing.has(rule)).length + 1
    }),
    onParsed(
      'aftersale validate and decide',
      (written) => Object.keys(decideRead(rulings, compute, readingOf(rulings, written))).length,
    ),
    onParsed('aftersale validate', (written) => readingOf(rulings, written).known.length),
  ]
}

/** Ids of the rules that answers rest on. */
function rulesBehind(answers: Readonly<Record<string, object>>): Set<string> {
  const found = new Set<string>()
  for (const group of Object.values(answers)) {
    const own = 'status' in group ? [group] : Object.values(group as Record<string, object>)
    for (const answer of own as { readonly rules: readonly { readonly id: string }[] }[])
      for (const { id } of answer.rules) found.add(id)
  }
  return found
}
