// What the command line, the fixtures and the proofs know of a decision model beyond its declaration.
// Promise: whatever a model works out, shows or expects of its own is named here; nothing else asks which model it is.

import type { Answered, RuleReference } from '../engine/answered.js'
import type { Decided } from '../engine/decider.js'
import type { BreachReport, Decision as ModelDecision } from '../engine/decision.js'
import type { Json, Measured } from '../engine/declaration.js'
import type { Compute } from '../engine/evaluate.js'
import type { Issue } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import type { Source } from '../engine/read-documents.js'
import type { RuleSet } from '../engine/ruleset.js'
import type { Rulings } from '../engine/rulings.js'
import type { Text } from '../engine/text.js'

/** A language people are answered in. */
export type Language = keyof Text

/** A document that rules of the decision cite. */
export interface CitedSource {
  readonly document: string
  readonly name: Text
  /** The day the source was last looked at, `YYYY-MM-DD`. */
  readonly checked: string
}

export interface Deadline {
  readonly deadline: string
  readonly label: Text
  /** How the source says it: so many days after an event, or a time of day. Days of a setting nobody gave stand by its name. */
  readonly term: Json
  /**
   * The last Beijing day, `YYYY-MM-DD`, once the event and the holidays are known (those of 2017 to 2026 are); none where it
   * ends on a minute.
   */
  readonly lastDay?: string
  /** The first instant after that day, or the minute it ends on. */
  readonly until?: string
  readonly rules: readonly RuleReference[]
}

/** What every decision says, whatever its model adds. */
export interface Decision extends ModelDecision {
  /** Sources of the rules behind answers and floors, by id. */
  readonly sources: readonly CitedSource[]
  /** Dates of the model's deadlines, in declared order. */
  readonly deadlines?: readonly Deadline[]
}

/** A decision model with what it takes to decide its cases and to run fixtures against its rules. */
export interface Deciding<D extends Decision = Decision> {
  readonly model: Model
  /** Works between the stages. */
  compute(rulings: Rulings): Compute<unknown>
  /** Writes the decision of a decided case. */
  write(rulings: Rulings, decided: Decided<unknown>): D
  /** What is wrong with rules that only the domain can tell, once they are loaded; each issue under its source's file. */
  check?(ruleSet: RuleSet, sources: readonly Source[]): readonly Issue[]
  /** The question whose terms are deadlines. */
  readonly deadlines?: string
  /** What a fixture may expect beside answers and what every decision says, by its word. */
  readonly expected: Readonly<Record<string, OwnExpectation>>
  /** Steps that stories take and answers lead to. */
  readonly steps?: StepTable
}

/** A decision model with how its decisions are put down for people. */
export interface Reporting {
  readonly model: Model
  readonly report: ReportParts
}

/** A decision model with what proofs about its rules take. */
export interface Proving<D extends Decision = Decision> extends Deciding<D> {
  readonly proofs: ProofHints
}

/** A decision model with all that is its own: what the command line takes. */
export interface Domain<D extends Decision = Decision> extends Proving<D>, Reporting {
  readonly listing: Listing
  /** English names of the words of `expected`, for editors. */
  readonly expectedTitles: Readonly<Record<string, string>>
}

/** Rules loaded, with the domain they are rules of. */
export type Ruled<D extends Proving = Proving> = Rulings & { readonly domain: D }

/** A word a fixture may expect something of. */
export interface OwnExpectation {
  readonly shape: 'amount' | 'text' | 'list' | { readonly among: readonly string[] }
  /** What the decision says. */
  of(decision: Decision): unknown
}

/** Steps from one state to another: an answer is the action, two facts say the state and what was requested. */
export interface StepTable {
  readonly question: string
  readonly state: string
  readonly requested: string
  readonly actions: Readonly<Record<string, Text>>
  readonly rows: readonly { readonly from: string; readonly to: string }[]
  /** States no step leads out of. */
  readonly ends: readonly string[]
  take(state: string, action: string, requested: string | undefined): Step
}

type Step = { readonly ok: true; readonly label: Text } | { readonly ok: false; readonly issues: readonly Issue[] }

/** One line of what is shown: a label, what is said of it, and titles of the rules it rests on. */
export interface Row {
  readonly label: string
  readonly text: string
  readonly rules: readonly string[]
}

export interface Section {
  readonly title: string
  readonly rows: readonly Row[]
}

/** What an open answer waits for, to stand behind it, by its question or the group of that; empty where there is nothing to say. */
export type WaitsFor = (question: string) => string

/** Sections a model has of its own in the report of a decision. */
export interface ReportParts {
  /** Questions they show. */
  readonly elsewhere: (group: string, status?: Answered<Json>['status']) => boolean
  /** Sections between the answers and what is missing. */
  sections(decision: Decision, lang: Language, waitsFor: WaitsFor): readonly Section[]
  /** What an answer below a floor costs, where that can be told. */
  cost(breach: BreachReport, lang: Language): string | undefined
}

/** A sum in yuan that the shop pays to the buyer, or is owed by him; no value while it is open. */
export interface ListedSum {
  readonly id: string
  readonly label: Text
  readonly isOwed?: boolean
  readonly value: string | undefined
}

/** How decisions are listed, told to a buyer and compared. */
export interface Listing {
  /** Questions that, while open, are shown with what they wait for whatever else is missing. */
  readonly awaited: readonly string[]
  /** What a list of cases shows of each, by label; without a decision every text is empty. */
  summary(decision: Decision | undefined, lang: Language, waitsFor: WaitsFor): readonly Pick<Row, 'label' | 'text'>[]
  /** The decision as a buyer may read it; a model without has nothing to tell a buyer. */
  toBuyer?(decision: Decision, lang: Language): string
  /** What a decision comes to beside its answers; two decisions that differ in it are not the same. */
  beside(decision: Decision): unknown
  /** The sums that differences of decisions are added up in; a model without has none. */
  sums?(decision: Decision): readonly ListedSum[]
}

/** What proofs have to know in order to put cases together. */
interface ProofHints {
  /** Facts on which more than on any other it hangs whether there is an answer. */
  readonly claim: readonly string[]
  /** What a case may say of facts that are texts, where no words for them would look like one. */
  readonly texts?: Readonly<Record<string, string>>
  readonly sum?: ComparedSum
  /** Whether an answer measures no less than another in every case, where bounds of both cannot tell. */
  neverLess(question: string, answer: string, other: string): boolean
}

/** A computed fact that says whether an amount of the case is lower than, equal to or higher than one worked out. */
export interface ComparedSum {
  readonly computed: string
  readonly stated: string
  /** Whether other answers to questions of this group, or another setting or parameter of this name, may change the amount. */
  hangsOn(name: string): boolean
  /** The amount worked out, in fen, and the facts that would narrow it. */
  due(computed: unknown): { readonly total: Measured; readonly waitsFor: readonly string[] } | undefined
}
