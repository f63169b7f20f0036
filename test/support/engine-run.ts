// Runs the engine on generated models and writes what it says in the reference's words.
// Promise: everything handed to the engine is frozen all the way down, so that any write to it throws.
import { CONFLICT, isAnswer, SILENT } from '../../src/engine/answer.js'
import { outcomeJson } from '../../src/engine/answered.js'
import { type Evaluation, evaluate } from '../../src/engine/evaluate.js'
import { statedFacts } from '../../src/engine/facts.js'
import { setOf } from '../../src/engine/known.js'
import { NO, YES } from '../../src/engine/matcher.js'
import { defineModel, type Model } from '../../src/engine/model.js'
import { judge } from '../../src/engine/outcome.js'
import { readCase } from '../../src/engine/read-case.js'
import { loadRuleSet, type RuleSet } from '../../src/engine/ruleset.js'
import type { Narrow, Rulings } from '../../src/engine/rulings.js'
import { contains, points } from '../../src/engine/value-set.js'
import { documentsOf, type GeneratedModel } from './generate-model.js'
import type { FloorMode, Outcome, Value } from './reference.js'

type Truth = 'yes' | 'no' | 'unknown'

/** What the engine says of one case, by id. */
export interface Said {
  readonly outcomes: Readonly<Record<string, readonly Outcome[]>>
  readonly statuses: Readonly<Record<string, Truth>>
  readonly arises: Readonly<Record<string, Truth>>
  readonly breaches: Readonly<Record<string, 'yes' | 'possible' | 'no'>>
  readonly contradictions: readonly string[]
  readonly outcome: 'settled' | 'needs-facts' | 'needs-review'
}

export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  // A typed array cannot be frozen.
  if (ArrayBuffer.isView(value)) return value
  Object.freeze(value)
  for (const one of Object.values(value)) deepFreeze(one)
  return value
}

/** A loaded rule set, or nothing where a condition is too wide to be compiled: the one reason a generated model may fail. */
export function load(model: GeneratedModel, documents: readonly object[] = documentsOf(model)): RuleSet | undefined {
  const defined = defineModel(deepFreeze(model.declaration))
  const loaded = loadRuleSet(
    defined,
    documents.map((document, i) => ({ file: String(i), document: deepFreeze(document) })),
  )
  if (loaded.ok) return loaded.value
  const others = loaded.issues.filter(({ code }) => code !== 'too-many-boxes')
  if (others.every(({ code }) => code === 'unknown-condition') && others.length < loaded.issues.length) return undefined
  throw new Error(`a generated model does not load: ${JSON.stringify(others, null, 1)}`)
}

function computeSets(model: GeneratedModel, engine: Model) {
  return (evaluation: Evaluation<unknown>) => {
    const words = (id: string) => {
      const question = engine.questionOf.get(id)
      return question === undefined
        ? []
        : (evaluation.resolved[question.index]?.outcomes ?? []).map((one) => outcomeText(engine, question.index, one))
    }
    const first = engine.questions[0]?.id as string
    const asked = model.compared === undefined ? first : 'bonus'
    const found = new Set<number>()
    for (const outcome of words(asked)) {
      for (const value of valuesOf(model, engine, evaluation)) {
        const facts = model.compared === undefined ? {} : { [model.compared]: value }
        const [computed] = Object.values(model.compute(facts, { [asked]: outcome }))
        const column = engine.columnOf.get(model.compared === undefined ? 'answered' : 'rank')
        if (computed === 'none') found.add(Number.MIN_SAFE_INTEGER)
        else if (typeof computed === 'boolean') found.add(Number(computed))
        else found.add(column?.words.get(String(computed)) as number)
      }
    }
    return { facts: { [model.compared === undefined ? 'answered' : 'rank']: points([...found]) }, kept: null }
  }
}

/** The values the compared integer fact may still have. */
function valuesOf(model: GeneratedModel, engine: Model, evaluation: Evaluation<unknown>): readonly Value[] {
  const column = model.compared === undefined ? undefined : engine.columnOf.get(model.compared)
  if (column === undefined) return [0]
  const set = setOf(evaluation.known[column.index], column.domain)
  const numbers = [0, 1, 2, 3, 4, 5].filter((value) => contains(set, value))
  return contains(set, Number.MIN_SAFE_INTEGER) ? [...numbers, 'none'] : numbers
}

function outcomeText(engine: Model, question: number, outcome: string | number): Outcome {
  if (isAnswer(outcome))
    return JSON.stringify(outcomeJson(engine.questions[question] as Model['questions'][number], outcome))
  return outcome === CONFLICT ? 'conflict' : outcome === SILENT ? 'silent' : 'null'
}

const truth = (status: number | undefined): Truth => (status === YES ? 'yes' : status === NO ? 'no' : 'unknown')

/** What the engine decides by: rules, settings, and how floors are treated. */
export function rulingsOf(model: GeneratedModel, ruleSet: RuleSet, floors: FloorMode): Rulings {
  return { ruleSet, settings: new Map(Object.entries(model.settings)), floors }
}

/** Evaluates one case as written; `narrow`: exactly. */
export function say(
  model: GeneratedModel,
  ruleSet: RuleSet,
  written: object,
  floors: FloorMode,
  narrow?: Narrow,
): Said {
  const engine = ruleSet.model
  const reading = readCase(engine, deepFreeze(written))
  if (!reading.ok) throw new Error(`a generated case is not read: ${JSON.stringify(reading.issues)}`)
  const rulings = { ...rulingsOf(model, ruleSet, floors), ...(narrow && { narrow }) }
  const { known, agreed } = deepFreeze(reading.value)
  const stated = statedFacts(ruleSet, { ...reading.value, known })
  const evaluation = evaluate(rulings, stated, agreed, computeSets(model, engine))
  const byQuestion = <T>(of: (index: number) => T) =>
    Object.fromEntries(engine.questions.map(({ id, index }) => [id, of(index)]))
  return {
    outcomes: byQuestion((index) =>
      (evaluation.resolved[index]?.outcomes ?? []).map((one) => outcomeText(engine, index, one)).sort(),
    ),
    statuses: Object.fromEntries(ruleSet.rules.map(({ id, index }) => [id, truth(evaluation.statuses[index])])),
    arises: byQuestion((index) => truth(evaluation.arises[index])),
    breaches: byQuestion((index) => evaluation.resolved[index]?.breach?.status ?? 'no'),
    contradictions: evaluation.contradictions.map(({ id }) => id).sort(),
    outcome: judge(rulings, evaluation).outcome,
  }
}
