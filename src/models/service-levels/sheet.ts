// The sheet of a shop's day: the rate of replies with what follows from it, and how each promise was kept.
// Promise: figures are counted from the day's conversations, verdicts are the rules'; what a person has to look at is said;
// the same sheet in Chinese or English.
import { reviewWords } from '../../domain/report.js'
import type { Issue, Result } from '../../engine/issue.js'
import type { Text } from '../../engine/text.js'
import { caseOfConversation, caseOfDay, openAt } from './cases.js'
import type { Day } from './conversation.js'
import type { ServiceDecision } from './decide.js'
import { serviceLevelsDomain } from './domain.js'
import { mannersOf } from './manners.js'
import { serviceLevels } from './model.js'
import { penaltyText } from './penalty.js'
import { messagesByUser, type ReplyRate, replyRateOf, type StillOpen, shareOf } from './reply-rate.js'

type Platform = 'taobao' | 'kuaishou' | 'pinduoduo'
type Language = keyof Text

const { broken: promises, replyRateLevel } = serviceLevels.declaration.questions
type Promised = keyof typeof promises.members

/** One conversation with what was decided of it. */
export interface JudgedConversation {
  readonly user: string
  readonly decision: ServiceDecision
}

export interface DaySheet {
  readonly day: string
  readonly rate: ReplyRate
  /** What may still change of the rate. */
  readonly stillOpen: StillOpen
  /** What was decided of the day as a whole. */
  readonly decision: ServiceDecision
  readonly conversations: readonly JudgedConversation[]
}

/** Decides the day and each of its conversations. `asOf`: the moment of judging, Beijing time. */
export function sheetOf(
  decider: { readonly safeDecide: (input: unknown) => Result<ServiceDecision> },
  day: Day,
  { platform, asOf }: { readonly platform: Platform; readonly asOf: string },
): Result<DaySheet> {
  const whole = decider.safeDecide(caseOfDay(day, platform, asOf))
  // Platform and moment are everybody's: what is wrong with them is said once.
  if (!whole.ok) return whole
  const issues: Issue[] = []
  const conversations: JudgedConversation[] = []
  // Several conversations of one buyer press on one buyer.
  const messages = messagesByUser(day)
  const towards = (user: string) => mannersOf(messages.get(user) ?? [])
  for (const conversation of day.conversations) {
    const judged = decider.safeDecide(caseOfConversation(conversation, platform, asOf, towards(conversation.user)))
    if (judged.ok) conversations.push({ user: conversation.user, decision: judged.value })
    else issues.push(...judged.issues)
  }
  if (issues.length > 0) return { ok: false, issues }
  const counted = { rate: replyRateOf(day), stillOpen: openAt(day, asOf) }
  return { ok: true, value: { day: day.text, ...counted, decision: whole.value, conversations } }
}

/** The sheet as lines of text. */
export function sheetText(sheet: DaySheet, lang: Language): string {
  const heading = { zh: `服务日报 ${sheet.day}`, en: `Service on ${sheet.day}` }
  return [
    heading[lang],
    rateLine(sheet, lang),
    ...promiseLines(sheet, lang),
    ...brokenLines(sheet, lang),
    ...reviewLines(sheet, lang),
  ].join('\n')
}

function rateLine(sheet: DaySheet, lang: Language): string {
  const { rate, decision } = sheet
  const { usersAsked, usersAnswered } = rate
  const counts = {
    zh: `咨询 ${usersAsked} 人，有效回复 ${usersAnswered} 人`,
    en: `${usersAsked} buyers asked, ${usersAnswered} answered in time`,
  }
  const share = usersAsked === 0 ? '' : `${separator(lang)}${percent(shareOf(usersAnswered, usersAsked))}`
  const penalties = decision.penalties.map((penalty) => `${separator(lang)}${penaltyText(penalty)[lang]}`)
  return `${counts[lang]}${share}${levelWords(sheet, lang)}${penalties.join('')}`
}

