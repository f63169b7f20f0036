// How many of the pieces bought a request is about.
// Promise: covers every value the known sets allow, and learning more only narrows it.

import { greatest, interval, least, type ValueSet, withoutNone } from '../../engine/value-set.js'

/** Whether the buyer keeps some of what was bought (1) or none of it (0): none where no number of pieces is given. */
export function keepsSome(returned: ValueSet, bought: ValueSet): ValueSet {
  const pieces = withoutNone(returned)
  const mayKeepNone = pieces.length < returned.length || greatest(pieces) >= least(bought)
  const mayKeepSome = pieces.length > 0 && least(pieces) < greatest(bought)
  return interval(mayKeepNone ? 0 : 1, mayKeepSome ? 1 : 0)
}
