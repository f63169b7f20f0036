// A day's conversations with buyers, as a shop's records hold them, read into instants.
// Promise: every problem of every conversation comes back at once; what is read is in order of time.
import * as z from 'zod/mini'
import { parseDay, parseInstant } from '../../calendar.js'
import { type Issue, issue, MAX_ISSUES, type Result } from '../../engine/issue.js'
import { isObject } from '../../engine/plain.js'
import { line, readShape } from '../../engine/shape.js'

/** What a conversation is about. */
type About = 'return-or-exchange' | 'logistics' | 'other'

/** One conversation. Times are Beijing time, `YYYY-MM-DD HH:mm` or with seconds; an offset may stand behind. */
export interface Conversation {
  /** Whoever the buyer is; several conversations may be the same buyer's. */
  readonly user: string
  readonly about?: About
  readonly messages: readonly { readonly from: 'buyer' | 'shop'; readonly at: string }[]
  /** When a logistics problem was resolved. */
  readonly resolvedAt?: string
  /** When the night shift handed the matter over, and when it was done. */
  readonly handedOverAt?: string
  readonly handledAt?: string
  /** When the buyer's return parcel arrived, and when it was sent to after-sale. */
  readonly parcelArrivedAt?: string
  readonly parcelPassedOnAt?: string
}

export interface Message {
  readonly fromBuyer: boolean
  /** Milliseconds. */
  readonly at: number
  /** The moment as it was written. */
  readonly text: string
}

export interface ReadConversation {
  readonly user: string
  readonly about: About | undefined
  /** In order of time; of the same moment in the order they were given. */
  readonly messages: readonly Message[]
  /** The other moments as they were written, by their names. */
  readonly moments: Readonly<Partial<Record<Moment, string>>>
}

export interface Day {
  /** The Beijing day, `YYYY-MM-DD`, and as a day number. */
  readonly text: string
  readonly number: number
  readonly conversations: readonly ReadConversation[]
}

const MOMENTS = ['resolvedAt', 'handedOverAt', 'handledAt', 'parcelArrivedAt', 'parcelPassedOnAt'] as const
type Moment = (typeof MOMENTS)[number]

const moment = z.optional(z.string())
const conversation = z.strictObject({
  user: line(200),
  about: z.optional(z.enum(['return-or-exchange', 'logistics', 'other'])),
  messages: z.array(z.strictObject({ from: z.enum(['buyer', 'shop']), at: z.string() })),
  resolvedAt: moment,
  handedOverAt: moment,
  handledAt: moment,
  parcelArrivedAt: moment,
  parcelPassedOnAt: moment,
})

type Path = readonly (string | number)[]

/** Reads the conversations of one Beijing day, `YYYY-MM-DD`, for measuring. */
export function readDay(conversations: unknown, day: string): Result<Day> {
  const issues: Issue[] = []
  const number = parseDay(day)
  if (number === undefined)
    issues.push(
      issue('wrong-type', ['day'], day, {
        zh: `「${day}」不是日期；应写成 2026-06-28`,
        en: `"${day}" is no day; write 2026-06-28`,
      }),
    )
  if (!Array.isArray(conversations))
    issues.push(
      issue('wrong-type', ['conversations'], conversations, {
        zh: '一天的对话应是一个列表，每次对话一项',
        en: 'the conversations of a day are a list, one entry each',
      }),
    )
  const list: readonly unknown[] = Array.isArray(conversations) ? conversations : []
  const read: ReadConversation[] = []
  for (let i = 0; i < list.length && issues.length < MAX_ISSUES; i += 1) {
    const one = readShape<Conversation>(conversation as z.ZodMiniType<Conversation>, list[i])
    if (one.ok) read.push(readOne(one.value, [i], issues))
    else issues.push(...one.issues.map((found) => ({ ...found, path: [i, ...found.path] })), ...wrongTimes(list[i], i))
  }
  if (number === undefined || issues.length > 0) return { ok: false, issues }
  return { ok: true, value: { text: day, number, conversations: read } }
}

/** What is wrong with the times of a conversation that cannot be read for other reasons: all is told at once. */
function wrongTimes(written: unknown, place: number): Issue[] {
  const issues: Issue[] = []
  const read = (holder: unknown, name: string, path: Path) => {
    const text = isObject(holder) ? holder[name] : undefined
    if (typeof text === 'string') instantOf(text, [...path, name], issues)
  }
  const messages: unknown = isObject(written) ? written.messages : undefined
  for (const [i, one] of Array.isArray(messages) ? messages.entries() : []) read(one, 'at', [place, 'messages', i])
  for (const name of MOMENTS) read(written, name, [place])
  return issues
}

function readOne(written: Conversation, path: Path, issues: Issue[]): ReadConversation {
  const messages = written.messages.map(({ from, at }, i) => ({
    fromBuyer: from === 'buyer',
    at: instantOf(at, [...path, 'messages', i, 'at'], issues),
    text: at,
  }))
  const moments: Partial<Record<Moment, string>> = {}
  for (const name of MOMENTS) {
    const text = written[name]
    if (text === undefined) continue
    instantOf(text, [...path, name], issues)
    moments[name] = text
  }
  return { user: written.user, about: written.about, messages: inOrder(messages), moments }
}

/** By time; those of one moment stay in the order they have. */
export function inOrder(messages: readonly Message[]): Message[] {
  return [...messages].sort((a, b) => a.at - b.at)
}

function instantOf(text: string, path: Path, issues: Issue[]): number {
  const instant = parseInstant(text)
  if (instant !== undefined) return instant
  issues.push(
    issue('wrong-type', path, text, {
      zh: `「${text}」不是时间；应写成北京时间，如 2026-06-28 18:00`,
      en: `"${text}" is no time; write Beijing time, as 2026-06-28 18:00`,
    }),
  )
  return 0
}
