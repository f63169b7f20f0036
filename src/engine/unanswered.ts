// What questions come to when no rule speaks of them.
// Promise: the same objects in every case, so that they can be told by identity; nobody writes into them.
import { type Resolved, SILENCE } from './fold.js'
import type { Model } from './model.js'

/** A question settled by its declared fallback, by value. */
export const FALLBACKS: readonly Resolved[] = [0, 1].map((fallback) => ({ outcomes: [fallback], winners: [] }))

/** Silence, or the fallback, per question. */
export function unanswered({ questions }: Model): readonly Resolved[] {
  return questions.map(({ fallback }) => (fallback === undefined ? SILENCE : (FALLBACKS[fallback] as Resolved)))
}
