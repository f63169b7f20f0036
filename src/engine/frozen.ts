// Freezes what decisions share: declarations, labels, documents.
// Promise: nothing a caller does to a decision reaches the next one.

/** The same value, frozen all the way down. Plain values only. */
export function frozen<T>(value: T): T {
  const seen = new Set<object>()
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null || seen.has(one)) return
    seen.add(Object.freeze(one))
    for (const inner of Object.values(one)) visit(inner)
  }
  visit(value)
  return value
}
