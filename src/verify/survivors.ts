// Which small wrong changes of the rules no case of the fixtures notices.
// Promise: a change is called a survivor only when no case that it can touch comes out otherwise. A case is passed over
// only where the changed rule does not hold in it, neither before nor after, and nothing it expects looks further.

import type { Ruled } from '../domain/domain.js'
import { buildMatcher, matchBriefly, NO, YES } from '../engine/matcher.js'
import type { Before } from '../engine/read-documents.js'
import type { RuleSet } from '../engine/ruleset.js'
import { loadRuleSet } from '../engine/ruleset.js'
import { decideCheck, isAsExpected, LOOKS_FURTHER, type ProvenCase } from './cases.js'
import { keyOf, omittedOn, type Shop, sourcesOn } from './layered.js'
import { isRule, type Mutant, rulesReading } from './mutants.js'

/** Noticed by a case, refused when the rules are loaded, or neither. */
export type Fate = 'noticed' | 'refused' | 'survived'

/** Tells the fate of each change, given the cases as they are decided with the rules as they are. */
export function fateTeller(shop: Shop, cases: readonly ProvenCase[]): (mutant: Mutant) => Fate {
  const ordered = new Map<string, readonly ProvenCase[]>()
  const before: Before = shop.before ?? new WeakMap()
  return (mutant) => {
    const likely = ordered.get(mutant.id) ?? likeliestFirst(shop, cases, mutant.id)
    ordered.set(mutant.id, likely)
    const load = loader(shop, mutant, before)
    const own = shop.documents.find(({ id }) => id === mutant.id)
    if (own !== undefined && load([String(own.layer)]) === undefined) return 'refused'
    for (const one of likely) {
      const mutated = load(one.check.layers)
      if (mutated === undefined) return 'refused'
      if (!canNotice(mutant, one, mutated.touches)) continue
      const rulings: Ruled = { ...one.rulings, ruleSet: mutated.ruleSet as Ruled['ruleSet'] }
      const decided = decideCheck(rulings, one.check)
      if (decided === undefined || !isAsExpected(rulings, one.check, decided)) return 'noticed'
    }
    return 'survived'
  }
}

/** Cases of the layers a change is on, those of the rules concerned first. */
function likeliestFirst({ documents }: Shop, cases: readonly ProvenCase[], id: string): readonly ProvenCase[] {
  const changed = documents.find((document) => document.id === id)
  const everywhere = changed === undefined || !isRule(changed)
  const near = new Set([id, ...rulesReading(documents, id)])
  const reached = cases.filter(({ check }) => everywhere || check.layers.includes(String(changed.layer)))
  const isNear = ({ rule }: ProvenCase) => rule !== undefined && near.has(rule)
  return [...reached.filter(isNear), ...reached.filter((one) => !isNear(one))]
}

interface Loaded {
  readonly ruleSet: RuleSet
  /** Whether the changed document says otherwise than before of a case, or may do so. */
  readonly touches: (one: ProvenCase) => boolean
}

/** The rules with the change made, per set of layers; nothing where they no longer load. */
function loader(shop: Shop, mutant: Mutant, before: Before): (layers: readonly string[]) => Loaded | undefined {
  const loaded = new Map<string, Loaded | undefined>()
  return (layers) => {
    const key = keyOf(layers)
    if (loaded.has(key)) return loaded.get(key)
    const omit = [...omittedOn(shop, layers), ...(mutant.changed === undefined ? [mutant.id] : [])]
    const result = loadRuleSet(shop.model, sourcesOn(shop, layers, mutant.changed), { omit, before })
    const value = result.ok ? { ruleSet: result.value, touches: touching(result.value, mutant) } : undefined
    loaded.set(key, value)
    return value
  }
}

/** What the changed document alone says of a case, against what it said before. */
function touching(ruleSet: RuleSet, { id }: Mutant): (one: ProvenCase) => boolean {
  const rule = ruleSet.rules.find((one) => one.id === id)
  const condition = ruleSet.conditions.find((one) => one.id === id)
  const boxes = rule?.boxes ?? condition?.boxes
  if (boxes === undefined) return () => false
  const matcher = buildMatcher([boxes], ruleSet.domainOf)
  return ({ check, rulings, unpresumed: { evaluation } }) => {
    if (!sameColumns(ruleSet, rulings.ruleSet)) return true
    const status = matchBriefly(matcher, evaluation.known)[0] as number
    if (condition === undefined) return status !== NO
    const before = evaluation.known[condition.column]
    const now = status === YES ? 1 : status === NO ? 0 : undefined
    // What is open may come out otherwise once something is presumed.
    return before !== now || (check.presume === true && now === undefined)
  }
}

/** What was known by column can be read by the changed rules: no comparison has another column. */
function sameColumns(changed: RuleSet, before: RuleSet): boolean {
  return changed.comparisons.every(({ fact, operator, parameter, column }) => {
    const other = before.comparisonAt.get(column)
    return other?.fact === fact && other.operator === operator && other.parameter === parameter
  })
}

function canNotice(mutant: Mutant, one: ProvenCase, touches: Loaded['touches']): boolean {
  const { check, rulings, unpresumed } = one
  if (check.expects.includes(LOOKS_FURTHER)) return true
  const rule = rulings.ruleSet.rules.findIndex(({ id }) => id === mutant.id)
  if (rule >= 0 && unpresumed.evaluation.statuses[rule] !== NO) return true
  return touches(one)
}

/** A change people have looked at: nothing can notice it, and why. */
export interface Accepted {
  readonly rule: string
  /** The change in words, in either language, as it is printed. */
  readonly mutant: string
  readonly reason: string
}

export interface Weighed {
  readonly survivors: readonly Mutant[]
  readonly accepted: readonly { readonly mutant: Mutant; readonly reason: string }[]
  /** Accepted changes that are noticed by now, or are no change of any rule. */
  readonly stale: readonly Accepted[]
}

/** Survivors held against the list of those accepted. */
export function weighAccepted(survivors: readonly Mutant[], list: readonly Accepted[]): Weighed {
  const isOf =
    ({ id, text }: Mutant) =>
    ({ rule, mutant }: Accepted) =>
      rule === id && (mutant === text.zh || mutant === text.en)
  return {
    survivors: survivors.filter((mutant) => !list.some(isOf(mutant))),
    accepted: survivors.flatMap((mutant) => {
      const entry = list.find(isOf(mutant))
      return entry === undefined ? [] : [{ mutant, reason: entry.reason }]
    }),
    stale: list.filter((entry) => !survivors.some((mutant) => isOf(mutant)(entry))),
  }
}
