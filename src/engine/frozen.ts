// Freezes what decisions share: declarations, labels, documents.
// Promise: nothing a caller does to a decision reaches the next one.

/** The same value, frozen all the way down. Plain values only; what is frozen already is taken to be so all the way. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && !Object.isFrozen(value))
    Object.values(Object.freeze(value) as object).forEach(frozen)
  return value
}
