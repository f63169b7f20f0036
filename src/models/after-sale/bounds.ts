// Amounts of which only bounds may be known: fen between a least and a most.
// Promise: the true amount always lies within; where both ends meet it is exact.
import { greatest, least, type ValueSet } from '../../engine/value-set.js'

/** Fen, both ends included. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

export const ZERO: Bounds = { least: 0, most: 0 }

/** The most a money fact can be, in fen. Where nothing narrows a fact down to less, its upper end means nothing. */
const MOST = 100_000_000

export function exactly(fen: number): Bounds {
  return { least: fen, most: fen }
}

/** The amounts a money fact may have; "none" counts as 0.00. `most` is infinite where nothing bounds the fact. */
export function boundsOf(set: ValueSet): Bounds {
  return withoutEnd(endsOf(set))
}

/** The ends of what is known of a money fact. "None" lies below every amount and counts as nothing. */
export function endsOf(set: ValueSet): Bounds {
  return { least: Math.max(0, least(set)), most: Math.max(0, greatest(set)) }
}

/** The same bounds, endless above where they reach the most a money fact can be. */
export function withoutEnd({ least, most }: Bounds): Bounds {
  return { least, most: most >= MOST && least !== most ? Number.POSITIVE_INFINITY : most }
}

export function isExact({ least, most }: Bounds): boolean {
  return least === most
}

export function plus(a: Bounds, b: Bounds): Bounds {
  return { least: a.least + b.least, most: a.most + b.most }
}

export function minus(a: Bounds, b: Bounds): Bounds {
  return { least: a.least - b.most, most: a.most - b.least }
}

export function lesser(a: Bounds, b: Bounds): Bounds {
  return { least: Math.min(a.least, b.least), most: Math.min(a.most, b.most) }
}

export function greater(a: Bounds, b: Bounds): Bounds {
  return { least: Math.max(a.least, b.least), most: Math.max(a.most, b.most) }
}

/** Half of it, half a fen up. */
export function halfOf({ least, most }: Bounds): Bounds {
  return { least: Math.ceil(least / 2), most: Math.ceil(most / 2) }
}

/** Either of several: the widest reach. */
export function either(options: readonly Bounds[]): Bounds {
  return options.reduce((wide, one) => ({
    least: Math.min(wide.least, one.least),
    most: Math.max(wide.most, one.most),
  }))
}

/** `amount` where something is so, nothing where it is not, both where nobody knows. */
export function when(holds: 'yes' | 'no' | 'unknown', amount: Bounds): Bounds {
  if (holds === 'yes') return amount
  return holds === 'no' ? ZERO : { least: Math.min(0, amount.least), most: Math.max(0, amount.most) }
}
