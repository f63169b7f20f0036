// The public face of aftersale: load rules once, decide each case.
// Promise: every name stands here once, with its meaning; everything is synchronous and pure.
import type { NextQuestion } from './engine/ask.js'
import type { DecideOptions, DeciderOptions as EngineOptions } from './engine/decider.js'
import { checkOptions, prepare, readSettings } from './engine/decider.js'
import type { CaseOf, FactDeclaration } from './engine/declaration.js'
import { issue, type Result } from './engine/issue.js'
import { extendModel } from './engine/model.js'
import type { RuleTrace } from './engine/trace.js'
import { AfterSaleError } from './error.js'
import { ask, decide, trace } from './models/after-sale/decide.js'
import type { AfterSaleRulings, Decision } from './models/after-sale/decision.js'
import { type DecideOn, type FixtureReport, runFixture } from './models/after-sale/fixture.js'
import { afterSale } from './models/after-sale/model.js'

/** A case: facts by id (`shopType`) or Chinese label (`店铺类型`); what is not written is unknown. Money is a string of yuan. */
export type Case = CaseOf<typeof afterSale.declaration>

export interface DeciderOptions extends EngineOptions {
  /** Rules, named conditions, parameters and sources as parsed JSON, in any order. */
  readonly rules: readonly object[]
  /** Facts of the shop's own, by id. */
  readonly facts?: Readonly<Record<string, FactDeclaration>>
}

/** Rules loaded for one shop. */
export interface Decider {
  /**
   * Decides one case.
   * @throws AfterSaleError with all issues when the case cannot be read
   */
  readonly decide: (input: Case | Readonly<Record<string, unknown>>, options?: DecideOptions) => Decision
  /** As `decide`, but bad input comes back as `{ok: false, issues}`. Takes anything, as untrusted input is. */
  readonly safeDecide: (input: unknown, options?: DecideOptions) => Result<Decision>
  /**
   * Facts worth asking so that a question can be answered, best first; empty when it is settled.
   * @param question a question's id, `returnPostage` or `deductions.commission`
   * @throws AfterSaleError when the case cannot be read or the question does not exist
   */
  readonly ask: (input: Case | Readonly<Record<string, unknown>>, question: string) => readonly NextQuestion[]
  /** Every rule with its status, what beat it and what each leaf compared. `wanted` picks rules by id. */
  readonly trace: (
    input: Case | Readonly<Record<string, unknown>>,
    wanted?: (rule: string) => boolean,
  ) => readonly RuleTrace[]
  /** The same rules under other settings or floors, without loading them again. */
  readonly with: (options: Pick<EngineOptions, 'settings' | 'floors'>) => Decider
  /** Settings without value or default: what depends on them stays open. */
  readonly unset: readonly string[]
  /** SHA-256 of the rule set. */
  readonly ruleSet: string
}

const loaded = new WeakMap<readonly object[], Map<string, Decider>>()

/** Deciders over some layers of the same documents, each loaded once. */
function decidersByLayer(options: DeciderOptions): DecideOn {
  const cache = loaded.get(options.rules) ?? new Map<string, Decider>()
  loaded.set(options.rules, cache)
  return (layers, { settings, floors }) => {
    const key = JSON.stringify([[...layers].sort(), options.omit, options.settings, Object.keys(options.facts ?? {})])
    let decider = cache.get(key)
    if (decider === undefined) {
      const rules = options.rules.filter((document) => isOnLayer(document, layers))
      const omit = (options.omit ?? []).filter((id) => layerOfRule(rules, id) !== undefined)
      decider = createDecider({ ...options, rules, omit })
      cache.set(key, decider)
    }
    const own =
      settings === undefined && floors === undefined
        ? decider
        : decider.with({ ...(settings && { settings }), ...(floors && { floors }) })
    return (input, presume) => own.safeDecide(input, { presume })
  }
}

