// The commonest facts that are yes or no: what the shop's books would show, and what is usually one way.
// Promise: plain values that keep their literal types.

import type { Text } from '../../engine/text.js'

/** A record: no unless written once the records are complete. `ask`: who can be asked, the likeliest first. */
export function yesNo<const L extends Text, const A extends readonly string[]>(label: L, ask: A, question: Text) {
  return { label, kind: 'boolean', role: 'record', ask, question } as const
}

/** A record of what seldom happens: no as well where presuming is allowed and nobody wrote otherwise. */
export function rarely<const L extends Text, const A extends readonly string[]>(label: L, ask: A, question: Text) {
  return { label, kind: 'boolean', role: 'record', usual: false, ask, question } as const
}

/** A circumstance with its usual value, taken only where presuming is allowed. */
export function usually<const U extends boolean, const L extends Text, const A extends readonly string[]>(
  usual: U,
  label: L,
  ask: A,
  question: Text,
) {
  return { label, kind: 'boolean', role: 'circumstance', usual, ask, question } as const
}
