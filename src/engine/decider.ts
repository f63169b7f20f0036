// A model with its rules loaded, ready to decide: one case in, one decision out.
// Promise: synchronous and without state; the same case gives the same bytes.
import { ask, type NextQuestion } from './ask.js'
import type { Settings } from './comparison.js'
import { type Decision, decisionOf } from './decision.js'
import type { ModelDeclaration } from './declaration.js'
import { type Compute, type Evaluation, evaluate } from './evaluate.js'
import { domainOf, parseLiteral } from './fact-value.js'
import { statedFacts } from './facts.js'
import type { FloorMode } from './fold.js'
import { type Issue, issue, notAmong, type Result } from './issue.js'
import type { Known } from './known.js'
import type { Model } from './model.js'
import { type Judged, judge } from './outcome.js'
import { hasOpen, neededPresumptions, type Presumption, presumable, weightOf } from './presume.js'
import { type Reading, readCase } from './read-case.js'
import type { Source } from './read-documents.js'
import { loadRuleSet, type RuleSet } from './ruleset.js'
import type { Rulings } from './rulings.js'
import { type RuleTrace, traceOf } from './trace.js'
import { validUntil } from './valid-until.js'
import { contains } from './value-set.js'

/** What whoever uses a model sets once. */
export interface DeciderOptions {
  /** Ids of rules to leave out. */
  readonly omit?: readonly string[]
  /** Values of the model's settings; a setting without value or default stays unknown. */
  readonly settings?: Readonly<Record<string, number | string | boolean>>
  /** `advise` (default) reports answers below a floor; `enforce` raises them to it. */
  readonly floors?: FloorMode
}

export interface DecideOptions {
  /** Use the usual values of circumstances where they are needed, and list them. */
  readonly presume?: boolean
}

/** A case evaluated, with everything its decision is written from. */
export interface Decided<A> {
  readonly reading: Reading
  readonly evaluation: Evaluation<A>
  readonly judged: Judged
  readonly presumed: readonly Presumption[]
  readonly validUntil: number | undefined
}

/** Loads and checks everything once. `unset` names settings nobody gave a value. */
export function prepare<D extends ModelDeclaration>(
  model: Model<D>,
  sources: readonly Source[],
  options: DeciderOptions = {},
): Result<{ readonly rulings: Rulings & { readonly ruleSet: RuleSet<D> }; readonly unset: readonly string[] }> {
  const wrong = checkOptions(options)
  if (wrong.length > 0) return { ok: false, issues: wrong }
  const loaded = loadRuleSet(model, sources, options.omit === undefined ? {} : { omit: options.omit })
  const issues: Issue[] = loaded.ok ? [] : [...loaded.issues]
  const settings = readSettings(model, options.settings ?? {}, issues)
  if (!loaded.ok || issues.length > 0) return { ok: false, issues }
  const unset = Object.keys(model.declaration.settings ?? {}).filter((id) => !settings.has(id))
  return {
    ok: true,
    value: { rulings: { ruleSet: loaded.value, settings, floors: options.floors ?? 'advise' }, unset },
  }
}

/** What is wrong with the choices themselves. A misprinted mode would otherwise pass for the default. */
export function checkOptions({ floors = 'advise', omit = [] }: DeciderOptions): Issue[] {
  const issues: Issue[] = []
  const modes: readonly FloorMode[] = ['advise', 'enforce']
  if (!modes.includes(floors))
    issues.push(notAmong('unknown-value', ['floors'], floors, modes, { zh: '底线', en: 'floors' }))
  if (!Array.isArray(omit)) {
    issues.push(
      issue('wrong-type', ['omit'], omit, { zh: 'omit 应为规则编号的数组', en: 'omit is an array of rule ids' }),
    )
  }
  return issues
}

/** The model's settings in their smallest units, defaults included; what is wrong goes to `issues`. */
export function readSettings(model: Model, given: NonNullable<DeciderOptions['settings']>, issues: Issue[]): Settings {
  const declared = model.declaration.settings ?? {}
  for (const id of Object.keys(given)) {
    if (!Object.hasOwn(declared, id))
      issues.push(notAmong('unknown-key', ['settings', id], id, Object.keys(declared), { zh: '设置', en: 'setting' }))
  }
  const settings = new Map<string, number>()
  for (const [id, setting] of Object.entries(declared)) {
    const written = Object.hasOwn(given, id) ? given[id] : setting.default
    if (written === undefined) continue
    const value = parseLiteral(setting, written)
    if (value !== undefined && contains(domainOf(setting, false), value)) settings.set(id, value)
    else
      issues.push(
        issue('wrong-type', ['settings', id], written, {
          zh: `「${setting.label.zh}」的值不可用`,
          en: `no value of "${id}"`,
        }),
      )
  }
  return settings
}

