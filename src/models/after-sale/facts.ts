// The facts of the after-sale model: what a case may say, and what is worked out on the way.
// Promise: every fact is declared once; types of cases, readers, schemas and question texts all follow from here.

import type { ComputedDeclaration } from '../../engine/declaration.js'
import { checkFacts } from './facts-checks.js'
import { contactFacts } from './facts-contact.js'
import { courierFacts } from './facts-courier.js'
import { disputeFacts } from './facts-disputes.js'
import { dutyFacts } from './facts-duties.js'
import { goodsFacts } from './facts-goods.js'
import { intactnessFacts } from './facts-intactness.js'
import { moneyFacts } from './facts-money.js'
import { orderFacts } from './facts-order.js'
import { findingFacts, platformFacts } from './facts-platform.js'
import { progressFacts } from './facts-progress.js'
import { textFacts } from './facts-texts.js'
import { timeFacts } from './facts-time.js'

/** Everything a case may state, in the order in which it is shown. */
export const facts = {
  ...orderFacts,
  ...goodsFacts,
  ...checkFacts,
  ...courierFacts,
  ...moneyFacts,
  ...progressFacts,
  ...contactFacts,
  ...intactnessFacts,
  ...dutyFacts,
  ...platformFacts,
  ...disputeFacts,
  ...timeFacts,
  ...textFacts,
  ...findingFacts,
}

type Facts = typeof facts

/** A fact that is an amount of money. */
export type MoneyFact = { [F in keyof Facts]: Facts[F] extends { kind: 'money' } ? F : never }[keyof Facts]

/** The amounts a case may state. */
export const moneyIds = (Object.keys(facts) as (keyof Facts)[]).filter(
  (id): id is MoneyFact => facts[id].kind === 'money',
)

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
