// What a fixture expects held against what was decided.
// Promise: every difference is reported with what was expected and what was decided; lists are compared without order.
import { canonical } from '../engine/canonical.js'
import { type Issue, issue, placeOf } from '../engine/issue.js'
import type { Deciding, Decision } from './domain.js'
import { type AwaitedBy, basisOf, checkWords, saidOf } from './expectation.js'
import { checkExpectations } from './expected-value.js'
import type { Bases, Expectations } from './fixture-shape.js'

export interface Difference {
  /** Where: 期望 or 依据, and which word. */
  readonly place: string
  readonly expected: unknown
  /** What was decided; an open answer names the facts it waits for: `未定，缺：配件齐全`. */
  readonly got: unknown
  /** Titles of the rules behind what was decided, where the word is a question. */
  readonly rules?: readonly string[]
}

/** Unknown words, values no decision can say, and expectations that check nothing. */
export function checkWritten(
  domain: Deciding,
  { 期望, 依据 = {} }: { readonly 期望: Expectations; readonly 依据?: Bases | undefined },
): Issue[] {
  const issues = [...checkExpectations(domain, 期望, ['期望']), ...checkWords(domain, 依据, ['依据'])]
  if (Object.keys(期望).length > 0) return issues
  const message = { zh: '「期望」是空的：什么也没有检验', en: '"期望" is empty: nothing is checked' }
  return [...issues, issue('empty', ['期望'], undefined, message)]
}

/** Where the decision is another than the fixture says; `waitsFor` tells what an open answer waits for. */
export function compare(
  domain: Deciding,
  expected: Expectations,
  bases: Bases,
  decision: Decision,
  waitsFor?: AwaitedBy,
): Difference[] {
  const differences: Difference[] = []
  for (const [word, value] of Object.entries(expected)) {
    if (same(value, saidOf(domain, word, decision))) continue
    const rules = basisOf(domain, word, decision)?.rules.map(({ title }) => title)
    differences.push({
      place: placeOf(['期望', word]),
      expected: value,
      got: saidOf(domain, word, decision, waitsFor),
      ...(rules === undefined ? {} : { rules }),
    })
  }
  for (const [word, basis] of Object.entries(bases)) differences.push(...compareBasis(domain, word, basis, decision))
  return differences
}

function compareBasis(
  domain: Deciding,
  word: string,
  basis: string | readonly string[],
  decision: Decision,
): Difference[] {
  const found = basisOf(domain, word, decision)
  const place = placeOf(['依据', word])
  if (found === undefined) return [{ place, expected: basis, got: '只有问题才有依据' }]
  const got = found.rules.map(({ title }) => title)
  if (basis === '穷尽') return found.exhaustive ? [] : [{ place, expected: basis, got }]
  const ids = new Map(found.rules.map(({ id, title }) => [id, title]))
  const wanted = (typeof basis === 'string' ? [basis] : basis).map((one) => ids.get(one) ?? one)
  return same(wanted, got) ? [] : [{ place, expected: wanted, got }]
}

/** Equal, lists without regard to order. */
function same(expected: unknown, got: unknown): boolean {
  if (Array.isArray(expected) && Array.isArray(got)) {
    const sorted = (list: readonly unknown[]) => list.map(canonical).sort()
    return canonical(sorted(expected)) === canonical(sorted(got))
  }
  return canonical(expected) === canonical(got)
}
