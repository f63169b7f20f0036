// One case in, one decision out.
// Promise: case → facts → statuses → answers → amounts → decision, in this order and in no other; nothing is thrown
// but bad input, nothing is read but the case and the loaded rules.

import type { NextQuestion } from '../../engine/ask.js'
import { askCase, decideCase } from '../../engine/decider.js'
import type { Compute } from '../../engine/evaluate.js'
import { viewOf } from '../../engine/facts.js'
import type { Result } from '../../engine/issue.js'
import type { DecideOptions } from '../../engine/options.js'
import { type RuleTrace, traceOf } from '../../engine/trace.js'
import { points } from '../../engine/value-set.js'
import { type Amounts, amountsOf, relationsOf } from './amount.js'
import { boundsOf } from './bounds.js'
import { type AfterSaleRulings, type Decision, writeDecision } from './decision.js'

/** Between settling and handling: the amounts, and how the amount applied for compares with the refund due. */
export function computeAmounts(rulings: AfterSaleRulings): Compute<Amounts> {
  const { model } = rulings.ruleSet
  const relations = Object.keys(model.declaration.computed.appliedAmountIs.values)
  return (settled) => {
    const amounts = amountsOf(rulings, settled)
    const applied = boundsOf(viewOf(rulings, settled.known)('appliedAmount'))
    const compared = relationsOf(applied, amounts.refund.total).map((relation) => relations.indexOf(relation))
    return { facts: { appliedAmountIs: points(compared) }, kept: amounts, waitsFor: amounts.refundWaitsFor }
  }
}

/** Decides one case. The whole way is here: read and settle, amounts, handle, write. */
export function decide(rulings: AfterSaleRulings, input: unknown, options: DecideOptions): Result<Decision> {
  const decided = decideCase(rulings, computeAmounts(rulings), input, options)
  return decided.ok ? { ok: true, value: writeDecision(rulings, decided.value) } : decided
}

/** Every rule with its status, what beat it and what each leaf compared. */
export function trace(
  rulings: AfterSaleRulings,
  input: unknown,
  wanted?: (rule: string) => boolean,
): Result<RuleTrace[]> {
  const decided = decideCase(rulings, computeAmounts(rulings), input)
  return decided.ok ? { ok: true, value: traceOf(rulings, decided.value.evaluation, wanted) } : decided
}

/** What to ask next so that `question` can be answered, best first. */
export function ask(
  rulings: AfterSaleRulings,
  input: unknown,
  question: string,
  options: DecideOptions,
): Result<NextQuestion[]> {
  return askCase(rulings, computeAmounts(rulings), input, question, options)
}
