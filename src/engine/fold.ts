// Layers folded into one set of outcomes per question, with the floors under them.
// Promise: a lower layer counts only while the layers above may be silent or open; a floor is the best mandatory answer.
import { type Answer, isAnswer, OPEN, SILENT, type Terms, termOf } from './answer.js'
import type { FactView, Measured } from './declaration.js'
import { listed } from './listed.js'
import type { Question } from './question.js'
import { type Candidate, isSurelyHigher, type LayerOutcomes } from './resolve.js'

export type FloorMode = 'advise' | 'enforce'

/** What a question may come to. One outcome: settled. */
export interface Resolved {
  readonly outcomes: readonly Answer[]
  /** Rules the one outcome rests on; empty where it rests on every possibility alike, or on the declared fallback. */
  readonly winners: readonly number[]
  readonly breach?: Breach
}

/** An answer worse than a mandatory rule allows. */
export interface Breach {
  readonly status: 'yes' | 'possible'
  readonly floor: Answer
  readonly rule: number
}

export const SILENCE: Resolved = { outcomes: [SILENT], winners: [] }

/** Folds layers from the highest down. */
export function fold(layers: readonly LayerOutcomes[]): Resolved {
  const outcomes: Answer[] = []
  for (const layer of layers) {
    const before = outcomes.length
    let falls = false
    for (const outcome of layer.outcomes) {
      if (outcome === SILENT || outcome === OPEN) falls = true
      else if (!outcomes.includes(outcome)) outcomes.push(outcome)
    }
    if (!falls) return { outcomes, winners: before === 0 ? layer.winners : [] }
  }
  outcomes.push(SILENT)
  return { outcomes, winners: [] }
}

/** The size by which answers of one question are told greater or less. */
export function measureOf({ declaration }: Question, answer: Answer, view: FactView, terms?: Terms): Measured {
  if (declaration.kind === 'terms') return declaration.measure(termOf(answer, terms), view)
  return { least: answer as number, most: answer as number }
}

/** How good an answer is for the party the floors protect: greater is better. */
export function favourOf(question: Question, answer: Answer, view: FactView, terms?: Terms): Measured {
  const { favour, values } = question
  if (typeof favour === 'function') return favour(values?.[answer as number] as string, view)
  if (favour !== 'no') return measureOf(question, answer, view, terms)
  const size = 1 - (answer as number)
  return { least: size, most: size }
}

interface Floor {
  readonly value: Answer
  readonly rule: number
  readonly layer: number
  readonly favour: Measured
}

/** The floors still possible, `none` when there may be no floor at all. Of two equal ones the value declared first counts. */
function possibleFloors(
  candidates: readonly Candidate[],
  favour: (answer: Answer) => Measured,
): { floors: Floor[]; none: boolean } {
  const all = candidates
    .filter(({ mandatory, value }) => mandatory && isAnswer(value))
    .map(({ value, rule, layer, definite }) => ({ value, rule, layer, definite, favour: favour(value) }))
  const sure = all.filter(({ definite }) => definite)
  // Of floors alike the one that surely holds is told.
  const floors = [...sure, ...all].filter(
    (one) => !sure.some((other) => isSurelyHigher(other.value, one.value, favour)),
  )
  return { floors, none: sure.length === 0 }
}

/** Lays the floors of the mandatory candidates under what the layers say. */
export function withFloors(
  question: Question,
  resolved: Resolved,
  candidates: readonly Candidate[],
  mode: FloorMode,
  view: FactView,
  terms: Terms,
): Resolved {
  if (question.favour === undefined || !candidates.some(({ mandatory }) => mandatory)) return resolved
  const measured = new Map<Answer, Measured>()
  const favour = (answer: Answer) => listed(measured, answer, () => favourOf(question, answer, view, terms))
  const { floors, none } = possibleFloors(candidates, favour)
  if (floors.length === 0) return resolved
  if (mode === 'enforce') return enforced(resolved, floors, none, favour)
  // A layer never says worse than its own mandatory rule, unless it takes the least of what its rules say.
  const lowest = question.combine === 'least' ? 0 : 1
  return advised(resolved, floors, none, favour, (answer, floor) =>
    candidates.some(({ value, layer }) => value === answer && layer + lowest <= floor.layer),
  )
}

function enforced(
  resolved: Resolved,
  floors: readonly Floor[],
  none: boolean,
  favour: (answer: Answer) => Measured,
): Resolved {
  const outcomes = new Set<Answer>()
  const raised = new Set<number>()
  let kept = false
  for (const answer of resolved.outcomes) {
    if (!isAnswer(answer)) {
      outcomes.add(answer)
      continue
    }
    const own = favour(answer)
    if (none) {
      outcomes.add(answer)
      kept = true
    }
    for (const floor of floors) {
      const holds = answer === floor.value || own.least >= floor.favour.most
      const falls = !holds && floor.favour.least > own.most
      if (!falls) {
        outcomes.add(answer)
        kept = true
      }
      if (!holds) {
        outcomes.add(floor.value)
        raised.add(floor.rule)
      }
    }
  }
  const winners = outcomes.size > 1 ? [] : kept && raised.size === 0 ? resolved.winners : kept ? [] : [...raised]
  return { outcomes: [...outcomes], winners }
}

/** `mayAnswerOver`: whether the answer can be given where the floor holds. */
function advised(
  resolved: Resolved,
  floors: readonly Floor[],
  none: boolean,
  favour: (answer: Answer) => Measured,
  mayAnswerOver: (answer: Answer, floor: Floor) => boolean,
): Resolved {
  let worst: Floor | undefined
  let always = !none && resolved.outcomes.every(isAnswer)
  for (const answer of resolved.outcomes) {
    if (!isAnswer(answer)) continue
    const own = favour(answer)
    for (const floor of floors) {
      const mayFallShort = answer !== floor.value && own.least < floor.favour.most && mayAnswerOver(answer, floor)
      const fallsShort = mayFallShort && own.most < floor.favour.least
      if (!fallsShort) always = false
      if (mayFallShort && (worst === undefined || floor.favour.most > worst.favour.most)) worst = floor
    }
  }
  if (worst === undefined) return resolved
  const { outcomes, winners } = resolved
  return { outcomes, winners, breach: { status: always ? 'yes' : 'possible', floor: worst.value, rule: worst.rule } }
}
