// What the cases of the fixtures try of each rule and named condition, and what none of them does.
// Promise: a point is covered by a case that is decided, never by one that might be; what is missing is said in words.
import { OPEN } from '../engine/answer.js'
import type { Node } from '../engine/condition.js'
import type { Condition } from '../engine/declaration.js'
import { formatCaseValue, formatLiteral } from '../engine/fact-value.js'
import { NO, type Status, YES } from '../engine/matcher.js'
import type { Column, Model } from '../engine/model.js'
import type { Text } from '../engine/text.js'
import type { ProvenCase } from './cases.js'
import { type Boundary, boundariesOf, canFail, columnOf, type LeafNode, leavesOf, sideOf, truthOf } from './leaves.js'
import { stepOf } from './mutant-conditions.js'
import { isRule } from './mutants.js'
import { decidingTruth, pairsPossible, partOf } from './pairs.js'
import type { Subject } from './subject.js'
import { type Document, type Words, wordsOf } from './words.js'

/** One thing some case should show, in words. */
interface Point {
  readonly text: Text
  readonly covered: boolean
}

export interface CoveredRule {
  readonly id: string
  readonly title: string
  readonly points: readonly Point[]
}

/** The points of each document that `wanted` accepts, in the order the documents were given. */
export function coverageOf(
  model: Model,
  documents: readonly Document[],
  cases: readonly ProvenCase[],
  wanted: (id: string) => boolean,
  subject?: Subject,
): CoveredRule[] {
  const words = wordsOf(model, documents)
  return documents
    .filter((document) => 'conditions' in document && wanted(String(document.id)))
    .map((document) => {
      const id = String(document.id)
      const reached = cases.filter(({ rulings }) => partOf(rulings.ruleSet, id) !== undefined)
      const points = isRule(document) ? rulePoints(id, reached) : conditionPoints(id, reached)
      return {
        id,
        title: String(document.title),
        points: [...points, ...leafPoints(id, reached, words, pairsPossible(subject, id))],
      }
    })
}

function rulePoints(id: string, cases: readonly ProvenCase[]): Point[] {
  return [
    {
      text: { zh: '没有案例由它作答', en: 'no case is decided by it' },
      covered: cases.some((one) => decides(one, id)),
    },
    {
      text: { zh: '没有案例用不上它', en: 'there is no case in which it does not hold' },
      covered: cases.some((one) => statusIn(one, id) === NO),
    },
  ]
}

function statusIn({ rulings, decided }: ProvenCase, id: string): Status | undefined {
  const rule = rulings.ruleSet.rules.find((one) => one.id === id)
  return rule === undefined ? undefined : (decided.evaluation.statuses[rule.index] as Status)
}

/** Whether a rule surely gives an answer, or surely leaves a question open where that is what it says. */
export function decides({ rulings, decided }: Pick<ProvenCase, 'rulings' | 'decided'>, id: string): boolean {
  const rule = rulings.ruleSet.rules.find((one) => one.id === id)
  if (rule === undefined) return false
  const { statuses, resolved } = decided.evaluation
  const statusOf = (index: number) => statuses[index] as Status
  if (statusOf(rule.index) !== YES) return false
  return rule.answers.some(({ question, value, beaters }) =>
    value === OPEN
      ? beaters.every((beater) => statusOf(beater) === NO)
      : resolved[question]?.winners.includes(rule.index) === true && resolved[question]?.outcomes[0] === value,
  )
}

function conditionPoints(id: string, cases: readonly ProvenCase[]): Point[] {
  const truthIn = ({ rulings, decided }: ProvenCase) => {
    const column = rulings.ruleSet.conditions.find((one) => one.id === id)?.column
    return column === undefined ? undefined : decided.evaluation.known[column]
  }
  return [
    { text: { zh: '没有案例让它成立', en: 'it holds in no case' }, covered: cases.some((one) => truthIn(one) === 1) },
    { text: { zh: '没有案例让它不成立', en: 'it fails in no case' }, covered: cases.some((one) => truthIn(one) === 0) },
  ]
}

