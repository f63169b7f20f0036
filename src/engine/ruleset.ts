// Documents become a rule set: every reference resolved, every rule compiled, every problem reported at once.
// Promise: order of documents means nothing; what loads can be evaluated; the hash names the content.
import { hash as sha256 } from '@stablelib/sha256'
import { blankAnswers, referencesTo, type Wording } from './answered.js'
import { compileArises } from './arises.js'
import { canonical } from './canonical.js'
import { checkSources } from './check-sources.js'
import { columnsRead, derivationsRead } from './columns-read.js'
import type { Comparison } from './condition.js'
import { type CompiledConstraint, compileConstraints } from './constraint.js'
import type { ModelDeclaration, SettingDeclaration } from './declaration.js'
import type { AnyDocument, RuleDocument, SourceDocument } from './document.js'
import { exceptionClosure } from './exceptions.js'
import type { Resolved } from './fold.js'
import { type Issue, notAmong, type Result } from './issue.js'
import { loadConditions, type NamedCondition } from './load-conditions.js'
import { loadParameters, type Parameter } from './load-parameters.js'
import { type CompiledRule, loadRules } from './load-rules.js'
import { NO, type Status, YES } from './matcher.js'
import type { Column, Derivation, Model } from './model.js'
import type { Question } from './question.js'
import { type Before, contentOf, readDocuments, type Source, sorted } from './read-documents.js'
import { exclusions, regionOf, regionsOf } from './region.js'
import type { Exclude } from './resolve.js'
import { type ConditionLevel, levelsOf, type RuleStage, ruleAnswer, stageOf } from './rule-stage.js'
import { cutsIn, lastDatedOf, type Timed, timedOf } from './timed.js'
import { unanswered } from './unanswered.js'
import type { ValueSet } from './value-set.js'
import { termsIn, type Weighed, weighedOf } from './weighed.js'

export interface RuleSet<D extends ModelDeclaration = ModelDeclaration> extends Wording {
  readonly model: Model<D>
  /** In order of id, whatever order the documents came in. */
  readonly rules: readonly CompiledRule[]
  readonly conditions: readonly NamedCondition[]
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly settings: Readonly<Record<string, SettingDeclaration>>
  readonly sources: ReadonlyMap<string, SourceDocument>
  readonly comparisons: readonly Comparison[]
  /** Named conditions and comparisons by the column they are read as. */
  readonly conditionAt: ReadonlyMap<number, NamedCondition>
  readonly comparisonAt: ReadonlyMap<number, Comparison>
  readonly constraints: readonly CompiledConstraint[]
  /** Named conditions in the order they are evaluated: each level reads only facts and earlier levels. */
  readonly conditionLevels: readonly ConditionLevel[]
  readonly stages: readonly RuleStage[]
  /** What is known, before any case, of the columns beyond the model's: one per named condition, one per comparison. */
  readonly beyondModel: readonly undefined[]
  readonly domainOf: (column: number) => ValueSet
  /** The answers of a decision in which nothing is answered, as written: copied for every decision. */
  readonly blank: Readonly<Record<string, object>>
  readonly exclude: Exclude
  /** What each question comes to before any rule has spoken. */
  readonly unanswered: readonly Resolved[]
  /** The status of each rule, and whether each question arises, before any rule has been matched. */
  readonly nothingHolds: readonly Status[] | Uint8Array
  readonly allArise: readonly Status[]
  /** Values at which some rule or named condition, or when a question arises, tells a column apart. */
  readonly cuts: ReadonlyMap<number, ReadonlySet<number>>
  /** Columns that a rule, condition, parameter or derivation reads. */
  readonly observed: ReadonlySet<number>
  /** Derived facts that a rule or condition reads, and what these are derived from. */
  readonly derivations: readonly Derivation[]
  /** Those of them that time moves. */
  readonly moved: readonly Derivation[]
  /** The last moment of the clock at which some rule, condition or parameter turns; 0 where none is dated by it. */
  readonly lastDated: number
  /** Rules and questions that time alone may move. */
  readonly timed: () => Timed
  /** Questions whose answers are weighed by what a case says. */
  readonly weighed: readonly Weighed[]
  /** SHA-256 of the documents and of facts declared beside the model's; their order and formatting mean nothing, and settings and floors are no part of it. */
  readonly hash: () => string
}

export interface LoadOptions {
  /** Ids of rules to leave out. */
  readonly omit?: readonly string[]
  /** Documents read by an earlier load. */
  readonly before?: Before | undefined
}

const TRUTH: ValueSet = [0, 1]
/** Bytes lie outside the heap: that pays where they are many. */
const MANY_RULES = 2000

/**
 * Loads documents for a model. All problems of all documents come back together, each with its file, place and remedy.
 * An omitted rule disappears with the exceptions that name it.
 */