/** What the rate comes to; while that is open, why. */
function levelWords({ day, decision, stillOpen }: DaySheet, lang: Language): string {
  const { status, value } = decision.answers.replyRateLevel
  if (status === 'settled' && value !== undefined) return `${colon(lang)}${replyRateLevel.values[value][lang]}`
  if (status !== 'open') return ''
  const { dayRuns, usersWaiting } = stillOpen
  const why = dayRuns
    ? { zh: `，${day} 还没过 23:00`, en: `: 23:00 of ${day} has not passed` }
    : usersWaiting > 0
      ? { zh: `，还有 ${usersWaiting} 人的消息没满一小时`, en: `: ${usersWaiting} still have time left to be answered` }
      : { zh: '', en: '' }
  return { zh: `：未定${why.zh}`, en: `: open${why.en}` }[lang]
}

/** `49.16%`, from ten-thousandths. */
function percent(share: number): string {
  return `${Math.floor(share / 100)}.${String(share % 100).padStart(2, '0')}%`
}

/** Per promise: how many conversations it was made for, and how many it was not kept in; manners count buyers. */
function promiseLines({ conversations }: DaySheet, lang: Language): string[] {
  return promiseIds.flatMap((promise) => {
    const owed = owedIn(conversations, promise)
    const made = owed.filter(({ decision }) => isMade(decision, promise)).length
    const broken = owed.filter(({ decision }) => isBroken(decision, promise)).length
    if (made === 0) return []
    const { label } = promises.members[promise]
    const unit = promise === 'manners' ? '人' : '次'
    const words = { zh: `${label.zh}：${made} ${unit}中 ${broken} ${unit}`, en: `${label.en}: ${broken} of ${made}` }
    return [words[lang]]
  })
}

function brokenLines({ conversations }: DaySheet, lang: Language): string[] {
  const owed = new Map(promiseIds.map((promise) => [promise, new Set(owedIn(conversations, promise))]))
  return conversations.flatMap((one) => {
    const { user, decision } = one
    return promiseIds
      .filter((promise) => isBroken(decision, promise) && owed.get(promise)?.has(one))
      .map(
        (promise) =>
          `- ${user}${colon(lang)}${promises.members[promise].label[lang]}${dueWords(decision, promise, lang)}`,
      )
  })
}

/** The conversations a promise is counted in: of one buyer's the first alone, where it is owed to the buyer. */
function owedIn(conversations: readonly JudgedConversation[], promise: Promised): readonly JudgedConversation[] {
  if (promise !== 'manners') return conversations
  const first = new Map([...conversations].reverse().map((one) => [one.user, one]))
  return [...first.values()]
}

/** Why a person has to look at the day or at a conversation, as where its moments contradict each other. */
function reviewLines({ day, decision, conversations }: DaySheet, lang: Language): string[] {
  return [{ user: day, decision }, ...conversations].flatMap((one) => {
    const why = reviewWords(serviceLevelsDomain, one.decision, lang)
    return why.length === 0 ? [] : [`- ${one.user}${colon(lang)}${why.join(lang === 'zh' ? '；' : '; ')}`]
  })
}

/** By when it was due, where a deadline says so. */
function dueWords({ deadlines }: ServiceDecision, promise: Promised, lang: Language): string {
  const due = deadlines.find(({ deadline }) => deadline === promise)
  const end = due?.lastDay ?? due?.until
  if (end === undefined) return ''
  return lang === 'zh' ? `（期限 ${end}）` : ` (due ${end})`
}

const promiseIds = Object.keys(promises.members) as Promised[]

/** A promise with a deadline is made where its deadline runs; manners are owed to everybody. */
function isMade({ answers }: ServiceDecision, promise: Promised): boolean {
  return promise === 'manners' || answers.deadlines[promise] !== undefined
}

function isBroken({ answers }: ServiceDecision, promise: Promised): boolean {
  const answer = answers.broken[promise]
  return answer?.status === 'settled' && answer.value === true
}

function separator(lang: Language): string {
  return lang === 'zh' ? '，' : ', '
}

function colon(lang: Language): string {
  return lang === 'zh' ? '：' : ': '
}
