// The cases a day comes to: one for the shop's day, and one for each conversation.
// Promise: what was measured and what was written down, under the names of the model's facts; nothing is judged.
import { parseInstant } from '../../calendar.js'
import type { Day, ReadConversation } from './conversation.js'
import type { Manners } from './manners.js'
import type { ServiceLevelsCase } from './model.js'
import { replyRateOf, type StillOpen, stillOpenAt } from './reply-rate.js'

type Platform = 'taobao' | 'kuaishou' | 'pinduoduo'

/** The case of the shop's day: what may still change of its counts at that moment is a range. `asOf`: Beijing time. */
export function caseOfDay(day: Day, platform: Platform, asOf: string): ServiceLevelsCase {
  return { platform, asOf, ...countsOf(day, openAt(day, asOf)), recordsComplete: true }
}

/** What may still change at `asOf`; nothing where that is no time, which the case itself tells. */
export function openAt(day: Day, asOf: string): StillOpen {
  return stillOpenAt(day, parseInstant(asOf) ?? Number.POSITIVE_INFINITY)
}

function countsOf(
  day: Day,
  { dayRuns, usersWaiting }: StillOpen,
): Pick<ServiceLevelsCase, 'usersAsked' | 'usersAnswered'> {
  const rate = replyRateOf(day)
  if (dayRuns) return { usersAsked: { atLeast: rate.usersAsked }, usersAnswered: { atLeast: 0 } }
  if (usersWaiting === 0) return rate
  const { usersAsked, usersAnswered } = rate
  return { usersAsked, usersAnswered: { atLeast: usersAnswered, atMost: usersAnswered + usersWaiting } }
}

/** The case of one conversation: what has no time has not happened. `manners` are those towards the buyer. */
export function caseOfConversation(
  { about, messages, moments }: ReadConversation,
  platform: Platform,
  asOf: string,
  manners: Manners,
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
    ...manners,
    recordsComplete: true,
  }
}