export function loadRuleSet<D extends ModelDeclaration>(
  model: Model<D>,
  sources: readonly Source[],
  options: LoadOptions = {},
): Result<RuleSet<D>> {
  const issues: Issue[] = []
  const broken = new Set<string>()
  const documentsRead = readDocuments(sources, issues, broken, options.before)
  const fileOf = new Map(documentsRead.map(({ file, read: { document } }) => [document.id, file]))
  const select = <T extends AnyDocument['type']>(type: T) =>
    sorted(
      documentsRead.flatMap(({ read: one }) =>
        one.type === type ? [one.document as Extract<AnyDocument, { type: T }>['document']] : [],
      ),
    )
  const omitted = new Set(options.omit ?? [])
  const documents = select('rule')
  for (const id of omitted) {
    if (!documents.some((one) => one.id === id) && !broken.has(id)) {
      issues.push(
        notAmong(
          'unknown-rule',
          ['omit'],
          id,
          documents.map((one) => one.id),
          { zh: '要去掉的规则', en: 'rule to leave out' },
        ),
      )
    }
  }
  const contents = new Map<object, string>(documentsRead.map(({ read: { document }, content }) => [document, content]))
  const kept: RuleDocument[] = documents
    .filter(({ id }) => !omitted.has(id))
    .map((one) =>
      one.exceptionTo?.some((id) => omitted.has(id)) === true
        ? { ...one, exceptionTo: one.exceptionTo.filter((id) => !omitted.has(id)) }
        : one,
    )

  const cited = [...kept, ...select('condition')].map(({ id, source }) => ({ id, source, path: ['source'] }))
  const versions = select('parameter').flatMap(({ id, values }) =>
    values.map(({ source }, i) => ({ id, source, path: ['values', i, 'source'] })),
  )
  checkSources([...cited, ...versions], select('source'), fileOf, broken, issues)

  const comparisons: Comparison[] = []
  const settings = model.declaration.settings ?? {}
  const parameters = loadParameters(model, select('parameter'), fileOf, broken, issues)
  const numbers = new Map([
    ...Object.entries(settings),
    ...[...parameters].map(([name, { kind }]) => [name, kind] as const),
  ])
  const firstFree = model.columns.length
  const conditionDocuments = select('condition')
  const firstComparison = firstFree + conditionDocuments.length
  const comparisonColumn = (fact: Column, operator: Comparison['operator'], parameter: string) => {
    const same = comparisons.find(
      (one) => one.fact === fact && one.operator === operator && one.parameter === parameter,
    )
    if (same !== undefined) return same.column
    const column = firstComparison + comparisons.length
    comparisons.push({ column, fact, operator, parameter, sets: new Map() })
    return column
  }
  const domainOf = (column: number): ValueSet => model.columns[column]?.domain ?? TRUTH
  const context = { model, numbers, comparisonColumn, domainOf, fileOf, broken, issues }
  const conditions = loadConditions(conditionDocuments, firstFree, context)
  const rules = loadRules(kept, conditions, context)
  const beatersOn = exceptionClosure(rules, fileOf, broken, issues)
  const arises = compileArises(model, context)
  if (issues.length > 0) return { ok: false, issues }

  const levels = levelsOf(conditions, domainOf)
  const regions = regionsOf(conditions)
  const compiled: CompiledRule[] = rules.map((rule, index) => ({
    index,
    region: regionOf(rule.boxes, regions),
    ...rule,
    answers: rule.answers.map(({ question, value }) =>
      ruleAnswer(rule, index, model.questions[question] as Question, value, beatersOn(index, question)),
    ),
  }))
  const references = referencesTo(compiled, model.layers)
  const terms = termsIn(compiled)
  const nothing = unanswered(model)
  const asked = arises.flatMap((boxes) => boxes ?? [])
  const cuts = cutsIn([...conditions, ...compiled].flatMap(({ boxes }) => boxes).concat(asked), domainOf)
  const read = columnsRead([...conditions, ...compiled], cuts, comparisons)
  const isRead = (column: number) => read.has(column)
  const stages = model.declaration.stages.map((stage) => stageOf(model, stage, compiled, arises, isRead, domainOf))
  const conditionAt = new Map(conditions.map((one) => [one.column, one]))
  const comparisonAt = new Map(comparisons.map((one) => [one.column, one]))
  const dateOf = (parameter: string) => parameters.get(parameter)?.by
  const derivations = derivationsRead(model, read)
  const observed = new Set([
    ...cuts.keys(),
    ...comparisons.map(({ fact }) => fact.index),
    ...[...parameters.values()].map(({ by }) => by),
    ...model.derivations.flatMap(({ from }) => from.map(({ index }) => index)),
  ])
  return {
    ok: true,
    value: {
      model,
      rules: compiled,
      conditions,
      parameters,
      settings,
      sources: new Map(select('source').map((document) => [document.id, document])),
      comparisons,
      conditionAt,
      comparisonAt,
      constraints: compileConstraints(model, (column) => observed.has(column)),
      conditionLevels: levels,
      stages,
      beyondModel: [...new Array<undefined>(conditionDocuments.length + comparisons.length)],
      domainOf,
      references,
      exclude: exclusions(compiled),
      unanswered: nothing,
      nothingHolds:
        compiled.length > MANY_RULES ? new Uint8Array(compiled.length) : new Array<Status>(compiled.length).fill(NO),
      allArise: new Array<Status>(nothing.length).fill(YES),
      blank: blankAnswers(model.questions, nothing, { references, terms }),
      cuts,
      observed,
      derivations,
      moved: model.moved.filter((one) => derivations.includes(one)),
      lastDated: lastDatedOf(model, cuts, parameters),
      weighed: weighedOf(model.questions, compiled),
      terms,
      timed: once(() => timedOf(model, { rules: compiled, arises, conditionAt, comparisonAt, domainOf, dateOf })),
      hash: once(() =>
        hashOf(model, [...kept, ...conditionDocuments, ...select('parameter'), ...select('source')], contents),
      ),
    },
  }
}

/** Worked out when it is first asked for. A getter would do, but makes every other property slow to read. */
function once<T>(work: () => T): () => T {
  let found: T | undefined
  return () => {
    found ??= work()
    return found
  }
}

function hashOf(model: Model, documents: readonly object[], contents: ReadonlyMap<object, string>): string {
  const content = documents.map((one) => contents.get(one) ?? contentOf(one))
  const own = Object.keys(model.ownFacts).length > 0 ? [canonical(model.ownFacts)] : []
  const bytes = sha256(new TextEncoder().encode([model.declaration.id, ...own, ...content].join('\n')))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
