// Reads JSON against a shape and says in our own words, all at once, what does not fit.
// Promise: depth, size and forbidden keys are bounded before anything reads the value; nothing is thrown.
import * as z from 'zod/mini'
import { type Issue, type IssueCode, issue, MAX_ISSUES, notAmong, placeOf, type Result, shown } from './issue.js'
import { takeOver } from './take-over.js'
import type { Text } from './text.js'
import { expecting, TRUTH } from './wanted.js'

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** A word of a model's own, as its facts and their values are named by. */
export const WORD = /^[a-z][A-Za-z0-9-]*$/
const ID = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/

/** Formats as messages name them; nobody should have to read a pattern. */
const FORMATS: ReadonlyMap<string, Text> = new Map([
  [String(WORD), { zh: '小写字母开头的英文单词', en: 'an English word that starts with a small letter' }],
  [String(DAY), { zh: '日期，如 2026-06-28', en: 'a day, as 2026-06-28' }],
  [
    String(ID),
    {
      zh: '编号：小写字母、数字和连字符，用 / 分段，如 part/name',
      en: 'an id of small letters, digits and hyphens in parts divided by /, as part/name',
    },
  ],
])

/** A day, `YYYY-MM-DD`; whether it exists is for the loader to say. */
export const day = z.string().check(z.regex(DAY))
/** An id: parts of a path in small letters. */
export const id = z.string().check(z.maxLength(200, { abort: true }), z.regex(ID))

/** Text of one to `max` characters. */
export const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
/** An object of any keys. zod's record would come on top of its objects, which every document needs. */
export const each = <T extends z.ZodMiniType>(value: T) => z.catchall(z.object({}), value)

const CODES: Readonly<Record<string, IssueCode>> = {
  invalid_type: 'wrong-type',
  unrecognized_keys: 'unknown-key',
  too_big: 'too-large',
  too_small: 'empty',
  invalid_value: 'unknown-value',
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step], root)
}

type ZodIssue = z.core.$ZodIssue

function asStep(step: PropertyKey): string | number {
  return typeof step === 'number' ? step : String(step)
}

/** Where a key is not accepted: the keys of the object around it, which zod knows and tells in its message. */
function keysAround({ inst }: z.core.$ZodRawIssue): string {
  const { shape = {} } = (inst?._zod.def ?? {}) as { readonly shape?: object }
  return Object.keys(shape).join()
}

function fromZod(found: ZodIssue, root: unknown): Issue[] {
  const path = found.path.map(asStep)
  const code = CODES[found.code] ?? 'not-accepted'
  const value = valueAt(root, path)
  if (found.code === 'unrecognized_keys') {
    const keys = found.message.split(',')
    // A misprint is most likely one of those that are not there.
    const accepted = [...new Set([...keys.filter((key) => !Object.hasOwn(value as object, key)), ...keys])]
    return found.keys
      .slice(0, MAX_ISSUES)
      .map((key) => notAmong('unknown-key', [...path, key], key, accepted, { zh: '键', en: 'key' }))
  }
  if (value === undefined) {
    return [
      issue('missing-key', path, undefined, { zh: `缺少「${placeOf(path)}」`, en: `"${placeOf(path)}" is missing` }),
    ]
  }
  const wanted = expecting(wantedBy(found))
  const place = placeOf(path)
  return [
    issue(code, path, value, {
      zh: `${place === '' ? '' : `「${place}」的值`}「${shown(value)}」不可用；${wanted.zh}`,
      en: `${place === '' ? '' : `"${place}" may not be `}"${shown(value)}"${place === '' ? ' is not accepted' : ''}; ${wanted.en}`,
    }),
  ]
}

const FORM: Text = { zh: '可用写法之一', en: 'one of the accepted forms' }
const TYPES: Readonly<Record<string, Text>> = {
  object: { zh: '对象 { … }', en: 'an object { … }' },
  array: { zh: '数组 [ … ]', en: 'a list [ … ]' },
  string: { zh: '文字', en: 'text in quotes' },
  number: { zh: '数', en: 'a number without quotes' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: TRUTH,
}

/** What was wanted, in words a person who writes JSON knows. */
function wantedBy(found: ZodIssue): Text {
  if (found.code === 'invalid_type') return TYPES[found.expected] ?? FORM
  if (found.code === 'invalid_value') {
    const values = found.values.map(String)
    return { zh: values.join('、'), en: values.join(', ') }
  }
  if (found.code === 'too_big' || found.code === 'too_small') {
    const bound = found.code === 'too_big' ? Number(found.maximum) : Number(found.minimum)
    return sized(found.origin, found.code === 'too_big', bound)
  }
  return FORMATS.get(String((found as { readonly pattern?: string }).pattern)) ?? FORM
}

function sized(origin: string, most: boolean, bound: number): Text {
  const [zh, en] = most ? ['至多', 'at most'] : ['至少', 'at least']
  if (origin === 'string') return { zh: `${zh} ${bound} 个字的文字`, en: `text of ${en} ${bound} characters` }
  if (origin === 'array') return { zh: `${zh} ${bound} 项的数组`, en: `a list of ${en} ${bound} entries` }
  return { zh: `${zh}为 ${bound} 的数`, en: `a number of ${en} ${bound}` }
}

/** Reads `root` as a `T`. */
export function readShape<T>(schema: z.ZodMiniType<T>, root: unknown): Result<T> {
  const { value, refused, outOfBounds } = takeOver(root)
  if (outOfBounds !== undefined) return { ok: false, issues: [outOfBounds] }
  const parsed = schema.safeParse(value, { error: keysAround })
  if (parsed.success) return refused.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues: refused }
  return { ok: false, issues: [...refused, ...parsed.error.issues.flatMap((one) => fromZod(one, value))] }
}
