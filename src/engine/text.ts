// People-facing words in both languages.
// Promise: every text a reader may meet exists in Chinese and in English.

/** One text in Chinese and in English. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** Ids by the words they go by: themselves and their Chinese labels. */
export function idsByWord(declared: Readonly<Record<string, { readonly label: Text }>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(declared).flatMap(([id, { label }]) => [[id, id] as const, [label.zh, id] as const]))
}

/** Text on one line. */
export function isLine(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= max && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)
}
