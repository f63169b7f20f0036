// The public face of aftersale: load rules once, decide each case.
// Promise: every name stands here once, with its meaning; everything is synchronous and pure.
import { type DeciderOf, type DeciderOptionsOf, deciderOf, fixtureCheckerOf } from './domain/decider.js'
import type { FixtureReport } from './domain/fixture.js'
import type { NextQuestion } from './engine/ask.js'
import type { CaseOf, ChineseCaseOf } from './engine/declaration.js'
import type { DecideOptions } from './engine/options.js'
import type { RuleTrace } from './engine/trace.js'
import { afterSaleDeciding } from './models/after-sale/deciding.js'
import type { Decision } from './models/after-sale/decision.js'
import { type AfterSaleQuestion, type AfterSaleSettings, afterSale } from './models/after-sale/model.js'

/** A case in ids, `shopType: 'c-shop'`. What is not written is unknown; money is a string of yuan, times are Beijing's. */
export type Case = CaseOf<typeof afterSale.declaration>

/** A case in Chinese words, `店铺类型: 'C店'`. */
export type ChineseCase = ChineseCaseOf<typeof afterSale.declaration>

/** Id of a question: `returnPostage`, or `deductions.commission` of a member. */
export type QuestionId = AfterSaleQuestion

/** What a shop sets once: `afterSalePeriodDays: 3`, `rollover: 'statutory'`. */
export type Settings = AfterSaleSettings

export interface DeciderOptions extends DeciderOptionsOf<Settings> {}

/** Rules loaded for one shop. */
export interface Decider extends DeciderOf<Case | ChineseCase, Decision, QuestionId, Settings> {}

/**
 * Loads rules and checks everything about them once.
 * @throws AfterSaleError naming every problem of every document, each with file, place and remedy
 */
export function createDecider(options: DeciderOptions): Decider {
  return deciderOf(afterSaleDeciding, options)
}

/**
 * Runs fixtures against rules: cases of one rule on its layer alone, a story on the layers it names. Rules are loaded
 * once per set of layers, however many fixtures are run.
 * @throws AfterSaleError when the rules cannot be loaded; what is wrong with a fixture stands in its report
 */
export function fixtureChecker(options: DeciderOptions): (fixture: unknown) => FixtureReport {
  return fixtureCheckerOf(afterSaleDeciding, options)
}

/**
 * Runs one fixture, as `fixtureChecker` does.
 * @throws AfterSaleError when the rules cannot be loaded; what is wrong with the fixture stands in the report
 */
export function checkFixture(fixture: unknown, options: DeciderOptions): FixtureReport {
  return fixtureChecker(options)(fixture)
}

export type { Difference } from './domain/compare-expected.js'
export type { Conflict } from './domain/conflicts.js'
export type { CitedSource, Deadline } from './domain/domain.js'
export type { CaseReport, FixtureReport } from './domain/fixture.js'
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
export type { AfterSaleBreach, Decision, RefundStatus } from './models/after-sale/decision.js'
export { type ExplainOptions, explain } from './models/after-sale/explain.js'
export { type AllowedStep, type Transition, transition } from './models/after-sale/refund-status.js'
export type { Remark } from './models/after-sale/remark.js'
export type { Report } from './models/after-sale/reports.js'
export type { AmountItem, Sum } from './models/after-sale/sum.js'
export type { Task } from './models/after-sale/todo.js'
export type { DecideOptions, NextQuestion, RuleTrace }
export { afterSale }
