// Which columns the rules of a set read, and which derived facts that takes.
// Promise: whatever a leaf names is in, whether or not it can make a difference, since a trace shows it.
import { type Comparison, columnsNamedIn, type Node } from './condition.js'
import type { Derivation, Model } from './model.js'

/** The columns that rules and named conditions, and the questions that arise by them, look at. */
export function columnsRead(
  named: readonly { readonly node: Node }[],
  cuts: ReadonlyMap<number, unknown>,
  comparisons: readonly Comparison[],
): ReadonlySet<number> {
  return new Set([
    ...cuts.keys(),
    ...named.flatMap(({ node }) => columnsNamedIn(node)),
    ...comparisons.map(({ fact }) => fact.index),
  ])
}

/** The derivations behind them, in declared order, which lets one be derived from another before it. */
export function derivationsRead({ derivations }: Model, read: ReadonlySet<number>): readonly Derivation[] {
  const wanted = new Set(read)
  for (const { column, from } of [...derivations].reverse())
    if (wanted.has(column.index)) for (const { index } of from) wanted.add(index)
  return derivations.filter(({ column }) => wanted.has(column.index))
}
