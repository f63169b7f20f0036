// When a fact that time moves reaches a value: what each shipped model says of it keeps what the engine relies on.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseInstant } from '../src/calendar.js'
import type { Column, Derivation } from '../src/engine/model.js'
import { contains, NONE, type ValueSet, withoutNone } from '../src/engine/value-set.js'
import { domains } from '../src/models/domains.js'

const FIRST = parseInstant('2025-11-01 00:00') as number
const LAST = parseInstant('2026-12-20 00:00') as number

/** One value, a range, none, or none beside a range; moments lie where the holidays are known. */
function knownOf({ domain, kind }: Column): fc.Arbitrary<ValueSet> {
  const some = withoutNone(domain)
  const isTime = kind.kind === 'instant'
  const min = isTime ? FIRST : (some[0] as number)
  const max = isTime ? LAST : Math.min(some.at(-1) as number, 100_000)
  const value = fc.integer({ min, max })
  const range = fc.tuple(value, value).map(([a, b]) => [Math.min(a, b), Math.max(a, b)])
  const point = value.map((one) => [one, one])
  if (!contains(domain, NONE)) return fc.oneof(point, range)
  return fc.oneof(
    point,
    range,
    fc.constant([NONE, NONE]),
    range.map((one) => [NONE, NONE, ...one]),
  )
}

const moved = domains.flatMap(({ model }) =>
  model.moved.map((derivation): [string, Derivation] => [
    `${model.declaration.id} ${derivation.column.id}`,
    derivation,
  ]),
)

describe('a greater value is reached no earlier', () => {
  test.each(moved)('%s', (_, { from, declaration }) => {
    const cuts = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }))
    let turned = 0
    fc.assert(
      fc.property(fc.tuple(...from.map(knownOf)), cuts, (known, [cut, more]) => {
        const latest = (value: number) => Math.max(...(declaration.reaches?.(value, ...known) ?? []))
        if (latest(cut) > 0) turned += 1
        expect(latest(cut)).toBeLessThanOrEqual(latest(cut + more))
      }),
      { numRuns: 200 },
    )
    expect(turned).toBeGreaterThan(20)
  })
})
