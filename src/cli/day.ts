// `aftersale day`: a shop's conversations of a day in, the sheet of that day out.
// Promise: counted and decided as `readDay` and `sheetOf` do it; whatever the sheet says, it ends with code 0.
import { dayOf, formatDay, parseInstant } from '../calendar.js'
import { decide } from '../domain/decide.js'
import { shown } from '../engine/issue.js'
import type { Text } from '../engine/text.js'
import { type Day, readDay } from '../models/service-levels/conversation.js'
import { serviceLevelsDomain } from '../models/service-levels/domain.js'
import { sheetOf, sheetText } from '../models/service-levels/sheet.js'
import { type OptionRule, readArguments } from './arguments.js'
import { loadRules, readRules } from './load-rules.js'
import { PLATFORM, PLATFORM_IDS } from './option-words.js'
import { EXIT, type Finished, type Problem, problem, problemsOf, written } from './problem.js'
import { readConversations } from './read-conversations.js'
import { refused } from './refused.js'

const OPTIONS = {
  day: { type: 'string' },
  platform: PLATFORM,
  'as-of': { type: 'string' },
  rules: { type: 'string' },
  json: { type: 'boolean' },
  'ignore-columns': { type: 'boolean' },
  lang: { type: 'string', among: ['zh', 'en'] },
} as const satisfies Readonly<Record<string, OptionRule>>

const ONE_FILE: Text = {
  zh: '写一个对话文件：aftersale day 对话.json --day 2026-06-15 --platform pinduoduo --as-of "2026-06-17 12:00"',
  en: 'name one file of conversations: aftersale day FILE --day 2026-06-15 --platform pinduoduo --as-of "2026-06-17 12:00"',
}
const REQUIRED: Readonly<Record<string, Text>> = {
  day: { zh: '缺 --day：哪一天，如 2026-06-15', en: '--day is missing: which day, as 2026-06-15' },
  platform: {
    zh: `缺 --platform：哪个平台，${[...(PLATFORM.words?.keys() ?? [])].join('、')} 之一`,
    en: `--platform is missing: one of ${PLATFORM_IDS.join(', ')}`,
  },
  'as-of': {
    zh: '缺 --as-of：以什么时间为准来判定，如 "2026-06-17 12:00"',
    en: '--as-of is missing: the moment of judging, as "2026-06-17 12:00"',
  },
}

export function dayCommand(words: readonly string[], lang: keyof Text): Finished {
  const read = readArguments(words, OPTIONS)
  if (!read.ok) return refused(EXIT.usage, read.problems, lang)
  const { operands, text, flag } = read.value
  const [file] = operands
  const platform = PLATFORM_IDS.find((one) => one === text('platform'))
  const [day, asOf] = [text('day'), text('as-of')]
  const missing = Object.keys(REQUIRED).filter((option) => text(option) === undefined)
  const misused = [
    ...[...(operands.length === 1 ? [] : [ONE_FILE]), ...missing.map((option) => REQUIRED[option] as Text)].map(
      (message) => problem('', message),
    ),
    ...(asOf === undefined || parseInstant(asOf) !== undefined ? [] : [problem('--as-of', noTime(asOf))]),
    ...(day === undefined ? [] : noDay(day)),
  ]
  if (file === undefined || platform === undefined || day === undefined || asOf === undefined || misused.length > 0)
    return refused(EXIT.usage, misused, lang)
  const rules = readRules(text('rules'), serviceLevelsDomain.model.declaration.id)
  const loaded = rules.ok ? loadRules(rules.value, 'advise') : rules
  const list = readConversations(file, day, flag('ignore-columns'))
  if (!loaded.ok || !rules.ok || !list.ok) {
    const problems = [list, loaded].flatMap((one) => (one.ok ? [] : one.problems))
    return refused(EXIT.failed, problems, lang)
  }
  const rulings = { ...loaded.value, domain: serviceLevelsDomain }
  const decider = { safeDecide: (input: unknown) => decide(rulings, input, {}) }
  const sheet = sheetOf(decider, list.value.day, { platform, asOf })
  if (!sheet.ok) return refused(EXIT.failed, problemsOf(sheet.issues, file), lang)
  const out = flag('json') ? JSON.stringify(sheet.value, null, 2) : sheetText(sheet.value, lang)
  const notes = [...rules.value.notes, ...list.value.notes, ...nobodyWrote(file, list.value.day)]
  return { code: EXIT.done, out: `${out}\n`, err: written(notes, lang) }
}

/** A day without a message is likely another day than that of the file: its clean sheet says nothing. */
function nobodyWrote(file: string, { text, number, conversations }: Day): Problem[] {
  const days = conversations.flatMap(({ messages }) => messages.map(({ at }) => dayOf(at))).sort((a, b) => a - b)
  if (days.includes(number)) return []
  const [first, last] = [days[0], days.at(-1)].map((day) => (day === undefined ? undefined : formatDay(day)))
  if (first === undefined)
    return [problem(file, { zh: '提示：里面没有一条消息', en: 'note: there is not one message in it' })]
  const [zh, en] = first === last ? [first, first] : [`${first} 至 ${last}`, `${first} to ${last}`]
  return [
    problem(file, {
      zh: `提示：${text} 这一天没有消息；文件里的消息是 ${zh} 的`,
      en: `note: no message is of ${text}; those of the file are of ${en}`,
    }),
  ]
}

function noTime(found: string): Text {
  return {
    zh: `「${shown(found)}」不是时间；应写成北京时间，如 "2026-06-28 18:00"`,
    en: `"${shown(found)}" is no time; write Beijing time, as "2026-06-28 18:00"`,
  }
}

function noDay(found: string): Problem[] {
  const read = readDay([], found)
  return read.ok ? [] : read.issues.map(({ message }) => problem('--day', message))
}
