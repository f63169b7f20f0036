// aftersale on json-rules-engine: the same decision with that library doing the matching, and our rules as its Engine.
// Promise: on complete cases `decide` gives exactly what the ordinary decider gives; exceptions, layers, floors, dates in
// force, derived facts and amounts stay ours. The library is an optional peer, loaded when a bridge is made.
import type { Engine } from 'json-rules-engine'
import { checkBeforeLoading } from '../domain/decider.js'
import { concluded, prepare } from '../engine/decider.js'
import { begin, type Progress, runStage } from '../engine/evaluate.js'
import { statedFacts } from '../engine/facts.js'
import { type Issue, issue, notAmong } from '../engine/issue.js'
import { matchBriefly, NO, YES } from '../engine/matcher.js'
import type { DeciderOptions } from '../engine/options.js'
import { judge } from '../engine/outcome.js'
import { type FactsGiven, withFacts } from '../engine/own-facts.js'
import { type Reading, readCase } from '../engine/read-case.js'
import { inPlace } from '../engine/read-documents.js'
import type { RuleStage } from '../engine/rule-stage.js'
import { AfterSaleError, orThrow } from '../error.js'
import type { Amounts } from '../models/after-sale/amount.js'
import { computeAmounts } from '../models/after-sale/compute.js'
import { type AfterSaleRulings, type Decision, writeDecision } from '../models/after-sale/decision.js'
import { type AfterSaleCase, afterSale } from '../models/after-sale/model.js'
import { engineWith, type FactValue, stageOfCase, undatedStage } from './stage-engine.js'

export interface BridgeOptions extends DeciderOptions {
  /** Rules, named conditions, parameters and sources as parsed JSON, in any order. */
  readonly rules: readonly object[]
  /** Facts of the shop's own, by id. */
  readonly facts?: FactsGiven
  /** Brings json-rules-engine in where a plain `import('json-rules-engine')` does not. */
  readonly load?: () => Promise<{ readonly Engine: typeof Engine }>
}

/** The rules settle a case first and handle it then, in two runs. */
export type Stage = 'settle' | 'handle'

/** An engine, and the facts to run it on: `await engine.run(facts)`. */
export interface EngineForCase {
  readonly engine: Engine
  readonly facts: Readonly<Record<string, FactValue>>
}

/** Rules loaded for one shop, matched by json-rules-engine. */
export interface Bridge {
  /**
   * Decides one complete case; every fact that a rule in force reads is one known value.
   * @throws AfterSaleError when the case cannot be read, or naming the facts it lacks
   */
  readonly decide: (input: AfterSaleCase | Readonly<Record<string, unknown>>) => Promise<Decision>
  /**
   * A fresh engine with the stage's rules in force for this case, and the case's facts in its form. The events that come
   * out are the rules that hold; exceptions, layers and floors are not applied to them. A rule that reads an amount
   * which nobody settled is left out.
   * @param stage `settle` unless said; for `handle` the case is settled first
   * @throws AfterSaleError as `decide`
   */
  readonly engineFor: (
    input: AfterSaleCase | Readonly<Record<string, unknown>>,
    stage?: Stage,
  ) => Promise<EngineForCase>
  /**
   * A fresh engine with every rule of the stage, for facts of the host's own making: money a number of yuan, moments
   * `YYYY-MM-DD HH:mm` Beijing time, no value `'none'`, settings and parameters by name. Dates in force are conditions.
   */
  readonly toEngine: (stage?: Stage) => Engine
  /** Settings without value or default: a rule that compares with one cannot be matched. */
  readonly unset: readonly string[]
  /** SHA-256 of the rule set. */
  readonly ruleSet: string
}

const BESIDE_RULES = ['facts', 'omit', 'settings', 'floors', 'exact', 'load']

/**
 * Loads json-rules-engine and the rules.
 * @throws AfterSaleError when json-rules-engine is not installed, or naming every problem of options and documents
 */
