// The evaluation of a case as plain JSON: every answer with what it rests on, what is missing, what a person must see.
// Promise: plain JSON in ids of the model's own words, frozen where cases share it; nothing here decides anything.
import { formatInstant } from '../calendar.js'
import { SILENT } from './answer.js'
import { type Answered, answered, outcomeJson, type RuleReference, referenceTo } from './answered.js'
import type { AnswerOf, Json, ModelDeclaration } from './declaration.js'
import type { Evaluation } from './evaluate.js'
import { formatCaseValue } from './fact-value.js'
import type { FloorMode, Resolved } from './fold.js'
import { NO, YES } from './matcher.js'
import { type Asked, asked, missingFacts } from './missing.js'
import type { Column } from './model.js'
import type { Judged, Outcome, Review } from './outcome.js'
import type { Presumption } from './presume.js'
import type { Question } from './question.js'
import type { Reading } from './read-case.js'
import type { RuleSet } from './ruleset.js'
import type { Rulings } from './rulings.js'
import type { Text } from './text.js'
import { FOREVER } from './valid-until.js'

/** Answers per declared question; of yes/no members only those that are not plainly no. */
export type Answers<D extends ModelDeclaration> = {
  readonly [Q in keyof D['questions']]: D['questions'][Q] extends { kind: 'members' | 'terms'; members: infer M }
    ? { readonly [K in keyof M]?: Answered<D['questions'][Q] extends { kind: 'members' } ? boolean : Json> }
    : Answered<AnswerOf<D['questions'][Q]>>
}

/** A floor that an answer falls short of. */
export interface BreachReport {
  readonly question: string
  readonly status: 'yes' | 'possible'
  /** The answer that falls short; more than one while it is open. */
  readonly answers: readonly Json[]
  readonly floor: Json
  readonly rule: RuleReference
}

export interface MissingFact extends Asked {
  /** How many rules that can still win read it; 0 where nothing but an amount, or whether a question arises, waits for it. */
  readonly rules: number
}

export interface Presumed {
  readonly fact: string
  readonly label: Text
  readonly value: string | number | boolean
}

export interface Decision<D extends ModelDeclaration = ModelDeclaration> {
  readonly model: string
  readonly outcome: Outcome
  readonly answers: Answers<D>
  readonly reviews: readonly Review[]
  readonly missing: readonly MissingFact[]
  readonly presumed: readonly Presumed[]
  readonly breaches: readonly BreachReport[]
  readonly agreedBy?: string
  readonly floors: FloorMode
  /** Moment of decision, where the case says it. */
  readonly asOf?: string
  /** The first instant at which time alone changes an answer, to the second: what changes within one has changed by its end. */
  readonly validUntil?: string
  /** SHA-256 of the rule set's documents. */
  readonly ruleSet: string
}

/** Members that no rule speaks for are left out: they are plainly no, or without a term. */
function isPlainNo({ fallback = SILENT }: Question, { outcomes, winners }: Resolved): boolean {
  return outcomes.length === 1 && outcomes[0] === fallback && winners.length === 0
}

function answersJson(rulings: Rulings, { resolved, arises }: Evaluation<unknown>): Readonly<Record<string, object>> {
  const { model, unanswered, blank } = rulings.ruleSet
  const answers: Record<string, object> = { ...blank }
  // The members of one question stand together.
  let members: Record<string, object> = {}
  let membersOf: string | undefined
  for (let i = 0; i < resolved.length; i += 1) {
    const own = resolved[i] as Resolved
    const isBlank = own === unanswered[i]
    if (isBlank && arises[i] === YES) continue
    const question = model.questions[i] as Question
    const { group, member } = question
    if (member !== undefined && (isBlank || isPlainNo(question, own))) continue
    const answer = answered(question, own, arises[i] as number, rulings.ruleSet)
    if (member === undefined) {
      answers[group] = answer
      continue
    }
    if (group !== membersOf) {
      members = {}
      membersOf = group
      answers[group] = members
    }
    members[member] = answer
  }
  return answers
}

function breachesOf({ model, references, terms }: RuleSet, { resolved, arises }: Evaluation<unknown>): BreachReport[] {
  const breaches: BreachReport[] = []
  for (let index = 0; index < resolved.length; index += 1) {
    const { outcomes, breach } = resolved[index] as Resolved
    if (breach === undefined || arises[index] === NO) continue
    const question = model.questions[index] as Question
    breaches.push({
      question: question.id,
      status: arises[index] === YES ? breach.status : 'possible',
      answers: outcomes.map((outcome) => outcomeJson(question, outcome, terms)),
      floor: outcomeJson(question, breach.floor, terms),
      rule: referenceTo(references, breach.rule),
    })
  }
  return breaches
}

export interface Found {
  readonly evaluation: Evaluation<unknown>
  readonly judged: Judged
  readonly presumed: readonly Presumption[]
  /** With everything presumed that may be, needed or not: nothing of it is asked for, and later some of it may be needed. */
  readonly asUsual?: Pick<Found, 'evaluation' | 'presumed'>
  /** `FOREVER` where time alone changes nothing. */
  readonly validUntil: number
}

/** Writes the decision of an evaluated case. */
export function decisionOf<D extends ModelDeclaration>(rulings: Rulings, reading: Reading, found: Found): Decision<D> {
  const { ruleSet } = rulings
  const { model, hash } = ruleSet
  const { evaluation, judged } = found
  const now = evaluation.known[model.clock]
  const decision: { -readonly [K in keyof Decision<D>]: Decision<D>[K] } = {
    model: model.declaration.id,
    outcome: judged.outcome,
    answers: answersJson(rulings, evaluation) as Answers<D>,
    reviews: judged.reviews,
    missing:
      judged.open.size === 0
        ? []
        : missingFacts(ruleSet, found.asUsual?.evaluation ?? evaluation, judged.open).map(({ fact, rules }) =>
            asked(ruleSet, fact, { rules }),
          ),
    presumed: found.presumed.map(([index, value]) => {
      const { id, label, kind } = model.columns[index] as Column
      return { fact: id, label, value: formatCaseValue(kind, value) }
    }),
    breaches: breachesOf(ruleSet, evaluation),
    floors: rulings.floors,
    ruleSet: hash(),
  }
  if (reading.agreedBy !== undefined) decision.agreedBy = reading.agreedBy
  if (typeof now === 'number') decision.asOf = formatInstant(now)
  if (found.validUntil < FOREVER) decision.validUntil = formatInstant(Math.ceil(found.validUntil / 1000) * 1000)
  return decision
}