/** Rules of other layers stay out; conditions, parameters and sources come along, as rules may use them. */
function isOnLayer(document: object, layers: readonly string[]): boolean {
  return !('event' in document) || !('layer' in document) || layers.includes(String(document.layer))
}

function layerOfRule(rules: readonly object[], id: string): string | undefined {
  const rule = rules.find((document) => 'id' in document && document.id === id)
  return rule !== undefined && 'layer' in rule ? String(rule.layer) : undefined
}

function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new AfterSaleError(result.issues)
}

/**
 * Loads rules and checks everything about them once.
 * @throws AfterSaleError naming every problem of every document, each with file, place and remedy
 */
export function createDecider(options: DeciderOptions): Decider {
  const { rules, facts = {}, ...rest } = options
  if (!Array.isArray(rules)) {
    throw new AfterSaleError([
      issue('wrong-type', ['rules'], rules, {
        zh: 'rules 应为规则文档的数组',
        en: 'rules is an array of rule documents',
      }),
    ])
  }
  const model = extendModel(afterSale, facts)
  const prepared = orThrow(
    prepare(
      model,
      rules.map((document: unknown) => ({ file: '', document })),
      rest,
    ),
  )
  return deciderFor(prepared.rulings as AfterSaleRulings, options.settings ?? {}, prepared.unset)
}

function deciderFor(
  rulings: AfterSaleRulings,
  settings: NonNullable<EngineOptions['settings']>,
  unset: readonly string[],
): Decider {
  return {
    decide: (input, options = {}) => orThrow(decide(rulings, input, options)),
    safeDecide: (input, options = {}) => decide(rulings, input, options),
    ask: (input, question) => orThrow(ask(rulings, input, question)),
    trace: (input, wanted) => orThrow(trace(rulings, input, wanted)),
    with: (other) => {
      const merged = { ...settings, ...other.settings }
      const issues = checkOptions(other)
      const read = readSettings(rulings.ruleSet.model, merged, issues)
      if (issues.length > 0) throw new AfterSaleError(issues)
      const changed = { ...rulings, settings: read, floors: other.floors ?? rulings.floors }
      return deciderFor(
        changed,
        merged,
        unset.filter((id) => !read.has(id)),
      )
    },
    unset,
    ruleSet: rulings.ruleSet.hash,
  }
}

/**
 * Runs a fixture against rules: cases of one rule on its layer alone, a story on the layers it names.
 * Pass the same `rules` array again and it is not loaded again.
 * @throws AfterSaleError when the rules cannot be loaded; what is wrong with the fixture stands in the report
 */
export function checkFixture(fixture: unknown, options: DeciderOptions): FixtureReport {
  return runFixture(fixture, decidersByLayer(options), (rule) => layerOfRule(options.rules, rule))
}

export type { Answered, RuleReference } from './engine/answered.js'
export type { MissingFact, Presumed } from './engine/decision.js'
export type { AnswerOf, FactDeclaration, Knowable } from './engine/declaration.js'
export type { FloorMode } from './engine/fold.js'
export type { Issue, IssueCode, Result } from './engine/issue.js'
export type { Outcome, Review } from './engine/outcome.js'
export type { Text } from './engine/text.js'
export type { TraceNode, Truth } from './engine/trace.js'
export { AfterSaleError } from './error.js'
export type { Amount } from './models/after-sale/amount.js'
export type { AfterSaleBreach, CitedSource, Deadline, Decision, NextState, Task } from './models/after-sale/decision.js'
export { type ExplainOptions, explain } from './models/after-sale/explain.js'
export type { CaseReport, Difference, FixtureReport } from './models/after-sale/fixture.js'
export { type AllowedStep, type Transition, transition } from './models/after-sale/refund-status.js'
export type { Remark } from './models/after-sale/remark.js'
export type { AmountItem, Sum } from './models/after-sale/sum.js'
export type { DecideOptions, NextQuestion, RuleTrace }
export { afterSale }
