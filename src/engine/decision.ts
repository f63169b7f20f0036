// The evaluation of a case as plain JSON: every answer with what it rests on, what is missing, what a person must see.
// Promise: fresh objects, ids of the model's own words; nothing here decides anything.
import { type Answer, answerJson, CONFLICT, isAnswer } from './answer.js'
import type { AnswerOf, Json, ModelDeclaration } from './declaration.js'
import type { Evaluation, Rulings } from './evaluate.js'
import { formatCaseValue } from './fact-value.js'
import type { FloorMode, Resolved } from './fold.js'
import { NO, YES } from './matcher.js'
import { missingFacts } from './missing.js'
import type { Question } from './model.js'
import type { Judged, Outcome, Review } from './outcome.js'
import type { Presumption } from './presume.js'
import type { Reading } from './read-case.js'
import type { RuleSet } from './ruleset.js'
import type { Text } from './text.js'

/** A rule behind an answer. */
export interface RuleReference {
  readonly id: string
  readonly title: string
  readonly layer: string
  readonly source: { readonly document: string; readonly clause: string }
}

/** An answer to one question, or all that it may still be. */
export interface Answered<V> {
  readonly status: 'settled' | 'open' | 'silent' | 'conflict'
  /** Only when settled. */
  readonly value?: V
  /** Every outcome still possible; one when settled. */
  readonly possible: readonly (V | 'conflict' | 'silent')[]
  /** Whether the question arises at all; the answer stands beside it either way. */
  readonly arises: 'yes' | 'no' | 'unknown'
  /** The rules it rests on, or, in a conflict, the rules that clash. */
  readonly rules: readonly RuleReference[]
  /** Settled because every possibility left gives this answer. */
  readonly exhaustive?: true
}

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

export interface MissingFact {
  readonly fact: string
  readonly label: Text
  readonly question: Text
  readonly ask: readonly string[]
  /** How many rules that can still win read it. */
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
  /** The first instant at which time alone changes an answer. */
  readonly validUntil?: string
  /** SHA-256 of the rule set's documents. */
  readonly ruleSet: string
}

export const AGREEMENT: RuleReference = Object.freeze({
  id: 'agreed',
  title: '约定',
  layer: 'agreed',
  source: Object.freeze({ document: 'case', clause: 'agreed' }),
})

const references = new WeakMap<RuleSet, readonly RuleReference[]>()

/** The reference of a rule, made once per rule set; −1 is what was agreed. */
export function referenceTo(ruleSet: RuleSet, rule: number): RuleReference {
  let all = references.get(ruleSet)
  if (all === undefined) {
    all = ruleSet.rules.map(({ id, title, layer, document: { source } }) =>
      Object.freeze({
        id,
        title,
        layer: ruleSet.model.layers[layer] as string,
        source: Object.freeze({ document: source.document, clause: source.clause }),
      }),
    )
    references.set(ruleSet, all)
  }
  return all[rule] ?? AGREEMENT
}

function outcomeJson(question: Question, outcome: Answer): Json {
  if (isAnswer(outcome)) return answerJson(question, outcome)
  return outcome === CONFLICT ? 'conflict' : 'silent'
}

const ARISES = ['no', 'unknown', 'yes'] as const

function answered(ruleSet: RuleSet, question: Question, { outcomes, winners }: Resolved, arises: number): Answered<Json> {
  const [only] = outcomes
  const settled = outcomes.length === 1 && only !== undefined && isAnswer(only)
  const base = {
    possible: outcomes.map((outcome) => outcomeJson(question, outcome)),
    arises: ARISES[arises] as 'yes' | 'no' | 'unknown',
    rules: winners.map((rule) => referenceTo(ruleSet, rule)),
  }
  if (!settled) return { status: outcomes.length > 1 ? 'open' : only === CONFLICT ? 'conflict' : 'silent', ...base }
  const exhaustive = winners.length === 0 && only !== question.fallback
  return { status: 'settled', value: answerJson(question, only), ...base, ...(exhaustive ? { exhaustive: true } : {}) }
}

