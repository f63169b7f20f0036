// Diagrams, the cutting search, and every point one by one: three ways to the same verdict, on generated rule sets.
// Promise: outcomes as formulas say of a complete case what the brute-force reference says of it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONFLICT, SILENT } from '../src/engine/answer.js'
import { outcomeJson } from '../src/engine/answered.js'
import type { Question } from '../src/engine/question.js'
import { cellsOf } from '../src/verify/cells.js'
import { createDiagrams } from '../src/verify/diagram.js'
import { all, type Formula } from '../src/verify/formula.js'
import { answersAmong } from '../src/verify/outcomes.js'
import { search } from '../src/verify/search.js'
import { must } from './support/compare.js'
import { completionsOf } from './support/completions.js'
import { load } from './support/engine-run.js'
import { FOUND } from './support/found-models.js'
import { modelFrom } from './support/generate-model.js'
import { modelSeed } from './support/model-seeds.js'
import { everyPoint, holdsAt, type ProvedModel, pointOf, pointsIn, provedModel } from './support/proved-model.js'
import { judge, type Outcome } from './support/reference.js'

const MODELS = process.env.AFTERSALE_LONG === '1' ? 20_000 : 1_200
const POINTS = 100_000
const BUDGET = { nodes: 2_000_000, steps: 20_000_000 }

const seen = { models: 0, formulas: 0, empty: 0, brute: 0, cases: 0, conflicts: 0, silences: 0, gaps: 0 }

function formulasOf({ answers, world }: ProvedModel, question: Question): Formula[] {
  const outcomes = [...answers.outcomes(question).values()]
  const wins = answers.answeringRules(question.index).map((rule) => answers.wins(rule, question.index))
  const silent = answers.outcomes(question).get(SILENT)
  const gap = silent === undefined ? [] : [all([silent, answers.arises(question)])]
  return [...outcomes, ...wins, ...gap].map((formula) => all([formula, world]))
}

function outcomeText(question: Question, outcome: number | string): readonly Outcome[] {
  if (outcome === SILENT) return ['silent']
  if (outcome === CONFLICT) return ['conflict']
  return answersAmong(outcome).map((one) => JSON.stringify(outcomeJson(question, one)))
}

describe('three ways to a verdict', () => {
  it('agree on generated rule sets, and with the reference on complete cases', { timeout: 600_000 }, () => {
    const property = fc.property(modelSeed, fc.nat(), (seed, sample) => {
      const model = modelFrom(seed)
      const ruleSet = load(model)
      if (ruleSet === undefined) return
      seen.models += 1
      const proved = provedModel(model, ruleSet)
      const { space, world, answers } = proved
      const diagrams = createDiagrams(
        space.variables.map(({ cells }) => cells.length),
        BUDGET,
      )
      const inWorld = diagrams.build(world)
      const isSmall = pointsIn(space) <= POINTS && seen.models % 40 === 0
      const points = isSmall ? Array.from(everyPoint(space)) : []
      for (const question of ruleSet.model.questions) {
        for (const formula of formulasOf(proved, question)) {
          seen.formulas += 1
          const region = diagrams.build(formula)
          const found = search(formula, 20_000_000)
          if (region === 0) seen.empty += 1
          must((found.found === undefined) === (region === 0), question.id, 'diagram and search disagree')
          if (found.found === undefined) must(found.isExhausted, question.id, 'the search gave up')
          else {
            const piece = found.found
            const first = (variable: number) =>
              cellsOf(piece.get(variable) ?? [1], space.variables[variable]?.cells.length ?? 0)[0] ?? 0
            must(holdsAt(formula, first), question.id, 'the piece found does not hold')
          }
          if (!isSmall) continue
          seen.brute += 1
          const some = points.some((point) => holdsAt(formula, (variable) => point[variable] as number))
          must(some === (region !== 0), question.id, 'diagram and every point disagree')
        }
        // In the world, every case has one outcome.
        const regions = [...answers.outcomes(question).values()].map((formula) =>
          diagrams.both(inWorld, diagrams.build(formula)),
        )
        must(regions.reduce(diagrams.either, 0) === inWorld, question.id, 'some case has no outcome')
        regions.forEach((a, i) => {
          for (const b of regions.slice(i + 1))
            must(diagrams.both(a, b) === 0, question.id, 'some case has two outcomes')
        })
      }
      const { list } = completionsOf(model.samples, {}, { limit: 30, sample: 12, seed: sample })
      for (const completion of list) {
        const judgement = judge({ ...model, settings: model.plainSettings, ...completion, agreed: {} }, 'advise')
        const point = pointOf(model, proved, completion, judgement)
        const cellOf = (variable: number) => point[variable] as number
        if (!holdsAt(world, cellOf)) continue
        seen.cases += 1
        for (const question of ruleSet.model.questions) {
          const expected = judgement.outcomes[question.id] as Outcome
          if (expected === 'conflict') seen.conflicts += 1
          if (expected === 'silent') seen.silences += 1
          const held = [...answers.outcomes(question)].filter(([, formula]) => holdsAt(formula, cellOf))
          const said = held.flatMap(([outcome]) => outcomeText(question, outcome))
          must(held.length === 1 && said.includes(expected), question.id, 'another outcome', said, expected)
          must(holdsAt(answers.arises(question), cellOf) === judgement.arises[question.id], question.id, 'arises')
          if (judgement.arises[question.id] && expected === 'silent') seen.gaps += 1
        }
        for (const rule of ruleSet.rules)
          must(holdsAt(answers.reader.rule(rule), cellOf) === judgement.holds[rule.id], rule.id, 'holds')
      }
    })
    fc.assert(property, {
      seed: 20_260_628,
      numRuns: MODELS,
      examples: FOUND.map(([seed]) => [seed, 1] as const) as never,
    })
  })

  it('met everything on the way', () => {
    expect(seen.models).toBeGreaterThanOrEqual(1_000)
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(100)
    console.log(`proofs: ${JSON.stringify(seen)}`)
  })
})
