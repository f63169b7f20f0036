// Facts declared beside a model's own, as JSON: read, checked, and put into the model.
// Promise: whatever is read can be a fact of the model; every problem names the fact and the key, and nothing is thrown.
import * as z from 'zod/mini'
import type { FactDeclaration, ModelDeclaration } from './declaration.js'
import { parseCaseValue } from './fact-value.js'
import { type Issue, issue, type Result } from './issue.js'
import { extendModel, type Model } from './model.js'
import { isObject } from './plain.js'
import { line, readShape } from './shape.js'

type Facts = Readonly<Record<string, FactDeclaration>>

const text = (max: number) => z.strictObject({ zh: line(max), en: line(max) })
const word = z.string().check(z.regex(/^[a-z][A-Za-z0-9-]*$/), z.maxLength(60))
const whole = z.number().check(z.int())

const COMMON = {
  label: text(60),
  role: z.enum(['circumstance', 'record']),
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

/** The model with the facts of `input` (id → declaration); `path` is where they stand. The input is copied, not kept. */
export function withFacts<D extends ModelDeclaration>(
  model: Model<D>,
  input: unknown,
  path: readonly string[] = [],
): Result<Model<D>> {
  const read = readFacts(model, input, path)
  if (!read.ok) return read
  try {
    return { ok: true, value: extendModel(model, read.value) }
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    const message = { zh: `与已有的事实或问题冲突：${why}`, en: `clashes with what is declared already: ${why}` }
    return { ok: false, issues: [issue('duplicate-id', path, undefined, message)] }
  }
}

function readFacts(model: Model, input: unknown, path: readonly string[]): Result<Facts> {
  if (!isObject(input)) {
    const message = { zh: '应为对象：事实的编号 → 声明', en: 'an object is expected: id of a fact → its declaration' }
    return { ok: false, issues: [issue('wrong-type', path, input, message)] }
  }
  const common = { ...COMMON, ask: z.array(z.enum(Object.keys(model.declaration.parties))).check(z.minLength(1)) }
  const issues: Issue[] = []
  const facts: Record<string, FactDeclaration> = {}
  for (const [id, fact] of Object.entries(input)) {
    if (!word.safeParse(id).success) {
      issues.push(
        issue('not-accepted', [...path, id], id, {
          zh: `编号「${id}」不可用；应为小写字母开头的英文单词`,
          en: `the id "${id}" is not accepted; expected an English word that starts with a small letter`,
        }),
      )
      continue
    }
    const kinds = Object.keys(KINDS)
    const kind = isObject(fact) ? String(fact.kind) : ''
    const shape = {
      kind: z.enum(kinds),
      ...common,
      ...(kinds.includes(kind) ? KINDS[kind as keyof typeof KINDS] : {}),
    }
    const schema = z.strictObject(shape) as z.ZodMiniType<FactDeclaration>
    const read = readShape<FactDeclaration>(schema, fact, Object.keys(shape))
    if (read.ok) facts[id] = read.value
    else issues.push(...read.issues.map((one) => ({ ...one, path: [...path, id, ...one.path] })))
  }
  if (issues.length === 0) issues.push(...unfit({ ...model.declaration.facts, ...facts }, facts, path))
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: facts }
}

/** Facts of the right shape whose values contradict one another. */
function unfit(all: Facts, facts: Facts, path: readonly string[]): Issue[] {
  return Object.entries(facts).flatMap(([id, fact]) => {
    const { absent, usual } = fact
    const noValue = (key: string, value: unknown) =>
      issue('unknown-value', [...path, id, key], value, { zh: '不是这个事实的值', en: 'no value of this fact' })
    const isAbsent =
      typeof absent === 'object' ? all[absent.fact]?.kind === fact.kind : absent === undefined || isValue(fact, absent)
    const issues = isAbsent ? [] : [noValue('absent', absent)]
    if (usual !== undefined && !isValue(fact, usual)) issues.push(noValue('usual', usual))
    if (fact.kind === 'integer' && fact.min > fact.max) {
      const message = { zh: 'min 不能大于 max', en: 'min is no greater than max' }
      issues.push(issue('out-of-range', [...path, id], undefined, message))
    }
    return issues
  })
}

function isValue(fact: FactDeclaration, value: string | number | boolean): boolean {
  return (fact.none === true && value === 'none') || parseCaseValue(fact, value) !== undefined
}