/** Yes/no members that no rule speaks for are left out: they are plainly no. */
function isPlainNo(question: Question, { outcomes, winners }: Resolved): boolean {
  if (question.declaration.kind === 'terms') return outcomes.length === 1 && !isAnswer(outcomes[0] as Answer) && outcomes[0] !== CONFLICT
  return outcomes.length === 1 && outcomes[0] === question.fallback && winners.length === 0
}

function answersJson({ ruleSet }: Rulings, evaluation: Evaluation<unknown>): Readonly<Record<string, Json | object>> {
  const answers: Record<string, object> = {}
  for (const question of ruleSet.model.questions) {
    const resolved = evaluation.resolved[question.index] as Resolved
    if (question.member === undefined) {
      answers[question.id] = answered(ruleSet, question, resolved, evaluation.arises[question.index] ?? YES)
      continue
    }
    let group = answers[question.group] as Record<string, unknown> | undefined
    if (group === undefined) {
      group = {}
      answers[question.group] = group
    }
    if (isPlainNo(question, resolved)) continue
    group[question.member] = answered(ruleSet, question, resolved, evaluation.arises[question.index] ?? YES)
  }
  return answers
}

function breachesOf({ ruleSet }: Rulings, { resolved, arises }: Evaluation<unknown>): BreachReport[] {
  return ruleSet.model.questions.flatMap((question) => {
    const { breach, outcomes } = resolved[question.index] as Resolved
    if (breach === undefined || arises[question.index] === NO) return []
    return [
      {
        question: question.id,
        status: breach.status,
        answers: outcomes.map((outcome) => outcomeJson(question, outcome)),
        floor: answerJson(question, breach.floor),
        rule: referenceTo(ruleSet, breach.rule),
      },
    ]
  })
}

function missingJson({ ruleSet }: Rulings, { known, statuses }: Evaluation<unknown>, open: ReadonlySet<number>): MissingFact[] {
  if (open.size === 0) return []
  return missingFacts(ruleSet, known, statuses, open).map(({ fact, rules }) => {
    const declared = ruleSet.model.declaration.facts[fact]
    if (declared === undefined) throw new Error(`internal: ${fact} is no fact`)
    return { fact, label: declared.label, question: declared.question, ask: declared.ask, rules }
  })
}

export interface Found {
  readonly evaluation: Evaluation<unknown>
  readonly judged: Judged
  readonly presumed: readonly Presumption[]
  readonly validUntil: number | undefined
}

/** Writes the decision of an evaluated case. */
export function decisionOf<D extends ModelDeclaration>(rulings: Rulings, reading: Reading, found: Found): Decision<D> {
  const { model, hash } = rulings.ruleSet
  const { evaluation, judged } = found
  const now = evaluation.known[model.clock]
  const clock = model.columns[model.clock]
  const moment = (value: number) => formatCaseValue({ kind: 'instant' }, value) as string
  return {
    model: model.declaration.id,
    outcome: judged.outcome,
    answers: answersJson(rulings, evaluation) as Answers<D>,
    reviews: judged.reviews,
    missing: missingJson(rulings, evaluation, judged.open),
    presumed: found.presumed.map(([index, value]) => {
      const column = model.columns[index]
      if (column === undefined || typeof value !== 'number') throw new Error('internal: a presumption is one value of a fact')
      return { fact: column.id, label: column.label, value: formatCaseValue(column.kind, value) }
    }),
    breaches: breachesOf(rulings, evaluation),
    ...(reading.agreedBy === undefined ? {} : { agreedBy: reading.agreedBy }),
    floors: rulings.floors,
    ...(typeof now === 'number' && clock !== undefined ? { asOf: moment(now) } : {}),
    ...(found.validUntil === undefined ? {} : { validUntil: moment(found.validUntil) }),
    ruleSet: hash,
  }
}
