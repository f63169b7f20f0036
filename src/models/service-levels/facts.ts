// Everything a service-levels case may state, what follows from it, what cannot be, and what a shop sets for itself.
// Promise: every fact is declared once; rates are whole ten-thousandths, rounded down.
import type { ConstraintDeclaration, DerivedDeclaration, SettingDeclaration } from '../../engine/declaration.js'
import { contains, greatest, least, NEVER, NONE, union, type ValueSet, withoutNone } from '../../engine/value-set.js'
import { arrivalMinute, daysSinceSigning, reachesDay } from '../deadlines/days.js'
import { termWords } from '../deadlines/term.js'
import { conductFacts } from './facts-conduct.js'
import { measuredFacts } from './facts-measured.js'
import { shareOf } from './reply-rate.js'
import { begun, derivedSpan, passed } from './spans.js'

export const facts = { ...measuredFacts, ...conductFacts }

export const settings = {
  // SL-08 names no number; three messages without an answer are our reading.
  denseContactLimit: {
    label: { zh: '连发条数上限', en: 'most messages in a row within an hour' },
    kind: 'integer',
    min: 1,
    max: 1000,
    unit: { zh: '条', en: 'messages' },
    default: 3,
  },
} as const satisfies Readonly<Record<string, SettingDeclaration>>

/** The deadlines rules may write. */
export const deadlineWords = termWords(facts, settings)

/** Answered buyers in ten-thousandths of those who asked; none where nobody asked, or nobody counted them. */
function replyRate(answered: ValueSet, asked: ValueSet): ValueSet {
  const askers = withoutNone(asked)
  const sets: ValueSet[] = contains(asked, NONE) || contains(asked, 0) ? [NEVER] : []
  if (askers.length > 0 && greatest(askers) > 0) {
    sets.push([shareOf(least(answered), greatest(askers)), shareOf(greatest(answered), Math.max(1, least(askers)))])
  }
  return union(sets)
}

const HOUR = 3_600_000
const toReply = derivedSpan(begun(60_000))
const toResolve = derivedSpan(begun(HOUR))
const noons = derivedSpan(passed(12 * 60))
const threes = derivedSpan(passed(15 * 60))

const TIMES = { zh: '次', en: 'times' } as const
const span = { kind: 'integer', min: 0, max: 130_000_000, none: true } as const

export const derived = {
  replyRate: {
    label: { zh: '有效回复率', en: 'rate of effective replies' },
    kind: 'rate',
    none: true,
    from: ['usersAnswered', 'usersAsked'],
    derive: replyRate,
  },
  minutesToReply: {
    ...span,
    label: { zh: '首次回复用时', en: 'minutes to the first reply' },
    unit: { zh: '分钟', en: 'minutes' },
    from: ['askedAt', 'repliedAt', 'asOf'],
    ...toReply,
  },
  hoursToResolve: {
    ...span,
    label: { zh: '物流解决用时', en: 'hours to resolve the logistics problem' },
    unit: { zh: '小时', en: 'hours' },
    from: ['askedAt', 'resolvedAt', 'asOf'],
    ...toResolve,
  },
  noonsToHandle: {
    ...span,
    label: { zh: '交接后过了几个中午', en: 'noons between handing over and done' },
    unit: TIMES,
    from: ['handedOverAt', 'handledAt', 'asOf'],
    ...noons,
  },
  parcelArrivalMinute: {
    label: { zh: '退件到仓时刻', en: 'minute of the day the return arrived' },
    kind: 'integer',
    min: 0,
    max: 1439,
    unit: { zh: '分', en: 'minutes after midnight' },
    none: true,
    from: ['parcelArrivedAt'],
    derive: arrivalMinute,
  },
  daysToPassOn: {
    ...span,
    label: { zh: '退件几天后交售后', en: 'days before the return was passed on' },
    unit: { zh: '天', en: 'days' },
    from: ['parcelArrivedAt', 'parcelPassedOnAt', 'asOf'],
    derive: daysSinceSigning,
    reaches: reachesDay,
  },
  threesToPassOn: {
    ...span,
    label: { zh: '退件过了几个下午三点', en: 'three-o’clocks before the return was passed on' },
    unit: TIMES,
    from: ['parcelArrivedAt', 'parcelPassedOnAt', 'asOf'],
    ...threes,
  },
} as const satisfies Readonly<Record<string, DerivedDeclaration>>

export const constraints = [
  {
    id: 'answered-among-asked',
    text: { zh: '有效回复用户数不能多于咨询用户数', en: 'no more buyers are answered than asked' },
    order: ['usersAnswered', 'usersAsked'],
  },
  {
    id: 'asked-before-reply',
    text: { zh: '首次回复不能早于买家来消息', en: 'the first reply is no earlier than the message' },
    order: ['askedAt', 'repliedAt'],
  },
  {
    id: 'asked-before-resolved',
    text: { zh: '物流解决不能早于买家来消息', en: 'a logistics problem is resolved no earlier than the buyer wrote' },
    order: ['askedAt', 'resolvedAt'],
  },
  {
    id: 'handed-over-before-done',
    text: { zh: '交接办结不能早于晚班交接', en: 'what was handed over is done no earlier than that' },
    order: ['handedOverAt', 'handledAt'],
  },
  {
    id: 'arrived-before-passed-on',
    text: { zh: '退件交售后不能早于到仓', en: 'a return is sent to after-sale no earlier than it arrived' },
    order: ['parcelArrivedAt', 'parcelPassedOnAt'],
  },
] as const satisfies readonly ConstraintDeclaration[]
