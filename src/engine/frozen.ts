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

/** A copy, frozen all the way down, so that the original stays as it is. Plain values only. */
export function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as T
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) copy[key] = frozenCopy((value as Readonly<Record<string, unknown>>)[key])
  return Object.freeze(copy) as T
}
