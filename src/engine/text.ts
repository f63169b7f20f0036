// People-facing words in both languages.
// Promise: every text a reader may meet exists in Chinese and in English.

/** One text in Chinese and in English. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** Text on one line. */
export function isLine(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= max && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)
}
