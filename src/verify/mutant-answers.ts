// Small wrong changes to what a rule answers: every other value of the question, each member turned round.
// Promise: whatever is put in an answer's place is an answer of the same question.
import type { Json, QuestionDeclaration } from '../engine/declaration.js'
import { formatLiteral, parseLiteral } from '../engine/fact-value.js'
import type { Model } from '../engine/model.js'
import { answerText, questionText } from './answer-words.js'
import type { Change } from './mutants.js'

/** Changes of the answer a rule gives to one question. `written` is the question as the rule names it. */
export function answerChanges(model: Model, written: string, answer: Json): Change<Json>[] {
  const group = model.groupOf.get(written) ?? written
  const declaration = model.declaration.questions[group]
  if (declaration === undefined) return []
  const swapped = (from: Json, to: Json, value: Json, member?: string): Change<Json> => {
    const question = questionText(model, group, member)
    const [old, other] = [answerText(declaration, from), answerText(declaration, to)]
    return {
      kind: 'answer swapped',
      text: {
        zh: `「${question.zh}」由「${old.zh}」改成「${other.zh}」`,
        en: `${question.en} changed: ${old.en} → ${other.en}`,
      },
      value,
    }
  }
  if (!('members' in declaration)) return otherValues(declaration, answer).map((value) => swapped(answer, value, value))
  const members = answer as Readonly<Record<string, Json>>
  return Object.entries(members).flatMap(([key, given]) => {
    const member = Object.entries(declaration.members).find(([id, { label }]) => id === key || label.zh === key)?.[0]
    return otherValues(declaration, given).map((other) => swapped(given, other, { ...members, [key]: other }, member))
  })
}

function otherValues(declaration: QuestionDeclaration, given: Json): Json[] {
  switch (declaration.kind) {
    case 'members':
      return [true, false].filter((value) => value !== given)
    case 'choice':
      return Object.keys(declaration.values).filter((value) => value !== given)
    case 'terms':
      return otherTerms(given).filter((term) => declaration.check(term) === undefined)
    case 'money': {
      const fen = parseLiteral({ kind: 'money' }, given)
      return fen === undefined ? [] : around(fen).map((value) => formatLiteral({ kind: 'money' }, value))
    }
    case 'integer':
      if (declaration.options !== undefined) return declaration.options.filter((value) => value !== given)
      return typeof given === 'number' ? around(given) : []
  }
}

function around(value: number): number[] {
  const step = Number.isInteger(value) ? 1 : 0.01
  return [value - step, value + step].map((other) => Number(other.toFixed(4))).filter((other) => other >= 0)
}

/** A term with each of its numbers one more and one less, without each of its words, and of or after another fact. */
function otherTerms(term: Json): Json[] {
  if (typeof term !== 'object' || term === null || Array.isArray(term)) return []
  const keys = Object.entries(term as Readonly<Record<string, Json>>)
  return keys.flatMap(([key, value]): Json[] => {
    const without = Object.fromEntries(keys.filter(([other]) => other !== key))
    const others = typeof value === 'number' ? around(value) : [...otherTerms(value), ...otherFacts(key, value)]
    return [without, ...others.map((other) => ({ ...term, [key]: other }))]
  })
}

/** Another event to count from, another amount to take a part of. */
function otherFacts(key: string, value: Json): string[] {
  if (key === 'after') return [value === 'appliedAt' ? 'asOf' : 'appliedAt']
  return key === 'of' ? [value === 'paid' ? 'purchasePrice' : 'paid'] : []
}
