// Partial cases decided exactly: what a question may still come to is what some complete case comes to, told by diagrams.
// Promise: nothing possible is taken away, and learning more never brings anything back; questions whose diagrams do not
// fit the budget, or hang on amounts through floors, are left as they are.

import { type Answer, isAnswer } from '../engine/answer.js'
import type { Resolved } from '../engine/fold.js'
import { type Known, setOf } from '../engine/known.js'
import { listed } from '../engine/listed.js'
import type { Column } from '../engine/model.js'
import type { Question } from '../engine/question.js'
import type { Reading } from '../engine/read-case.js'
import type { Narrow, Rulings } from '../engine/rulings.js'
import { intersect, type ValueSet } from '../engine/value-set.js'
import { isWeighed } from '../engine/weighed.js'
import { createDiagrams, NOTHING, type Region } from './diagram.js'
import { all, type Formula } from './formula.js'
import { leavesOf } from './leaves.js'
import { OUT_OF_BUDGET } from './node-table.js'
import { type Answering, answering, answersAmong, type Outcomes, type Settling } from './outcomes.js'
import { type Floors, floorRules, floorsOf, raisedOutcomes, sizeOf } from './raised.js'
import { inCells, type Space, spaceOf, type Variable } from './space.js'
import { arisesIn, EFFORT, type Effort } from './subject.js'
import { limitsOf } from './world.js'

export interface Exactness {
  readonly narrow: Narrow
  /** Ids of questions that may stay open though they are decided: their diagrams do not fit, or they hang on amounts. */
  readonly inexact: () => readonly string[]
}

/** The region of each outcome a question may have; nothing where it is not told exactly. */
type Regions = ReadonlyMap<Answer, Region>

/** Prepares rules so that `evaluate` is exact about them. What each question needs is drawn when it is first open. */
export function exactnessOf(rulings: Rulings, effort: Effort = EFFORT): Exactness {
  const { ruleSet } = rulings
  const { model } = ruleSet
  const space = spaceOf([rulings])
  // What a case needs beyond the questions' own regions is given back: it is bounded by them.
  const diagrams = createDiagrams(
    space.variables.map(({ cells }) => cells.length),
    { nodes: effort.nodes * 2, steps: Number.POSITIVE_INFINITY },
  )
  const drawn = new Map<number, Regions | undefined>()
  const unsure = unsureQuestions(rulings)
  const plain = answersWith(space, rulings)

  const regionsOf = (question: Question): Regions | undefined => {
    if (!drawn.has(question.index))
      drawn.set(question.index, unsure.has(question.index) ? undefined : drawnFor(question, plain))
    return drawn.get(question.index)
  }

  function drawnFor(question: Question, answers: Answering): Regions | undefined {
    const before = diagrams.nodes()
    try {
      const regions = new Map([...answers.outcomes(question)].map(([one, formula]) => [one, diagrams.build(formula)]))
      return diagrams.nodes() - before > effort.nodes ? undefined : regions
    } catch (error) {
      if (error === OUT_OF_BUDGET) return undefined
      throw error
    }
  }

  const narrow: Narrow = ({ known, resolved }, stage, agreed) => {
    const open = model.questions.filter(
      ({ index, stage: own }) =>
        own === stage && (resolved[index] as Resolved).outcomes.length > 1 && !unsure.has(index),
    )
    if (open.length === 0) return
    // An agreement stands in for the rules only where it may be read.
    const given = agreed.length > 0 ? answersWith(space, rulings, agreedIn(agreed)) : undefined
    if (given === undefined) for (const question of open) regionsOf(question)
    diagrams.forNow(() => {
      const cells = cellsLeft(known)
      const limits = limitsOf(space, ruleSet, cells).map(({ formula }) => formula)
      const left = diagrams.build(all([casesOf(space, cells), ...limits]))
      if (left === NOTHING) return
      for (const question of open) {
        const regions = given === undefined ? regionsOf(question) : drawnFor(question, given)
        if (regions === undefined) continue
        const possible = new Set(
          [...regions].flatMap(([one, region]) => (diagrams.meets(left, region) ? answersAmong(one) : [])),
        )
        resolved[question.index] = narrowed(question, resolved[question.index] as Resolved, possible)
      }
    })
  }
  return {
    narrow,
    inexact: () => {
      const computed = readersOf(rulings, ({ source }) => source === 'computed')
      return model.questions.filter((one) => isPicked(regionsOf(one)) || computed.has(one.index)).map(({ id }) => id)
    },
  }
}

