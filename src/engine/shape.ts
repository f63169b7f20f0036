// Reads JSON against a shape and says in our own words, all at once, what does not fit.
// Promise: depth, size and forbidden keys are bounded before anything reads the value; nothing is thrown.
import * as z from 'zod/mini'
import { frozen } from './frozen.js'
import { type Issue, type IssueCode, issue, MAX_ISSUES, notAmong, placeOf, type Result, shown } from './issue.js'
import { plainCopy } from './plain.js'
import type { Text } from './text.js'

const MAX_DEPTH = 80
const MAX_NODES = 20_000
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

const DAY = /^\d{4}-\d{2}-\d{2}$/
const ID = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/

/** Formats as messages name them; nobody should have to read a pattern. */
const FORMATS: ReadonlyMap<string, Text> = new Map([
  [String(DAY), { zh: '日期，如 2026-06-28', en: 'a day, as 2026-06-28' }],
  [
    String(ID),
    {
      zh: '编号：小写字母、数字和连字符，用 / 分段，如 part/of-a-path/name',
      en: 'an id of small letters, digits and hyphens in parts divided by /, as part/of-a-path/name',
    },
  ],
])

/** A day, `YYYY-MM-DD`; whether it exists is for the loader to say. */
export const day = z.string().check(z.regex(DAY))
/** An id: parts of a path in small letters. */
export const id = z.string().check(z.maxLength(200, { abort: true }), z.regex(ID))

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

function asStep(step: PropertyKey): string | number {
  return typeof step === 'number' ? step : String(step)
}

function fromZod(found: ZodIssue, root: unknown, accepted: readonly string[]): Issue[] {
  const path = found.path.map(asStep)
  const code = CODES[found.code] ?? 'not-accepted'
  if (found.code === 'unrecognized_keys') {
    return found.keys
      .slice(0, MAX_ISSUES)
      .map((key) => notAmong('unknown-key', [...path, key], key, accepted, { zh: '键', en: 'key' }))
  }
  const value = valueAt(root, path)
  if (value === undefined) {
    return [
      issue('missing-key', path, undefined, { zh: `缺少「${placeOf(path)}」`, en: `"${placeOf(path)}" is missing` }),
    ]
  }
  const wanted = wantedBy(found)
  const place = placeOf(path)
  return [
    issue(code, path, value, {
      zh: `${place === '' ? '' : `「${place}」的值`}「${shown(value)}」不可用；应为${wanted.zh}`,
      en: `${place === '' ? '' : `"${place}" may not be `}"${shown(value)}"${place === '' ? ' is not accepted' : ''}; expected ${wanted.en}`,
    }),
  ]
}

const TYPES: Readonly<Record<string, Text>> = {
  object: { zh: '对象 { … }', en: 'an object { … }' },
  record: { zh: '对象 { … }', en: 'an object { … }' },
  array: { zh: '数组 [ … ]', en: 'a list [ … ]' },
  string: { zh: '文字', en: 'text in quotes' },
  number: { zh: '数', en: 'a number without quotes' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
}
const OTHERWISE: Text = { zh: '另一种写法', en: 'another form' }

/** What was wanted, in words a person who writes JSON knows. */
function wantedBy(found: ZodIssue): Text {
  if (found.code === 'invalid_type') return TYPES[found.expected] ?? OTHERWISE
  if (found.code === 'invalid_value') {
    const values = found.values.map(String)
    return { zh: values.join('、'), en: values.join(', ') }
  }
  if (found.code === 'too_big' || found.code === 'too_small') {
    const bound = found.code === 'too_big' ? Number(found.maximum) : Number(found.minimum)
    return sized(found.origin, found.code === 'too_big', bound)
  }
  if (found.code === 'invalid_format') return FORMATS.get(found.pattern ?? '') ?? OTHERWISE
  if (found.code === 'invalid_union') return { zh: '可用写法之一', en: 'one of the accepted forms' }
  return OTHERWISE
}

function sized(origin: string, most: boolean, bound: number): Text {
  const [zh, en] = most ? ['至多', 'at most'] : ['至少', 'at least']
  if (origin === 'string') return { zh: `${zh} ${bound} 个字的文字`, en: `text of ${en} ${bound} characters` }
  if (origin === 'array') return { zh: `${zh} ${bound} 项的数组`, en: `a list of ${en} ${bound} entries` }
  return { zh: `${zh}为 ${bound} 的数`, en: `a number of ${en} ${bound}` }
}

/** The keys with those first that are missing where the problem is: a misprint is most likely one of them. */
function missingFirst(all: readonly ZodIssue[], one: ZodIssue, root: unknown, keys: readonly string[]): string[] {
  if (one.code !== 'unrecognized_keys') return [...keys]
  const missing = all
    .filter(({ path }) => path.length === one.path.length + 1 && one.path.every((step, i) => step === path[i]))
    .map(({ path }) => String(path.at(-1)))
    .filter((key) => valueAt(root, [...one.path.map(asStep), key]) === undefined)
  return [...new Set([...missing, ...keys])]
}

/** Reads `root` as a `T`; `keys` are the keys that might have been meant by one that is not accepted. */
export function readShape<T>(schema: z.ZodMiniType<T>, root: unknown, keys: readonly string[]): Result<T> {
  const inspected = inspect(root)
  if (inspected.some(({ code }) => code !== 'unknown-key')) return { ok: false, issues: inspected }
  const parsed = schema.safeParse(frozen(plainCopy(root)))
  if (parsed.success && inspected.length === 0) return { ok: true, value: parsed.data }
  const places = new Set(inspected.map(({ path }) => placeOf(path)))
  const found = parsed.success
    ? []
    : parsed.error.issues.flatMap((one) => fromZod(one, root, missingFirst(parsed.error.issues, one, root, keys)))
  return { ok: false, issues: [...inspected, ...found.filter(({ path }) => !places.has(placeOf(path)))] }
}
