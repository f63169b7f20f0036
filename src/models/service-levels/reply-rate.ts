// Pinduoduo's rate of effective replies in a day, counted from the day's conversations.
// Promise: a buyer counts once, and only where every message in the hours counted was answered in time; nothing is judged.
// Source: 拼多多商家客服管理规则 3.2 to 3.5.
import { atMinute } from '../../calendar.js'
import { type Day, inOrder, type Message } from './conversation.js'

const HOUR = 3_600_000
/** The hours counted, in minutes after midnight: 8:00 to 23:00, both moments included: 23:00:01 is after. */
const OPENS = 8 * 60
const CLOSES = 23 * 60

export interface ReplyRate {
  /** Buyers who wrote in the hours counted. */
  readonly usersAsked: number
  /** Those of them all of whose messages in these hours were answered within an hour, the hour itself included. */
  readonly usersAnswered: number
}

const WHOLE = 10_000

/** Answered buyers in ten-thousandths of those who asked, rounded down: below half is below half, however little. */
export function shareOf(usersAnswered: number, usersAsked: number): number {
  return Math.min(WHOLE, Math.floor((usersAnswered * WHOLE) / usersAsked))
}

/** Counts the buyers who asked and the buyers who were answered. An answer may come after the hours counted. */
export function replyRateOf(day: Day): ReplyRate {
  const opens = atMinute(day.number, OPENS)
  const closes = atMinute(day.number, CLOSES)
  const byUser = new Map<string, Message[]>()
  for (const { user, messages } of day.conversations) byUser.set(user, [...(byUser.get(user) ?? []), ...messages])
  let usersAsked = 0
  let usersAnswered = 0
  for (const messages of byUser.values()) {
    const waits = waitsOf(inOrder(messages)).filter(({ at }) => at >= opens && at <= closes)
    if (waits.length === 0) continue
    usersAsked += 1
    if (waits.every(({ wait }) => wait <= HOUR)) usersAnswered += 1
  }
  return { usersAsked, usersAnswered }
}

/** Every message of the buyer with how long it waited for the shop's next one, in milliseconds. */
function waitsOf(messages: readonly Message[]): { readonly at: number; readonly wait: number }[] {
  const waits: { readonly at: number; readonly wait: number }[] = []
  let reply = Number.POSITIVE_INFINITY
  for (const { fromBuyer, at } of [...messages].reverse()) {
    if (fromBuyer) waits.push({ at, wait: reply - at })
    else reply = at
  }
  return waits
}
