// Everything the evaluation of a case rests on besides the case: rules, settings, and how floors are treated.
// Promise: made once, shared by all cases, never changed.
import type { Settings } from './comparison.js'
import type { FloorMode, Resolved } from './fold.js'
import type { Known } from './known.js'
import type { Reading } from './read-case.js'
import type { RuleSet } from './ruleset.js'

/**
 * Takes from what the questions of a stage may still come to whatever no complete case comes to. What is left is never
 * nothing; the questions of earlier stages have been through it.
 */
export type Narrow = (
  evaluation: { readonly known: readonly Known[]; readonly resolved: Resolved[] },
  stage: string,
  agreed: Reading['agreed'],
) => void

export interface Rulings {
  readonly ruleSet: RuleSet
  readonly settings: Settings
  readonly floors: FloorMode
  /** Set where decisions are to be exact. */
  readonly narrow?: Narrow
}
