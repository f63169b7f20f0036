// The cases of a contest: complete ones, which every library decides, and partial ones, which ours alone does.
// Promise: the same seed gives the same cases; at least 200 different sets of keys.
import { completeCaseByRecords, partialCase, randomFrom } from '../support/after-sale-cases.js'
import type { ContestRules } from './contest-rules.js'
import { type Prepared, prepareCase, withGiven } from './contestants.js'
import { say } from './report.js'

const COMPLETE = 8_000
const PARTIAL = 4_000
const KEY_SETS = 200

export interface ContestCases {
  readonly complete: readonly Prepared[]
  readonly partial: readonly Prepared[]
  /** All of them, mixed. */
  readonly all: readonly Prepared[]
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    ;[out[i], out[j]] = [out[j] as T, out[i] as T]
  }
  return out
}

/** A case that no other library is asked about. */
const open = (rulings: ContestRules['rulings'], written: object): Prepared => ({
  json: JSON.stringify(written),
  given: withGiven(rulings, written).given,
  facts: undefined,
})

/** The next so many cases, round after round. */
export const turns =
  (cases: readonly Prepared[], length: number) =>
  (round: number): readonly Prepared[] =>
    Array.from({ length }, (_, i) => cases[(round * length + i) % cases.length] as Prepared)

export function contestCases({ rulings }: ContestRules, seed: number): ContestCases {
  const random = randomFrom(seed)
  const complete: Prepared[] = []
  while (complete.length < COMPLETE) {
    const prepared = prepareCase(rulings, completeCaseByRecords(random))
    if (prepared.facts !== undefined) complete.push(prepared)
  }
  const partial = Array.from({ length: PARTIAL }, () => open(rulings, partialCase(random)))
  const all = shuffled([...complete, ...partial], random)
  const sets = (key: (keys: string[]) => string) => new Set(all.map(({ json }) => key(Object.keys(JSON.parse(json)))))
  const keySets = sets((keys) => keys.sort().join()).size
  if (keySets < KEY_SETS) throw new Error(`only ${keySets} key sets`)
  const orders = sets((keys) => keys.join()).size
  say(`${COMPLETE} complete and ${PARTIAL} partial cases, ${keySets} key sets, ${orders} key orders`)
  return { complete, partial, all }
}
