// What is proved about: rules with their settings, the space of their cases, the world's limits, and every question's
// outcomes.
// Promise: built once for a set of rules; every proof of it reads the same formulas and shares the same diagrams.

import type { Ruled } from '../domain/domain.js'
import { readCondition } from '../engine/condition.js'
import type { Condition } from '../engine/declaration.js'
import { formatCaseValue } from '../engine/fact-value.js'
import { boundsOf } from '../engine/load-parameters.js'
import type { Column, Model } from '../engine/model.js'
import type { Question } from '../engine/question.js'
import { greatest, subtract, type ValueSet } from '../engine/value-set.js'
import { readerOf } from './conditions.js'
import type { Witness } from './decided-case.js'
import { type Budget, createDiagrams, type Diagrams, type Region } from './diagram.js'
import { all, type Formula, not, some, TRUE } from './formula.js'
import { OUT_OF_BUDGET } from './node-table.js'
import { type Answering, answering } from './outcomes.js'
import { type Found, type Piece, search } from './search.js'
import { cutCondition, type Rules, type Space, scopeOf, spaceOf } from './space.js'
import { type Limit, limitsOf } from './world.js'

export interface Subject {
  readonly rulings: Ruled
  readonly space: Space
  readonly answering: Answering
  readonly diagrams: Diagrams
  readonly limits: readonly Limit[]
  /** Cases that can be, in the time the rules speak of. */
  readonly world: Formula
  /** The first day proved about, `YYYY-MM-DD HH:mm`; nothing where the rules know no beginning. */
  readonly since: string | undefined
  readonly searchSteps: number
  /** Cases decided on the way, which may show more than what each was put together for. */
  readonly decided: Witness[]
}

export interface Effort extends Budget {
  /** Steps of the search that is tried where the diagrams' budget is used up. */
  readonly search: number
}

export const EFFORT: Effort = { nodes: 1_000_000, steps: 4_000_000, search: 3_000_000 }

/** Makes rules ready to be proved about. `others`: rule sets that are looked at in the same space. */
export function subjectOf(
  rulings: Ruled,
  effort: Effort = EFFORT,
  others: readonly Ruled[] = [],
  conditions: readonly Condition[] = [],
): Subject {
  const [subject] = subjectsOf([rulings, ...others], effort, conditions)
  return subject as Subject
}

/** Several rule sets in one space, so that their regions can be laid over each other. */
export function subjectsOf(
  sets: readonly Ruled[],
  effort: Effort = EFFORT,
  conditions: readonly Condition[] = [],
): readonly Subject[] {
  const model = (sets[0] as Ruled).ruleSet.model as Model
  const began = sinceOf(sets)
  const cuts = new Map<string, number[]>()
  for (const condition of conditions)
    cutCondition(model, condition, (id, values) => cuts.set(id, [...(cuts.get(id) ?? []), ...values]))
  if (began !== undefined) cuts.set(model.declaration.clock, [...(cuts.get(model.declaration.clock) ?? []), began])
  const space = spaceOf(sets, cuts, began)
  const diagrams = createDiagrams(
    space.variables.map(({ cells }) => cells.length),
    effort,
  )
  const clock = model.columns[model.clock] as Column
  const last = greatest(clock.domain)
  return sets.map((rulings): Subject => {
    const limits = limitsOf(space, rulings.ruleSet)
    const period = began === undefined ? TRUE : space.valueIn(clock.id, [began, last])
    return {
      rulings,
      space,
      diagrams,
      limits,
      answering: answering(
        space,
        rulings,
        rulings.ruleSet.model.layers.map((_, i) => i),
        arisesIn(space, rulings),
      ),
      world: all([...limits.map(({ formula }) => formula), period]),
      since: began === undefined ? undefined : String(formatCaseValue({ kind: 'instant' }, began)),
      searchSteps: effort.search,
      decided: [],
    }
  })
}

/** The first moment of the clock at which some rule is in force. */
function sinceOf(sets: readonly Rules[]): number | undefined {
  const starts = sets.flatMap(({ ruleSet }) =>
    ruleSet.rules.flatMap(({ effective }) =>
      effective.column === ruleSet.model.clock && effective.set.length > 0 ? [effective.set[0] as number] : [],
    ),
  )
  return starts.length === 0 ? undefined : Math.min(...starts)
}

