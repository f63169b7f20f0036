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

/** What may still change of a rate at a moment. */
export interface StillOpen {
  /** The hours counted have not passed: more buyers may write, and those who were answered may write again. */
  readonly dayRuns: boolean
  /** Buyers who would count as answered, were what waits now answered within its hour. */
  readonly usersWaiting: number
}

const WHOLE = 10_000

/** Answered buyers in ten-thousandths of those who asked, rounded down: below half is below half, however little. */
export function shareOf(usersAnswered: number, usersAsked: number): number {
  return Math.min(WHOLE, Math.floor((usersAnswered * WHOLE) / usersAsked))
}

/** Counts the buyers who asked and the buyers who were answered. An answer may come after the hours counted. */
export function replyRateOf(day: Day): ReplyRate {
  const users = waitsByUser(day)
  return {
    usersAsked: users.length,
    usersAnswered: users.filter((waits) => waits.every(({ wait }) => wait <= HOUR)).length,
  }
}

/** What the day's rate still waits for at `now`, in milliseconds: an answer may come until an hour is over to the moment. */
export function stillOpenAt(day: Day, now: number): StillOpen {
  const waiting = waitsByUser(day).filter(
    (waits) =>
      waits.every(({ at, wait }) => wait <= HOUR || (wait === NEVER && now <= at + HOUR)) &&
      waits.some(({ wait }) => wait === NEVER),
  )
  return { dayRuns: now <= atMinute(day.number, CLOSES), usersWaiting: waiting.length }
}

/** For every buyer who wrote in the hours counted: how long each of these messages waited. */
function waitsByUser(day: Day): Wait[][] {
  const opens = atMinute(day.number, OPENS)
  const closes = atMinute(day.number, CLOSES)
  return [...messagesByUser(day).values()]
    .map((messages) => waitsOf(messages).filter(({ at }) => at >= opens && at <= closes))
    .filter((waits) => waits.length > 0)
}

/** The messages of each buyer, whatever conversation they stand in, in order of time. */
export function messagesByUser({ conversations }: Day): ReadonlyMap<string, readonly Message[]> {
  const byUser = new Map<string, Message[]>()
  for (const { user, messages } of conversations) byUser.set(user, [...(byUser.get(user) ?? []), ...messages])
  return new Map([...byUser].map(([user, messages]) => [user, inOrder(messages)]))
}

const NEVER = Number.POSITIVE_INFINITY

interface Wait {
  readonly at: number
  readonly wait: number
}

/** Every message of the buyer with how long it waited for the shop's next one, in milliseconds. */
function waitsOf(messages: readonly Message[]): Wait[] {
  const waits: Wait[] = []
  let reply = NEVER
  for (const { fromBuyer, at } of [...messages].reverse()) {
    if (fromBuyer) waits.push({ at, wait: reply - at })
    else reply = at
  }
  return waits
}
