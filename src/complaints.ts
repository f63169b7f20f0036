// The complaints model: who may complain of a shop, until when and on which grounds, who handles it, how to answer.
// Promise: every name stands here once; synchronous and pure, as deciding always is.
import {
  type DeciderFor,
  type DeciderOptionsOf,
  deciderOf,
  fixtureCheckerOf,
  type SettingsOf,
} from './domain/decider.js'
import type { FixtureReport } from './domain/fixture.js'
import type { ComplaintDecision } from './models/complaints/decide.js'
import { complaintsDomain } from './models/complaints/domain.js'
import { complaints } from './models/complaints/model.js'

type Declaration = typeof complaints.declaration

export interface ComplaintDeciderOptions extends DeciderOptionsOf<SettingsOf<Declaration>> {}

/** Rules about rights complaints loaded for one shop. */
export interface ComplaintDecider extends DeciderFor<Declaration, ComplaintDecision> {}

/**
 * Loads rules and checks everything about them once; those that ship are `complaintRules` of `aftersale/rules`.
 * @throws AfterSaleError naming every problem of every document, each with file, place and remedy
 */
export function createComplaintDecider(options: ComplaintDeciderOptions): ComplaintDecider {
  return deciderOf(complaintsDomain, options)
}

/**
 * Runs fixtures against rules: cases of one rule on its layer alone, a story on the layers it names.
 * @throws AfterSaleError when the rules cannot be loaded; what is wrong with a fixture stands in its report
 */
export function complaintFixtureChecker(options: ComplaintDeciderOptions): (fixture: unknown) => FixtureReport {
  return fixtureCheckerOf(complaintsDomain, options)
}

export type { CitedSource, Deadline } from './domain/domain.js'
export { AfterSaleError } from './error.js'
export type { ComplaintsCase } from './models/complaints/model.js'
export type { ComplaintDecision }
export { complaints, complaintsDomain }
