// A case put together fact by fact: what is stated, how it is decided, and how one column is brought to a value.
// Promise: a column that cannot be brought there leaves no case, never a wrong one: whatever comes out was decided.

import type { Ruled } from '../domain/domain.js'
import { type Decided, decideCase } from '../engine/decider.js'
import { formatCaseValue } from '../engine/fact-value.js'
import { setOf } from '../engine/known.js'
import { type Status, YES } from '../engine/matcher.js'
import { missingFacts } from '../engine/missing.js'
import type { Column } from '../engine/model.js'
import { admitted } from '../engine/operator.js'
import type { RuleSet } from '../engine/ruleset.js'
import { contains, intersect, NONE, overlaps, subtract, type ValueSet } from '../engine/value-set.js'
import { statedFor } from './applied.js'
import { derivedStates } from './derived-states.js'
import { barest, choices, laidOver, type Stated } from './usual.js'

export interface Situation {
  readonly stated: Stated
  readonly decided: Decided<unknown>
}

/** The case as a fixture writes it, in Chinese words. Records are complete, so that little has to be said. */
export function caseOf({ ruleSet: { model }, domain }: Ruled, stated: Stated): Record<string, unknown> {
  const facts = model.columns.flatMap((column): [string, unknown][] => {
    const value = stated.get(column.index)
    return value === undefined ? [] : [[column.label.zh, wordFor(column, value, domain.proofs.texts ?? {})]]
  })
  return { ...Object.fromEntries(facts), 记录完整: true }
}

function wordFor(
  { id, kind, label, options }: Column,
  value: number,
  texts: Readonly<Record<string, string>>,
): unknown {
  if (value === NONE) return '无'
  if (kind.kind === 'enum') return options[value]?.label.zh
  // No rule reads what a text says, and whoever copies the case sees what belongs there.
  if (kind.kind === 'text') return texts[id] ?? `某${label.zh}`.slice(0, kind.maxLength)
  return formatCaseValue(kind, value)
}

/** Decides what is stated; nothing where it contradicts itself. */
function situationOf(rulings: Ruled, stated: Stated): Situation | undefined {
  const decided = decideCase(rulings, rulings.domain.compute(rulings), caseOf(rulings, stated))
  if (!decided.ok || decided.value.evaluation.contradictions.length > 0) return undefined
  return { stated, decided: decided.value }
}

/** The situations in which a column has a value of `set` and little else is changed, the likeliest first. */
export function broughtTo(rulings: Ruled, from: Situation, column: Column, set: ValueSet, usual: Stated): Situation[] {
  const situations = statesFor(rulings, from, column, set, usual).flatMap((one) => situationOf(rulings, one) ?? [])
  const found = situations.filter((one) => isIn(one, column, set))
  if (column.source !== 'answer') return found
  // What is only left open is nearest: nothing that was stated changes.
  const near = [...told(rulings, [from], column, set, usual), ...found]
  return near.length > 0 ? near : told(rulings, situations, column, set, usual)
}

/** An answer that is open is settled by telling what it hangs on, fact by fact. */
function told(
  rulings: Ruled,
  situations: readonly Situation[],
  column: Column,
  set: ValueSet,
  usual: Stated,
): Situation[] {
  const { ruleSet } = rulings
  const question = ruleSet.model.questionOf.get(column.id)?.index
  if (question === undefined) return []
  const isOpen = ({ decided }: Situation) => overlaps(setOf(decided.evaluation.known[column.index], column.domain), set)
  let open = situations.filter(isOpen).slice(0, WAYS)
  for (let told = 0; told < MOST_TOLD && open.length > 0; told += 1) {
    const next = open.flatMap((one) => {
      const [missing] = missingFacts(ruleSet, one.decided.evaluation, new Set([question]))
      const fact = missing && ruleSet.model.columnOf.get(missing.fact)
      if (fact === undefined) return []
      return choices(fact, fact.domain, undefined, usual, fact.index).flatMap(
        (value) => situationOf(rulings, new Map(one.stated).set(fact.index, value)) ?? [],
      )
    })
    const found = next.filter((one) => isIn(one, column, set))
    if (found.length > 0) return found
    open = next.filter(isOpen).slice(0, WAYS)
  }
  return []
}

// So many cases are told on at once, and so many facts of each.
const WAYS = 6
const MOST_TOLD = 5

/** Whether a column is known to have one value, and that one of `set`. */
export function isIn({ decided }: Situation, column: Column, set: ValueSet): boolean {
  const now = setOf(decided.evaluation.known[column.index], column.domain)
  return now.length === 2 && now[0] === now[1] && contains(set, now[0] as number)
}

