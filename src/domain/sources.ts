// The documents a decision rests on.
// Promise: each once, in the order of the rule set's list, with the day it was last looked at.
import type { Evaluation } from '../engine/evaluate.js'
import type { Resolved } from '../engine/fold.js'
import { frozen } from '../engine/frozen.js'
import type { RuleSet } from '../engine/ruleset.js'
import type { Rulings } from '../engine/rulings.js'
import type { CitedSource } from './domain.js'

/** Sources of the rules behind answers and floors. */
export function sourcesOf({ ruleSet }: Rulings, { resolved }: Evaluation<unknown>): CitedSource[] {
  const { unanswered } = ruleSet
  const { citations, sourceOf } = citedBy(ruleSet)
  const cited: boolean[] = new Array(citations.length).fill(false)
  const cite = (rule: number) => {
    const source = sourceOf[rule]
    if (source !== undefined) cited[source] = true
  }
  for (let i = 0; i < resolved.length; i += 1) {
    const own = resolved[i] as Resolved
    if (own === unanswered[i]) continue
    for (let w = 0; w < own.winners.length; w += 1) cite(own.winners[w] as number)
    if (own.breach !== undefined) cite(own.breach.rule)
  }
  return citations.filter((_, source) => cited[source])
}

interface Cited {
  readonly citations: readonly CitedSource[]
  /** By rule, which of them it rests on. */
  readonly sourceOf: readonly (number | undefined)[]
}

const known = new WeakMap<RuleSet, Cited>()

/** Decisions share what they cite: written once per rule set and frozen. */
function citedBy(ruleSet: RuleSet): Cited {
  const before = known.get(ruleSet)
  if (before !== undefined) return before
  const sources = [...ruleSet.sources.values()]
  const places = new Map(sources.map(({ id }, place) => [id, place]))
  const cited = {
    citations: sources.map(({ id, name, checked }) =>
      frozen({ document: id, name: { zh: name.zh, en: name.en }, checked }),
    ),
    sourceOf: ruleSet.references.map(({ source }) => places.get(source.document)),
  }
  known.set(ruleSet, cited)
  return cited
}
