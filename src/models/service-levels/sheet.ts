// The sheet of a shop's day: the rate of replies with what follows from it, and how each promise was kept.
// Promise: figures are counted from the day's conversations, verdicts are the rules'; what a person has to look at is said;
// the same sheet in Chinese or English.
import { reviewWords } from '../../domain/report.js'
import type { Issue, Result } from '../../engine/issue.js'
import type { Text } from '../../engine/text.js'
import { caseOfConversation, caseOfDay } from './cases.js'
import type { Day } from './conversation.js'
import type { ServiceDecision } from './decide.js'
import { serviceLevelsDomain } from './domain.js'
import { serviceLevels } from './model.js'
import { penaltyText } from './penalty.js'
import { type ReplyRate, replyRateOf, shareOf } from './reply-rate.js'

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
  for (const conversation of day.conversations) {
    const judged = decider.safeDecide(caseOfConversation(conversation, platform, asOf))
    if (judged.ok) conversations.push({ user: conversation.user, decision: judged.value })
    else issues.push(...judged.issues)
  }
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, value: { day: day.text, rate: replyRateOf(day), decision: whole.value, conversations } }
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

function rateLine({ rate, decision }: DaySheet, lang: Language): string {
  const { usersAsked, usersAnswered } = rate
  const counts = {
    zh: `咨询 ${usersAsked} 人，有效回复 ${usersAnswered} 人`,
    en: `${usersAsked} buyers asked, ${usersAnswered} answered in time`,
  }
  const share = usersAsked === 0 ? '' : `${separator(lang)}${percent(shareOf(usersAnswered, usersAsked))}`
  const { status, value } = decision.answers.replyRateLevel
  const level = status === 'settled' && value !== undefined ? `${colon(lang)}${replyRateLevel.values[value][lang]}` : ''
  const penalties = decision.penalties.map((penalty) => `${separator(lang)}${penaltyText(penalty)[lang]}`)
  return `${counts[lang]}${share}${level}${penalties.join('')}`
}

/** `49.16%`, from ten-thousandths. */
function percent(share: number): string {
  return `${Math.floor(share / 100)}.${String(share % 100).padStart(2, '0')}%`
}

/** Per promise: how many conversations it was made for, and how many it was not kept in. */
function promiseLines({ conversations }: DaySheet, lang: Language): string[] {
  return promiseIds.flatMap((promise) => {
    const made = conversations.filter(({ decision }) => isMade(decision, promise)).length
    const broken = conversations.filter(({ decision }) => isBroken(decision, promise)).length
    if (made === 0) return []
    const { label } = promises.members[promise]
    const words = { zh: `${label.zh}：${made} 次中 ${broken} 次`, en: `${label.en}: ${broken} of ${made}` }
    return [words[lang]]
  })
}

function brokenLines({ conversations }: DaySheet, lang: Language): string[] {
  return conversations.flatMap(({ user, decision }) =>
    promiseIds
      .filter((promise) => isBroken(decision, promise))
      .map(
        (promise) =>
          `- ${user}${colon(lang)}${promises.members[promise].label[lang]}${dueWords(decision, promise, lang)}`,
      ),
  )
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
