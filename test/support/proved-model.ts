// Generated models made ready to be proved about, and their formulas read for one case at a time.
// Promise: reading a formula uses neither of the procedures that are held against each other.

import type { RuleSet } from '../../src/engine/ruleset.js'
import { intersect, overlaps } from '../../src/engine/value-set.js'
import { hasCell } from '../../src/verify/cells.js'
import { all, type Formula } from '../../src/verify/formula.js'
import { type Answering, answering } from '../../src/verify/outcomes.js'
import { openComparison, type Space, spaceOf } from '../../src/verify/space.js'
import { arisesIn } from '../../src/verify/subject.js'
import { limitsOf } from '../../src/verify/world.js'
import type { Completion } from './completions.js'
import type { GeneratedModel } from './generate-model.js'
import { encode, type Judgement, leafHolds, type Value } from './reference.js'

export interface ProvedModel {
  readonly space: Space
  readonly world: Formula
  readonly answers: Answering
}

export function provedModel(model: GeneratedModel, ruleSet: RuleSet): ProvedModel {
  const rules = { ruleSet, settings: new Map(Object.entries(model.settings)) }
  const space = spaceOf([rules])
  const world = all([...limitsOf(space, ruleSet).map(({ formula }) => formula), ...versioned(space, ruleSet)])
  const layers = ruleSet.model.layers.map((_, i) => i)
  return { space, world, answers: answering(space, rules, layers, arisesIn(space, rules)) }
}

/** The dates on which every parameter that is compared with has a version: of the others the reference says nothing. */
function versioned(space: Space, { parameters, comparisons, model }: RuleSet): Formula[] {
  return [...new Set(comparisons.map(({ parameter }) => parameter))].flatMap((name) => {
    const parameter = parameters.get(name)
    const column = parameter && model.columns[parameter.by]
    return parameter === undefined || column === undefined
      ? []
      : [space.valueIn(column.id, intersect(column.domain, parameter.covered))]
  })
}

/** Whether a formula holds where each variable has one cell. */
export function holdsAt(formula: Formula, cellOf: (variable: number) => number): boolean {
  switch (formula.kind) {
    case 'true':
      return true
    case 'false':
      return false
    case 'in':
      return hasCell(formula.cells, cellOf(formula.variable))
    case 'all':
      return formula.of.every((part) => holdsAt(part, cellOf))
    case 'any':
      return formula.of.some((part) => holdsAt(part, cellOf))
  }
}

/** How many points the space has. */
export function pointsIn({ variables }: Space): number {
  return variables.reduce((product, { cells }) => product * cells.length, 1)
}

/** Every point of a small space. */
export function* everyPoint({ variables }: Space): Generator<readonly number[]> {
  const point = variables.map(() => 0)
  for (;;) {
    yield [...point]
    let i = variables.length - 1
    while (i >= 0 && point[i] === (variables[i]?.cells.length ?? 0) - 1) {
      point[i] = 0
      i -= 1
    }
    if (i < 0) return
    point[i] = (point[i] as number) + 1
  }
}

/** The point at which a complete case lies, as the reference judged it. */
export function pointOf(
  model: GeneratedModel,
  { space }: ProvedModel,
  { facts, unsaid }: Completion,
  { outcomes }: Judgement,
): readonly number[] {
  const { declaration, compute } = model
  const kinds = { ...declaration.facts, ...declaration.computed }
  const point = (id: string) => {
    const value = encode(kinds[id] as never, facts[id] as Value)
    return [value, value]
  }
  const answers = Object.fromEntries(Object.entries(outcomes).map(([id, outcome]) => [id, outcome] as const))
  const computed = compute(facts, answers)
  return space.variables.map(({ id, column, cells }) => {
    if (column === undefined) return Number(isOpenTrue(id, facts, unsaid, model))
    const derived = declaration.derived?.[id]
    const value =
      derived !== undefined
        ? (derived.derive(...derived.from.map(point))[0] as number)
        : encode(column.kind, (computed[id] ?? facts[id]) as Value)
    return cells.findIndex((cell) => overlaps(cell, [value, value]))
  })
}

/** A comparison with a setting nobody made, had it been made so. */
function isOpenTrue(
  id: string,
  facts: Completion['facts'],
  unsaid: Completion['unsaid'],
  { declaration }: GeneratedModel,
): boolean {
  const [fact, operator, parameter] = id.split(' ') as [string, string, string]
  if (id !== openComparison(fact, operator, parameter)) throw new Error(`no open comparison: ${id}`)
  const derived = declaration.derived?.[fact]
  const kind = declaration.facts[fact] ?? derived
  const value =
    derived === undefined
      ? (facts[fact] as Value)
      : (derived.derive(
          ...derived.from.map((one) => {
            const point = encode(declaration.facts[one] as never, facts[one] as Value)
            return [point, point]
          }),
        )[0] as number)
  return leafHolds(
    kind as never,
    value === Number.MIN_SAFE_INTEGER ? 'none' : value,
    operator,
    unsaid[parameter] as number,
  )
}