/** Reads and evaluates one case. */
export function decideCase<A>(
  rulings: Rulings,
  compute: Compute<A>,
  input: unknown,
  options: DecideOptions = {},
): Result<Decided<A | undefined>> {
  const read = readCase(rulings.ruleSet.model, input)
  return read.ok ? { ok: true, value: decideReading(rulings, compute, read.value, options) } : read
}

export function decideReading<A>(
  rulings: Rulings,
  compute: Compute<A>,
  reading: Reading,
  options: DecideOptions = {},
): Decided<A | undefined> {
  const { model } = rulings.ruleSet
  const presuming = (presumptions: readonly Presumption[]) =>
    evaluate(rulings, statedFacts(model, reading, presumptions), reading.agreed, compute)
  let evaluation = presuming([])
  let judged = judge(rulings, evaluation)
  let presumed: readonly Presumption[] = []
  if (options.presume === true && hasOpen(evaluation)) {
    const weighs = (presumptions: readonly Presumption[]) => {
      const tried = presuming(presumptions)
      return weightOf(tried, judge(rulings, tried))
    }
    presumed = neededPresumptions(presumable(rulings, statedFacts(model, reading)), weighs)
    evaluation = presuming(presumed)
    judged = judge(rulings, evaluation)
  }
  return concluded(rulings, compute, { reading, evaluation, judged, presumed })
}

/** An evaluated case with the time its decision holds: evaluated again at the moments when time alone may change it. */
export function concluded<A>(
  rulings: Rulings,
  compute: Compute<A>,
  found: Omit<Decided<A | undefined>, 'validUntil'>,
): Decided<A | undefined> {
  const { model } = rulings.ruleSet
  const { reading, evaluation, presumed } = found
  const at = (moment: number) => {
    const stated = statedFacts(model, reading, presumed)
    stated[model.clock] = moment
    return evaluate(rulings, stated, reading.agreed, compute)
  }
  return { ...found, validUntil: validUntil(rulings, evaluation, at, signatureOf) }
}

function signatureOf({ resolved, arises, computed, contradictions }: Evaluation<unknown>): string {
  return JSON.stringify([resolved, [...arises], computed, contradictions.map(({ id }) => id)])
}

/** What to ask next to answer `question`, best first; empty when it is settled. */
export function askFor<A>(
  rulings: Rulings,
  compute: Compute<A>,
  decided: Decided<A>,
  question: number,
): NextQuestion[] {
  const { model } = rulings.ruleSet
  const { reading, evaluation, presumed } = decided
  const trial = (column: number, part: Known) => {
    const stated = statedFacts(model, reading, presumed)
    stated[column] = part
    return evaluate(rulings, stated, reading.agreed, compute)
  }
  return ask(rulings, evaluation, question, trial)
}

/** A decider for a model that computes nothing between its stages. */
export interface ModelDecider<D extends ModelDeclaration> {
  readonly unset: readonly string[]
  readonly decide: (input: unknown, options?: DecideOptions) => Result<Decision<D>>
  readonly ask: (input: unknown, question: string) => Result<readonly NextQuestion[]>
  readonly trace: (input: unknown) => Result<readonly RuleTrace[]>
}

const NOTHING_COMPUTED: Compute<null> = () => ({ facts: {}, kept: null })

/**
 * Loads rule documents for a model of one's own. Problems come back as data, all at once.
 * @param documents rules, named conditions, parameters and sources as parsed JSON, in any order
 */
export function createModelDecider<D extends ModelDeclaration>(
  model: Model<D>,
  documents: readonly unknown[],
  options: DeciderOptions = {},
): Result<ModelDecider<D>> {
  const prepared = prepare(
    model,
    documents.map((document) => ({ file: '', document })),
    options,
  )
  if (!prepared.ok) return prepared
  const { rulings, unset } = prepared.value
  const run = <T>(
    input: unknown,
    then: (decided: Decided<null | undefined>) => T,
    how: DecideOptions = {},
  ): Result<T> => {
    const decided = decideCase(rulings, NOTHING_COMPUTED, input, how)
    return decided.ok ? { ok: true, value: then(decided.value) } : decided
  }
  return {
    ok: true,
    value: {
      unset,
      decide: (input, how = {}) => run(input, (decided) => decisionOf<D>(rulings, decided.reading, decided), how),
      trace: (input) => run(input, ({ evaluation }) => traceOf(rulings, evaluation)),
      ask: (input, id) => {
        const index = model.questionOf.get(id)?.index
        const ids = [...model.questionOf.keys()]
        if (index === undefined)
          return {
            ok: false,
            issues: [notAmong('unknown-value', ['question'], id, ids, { zh: '问题', en: 'question' })],
          }
        return run(input, (decided) => askFor(rulings, NOTHING_COMPUTED, decided, index))
      },
    },
  }
}