/** Reads when a question arises, over facts and answers alike. */
export function arisesIn(space: Space, rules: Rules) {
  return ({ arises }: Question, answerIn: (question: string, set: ValueSet) => Formula): Formula =>
    arises === undefined ? TRUE : (conditionFormula(space, rules, arises, answerIn) ?? TRUE)
}

/** A condition in the documents' grammar as a formula; nothing where it cannot be read. */
export function conditionFormula(
  space: Space,
  rules: Rules,
  condition: Condition,
  answerIn: (question: string, set: ValueSet) => Formula,
): Formula | undefined {
  const names = new Map(rules.ruleSet.conditions.map(({ name, column }) => [name, column]))
  const node = readCondition(condition, [], scopeOf(rules.ruleSet.model, names), [])
  return node && readerOf(space, rules, answerIn).node(node)
}

/** Cases of the world in which a formula holds: as a region, or as one piece where regions grow too large. */
export type Looked =
  | { readonly kind: 'none' }
  /** All that the formula says: those of the world among them are meant, and there are some. */
  | { readonly kind: 'region'; readonly region: Region }
  | { readonly kind: 'piece'; readonly piece: Piece }
  | { readonly kind: 'unknown' }

/** Looks for cases: by diagram, then by search; where both budgets are used up nobody knows. */
export function look(subject: Subject, formula: Formula): Looked {
  const drawn = drawnIn(subject, ({ build }) => build(formula))
  if (drawn.kind !== 'unknown') return drawn
  const found: Found = search(all([formula, subject.world]), subject.searchSteps)
  if (found.found !== undefined) return { kind: 'piece', piece: found.found }
  return found.isExhausted ? { kind: 'none' } : drawn
}

/** Cases of the world in a region that is worked out by diagram alone. */
export function drawnIn(subject: Subject, draw: (diagrams: Diagrams) => Region): Looked {
  const { diagrams, world } = subject
  const drawn = withinBudget(subject, (): Looked => {
    const region = draw(diagrams)
    return diagrams.meets(region, diagrams.build(world)) ? { kind: 'region', region } : { kind: 'none' }
  })
  return drawn ?? { kind: 'unknown' }
}

/** The region of a formula in the world; nothing where the budget is used up. */
export function regionIn(subject: Subject, formula: Formula): Region | undefined {
  const { diagrams, world } = subject
  return withinBudget(subject, () => diagrams.both(diagrams.build(formula), diagrams.build(world)))
}

/** What is worked out with diagrams; nothing where the budget is used up. */
export function withinBudget<T>({ diagrams }: Subject, work: () => T): T | undefined {
  try {
    diagrams.restart()
    return work()
  } catch (error) {
    if (error === OUT_OF_BUDGET) return undefined
    throw error
  }
}

/** Whether two formulas are the same in every case of the world; nothing where nobody knows. */
export function areSame(subject: Subject, a: Formula, b: Formula): boolean | undefined {
  return subject.diagrams.forNow(() => areSameNow(subject, a, b))
}

function areSameNow(subject: Subject, a: Formula, b: Formula): boolean | undefined {
  const { diagrams, world } = subject
  const same = withinBudget(subject, () => {
    const [left, right, allowed] = [diagrams.build(a), diagrams.build(b), diagrams.build(world)]
    const isMissed = (more: Region, less: Region) => diagrams.meets(diagrams.minus(more, less), allowed)
    return left === right || !(isMissed(left, right) || isMissed(right, left))
  })
  if (same !== undefined) return same
  const looked = look(subject, some([all([a, not(b)]), all([b, not(a)])]))
  return looked.kind === 'unknown' ? undefined : looked.kind === 'none'
}

/** Dates of a parameter that lie between its first version and the end of time, and in no version. */
export function unversionedDates({ ruleSet }: Rules, name: string): ValueSet {
  const parameter = ruleSet.parameters.get(name)
  if (parameter === undefined) return []
  const { covered, versions, by } = parameter
  const first = Math.min(...boundsOf(versions))
  return covered.length === 0 ? [] : subtract([first, greatest((ruleSet.model.columns[by] as Column).domain)], covered)
}
