// Random cases of a generated model, known in part: values, one of several, ranges, what was agreed.
// Promise: plain JSON as anybody would write it; what is not written is not known.
import type { Json, QuestionDeclaration } from '../../src/engine/declaration.js'
import type { GeneratedModel } from './generate-model.js'
import type { CaseSeed } from './model-seeds.js'
import { encode, type Value } from './reference.js'
import { at } from './vocabulary.js'

/** A case that is known in part, around one value per fact. */
export function caseFrom(model: GeneratedModel, seed: CaseSeed): Record<string, Json> {
  const written: Record<string, Json> = seed.recordsComplete ? { recordsComplete: true } : {}
  Object.entries(model.declaration.facts).forEach(([id, fact], i) => {
    const { value, how, spread } = at(seed.facts, i)
    const values = model.samples.values[id] as readonly Value[]
    const base = at(values, value)
    const way = how % 10
    if (way < 4) written[id] = base
    else if (way === 7) written[id] = { oneOf: [base, at(values, spread), at(values, spread + how)] }
    else if (way > 7 && base !== 'none' && fact.kind !== 'enum' && fact.kind !== 'boolean') {
      const other = at(
        values.filter((one) => one !== 'none'),
        spread,
      )
      const [lo, hi] = encode(fact, base) <= encode(fact, other) ? [base, other] : [other, base]
      written[id] =
        spread % 3 === 0 ? { atLeast: base } : spread % 3 === 1 ? { atMost: base } : { atLeast: lo, atMost: hi }
    }
  })
  if (seed.agreed.whether >= 48) {
    const [id, question] = at(Object.entries(model.declaration.questions), seed.agreed.question)
    const answer = agreedAnswer(question, seed.agreed.value)
    if (answer !== undefined) written.agreed = { [id]: answer, by: 'somebody' }
  }
  return written
}

function agreedAnswer(question: QuestionDeclaration, choice: number): Json | undefined {
  if (question.kind === 'choice') return at(Object.keys(question.values), choice)
  if (question.kind === 'members') return { [at(['first', 'second'], choice)]: choice % 3 === 0 }
  if (question.kind === 'integer') return at([1, 2, 4], choice)
  if (question.kind === 'money') return at(['1.00', '0.50', '2.75'], choice)
  return { [at(['first', 'second'], choice)]: { days: choice % 3 } }
}
