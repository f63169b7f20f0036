// The commonest fact: something the shop's books would show, no unless written once the records are complete.
// Promise: a plain value that keeps its literal types.

import type { Text } from '../../engine/text.js'

/** A record that is yes or no. `ask`: who can be asked, the likeliest first. */
export function yesNo<const L extends Text, const A extends readonly string[]>(label: L, ask: A, question: Text) {
  return { label, kind: 'boolean', role: 'record', ask, question } as const
}