/** Whether facts pick one of several answers that hold, or nobody knows. */
function isPicked(regions: Regions | undefined): boolean {
  return regions === undefined || [...regions.keys()].some((one) => answersAmong(one).length > 1)
}

/** What a case leaves of each cell: finer than cells, so that what is counted from moments is exact. */
function cellsLeft(known: readonly Known[]): (variable: Variable) => readonly ValueSet[] {
  const found = new Map<number, readonly ValueSet[]>()
  return ({ index, column, cells }) => {
    const now = column && known[column.index]
    if (column === undefined || now === undefined) return cells
    return listed(found, index, () => cells.map((cell) => intersect(cell, setOf(now, column.domain))))
  }
}

/** The cells that the facts of a case still may have. */
function casesOf({ variables }: Space, left: (variable: Variable) => readonly ValueSet[]): Formula {
  return all(
    variables.map((variable) => {
      const inside = left(variable).flatMap((set, i) => (set.length > 0 ? [i] : []))
      return inCells(variable, inside)
    }),
  )
}

function narrowed(question: Question, resolved: Resolved, possible: ReadonlySet<Answer>): Resolved {
  const outcomes = resolved.outcomes.filter((one) => possible.has(one))
  if (outcomes.length === 0 || outcomes.length === resolved.outcomes.length) return resolved
  const { breach } = resolved
  const isShort = breach === undefined || outcomes.some((one) => mayFallShort(question, one, breach.floor))
  return { outcomes, winners: [], ...(breach !== undefined && isShort ? { breach } : {}) }
}

function mayFallShort(question: Question, answer: Answer, floor: Answer): boolean {
  return isAnswer(answer) && (isWeighed(question) || sizeOf(question, answer) < sizeOf(question, floor))
}

function agreedIn(agreed: Reading['agreed']): ReadonlyMap<number, Answer> {
  return new Map(agreed.map(({ question, value }) => [question, value]))
}

/**
 * Outcomes as the engine has them: with what was agreed above all layers, and raised to floors where they are enforced.
 * `weigh`: what is made of answers that amounts tell better or worse.
 */
export function answersWith(
  space: Space,
  rulings: Rulings,
  agreed?: ReadonlyMap<number, Answer>,
  weigh?: (question: Question, outcomes: Outcomes, floors: Floors) => Outcomes,
): Answering {
  const layers = rulings.ruleSet.model.layers.map((_, i) => i)
  const raise: Settling['raise'] = (question, outcomes, wins) => {
    const mandatory = floorRules(rulings, question)
    if (rulings.floors !== 'enforce' || mandatory.length === 0) return outcomes
    const floors = floorsOf({ wins }, question, mandatory)
    if (weigh !== undefined && isWeighed(question)) return weigh(question, outcomes, floors)
    const isLess = (answer: Answer, floor: Answer) =>
      isAnswer(answer) && sizeOf(question, answer) < sizeOf(question, floor)
    return raisedOutcomes(outcomes, floors, isLess)
  }
  return answering(space, rulings, layers, arisesIn(space, rulings), { ...(agreed && { agreed }), raise })
}

/** Questions that enforced floors settle by amounts, and those whose rules read their answers: left as they are. */
function unsureQuestions(rulings: Rulings): ReadonlySet<number> {
  if (rulings.floors !== 'enforce') return new Set()
  const weighed = rulings.ruleSet.model.questions.filter((one) => isWeighed(one) && floorRules(rulings, one).length > 0)
  return readersOf(rulings, () => false, new Set(weighed.map(({ index }) => index)))
}

/** Questions whose rules read such columns, on top of those begun with, and those whose rules read their answers. */
export function readersOf(
  { ruleSet: { rules, model } }: Rulings,
  isRead: (column: Column) => boolean,
  begun: ReadonlySet<number> = new Set(),
): ReadonlySet<number> {
  const found = new Set(begun)
  const isConcerned = (column: Column | undefined) =>
    column !== undefined && (isRead(column) || found.has(model.questionOf.get(column.id)?.index ?? -1))
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const { node, answers } of rules)
      if (leavesOf(node).some((leaf) => isConcerned(model.columns[leaf.column])))
        for (const { question } of answers) found.add(question)
  }
  return found
}