export async function createBridge(options: BridgeOptions): Promise<Bridge> {
  const issues = checkBeforeLoading(options, BESIDE_RULES)
  const { rules, facts = {}, load = () => import('json-rules-engine'), ...rest } = options
  const Constructor = await engineFrom(load)
  const model = withFacts(afterSale, facts, ['facts'])
  if (!model.ok) throw new AfterSaleError([...issues, ...model.issues])
  const { rulings, unset } = orThrow(prepare(model.value, inPlace(rules, 'rules'), rest))
  return bridgeFor(Constructor, rulings as AfterSaleRulings, unset)
}

async function engineFrom(load: NonNullable<BridgeOptions['load']>): Promise<typeof Engine> {
  try {
    return (await load()).Engine
  } catch (error) {
    throw new AfterSaleError([
      issue('missing-key', ['json-rules-engine'], error instanceof Error ? error.message : error, {
        zh: '没有装上 json-rules-engine：aftersale/json-rules-engine 需要它，请执行 npm install json-rules-engine',
        en: 'json-rules-engine could not be loaded: aftersale/json-rules-engine needs it, run npm install json-rules-engine',
      }),
    ])
  }
}

/** Each run has an engine of its own: runs of one engine end one another, and a failed run spoils the next. */
function bridgeFor(Constructor: typeof Engine, rulings: AfterSaleRulings, unset: readonly string[]): Bridge {
  const { ruleSet, settings } = rulings
  const compute = computeAmounts(rulings)
  const prepared = (stage: RuleStage, progress: Progress<Amounts>) => {
    const issues: Issue[] = []
    const { facts, open, ...rules } = stageOfCase(ruleSet, settings, stage, progress.known, issues)
    if (issues.length > 0) throw new AfterSaleError(issues)
    return { engine: engineWith(Constructor, rules, refusePath), facts, open }
  }
  const run = async (stage: RuleStage, reading: Reading, progress: Progress<Amounts>) => {
    const { engine, facts, open } = prepared(stage, progress)
    const { results } = await engine.run(facts)
    const held = new Set(results.map(({ name }) => name))
    const own = matchBriefly(stage.matcher, progress.known)
    stage.rules.forEach(({ id }, i) => {
      if (!open.has(id)) own[i] = held.has(id) ? YES : NO
    })
    runStage(rulings, stage, reading.agreed, progress, compute)
  }
  const start = (input: unknown) => {
    const reading = orThrow(readCase(ruleSet.model, input))
    return { reading, progress: begin<Amounts>(rulings, statedFacts(ruleSet, reading)) }
  }
  return {
    decide: async (input) => {
      const { reading, progress } = start(input)
      for (const stage of ruleSet.stages) await run(stage, reading, progress)
      const found = { reading, evaluation: progress, judged: judge(rulings, progress), presumed: [] }
      return writeDecision(rulings, concluded(rulings, compute, found))
    },
    engineFor: async (input, wanted = 'settle') => {
      const last = stageCalled(ruleSet.stages, wanted)
      const { reading, progress } = start(input)
      for (const stage of ruleSet.stages.slice(0, ruleSet.stages.indexOf(last))) await run(stage, reading, progress)
      const { engine, facts } = prepared(last, progress)
      return { engine, facts }
    },
    toEngine: (wanted = 'settle') => {
      const stage = stageCalled(ruleSet.stages, wanted)
      return engineWith(Constructor, undatedStage(ruleSet, stage), refusePath)
    },
    unset,
    ruleSet: ruleSet.hash(),
  }
}

function stageCalled(stages: readonly RuleStage[], wanted: string): RuleStage {
  const found = stages.find(({ stage }) => stage === wanted)
  if (found !== undefined) return found
  const accepted = stages.map(({ stage }) => stage)
  throw new AfterSaleError([notAmong('unknown-value', ['stage'], wanted, accepted, { zh: '阶段', en: 'stage' })])
}

function refusePath(): never {
  throw new AfterSaleError([
    issue('not-accepted', ['path'], undefined, {
      zh: '不接受 path：json-rules-engine 会执行其中的代码',
      en: 'path is not accepted: json-rules-engine would run the code in it',
    }),
  ])
}
