// JSON Schemas (draft-07) of single values, per kind of fact: as cases write them and as conditions write them.
// Promise: what a schema accepts, the reader of the same place accepts too; whatever a schema cannot say (a day that
// a month does not have in every year, say) is left to the reader.
import type { FactKind, Json } from './declaration.js'
import { NONE_WORDS } from './model.js'

/** A JSON Schema, or a part of one, as plain JSON. */
export type JsonSchema = { readonly [key: string]: Json }

const DAY =
  '(19[7-9]\\d|2[01]\\d\\d)-(02-(0[1-9]|[12]\\d)|(0[469]|11)-(0[1-9]|[12]\\d|30)|(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01]))'
const OFFSET = '(Z|[+-](0\\d|1[0-4]):[0-5]\\d)'
const DEFAULT_MONEY_MAX = 1_000_000

/** A day, `2026-06-28`. */
export const DAY_SCHEMA: JsonSchema = { type: 'string', pattern: `^${DAY}$` }

const INSTANT_SCHEMA: JsonSchema = {
  type: 'string',
  pattern: `^${DAY}[ T]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?${OFFSET}?$|^${DAY}[ T]([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}${OFFSET}$`,
}

/** A string of yuan with at most two decimals and no more digits than `max` has. */
export function yuanSchema(max = DEFAULT_MONEY_MAX): JsonSchema {
  const digits = String(Math.floor(max)).length - 1
  return { type: 'string', pattern: `^(0|[1-9]\\d{0,${digits}})(\\.\\d{1,2})?$` }
}

/** Text on one line. */
export function lineSchema(max: number): JsonSchema {
  return { type: 'string', minLength: 1, maxLength: max, pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$' }
}

/** A value of a fact as a case writes it, in either language, without "none". */
export function caseValueSchema(kind: FactKind): JsonSchema {
  switch (kind.kind) {
    case 'enum':
      return { enum: [...Object.keys(kind.values), ...Object.values(kind.values).map(({ zh }) => zh)] }
    case 'boolean':
      return { enum: [true, false, '是', '否'] }
    case 'money':
      return yuanSchema(kind.max)
    case 'text':
      return lineSchema(kind.maxLength ?? 200)
    default:
      return literalSchema(kind)
  }
}

/** A value as conditions, settings and parameters write it: ids only; money and rates are JSON numbers. */
export function literalSchema(kind: FactKind): JsonSchema {
  switch (kind.kind) {
    case 'enum':
      return { enum: Object.keys(kind.values), enumDescriptions: Object.values(kind.values).map(({ zh }) => zh) }
    case 'boolean':
      return { type: 'boolean' }
    case 'integer':
      return { type: 'integer', minimum: kind.min, maximum: kind.max }
    case 'duration':
      return { type: 'integer', minimum: 0, maximum: kind.max }
    case 'money':
      return { type: 'number', minimum: 0, maximum: kind.max ?? DEFAULT_MONEY_MAX, multipleOf: 0.01 }
    case 'rate':
      return { type: 'number', minimum: 0, maximum: 1, multipleOf: 0.0001 }
    case 'date':
      return DAY_SCHEMA
    case 'instant':
      return INSTANT_SCHEMA
    case 'text':
      return { not: {} }
  }
}

// Named, because an object with a key of this name looks like a promise to readers and tools.
const THEN = 'then'

/** Where `premise` holds, `consequence` must; elsewhere `otherwise`, if there is one. */
export function conditional(premise: JsonSchema, consequence: JsonSchema, otherwise?: JsonSchema): JsonSchema {
  return { if: premise, [THEN]: consequence, ...(otherwise === undefined ? {} : { else: otherwise }) }
}

/** One of these words, each with what an editor shows beside it; nothing at all where there are none. */
export function oneOfWords(words: readonly string[], shown: readonly string[] = []): JsonSchema {
  if (words.length === 0) return { not: {} }
  return shown.length === 0 ? { enum: words } : { enum: words, enumDescriptions: shown }
}

/** `schema`, or one of these words. */
export function orWords(schema: JsonSchema, words: readonly (string | null)[]): JsonSchema {
  if (!Array.isArray(schema.enum)) return words.length === 0 ? schema : { anyOf: [schema, { enum: words }] }
  const own: readonly Json[] = schema.enum
  const added = words.filter((word) => !own.includes(word))
  const shown = Array.isArray(schema.enumDescriptions)
    ? [...schema.enumDescriptions, ...added.map((word) => word ?? '—')]
    : []
  return { ...schema, enum: [...own, ...added], ...(shown.length > 0 ? { enumDescriptions: shown } : {}) }
}

/** What a case may say of one fact: a value, none, one of several, or a range with either end open. */
export function knowableSchema(kind: FactKind, none: boolean): JsonSchema {
  const value = caseValueSchema(kind)
  const point = orWords(value, none ? NONE_WORDS : [])
  if (kind.kind === 'text') return point
  const list: JsonSchema = { type: 'array', minItems: 1, maxItems: 1000, items: point }
  const several: JsonSchema = {
    type: 'object',
    properties: { oneOf: list, 之一: list },
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
  }
  if (kind.kind === 'enum' || kind.kind === 'boolean') return { anyOf: [point, several] }
  return { anyOf: [point, several, rangeSchema(value)] }
}

/** `{atLeast, atMost}` in either language, one end or both. */
export function rangeSchema(value: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: { atLeast: value, 至少: value, atMost: value, 至多: value },
    additionalProperties: false,
    minProperties: 1,
    allOf: [{ not: { required: ['atLeast', '至少'] } }, { not: { required: ['atMost', '至多'] } }],
  }
}
