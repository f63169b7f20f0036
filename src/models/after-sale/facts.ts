// The facts of the after-sale model: what a case may say, what is derived from it, and what is worked out on the way.
// Promise: every fact is declared once; types of cases, readers, schemas and question texts all follow from here.

import type { ComputedDeclaration, DerivedDeclaration } from '../../engine/declaration.js'
import { daysSinceSigning, reachesDay } from './days.js'
import { goodsFacts } from './facts-goods.js'
import { moneyFacts } from './facts-money.js'
import { orderFacts } from './facts-order.js'
import { progressFacts } from './facts-progress.js'
import { timeFacts } from './facts-time.js'

/** Everything a case may state, in the order in which it is shown. */
export const facts = { ...orderFacts, ...goodsFacts, ...moneyFacts, ...progressFacts, ...timeFacts }

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
