// Cases that try one rule at its boundaries, for an author to write the expectations of.
// Promise: every case shown was decided, and does to the rule what its name says; what could not be found is listed.

import type { Ruled } from '../domain/domain.js'
import type { Evaluation } from '../engine/evaluate.js'
import { formatCaseValue } from '../engine/fact-value.js'
import type { CompiledRule } from '../engine/load-rules.js'
import { NO, type Status, YES } from '../engine/matcher.js'
import type { Column } from '../engine/model.js'
import type { RuleSet } from '../engine/ruleset.js'
import type { Text } from '../engine/text.js'
import { point, subtract, type ValueSet } from '../engine/value-set.js'
import { decides } from './coverage.js'
import { type Boundary, boundariesOf, type LeafNode, setIn, truthOf } from './leaves.js'
import { stepOf } from './mutant-conditions.js'
import { broughtTo, caseOf, holds, insideOf, isIn, type Situation, TRIED } from './situation.js'
import { subjectOf, withinBudget } from './subject.js'
import { lackOf, type Turning, turningsIn, turningsOf, unsetOf } from './turnings.js'
import { barest, type Stated, usualFacts } from './usual.js'
import { witnessOf } from './witness.js'
import type { Words } from './words.js'

export interface Skeleton {
  readonly cases: readonly {
    readonly 名称: string
    readonly 案情: Readonly<Record<string, unknown>>
    readonly 期望: object
  }[]
  /** What no case was found for. */
  readonly lacking: readonly Text[]
}

/** Cases of one rule on its own layer. */
export function skeletonOf(rulings: Ruled, rule: CompiledRule, words: Words): Skeleton {
  const { ruleSet } = rulings
  const usual = usualFacts(ruleSet)
  const starts = startsOf(rulings, rule, usual)
  const found: { name: string; situation: Situation }[] = []
  const lacking: Text[] = []
  const [first] = starts
  if (first === undefined) return proofOf(rulings, rule)
  const isDecided = decides({ rulings, decided: first.decided }, rule.id)
  found.push({ name: `${isDecided ? '由它作答' : '它成立'}：${rule.title}`, situation: first })
  for (const turning of turningsOf(ruleSet, rule, words)) {
    const edges = edgesFor(rulings, rule, starts, turning, usual)
    const fails = edges.length > 0 ? edges : failing(rulings, rule, starts, turning, usual)
    found.push(...fails)
    if (fails.length === 0) lacking.push(lackOf(turning))
  }
  const seen = new Set<string>()
  const cases = found.flatMap(({ name, situation }) => {
    const 案情 = caseOf(rulings, situation.stated)
    const key = JSON.stringify(案情)
    if (seen.has(key)) return []
    seen.add(key)
    return [{ 名称: name.slice(0, MOST), 案情, 期望: {} }]
  })
  return { cases, lacking }
}

/** What the proofs know of a case in which it holds: dates they fit together that are tried nowhere else. */
function proofOf(rulings: Ruled, rule: CompiledRule): Skeleton {
  const subject = subjectOf(rulings)
  const witness = subject.diagrams.forNow(() => {
    const region = withinBudget(subject, () => subject.diagrams.build(subject.answering.reader.rule(rule)))
    const shows = ({ statuses }: Evaluation<unknown>) => statuses[rule.index] === YES
    return region === undefined ? undefined : witnessOf(subject, { kind: 'region', region }, { shows, atEdges: true })
  })
  if (witness === undefined || Object.keys(witness.settings).length > 0) {
    const none = { zh: '没有找到它成立的案情，请自己写', en: 'no case was found in which it holds' }
    return { cases: [], lacking: [none, ...unsetOf(rulings, rule)] }
  }
  const alone = {
    zh: '只找到它成立的案情；刚好不够、只差一点的，请照它改',
    en: 'a case was found in which it holds, and no more: change it into those that just miss it',
  }
  return { cases: [{ 名称: `它成立：${rule.title}`.slice(0, MOST), 案情: witness.case, 期望: {} }], lacking: [alone] }
}

// As long as the name of a case may be.
const MOST = 120

/** Situations in which the rule holds, one for each way it can; those it decides come first. */
function startsOf(rulings: Ruled, rule: CompiledRule, usual: Stated): Situation[] {
  const { ruleSet } = rulings
  const holding = rule.region.flatMap((box) =>
    insideOf(rulings, barest(ruleSet, usual), box, usual)
      .filter((one) => holds(one, rule.index))
      .slice(0, FEW),
  )
  // Of two leaves either of which will do, the one is left in one order and the other in the other.
  const turnings = turningsIn(ruleSet, rule.node)
  const orders = [turnings, [...turnings].reverse()]
  const cleared = holding.flatMap((one) =>
    orders.map((order) => clearedOf(rulings, rule, sharpened(rulings, rule, one, usual, order), usual)),
  )
  const isDecided = ({ decided }: Situation) => decides({ rulings, decided }, rule.id)
  return [...cleared.filter(isDecided), ...cleared.filter((one) => !isDecided(one))].slice(0, TRIED)
}

// Starts from one box differ little.
const FEW = 12

/** Every leaf fails that the rule can do without: then each of the others is needed. */
function sharpened(
  rulings: Ruled,
  rule: CompiledRule,
  start: Situation,
  usual: Stated,
  order: readonly { readonly leaf: LeafNode; readonly column: Column }[],
): Situation {
  const { ruleSet } = rulings
  let now = start
  for (const { leaf, column } of order) {
    if (truthOf(ruleSet, leaf, now.decided.evaluation.known) === false) continue
    const next = broughtTo(rulings, now, column, outside(rulings, now, leaf, column), usual)
    now = next.find((one) => holds(one, rule.index)) ?? now
  }
  return now
}

