// The service-levels model: the rate of replies in a day, conduct, refused messages, and what a shop promises its buyers.
// Promise: every name stands here once; synchronous and pure, as deciding always is.
import {
  type DeciderFor,
  type DeciderOptionsOf,
  deciderOf,
  fixtureCheckerOf,
  type SettingsOf,
} from './domain/decider.js'
import type { FixtureReport } from './domain/fixture.js'
import type { ServiceDecision } from './models/service-levels/decide.js'
import { serviceLevelsDomain } from './models/service-levels/domain.js'
import { serviceLevels } from './models/service-levels/model.js'

type Declaration = typeof serviceLevels.declaration

export interface ServiceLevelDeciderOptions extends DeciderOptionsOf<SettingsOf<Declaration>> {}

/** Rules about service levels loaded for one shop. */
export interface ServiceLevelDecider extends DeciderFor<Declaration, ServiceDecision> {}

/**
 * Loads rules and checks everything about them once; those that ship are `serviceLevelRules` of `aftersale/rules`.
 * @throws AfterSaleError naming every problem of every document, each with file, place and remedy
 */
export function createServiceLevelDecider(options: ServiceLevelDeciderOptions): ServiceLevelDecider {
  return deciderOf(serviceLevelsDomain, options)
}

/**
 * Runs fixtures against rules: cases of one rule on its layer alone, a story on the layers it names.
 * @throws AfterSaleError when the rules cannot be loaded; what is wrong with a fixture stands in its report
 */
export function serviceLevelFixtureChecker(options: ServiceLevelDeciderOptions): (fixture: unknown) => FixtureReport {
  return fixtureCheckerOf(serviceLevelsDomain, options)
}

export type { CitedSource, Deadline } from './domain/domain.js'
export { AfterSaleError } from './error.js'
export { type Conversation, type Day, readDay } from './models/service-levels/conversation.js'
export type { ServiceLevelsCase } from './models/service-levels/model.js'
export { type ReplyRate, replyRateOf, type StillOpen } from './models/service-levels/reply-rate.js'
export { type DaySheet, type JudgedConversation, sheetOf, sheetText } from './models/service-levels/sheet.js'
export type { ServiceDecision }
export { serviceLevels, serviceLevelsDomain }
