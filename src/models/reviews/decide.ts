// The decision about a review: the answers, by when each thing is due, and the remark with its flag.
// Promise: nothing is read but the case and the loaded rules; a date or a slot that is not known stays open.
import { dayOf, monthDay } from '../../calendar.js'
import type { CitedSource, Deadline } from '../../domain/domain.js'
import { sourcesOf } from '../../domain/sources.js'
import type { Decided } from '../../engine/decider.js'
import { type Decision, decisionOf } from '../../engine/decision.js'
import { viewOf } from '../../engine/facts.js'
import type { Rulings } from '../../engine/rulings.js'
import { isPoint, least, NONE } from '../../engine/value-set.js'
import type { Slots } from '../after-sale/form.js'
import { type Remark, remarkOf, remarkParts } from '../after-sale/remark.js'
import { contactDated } from '../after-sale/review-contact.js'
import { datedDeadlines } from '../deadlines/dated.js'
import { deadlineWords, facts } from './facts.js'
import { reviews } from './model.js'

/** One part of a remark: the form it follows and what that comes to. */
export interface RemarkPart {
  readonly form: string
  readonly text: string
  /** Names of slots nothing fills yet. */
  readonly missing: readonly string[]
}

export interface ReviewDecision extends Decision<typeof reviews.declaration> {
  readonly deadlines: readonly Deadline[]
  readonly sources: readonly CitedSource[]
  /** The forms joined, and one by one in declared order. */
  readonly remark: Remark & { readonly parts: readonly RemarkPart[] }
  readonly flag?: 'purple'
}

/** Writes the decision of a decided review. */
export function writeReview(rulings: Rulings, { reading, evaluation, ...found }: Decided<unknown>): ReviewDecision {
  const decision = decisionOf<typeof reviews.declaration>(rulings, reading, { evaluation, ...found })
  const { answers } = decision
  const view = viewOf(rulings, evaluation.known)
  const at = view(contactDated(reviews, reading))
  const contact = isPoint(at) && least(at) !== NONE ? monthDay(dayOf(least(at))) : undefined
  const slots: Slots = (name) => (name === '联系日期' ? contact : textOf(reading.texts, name))
  const forms = Object.entries(answers.remark).flatMap(([form, answer]) => (answer?.value === true ? [form] : []))
  const { deadlines: members } = reviews.declaration.questions
  return {
    ...decision,
    sources: sourcesOf(rulings, evaluation),
    deadlines: datedDeadlines(deadlineWords, members.members, view, answers.deadlines),
    remark: { ...remarkOf(forms, slots), parts: remarkParts(forms, slots) },
    ...(answers.flag.value === undefined ? {} : { flag: answers.flag.value }),
  }
}

/** The text of the case a slot of this name is filled with. */
function textOf(texts: Readonly<Record<string, string>>, label: string): string | undefined {
  const fact = Object.entries(facts).find(([, one]) => one.kind === 'text' && one.label.zh === label)?.[0]
  return fact === undefined ? undefined : texts[fact]
}
