// A model with its rules loaded, ready to decide: one case in, one decision out.
// Promise: synchronous and without state that shows; the same case gives the same bytes.
import { ask, type NextQuestion } from './ask.js'
import { type Decision, decisionOf, type Found } from './decision.js'
import type { ModelDeclaration } from './declaration.js'
import { type Compute, type Evaluation, evaluate } from './evaluate.js'
import { statedFacts } from './facts.js'
import type { Resolved } from './fold.js'
import { issue, notAmong, type Result } from './issue.js'
import type { Known } from './known.js'
import type { Model } from './model.js'
import { staysAsIn } from './moved.js'
import {
  checkDecideOptions,
  checkOptions,
  type DecideOptions,
  type DeciderOptions,
  type Exact,
  readSettings,
} from './options.js'
import { judge } from './outcome.js'
import { isSameJson, type Properties } from './plain.js'
import { hasOpen, neededPresumptions, type Presumption, presumable } from './presume.js'
import { type Reading, readCase } from './read-case.js'
import { type Before, inPlace, type Source } from './read-documents.js'
import { loadRuleSet, type RuleSet } from './ruleset.js'
import type { Rulings } from './rulings.js'
import { type RuleTrace, traceOf } from './trace.js'
import { FOREVER, validUntil } from './valid-until.js'

/** A case evaluated, with everything its decision is written from. */
export interface Decided<A> extends Found {
  readonly reading: Reading
  readonly evaluation: Evaluation<A>
}

/** Loads and checks everything once. `unset` names settings nobody gave a value. */
export function prepare<D extends ModelDeclaration>(
  model: Model<D>,
  sources: readonly Source[],
  options: DeciderOptions = {},
  before?: Before,
): Result<{ readonly rulings: Rulings & { readonly ruleSet: RuleSet<D> }; readonly unset: readonly string[] }> {
  const issues = checkOptions(options)
  const loaded = loadRuleSet(model, sources, { omit: Array.isArray(options?.omit) ? options.omit : [], before })
  if (!loaded.ok) issues.push(...loaded.issues)
  const settings = readSettings(model, options?.settings ?? {}, issues)
  if (!loaded.ok || issues.length > 0) return { ok: false, issues }
  const unset = Object.keys(model.declaration.settings ?? {}).filter((id) => !settings.has(id))
  return {
    ok: true,
    value: {
      rulings: exactly({ ruleSet: loaded.value, settings, floors: options.floors ?? 'advise' }, options.exact),
      unset,
    },
  }
}

/** Rules that decide partial cases exactly, where that is wanted. */
export function exactly<R extends Rulings>(rulings: R, exact: Exact | undefined): R {
  return exact === undefined ? rulings : { ...rulings, narrow: exact(rulings) }
}

/** Reads and evaluates one case. */
export function decideCase<A>(
  rulings: Rulings,
  compute: Compute<A>,
  input: unknown,
  options: DecideOptions = {},
  properties?: Properties,
): Result<Decided<A | undefined>> {
  const issues = checkDecideOptions(options)
  const read = readCase(rulings.ruleSet.model, input, properties)
  if (!read.ok) issues.push(...read.issues)
  if (!read.ok || issues.length > 0) return { ok: false, issues }
  return { ok: true, value: decideReading(rulings, compute, read.value, options) }
}

export function decideReading<A>(
  rulings: Rulings,
  compute: Compute<A>,
  reading: Reading,
  options: DecideOptions = {},
): Decided<A | undefined> {
  return concluded(rulings, compute, decideNow(rulings, compute, reading, options))
}

/** As things stand, without a look at how long they will. */
export function decideNow<A>(
  rulings: Rulings,
  compute: Compute<A>,
  reading: Reading,
  options: DecideOptions,
): Omit<Decided<A | undefined>, 'validUntil'> {
  const { ruleSet } = rulings
  const presuming = (presumptions: readonly Presumption[]) => {
    const evaluation = evaluate(rulings, statedFacts(ruleSet, reading, presumptions), reading.agreed, compute)
    return { reading, evaluation, judged: judge(rulings, evaluation), presumed: presumptions }
  }
  const plain = presuming([])
  if (options.presume !== true || !hasOpen(plain.evaluation)) return plain
  const usual = presumable(rulings, statedFacts(ruleSet, reading))
  const asUsual = presuming(usual)
  return { ...presuming(neededPresumptions(usual, asUsual, presuming)), asUsual }
}

