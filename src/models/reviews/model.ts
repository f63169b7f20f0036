// The reviews model: one case is one review of an order, or a promise made for one.
// Promise: one declaration from which types, readers and documents are derived.
import type { CaseOf } from '../../engine/declaration.js'
import { defineModel } from '../../engine/model.js'
import { constraints, derived, facts } from './facts.js'
import { questions } from './questions.js'
import { parties } from './terms.js'

/** How a shop answers reviews on Taobao, Kuaishou and Pinduoduo, and what it may do about malicious ones. */
export const reviews = defineModel({
  id: 'reviews',
  title: { zh: '评价', en: 'reviews' },
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

/** A reviews case as JSON. What is not said is unknown. */
export type ReviewsCase = CaseOf<typeof reviews.declaration>
