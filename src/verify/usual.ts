// What a case says when nothing else is wanted of it: a plain time-line, round sums, and the values worth trying of a fact.
// Promise: always the same for the same model, so that a case put together twice is the same case.
import { listed } from '../engine/listed.js'
import type { Column } from '../engine/model.js'
import type { RuleSet } from '../engine/ruleset.js'
import { contains, greatest, intersect, least, NONE, points, subtract, type ValueSet } from '../engine/value-set.js'

export const MINUTE = 60_000

/** Stated facts by column, each one value. */
export type Stated = ReadonlyMap<number, number>

/** Values worth trying of a fact: what it is, what is usual, then each end of what is admitted, "none" last. */
export function choices(
  { domain, kind }: Column,
  set: ValueSet,
  now: number | undefined,
  usual: Stated,
  at = -1,
): number[] {
  const possible = intersect(set, domain)
  const something = subtract(possible, points([NONE]))
  const ends = something.length === 0 ? [] : [least(something), greatest(something)]
  const each = kind.kind === 'enum' ? within(something) : ends
  const found = [now, usual.get(at), ...each, ...(contains(possible, NONE) ? [NONE] : [])]
  return [...new Set(found.filter((one): one is number => one !== undefined && contains(possible, one)))]
}

export function within(set: ValueSet): number[] {
  return set.flatMap((lo, i) =>
    i % 2 === 1 ? [] : Array.from({ length: (set[i + 1] as number) - lo + 1 }, (_, k) => lo + k),
  )
}

/** Facts of a box over facts stated, each kept where it fits. Columns that are no facts are left to be brought about. */
export function laidOver(
  { model }: RuleSet,
  stated: Stated,
  box: ReadonlyMap<number, ValueSet>,
  usual: Stated,
): readonly Stated[] {
  const laid = new Map(stated)
  for (const [index, set] of box) {
    const column = model.columns[index]
    if (column === undefined || column.source !== 'fact') continue
    const [value] = choices(column, set, laid.get(index), usual, index)
    if (value === undefined) return []
    laid.set(index, value)
  }
  return [laid]
}

const usualOf = new WeakMap<RuleSet['model'], Stated>()

/** A plain time-line: one event every twelve hours up to the decision, two sums, and nothing else. */
export function usualFacts({ model }: RuleSet): Stated {
  return listed(usualOf, model, () => plainFacts(model))
}

function plainFacts(model: RuleSet['model']): Stated {
  const instants = model.columns.filter(({ source, kind }) => source === 'fact' && kind.kind === 'instant')
  const events = instants.filter(({ index }) => index !== model.clock)
  const usual = new Map(events.map(({ index }, i) => [index, AS_OF - (events.length - i) * 12 * 60 * MINUTE]))
  usual.set(model.clock, AS_OF)
  for (const { index, id, kind, words } of model.columns) {
    if (kind.kind === 'money') usual.set(index, SUMS[id] ?? 1000)
    if (kind.kind === 'integer') usual.set(index, 1)
    const word = words.get(ORDER_FACTS[id] ?? '')
    if (word !== undefined) usual.set(index, word)
  }
  return usual
}

// 2026-06-26 10:00 in Beijing.
const AS_OF = 1_782_439_200_000
const SUMS: Readonly<Record<string, number>> = { paid: 8800, outboundPostageCost: 800 }
/** What is known of every order, and what postage and commission hang on. */
const ORDER_FACTS: Readonly<Record<string, string>> = { shopType: 'c-shop', freeShipping: '是' }

/** What every generated case states: when it is decided, what was paid, and the shop it was paid to. */
export function barest({ model }: RuleSet, usual: Stated): Stated {
  const always = ['asOf', ...Object.keys(SUMS), ...Object.keys(ORDER_FACTS)]
  const columns = always.flatMap((id) => model.columnOf.get(id) ?? [])
  return new Map(
    columns.flatMap(({ index }) => {
      const value = usual.get(index)
      return value === undefined ? [] : [[index, value] as const]
    }),
  )
}
