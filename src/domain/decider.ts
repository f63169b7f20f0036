// Rules of one domain loaded for one shop, ready to decide, and fixtures run against them.
// Promise: everything about the rules is checked once, when they are loaded; deciding is synchronous and pure.
import type { NextQuestion } from '../engine/ask.js'
import { exactly } from '../engine/decider.js'
import type { CaseOf, ChineseCaseOf, ModelDeclaration } from '../engine/declaration.js'
import { type Issue, issue, type Result } from '../engine/issue.js'
import {
  checkOptions,
  type DecideOptions,
  type DeciderOptions as EngineOptions,
  type Exact,
  readSettings,
} from '../engine/options.js'
import { type FactsGiven, withFacts } from '../engine/own-facts.js'
import { isObject } from '../engine/plain.js'
import { inPlace } from '../engine/read-documents.js'
import type { RuleTrace } from '../engine/trace.js'
import { AfterSaleError, orThrow } from '../error.js'
import { ask, type Decidable, decide, trace } from './decide.js'
import type { Deciding, Decision } from './domain.js'
import { type DecideOn, type FixtureReport, runFixture } from './fixture.js'
import { load } from './load.js'
import { isOnLayer, layerOfRule } from './rule-layers.js'

export interface DeciderOptionsOf<Settings> extends Omit<EngineOptions, 'settings'> {
  /** Values of the settings; a setting without value or default stays unknown. */
  readonly settings?: Settings
  /** Rules, named conditions, parameters and sources as parsed JSON, in any order. */
  readonly rules: readonly object[]
  /** Facts of the shop's own, by id; a `facts.json` may be imported. */
  readonly facts?: FactsGiven
}

/** A case the types know nothing of: with facts of the shop's own, or read from elsewhere. */
type OpenCase = Readonly<Record<string, unknown>>

/** Rules loaded for one shop: `Case` is what a case may say, `QuestionId` the questions there are. */
export interface DeciderOf<Case, D, QuestionId extends string, Settings> {
  /**
   * Decides one case. A case with facts of the shop's own, or of another type, goes to `safeDecide`.
   * @throws AfterSaleError with all issues when the case cannot be read
   */
  readonly decide: (input: Case, options?: DecideOptions) => D
  /** As `decide`, but bad input comes back as `{ok: false, issues}`. Takes anything, as untrusted input is. */
  readonly safeDecide: (input: unknown, options?: DecideOptions) => Result<D>
  /**
   * Facts worth asking so that a question can be answered, best first; empty when it is settled. With `presume`, what
   * has a usual value is taken to have it and is not asked.
   * @param input may hold facts of the shop's own; where it comes from outside, `safeDecide` first says whether it can be read
   * @param question a question's id: `returnPostage`, or of a member `deductions.commission`
   * @throws AfterSaleError when the case cannot be read or the question does not exist
   */
  readonly ask: (input: Case | OpenCase, question: QuestionId, options?: DecideOptions) => readonly NextQuestion[]
  /**
   * Every rule with its status, what beat it and what each leaf compared. `wanted` picks rules by id.
   * @param input may hold facts of the shop's own; where it comes from outside, `safeDecide` first says whether it can be read
   * @throws AfterSaleError when the case cannot be read
   */
  readonly trace: (input: Case | OpenCase, wanted?: (rule: string) => boolean) => readonly RuleTrace[]
  /** The same rules under other settings or floors, without loading them again. */
  readonly with: (
    options: Pick<DeciderOptionsOf<Settings>, 'settings' | 'floors'>,
  ) => DeciderOf<Case, D, QuestionId, Settings>
  /** Settings without value or default: what depends on them stays open. */
  readonly unset: readonly string[]
  /** SHA-256 of the rule documents and of the shop's own facts; settings and floors are no part of it. */
  readonly ruleSet: string
}

/** Id of an answerable question: `verdict`, or of a member `deductions.commission`. */
export type QuestionIdOf<D extends ModelDeclaration> = {
  [Q in keyof D['questions'] & string]: D['questions'][Q] extends { readonly members: infer M }
    ? `${Q}.${keyof M & string}`
    : Q
}[keyof D['questions'] & string]

/** The value of one setting: an enum's ids, a number of days, yuan or a share. */
type SettingValue<S> = S extends { kind: 'enum'; values: infer V }
  ? Extract<keyof V, string>
  : S extends { kind: 'boolean' }
    ? boolean
    : S extends { kind: 'date' | 'instant' }
      ? string
      : number

/** Values of the settings a model declares: `rollover: 'statutory'`, `afterSalePeriodDays: 3`. */
export type SettingsOf<D extends ModelDeclaration> = {
  readonly [S in keyof NonNullable<D['settings']>]?: SettingValue<NonNullable<D['settings']>[S]>
}

/** A decider of a declared model whose decisions are `W`. */
export type DeciderFor<D extends ModelDeclaration, W> = DeciderOf<
  CaseOf<D> | ChineseCaseOf<D>,
  W,
  QuestionIdOf<D>,
  SettingsOf<D>
>

type Settings = NonNullable<EngineOptions['settings']>

