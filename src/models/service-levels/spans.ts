// How long something took, or how many times of day went by, from one moment to another or to the decision where the
// other has not come. Promise: sets of facts give sets of spans; what has not begun has none; learning more narrows it.
import { atMinute, dayOf } from '../../calendar.js'
import { contains, greatest, least, NEVER, NONE, union, type ValueSet, withoutNone } from '../../engine/value-set.js'
import { endsOf } from '../deadlines/days.js'

/** A count that grows with the end and shrinks as the start moves on. */
export interface Span {
  readonly count: (start: number, end: number) => number
  /** The first moment at which the count from `start` is `cut`, 1 or more. */
  readonly reaches: (start: number, cut: number) => number
}

/** Begun units of time: to the very moment is a whole one. */
export function begun(unit: number): Span {
  return {
    count: (start, end) => Math.max(0, Math.ceil((end - start) / unit)),
    reaches: (start, cut) => start + (cut - 1) * unit + 1,
  }
}

/** How many times the clock has gone past `minute` of the day: at the very minute it has not yet. */
export function passed(minute: number): Span {
  const next = (start: number) => {
    const today = atMinute(dayOf(start), minute)
    return today > start ? dayOf(start) : dayOf(start) + 1
  }
  return {
    count: (start, end) => {
      const last = end > atMinute(dayOf(end), minute) ? dayOf(end) : dayOf(end) - 1
      return Math.max(0, last - next(start) + 1)
    },
    reaches: (start, cut) => atMinute(next(start) + cut - 1, minute) + 1,
  }
}

/** Derives a span from its beginning, its end and the moment of the decision. */
export function derivedSpan({ count, reaches }: Span) {
  return {
    derive: (began: ValueSet, ended: ValueSet, asOf: ValueSet): ValueSet => {
      const sets: ValueSet[] = contains(began, NONE) ? [NEVER] : []
      const starts = withoutNone(began)
      if (starts.length === 0) return union(sets)
      const ends = endsOf(ended, asOf)
      for (let i = 0; i < ends.length; i += 2)
        sets.push([count(greatest(starts), ends[i] as number), count(least(starts), ends[i + 1] as number)])
      return union(sets)
    },
    reaches: (cut: number, began: ValueSet, ended: ValueSet): readonly number[] =>
      cut < 1 || !contains(ended, NONE) ? [] : withoutNone(began).map((start) => reaches(start, cut)),
  }
}
