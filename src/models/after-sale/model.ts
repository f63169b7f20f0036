// The after-sale model: one case is one order line, settled first, then handled.
// Promise: one declaration from which types, readers, schemas, documents and texts are derived.

import type { QuestionIdOf, SettingsOf } from '../../domain/decider.js'
import type { AnswerOf, CaseOf } from '../../engine/declaration.js'
import { defineModel } from '../../engine/model.js'
import { constraints } from './constraints.js'
import { computed, facts } from './facts.js'
import { derived } from './facts-derived.js'
import { settleQuestions } from './questions.js'
import { handleQuestions } from './questions-handle.js'
import { settings } from './settings.js'
import { parties } from './terms.js'

/** Taobao and Tmall after-sale as Chinese shops handle it: refunds, returns, exchanges, reshipments and repairs. */
export const afterSale = defineModel({
  id: 'after-sale',
  title: { zh: '售后', en: 'after-sale' },
  clock: 'asOf',
  parties,
  facts,
  derived,
  computed,
  settings,
  questions: { ...settleQuestions, ...handleQuestions },
  constraints,
  layers: {
    shop: { label: { zh: '店铺', en: 'shop' } },
    platform: { label: { zh: '平台', en: 'platform' }, floor: true },
    law: { label: { zh: '法律', en: 'law' }, floor: true },
  },
  stages: ['settle', 'handle'],
  // Whoever says that the buyer bears the outbound postage of a refund also says that it is deducted.
  together: [['outboundPostage', 'deductions.outbound-postage', ['buyer', 'split']]],
})

type Declaration = typeof afterSale.declaration

/** An after-sale case as JSON. What is not said is unknown. */
export type AfterSaleCase = CaseOf<Declaration>

/** The JSON value of the answer to one question. */
export type AfterSaleAnswer<Q extends keyof Declaration['questions']> = AnswerOf<Declaration['questions'][Q]>

/** Id of an answerable question: `verdict`, or of a member `deductions.commission`. */
export type AfterSaleQuestion = QuestionIdOf<Declaration>

/** Values of the settings the model declares. */
export type AfterSaleSettings = SettingsOf<Declaration>
