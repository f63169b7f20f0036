// The sums on which it hangs whether one answer falls short of another, and where cases with such sums lie.
// Promise: told from the same order of favour that floors are measured by.

import type { Ruled } from '../domain/domain.js'
import type { Answer } from '../engine/answer.js'
import type { FactView, Measured } from '../engine/declaration.js'
import { favourOf } from '../engine/fold.js'
import type { Column } from '../engine/model.js'
import type { Question } from '../engine/question.js'
import { contains, point, type ValueSet } from '../engine/value-set.js'
import type { Formula } from './formula.js'
import { answersAmong } from './outcomes.js'
import type { Subject } from './subject.js'
import type { Stated } from './usual.js'
import type { Sums } from './witness.js'

/** Least and most of what the facts pick of several answers. */
export function combinedFavour({ combine }: Question, sizes: readonly Measured[]): Measured {
  const pick = combine === 'least' ? Math.min : Math.max
  return { least: pick(...sizes.map(({ least }) => least)), most: pick(...sizes.map(({ most }) => most)) }
}

/** The facts that the sizes of answers are told from. */
function readFor({ rulings }: Subject, question: Question, answers: readonly Answer[]): readonly Column[] {
  const { columnOf } = rulings.ruleSet.model
  const read = new Set<string>()
  const record: FactView = (fact) => {
    read.add(fact)
    return columnOf.get(fact)?.domain ?? []
  }
  for (const one of answers) favourOf(question, one, record)
  return [...read].flatMap((fact) => columnOf.get(fact) ?? [])
}

/** Whether an answer measures no less than another, which bounds of each alone cannot tell. */
export function neverLess({ domain }: Ruled, { id, values }: Question, answer: Answer, floor: Answer): boolean {
  const [own, other] = [answer, floor].map((one) => (typeof one === 'number' ? values?.[one] : undefined))
  return own !== undefined && other !== undefined && domain.proofs.neverLess(id, own, other)
}

/**
 * Sums that make an answer fall short of a floor, among small and large ones for every fact their sizes are told from;
 * and the cases in which one of these facts is large, where others allow no such sums.
 */
export function weighing(
  subject: Subject,
  question: Question,
  answer: Answer,
  floor: Answer,
): { readonly sums: Sums; readonly places: readonly Formula[] } {
  const { columnOf } = subject.rulings.ruleSet.model
  const columns = readFor(subject, question, [...answersAmong(answer), floor])
  const isShort = (way: Stated): boolean => {
    const view: FactView = (fact) => {
      const column = columnOf.get(fact)
      const value = column && way.get(column.index)
      return value === undefined ? (column?.domain ?? []) : point(value)
    }
    const sizes = answersAmong(answer).map((one) => favourOf(question, one, view))
    return combinedFavour(question, sizes).most < favourOf(question, floor, view).least
  }
  const sums: Sums = (stated) => {
    let ways: Stated[] = [stated]
    for (const { index, kind, domain } of columns) {
      const values = (kind.kind === 'money' ? YUAN : PIECES).filter((value) => contains(domain, value))
      if (!stated.has(index)) ways = ways.flatMap((way) => values.map((value) => new Map(way).set(index, value)))
    }
    return ways.filter(isShort)
  }
  const { space } = subject
  const places = columns.flatMap(({ id }) => {
    const cells = space.variableAt(id)?.cells ?? []
    return cells.length > 1 ? [space.valueIn(id, cells[cells.length - 1] as ValueSet)] : []
  })
  return { sums, places }
}

// A small sum and a larger one, in fen.
const YUAN = [100, 8800]
const PIECES = [1, 2]
