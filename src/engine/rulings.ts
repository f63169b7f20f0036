// Everything the evaluation of a case rests on besides the case: rules, settings, and how floors are treated.
// Promise: made once, shared by all cases, never changed.
import type { Settings } from './comparison.js'
import type { FloorMode } from './fold.js'
import type { RuleSet } from './ruleset.js'

export interface Rulings {
  readonly ruleSet: RuleSet
  readonly settings: Settings
  readonly floors: FloorMode
}
