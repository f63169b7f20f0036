// The space of complete cases: each fact cut into cells at every value that some rule, condition, constraint or parameter
// tells apart.
// Promise: within a cell no rule sees a difference; the order of variables follows from the content of the rules.
import type { Settings } from '../engine/comparison.js'
import { type Comparison, readCondition } from '../engine/condition.js'
import type { Condition } from '../engine/declaration.js'
import { readEffective } from '../engine/effective.js'
import { boundsOf } from '../engine/load-parameters.js'
import type { Column, Model } from '../engine/model.js'
import { admitted } from '../engine/operator.js'
import type { RuleSet } from '../engine/ruleset.js'
import type { Text } from '../engine/text.js'
import { greatest, intersect, overlaps, sizeOf, subtract, type ValueSet, valuesOf } from '../engine/value-set.js'
import { type CellSet, cellSet, everyCell } from './cells.js'
import { type Formula, isIn } from './formula.js'
import { leavesOf } from './leaves.js'
import { wordsOf } from './words.js'

export interface Variable {
  readonly index: number
  readonly id: string
  readonly label: Text
  /** The fact it stands for; none for a comparison with a number nobody gave. */
  readonly column: Column | undefined
  /** That comparison: with a setting nobody made, or a parameter on days without a version. Each truth is possible. */
  readonly compared?: Comparison
  /** The values of each cell, ascending. */
  readonly cells: readonly ValueSet[]
  readonly every: CellSet
}

export interface Space {
  readonly model: Model
  readonly variables: readonly Variable[]
  readonly variableAt: (id: string) => Variable | undefined
  /** The fact has a value of `set`, whose ends are among the values the space was cut at. */
  readonly valueIn: (id: string, set: ValueSet) => Formula
}

export interface Rules {
  readonly ruleSet: RuleSet
  readonly settings: Settings
}

/** A name no fact has, for a comparison with a number nobody gave. */
export function openComparison(fact: string, operator: string, parameter: string): string {
  return `${fact} ${operator} ${parameter}`
}

/**
 * Cuts the facts of a model for these rule sets at once. `more`: further values, by fact. What is compared with a setting
 * nobody made, or with a parameter on dates without a version, is open. `since`: no case is decided earlier.
 */
