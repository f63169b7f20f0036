// Every case of the fixtures decided once with the rules as they are, kept with all that was found on the way.
// Promise: a case here is one decision a fixture asks for; those that are not as expected are told apart.

import type { Ruled } from '../domain/domain.js'
import { type Check, checksOf } from '../domain/fixture.js'
import { layerOfRule } from '../domain/rule-layers.js'
import { concluded, type Decided, decideNow } from '../engine/decider.js'
import { readCase } from '../engine/read-case.js'
import { FOREVER } from '../engine/valid-until.js'
import { type RulesOn, rulesByLayer, type Shop } from './layered.js'

export interface FixtureContent {
  readonly file: string
  readonly content: unknown
}

/** One case as it is decided. */
export interface ProvenCase {
  readonly file: string
  /** The rule whose fixture it stands in; none for a story. */
  readonly rule: string | undefined
  readonly check: Check
  readonly rulings: Ruled
  readonly decided: Decided<unknown>
  /** The same case without presumptions: what is ruled out here is ruled out whatever is presumed. */
  readonly unpresumed: Decided<unknown>
}

export interface Cases {
  readonly cases: readonly ProvenCase[]
  /** Cases that do not come out as expected, or cannot be read. */
  readonly failing: readonly { readonly file: string; readonly name: string }[]
}

/** The word that expects something of later moments. */
export const LOOKS_FURTHER = '有效至'

/**
 * Decides the case of a check with given rules; nothing where it cannot be read. How long it holds is worked out where
 * the check asks for it.
 */
export function decideCheck(rulings: Ruled, { input, presume, expects }: Check): Decided<unknown> | undefined {
  const compute = rulings.domain.compute(rulings)
  const read = readCase(rulings.ruleSet.model, input)
  if (!read.ok) return undefined
  const now = decideNow(rulings, compute, read.value, { presume })
  return expects.includes(LOOKS_FURTHER) ? concluded(rulings, compute, now) : { ...now, validUntil: FOREVER }
}

/** Whether a fixture finds what it expects in what was decided. */
export function isAsExpected(rulings: Ruled, check: Check, decided: Decided<unknown>): boolean {
  return check.issues.length === 0 && check.differences(rulings.domain.write(rulings, decided)).length === 0
}

/** Decides every case of the fixtures. */
export function casesOf(
  shop: Shop,
  fixtures: readonly FixtureContent[],
  tell: (done: number, of: number) => void = () => {},
  rulesOn: RulesOn = rulesByLayer(shop),
): Cases {
  const cases: ProvenCase[] = []
  const failing: { file: string; name: string }[] = []
  for (const [i, { file, content }] of fixtures.entries()) {
    tell(i, fixtures.length)
    const { rule, checks, unread } = checksOf(shop.domain, content, (id) => layerOfRule(shop.documents, id))
    if (unread !== undefined) failing.push({ file, name: unread.name })
    for (const check of checks) {
      const rulings = rulesOn(check.layers, check.options)
      const decided = rulings.ok ? decideCheck(rulings.value, check) : undefined
      const plain = rulings.ok && check.presume ? decideCheck(rulings.value, { ...check, presume: false }) : decided
      if (rulings.ok && decided !== undefined && plain !== undefined)
        cases.push({ file, rule, check, rulings: rulings.value, decided, unpresumed: plain })
      if (!rulings.ok || decided === undefined || !isAsExpected(rulings.value, check, decided))
        failing.push({ file, name: check.name })
    }
  }
  return { cases, failing }
}
