// Facts declared beside a model's own, as JSON: read, checked, and put into the model.
// Promise: whatever is read can be a fact of the model; every problem names the fact and the key, and nothing is thrown.
import * as z from 'zod/mini'
import type { FactDeclaration, ModelDeclaration } from './declaration.js'
import { type Issue, issue, type Result } from './issue.js'
import { extendModel, type Model } from './model.js'
import { clashes, unfit } from './own-facts-fit.js'
import { isObject } from './plain.js'
import { each, line, readShape, WORD } from './shape.js'

type Facts = Readonly<Record<string, FactDeclaration>>

/** Facts by id as their declarations, or as JSON that TypeScript knows no words of: checked when it is read, `$schema` passed over. */
export type FactsGiven = Facts | object

const text = (max: number) => z.strictObject({ zh: line(max), en: line(max) })
const word = z.string().check(z.maxLength(60, { abort: true }), z.regex(WORD))
const whole = z.number().check(({ value, issues }) => {
  if (!Number.isSafeInteger(value)) issues.push({ code: 'invalid_type', expected: 'int', input: value })
})

const COMMON = {
  label: text(60),
  role: z.enum(['circumstance', 'record']),
  question: text(200),
  none: z.optional(z.literal(true)),
  absent: z.optional(z.union([z.string(), z.number(), z.boolean(), z.strictObject({ fact: line(60) })])),
  usual: z.optional(z.union([z.string(), z.boolean()])),
}

const KINDS = {
  enum: { values: each(text(60)) },
  boolean: {},
  integer: { min: whole, max: whole, unit: z.optional(text(20)) },
  money: { max: z.optional(whole) },
  date: {},
  instant: { event: z.optional(z.literal(true)) },
  duration: { unit: z.enum(['minute', 'hour', 'day']), max: whole },
  text: { maxLength: z.optional(whole) },
} as const

type Kind = keyof typeof KINDS
const FACT_KINDS = Object.keys(KINDS) as readonly Kind[]

function isKind(word: string): word is Kind {
  return Object.hasOwn(KINDS, word)
}

function commonShape({ declaration }: Model) {
  return { ...COMMON, ask: z.array(z.enum(Object.keys(declaration.parties))).check(z.minLength(1)) }
}

/** The shape of a declared fact of each kind, for the JSON Schema that editors read. */
export function factShapes(model: Model) {
  return FACT_KINDS.map((kind) => z.strictObject({ kind: z.literal(kind), ...commonShape(model), ...KINDS[kind] }))
}

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

/** What is wrong with ids, which are words. */
function unnamed(path: readonly string[], ids: readonly string[]): Issue[] {
  return ids.flatMap((one) => under([...path, one], readShape(word, one)))
}

function under(path: readonly string[], read: Result<unknown>): Issue[] {
  return read.ok ? [] : read.issues.map((one) => ({ ...one, path: [...path, ...one.path] }))
}

function readFacts(model: Model, input: unknown, path: readonly string[]): Result<Facts> {
  if (!isObject(input)) {
    const message = { zh: '应为对象：事实的编号 → 声明', en: 'expected an object: id of a fact → its declaration' }
    return { ok: false, issues: [issue('wrong-type', path, input, message)] }
  }
  const common = commonShape(model)
  const issues: Issue[] = []
  const facts: Record<string, FactDeclaration> = {}
  for (const [id, fact] of Object.entries(input)) {
    // An editor's, as in every other document.
    if (id === '$schema') continue
    const own = [...path, id]
    const wrong = unnamed(path, [id])
    issues.push(...wrong)
    if (wrong.length > 0) continue
    const kind = isObject(fact) ? String(fact.kind) : ''
    const shape = {
      kind: z.enum(FACT_KINDS),
      ...common,
      ...(isKind(kind) ? KINDS[kind] : {}),
    }
    const schema = z.strictObject(shape) as z.ZodMiniType<FactDeclaration>
    const read = readShape<FactDeclaration>(schema, fact)
    issues.push(...under(own, read))
    if (!read.ok) continue
    facts[id] = read.value
    if (read.value.kind === 'enum') issues.push(...unnamed([...own, 'values'], Object.keys(read.value.values)))
  }
  if (issues.length === 0)
    issues.push(
      ...clashes(model.declaration, facts, path),
      ...unfit({ ...model.declaration.facts, ...facts }, facts, path),
    )
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: facts }
}
