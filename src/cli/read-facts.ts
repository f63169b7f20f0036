// Reads `facts.json`: facts a shop declares itself, beside its rules.
// Promise: whatever is read can be a fact of the model; every problem names the fact and the key.
import * as z from 'zod/mini'
import type { FactDeclaration } from '../engine/declaration.js'
import { parseCaseValue } from '../engine/fact-value.js'
import { type Issue, issue } from '../engine/issue.js'
import { extendModel } from '../engine/model.js'
import { line, readShape } from '../engine/shape.js'
import type { Text } from '../engine/text.js'
import { afterSale } from '../models/after-sale/model.js'
import { type Problem, problem, problemsOf, type Read } from './problem.js'

type Facts = Readonly<Record<string, FactDeclaration>>

const text = (max: number) => z.strictObject({ zh: line(max), en: line(max) })
const word = z.string().check(z.regex(/^[a-z][A-Za-z0-9-]*$/), z.maxLength(60))
const whole = z.number().check(z.int())

const COMMON = {
  label: text(60),
  role: z.enum(['circumstance', 'record']),
  ask: z.array(z.enum(Object.keys(afterSale.declaration.parties))).check(z.minLength(1)),
  question: text(200),
  none: z.optional(z.literal(true)),
  absent: z.optional(z.union([z.string(), z.number(), z.boolean(), z.strictObject({ fact: line(60) })])),
  usual: z.optional(z.union([z.string(), z.boolean()])),
}

const KINDS = {
  enum: { values: z.record(word, text(60)) },
  boolean: {},
  integer: { min: whole, max: whole, unit: z.optional(text(20)) },
  money: { max: z.optional(whole) },
  date: {},
  instant: { event: z.optional(z.literal(true)) },
  duration: { unit: z.enum(['minute', 'hour', 'day']), max: whole },
  text: { maxLength: z.optional(whole) },
} as const

/** Reads declared facts; `file` is what problems call it. */
export function readFacts(file: string, input: unknown): Read<Facts> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return {
      ok: false,
      problems: [
        problem(file, {
          zh: '应为对象：事实的编号 → 声明',
          en: 'an object is expected: id of a fact → its declaration',
        }),
      ],
    }
  }
  const { $schema: _, ...declared } = input as Readonly<Record<string, unknown>>
  const facts: Record<string, FactDeclaration> = {}
  const issues: Issue[] = []
  for (const [id, fact] of Object.entries(declared)) {
    if (!word.safeParse(id).success)
      issues.push(
        issue('not-accepted', [id], id, {
          zh: `编号「${id}」不可用；应为小写字母开头的英文单词`,
          en: `the id "${id}" is not accepted; expected an English word that starts with a small letter`,
        }),
      )
    const kind = typeof fact === 'object' && fact !== null && 'kind' in fact ? String(fact.kind) : ''
    const kinds = Object.keys(KINDS)
    const own = kinds.includes(kind) ? KINDS[kind as keyof typeof KINDS] : {}
    const shape = { kind: z.enum(kinds), ...COMMON, ...own }
    const read = readShape<FactDeclaration>(
      z.strictObject(shape) as z.ZodMiniType<FactDeclaration>,
      fact,
      Object.keys(shape),
    )
    if (read.ok) facts[id] = read.value
    else issues.push(...read.issues.map((one) => ({ ...one, path: [id, ...one.path] })))
  }
  const problems = issues.length > 0 ? problemsOf(issues, file) : unfit(file, facts)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: facts }
}

/** Facts of the right shape that still cannot stand beside the model's own. */
function unfit(file: string, facts: Facts): Problem[] {
  const all: Facts = { ...afterSale.declaration.facts, ...facts }
  const problems = Object.entries(facts).flatMap(([id, fact]) => {
    const { absent, usual } = fact
    const isAbsent =
      typeof absent === 'object' ? all[absent.fact]?.kind === fact.kind : absent === undefined || isValue(fact, absent)
    const isUsual = usual === undefined || isValue(fact, usual)
    return [
      ...(fact.kind === 'integer' && fact.min > fact.max
        ? [problem(file, { zh: 'min 不能大于 max', en: 'min is no greater than max' }, id)]
        : []),
      ...(isAbsent ? [] : [problem(file, NO_VALUE, `${id}.absent`)]),
      ...(isUsual ? [] : [problem(file, NO_VALUE, `${id}.usual`)]),
    ]
  })
  if (problems.length > 0) return problems
  try {
    extendModel(afterSale, facts)
    return []
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    return [
      problem(file, { zh: `与已有的事实或问题冲突：${why}`, en: `clashes with what is declared already: ${why}` }),
    ]
  }
}

const NO_VALUE: Text = { zh: '不是这个事实的值', en: 'no value of this fact' }

function isValue(fact: FactDeclaration, value: string | number | boolean): boolean {
  if (fact.none && value === 'none') return true
  return parseCaseValue(fact, value) !== undefined
}
