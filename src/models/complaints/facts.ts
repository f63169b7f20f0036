// Everything a complaints case may state, what follows from it, and what cannot be.
// Promise: every fact is declared once; days and hours are counted as in every model.
import type { ConstraintDeclaration, DerivedDeclaration } from '../../engine/declaration.js'
import {
  contains,
  greatest,
  least,
  NEVER,
  NONE,
  point,
  union,
  type ValueSet,
  withoutNone,
} from '../../engine/value-set.js'
import { daysSinceSigning, daysUntilNow, reachesDay } from '../deadlines/days.js'
import { hoursLate, reachesHoursLate } from '../deadlines/lateness.js'
import { termWords } from '../deadlines/term.js'
import { groundFacts } from './facts-grounds.js'
import { tradeFacts } from './facts-trade.js'

export const facts = { ...tradeFacts, ...groundFacts }

/** The deadlines rules may write. */
export const deadlineWords = termWords(facts, {})

const DAYS = { zh: '天', en: 'days' } as const
/** Hours are counted from the payment itself. */
const AT_ONCE = point(0)

/** Days from success to the complaint, or to the decision where there is none; a complaint raised before success has none. */
function daysToComplaint(finishedAt: ValueSet, complainedAt: ValueSet, asOf: ValueSet): ValueSet {
  const days = daysSinceSigning(finishedAt, complainedAt, asOf)
  const [successes, complaints] = [withoutNone(finishedAt), withoutNone(complainedAt)]
  if (successes.length === 0 || complaints.length === 0 || least(complaints) >= greatest(successes)) return days
  const mayFollow = contains(complainedAt, NONE) || greatest(complaints) >= least(successes)
  return mayFollow ? union([NEVER, days]) : NEVER
}

export const derived = {
  daysSinceSuccess: {
    label: { zh: '成功后天数', en: 'days from success to the complaint' },
    kind: 'integer',
    min: 0,
    max: 80_000,
    unit: DAYS,
    none: true,
    from: ['finishedAt', 'complainedAt', 'asOf'],
    derive: daysToComplaint,
    reaches: reachesDay,
  },
  daysSinceSuccessNow: {
    label: { zh: '成功至今天数', en: 'days from success to the decision' },
    kind: 'integer',
    min: 0,
    max: 80_000,
    unit: DAYS,
    none: true,
    from: ['finishedAt', 'asOf'],
    ...daysUntilNow,
  },
  daysSinceCreation: {
    label: { zh: '创建后天数', en: 'days from creation to the complaint' },
    kind: 'integer',
    min: 0,
    max: 80_000,
    unit: DAYS,
    none: true,
    from: ['createdAt', 'complainedAt', 'asOf'],
    derive: daysSinceSigning,
    reaches: reachesDay,
  },
  hoursToShipment: {
    label: { zh: '付款到揽收小时数', en: 'hours from payment to collection' },
    kind: 'integer',
    min: 0,
    max: 2_100_000,
    unit: { zh: '小时', en: 'hours' },
    none: true,
    from: ['paidAt', 'shippedAt', 'asOf'],
    derive: (paidAt, shippedAt, asOf) => hoursLate(paidAt, AT_ONCE, shippedAt, NEVER, asOf),
    reaches: (cut, paidAt, shippedAt) => reachesHoursLate(cut, paidAt, AT_ONCE, shippedAt, NEVER),
  },
} as const satisfies Readonly<Record<string, DerivedDeclaration>>

export const constraints = [
  {
    id: 'created-before-paid',
    text: { zh: '付款不能早于交易创建', en: 'payment is no earlier than the creation of the trade' },
    order: ['createdAt', 'paidAt'],
  },
  {
    id: 'created-before-complaint',
    text: { zh: '维权不能早于交易创建', en: 'a complaint is no earlier than the creation of the trade' },
    order: ['createdAt', 'complainedAt'],
  },
  {
    id: 'success-time-needs-success',
    text: {
      zh: '有交易成功时间的交易只能是交易成功或交易关闭',
      en: 'a trade with a time of success has succeeded, or was closed after it',
    },
    never: [
      { fact: 'finishedAt', operator: 'notEqual', value: 'none' },
      { fact: 'tradeState', operator: 'notIn', value: ['TRADE_FINISHED', 'TRADE_CLOSED'] },
    ],
  },
  {
    id: 'success-has-a-time',
    text: { zh: '交易成功了，就有交易成功时间', en: 'a trade that has succeeded did so at some time' },
    never: [
      { fact: 'tradeState', operator: 'equal', value: 'TRADE_FINISHED' },
      { fact: 'finishedAt', operator: 'equal', value: 'none' },
    ],
  },
  {
    id: 'waiting-for-payment-is-unpaid',
    text: { zh: '等待买家付款的交易还没有付款时间', en: 'a trade that waits for payment has no time of payment' },
    never: [
      { fact: 'tradeState', operator: 'equal', value: 'WAIT_BUYER_PAY' },
      { fact: 'paidAt', operator: 'notEqual', value: 'none' },
    ],
  },
] as const satisfies readonly ConstraintDeclaration[]
