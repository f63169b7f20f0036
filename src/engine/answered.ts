// How an answer is written: its value or all it may still be, whether it arises, and the rules it rests on.
// Promise: plain JSON; what is the same in every case is written once and frozen.
import { type Answer, CONFLICT, isAnswer, type Terms, termOf } from './answer.js'
import type { Json } from './declaration.js'
import { formatCaseValue } from './fact-value.js'
import { type Resolved, SILENCE } from './fold.js'
import { frozen } from './frozen.js'
import type { CompiledRule } from './load-rules.js'
import type { Question } from './question.js'

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

const AGREEMENT: RuleReference = frozen({
  id: 'agreed',
  title: '约定',
  layer: 'agreed',
  source: { document: 'case', clause: 'agreed' },
})

/** References of the rules, in their order. */
export function referencesTo(rules: readonly CompiledRule[], layers: readonly string[]): readonly RuleReference[] {
  return rules.map(({ id, title, layer, document: { source } }) =>
    frozen({
      id,
      title,
      layer: layers[layer] as string,
      source: { document: source.document, clause: source.clause },
    }),
  )
}

/** The reference of a rule by index; −1 is what was agreed. */
export function referenceTo(references: readonly RuleReference[], rule: number): RuleReference {
  return references[rule] ?? AGREEMENT
}

/** An outcome as JSON: an id, true or false, a string of yuan, an integer, a term; or `conflict` or `silent`. */
export function outcomeJson({ declaration, values }: Question, outcome: Answer, terms?: Terms): Json {
  if (typeof outcome === 'string') return termOf(outcome, terms)
  if (outcome < 0) return outcome === CONFLICT ? 'conflict' : 'silent'
  if (declaration.kind === 'members') return outcome === 1
  if (declaration.kind === 'choice') return values?.[outcome] as string
  return declaration.kind === 'money' ? formatCaseValue({ kind: 'money' }, outcome) : outcome
}

/** What answers are written with: rules and terms as decisions share them. */
export interface Wording {
  /** How each rule is referred to, by index. */
  readonly references: readonly RuleReference[]
  /** Terms that rules answer with. */
  readonly terms: Terms
}

/** Rising: "all" is the least of its nodes, "any" the greatest. */
export const TRUTHS = ['no', 'unknown', 'yes'] as const

function writeAnswer(
  question: Question,
  { outcomes, winners }: Resolved,
  arises: number,
  { references, terms }: Wording,
): Answered<Json> {
  const only = outcomes[0] as Answer
  const possible = outcomes.map((outcome) => outcomeJson(question, outcome, terms))
  const base = {
    possible,
    arises: TRUTHS[arises] as 'yes' | 'no' | 'unknown',
    rules: winners.map((rule) => referenceTo(references, rule)),
  }
  if (outcomes.length > 1) return { status: 'open', ...base }
  const value = possible[0] as Json
  if (!isAnswer(only)) return { status: value as 'conflict' | 'silent', ...base }
  const answer = { status: 'settled' as const, value, ...base }
  return winners.length === 0 && only !== question.fallback
    ? Object.assign(answer, { exhaustive: true as const })
    : answer
}

/** What many cases come to, each as it is written: one way for each way its question arises. */
const shared = new WeakMap<Resolved, Answered<Json>[]>([[SILENCE, []]])

/** What a question comes to in many cases is written when it is first met, once and for all. */
export function share(resolved: Resolved): Resolved {
  shared.set(resolved, [])
  return resolved
}

/** Writes what a question comes to. `arises`: 0 no, 1 unknown, 2 yes. */
export function answered(question: Question, resolved: Resolved, arises: number, wording: Wording): Answered<Json> {
  const own = shared.get(resolved)
  if (own === undefined) return writeAnswer(question, resolved, arises, wording)
  own[arises] ??= frozen(writeAnswer(question, resolved, arises, wording))
  return own[arises]
}

const NO_MEMBERS = Object.freeze({})

/** The declared questions in order with nothing answered, each frozen: all that arise, and no member chosen. */
export function blankAnswers(
  questions: readonly Question[],
  unanswered: readonly Resolved[],
  wording: Wording,
): Readonly<Record<string, object>> {
  return Object.fromEntries(
    questions.map((question) => [
      question.group,
      question.member === undefined
        ? answered(question, unanswered[question.index] as Resolved, 2, wording)
        : NO_MEMBERS,
    ]),
  )
}