/** Rules that stand in the way fail on one of their own leaves, where that leaves the rule itself as it is. */
function clearedOf(rulings: Ruled, rule: CompiledRule, start: Situation, usual: Stated): Situation {
  const { ruleSet } = rulings
  let now = start
  for (let round = 0; round < 8 && !decides({ rulings, decided: now.decided }, rule.id); round += 1) {
    const inTheWay = rivalsOf(ruleSet, rule, now)
    const next = inTheWay
      .flatMap((rival) => turningsIn(ruleSet, rival.node))
      .flatMap(({ leaf, column }) => broughtTo(rulings, now, column, outside(rulings, now, leaf, column), usual))
      .find((one) => holds(one, rule.index) && rivalsOf(ruleSet, rule, one).length < inTheWay.length)
    if (next === undefined) return now
    now = next
  }
  return now
}

function rivalsOf(ruleSet: RuleSet, rule: CompiledRule, { decided }: Situation): CompiledRule[] {
  const { statuses } = decided.evaluation
  return ruleSet.rules.filter(
    (other) =>
      other !== rule &&
      (statuses[other.index] as Status) !== NO &&
      other.answers.some(({ question, value }) =>
        rule.answers.some((own) => own.question === question && own.value !== value),
      ),
  )
}

/** What a leaf does not admit in a situation. */
function outside({ ruleSet, settings }: Ruled, { decided }: Situation, leaf: LeafNode, column: Column): ValueSet {
  const set = setIn(ruleSet, leaf, column, settings, decided.evaluation.known)
  return set === undefined ? column.domain : subtract(column.domain, set)
}

/** Both sides of each number of a leaf: the rule on one, not on the other. */
function edgesFor(
  rulings: Ruled,
  rule: CompiledRule,
  starts: readonly Situation[],
  { leaf, column }: Turning,
  usual: Stated,
): { name: string; situation: Situation }[] {
  const { ruleSet, settings } = rulings
  const step = stepOf(column.kind) ?? 1
  for (const start of starts) {
    const boundaries = boundariesOf(ruleSet, leaf, settings, start.decided.evaluation.known)
    const sides = boundaries.flatMap(({ below, above }: Boundary) => [below - step + 1, above])
    const found = sides.flatMap((value) => broughtTo(rulings, start, column, point(value), usual).slice(0, 1))
    const statuses = found.map(({ decided }) => decided.evaluation.statuses[rule.index] as Status)
    if (found.length < sides.length || !statuses.includes(NO) || !found.some((one) => holds(one, rule.index))) continue
    return found.map((situation) => ({
      name: `${holds(situation, rule.index) ? '刚好够' : '刚好不够'}：${column.label.zh} ${shownValue(column, situation)}`,
      situation,
    }))
  }
  return []
}

function shownValue(column: Column, { decided }: Situation): string {
  const known = decided.evaluation.known[column.index]
  return typeof known === 'number' ? `${formatCaseValue(column.kind, known)}` : ''
}

/** A case in which one leaf fails and every other is as it was. */
function failing(
  rulings: Ruled,
  rule: CompiledRule,
  starts: readonly Situation[],
  { leaf, column, text }: Turning,
  usual: Stated,
): { name: string; situation: Situation }[] {
  const { ruleSet } = rulings
  const others = turningsIn(ruleSet, rule.node).filter((one) => one.leaf !== leaf)
  const truths = ({ decided }: Situation) =>
    others.map((one) => truthOf(ruleSet, one.leaf, decided.evaluation.known)).join()
  const tried = starts
    .filter(({ decided }) => truthOf(ruleSet, leaf, decided.evaluation.known) !== undefined)
    .flatMap((start) => {
      const now = truthOf(ruleSet, leaf, start.decided.evaluation.known)
      const set = now === true ? outside(rulings, start, leaf, column) : leaf.type === 'leaf' ? leaf.set : column.domain
      const moved = broughtTo(rulings, start, column, set, usual)
      const isNo = ({ decided }: Situation) => (decided.evaluation.statuses[rule.index] as Status) === NO
      const restored = moved.some(isNo)
        ? moved
        : moved.flatMap((one) =>
            restoredTo(rulings, start, one, others, usual).filter((back) => isIn(back, column, set)),
          )
      return restored
        .filter(({ decided }) => (decided.evaluation.statuses[rule.index] as Status) === NO)
        .map((situation) => ({ situation, alone: truths(situation) === truths(start), now }))
    })
  const best = tried.find(({ alone }) => alone) ?? tried[0]
  if (best === undefined) return []
  const name = best.now === true ? `只差一点：不满足「${text.zh}」` : `只差一点：「${text.zh}」`
  return [{ name, situation: best.situation }]
}

/** Leaves that moved along with another are brought back to what they were. */
function restoredTo(
  rulings: Ruled,
  start: Situation,
  moved: Situation,
  others: readonly { readonly leaf: LeafNode; readonly column: Column }[],
  usual: Stated,
): Situation[] {
  const { ruleSet, settings } = rulings
  let reached = [moved]
  for (const { leaf, column } of others) {
    const before = truthOf(ruleSet, leaf, start.decided.evaluation.known)
    const now = truthOf(ruleSet, leaf, moved.decided.evaluation.known)
    if (before === undefined || before === now) continue
    reached = reached.flatMap((one) => {
      const inside = setIn(ruleSet, leaf, column, settings, one.decided.evaluation.known) ?? column.domain
      return broughtTo(rulings, one, column, before ? inside : subtract(column.domain, inside), usual)
    })
  }
  return reached.slice(0, TRIED)
}
