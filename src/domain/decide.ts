// One case in, one decision out.
// Promise: case → facts → statuses → answers → what the model works out → decision, in this order and in no other; nothing
// is thrown but bad input, nothing is read but the case and the loaded rules.
import type { NextQuestion } from '../engine/ask.js'
import { askCase, decideCase } from '../engine/decider.js'
import type { Result } from '../engine/issue.js'
import type { DecideOptions } from '../engine/options.js'
import type { Properties } from '../engine/plain.js'
import type { Rulings } from '../engine/rulings.js'
import { type RuleTrace, traceOf } from '../engine/trace.js'
import type { Deciding, Decision } from './domain.js'

export type Decidable<D extends Decision = Decision> = Rulings & { readonly domain: Deciding<D> }

/**
 * Decides one case. The whole way is here: read and settle, work out, handle, write.
 * @param properties of the case, where they were taken over already
 */
export function decide<D extends Decision>(
  rulings: Decidable<D>,
  input: unknown,
  options: DecideOptions,
  properties?: Properties,
): Result<D> {
  const decided = decideCase(rulings, rulings.domain.compute(rulings), input, options, properties)
  return decided.ok ? { ok: true, value: rulings.domain.write(rulings, decided.value) } : decided
}

/** Every rule with its status, what beat it and what each leaf compared. */
export function trace(rulings: Decidable, input: unknown, wanted?: (rule: string) => boolean): Result<RuleTrace[]> {
  const decided = decideCase(rulings, rulings.domain.compute(rulings), input)
  return decided.ok ? { ok: true, value: traceOf(rulings, decided.value.evaluation, wanted) } : decided
}

/** What to ask next so that `question` can be answered, best first. */
export function ask(
  rulings: Decidable,
  input: unknown,
  question: string,
  options: DecideOptions,
): Result<NextQuestion[]> {
  return askCase(rulings, rulings.domain.compute(rulings), input, question, options)
}
