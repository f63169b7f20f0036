// What is wrong with an input, as data: where, what was found, what is accepted, the nearest match.
// Promise: readers and loaders collect issues and return all of them; nothing here throws.
import { nearest } from './nearest.js'
import type { Text } from './text.js'

export type IssueCode =
  | 'not-readable'
  | 'unknown-key'
  | 'duplicate-key'
  | 'missing-key'
  | 'wrong-type'
  | 'unknown-value'
  | 'not-accepted'
  | 'out-of-range'
  | 'empty'
  | 'too-deep'
  | 'too-large'
  | 'too-many-boxes'
  | 'illegal-operator'
  | 'unknown-fact'
  | 'unknown-condition'
  | 'unknown-rule'
  | 'unknown-source'
  | 'cycle'
  | 'duplicate-id'
  | 'no-common-question'
  | 'answered-apart'
  | 'bad-dates'
  | 'wrong-stage'
  | 'wrong-layer'

/** One problem of an input. `message` is complete on its own; the other fields serve programs. */
export interface Issue {
  /** File or document the problem is in, where there is one. */
  readonly file?: string
  readonly path: readonly (string | number)[]
  readonly code: IssueCode
  /** What stands there, shortened to 80 characters. */
  readonly found?: string
  /** What would be accepted. */
  readonly accepted?: readonly string[]
  readonly nearest?: string
  readonly message: Text
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** More accepted words than these are no help, and are not listed. */
const MAX_LISTED = 200
/** So many accepted words stand in a message. */
const MAX_SHOWN = 20

/** A reader stops looking for more problems of one input once it has this many. */
export const MAX_ISSUES = 200

/** A short, harmless rendering of any JSON value for a message: on one line, nothing invisible. */
export function shown(value: unknown): string {
  let text: string
  if (typeof value === 'string') text = value.slice(0, 80)
  else if (typeof value === 'object' && value !== null) text = Array.isArray(value) ? `[… ${value.length}]` : '{…}'
  else text = String(value)
  text = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '␣')
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

interface About {
  /** Other words people use for accepted ones (labels, say): they are searched for the nearest, not listed. */
  readonly aliases?: ReadonlyMap<string, string>
  /** Where accepted words stand in both languages: those that are ids. Each message lists the words of its language. */
  readonly ids?: readonly string[]
}

/** Builds the issue for a word that is not among the accepted ones. */
export function notAmong(
  code: IssueCode,
  path: readonly (string | number)[],
  found: unknown,
  accepted: readonly string[],
  what: Text,
  { aliases, ids }: About = {},
): Issue {
  const like = typeof found === 'string' ? nearest(found, [...accepted, ...(aliases?.keys() ?? [])]) : undefined
  const near = like === undefined || accepted.includes(like) ? like : aliases?.get(like)
  const list = (isShown: (word: string) => boolean, separator: string, none: string) => {
    const words = accepted.filter(isShown)
    return (words.slice(0, MAX_SHOWN).join(separator) || none) + (words.length > MAX_SHOWN ? ' …' : '')
  }
  return {
    path: bounded(path),
    code,
    found: shown(found),
    accepted: accepted.slice(0, MAX_LISTED),
    ...(near === undefined ? {} : { nearest: near }),
    message: {
      zh: `${what.zh}「${shown(found)}」不在可用范围内${near === undefined ? `；可用：${list((word) => ids?.includes(word) !== true, '、', '一个也没有')}` : `；最接近的是「${near}」`}`,
      en: `${what.en} "${shown(found)}" is not accepted; ${near === undefined ? `accepted: ${list((word) => ids?.includes(word) !== false, ', ', 'none')}` : `nearest: "${near}"`}`,
    },
  }
}

export function issue(code: IssueCode, path: readonly (string | number)[], found: unknown, message: Text): Issue {
  return { path: bounded(path), code, ...(found === undefined ? {} : { found: shown(found) }), message }
}

/** A path that repeats no key at length. */
function bounded(path: Issue['path']): Issue['path'] {
  return path.some((step) => typeof step === 'string' && step.length > 80)
    ? path.map((step) => (typeof step === 'string' ? shown(step) : step))
    : path
}

/** Where the problem is, as a person would point at it: `conditions.all[2].value`; below Chinese keys from 1: `案例 1.案情`. */
export function placeOf(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return /\p{Script=Han}$/u.test(text) ? `${text} ${step + 1}` : `${text}[${step}]`
    return text === '' ? shown(step) : `${text}.${shown(step)}`
  }, '')
}
