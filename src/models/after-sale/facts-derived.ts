// What follows from the stated facts of an after-sale case alone: times elapsed, counted as rules count them.
// Promise: every value that the stated facts still allow is kept, and time alone moves them as `reaches` says.

import type { DerivedDeclaration } from '../../engine/declaration.js'
import { isSubset, NEVER, overlaps, points, union, type ValueSet } from '../../engine/value-set.js'
import { arrivalMinute, daysSinceSigning, daysUntilNow, reachesDay } from '../deadlines/days.js'
import { hoursLate, reachesHoursLate } from '../deadlines/lateness.js'
import { daysWith } from '../deadlines/roll-over.js'
import { allDeposit } from './deposit.js'
import { keepsSome } from './pieces.js'
import { sentBack } from './sent-back.js'
import { refundRequests, requests } from './terms.js'
import { monthsSinceSigning, reachesMonth, reachesWarrantyDay, warrantyDays } from './warranty.js'

const DAYS = { kind: 'integer', min: 0, max: 80_000, unit: { zh: '天', en: 'days' }, none: true } as const

const REFUNDS = points(Object.keys(requests).flatMap((id, i) => (id in refundRequests ? [i] : [])))

/** When a refund was applied for: a shop that is asked for anything else still has to ship. */
function refundAppliedAt(appliedAt: ValueSet, requested: ValueSet): ValueSet {
  if (isSubset(requested, REFUNDS)) return appliedAt
  return overlaps(requested, REFUNDS) ? union([NEVER, appliedAt]) : NEVER
}

/** What follows from stated facts alone. */
export const derived = {
  daysSinceSigning: {
    label: { zh: '签收后天数', en: 'days since signing' },
    ...DAYS,
    from: ['signedAt', 'appliedAt', 'asOf'],
    derive: daysSinceSigning,
    reaches: reachesDay,
  },
  daysSinceAgreed: {
    label: { zh: '同意后天数', en: 'days since the agreement' },
    ...DAYS,
    from: ['agreedAt', 'asOf'],
    ...daysUntilNow,
  },
  returnArrivalMinute: {
    label: { zh: '退件到达时刻', en: 'minute of the day the return arrived' },
    kind: 'integer',
    min: 0,
    max: 1439,
    unit: { zh: '分', en: 'minutes after midnight' },
    none: true,
    from: ['returnReceivedAt'],
    derive: arrivalMinute,
  },
  somePiecesKept: {
    label: { zh: '留下其中几件', en: 'some of the pieces are kept' },
    kind: 'boolean',
    from: ['quantity', 'quantityBought'],
    derive: keepsSome,
  },
  allDeposit: {
    label: { zh: '付的全是定金', en: 'all paid is deposit' },
    kind: 'boolean',
    from: ['paid', 'deposit', 'contractPrice'],
    derive: allDeposit,
  },
  returnSent: {
    label: { zh: '退货已寄出', en: 'return sent' },
    kind: 'boolean',
    from: ['returnShippedAt', 'returnWaybill', 'returnReceivedAt', 'refundState'],
    derive: sentBack,
  },
  daysSinceSigningStatutory: {
    label: { zh: '签收后天数(遇法定休假日顺延)', en: 'days since signing, rolling over statutory holidays' },
    ...DAYS,
    from: ['signedAt', 'appliedAt', 'asOf'],
    ...daysWith('statutory'),
  },
  daysSinceSigningWeekend: {
    label: { zh: '签收后天数(遇休息日顺延)', en: 'days since signing, rolling over holidays and weekends' },
    ...DAYS,
    from: ['signedAt', 'appliedAt', 'asOf'],
    ...daysWith('weekend'),
  },
  daysSinceShipping: {
    label: { zh: '发货后天数', en: 'days since shipment' },
    ...DAYS,
    from: ['shippedAt', 'appliedAt', 'asOf'],
    derive: daysSinceSigning,
    reaches: reachesDay,
  },
  monthsSinceSigning: {
    label: { zh: '签收后月数', en: 'months since signing' },
    kind: 'integer',
    min: 0,
    max: 3000,
    unit: { zh: '个月', en: 'months' },
    none: true,
    from: ['signedAt', 'appliedAt', 'asOf'],
    derive: monthsSinceSigning,
    reaches: reachesMonth,
  },
  warrantyDays: {
    label: { zh: '三包天数', en: 'days of guarantee used' },
    ...DAYS,
    from: ['replacedAt', 'installedAt', 'signedAt', 'appliedAt', 'asOf', 'repairDays'],
    derive: warrantyDays,
    reaches: reachesWarrantyDay,
  },
  hoursLate: {
    label: { zh: '迟发小时', en: 'hours the shipment is late' },
    kind: 'integer',
    min: 0,
    max: 2_100_000,
    unit: { zh: '小时', en: 'hours' },
    none: true,
    from: ['paidAt', 'promisedShipHours', 'shippedAt', 'appliedAt', 'requested', 'asOf'],
    derive: (paidAt, promised, shippedAt, appliedAt, requested, asOf) =>
      hoursLate(paidAt, promised, shippedAt, refundAppliedAt(appliedAt, requested), asOf),
    reaches: (cut, paidAt, promised, shippedAt, appliedAt, requested) =>
      reachesHoursLate(cut, paidAt, promised, shippedAt, refundAppliedAt(appliedAt, requested)),
  },
} as const satisfies Readonly<Record<string, DerivedDeclaration>>