function leafPoints(
  id: string,
  cases: readonly ProvenCase[],
  words: Words,
  hasPair: (place: number) => boolean,
): Point[] {
  const [first] = cases
  const written = first && partOf(first.rulings.ruleSet, id)
  if (first === undefined || written === undefined) return []
  return leavesOf(written.node).flatMap((leaf, place) => {
    // Comparisons have another column on other layers, so each case is asked through its own rules.
    const inEach = cases.flatMap((one) => {
      const part = partOf(one.rulings.ruleSet, id)
      const own = part && leavesOf(part.node)[place]
      return own === undefined || part === undefined ? [] : [{ one, leaf: own, node: part.node }]
    })
    const truths = new Set(
      inEach.map(({ one, leaf: own }) => truthOf(one.rulings.ruleSet, own, one.decided.evaluation.known)),
    )
    const said = words.condition(conditionOf(leaf))
    const fails = { zh: `没有案例不满足「${said.zh}」`, en: `false in no case: ${said.en}` }
    return [
      { text: { zh: `没有案例满足「${said.zh}」`, en: `true in no case: ${said.en}` }, covered: truths.has(true) },
      ...(canFail(first.rulings.ruleSet, leaf) ? [{ text: fails, covered: truths.has(false) }] : []),
      ...(canFail(first.rulings.ruleSet, leaf) && hasPair(place) ? [pairPoint(inEach, said)] : []),
      ...edgePoints(words, inEach, said),
    ]
  })
}

function conditionOf(leaf: LeafNode): Condition {
  return leaf.type === 'named' ? { condition: leaf.name } : leaf.written
}

interface LeafInCase {
  readonly one: ProvenCase
  readonly leaf: LeafNode
  readonly node: Node
}

/** Two cases between which the leaf makes the difference, each decided by it. */
function pairPoint(cases: readonly LeafInCase[], said: Text): Point {
  const deciding = new Set(cases.map(({ one, leaf, node }) => decidingTruth(node, leaf, one)))
  return {
    text: {
      zh: `没有一对案例由「${said.zh}」决定成立与否`,
      en: `no pair of cases between which this decides: ${said.en}`,
    },
    covered: deciding.has(true) && deciding.has(false),
  }
}

/** Both sides of every number: the values just there, by what they are. */
function edgePoints(words: Words, cases: readonly LeafInCase[], said: Text): Point[] {
  const points = new Map<string, { text: Text; covered: boolean }>()
  for (const { one, leaf } of cases) {
    const { ruleSet, settings } = one.rulings
    const column = columnOf(ruleSet, leaf)
    if (column === undefined) continue
    const { known } = one.decided.evaluation
    // What the shop sets is another number in another case: its two sides count, not the number.
    const named = leaf.type === 'comparison'
    boundariesOf(ruleSet, leaf, settings, known).forEach((boundary, i) => {
      const at = sideOf(column, boundary, known[column.index])
      for (const side of ['below', 'above'] as const) {
        const value = boundary[side]
        const key = named ? `${i} ${side}` : String(value)
        const point = points.get(key) ?? { text: edgeText(words, column, boundary, side, said), covered: false }
        points.set(key, { ...point, covered: point.covered || at === side })
      }
    })
  }
  return [...points.values()]
}

function edgeText(words: Words, column: Column, boundary: Boundary, side: 'below' | 'above', said: Text): Text {
  const { label } = column
  // The last minute below a midnight is 23:59.
  const value = valueText(
    words,
    column,
    side === 'below' ? boundary.below - (stepOf(column.kind) ?? 1) + 1 : boundary.above,
  )
  return {
    zh: `没有案例的${label.zh}正好是 ${value.zh}（「${said.zh}」的边界）`,
    en: `no case has ${label.en} at exactly ${value.en} (the boundary of: ${said.en})`,
  }
}

/** A value of a column as people say it. */
function valueText(words: Words, column: Column, value: number): Text {
  // Money and moments as cases write them, to the fen and the minute.
  return column.kind.kind === 'integer' || column.kind.kind === 'duration'
    ? words.value(column.id, formatLiteral(column.kind, value))
    : words.value(column.id, formatCaseValue(column.kind, value))
}

/** Covered points and all of them. */
export function totalOf(rules: readonly CoveredRule[]): { readonly covered: number; readonly points: number } {
  const all = rules.flatMap(({ points }) => points)
  return { covered: all.filter(({ covered }) => covered).length, points: all.length }
}
