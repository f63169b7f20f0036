// People-facing words in both languages.
// Promise: every text a reader may meet exists in Chinese and in English.

/** One text in Chinese and in English. */
export interface Text {
  readonly zh: string
  readonly en: string
}
