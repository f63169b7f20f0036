// Dated numbers without a version on the day of a case: what an answer waits for that nobody can be asked.
// Promise: named only where a rule that still matters to the question compares with one.
import type { Ruled } from '../domain/domain.js'
import { decideCase } from '../engine/decider.js'
import { unversioned } from '../engine/missing.js'
import type { Text } from '../engine/text.js'

/** Titles of those that the questions, by their indices, wait for. */
export function lackingNumbers(
  rulings: Ruled,
  input: unknown,
  presume: boolean,
  questions: readonly number[],
): readonly string[] {
  const decided = decideCase(rulings, rulings.domain.compute(rulings), input, { presume })
  if (!decided.ok) return []
  const { ruleSet } = rulings
  const names = unversioned(ruleSet, decided.value.evaluation, new Set(questions))
  return [...names].map((name) => ruleSet.parameters.get(name)?.title ?? name)
}

/** In words, without a full stop. */
export function lackingWords(titles: readonly string[]): Text {
  return {
    zh: `那一天没有版本：${titles.map((title) => `参数「${title}」`).join('、')}`,
    en: `no version on that day: ${titles.map((title) => `the parameter "${title}"`).join(', ')}`,
  }
}
