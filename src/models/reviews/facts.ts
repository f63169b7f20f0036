// Everything a reviews case may state, what follows from it, and what cannot be.
// Promise: every fact is declared once; days are counted as in every model.
import type { ConstraintDeclaration, DerivedDeclaration } from '../../engine/declaration.js'
import { contactConstraints } from '../after-sale/review-contact.js'
import { daysSinceSigning, daysUntilNow, reachesDay } from '../deadlines/days.js'
import { TERM_COUNTS_WITH_MONTHS, termWords } from '../deadlines/term.js'
import { complaintFacts } from './facts-complaint.js'
import { handlingFacts } from './facts-handling.js'
import { reviewFacts } from './facts-review.js'

export const facts = { ...reviewFacts, ...complaintFacts, ...handlingFacts }

/** The deadlines rules may write. */
export const deadlineWords = termWords(facts, {}, TERM_COUNTS_WITH_MONTHS)

const DAYS = { zh: '天', en: 'days' } as const

export const derived = {
  daysToReview: {
    label: { zh: '成功后几天评价', en: 'days from success to the review' },
    kind: 'integer',
    min: 0,
    max: 80_000,
    unit: DAYS,
    none: true,
    from: ['finishedAt', 'reviewedAt', 'asOf'],
    derive: daysSinceSigning,
    reaches: reachesDay,
  },
  daysSinceSuccess: {
    label: { zh: '成功后天数', en: 'days since success' },
    kind: 'integer',
    min: 0,
    max: 80_000,
    unit: DAYS,
    none: true,
    from: ['finishedAt', 'asOf'],
    ...daysUntilNow,
  },
} as const satisfies Readonly<Record<string, DerivedDeclaration>>

export const constraints = [
  {
    id: 'kuaishou-gives-stars',
    text: { zh: '快手按星级评价，没有好中差评', en: 'Kuaishou gives stars, no grades' },
    never: [
      { fact: 'platform', operator: 'equal', value: 'kuaishou' },
      { fact: 'rating', operator: 'notEqual', value: 'none' },
    ],
  },
  {
    id: 'others-give-grades',
    text: { zh: '星级只在快手有', en: 'only Kuaishou gives stars' },
    never: [
      { fact: 'platform', operator: 'in', value: ['taobao', 'pinduoduo'] },
      { fact: 'stars', operator: 'notEqual', value: 'none' },
    ],
  },
  {
    id: 'shop-types-are-taobao',
    text: { zh: 'C店、MT、商城只在淘宝有', en: 'C-shop, MT and Tmall are kinds of Taobao shop' },
    never: [
      { fact: 'platform', operator: 'in', value: ['kuaishou', 'pinduoduo'] },
      { fact: 'shopType', operator: 'notEqual', value: 'none' },
    ],
  },
  {
    id: 'success-before-review',
    text: { zh: '交易成功之后才能评价', en: 'a review comes after the success of the trade' },
    order: ['finishedAt', 'reviewedAt'],
  },
  {
    id: 'review-needs-success',
    text: { zh: '交易还没成功，不会有评价时间', en: 'a trade that has not succeeded has no time of review' },
    never: [
      { fact: 'finishedAt', operator: 'equal', value: 'none' },
      { fact: 'reviewedAt', operator: 'notEqual', value: 'none' },
    ],
  },
  {
    id: 'stars-have-a-time',
    text: { zh: '评了星级，就有评价时间', en: 'stars were given at some time' },
    never: [
      { fact: 'stars', operator: 'notEqual', value: 'none' },
      { fact: 'reviewedAt', operator: 'equal', value: 'none' },
    ],
  },
  {
    id: 'time-of-a-review',
    text: { zh: '没有评价等级也没有星级，就没有评价时间', en: 'without a grade or stars there is no time of a review' },
    never: [
      { fact: 'rating', operator: 'equal', value: 'none' },
      { fact: 'stars', operator: 'equal', value: 'none' },
      { fact: 'reviewedAt', operator: 'notEqual', value: 'none' },
    ],
  },
  {
    id: 'review-before-contact',
    text: { zh: '为评价联系买家不能早于评价', en: 'a contact about a review comes no earlier than the review' },
    order: ['reviewedAt', 'reviewContactedAt'],
  },
  ...contactConstraints('contacted'),
] as const satisfies readonly ConstraintDeclaration[]