function statesFor(rulings: Ruled, from: Situation, column: Column, set: ValueSet, usual: Stated): readonly Stated[] {
  switch (column.source) {
    case 'fact':
      return choices(column, set, from.stated.get(column.index), usual, column.index).map((value) =>
        new Map(from.stated).set(column.index, value),
      )
    case 'derived':
      return derivedStates(rulings.ruleSet.model, from.stated, from.decided.evaluation.known, column, set, usual)
    case 'computed':
      return appliedStates(rulings, from, column, set)
    case 'answer':
      return answeredStates(rulings, from, column, set, usual)
    // Set once for all cases: no case brings it about.
    case 'setting':
      return []
  }
}

/** The amount applied for brought to stand to the amount due as is wanted, as far as that is known. */
function appliedStates(
  { ruleSet: { model }, domain }: Ruled,
  { stated, decided }: Situation,
  column: Column,
  set: ValueSet,
): Stated[] {
  const { sum } = domain.proofs
  const applied = model.columnOf.get(sum?.stated ?? '')
  const due = sum?.due(decided.evaluation.computed)?.total
  if (column.id !== sum?.computed || applied === undefined || due === undefined) return []
  return statedFor(stated, applied, due, set)
}

/** An answer is brought about by one of the rules that give it: its facts are laid over those stated. */
function answeredStates(rulings: Ruled, { stated }: Situation, column: Column, set: ValueSet, usual: Stated): Stated[] {
  const { ruleSet } = rulings
  const question = ruleSet.model.questionOf.get(column.id)?.index
  const given = ruleSet.rules
    .filter(({ answers }) =>
      answers.some((one) => one.question === question && typeof one.value === 'number' && contains(set, one.value)),
    )
    .flatMap(({ region }) => region)
    .flatMap((box) => insideOf(rulings, stated, box, usual).map((one) => one.stated))
  return contains(set, NONE) ? [...given, ...silentStates(rulings, stated, usual)] : given
}

/** No rule may answer what is stated as it is, with one fact less, or with one that has another value. */
function silentStates({ ruleSet, domain }: Ruled, stated: Stated, usual: Stated): Stated[] {
  const bare = barest(ruleSet, usual)
  const without = [...stated.keys()]
    .filter((index) => !bare.has(index))
    .map((index) => new Map([...stated].filter(([one]) => one !== index)))
  const others = domain.proofs.claim.flatMap((id) => {
    const column = ruleSet.model.columnOf.get(id)
    return column === undefined
      ? []
      : choices(column, column.domain, undefined, usual).map((value) => new Map(stated).set(column.index, value))
  })
  return [stated, ...without, ...others, bare]
}

/** Situations in a box: its facts laid over those stated, then answers, what is derived and what is computed. */
export function insideOf(
  rulings: Ruled,
  stated: Stated,
  written: ReadonlyMap<number, ValueSet>,
  usual: Stated,
): Situation[] {
  const { ruleSet } = rulings
  const box = comparedOut(rulings, written)
  let reached = laidOver(ruleSet, stated, box, usual).flatMap((one) => situationOf(rulings, one) ?? [])
  const others = [...box.keys()]
    .flatMap((index) => ruleSet.model.columns[index] ?? [])
    .filter(({ source }) => source !== 'fact')
    .sort((a, b) => ORDER.indexOf(a.source) - ORDER.indexOf(b.source))
  for (const column of others) {
    reached = reached
      .flatMap((one) => broughtTo(rulings, one, column, box.get(column.index) as ValueSet, usual))
      .filter(({ stated: now }) =>
        [...box].every(([index, set]) => contains(set, now.get(index) ?? (set[0] as number))),
      )
      .slice(0, TRIED)
  }
  return reached
}

/** A box in which facts compared with settings and parameters stand as what they may be. */
function comparedOut({ ruleSet, settings }: Ruled, box: ReadonlyMap<number, ValueSet>): Map<number, ValueSet> {
  const out = new Map<number, ValueSet>()
  for (const [index, set] of box) {
    const comparison = ruleSet.comparisonAt.get(index)
    const column = comparison?.fact ?? ruleSet.model.columns[index]
    if (column === undefined) continue
    const value = comparison && (settings.get(comparison.parameter) ?? latestOf(ruleSet, comparison.parameter))
    if (comparison !== undefined && value === undefined) continue
    const yes = comparison && admitted(column.domain, comparison.operator, [value as number])
    const own = yes === undefined ? set : contains(set, 1) ? yes : subtract(column.domain, yes)
    out.set(column.index, intersect(own, out.get(column.index) ?? column.domain))
  }
  return out
}

function latestOf({ parameters }: RuleSet, name: string): number | undefined {
  return parameters.get(name)?.versions.at(-1)?.value
}

const ORDER: readonly Column['source'][] = ['answer', 'derived', 'computed', 'fact']

/** So many ways of bringing something about are tried. */
export const TRIED = 40

export function holds({ decided }: Situation, rule: number): boolean {
  return (decided.evaluation.statuses[rule] as Status) === YES
}
