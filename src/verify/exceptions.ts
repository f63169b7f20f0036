// Who would beat a rule if one exception were not written.
// Promise: exceptions of exceptions count as they do when a case is decided.
import type { CompiledRule } from '../engine/load-rules.js'

/** Questions both rules answer. */
export function answersInCommon(a: CompiledRule, b: CompiledRule): number[] {
  return a.answers.flatMap(({ question }) => (b.answers.some((one) => one.question === question) ? [question] : []))
}

/** Rules that beat `excepted` on a question without the exception that `rule` is to it. */
export function beatersWithout(
  rules: readonly CompiledRule[],
  rule: CompiledRule,
  excepted: CompiledRule,
  question: number,
): number[] {
  const beaters = new Set<CompiledRule>()
  const exceptions = rules.filter(({ document }) => document.exceptionTo !== undefined)
  const visit = (target: CompiledRule): void => {
    for (const other of exceptions) {
      const isWritten = other.document.exceptionTo?.includes(target.id) === true
      if (!isWritten || (other === rule && target === excepted) || beaters.has(other)) continue
      beaters.add(other)
      visit(other)
    }
  }
  visit(excepted)
  return [...beaters].flatMap(({ index, answers }) => (answers.some((one) => one.question === question) ? [index] : []))
}
