// Rule documents as other libraries want them: expressions and closures, worked out from the conditions alone.
// Promise: purely mechanical; named conditions are put in their place. Orderings compare numbers only, which is all the
// shipped rules need; what has no value ("none") is never before or after anything, as in json-rules-engine.
import type { Document } from './contestants.js'

type Value = string | number | boolean

type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string }
  | {
      readonly fact: string
      readonly operator: string
      readonly value: Value | readonly Value[] | { readonly fact: string }
    }

/** How a library writes each part of a condition. */
export interface Language<T> {
  readonly all: (parts: readonly T[]) => T
  readonly any: (parts: readonly T[]) => T
  readonly not: (part: T) => T
  readonly equal: (fact: string, value: Value) => T
  readonly among: (fact: string, values: readonly Value[]) => T
  /** `than` is a number, or another fact by name. */
  readonly ordered: (fact: string, sign: '<' | '<=' | '>' | '>=', than: number | { readonly fact: string }) => T
}

const SIGNS: Readonly<Record<string, '<' | '<=' | '>' | '>='>> = {
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
}

/** A name that every library takes: `deductions.outbound-postage` has marks of its own meaning in most. */
const plainName = (fact: string) => fact.replaceAll(/[.-]/g, '_')

/** The rules in a language, by id. */
export function translated<T>(documents: readonly Document[], language: Language<T>): ReadonlyMap<string, T> {
  const named = new Map(documents.filter(({ event }) => event === undefined).map((one) => [lastPart(one.id), one]))
  const write = (condition: Condition): T => {
    if ('all' in condition) return language.all(condition.all.map(write))
    if ('any' in condition) return language.any(condition.any.map(write))
    if ('not' in condition) return language.not(write(condition.not))
    if ('condition' in condition) {
      const found = named.get(condition.condition)
      if (found === undefined) throw new Error(`no condition ${condition.condition}`)
      return write(found.conditions as Condition)
    }
    return writeLeaf(condition, language)
  }
  const rules = documents.filter(({ event }) => event !== undefined)
  return new Map(rules.map(({ id, conditions }) => [id, write(conditions as Condition)]))
}

function writeLeaf<T>(leaf: Extract<Condition, { fact: string }>, language: Language<T>): T {
  const { operator, value } = leaf
  const fact = plainName(leaf.fact)
  const sign = SIGNS[operator]
  if (sign !== undefined) {
    if (typeof value === 'number') return language.ordered(fact, sign, value)
    if (typeof value === 'object' && 'fact' in value)
      return language.ordered(fact, sign, { fact: plainName(value.fact) })
  } else if (operator === 'in' || operator === 'notIn') {
    const among = amongAll(fact, value as readonly Value[], language)
    return operator === 'in' ? among : language.not(among)
  } else if ((operator === 'equal' || operator === 'notEqual') && typeof value !== 'object') {
    const equal = language.equal(fact, value)
    return operator === 'equal' ? equal : language.not(equal)
  }
  throw new Error(`${leaf.fact} ${operator} ${JSON.stringify(value)} is not translated`)
}

/** Some know lists of one type alone: a list of more is one list or the other. */
function amongAll<T>(fact: string, values: readonly Value[], language: Language<T>): T {
  const types = [...new Set(values.map((value) => typeof value))]
  const lists = types.map((type) => values.filter((value) => typeof value === type))
  const parts = lists.map((list) => language.among(fact, list))
  return parts.length === 1 ? (parts[0] as T) : language.any(parts)
}

const lastPart = (id: string) => id.slice(id.lastIndexOf('/') + 1)

/** A case's facts under plain names. */
export function plainFacts(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([fact, value]) => [plainName(fact), value]))
}
