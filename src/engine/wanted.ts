// What a value should have been, as messages say it.
// Promise: a Latin word or a digit stands apart from the Chinese before it; a number or truth in quotes is told so.
import { shown } from './issue.js'
import type { Text } from './text.js'

/** "Expected …", after the sentence that says what is wrong. */
export function expecting({ zh, en }: Text): Text {
  return { zh: `应为${/^[\x21-\x7e]/.test(zh) ? ' ' : ''}${zh}`, en: `expected ${en}` }
}

/**
 * Whether `value` is one of the accepted values but for the quotes around it, and what to write then. `accepts` judges
 * the value without them.
 */
export function withoutQuotes(value: unknown, accepts: (plain: unknown) => boolean): Text | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const plain = value === 'true' ? true : value === 'false' ? false : Number(value)
  if (!accepts(plain)) return undefined
  return {
    zh: `带引号的 "${shown(value)}" 是文字；去掉引号，写 ${plain}`,
    en: `"${shown(value)}" in quotes is text; take the quotes off: ${plain}`,
  }
}
