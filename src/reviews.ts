// The reviews model: what a review calls for, by when, what a reply may hold, when a malicious one may be complained of.
// Promise: every name stands here once; synchronous and pure, as deciding always is.
import {
  type DeciderFor,
  type DeciderOptionsOf,
  deciderOf,
  fixtureCheckerOf,
  type SettingsOf,
} from './domain/decider.js'
import type { FixtureReport } from './domain/fixture.js'
import type { ReviewDecision } from './models/reviews/decide.js'
import { reviewsDomain } from './models/reviews/domain.js'
import { reviews } from './models/reviews/model.js'

type Declaration = typeof reviews.declaration

export interface ReviewDeciderOptions extends DeciderOptionsOf<SettingsOf<Declaration>> {}

/** Rules about reviews loaded for one shop. */
export interface ReviewDecider extends DeciderFor<Declaration, ReviewDecision> {}

/**
 * Loads rules and checks everything about them once; those that ship are `reviewRules` of `aftersale/rules`.
 * @throws AfterSaleError naming every problem of every document, each with file, place and remedy
 */
export function createReviewDecider(options: ReviewDeciderOptions): ReviewDecider {
  return deciderOf(reviewsDomain, options)
}

/**
 * Runs fixtures against rules: cases of one rule on its layer alone, a story on the layers it names.
 * @throws AfterSaleError when the rules cannot be loaded; what is wrong with a fixture stands in its report
 */
export function reviewFixtureChecker(options: ReviewDeciderOptions): (fixture: unknown) => FixtureReport {
  return fixtureCheckerOf(reviewsDomain, options)
}

export type { CitedSource, Deadline } from './domain/domain.js'
export { AfterSaleError } from './error.js'
export { combineForOrder, type OrderRemark, type ReturnDecision } from './models/reviews/combine.js'
export type { ReviewsCase } from './models/reviews/model.js'
export type { ReviewDecision }
export { reviews, reviewsDomain }
