// The deadlines that after-sale rules may write, over the events and settings of the model.
// Promise: what can be read is exactly what the check accepts.
import type { DeadlineTerm as TermAfter } from '../deadlines/term.js'
import { termWords } from '../deadlines/term.js'
import { facts } from './facts.js'
import { settings } from './settings.js'

export const deadlineWords = termWords(facts, settings)

/** A fact that says when something happened. */
export type InstantFact = (typeof deadlineWords.events)[number]
export type DeadlineTerm = TermAfter<InstantFact>

/** Says what is wrong with a written term, or nothing. */
export const checkDeadline = deadlineWords.check
