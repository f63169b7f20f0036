// The public face of aftersale: load rules once, decide each case.
// Promise: every name stands here once, with its meaning; everything is synchronous and pure.
import type { NextQuestion } from './engine/ask.js'
import { exactly, prepare } from './engine/decider.js'
import type { CaseOf, ChineseCaseOf, FactDeclaration } from './engine/declaration.js'
import { issue, type Result } from './engine/issue.js'
import {
  checkOptions,
  type DecideOptions,
  type DeciderOptions as EngineOptions,
  type Exact,
  readSettings,
} from './engine/options.js'
import { withFacts } from './engine/own-facts.js'
import { isObject } from './engine/plain.js'
import type { RuleTrace } from './engine/trace.js'
import { AfterSaleError, orThrow } from './error.js'
import { ask, decide, trace } from './models/after-sale/decide.js'
import type { AfterSaleRulings, Decision } from './models/after-sale/decision.js'
import { type DecideOn, type FixtureReport, runFixture } from './models/after-sale/fixture.js'
import { type AfterSaleQuestion, type AfterSaleSettings, afterSale } from './models/after-sale/model.js'
import { isOnLayer, layerOfRule } from './models/after-sale/rule-layers.js'

/** A case in ids, `shopType: 'c-shop'`. What is not written is unknown; money is a string of yuan, times are Beijing's. */
export type Case = CaseOf<typeof afterSale.declaration>

/** A case in Chinese words, `店铺类型: 'C店'`. */
export type ChineseCase = ChineseCaseOf<typeof afterSale.declaration>

/** Id of a question: `returnPostage`, or `deductions.commission` of a member. */
export type QuestionId = AfterSaleQuestion

/** What a shop sets once; `afterSalePeriodDays: 3`. */
export type Settings = AfterSaleSettings

export interface DeciderOptions extends Omit<EngineOptions, 'settings'> {
  /** Values of the settings; a setting without value or default stays unknown. */
  readonly settings?: Settings
  /** Rules, named conditions, parameters and sources as parsed JSON, in any order. */
  readonly rules: readonly object[]
  /** Facts of the shop's own, by id. */
  readonly facts?: Readonly<Record<string, FactDeclaration>>
}

/** Rules loaded for one shop. */
export interface Decider {
  /**
   * Decides one case. A case with facts of the shop's own, or of another type, goes to `safeDecide`.
   * @throws AfterSaleError with all issues when the case cannot be read
   */
  readonly decide: (input: Case | ChineseCase, options?: DecideOptions) => Decision
  /** As `decide`, but bad input comes back as `{ok: false, issues}`. Takes anything, as untrusted input is. */
  readonly safeDecide: (input: unknown, options?: DecideOptions) => Result<Decision>
  /**
   * Facts worth asking so that a question can be answered, best first; empty when it is settled. With `presume`, what
   * has a usual value is taken to have it and is not asked.
   * @param question a question's id, `returnPostage` or `deductions.commission`
   * @throws AfterSaleError when the case cannot be read or the question does not exist
   */
  readonly ask: (input: Case | ChineseCase, question: QuestionId, options?: DecideOptions) => readonly NextQuestion[]
  /** Every rule with its status, what beat it and what each leaf compared. `wanted` picks rules by id. */
  readonly trace: (input: Case | ChineseCase, wanted?: (rule: string) => boolean) => readonly RuleTrace[]
  /** The same rules under other settings or floors, without loading them again. */
  readonly with: (options: Pick<DeciderOptions, 'settings' | 'floors'>) => Decider
  /** Settings without value or default: what depends on them stays open. */
  readonly unset: readonly string[]
  /** SHA-256 of the rule documents and of the shop's own facts; settings and floors are no part of it. */
  readonly ruleSet: string
}

/** Deciders over some layers of the same documents, each loaded once. */
function decidersByLayer(options: DeciderOptions): DecideOn {
  const byLayers = new Map<string, Decider>()
  return (layers, { settings, floors }) => {
    const key = [...layers].sort().join()
    let decider = byLayers.get(key)
    if (decider === undefined) {
      const rules = options.rules.filter((document) => isOnLayer(document, layers))
      const omit = options.omit?.filter((id) => layerOfRule(rules, id) !== undefined)
      decider = createDecider({ ...options, rules, ...(omit && { omit }) })
      byLayers.set(key, decider)
    }
    const own =
      settings === undefined && floors === undefined
        ? decider
        : decider.with({ ...(settings && { settings }), ...(floors && { floors }) })
    return (input, presume) => own.safeDecide(input, { presume })
  }
}

