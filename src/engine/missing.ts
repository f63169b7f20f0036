// Which facts keep answers open: those read, and not yet decided, by rules that can still win.
// Promise: only facts somebody can be asked; a fact whose value makes no difference to such a rule is not named.
import { hasNoVersion } from './comparison.js'
import type { FactDeclaration } from './declaration.js'
import type { Evaluation } from './evaluate.js'
import type { NamedCondition } from './load-conditions.js'
import type { CompiledRule } from './load-rules.js'
import { eachOpenLeaf, greatestOf, type Matcher, UNKNOWN, YES } from './matcher.js'
import type { Column, Model } from './model.js'
import type { ConditionLevel, RuleStage } from './rule-stage.js'
import type { RuleSet } from './ruleset.js'
import type { Text } from './text.js'

/** A fact, and how many rules that can still win wait for it. */
export interface Missing {
  readonly fact: string
  readonly rules: number
}

/** What a fact is asked for with. */
export interface Asked {
  readonly fact: string
  readonly label: Text
  readonly question: Text
  /** Who can be asked, the likeliest first. */
  readonly ask: readonly string[]
}

/** Visits the rules that may still win one of the questions but do not surely hold, by their places in their stage. */
export function eachOpenRule(
  { stages }: RuleSet,
  { statuses, possible }: Evaluation<unknown>,
  questions: ReadonlySet<number>,
  visit: (stage: RuleStage, place: number) => void,
): void {
  const isAsked: boolean[] = []
  for (const question of questions) isAsked[question] = true
  for (let s = 0; s < possible.length; s += 1) {
    const stage = stages[s] as RuleStage
    const { indices, from, asks, beatenBy } = stage
    for (const place of possible[s] as readonly number[]) {
      if (statuses[indices[place] as number] !== UNKNOWN) continue
      for (let a = from[place] as number; a < (from[place + 1] as number); a += 1) {
        if (isAsked[asks[a] as number] && greatestOf(beatenBy[a] as readonly number[], statuses) !== YES) {
          visit(stage, place)
          break
        }
      }
    }
  }
}

/** Where the boxes of a named condition stand. */
export function ownerOf({ conditionLevels }: RuleSet, { level, column }: NamedCondition): readonly [Matcher, number] {
  const { columns, matcher } = conditionLevels[level] as ConditionLevel
  return [matcher, columns.indexOf(column)]
}

/**
 * Tells the columns that leave undecided the rules which may still win one of the questions, and whether it arises: facts,
 * derived, computed, answers and comparisons; named conditions are opened. A rule may tell one more than once.
 */
export function eachUndecided(
  ruleSet: RuleSet,
  evaluation: Evaluation<unknown>,
  questions: ReadonlySet<number>,
  tell: (column: number, rule?: CompiledRule) => void,
): void {
  // Many rules, and other conditions, share a condition.
  const opened: ReadonlySet<number>[] = []
  const open = (matcher: Matcher, owner: number, add: (column: number) => void): void =>
    eachOpenLeaf(matcher, owner, evaluation.known, (leaf) => {
      const column = matcher.columns[leaf] as number
      const condition = ruleSet.conditionAt.get(column)
      if (condition === undefined) add(column)
      else {
        opened[column] ??= columnsOf(condition)
        for (const one of opened[column]) add(one)
      }
    })
  const columnsOf = (condition: NamedCondition): ReadonlySet<number> => {
    const columns = new Set<number>()
    open(...ownerOf(ruleSet, condition), (column) => columns.add(column))
    return columns
  }
  eachOpenRule(ruleSet, evaluation, questions, ({ matcher, rules }, place) => {
    const rule = rules[place] as CompiledRule
    open(matcher, place, (column) => tell(column, rule))
  })
  for (const { arises, arisingQuestions } of ruleSet.stages)
    arisingQuestions.forEach((question, owner) => {
      if (questions.has(question) && evaluation.arises[question] === UNKNOWN) open(arises, owner, tell)
    })
}

/** What a case waits for is read of this. */
type Waiting = Pick<Evaluation<unknown>, 'known' | 'waitsFor'>

