// Proofs about rules, as functions: what is open, contradicts or is never needed, and what a change of rules changes.
// Promise: plain JSON comes out; every case in it was decided before it is returned.

import { checkRules } from './domain/decider.js'
import type { Proving, Ruled } from './domain/domain.js'
import { load } from './domain/load.js'
import { sourcesOf } from './domain/sources.js'
import { decisionOf } from './engine/decision.js'
import type { Model } from './engine/model.js'
import type { DeciderOptions } from './engine/options.js'
import { type FactsGiven, withFacts } from './engine/own-facts.js'
import { inPlace } from './engine/read-documents.js'
import type { Narrow, Rulings } from './engine/rulings.js'
import type { Text } from './engine/text.js'
import { AfterSaleError, orThrow } from './error.js'
import { afterSaleProving } from './models/after-sale/proving.js'
import type { Direction } from './verify/answer-change.js'
import { differenceOf } from './verify/diff.js'
import { exactnessOf } from './verify/exact.js'
import type { CheckName } from './verify/finding.js'
import { noQuestion, questionNamed } from './verify/question-words.js'
import { EFFORT, type Effort } from './verify/subject.js'
import { verify } from './verify/verify.js'
import { type Document, wordsOf } from './verify/words.js'

/** Rules to prove about, as `createDecider` takes them. */
export interface ProofOptions extends Pick<DeciderOptions, 'omit' | 'settings'> {
  /** What the rules are of; after-sale unless said, `provingOf` a model of one's own. */
  readonly domain?: Proving
  readonly rules: readonly object[]
  readonly facts?: FactsGiven
  /** How much may be spent, in nodes and steps, never in time. */
  readonly effort?: Effort
}

/** Something that is not as it should be, with its cases in words and one of them decided. */
export interface ProofFinding {
  readonly id: string
  /** `unknown`: the budget is used up, or no case could be put together; the text says what stood in the way. */
  readonly verdict: 'refuted' | 'unknown'
  readonly text: Text
  readonly rules: readonly string[]
  /** A mark that stays while the region of cases does. */
  readonly region?: string
  readonly boxes: readonly Text[]
  readonly more: boolean
  /** A case in Chinese words, and the settings it needs beyond the shop's own. */
  readonly case?: Readonly<Record<string, unknown>>
  readonly settings?: Readonly<Record<string, number | string>>
}

/** One check of one question, or of all rules. */
export interface ProofCheck {
  readonly check: CheckName
  readonly question?: string
  readonly verdict: 'proved' | 'refuted' | 'unknown'
  /** How many single claims were proved. */
  readonly proved: number
  /** What the proof takes as free to have any value: worked out from amounts, a setting nobody made, a number on days without a version. */
  readonly free: readonly Text[]
  readonly findings: readonly ProofFinding[]
}

/**
 * A model of one's own as the proofs take it, `verifyRules({ domain: provingOf(hotel), rules })`: one that decides by its
 * answers alone, as `createModelDecider` does.
 */
export function provingOf(model: Model): Proving {
  return {
    model,
    compute: () => () => ({ facts: {}, kept: undefined }),
    write: (rulings, decided) => ({
      ...decisionOf(rulings, decided.reading, decided),
      sources: sourcesOf(rulings, decided.evaluation),
    }),
    expected: {},
    proofs: { claim: [], neverLess: () => false },
  }
}

/**
 * Proves, question by question and rule by rule, what there is to be said of a set of rules.
 * @param options `question`: a question by its id or label, or one of its members, to prove about it alone; dates are looked at without one
 * @throws AfterSaleError when the rules cannot be loaded, or no question is of that name
 */
