// One value of a fact against one number, as an operator compares them.
// Promise: the same as a leaf of a condition says.
import { admitted, type Operator } from '../engine/operator.js'
import { contains, NONE } from '../engine/value-set.js'

/** Whether `fact operator value` holds. */
export function admits(operator: Operator, fact: number, value: number): boolean {
  return contains(admitted([NONE, Number.MAX_SAFE_INTEGER], operator, [value]), fact)
}
