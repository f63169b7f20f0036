// Which sums an answer may change: what the differences of floors are looked for in.
// Promise: another answer to a question never changes a sum that is not named for it, and each that is named does change.
import { expect, test } from 'vitest'
import { type Answer, isAnswer } from '../src/engine/answer.js'
import { prepare } from '../src/engine/decider.js'
import { evaluate } from '../src/engine/evaluate.js'
import { statedFacts } from '../src/engine/facts.js'
import type { Question } from '../src/engine/question.js'
import { readCase } from '../src/engine/read-case.js'
import { amountsOf } from '../src/models/after-sale/amount.js'
import { sumsBehind } from '../src/models/after-sale/answer-view.js'
import { computeAmounts } from '../src/models/after-sale/compute.js'
import { afterSale } from '../src/models/after-sale/model.js'
import { law, sop, taobao } from '../src/rules.js'
import { completeCaseByRecords, partialCase, randomFrom } from './support/after-sale-cases.js'

const SUMS = ['refund', 'repay', 'compensate', 'buyerPays'] as const

const loaded = prepare(
  afterSale,
  [...law, ...taobao, ...sop].map((document) => ({ file: '', document })),
  { settings: { pointsRate: 0.005, commissionRate: 0.05 } },
)
if (!loaded.ok) throw new Error('the shipped rules do not load')
const { rulings } = loaded.value
const { model, rules } = rulings.ruleSet
const compute = computeAmounts(rulings)

/** Every answer a question may have, as far as they are few; of amounts nothing and ten yuan, of terms those in the rules. */
function answersTo({ index, values, declaration }: Question): readonly Answer[] {
  if (values !== undefined) return values.map((_, value) => value)
  const written = rules.flatMap(({ answers }) => answers.filter((one) => one.question === index))
  const kind = declaration.kind === 'terms' ? 'string' : 'number'
  return [0, 1_000, ...written.map(({ value }) => value)].filter((one) => typeof one === kind && isAnswer(one))
}

test('another answer changes the sums that are named for its question, and no other', () => {
  const random = randomFrom(7)
  const changed = new Set<string>()
  for (let i = 0; i < 600; i += 1) {
    const read = readCase(model, i % 3 < 2 ? completeCaseByRecords(random) : partialCase(random))
    if (!read.ok) throw new Error('a generated case is not read')
    const evaluation = evaluate(rulings, statedFacts(rulings.ruleSet, read.value), read.value.agreed, compute)
    for (const question of model.questions) {
      const results = answersTo(question).map((answer) =>
        amountsOf(
          rulings,
          evaluation,
          evaluation.resolved.map((own, at) => (at === question.index ? { outcomes: [answer], winners: [] } : own)),
        ),
      )
      for (const sum of SUMS)
        if (new Set(results.map((result) => JSON.stringify(result[sum].total))).size > 1)
          changed.add(`${question.group} ${sum}`)
    }
  }
  const named = new Set(model.questions.flatMap(({ group }) => sumsBehind(group).map((sum) => `${group} ${sum}`)))
  expect([...changed].sort()).toEqual([...named].sort())
  expect(named.size).toBe(10)
})
