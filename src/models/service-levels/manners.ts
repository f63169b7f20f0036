// How a shop's own messages press on a buyer: at night unasked, and many in a row.
// Promise: counted, never judged; the hours of the night are a reading of ours, those in which no reply is counted.
import { minuteOf } from '../../calendar.js'
import type { Message } from './conversation.js'

const HOUR = 3_600_000
/** The night, in minutes after midnight: from 23:00 on, and before 8:00. */
const NIGHT_FROM = 23 * 60
const NIGHT_UNTIL = 8 * 60

export interface Manners {
  /** Messages of the shop at night that no message of the buyer came before within an hour. */
  readonly nightContacts: number
  /** The most messages of the shop within an hour without the buyer writing between them. */
  readonly messagesInARow: number
}

/** Counts both over messages in order of time. */
export function mannersOf(messages: readonly Message[]): Manners {
  let nightContacts = 0
  let messagesInARow = 0
  let lastAsked = Number.NEGATIVE_INFINITY
  let run: number[] = []
  for (const { fromBuyer, at } of messages) {
    if (fromBuyer) {
      lastAsked = at
      run = []
      continue
    }
    if (isNight(at) && at - lastAsked > HOUR) nightContacts += 1
    run = [...run.filter((earlier) => at - earlier <= HOUR), at]
    messagesInARow = Math.max(messagesInARow, run.length)
  }
  return { nightContacts, messagesInARow }
}

function isNight(at: number): boolean {
  const minute = minuteOf(at)
  return minute >= NIGHT_FROM || minute < NIGHT_UNTIL
}
