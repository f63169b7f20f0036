// The facts of the after-sale model: what a case may say, what is derived from it, and what is worked out on the way.
// Promise: every fact is declared once; types of cases, readers, schemas and question texts all follow from here.

import type { ComputedDeclaration, DerivedDeclaration } from '../../engine/declaration.js'
import { NONE, points } from '../../engine/value-set.js'
import { arrivalMinute, daysSinceSigning, reachesDay } from './days.js'
import { checkFacts } from './facts-checks.js'
import { contactFacts } from './facts-contact.js'
import { courierFacts } from './facts-courier.js'
import { goodsFacts } from './facts-goods.js'
import { moneyFacts } from './facts-money.js'
import { orderFacts } from './facts-order.js'
import { progressFacts } from './facts-progress.js'
import { textFacts } from './facts-texts.js'
import { timeFacts } from './facts-time.js'
import { keepsSome } from './pieces.js'

/** Everything a case may state, in the order in which it is shown. */
export const facts = {
  ...orderFacts,
  ...goodsFacts,
  ...checkFacts,
  ...courierFacts,
  ...moneyFacts,
  ...progressFacts,
  ...contactFacts,
  ...textFacts,
  ...timeFacts,
}

const NO_APPLICATION = points([NONE])

/** What follows from stated facts alone. */
export const derived = {
  daysSinceSigning: {
    label: { zh: '签收后天数', en: 'days since signing' },
    kind: 'integer',
    min: 0,
    max: 80_000,
    unit: { zh: '天', en: 'days' },
    none: true,
    from: ['signedAt', 'appliedAt', 'asOf'],
    derive: daysSinceSigning,
    reaches: reachesDay,
  },
  daysSinceAgreed: {
    label: { zh: '同意后天数', en: 'days since the agreement' },
    kind: 'integer',
    min: 0,
    max: 80_000,
    unit: { zh: '天', en: 'days' },
    none: true,
    from: ['agreedAt', 'asOf'],
    derive: (agreedAt, asOf) => daysSinceSigning(agreedAt, NO_APPLICATION, asOf),
    reaches: (cut, agreedAt) => reachesDay(cut, agreedAt, NO_APPLICATION),
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
} as const satisfies Readonly<Record<string, DerivedDeclaration>>

/** What the model works out between settling and handling: the amount applied for against the amount due. */
export const computed = {
  appliedAmountIs: {
    label: { zh: '申请金额比应退', en: 'amount applied for against amount due' },
    kind: 'enum',
    values: {
      lower: { zh: '偏低', en: 'lower' },
      equal: { zh: '相符', en: 'equal' },
      higher: { zh: '偏高', en: 'higher' },
    },
    from: ['appliedAmount', 'paid'],
  },
} as const satisfies Readonly<Record<string, ComputedDeclaration>>
