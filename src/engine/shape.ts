// Reads JSON against a shape and says in our own words, all at once, what does not fit.
// Promise: depth, size and forbidden keys are bounded before anything reads the value; nothing is thrown.
import * as z from 'zod/mini'
import { frozen } from './frozen.js'
import { type Issue, type IssueCode, issue, MAX_ISSUES, notAmong, type Result, shown } from './issue.js'
import { plainCopy } from './plain.js'

const MAX_DEPTH = 80
const MAX_NODES = 20_000
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** Text of one to `max` characters. */
export const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

/** Walks a document without recursion: depth, size and forbidden keys are bounded before anything reads it. */
function inspect(root: unknown): Issue[] {
  const issues: Issue[] = []
  const stack: { value: unknown; path: readonly (string | number)[] }[] = [{ value: root, path: [] }]
  let nodes = 0
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, path } = next
    if (typeof value !== 'object' || value === null) continue
    nodes += 1
    if (nodes > MAX_NODES) {
      return [
        issue('too-large', [], undefined, {
          zh: `文档超过 ${MAX_NODES} 个节点`,
          en: `the document has more than ${MAX_NODES} nodes`,
        }),
      ]
    }
    if (path.length > MAX_DEPTH) {
      return [
        issue('too-deep', path.slice(0, 6), undefined, {
          zh: `嵌套超过 ${MAX_DEPTH} 层`,
          en: `nested more than ${MAX_DEPTH} levels deep`,
        }),
      ]
    }
    for (const key of Object.keys(value)) {
      if (FORBIDDEN.has(key)) {
        issues.push(
          issue('unknown-key', [...path, key], key, {
            zh: `不接受键「${key}」`,
            en: `the key "${key}" is not accepted`,
          }),
        )
      } else {
        stack.push({
          value: (value as Record<string, unknown>)[key],
          path: [...path, Array.isArray(value) ? Number(key) : key],
        })
      }
    }
  }
  return issues
}

const CODES: Readonly<Record<string, IssueCode>> = {
  invalid_type: 'wrong-type',
  unrecognized_keys: 'unknown-key',
  too_big: 'too-large',
  too_small: 'empty',
  invalid_value: 'unknown-value',
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    root,
  )
}

type ZodIssue = z.core.$ZodIssue

function fromZod(found: ZodIssue, root: unknown, accepted: readonly string[]): Issue[] {
  const path = found.path.map((step) => (typeof step === 'number' ? step : String(step)))
  const code = CODES[found.code] ?? 'not-accepted'
  if (found.code === 'unrecognized_keys') {
    return found.keys
      .slice(0, MAX_ISSUES)
      .map((key) => notAmong('unknown-key', [...path, key], key, accepted, { zh: '键', en: 'key' }))
  }
  const value = valueAt(root, path)
  if (value === undefined) {
    return [
      issue('missing-key', path, undefined, { zh: `缺少「${path.join('.')}」`, en: `"${path.join('.')}" is missing` }),
    ]
  }
  const wanted =
    found.code === 'invalid_type'
      ? found.expected
      : found.code === 'invalid_value'
        ? found.values.join(' | ')
        : found.code === 'too_big'
          ? `≤ ${found.maximum}`
          : found.code === 'too_small'
            ? `≥ ${found.minimum}`
            : found.code === 'invalid_format'
              ? (found.pattern ?? found.format)
              : 'JSON'
  return [
    issue(code, path, value, {
      zh: `「${path.join('.')}」的值「${shown(value)}」不可用；应为 ${wanted}`,
      en: `"${path.join('.')}" may not be "${shown(value)}"; expected ${wanted}`,
    }),
  ]
}

/** Reads `root` as a `T`; `keys` are the keys that might have been meant by one that is not accepted. */
export function readShape<T>(schema: z.ZodMiniType<T>, root: unknown, keys: readonly string[]): Result<T> {
  const inspected = inspect(root)
  if (inspected.length > 0) return { ok: false, issues: inspected }
  const parsed = schema.safeParse(frozen(plainCopy(root)))
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, issues: parsed.error.issues.flatMap((found) => fromZod(found, root, keys)) }
}
