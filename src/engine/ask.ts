// The next question worth asking: each open fact is tried with every value it may have.
// Promise: facts that narrow nothing are dropped; what the higher layers ask for comes first, and then the fact whose worst
// answer leaves least open.

import type { Evaluation } from './evaluate.js'
import { type Known, knownFrom, setIn } from './known.js'
import { listed } from './listed.js'
import {
  type Asked,
  asked,
  eachUndecided,
  factsBehind,
  factsWaitedFor,
  missingFacts,
  questionsBehind,
} from './missing.js'
import type { Column } from './model.js'
import { MOST_PARTS, partsOf } from './parts.js'
import { type Reader, readersOf } from './readers.js'
import type { RuleSet } from './ruleset.js'
import type { Rulings } from './rulings.js'
import { sizeOf } from './value-set.js'

/** One thing to ask, whom, in which words. */
export interface NextQuestion extends Asked {
  /** Outcomes of the question left in the worst case. */
  readonly worst: number
}

/**
 * Facts to ask for `question`, best first. `trial` evaluates the case with one column set to a part of its values.
 * Where no single fact narrows anything, the facts the open rules read come back instead, so that nobody is stuck.
 */
export function ask(
  rulings: Rulings,
  evaluation: Evaluation<unknown>,
  question: number,
  trial: (column: number, part: Known) => Evaluation<unknown>,
): NextQuestion[] {
  const { ruleSet } = rulings
  const now = evaluation.resolved[question]?.outcomes.length ?? 0
  if (now <= 1) return []
  const related = relatedQuestions(rulings, evaluation, question)
  const worstOf = new Map<Column, number>()
  const { known } = evaluation
  const readersAt = new Map(readersOf(rulings, evaluation, related))
  // What is added meanwhile comes round as well.
  for (const [index, readers] of readersAt) {
    const column = ruleSet.model.columns[index]
    if (column === undefined || column.source === 'answer') continue
    const parts = partsOf(setIn(known, column), [...readers, ...limitsOf(ruleSet, index)])
    const left = parts.flatMap((part) => {
      const tried = trial(index, knownFrom(part, column.domain))
      return tried.contradictions.length > evaluation.contradictions.length
        ? []
        : [tried.resolved[question]?.outcomes.length ?? 0]
    })
    if (Math.min(...left) >= now) continue
    const worst = Math.max(...left)
    for (const fact of factsBehind(ruleSet, evaluation, index)) {
      // What is worked out of it may narrow through others alone: its own few values tell.
      if (fact !== column && sizeOf(setIn(known, fact)) <= MOST_PARTS) listed(readersAt, fact.index, () => [])
      else keepLeast(worstOf, fact, worst)
    }
  }
  if (worstOf.size === 0) {
    const missing = missingFacts(ruleSet, evaluation, related).map(({ fact }) => fact)
    // A floor may be a matter of amounts alone, of which no rule reads a fact.
    const waited = factsWaitedFor(ruleSet.model, evaluation).map(({ id }) => id)
    return (missing.length > 0 ? missing : waited).map((fact) => asked(ruleSet, fact, { worst: now }))
  }
  const layerOf = layersAsking(ruleSet, evaluation, related)
  const layer = ({ index }: Column) => layerOf.get(index) ?? 0
  return [...worstOf]
    .sort(([a, m], [b, n]) => layer(a) - layer(b) || m - n || a.index - b.index)
    .map(([{ id }, worst]) => asked(ruleSet, id, { worst }))
}

function keepLeast<K>(least: Map<K, number>, key: K, value: number): void {
  least.set(key, Math.min(value, least.get(key) ?? value))
}

/** Values that exclude others by what cannot be: an answer may narrow through them alone. */
function limitsOf({ constraints }: RuleSet, column: number): Reader[] {
  return constraints.flatMap((one) =>
    one.kind === 'order'
      ? []
      : one.never.flatMap(({ column: own, set }) =>
          own === column ? [{ values: set, kind: one.declaration.id }] : [],
        ),
  )
}

/** The highest layer whose open rules wait for each fact: the layers below count only while those above may be silent. */
function layersAsking(
  ruleSet: RuleSet,
  evaluation: Evaluation<unknown>,
  questions: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const layers = new Map<number, number>()
  eachUndecided(ruleSet, evaluation, questions, (column, rule) => {
    if (rule === undefined) return
    for (const { index } of factsBehind(ruleSet, evaluation, column)) keepLeast(layers, index, rule.layer)
  })
  return layers
}

/** The question and, through rules that read answers or what is computed of them, the open questions it waits for. */
function relatedQuestions(
  { ruleSet }: Rulings,
  evaluation: Evaluation<unknown>,
  question: number,
): ReadonlySet<number> {
  const related = new Set([question])
  // What is added meanwhile comes round as well.
  for (const one of related)
    eachUndecided(ruleSet, evaluation, new Set([one]), (column, rule) => {
      if (rule !== undefined) for (const behind of questionsBehind(ruleSet, evaluation, column)) related.add(behind)
    })
  return related
}
