// A case put together fact by fact: what is stated, how it is decided, and how one column is brought to a value.
// Promise: a column that cannot be brought there leaves no case, never a wrong one: whatever comes out was decided.
import { type Decided, decideCase } from '../engine/decider.js'
import { formatCaseValue } from '../engine/fact-value.js'
import { setOf } from '../engine/known.js'
import { type Status, YES } from '../engine/matcher.js'
import type { Column } from '../engine/model.js'
import { admitted } from '../engine/operator.js'
import type { RuleSet } from '../engine/ruleset.js'
import { contains, greatest, intersect, NONE, subtract, type ValueSet } from '../engine/value-set.js'
import type { Amounts } from '../models/after-sale/amount.js'
import { computeAmounts } from '../models/after-sale/decide.js'
import type { AfterSaleRulings } from '../models/after-sale/decision.js'
import { choices, laidOver, MINUTE, type Stated, within } from './usual.js'

export interface Situation {
  readonly stated: Stated
  readonly decided: Decided<Amounts | undefined>
}

/** The case as a fixture writes it, in Chinese words. Records are complete, so that little has to be said. */
export function caseOf({ model }: RuleSet, stated: Stated): Record<string, unknown> {
  const facts = model.columns.flatMap((column): [string, unknown][] => {
    const value = stated.get(column.index)
    return value === undefined ? [] : [[column.label.zh, wordFor(column, value)]]
  })
  return { ...Object.fromEntries(facts), 记录完整: true }
}

function wordFor(column: Column, value: number): unknown {
  if (value === NONE) return '无'
  return column.kind.kind === 'enum' ? column.options[value]?.label.zh : formatCaseValue(column.kind, value)
}

/** Decides what is stated; nothing where it contradicts itself. */
function situationOf(rulings: AfterSaleRulings, stated: Stated): Situation | undefined {
  const decided = decideCase(rulings, computeAmounts(rulings), caseOf(rulings.ruleSet, stated))
  if (!decided.ok || decided.value.evaluation.contradictions.length > 0) return undefined
  return { stated, decided: decided.value }
}

/** The situations in which a column has a value of `set` and little else is changed, the likeliest first. */
export function broughtTo(
  rulings: AfterSaleRulings,
  from: Situation,
  column: Column,
  set: ValueSet,
  usual: Stated,
): Situation[] {
  const states = statesFor(rulings, from, column, set, usual)
  return states.flatMap((stated) => {
    const found = situationOf(rulings, stated)
    return found !== undefined && isIn(found, column, set) ? [found] : []
  })
}

function isIn({ decided }: Situation, column: Column, set: ValueSet): boolean {
  const now = setOf(decided.evaluation.known[column.index], column.domain)
  return now.length === 2 && now[0] === now[1] && contains(set, now[0] as number)
}

function statesFor(
  rulings: AfterSaleRulings,
  from: Situation,
  column: Column,
  set: ValueSet,
  usual: Stated,
): readonly Stated[] {
  switch (column.source) {
    case 'fact':
      return choices(column, set, from.stated.get(column.index), usual, column.index).map((value) =>
        new Map(from.stated).set(column.index, value),
      )
    case 'derived':
      return derivedStates(rulings.ruleSet, from, column, set, usual)
    case 'computed':
      return appliedStates(rulings.ruleSet, from, column, set)
    case 'answer':
      return answeredStates(rulings, from, column, set, usual)
  }
}

/** A derived number follows the first fact it is worked out from: halved until it fits, later meaning less. */
function derivedStates(
  { model }: RuleSet,
  { stated, decided }: Situation,
  column: Column,
  set: ValueSet,
  usual: Stated,
): Stated[] {
  const derivation = model.derivations.find((one) => one.column === column)
  const [moved] = derivation?.from ?? []
  if (derivation === undefined || moved === undefined) return []
  const filled = new Map(stated)
  for (const one of derivation.from) {
    const known = decided.evaluation.known[one.index]
    const value = usual.get(one.index)
    if (value !== undefined && (typeof known !== 'number' || (known === NONE && one === moved)))
      filled.set(one.index, value)
  }
  const at = (value: number) =>
    derivation.declaration.derive(
      ...derivation.from.map((one) =>
        setOf(one === moved ? value : (filled.get(one.index) ?? decided.evaluation.known[one.index]), one.domain),
      ),
    )
  const last = filled.get(model.clock) ?? greatest(moved.domain)
  return choices(column, set, undefined, usual).flatMap((target) => {
    if (target === NONE) return contains(moved.domain, NONE) ? [new Map(filled).set(moved.index, NONE)] : []
    let [lo, hi] = [last - 400 * DAY, last]
    for (let i = 0; i < 64 && lo < hi; i += 1) {
      const middle = lo + Math.floor((hi - lo) / 2 / MINUTE) * MINUTE
      if (greatest(at(middle)) > target) lo = middle + MINUTE
      else hi = middle
    }
    // Nine in the morning reads better than midnight, where it comes to the same.
    const morning = hi + 9 * 60 * MINUTE
    const isSame = morning <= last && greatest(at(morning)) === greatest(at(hi))
    return [new Map(filled).set(moved.index, isSame ? morning : hi)]
  })
}

const DAY = 1440 * MINUTE

/** The amount applied for stands to the amount due as is wanted: a fen less, the same, a fen more. */
function appliedStates({ model }: RuleSet, { stated, decided }: Situation, column: Column, set: ValueSet): Stated[] {
  const applied = model.columnOf.get('appliedAmount')
  const due = decided.evaluation.computed?.refund.total
  if (column.id !== 'appliedAmountIs' || applied === undefined || due === undefined) return []
  // Lower, equal, higher, as the model lists them. Equal only to an amount that is known exactly.
  const sums = [due.least - 1, due.least === due.most ? due.least : Number.NaN, due.most + 1]
  return within(set)
    .map((relation) => sums[relation] as number)
    .filter((sum) => Number.isFinite(sum) && contains(applied.domain, sum))
    .map((sum) => new Map(stated).set(applied.index, sum))
}

/** An answer is brought about by one of the rules that give it: its facts are laid over those stated. */
function answeredStates(
  rulings: AfterSaleRulings,
  { stated }: Situation,
  column: Column,
  set: ValueSet,
  usual: Stated,
): Stated[] {
  const { ruleSet } = rulings
  const question = ruleSet.model.questionOf.get(column.id)?.index
  return ruleSet.rules
    .filter(({ answers }) =>
      answers.some((one) => one.question === question && typeof one.value === 'number' && contains(set, one.value)),
    )
    .flatMap(({ region }) => region)
    .flatMap((box) => insideOf(rulings, stated, box, usual).map((one) => one.stated))
}

/** Situations in a box: its facts laid over those stated, then answers, what is derived and what is computed. */
export function insideOf(
  rulings: AfterSaleRulings,
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
function comparedOut(
  { ruleSet, settings }: AfterSaleRulings,
  box: ReadonlyMap<number, ValueSet>,
): Map<number, ValueSet> {
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