/** The facts a case may state that stand behind a column and are not known yet. */
export function factsBehind(ruleSet: RuleSet, waiting: Waiting, index: number): readonly Column[] {
  const { model, comparisonAt, parameters } = ruleSet
  const comparison = comparisonAt.get(index)
  if (comparison !== undefined) {
    // A dated number waits for its date as well.
    const columns = [comparison.fact.index, parameters.get(comparison.parameter)?.by ?? comparison.fact.index]
    return [...new Set(columns.flatMap((one) => factsBehind(ruleSet, waiting, one)))]
  }
  const own = (model.behind[index] ?? []).filter(({ index: behind }) => isOpen(waiting, behind))
  return model.columns[index]?.source === 'computed' ? [...new Set([...own, ...factsWaitedFor(model, waiting)])] : own
}

/** The facts that would narrow what is computed. */
export function factsWaitedFor({ factOf }: Model, waiting: Waiting): readonly Column[] {
  return waiting.waitsFor.flatMap((id) => factOf.get(id) ?? []).filter(({ index }) => isOpen(waiting, index))
}

function isOpen({ known }: Waiting, column: number): boolean {
  return typeof known[column] !== 'number'
}

/** The open questions behind a column: the one whose answer it is, or those that would narrow what is computed. */
export function questionsBehind(
  { model }: RuleSet,
  { resolved, waitsFor }: Evaluation<unknown>,
  column: number,
): number[] {
  const { source, id = '' } = model.columns[column] ?? {}
  return (source === 'computed' ? waitsFor : [id]).flatMap((one) => {
    const index = model.questionOf.get(one)?.index ?? -1
    return (resolved[index]?.outcomes.length ?? 0) > 1 ? index : []
  })
}

/** A fact of a case as it is asked for, and what else there is to say of it. */
export function asked<M extends object>({ model }: RuleSet, fact: string, more: M): Asked & M {
  const { label, question, ask } = model.declaration.facts[fact] as FactDeclaration
  return { fact, label, question, ask, ...more }
}

/** Missing facts of the questions, and of those whose answers they wait for, most awaited first, then in declared order. */
export function missingFacts(
  ruleSet: RuleSet,
  evaluation: Evaluation<unknown>,
  questions: ReadonlySet<number>,
): Missing[] {
  const behind: (readonly Column[])[] = []
  const awaited: Column[] = []
  const rules: number[] = []
  const last: (CompiledRule | undefined)[] = []
  const all = new Set(questions)
  eachUndecided(ruleSet, evaluation, questions, (column, rule) => {
    if (behind[column] === undefined) for (const one of questionsBehind(ruleSet, evaluation, column)) all.add(one)
    behind[column] ??= factsBehind(ruleSet, evaluation, column)
    for (const fact of behind[column]) {
      const { index } = fact
      if (rules[index] === undefined) awaited.push(fact)
      rules[index] ??= 0
      if (rule === undefined || last[index] === rule) continue
      rules[index] += 1
      last[index] = rule
    }
  })
  if (all.size > questions.size) return missingFacts(ruleSet, evaluation, all)
  const waiting = ({ index }: Column) => rules[index] as number
  return awaited
    .sort((a, b) => waiting(b) - waiting(a) || a.index - b.index)
    .map((fact) => ({ fact: fact.id, rules: waiting(fact) }))
}

/** The dated parameters that one of the questions waits for and that have no version on the day: nobody can say them. */
export function unversioned(
  ruleSet: RuleSet,
  evaluation: Evaluation<unknown>,
  questions: ReadonlySet<number>,
): ReadonlySet<string> {
  const lacking = ruleSet.comparisons.filter(({ parameter }) => {
    const dated = ruleSet.parameters.get(parameter)
    return dated !== undefined && hasNoVersion(ruleSet, dated, evaluation.known)
  })
  const columns = new Set<number>()
  if (lacking.length > 0) eachUndecided(ruleSet, evaluation, questions, (column) => columns.add(column))
  return new Set(lacking.flatMap(({ column, parameter }) => (columns.has(column) ? parameter : [])))
}
