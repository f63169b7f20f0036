// How many bytes of memory a case takes while it is matched and decided, all of it rubbish soon after.
// Promise: measured between two collections, in runs so short that none comes between; a run that one came into is not
// counted.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { computeAmounts } from '../../src/models/after-sale/compute.js'
import type { ContestCases } from './contest-cases.js'
import type { ContestRules } from './contest-rules.js'
import { decideRead, givenColumns, matchRead, readingOf, roomFor } from './contestants.js'
import { median } from './report.js'

const AT_ONCE = 10
const RUNS = 100

export function allocations(
  { rulings }: ContestRules,
  { all }: ContestCases,
): readonly { readonly name: string; readonly bytesPerCase: number }[] {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  const compute = computeAmounts(rulings)
  const columns = givenColumns(rulings)
  const room = roomFor(rulings)
  const bytes = (name: string, work: (at: number) => unknown) => {
    const found: number[] = []
    for (let run = 0; run < RUNS; run += 1) {
      if (run % 10 === 0) gc()
      const before = process.memoryUsage().heapUsed
      for (let i = 0; i < AT_ONCE; i += 1) work((run * AT_ONCE + i) % all.length)
      const used = process.memoryUsage().heapUsed - before
      if (used >= 0) found.push(used / AT_ONCE)
    }
    return { name, bytesPerCase: Math.round(median(found)) }
  }
  const readings = all.slice(0, AT_ONCE * RUNS).map(({ json }) => readingOf(rulings, JSON.parse(json)))
  const parsed = all.slice(0, AT_ONCE * RUNS).map(({ json }) => JSON.parse(json) as unknown)
  const reading = (at: number) => readings[at % readings.length] as ReturnType<typeof readingOf>
  return [
    bytes('allocated by aftersale match', (at) => matchRead(rulings, reading(at), columns, all[at]?.given ?? [], room)),
    bytes('allocated by aftersale decide', (at) => decideRead(rulings, compute, reading(at))),
    bytes('allocated by aftersale validate', (at) => readingOf(rulings, parsed[at % parsed.length])),
  ]
}
