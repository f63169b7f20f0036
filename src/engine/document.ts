// The documents a rule set is made of: rules, named conditions, dated parameters, sources.
// Promise: shapes only, read with every problem at once; what the words mean is checked when the set is loaded.
import * as z from 'zod/mini'
import type { Condition, Json } from './declaration.js'
import { issue, type Result } from './issue.js'
import { isObject } from './plain.js'
import { day, each, id, line, readShape } from './shape.js'
import type { Text } from './text.js'

export interface SourceReference {
  readonly document: string
  readonly clause: string
  readonly summary: string
}

/** `until` is the last day in force; `by` names the fact of the case whose date selects the version. */
export interface Effective {
  readonly from: string
  readonly until?: string | undefined
  readonly by?: string | undefined
}

export interface RuleDocument {
  readonly id: string
  readonly title: string
  readonly layer: string
  readonly covers?: readonly string[] | undefined
  readonly source: SourceReference
  readonly effective: Effective
  readonly exceptionTo?: readonly string[] | undefined
  readonly mandatory?: boolean | undefined
  readonly conditions: Condition
  readonly event: { readonly type: string; readonly params: Readonly<Record<string, Json>> }
  readonly note?: string | undefined
}

export interface ConditionDocument {
  readonly id: string
  readonly title: string
  readonly layer: string
  readonly source: SourceReference
  readonly effective: Effective
  readonly conditions: Condition
  readonly note?: string | undefined
}

export interface ParameterDocument {
  readonly id: string
  readonly title: string
  readonly kind: 'integer' | 'money' | 'rate' | 'duration'
  readonly by: string
  readonly values: readonly { readonly from: string; readonly value: number | null; readonly source: SourceReference }[]
  readonly note?: string | undefined
}

export interface SourceDocument {
  readonly id: string
  readonly name: Text
  /** The day the source was last looked at. */
  readonly checked: string
  readonly address?: string | undefined
  readonly note?: string | undefined
}

export type AnyDocument =
  | { readonly type: 'rule'; readonly document: RuleDocument }
  | { readonly type: 'condition'; readonly document: ConditionDocument }
  | { readonly type: 'parameter'; readonly document: ParameterDocument }
  | { readonly type: 'source'; readonly document: SourceDocument }

const source = z.strictObject({ document: line(100), clause: line(200), summary: line(500) })
const effective = z.strictObject({ from: day, until: z.optional(day), by: z.optional(line(60)) })
const told = (is: (value: unknown) => boolean, expected = '') =>
  z.unknown().check(({ value, issues }) => {
    if (!is(value)) issues.push({ code: 'invalid_type', expected, input: value })
  })
const anything = told((value) => typeof value === 'object' && value !== null)
/** Any JSON value, told by one walk: zod's own schema tries every kind of value at every value. */
const json = told(isJson)
const number = told((value) => value === null || Number.isFinite(value), 'number')
const $schema = z.optional(z.string().check(z.maxLength(300)))
const note = z.optional(line(2000))
const titled = { $schema, id, title: line(120) }

/** A rule's keys stand in this order in the documents that ship. */
export const ruleShape = z.strictObject({
  ...titled,
  layer: line(40),
  covers: z.optional(z.array(line(20)).check(z.maxLength(100))),
  source,
  effective,
  exceptionTo: z.optional(z.array(id).check(z.minLength(1), z.maxLength(200))),
  mandatory: z.optional(z.boolean()),
  conditions: anything,
  event: z.strictObject({ type: line(40), params: each(json) }),
  note,
})

const condition = z.strictObject({
  ...titled,
  layer: line(40),
  source,
  effective,
  conditions: anything,
  note,
})

const parameter = z.strictObject({
  ...titled,
  kind: z.enum(['integer', 'money', 'rate', 'duration']),
  by: line(60),
  values: z.array(z.strictObject({ from: day, value: number, source })).check(z.minLength(1), z.maxLength(1000)),
  note,
})

const sourceDocument = z.strictObject({
  $schema,
  id,
  name: z.strictObject({ zh: line(200), en: line(200) }),
  checked: day,
  address: z.optional(line(500)),
  note,
})

const SHAPES = { rule: ruleShape, condition, parameter, source: sourceDocument }

function isJson(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isJson)
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}

function typeOf(root: object): keyof typeof SHAPES {
  if ('event' in root || 'exceptionTo' in root || 'covers' in root) return 'rule'
  if ('conditions' in root) return 'condition'
  if ('values' in root) return 'parameter'
  return 'checked' in root ? 'source' : 'rule'
}

/** Reads one document of any type. A document is told by its keys: `event`, `conditions`, `values` or `checked`. */
export function readDocument(root: unknown): Result<AnyDocument> {
  if (!isObject(root)) {
    return {
      ok: false,
      issues: [issue('wrong-type', [], root, { zh: '规则文档应为 JSON 对象', en: 'a rule document is a JSON object' })],
    }
  }
  const type = typeOf(root)
  const schema = SHAPES[type]
  const result = readShape(schema as z.ZodMiniType<AnyDocument['document']>, root)
  return result.ok ? { ok: true, value: { type, document: result.value } as AnyDocument } : result
}