/** An evaluated case with the time its decision holds: evaluated again at the moments when time alone may change it. */
export function concluded<A>(
  rulings: Rulings,
  compute: Compute<A>,
  found: Omit<Decided<A | undefined>, 'validUntil'>,
): Decided<A | undefined> {
  const { reading, asUsual } = found
  let room: Known[] | undefined
  const lasting = ({ evaluation, presumed }: Pick<Found, 'evaluation' | 'presumed'>) => {
    const at = (moment: number) => {
      room = statedFacts(rulings.ruleSet, reading, presumed, room)
      room[rulings.ruleSet.model.clock] = moment
      return room
    }
    const stays = staysAsIn(rulings, evaluation)
    const changesAt = (moment: number) =>
      (reading.agreed.length > 0 || rulings.narrow !== undefined || !stays(at(moment))) &&
      !isSame(evaluation, evaluate(rulings, at(moment), reading.agreed, compute))
    return validUntil(rulings, evaluation, reading.known, at, changesAt)
  }
  // More may have to be presumed before what is presumed now no longer carries the decision.
  return { validUntil: Math.min(lasting(found), asUsual === undefined ? FOREVER : lasting(asUsual)), ...found }
}

function isSame(a: Evaluation<unknown>, b: Evaluation<unknown>): boolean {
  // In whatever order they are found.
  const said = ({ outcomes, winners, breach }: Resolved) => [[...outcomes].sort(), winners, breach]
  return (
    isSameJson([a.arises, a.computed, a.contradictions], [b.arises, b.computed, b.contradictions]) &&
    a.resolved.every((one, i) => one === b.resolved[i] || isSameJson(said(one), said(b.resolved[i] as Resolved)))
  )
}

/**
 * What to ask next to answer `question`, best first; empty when it is settled. With `presume`, what has a usual value is
 * taken to have it, as a decision that presumes would, and is not asked.
 */
export function askCase<A>(
  rulings: Rulings,
  compute: Compute<A>,
  input: unknown,
  question: string,
  options: DecideOptions = {},
): Result<NextQuestion[]> {
  const { model } = rulings.ruleSet
  const found = model.questionOf.get(question)
  const issues = checkDecideOptions(options)
  const read = readCase(model, input)
  if (found === undefined) {
    const accepted = [...model.questionOf.keys()]
    const what = { zh: '问题', en: 'question' }
    issues.push(notAmong('unknown-value', ['question'], question, accepted, what, { aliases: model.groupOf }))
  }
  if (!read.ok) issues.push(...read.issues)
  if (!read.ok || found === undefined || issues.length > 0) return { ok: false, issues }
  const reading = read.value
  const tried = (trial?: number, part?: Known) => {
    const stated = statedFacts(rulings.ruleSet, reading)
    if (trial !== undefined) stated[trial] = part
    if (options.presume === true) for (const [column, value] of presumable(rulings, stated)) stated[column] = value
    return evaluate(rulings, stated, reading.agreed, compute)
  }
  return { ok: true, value: ask(rulings, tried(), found.index, tried) }
}

/** A decider for a model that computes nothing between its stages. */
export interface ModelDecider<D extends ModelDeclaration> {
  readonly unset: readonly string[]
  readonly decide: (input: unknown, options?: DecideOptions) => Result<Decision<D>>
  readonly ask: (input: unknown, question: string, options?: DecideOptions) => Result<readonly NextQuestion[]>
  readonly trace: (input: unknown) => Result<readonly RuleTrace[]>
}

const NOTHING_COMPUTED: Compute<null> = () => ({ facts: {}, kept: null })

/**
 * Loads rule documents for a model of one's own. Problems come back as data, all at once.
 * @throws Error where the model itself reads what is not there, in `arises` or a constraint
 * @param documents rules, named conditions, parameters and sources as parsed JSON, in any order
 */
export function createModelDecider<D extends ModelDeclaration>(
  model: Model<D>,
  documents: readonly unknown[],
  options: DeciderOptions = {},
): Result<ModelDecider<D>> {
  if (!Array.isArray(documents)) {
    const message = { zh: '应为文档的数组', en: 'expected an array of documents' }
    return { ok: false, issues: [issue('wrong-type', ['documents'], documents, message)] }
  }
  const prepared = prepare(model, inPlace(documents, 'documents'), options)
  if (!prepared.ok) return prepared
  const { rulings, unset } = prepared.value
  const run = <T>(input: unknown, then: (decided: Decided<null | undefined>) => T, how?: DecideOptions): Result<T> => {
    const decided = decideCase(rulings, NOTHING_COMPUTED, input, how)
    return decided.ok ? { ok: true, value: then(decided.value) } : decided
  }
  return {
    ok: true,
    value: {
      unset,
      decide: (input, how) => run(input, (decided) => decisionOf<D>(rulings, decided.reading, decided), how),
      trace: (input) => run(input, ({ evaluation }) => traceOf(rulings, evaluation)),
      ask: (input, question, how) => askCase(rulings, NOTHING_COMPUTED, input, question, how),
    },
  }
}
