// The operators a leaf may use, per kind of fact, and the set of values each one admits.
// Promise: names and meaning are json-rules-engine's on well-typed values; whatever is not well-typed is illegal here.
import type { FactKind } from './declaration.js'
import { EMPTY, greatest, intersect, NONE, points, subtract, type ValueSet, within, withoutNone } from './value-set.js'

export const SINGLE_VALUE = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
] as const
export const LIST_VALUE = ['in', 'notIn'] as const

export type Operator = (typeof SINGLE_VALUE)[number] | (typeof LIST_VALUE)[number]

const ORDERED: ReadonlySet<FactKind['kind']> = new Set(['integer', 'money', 'rate', 'date', 'instant', 'duration'])

/** Operators legal on a fact of this kind. Text takes none. */
export function operatorsFor(kind: FactKind): readonly Operator[] {
  if (kind.kind === 'text') return []
  if (kind.kind === 'boolean') return ['equal', 'notEqual']
  if (ORDERED.has(kind.kind)) return [...SINGLE_VALUE, ...LIST_VALUE]
  return ['equal', 'notEqual', 'in', 'notIn']
}

export function takesList(operator: Operator): boolean {
  return operator === 'in' || operator === 'notIn'
}

/** The values of `domain` for which `fact operator values` holds. Nothing is less or greater than "none". */
export function admitted(domain: ValueSet, operator: Operator, values: readonly number[]): ValueSet {
  if (operator === 'equal' || operator === 'in') return intersect(domain, points(values))
  if (operator.startsWith('not')) return subtract(domain, points(values))
  const value = values[0] as number
  if (value === NONE) return EMPTY
  const something = withoutNone(domain)
  const beyond = Number(!operator.endsWith('Inclusive'))
  return operator.startsWith('less')
    ? within(something, NONE, value - beyond)
    : within(something, value + beyond, greatest(something))
}
