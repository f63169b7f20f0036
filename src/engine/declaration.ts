// What a decision model is made of, as plain values: facts, questions, constraints, layers, stages.
// Promise: types only. Everything else (types of cases, schemas, legal operators, words) is derived from these.
import type { Text } from './text.js'
import type { ValueSet } from './value-set.js'

/** How a fact's values look. Integers, money and durations are bounded; `text` fills slots and takes no operator. */
export type FactKind =
  | { readonly kind: 'enum'; readonly values: Readonly<Record<string, Text>> }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly unit?: Text }
  /** Yuan with at most two decimals, held as fen; `max` in yuan, 1,000,000 unless said. */
  | { readonly kind: 'money'; readonly max?: number }
  /** A share of one with at most four decimals, held in ten-thousandths. Settings and parameters only. */
  | { readonly kind: 'rate' }
  /** A Beijing civil day, `YYYY-MM-DD`. */
  | { readonly kind: 'date' }
  /** A moment, `YYYY-MM-DD HH:mm` Beijing time unless it carries an offset. */
  | { readonly kind: 'instant' }
  | { readonly kind: 'duration'; readonly unit: 'minute' | 'hour' | 'day'; readonly max: number }
  | { readonly kind: 'text'; readonly maxLength?: number }

interface FactCommon {
  readonly label: Text
  /** A record is what the books would show; a circumstance is what only people know. */
  readonly role: 'circumstance' | 'record'
  /** Ids of the parties who can be asked, the likeliest first. */
  readonly ask: readonly string[]
  readonly question: Text
  /** The fact may be known to have no value: "none" / 「无」. */
  readonly none?: true
  /** The cell of an unwritten record once records are complete; unless said: no, none. `{fact}` = same as that fact. */
  readonly absent?: string | number | boolean | { readonly fact: string }
  /** The usual value, of a circumstance or of a record of what seldom happens; used only where presuming is allowed. */
  readonly usual?: string | number | boolean
  /** A past event: it lies no later than the model's clock. */
  readonly event?: true
}

export type FactDeclaration = FactCommon & FactKind

export type DerivedDeclaration = FactKind & {
  readonly label: Text
  readonly none?: true
  readonly from: readonly string[]
  /** Reads what is known of each fact of `from`: always a set, the whole domain when nothing is known. */
  readonly derive: (...from: readonly ValueSet[]) => ValueSet
  /**
   * Moments of the clock at which the value reaches `cut`, were everything else to stay as it is; the last of them is no
   * earlier for a greater cut.
   */
  readonly reaches?: (cut: number, ...from: readonly ValueSet[]) => readonly number[]
}

/** A fact worked out between two stages by the model itself, from these facts among others. */
export type ComputedDeclaration = FactKind & {
  readonly label: Text
  readonly none?: true
  readonly from: readonly string[]
}

/** Set once for all cases. A number is compared with; a word (an enum) conditions read as they read a fact. */
export type SettingDeclaration = FactKind & { readonly label: Text; readonly default?: number | string | boolean }

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A condition in the document grammar: `all` / `any` / `not` / named `condition` / leaf. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string }
  | { readonly fact: string; readonly operator: string; readonly value: Json }

/** The least and the greatest a measured answer can come to, in the smallest unit of the question. */
export interface Measured {
  readonly least: number
  readonly most: number
}

/** Reads what is known of a fact, or of a setting, by its id, as a set over its whole domain. */
export type FactView = (id: string) => ValueSet

interface QuestionCommon {
  readonly label: Text
  readonly stage: string
  /** The outcome looks at this question. */
  readonly essential?: true
  /** Over facts and first-stage answers; unwritten: it always arises. */
  readonly arises?: Condition
}

interface ChoiceQuestion extends QuestionCommon {
  readonly kind: 'choice'
  /** In order of favour, worst first, where `favour` says so. */
  readonly values: Readonly<Record<string, Text>>
  readonly favour?: 'later' | ((value: string, view: FactView) => Measured)
  /** The value that hands the case to a person, whatever else is settled. */
  readonly review?: string
}

export interface MemberDeclaration {
  readonly label: Text
  /** Id of the party that acts, for what is to be done. */
  readonly by?: string
}

interface MembersQuestion extends QuestionCommon {
  readonly kind: 'members'
  readonly members: Readonly<Record<string, MemberDeclaration>>
  /** `no`: a member that is not chosen is the better answer. */
  readonly favour?: 'no'
}

/** One number: fen of a money amount, or a plain integer. Several winners combine. */
interface NumberQuestion extends QuestionCommon {
  readonly kind: 'money' | 'integer'
  readonly combine: 'one' | 'greatest' | 'least'
  /** The numbers an integer may be; any from 0 to 1,000,000 unless said. */
  readonly options?: readonly number[]
  readonly unit?: Text
  readonly favour?: 'more'
}

