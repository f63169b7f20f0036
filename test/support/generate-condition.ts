// Condition trees of generated models, in the documents' own grammar.
// Promise: every leaf is legal: an operator of the fact's kind, a value of its kind, a number of its kind to compare with.
import type { Condition, FactKind, Json } from '../../src/engine/declaration.js'
import type { LeafSeed, TreeSeed } from './model-seeds.js'
import { at } from './vocabulary.js'

/** A fact, derived fact or answer a condition can read. */
export interface Readable {
  readonly id: string
  readonly kind: FactKind
  readonly none: boolean
  readonly literals: readonly Json[]
}

/** A setting or parameter a leaf can compare with. */
export interface Named {
  readonly name: string
  readonly kind: FactKind['kind']
}

const EQUALITY = ['equal', 'notEqual', 'in', 'notIn']
const ORDERING = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']

export function leafFrom(
  seed: LeafSeed,
  readables: readonly Readable[],
  numbers: readonly Named[],
): Extract<Condition, { fact: string }> {
  const { id, kind, none, literals } = at(readables, seed.fact)
  const legal =
    kind.kind === 'boolean'
      ? EQUALITY.slice(0, 2)
      : kind.kind === 'enum'
        ? EQUALITY
        : [...ORDERING, ...ORDERING, ...EQUALITY]
  const operator = at(legal, seed.operator)
  const written = none && EQUALITY.includes(operator) ? [...literals, 'none'] : literals
  const number = numbers.find((one) => one.kind === kind.kind)
  if (operator === 'in' || operator === 'notIn') {
    return {
      fact: id,
      operator,
      value: [...new Set([at(written, seed.value), at(written, seed.value + seed.operator)])],
    }
  }
  if (number !== undefined && seed.value % 3 === 2)
    return {
      fact: id,
      operator,
      value: {
        fact: at(
          numbers.filter((one) => one.kind === kind.kind),
          seed.value,
        ).name,
      },
    }
  return { fact: id, operator, value: at(written, seed.value) }
}

export function treeFrom(
  seed: TreeSeed,
  readables: readonly Readable[],
  numbers: readonly Named[],
  named: readonly string[],
): Condition {
  if ('fact' in seed) return leafFrom(seed, readables, numbers)
  const children = seed.children.map((child) => treeFrom(child, readables, numbers, named))
  const choice = seed.group % 10
  if (choice === 9) return { not: children[0] as Condition }
  if (choice >= 7 && named.length > 0) {
    const condition = { condition: at(named, seed.group) }
    return choice === 7 ? { all: [condition, ...children.slice(1)] } : { not: condition }
  }
  return choice % 3 === 0 ? { all: children } : { any: children }
}

/** The condition of a document: the outermost is never a bare leaf. */
export function rootFrom(...args: Parameters<typeof treeFrom>): Condition {
  const tree = treeFrom(...args)
  return 'fact' in tree ? { all: [tree] } : tree
}
