// Partial cases decided exactly, against the brute-force reference: random small models, every way a case may turn out.
// Promise: still sound and monotone; and wherever no completion changes an answer, it is settled.
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Json } from '../src/engine/declaration.js'
import type { RuleSet } from '../src/engine/ruleset.js'
import { exactnessOf } from '../src/verify/exact.js'
import { expectMonotone, expectSound } from './support/compare.js'
import { type Completion, completionsOf } from './support/completions.js'
import { load, rulingsOf, say } from './support/engine-run.js'
import { FOUND } from './support/found-models.js'
import { caseFrom } from './support/generate-case.js'
import { type GeneratedModel, modelFrom } from './support/generate-model.js'
import { caseSeed, modelSeed } from './support/model-seeds.js'
import { type FloorMode, judge, questionsOf } from './support/reference.js'
import { DAY, INSTANTS } from './support/vocabulary.js'

const MODELS = process.env.AFTERSALE_LONG === '1' ? 30_000 : 1_500
const seen = { cases: 0, exhaustive: 0, decided: 0, cautious: 0, leftOpen: 0 }

type Written = Readonly<Record<string, Json>>

function worldOf(model: GeneratedModel, written: Written, { facts, unsaid }: Completion) {
  const { declaration, rules, conditions, parameters, plainSettings: settings, compute } = model
  const { by: _by, ...agreed } = (written.agreed ?? {}) as Record<string, Json>
  return { declaration, rules, conditions, parameters, settings, unsaid, facts, agreed, compute }
}

function checkCase(
  model: GeneratedModel,
  ruleSet: RuleSet,
  written: Written,
  seed: { learn: number; sample: number },
  mode: FloorMode,
): void {
  const { list, exhaustive } = completionsOf(samplesOf(model), written, { limit: 300, sample: 60, seed: seed.sample })
  if (list.length === 0) return
  seen.cases += 1
  const { narrow, inexact } = exactnessOf(rulingsOf(model, ruleSet, mode))
  const said = say(model, ruleSet, written, mode, narrow)
  const plainly = say(model, ruleSet, written, mode)
  const judgements = list.map((completion) => judge(worldOf(model, written, completion), mode))
  for (const judgement of judgements) expectSound(said, judgement, mode)
  const chosen = list[seed.sample % list.length] as Completion
  const learn = (which: (place: number) => boolean): Written => {
    const learnt = Object.keys(model.declaration.facts).filter((_, place) => which(place))
    return { ...written, ...Object.fromEntries(learnt.map((id) => [id, chosen.facts[id] as Json])) }
  }
  const partly = say(
    model,
    ruleSet,
    learn((place) => ((seed.learn >> place) & 1) === 1),
    mode,
    narrow,
  )
  expectMonotone(said, partly, mode)
  expectMonotone(
    partly,
    say(
      model,
      ruleSet,
      learn(() => true),
      mode,
      narrow,
    ),
    mode,
  )
  if (!exhaustive) return
  seen.exhaustive += 1
  for (const { id } of questionsOf(model.declaration)) {
    if (judgements.some(({ outcomes }) => outcomes[id] !== judgements[0]?.outcomes[id])) continue
    if (inexact().includes(id)) continue
    seen.decided += 1
    if ((plainly.outcomes[id] as readonly string[]).length > 1) seen.cautious += 1
    const isOpen = (said.outcomes[id] as readonly string[]).length > 1
    if (isOpen && !isOpenElsewhere(model, written, id, mode)) seen.leftOpen += 1
  }
}

/** The usual samples, with numbers for a setting nobody made beyond every value there is to compare. */
function samplesOf({ samples, settings }: GeneratedModel): GeneratedModel['samples'] {
  const { threshold, ...unsaid } = samples.unsaid
  if (threshold === undefined || 'threshold' in settings) return samples
  return { ...samples, unsaid: { ...unsaid, threshold: [-10, ...threshold, 10] } }
}

/** Moments farther off than the usual samples: before everything, and days apart from them by what rules count. */
const FAR = [...INSTANTS, '2019-12-31 23:59', '2020-01-01 00:00']
const APART = [0, 1, 44, 45, 46, 91, 92, 93, 200, 201]
const MOMENTS = [
  ...new Set(FAR.flatMap((moment) => APART.flatMap((days) => [-days, days].map((by) => moved(moment, by))))),
]

function moved(moment: string, days: number): string {
  const at = Date.parse(`${moment.replace(' ', 'T')}Z`) + days * DAY
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ')
}

/** Whether some case the usual samples leave out answers a question otherwise. */
function isOpenElsewhere(model: GeneratedModel, written: Written, id: string, mode: FloorMode): boolean {
  const { declaration, values, unsaid } = samplesOf(model)
  const wider = Object.fromEntries(
    Object.entries(values).map(([fact, own]) => {
      const kind = declaration.facts[fact]?.kind
      const more = kind === 'instant' ? MOMENTS : kind === 'date' ? MOMENTS.map((moment) => moment.slice(0, 10)) : []
      return [fact, [...new Set([...own, ...more])]]
    }),
  )
  const found = new Set<string | undefined>()
  for (let seed = 1; seed <= 60 && found.size < 2; seed += 1) {
    const { list } = completionsOf({ declaration, values: wider, unsaid }, written, {
      limit: 100,
      sample: 100,
      seed: seed * 7919,
    })
    for (const completion of list) {
      found.add(judge(worldOf(model, written, completion), mode).outcomes[id])
      if (found.size > 1) break
    }
  }
  return found.size > 1
}

describe('partial cases decided exactly', () => {
  it('are sound, monotone, and settled wherever every completion agrees', { timeout: 600_000 }, () => {
    const property = fc.property(modelSeed, fc.array(caseSeed, { minLength: 2, maxLength: 2 }), (seed, cases) => {
      const model = modelFrom(seed)
      const ruleSet = load(model)
      if (ruleSet === undefined) return
      const modes: FloorMode[] = model.rules.some(({ mandatory }) => mandatory) ? ['advise', 'enforce'] : ['advise']
      for (const one of cases) for (const mode of modes) checkCase(model, ruleSet, caseFrom(model, one), one, mode)
    })
    fc.assert(property, { seed: 20_261_128, numRuns: MODELS, examples: FOUND })
  })

  it('were cautious before, and are so no more', () => {
    expect(seen.cautious).toBeGreaterThan(MODELS / 100)
    expect(seen.leftOpen).toBe(0)
  })

  afterAll(() => console.log(`exact: ${JSON.stringify(seen)}`))
})
