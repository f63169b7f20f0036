// What is worked out between settling and handling: the amounts, and how the amount applied for compares with the refund due.
// Promise: nothing is read but the case and the loaded rules.
import type { Compute } from '../../engine/evaluate.js'
import { viewOf } from '../../engine/facts.js'
import { points } from '../../engine/value-set.js'
import { type Amounts, amountsOf, relationsOf } from './amount.js'
import { sumsBehind } from './answer-view.js'
import { boundsOf, isExact } from './bounds.js'
import type { AfterSaleRulings } from './decision.js'

export function computeAmounts(rulings: AfterSaleRulings): Compute<Amounts> {
  const { model } = rulings.ruleSet
  const relations = Object.keys(model.declaration.computed.appliedAmountIs.values)
  const behind = model.questions.filter(({ group }) => sumsBehind(group).includes('refund'))
  return (settled) => {
    const amounts = amountsOf(rulings, settled)
    const applied = boundsOf(viewOf(rulings, settled.known)('appliedAmount'))
    const compared = relationsOf(applied, amounts.refund.total).map((relation) => relations.indexOf(relation))
    // Of what is due to the fen nothing is open.
    const open = isExact(amounts.refund.total)
      ? []
      : behind.filter(({ index }) => settled.resolved[index]?.outcomes.length !== 1).map(({ id }) => id)
    const waitsFor = [...amounts.refundWaitsFor, ...open]
    return { facts: { appliedAmountIs: points(compared) }, kept: amounts, waitsFor }
  }
}
