// A derived fact brought to a value: a count by the first fact it is worked out from, where that is a moment.
// Promise: of moments only that one is moved for a count; what it is worked out with besides is stated as usual where nothing
// is known of it.
import { type Known, setOf } from '../engine/known.js'
import type { Column, Derivation, Model } from '../engine/model.js'
import { contains, greatest, isSubset, NONE, point, type ValueSet, withoutNone } from '../engine/value-set.js'
import { choices, MINUTE, type Stated } from './usual.js'

/** A derived number follows the first fact it is worked out from: halved until it fits, later meaning less. */
export function derivedStates(
  model: Model,
  stated: Stated,
  allKnown: readonly Known[],
  column: Column,
  set: ValueSet,
  usual: Stated,
): Stated[] {
  const derivation = model.derivations.find((one) => one.column === column)
  const [moved] = derivation?.from ?? []
  if (derivation === undefined || moved === undefined) return []
  // What is a matter of yes or no does not grow with time: nothing is halved.
  if (moved.kind.kind !== 'instant' || column.kind.kind === 'boolean')
    return tried(derivation, stated, allKnown, set, usual)
  const filled = new Map(stated)
  for (const one of derivation.from) {
    const known = allKnown[one.index]
    const value = usual.get(one.index)
    if (value !== undefined && (typeof known !== 'number' || (known === NONE && one === moved)))
      filled.set(one.index, value)
  }
  const at = (value: number) =>
    derivation.declaration.derive(
      ...derivation.from.map((one) =>
        setOf(one === moved ? value : (filled.get(one.index) ?? allKnown[one.index]), one.domain),
      ),
    )
  const last = filled.get(model.clock) ?? greatest(moved.domain)
  return choices(column, set, undefined, usual).flatMap((target) => {
    if (target === NONE) return contains(moved.domain, NONE) ? [new Map(filled).set(moved.index, NONE)] : []
    let [lo, hi] = [last - 400 * DAY, last]
    for (let i = 0; i < 64 && lo < hi; i += 1) {
      const middle = lo + Math.floor((hi - lo) / 2 / MINUTE) * MINUTE
      if (greatest(at(middle)) > target) lo = middle + MINUTE
      else hi = middle
    }
    if (greatest(at(hi)) !== target)
      return roundOf(last, (value) => greatest(at(value)) === target).map((value) =>
        new Map(filled).set(moved.index, value),
      )
    // Nine in the morning reads better than midnight, where it comes to the same.
    const morning = hi + 9 * 60 * MINUTE
    const isSame = morning <= last && greatest(at(morning)) === greatest(at(hi))
    return [new Map(filled).set(moved.index, isSame ? morning : hi)]
  })
}

/** What does not follow time: the first few values of each fact it is worked out from, the earliest that fit. */
function tried(
  { from, declaration }: Derivation,
  stated: Stated,
  allKnown: readonly Known[],
  set: ValueSet,
  usual: Stated,
): Stated[] {
  const valuesOf = ({ index, domain }: Column): readonly number[] => {
    const known = allKnown[index]
    const [first = 0] = withoutNone(domain)
    const others = [NONE, usual.get(index) ?? first, first, first + 1].filter((value) => contains(domain, value))
    // What is known besides stays where it can.
    const isKept = typeof known === 'number' && known !== NONE && index !== from[0]?.index
    return [...new Set(isKept ? [known, ...others] : others)]
  }
  const all = from.reduce<readonly (readonly number[])[]>(
    (ways, column) => valuesOf(column).flatMap((value) => ways.map((way) => [...way, value])),
    [[]],
  )
  const fitting = all.find((way) => isSubset(declaration.derive(...way.map(point)), set))
  return fitting === undefined
    ? []
    : [new Map([...stated, ...from.map(({ index }, i) => [index, fitting[i]] as [number, number])])]
}

const DAY = 1440 * MINUTE

/** What follows the time of day comes round every day: the last minute of the two days before at which it fits. */
function roundOf(last: number, fits: (value: number) => boolean): number[] {
  const minutes = Array.from({ length: 2 * 1440 }, (_, i) => last - i * MINUTE)
  return minutes.filter(fits).slice(0, 1)
}
