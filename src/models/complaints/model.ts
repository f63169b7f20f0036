// The complaints model: one case is one rights complaint about a trade, raised or still to be raised.
// Promise: one declaration from which types, readers and documents are derived.
import type { CaseOf } from '../../engine/declaration.js'
import { defineModel } from '../../engine/model.js'
import { constraints, derived, facts } from './facts.js'
import { questions } from './questions.js'
import { parties } from './terms.js'

/** Rights complaints on Taobao and Tmall: which may be raised, until when, who handles them, and the seller's defence. */
export const complaints = defineModel({
  id: 'complaints',
  title: { zh: '维权', en: 'rights complaints' },
  clock: 'asOf',
  parties,
  facts,
  derived,
  questions,
  constraints,
  layers: {
    shop: { label: { zh: '店铺', en: 'shop' } },
    platform: { label: { zh: '平台', en: 'platform' }, floor: true },
    law: { label: { zh: '法律', en: 'law' }, floor: true },
  },
  stages: ['settle'],
})

/** A complaints case as JSON. What is not said is unknown. */
export type ComplaintsCase = CaseOf<typeof complaints.declaration>
