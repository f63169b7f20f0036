// The cases a day comes to: one for the shop's day, and one for each conversation.
// Promise: what was measured and what was written down, under the names of the model's facts; nothing is judged.
import type { Day, ReadConversation } from './conversation.js'
import { mannersOf } from './manners.js'
import type { ServiceLevelsCase } from './model.js'
import { replyRateOf } from './reply-rate.js'

type Platform = 'taobao' | 'kuaishou' | 'pinduoduo'

/** The case of the shop's day. `asOf`: the moment of judging, Beijing time. */
export function caseOfDay(day: Day, platform: Platform, asOf: string): ServiceLevelsCase {
  return { platform, asOf, ...replyRateOf(day), recordsComplete: true }
}

/** The case of one conversation: what has no time has not happened. */
export function caseOfConversation(
  { about, messages, moments }: ReadConversation,
  platform: Platform,
  asOf: string,
): ServiceLevelsCase {
  const asked = messages.find(({ fromBuyer }) => fromBuyer)
  const replied = asked && messages.slice(messages.indexOf(asked)).find(({ fromBuyer }) => !fromBuyer)
  return {
    platform,
    asOf,
    about: about ?? 'other',
    askedAt: asked?.text ?? 'none',
    repliedAt: replied?.text ?? 'none',
    ...moments,
    ...mannersOf(messages),
    recordsComplete: true,
  }
}
