// What the benchmark runs: json-rules-engine in its normal use, and our reading, matching and deciding apart.
// Promise: every contestant gets the same rules and, where it can, the same cases; inputs are fresh JSON each time.
import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine'
import { stageOfCase } from '../../src/bridge/stage-engine.js'
import { decideReading } from '../../src/engine/decider.js'
import { completeFacts, evaluate } from '../../src/engine/evaluate.js'
import { deriveFacts, statedFacts } from '../../src/engine/facts.js'
import type { Issue } from '../../src/engine/issue.js'
import type { Known } from '../../src/engine/known.js'
import { matchBriefly, YES } from '../../src/engine/matcher.js'
import { type Reading, readCase } from '../../src/engine/read-case.js'
import type { RuleStage } from '../../src/engine/rule-stage.js'
import { computeAmounts } from '../../src/models/after-sale/compute.js'
import { type AfterSaleRulings, writeDecision } from '../../src/models/after-sale/decision.js'

/** What later stages read and json-rules-engine is told as facts: answers and computed facts, in the order of `givenColumns`. */
type Given = readonly Known[]

/** One case with all that the contestants need, as JSON text where they are to start from JSON. */
export interface Prepared {
  readonly json: string
  readonly given: Given
  /** The case in the other library's form; nothing for a case it cannot decide. */
  readonly facts: string | undefined
}

/** A rule, or a named condition where it has no event. */
export interface Document {
  readonly id: string
  readonly conditions: TopLevelCondition | { readonly fact: string; readonly operator: string; readonly value: unknown }
  readonly event?: RuleProperties['event']
}

/** All rules in one engine, the documents as they are. */
export function theirEngine(documents: readonly Document[]): Engine {
  const refuse = () => {
    throw new Error('no path is used')
  }
  const engine = new Engine([], { pathResolver: refuse })
  for (const { id, conditions, event } of documents) {
    const root: TopLevelCondition = 'fact' in conditions ? { all: [conditions] } : conditions
    if (event === undefined) engine.setCondition(id.slice(id.lastIndexOf('/') + 1), root)
    else engine.addRule({ name: id, conditions: structuredClone(root), event: structuredClone(event) })
  }
  return engine
}

/** Works out what the contestants are given beside the case itself. */
export function prepareCase(rulings: AfterSaleRulings, written: object): Prepared {
  const { ruleSet, settings } = rulings
  const { known, given } = withGiven(rulings, written)
  const issues: Issue[] = []
  const stages = ruleSet.stages.map((stage) => stageOfCase(ruleSet, settings, stage, known, issues))
  const complete = issues.length === 0 && stages.every(({ open }) => open.size === 0)
  const facts: object = Object.assign({}, ...stages.map((stage) => stage.facts))
  return { json: JSON.stringify(written), given, facts: complete ? JSON.stringify(facts) : undefined }
}

/** What is known of a case once it is evaluated, and of that the answers and computed facts. */
export function withGiven(rulings: AfterSaleRulings, written: object): { known: readonly Known[]; given: Given } {
  const reading = readingOf(rulings, written)
  const stated = statedFacts(rulings.ruleSet, reading)
  const { known } = evaluate(rulings, stated, reading.agreed, computeAmounts(rulings))
  return { known, given: givenColumns(rulings).map((column) => known[column]) }
}

export function readingOf(rulings: AfterSaleRulings, written: unknown): Reading {
  const read = readCase(rulings.ruleSet.model, written)
  if (!read.ok) throw new Error(`a generated case is not read: ${JSON.stringify(read.issues)}`)
  return read.value
}

/** Columns of answers and computed facts. */
export function givenColumns({ ruleSet }: AfterSaleRulings): readonly number[] {
  return ruleSet.model.columns.flatMap(({ index, source }) =>
    source === 'answer' || source === 'computed' ? [index] : [],
  )
}

/**
 * From a case that has been read to the status of every rule, stage by stage; answers are given, as they are to the other
 * library, which reads its facts as they come. The statuses are the matchers' own, as in a decision: they are read before
 * the next case is matched.
 * @param room for what is known, kept from case to case
 */
export function matchRead(
  rulings: AfterSaleRulings,
  reading: Reading,
  columns: readonly number[],
  given: Given,
  room?: Known[],
): readonly Known[] {
  const { ruleSet } = rulings
  const { known } = deriveFacts(ruleSet, statedFacts(ruleSet, reading, [], room))
  completeFacts(rulings, known)
  for (let i = 0; i < columns.length; i += 1) known[columns[i] as number] = given[i]
  for (let i = 0; i < ruleSet.stages.length; i += 1) matchBriefly((ruleSet.stages[i] as RuleStage).matcher, known)
  return known
}

export function roomFor({ ruleSet }: AfterSaleRulings): Known[] {
  return ruleSet.model.unknown.concat(ruleSet.beyondModel)
}

/** Ids of the rules that hold of the case last matched. */
export function holding(stages: readonly RuleStage[]): string[] {
  return stages.flatMap(({ rules, matcher }) =>
    rules.flatMap(({ id }, own) => (matcher.status[own] === YES ? [id] : [])),
  )
}

/** The whole decision of a case that has been read. */
export function decideRead(
  rulings: AfterSaleRulings,
  compute: ReturnType<typeof computeAmounts>,
  reading: Reading,
): object {
  return writeDecision(rulings, decideReading(rulings, compute, reading))
}
