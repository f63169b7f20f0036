// Terms that rules answer with, read once: so many days after an event, so many times an amount.
// Promise: only what can no longer change is remembered; what no rule could have written is a mistake in the program.
import type { Json } from '../../engine/declaration.js'

export function isRecord(term: Json | undefined): term is { readonly [key: string]: Json } {
  return typeof term === 'object' && term !== null && !Array.isArray(term)
}

/** Reads terms that were checked when their rule was loaded; `fault` says of anything else what it is not. */
export function termReader<T>(read: (term: Json) => T | undefined, fault: string): (term: Json) => T {
  const known = new WeakMap<object, T>()
  return (term) => {
    const found = (isRecord(term) ? known.get(term) : undefined) ?? read(term)
    if (found === undefined) throw new RangeError(`${JSON.stringify(term)} ${fault}`)
    if (isRecord(term) && Object.isFrozen(term)) known.set(term, found)
    return found
  }
}