/**
 * Loads rules and checks everything about them once.
 * @throws AfterSaleError naming every problem of every document, each with file, place and remedy
 */
export function createDecider(options: DeciderOptions): Decider {
  checkRules(options)
  const { rules, facts = {}, ...rest } = options
  const model = orThrow(withFacts(afterSale, facts, ['facts']))
  const sources = rules.map((document: unknown) => ({ file: '', document }))
  const prepared = orThrow(prepare(model, sources, rest))
  return deciderFor(prepared.rulings as AfterSaleRulings, options.settings ?? {}, prepared.unset, options.exact)
}

function checkRules(options: DeciderOptions): void {
  const issues = checkOptions(options, ['rules', 'facts', 'omit', 'settings', 'floors', 'exact'])
  const rules: unknown = isObject(options) ? options.rules : undefined
  if (!Array.isArray(rules)) {
    issues.push(
      issue('wrong-type', ['rules'], rules, {
        zh: 'rules 应为规则文档的数组',
        en: 'rules is an array of rule documents',
      }),
    )
  }
  if (issues.length > 0) throw new AfterSaleError(issues)
}

function deciderFor(
  rulings: AfterSaleRulings,
  settings: NonNullable<EngineOptions['settings']>,
  unset: readonly string[],
  exact: Exact | undefined,
): Decider {
  return {
    decide: (input, options = {}) => orThrow(decide(rulings, input, options)),
    safeDecide: (input, options = {}) => decide(rulings, input, options),
    ask: (input, question, how = {}) => orThrow(ask(rulings, input, question, how)),
    trace: (input, wanted) => orThrow(trace(rulings, input, wanted)),
    with: (other) => {
      const issues = checkOptions(other, ['settings', 'floors'])
      if (issues.length > 0) throw new AfterSaleError(issues)
      const merged = { ...settings, ...other.settings }
      const read = readSettings(rulings.ruleSet.model, merged, issues)
      if (issues.length > 0) throw new AfterSaleError(issues)
      const changed = { ...rulings, settings: read, floors: other.floors ?? rulings.floors }
      return deciderFor(
        exactly(changed, exact),
        merged,
        unset.filter((id) => !read.has(id)),
        exact,
      )
    },
    unset,
    ruleSet: rulings.ruleSet.hash,
  }
}

/**
 * Runs fixtures against rules: cases of one rule on its layer alone, a story on the layers it names. Rules are loaded
 * once per set of layers, however many fixtures are run.
 * @throws AfterSaleError when the rules cannot be loaded; what is wrong with a fixture stands in its report
 */
export function fixtureChecker(options: DeciderOptions): (fixture: unknown) => FixtureReport {
  checkRules(options)
  const decideOn = decidersByLayer(options)
  return (fixture) => runFixture(fixture, decideOn, (rule) => layerOfRule(options.rules, rule))
}

/**
 * Runs one fixture, as `fixtureChecker` does.
 * @throws AfterSaleError when the rules cannot be loaded; what is wrong with the fixture stands in the report
 */
export function checkFixture(fixture: unknown, options: DeciderOptions): FixtureReport {
  return fixtureChecker(options)(fixture)
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
export type { Conflict } from './models/after-sale/conflicts.js'
export type { AfterSaleBreach, CitedSource, Decision, NextState } from './models/after-sale/decision.js'
export { type ExplainOptions, explain } from './models/after-sale/explain.js'
export type { CaseReport, Difference, FixtureReport } from './models/after-sale/fixture.js'
export { type AllowedStep, type Transition, transition } from './models/after-sale/refund-status.js'
export type { Remark } from './models/after-sale/remark.js'
export type { Report } from './models/after-sale/reports.js'
export type { AmountItem, Sum } from './models/after-sale/sum.js'
export type { Task } from './models/after-sale/todo.js'
export type { Deadline } from './models/deadlines/dated.js'
export type { DecideOptions, NextQuestion, RuleTrace }
export { afterSale }
