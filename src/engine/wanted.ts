// What a value should have been, as messages say it.
// Promise: a Latin word or a digit stands apart from the Chinese before it; a number or truth in quotes is told so.
import { type Issue, type IssueCode, issue, shown } from './issue.js'
import type { Text } from './text.js'

/** "Expected …", after the sentence that says what is wrong. */
export function expecting({ zh, en }: Text): Text {
  return { zh: `应为${/^[\x21-\x7e]/.test(zh) ? ' ' : ''}${zh}`, en: `expected ${en}` }
}

/** Amounts as rules and settings write them. */
export const YUAN: Text = {
  zh: '元，最多两位小数，不加引号，如 88.5',
  en: 'yuan with at most 2 decimals, without quotes, as 88.5',
}

/** True or false as rules write them. */
export const TRUTH: Text = { zh: 'true 或 false', en: 'true or false' }

/** A value that is none of `what`: what is wanted there, or that its quotes make text of what would be accepted. */
export function noValue(
  code: IssueCode,
  path: readonly (string | number)[],
  value: unknown,
  what: Text,
  wanted: Text,
  accepts: (plain: unknown) => boolean,
): Issue {
  const { zh, en } = withoutQuotes(value, accepts) ?? expecting(wanted)
  return issue(code, path, value, {
    zh: `${what.zh}「${shown(value)}」不可用；${zh}`,
    en: `"${shown(value)}" is no ${what.en}; ${en}`,
  })
}

/**
 * Whether `value` is one of the accepted values but for the quotes around it, and what to write then. `accepts` judges
 * the value without them.
 */
function withoutQuotes(value: unknown, accepts: (plain: unknown) => boolean): Text | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const plain = value === 'true' ? true : value === 'false' ? false : Number(value)
  if (!accepts(plain)) return undefined
  return {
    zh: `带引号的 "${shown(value)}" 是文字；去掉引号，写 ${plain}`,
    en: `"${shown(value)}" in quotes is text; take the quotes off: ${plain}`,
  }
}