export function verifyRules(options: ProofOptions & { readonly question?: string }): readonly ProofCheck[] {
  const rulings = loaded(options)
  const { effort = EFFORT, question, rules } = options
  const { model } = rulings.ruleSet
  const asked = question === undefined ? question : questionNamed(model, question)
  if (asked === undefined && question !== undefined) throw new AfterSaleError([noQuestion(model, question)])
  const words = wordsOf(model, rules as readonly Document[])
  return verify(rulings, { words, question: asked, effort }).checks.map(
    ({ check, question: about, verdict, proved, free, findings }) => ({
      check,
      ...(about === undefined ? {} : { question: about }),
      verdict,
      proved,
      free,
      findings: findings.map(({ id, verdict: own, text, rules: ids, mark, inWords, witness }) => ({
        id,
        verdict: own,
        text,
        rules: ids,
        ...(mark === undefined ? {} : { region: mark }),
        ...inWords(),
        ...(witness === undefined ? {} : { case: witness.case, settings: witness.settings }),
      })),
    }),
  )
}

/**
 * Decides partial cases exactly, as the option `exact` of `createDecider`: a case that is decided whatever the rest is, is
 * settled, and `ask` knows of what can still come of an answer. Costs milliseconds a case instead of microseconds.
 */
export function exact(rulings: Rulings): Narrow {
  return exactnessOf(rulings).narrow
}

/**
 * Questions that may stay open although they are decided: their diagrams do not fit the budget, or they hang on amounts.
 * @throws AfterSaleError when the rules cannot be loaded
 */
export function inexactQuestions(options: ProofOptions & Pick<DeciderOptions, 'floors'>): readonly string[] {
  const { effort = EFFORT, floors = 'advise' } = options
  return exactnessOf({ ...loaded(options), floors }, effort).inexact()
}

/** Cases in which a question is answered otherwise by other rules. */
export interface RuleChange {
  readonly question: string
  readonly before: Text
  readonly after: Text
  /** For the buyer; `appears` and `vanishes`: only after, or only before, is there an answer. */
  readonly direction: Direction
  readonly boxes: readonly Text[]
  readonly more: boolean
  readonly hangsOnAmounts: boolean
  /** How it changes once raised, whether rule or floor changed: so under `enforce`; under `advise` what falls short changes. */
  readonly underFloors: boolean
  readonly case?: Readonly<Record<string, unknown>>
}

/**
 * Exactly the cases that two sets of rules decide differently.
 * @returns `same`: questions proved to stay; `unknown`: questions for which the budget did not suffice
 * @throws AfterSaleError when the rules cannot be loaded
 */
export function diffRules(
  before: ProofOptions,
  after: ProofOptions,
): { readonly changes: readonly RuleChange[]; readonly same: readonly string[]; readonly unknown: readonly string[] } {
  const { changes, same, unknown } = differenceOf(...loadedAlike(before, after), [], after.effort ?? EFFORT)
  return {
    changes: changes.map(
      ({ question, witness, before: was, after: is, direction, inWords, hangsOnAmounts, underFloors }) => ({
        question: question.id,
        before: was,
        after: is,
        direction,
        ...inWords(),
        hangsOnAmounts,
        underFloors,
        ...(witness === undefined ? {} : { case: witness.case }),
      }),
    ),
    same: same.map(({ id }) => id),
    unknown: unknown.map(({ id }) => id),
  }
}

const BESIDE_RULES = ['domain', 'facts', 'omit', 'settings', 'effort', 'question', 'floors']

/** Both sets on one vocabulary, so that what only one of them knows of is a fact of both. */
function loadedAlike(before: ProofOptions, after: ProofOptions): [Ruled, Ruled] {
  for (const options of [before, after]) checkRules(options, BESIDE_RULES)
  const { domain = afterSaleProving } = after
  const [old, own] = [before, after].map(({ facts }) => extended(domain, facts).ownFacts)
  const model = extended(domain, { ...old, ...own })
  return [loaded(before, model), loaded(after, model)]
}

const extended = ({ model }: Proving, facts: FactsGiven = {}): Model => orThrow(withFacts(model, facts, ['facts']))

function loaded(given: ProofOptions, shared?: Model): Ruled {
  checkRules(given, BESIDE_RULES)
  const { domain = afterSaleProving, rules, facts, omit = [], settings = {} } = given
  const model = shared ?? extended(domain, facts)
  return orThrow(load(domain, model, inPlace(rules, 'rules'), { omit, settings })).rulings
}

export type { Effort } from './verify/subject.js'
export type { CheckName, Direction, Proving }