export function spaceOf(
  sets: readonly Rules[],
  more: ReadonlyMap<string, readonly number[]> = new Map(),
  since = 0,
): Space {
  const { model } = (sets[0] as Rules).ruleSet
  const cuts = new Map<string, Set<number>>()
  const readers = new Map<string, number>()
  const open: Open = new Map()
  const cut = (id: string, values: readonly number[], weight = 0) => {
    const own = cuts.get(id) ?? new Set<number>()
    cuts.set(id, own)
    for (const value of values) own.add(value)
    readers.set(id, (readers.get(id) ?? 0) + weight)
  }
  for (const rules of sets) cutAll(rules, cut, open, since)
  for (const [id, values] of more) cut(id, values)
  for (const { from, column } of model.derivations) {
    if (cuts.has(column.id)) for (const source of from) cut(source.id, [])
  }
  const declared = [...cuts.keys()].flatMap((id) => model.columnOf.get(id) ?? [])
  const ordered = [
    ...declared.map((column) => ({
      id: column.id,
      label: column.label,
      column,
      cells: cellsOf(column.domain, cuts.get(column.id) as Set<number>),
    })),
    ...[...open].map(([id, one]) => ({
      ...one,
      id,
      column: undefined,
      cells: [
        [0, 0],
        [1, 1],
      ] as ValueSet[],
    })),
  ].sort((a, b) => (readers.get(b.id) ?? 0) - (readers.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
  const variables = besideEachOther(ordered, linksIn((sets[0] as Rules).ruleSet)).map(
    (one, index): Variable => ({ ...one, index, every: everyCell(one.cells.length) }),
  )
  const byId = new Map(variables.map((one) => [one.id, one]))
  return {
    model,
    variables,
    variableAt: (id) => byId.get(id),
    valueIn: (id, set) => {
      const variable = byId.get(id)
      if (variable === undefined) throw new Error(`internal: ${id} is no variable of the space`)
      return inCells(
        variable,
        variable.cells.flatMap((cell, i) => (overlaps(cell, set) ? [i] : [])),
      )
    },
  }
}

/** Facts that the world links: those of one constraint, and a derived fact with what it comes from. The clock links everything. */
function linksIn({ model, constraints }: RuleSet): readonly (readonly string[])[] {
  const idOf = (column: number) => (model.columns[column] as Column).id
  const limited = constraints.map((one) =>
    one.kind === 'never' ? one.never.map(({ column }) => idOf(column)) : one.order.map(idOf),
  )
  const derived = model.derivations.map(({ column, from }) => [column.id, ...from.map(({ id }) => id)])
  return [...limited, ...derived].map((link) => link.filter((id) => id !== model.declaration.clock))
}

/** What hangs together stands together, each fact after the first it is linked with: else every region spells the links out. */
function besideEachOther<T extends { readonly id: string }>(
  ordered: readonly T[],
  links: readonly (readonly string[])[],
): readonly T[] {
  return [
    ...new Set(
      ordered.flatMap((one) => {
        const near = new Set(links.filter((link) => link.includes(one.id)).flat())
        return [one, ...ordered.filter(({ id }) => near.has(id))]
      }),
    ),
  ]
}

/** The variable has one of these cells. */
export function inCells({ index, cells, every }: Variable, among: Iterable<number>): Formula {
  return isIn(index, cellSet(among, cells.length), every)
}

export type Cut = (id: string, values: readonly number[], weight?: number) => void

/** Comparisons with numbers nobody gave, by their names. */
type Open = Map<string, Pick<Variable, 'label' | 'compared'>>

function cutAll({ ruleSet, settings }: Rules, cut: Cut, open: Open, since: number): void {
  const { model, rules, conditions, constraints, comparisons, parameters } = ruleSet
  const cutAt = (index: number, set: ValueSet) => {
    const column = model.columns[index]
    if (column !== undefined && column.source !== 'answer') cut(column.id, endsOf(set), 1)
  }
  for (const { node } of [...rules, ...conditions])
    for (const leaf of leavesOf(node)) if (leaf.type === 'leaf') cutAt(leaf.column, leaf.set)
  const windows = conditions.map(({ document }) => readEffective(model, document.effective, [], []))
  for (const window of [...rules.map(({ effective }) => effective), ...windows])
    if (window !== undefined) cutAt(window.column, window.set)
  for (const { arises } of model.questions) {
    if (arises !== undefined) cutCondition(model, arises, cut)
  }
  for (const compared of comparisons) {
    const { fact, operator, parameter } = compared
    const dated = parameters.get(parameter)
    const setting = settings.get(parameter)
    const values = dated?.versions.map(({ value }) => value) ?? (setting === undefined ? [] : [setting])
    cut(
      fact.id,
      values.flatMap((value) => endsOf(admitted(fact.domain, operator, [value]))),
      1,
    )
    let isOpen = setting === undefined
    if (dated !== undefined) {
      const { id, domain } = model.columns[dated.by] as Column
      cut(id, boundsOf(dated.versions), 1)
      const days = dated.by === model.clock ? [since, greatest(domain)] : domain
      isOpen = subtract(days, dated.covered).length > 0
    }
    if (isOpen) {
      const words = wordsOf(model, dated === undefined ? [] : [{ id: dated.id, title: dated.title }])
      const { zh, en } = words.condition({ fact: fact.id, operator, value: { fact: parameter } })
      const label =
        dated === undefined ? { zh, en } : { zh: `${zh}（没有版本的日子）`, en: `${en} (without a version)` }
      open.set(openComparison(fact.id, operator, parameter), { label, compared })
      cut(fact.id, [])
    }
  }
  for (const constraint of constraints) {
    if (constraint.kind === 'never') {
      for (const { column, set } of constraint.never) cut((model.columns[column] as Column).id, endsOf(set))
    } else for (const column of constraint.order) cut((model.columns[column] as Column).id, [])
  }
}

/** The facts of a condition as it is written, cut at what its leaves admit. */
export function cutCondition(model: Model, condition: Condition, cut: Cut): void {
  if ('all' in condition || 'any' in condition) {
    for (const part of 'all' in condition ? condition.all : condition.any) cutCondition(model, part, cut)
  } else if ('not' in condition) cutCondition(model, condition.not, cut)
  else if ('fact' in condition) {
    const node = readCondition(condition, [], scopeOf(model), [])
    const column = node?.type === 'leaf' ? model.columns[node.column] : undefined
    if (node?.type === 'leaf' && column !== undefined && column.source !== 'answer') cut(column.id, endsOf(node.set), 1)
  }
}

/** What a condition written by itself may refer to: facts, answers, and named conditions where they are given. */
export function scopeOf(model: Model, named: ReadonlyMap<string, number> = new Map()) {
  return { columns: model.columnOf, readable: () => true, named, numbers: new Map(), comparisonColumn: () => -1 }
}

function endsOf(set: ValueSet): number[] {
  return set.map((value, i) => (i % 2 === 0 ? value : value + 1))
}

/** Words and yes/no apart value by value, everything else at its cuts; "none" is a cell of its own. */
function cellsOf(domain: ValueSet, cuts: ReadonlySet<number>): readonly ValueSet[] {
  const all = new Set(cuts)
  for (let i = 0; i < domain.length; i += 2) all.add(domain[i] as number)
  if (sizeOf(domain) <= MOST_APART) for (const value of valuesOf(domain)) all.add(value)
  const starts = [...all].sort((a, b) => a - b)
  return starts.flatMap((start, i) => {
    const cell = intersect(domain, [start, (starts[i + 1] ?? Number.MAX_SAFE_INTEGER) - 1])
    return cell.length === 0 ? [] : [cell]
  })
}

// Facts of no more values than this have one cell for each.
const MOST_APART = 40
