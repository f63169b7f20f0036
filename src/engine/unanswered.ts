// What questions come to when no rule speaks of them.
// Promise: the same objects in every case, so that they can be told by identity; nobody writes into them.
import { type Resolved, SILENCE } from './fold.js'
import type { Model } from './model.js'

/** Silence, or the declared fallback, per question. */
export function unanswered({ questions }: Model): readonly Resolved[] {
  return questions.map(({ fallback }) => (fallback === undefined ? SILENCE : { outcomes: [fallback], winners: [] }))
}
