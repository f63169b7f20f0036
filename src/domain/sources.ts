// The documents a decision rests on.
// Promise: each once, in the order of the rule set's list, with the day it was last looked at.
import type { SourceDocument } from '../engine/document.js'
import type { Evaluation } from '../engine/evaluate.js'
import type { Resolved } from '../engine/fold.js'
import { frozen } from '../engine/frozen.js'
import type { Rulings } from '../engine/rulings.js'
import type { CitedSource } from './domain.js'

/** Sources of the rules behind answers and floors. */
export function sourcesOf({ ruleSet }: Rulings, { resolved }: Evaluation<unknown>): CitedSource[] {
  const cited = new Set<string | undefined>()
  const cite = (rule: number) => cited.add(ruleSet.references[rule]?.source.document)
  for (let i = 0; i < resolved.length; i += 1) {
    const own = resolved[i] as Resolved
    if (own === ruleSet.unanswered[i]) continue
    own.winners.forEach(cite)
    if (own.breach !== undefined) cite(own.breach.rule)
  }
  const sources: CitedSource[] = []
  for (const source of ruleSet.sources.values()) if (cited.has(source.id)) sources.push(citation(source))
  return sources
}

const citations = new WeakMap<SourceDocument, CitedSource>()

/** Decisions share it: written once and frozen. */
function citation(source: SourceDocument): CitedSource {
  let own = citations.get(source)
  if (own === undefined) {
    const { id, name, checked } = source
    own = frozen({ document: id, name: { zh: name.zh, en: name.en }, checked })
    citations.set(source, own)
  }
  return own
}