/** One composed value per member (a number of days after an event, say), measured by the model. */
interface TermsQuestion extends QuestionCommon {
  readonly kind: 'terms'
  readonly members: Readonly<Record<string, MemberDeclaration>>
  readonly combine: 'one' | 'greatest' | 'least'
  /** Says what is wrong with a written term, or nothing. */
  readonly check: (term: Json) => Text | undefined
  readonly measure: (term: Json, view: FactView) => Measured
  /** Puts a term into words. */
  readonly say: (term: Json) => Text
  /** The answer that measures more is the better one. */
  readonly favour?: 'more'
}

export type QuestionDeclaration = ChoiceQuestion | MembersQuestion | NumberQuestion | TermsQuestion

/** A combination that cannot be: two events out of order, or leaves that never hold together. Facts of the case only. */
export type ConstraintDeclaration = { readonly id: string; readonly text: Text } & (
  | { readonly order: readonly [earlier: string, later: string] }
  | { readonly never: readonly { readonly fact: string; readonly operator: string; readonly value: Json }[] }
)

interface LayerDeclaration {
  readonly label: Text
  /** Its mandatory rules are floors under every other layer. */
  readonly floor?: true
}

export interface ModelDeclaration {
  readonly id: string
  readonly title: Text
  /** The instant fact that says when the decision is made. */
  readonly clock: string
  readonly parties: Readonly<Record<string, Text>>
  readonly facts: Readonly<Record<string, FactDeclaration>>
  readonly derived?: Readonly<Record<string, DerivedDeclaration>>
  readonly computed?: Readonly<Record<string, ComputedDeclaration>>
  readonly settings?: Readonly<Record<string, SettingDeclaration>>
  readonly questions: Readonly<Record<string, QuestionDeclaration>>
  readonly constraints?: readonly ConstraintDeclaration[]
  /** Highest first. A rule uses named conditions of its own layer and of those below it. */
  readonly layers: Readonly<Record<string, LayerDeclaration>>
  /** In order. Rules of a later stage read the answers of earlier ones. */
  readonly stages: readonly string[]
  /**
   * Pairs of questions: a rule that answers the first answers the second with it. An agreement on the first alone, a choice,
   * is one on the second as well, a member: it is so with these answers, and not with the others.
   */
  readonly together?: readonly (readonly [answered: string, with_: string, soWith: readonly string[]])[]
}

/** What a case may say of one fact: a value, one of several, or a range with either end open. */
export type Knowable<V> = V | { readonly oneOf: readonly V[] } | { readonly atLeast?: V; readonly atMost?: V }

/** The JSON values of a fact. Money is a string of yuan, days and moments are ISO strings. */
export type ValueOf<F> =
  | (F extends { kind: 'enum'; values: infer V }
      ? Extract<keyof V, string>
      : F extends { kind: 'boolean' }
        ? boolean
        : F extends { kind: 'integer' | 'duration' }
          ? number
          : string)
  | (F extends { none: true } ? 'none' : never)

/** The case of a model, all facts optional: what is not said is unknown. */
export type CaseOf<D extends ModelDeclaration> = {
  readonly [F in keyof D['facts']]?: Knowable<ValueOf<D['facts'][F]>>
} & {
  /** Every unwritten record is in its absent cell. */
  readonly recordsComplete?: boolean
  /** What the parties or a superior settled: question → value, and who did. It is the top layer. */
  readonly agreed?: AgreedOf<D>
}

/** The values of a fact in Chinese words. */
type WordOf<F> =
  | (F extends { kind: 'enum'; values: infer V }
      ? V[keyof V] extends { readonly zh: infer W }
        ? W
        : never
      : F extends { kind: 'boolean' }
        ? boolean | '是' | '否'
        : F extends { kind: 'integer' | 'duration' }
          ? number
          : string)
  | (F extends { none: true } ? '无' : never)

/** A case in Chinese words: the labels of the facts and of their values. */
export type ChineseCaseOf<D extends ModelDeclaration> = {
  readonly [F in keyof D['facts'] as D['facts'][F]['label']['zh']]?:
    | WordOf<D['facts'][F]>
    | { readonly 之一: readonly WordOf<D['facts'][F]>[] }
    | { readonly 至少?: WordOf<D['facts'][F]>; readonly 至多?: WordOf<D['facts'][F]> }
} & { readonly 记录完整?: boolean | '是' | '否'; readonly 约定?: { readonly [question: string]: Json } }

/** The JSON value of an answer. */
export type AnswerOf<Q> = Q extends { kind: 'choice'; values: infer V }
  ? Extract<keyof V, string>
  : Q extends { kind: 'money' }
    ? string
    : Q extends { kind: 'integer' }
      ? number
      : Q extends { kind: 'members'; members: infer M }
        ? { readonly [K in keyof M]?: boolean }
        : Json

export type AgreedOf<D extends ModelDeclaration> = {
  readonly [Q in keyof D['questions']]?: AnswerOf<D['questions'][Q]>
} & { readonly by: string }
