// A thousand rules: proofs of rules as shops write them stay small; of rules without order they end, in steps counted.
// Promise: figures are of nodes and steps, which are the same on every machine; time is only printed.
import { describe, expect, test } from 'vitest'
import { CONFLICT, SILENT } from '../src/engine/answer.js'
import type { Question } from '../src/engine/question.js'
import { loadRuleSet } from '../src/engine/ruleset.js'
import { createDiagrams, type Diagrams, type Region } from '../src/verify/diagram.js'
import { all, FALSE, type Formula, not, TRUE } from '../src/verify/formula.js'
import { OUT_OF_BUDGET } from '../src/verify/node-table.js'
import { answering } from '../src/verify/outcomes.js'
import { search } from '../src/verify/search.js'
import { spaceOf } from '../src/verify/space.js'
import { EFFORT } from '../src/verify/subject.js'
import { largeModel, randomRules, realisticRules } from './support/large-rule-sets.js'

function prepared(documents: readonly object[]) {
  const loaded = loadRuleSet(
    largeModel(),
    documents.map((document, i) => ({ file: String(i), document })),
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)))
  const rules = { ruleSet: loaded.value, settings: new Map() }
  const space = spaceOf([rules])
  const answers = answering(space, rules, [0], () => TRUE)
  const question = loaded.value.model.questions[0] as Question
  return { space, answers, question, ruleSet: loaded.value }
}

/** Nodes that regions consist of. */
function liveNodes({ childOf, sizes, variableOf }: Diagrams, regions: readonly Region[]): number {
  const seen = new Set<Region>()
  const visit = (region: Region): void => {
    if (region <= 1 || seen.has(region)) return
    seen.add(region)
    for (let cell = 0; cell < (sizes[variableOf(region)] as number); cell += 1) visit(childOf(region, cell))
  }
  regions.forEach(visit)
  return seen.size
}

describe('a thousand rules over sixteen facts', () => {
  test('as shops write them: outcomes, gap and conflict within 50,000 nodes', () => {
    const { space, answers, question, ruleSet } = prepared(realisticRules(1000, 7))
    expect(ruleSet.rules).toHaveLength(1000)
    const start = performance.now()
    const diagrams = createDiagrams(
      space.variables.map(({ cells }) => cells.length),
      EFFORT,
    )
    const outcomes = answers.outcomes(question)
    const regions = [...outcomes].map(([answer, formula]) => [answer, diagrams.build(formula)] as const)
    const time = performance.now() - start
    const live = liveNodes(
      diagrams,
      regions.map(([, region]) => region),
    )
    expect(live).toBeLessThanOrEqual(50_000)
    console.log(`1000 realistic rules: ${live} nodes, ${diagrams.nodes()} made on the way, ${time.toFixed(0)} ms`)
    // The search finds the same: a gap, and whether there is a conflict.
    for (const outcome of [SILENT, CONFLICT]) {
      const region = diagrams.build(outcomes.get(outcome) ?? FALSE)
      const begun = performance.now()
      const found = search(outcomes.get(outcome) ?? FALSE, EFFORT.search)
      console.log(
        `  search ${outcome}: ${(performance.now() - begun).toFixed(0)} ms, ${found.found === undefined ? 'none' : 'found'}`,
      )
      if (found.found !== undefined) expect(region).not.toBe(0)
      else if (found.isExhausted) expect(region).toBe(0)
    }
  })

  test('without order: every verdict comes, the same each time, and says so where it does not know', {
    timeout: 120_000,
  }, () => {
    const { space, answers, question } = prepared(randomRules(1000, 3))
    const verdictOf = (formula: Formula) => {
      const diagrams = createDiagrams(
        space.variables.map(({ cells }) => cells.length),
        EFFORT,
      )
      try {
        return diagrams.build(formula) === 0 ? 'none' : 'some'
      } catch (error) {
        if (error !== OUT_OF_BUDGET) throw error
        const found = search(formula, EFFORT.search)
        return found.found !== undefined ? 'some, by search' : found.isExhausted ? 'none, by search' : 'unknown'
      }
    }
    const silent = answers.outcomes(question).get(SILENT) ?? FALSE
    const [first, second] = answers.answeringRules(question.index)
    if (first === undefined || second === undefined) throw new Error('no rules')
    const claims = {
      gap: silent,
      never: all([silent, not(silent)]),
      pair: all([answers.wins(first, 0), answers.wins(second, 0)]),
    }
    for (const [name, formula] of Object.entries(claims)) {
      const start = performance.now()
      const verdict = verdictOf(formula)
      console.log(
        `1000 random rules, ${name}: ${verdict}, ${(performance.now() - start).toFixed(0)} ms, ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
      )
      expect(['none', 'some', 'some, by search', 'none, by search', 'unknown']).toContain(verdict)
    }
    expect(verdictOf(silent)).toMatch(/^some/)
  })
})
