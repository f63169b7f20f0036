// When the shop contacted a buyer about a review: the fact, what follows from it, and whose day a remark has.
// Promise: one meaning in every model that speaks of it.
import type { ConstraintDeclaration } from '../../engine/declaration.js'
import type { Column, Model } from '../../engine/model.js'
import type { Reading } from '../../engine/read-case.js'

// No record: books that hold a contact need not hold its time, and "none" says that there was no contact.
export const reviewContactedAt = {
  label: { zh: '评价联系时间', en: 'time of contact about the review' },
  kind: 'instant',
  role: 'circumstance',
  event: true,
  none: true,
  ask: ['shop'],
  question: {
    zh: '请问是什么时间为这条评价联系买家的？没有联系请答“无”。',
    en: 'When was the buyer contacted about the review? "none" if never.',
  },
} as const

/** A contact and its time go together; `contacted` is the fact that there was one. */
export function contactConstraints(contacted: string): ConstraintDeclaration[] {
  return [false, true].map((value) => ({
    id: value ? 'contact-has-a-time' : 'time-needs-contact',
    text: { zh: '为评价联系过，才有、也必有评价联系时间', en: 'contact about the review and its time go together' },
    never: [
      { fact: contacted, operator: 'equal', value },
      { fact: 'reviewContactedAt', operator: value ? 'equal' : 'notEqual', value: 'none' },
    ],
  }))
}

/** The fact whose day is that of the contact: where complete books hold no time of it, the decision's. */
export function contactDated({ columnOf, declaration }: Model, reading: Reading): string {
  const { index, id } = columnOf.get('reviewContactedAt') as Column
  const { known, undecided, recordsComplete } = reading
  return recordsComplete && known[index] === undefined && !undecided.includes(index) ? declaration.clock : id
}