const BESIDE_RULES = ['facts', 'omit', 'settings', 'floors', 'exact']

/**
 * Loads rules and checks everything about them once.
 * @throws AfterSaleError naming every problem of every document, each with file, place and remedy
 */
export function deciderOf<Case, D extends Decision, QuestionId extends string, Own extends Settings>(
  domain: Deciding<D>,
  options: DeciderOptionsOf<Own>,
  layers?: readonly string[],
): DeciderOf<Case, D, QuestionId, Own> {
  const issues = checkBeforeLoading(options, BESIDE_RULES)
  const { rules, facts = {}, ...rest } = options
  const model = withFacts(domain.model, facts, ['facts'])
  if (!model.ok) throw new AfterSaleError([...issues, ...model.issues])
  const sources = inPlace(rules, 'rules').filter(({ document }) => layers === undefined || isOnLayer(document, layers))
  const { rulings, unset } = orThrow(load(domain, model.value, sources, rest))
  return deciderFor(rulings, options.settings ?? {}, unset, options.exact)
}

/**
 * Options that hold rules, and what else is accepted beside them.
 * @throws AfterSaleError naming every option that is not, and rules that are no array
 */
export function checkRules(options: Parameters<typeof checkOptions>[0], beside: readonly string[]): void {
  refuse(issuesOfOptions(options, beside))
}

/**
 * As `checkRules`, but what is wrong with these choices is handed back: loading says it together with what is wrong with
 * rules and settings.
 */
export function checkBeforeLoading(
  options: Parameters<typeof checkOptions>[0],
  beside: readonly string[],
): readonly Issue[] {
  const issues = issuesOfOptions(options, beside)
  if (!issues.every(({ path }) => ['floors', 'omit', 'exact'].includes(path[0] as string))) refuse(issues)
  return issues
}

function issuesOfOptions(options: Parameters<typeof checkOptions>[0], beside: readonly string[]): Issue[] {
  const issues = checkOptions(options, ['rules', ...beside])
  const rules: unknown = isObject(options) ? options.rules : undefined
  if (!Array.isArray(rules)) {
    issues.push(
      issue('wrong-type', ['rules'], rules, {
        zh: 'rules 应为规则文档的数组',
        en: 'rules is an array of rule documents',
      }),
    )
  }
  return issues
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new AfterSaleError(issues)
}

function deciderFor<D extends Decision>(
  rulings: Decidable<D>,
  settings: Settings,
  unset: readonly string[],
  exact: Exact | undefined,
): DeciderOf<unknown, D, string, Settings> {
  return {
    decide: (input, options = {}) => orThrow(decide(rulings, input, options)),
    safeDecide: (input, options = {}) => decide(rulings, input, options),
    ask: (input, question, how = {}) => orThrow(ask(rulings, input, question, how)),
    trace: (input, wanted) => orThrow(trace(rulings, input, wanted)),
    with: (other) => {
      const issues = checkOptions(other, ['settings', 'floors'])
      const given = isObject(other) && isObject(other.settings) ? other.settings : {}
      const merged: Settings = { ...settings, ...given }
      const read = readSettings(rulings.ruleSet.model, merged, issues)
      refuse(issues)
      const changed = { ...rulings, settings: read, floors: other.floors ?? rulings.floors }
      return deciderFor(
        exactly(changed, exact),
        merged,
        Object.keys(rulings.ruleSet.settings).filter((id) => !read.has(id)),
        exact,
      )
    },
    unset,
    ruleSet: rulings.ruleSet.hash(),
  }
}

/** Deciders over some layers of the same documents, each loaded once. */
function decidersByLayer(domain: Deciding, options: DeciderOptionsOf<Settings>): DecideOn {
  const byLayers = new Map<string, DeciderOf<unknown, Decision, string, Settings>>()
  return (layers, { settings, floors }) => {
    const key = [...layers].sort().join()
    let decider = byLayers.get(key)
    if (decider === undefined) {
      const omit = options.omit?.filter((id) => layers.includes(String(layerOfRule(options.rules, id))))
      decider = deciderOf(domain, { ...options, ...(omit && { omit }) }, layers)
      byLayers.set(key, decider)
    }
    return settings === undefined && floors === undefined
      ? decider
      : decider.with({ ...(settings && { settings }), ...(floors && { floors }) })
  }
}

/**
 * Runs fixtures against rules: cases of one rule on its layer alone, a story on the layers it names. Rules are loaded
 * once per set of layers, however many fixtures are run.
 * @throws AfterSaleError when the rules cannot be loaded; what is wrong with a fixture stands in its report
 */
export function fixtureCheckerOf(
  domain: Deciding,
  options: DeciderOptionsOf<Settings>,
): (fixture: unknown) => FixtureReport {
  checkRules(options, BESIDE_RULES)
  const layerOf = (rule: string) => layerOfRule(options.rules, rule)
  // Each layer is only told of the rules it has: one that is on none is refused as it is where all of them are loaded.
  if (options.omit?.some((id) => layerOf(id) === undefined)) deciderOf(domain, options)
  const decideOn = decidersByLayer(domain, options)
  return (fixture) => runFixture(domain, fixture, decideOn, layerOf)
}
