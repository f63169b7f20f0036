// The numbers that amounts may be worked out from: settings, and parameters with the dates each of their values holds on.
// Promise: written alike where they give the same number on every date, however they are titled, sourced or cut into versions.
import { union } from '../engine/value-set.js'
import type { Rules } from './space.js'

/** Those whose names are wanted. */
export function numbersWritten({ settings, ruleSet }: Rules, isWanted: (name: string) => boolean): string {
  const dated = [...ruleSet.parameters].map(([name, { kind, by, versions }]) => {
    const values = [...new Set(versions.map(({ value }) => value))].sort((a, b) => a - b)
    const datesOf = (value: number) => union(versions.filter((one) => one.value === value).map(({ window }) => window))
    return [name, kind.kind, by, values.map((value) => [value, datesOf(value)])] as const
  })
  const numbers = [...settings, ...dated].filter(([name]) => isWanted(name))
  return JSON.stringify(numbers.sort(([a], [b]) => (a < b ? -1 : 1)))
}
