// Declared questions made flat: one answerable question per declared question, or per member of it.
// Promise: ids are `question` or `question.member`; the order is the declared one.
import type { Condition, FactKind, FactView, Json, Measured, QuestionDeclaration } from './declaration.js'
import { parseLiteral } from './fact-value.js'
import type { Text } from './text.js'

/** One answerable question: a declared question, or one member of it. */
export interface Question {
  readonly index: number
  readonly id: string
  readonly group: string
  readonly member: string | undefined
  readonly label: Text
  readonly by: string | undefined
  readonly declaration: QuestionDeclaration
  readonly stage: string
  readonly essential: boolean
  readonly arises: Condition | undefined
  /** Values of a choice in declared order; two for yes/no members. */
  readonly values: readonly string[] | undefined
  readonly combine: 'one' | 'greatest' | 'least'
  /** The answer where no layer gives one. Yes/no members: no. */
  readonly fallback: number | undefined
  /** The value of a choice that hands the case to a person. */
  readonly review: number | undefined
  readonly favour: 'later' | 'no' | 'more' | ((value: string, view: FactView) => Measured) | undefined
}

const YES_NO: FactKind = { kind: 'boolean' }

function valuesOf(declaration: QuestionDeclaration): readonly string[] | undefined {
  if (declaration.kind === 'choice') return Object.keys(declaration.values)
  if (declaration.kind === 'members') return ['no', 'yes']
  return undefined
}

function reviewOf(declaration: QuestionDeclaration): number | undefined {
  if (declaration.kind !== 'choice' || declaration.review === undefined) return undefined
  return Object.keys(declaration.values).indexOf(declaration.review)
}

/** The answerable questions of one declaration, numbered from `from`. */
export function flatten(id: string, declaration: QuestionDeclaration, from: number): Question[] {
  const common = {
    group: id,
    declaration,
    stage: declaration.stage,
    essential: declaration.essential === true,
    arises: declaration.arises,
    values: valuesOf(declaration),
    combine: 'combine' in declaration ? declaration.combine : 'one',
    favour: 'favour' in declaration ? declaration.favour : undefined,
    review: reviewOf(declaration),
  } as const
  const whole: readonly [undefined, { label: Text; by?: string }] = [undefined, declaration]
  return ('members' in declaration ? Object.entries(declaration.members) : [whole]).map(
    ([member, { label, by }], i) => ({
      index: from + i,
      id: member === undefined ? id : `${id}.${member}`,
      member,
      label,
      by,
      fallback: declaration.kind === 'members' ? 0 : undefined,
      ...common,
    }),
  )
}

/** The kind of fact an answer is to later stages; numbers and terms are none. */
export function answerKind(question: Question): FactKind | undefined {
  const { declaration } = question
  if (declaration.kind === 'choice') return { kind: 'enum', values: declaration.values }
  if (declaration.kind === 'members') return YES_NO
  return undefined
}

/** The integer an answer is held as, or `undefined` when the value is not one of the question's. Terms are held elsewhere. */
export function encodeAnswer(question: Question, value: Json): number | undefined {
  const { declaration } = question
  if (declaration.kind === 'choice') {
    const index = typeof value === 'string' ? (question.values ?? []).indexOf(value) : -1
    return index < 0 ? undefined : index
  }
  if (declaration.kind === 'members') return typeof value === 'boolean' ? Number(value) : undefined
  if (declaration.kind === 'money') return parseLiteral({ kind: 'money' }, value)
  if (declaration.kind !== 'integer') return undefined
  const integer = parseLiteral({ kind: 'integer', min: 0, max: 1_000_000 }, value)
  return integer === undefined || integer < 0 || declaration.options?.includes(integer) === false ? undefined : integer
}
