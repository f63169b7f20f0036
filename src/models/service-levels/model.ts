// The service-levels model: one case is a shop's day on a platform, one conversation, or one finding about its staff.
// Promise: one declaration from which types, readers and documents are derived.
import type { CaseOf } from '../../engine/declaration.js'
import { defineModel } from '../../engine/model.js'
import { constraints, derived, facts, settings } from './facts.js'
import { questions } from './questions.js'
import { parties } from './terms.js'

/** What a platform asks of a shop's customer service, and what the shop promises itself. */
export const serviceLevels = defineModel({
  id: 'service-levels',
  title: { zh: '服务水平', en: 'service levels' },
  clock: 'asOf',
  parties,
  facts,
  derived,
  settings,
  questions,
  constraints,
  layers: {
    shop: { label: { zh: '店铺', en: 'shop' } },
    platform: { label: { zh: '平台', en: 'platform' }, floor: true },
    law: { label: { zh: '法律', en: 'law' }, floor: true },
  },
  stages: ['settle'],
})

/** A service-levels case as JSON. What is not said is unknown. */
export type ServiceLevelsCase = CaseOf<typeof serviceLevels.declaration>
