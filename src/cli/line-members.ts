// The members of a JSON object read from its text, without making the object.
// Promise: what `JSON.parse` would find, in the same order, or nothing at all; a name written twice stands twice.
// Cases name ever other facts: for an object of names not met before V8 sets up a shape, which takes longer than reading.
import type { Properties } from '../engine/plain.js'

/** An escape, or a sign that no text may hold unescaped. */
const ODD = /\\|[^\u0020-\uffff]/
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORDS: readonly (readonly [text: string, value: boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]
const [BLANK, QUOTE, COMMA, COLON, OPEN, CLOSE] = [32, 34, 44, 58, 123, 125]

/** `undefined` where the text is no JSON object, and where a value is an object or a list, or a text has an escape. */
export function membersOf(text: string): Properties | undefined {
  if (text.charCodeAt(0) !== OPEN || ODD.test(text)) return undefined
  const keys: string[] = []
  const values: unknown[] = []
  let at = 1

  const skip = () => {
    while (text.charCodeAt(at) === BLANK) at += 1
    return text.charCodeAt(at)
  }
  const quoted = () => {
    const from = at + 1
    const to = text.indexOf('"', from)
    at = to + 1
    return to < 0 ? undefined : text.slice(from, to)
  }
  const other = () => {
    for (const [word, value] of WORDS) {
      if (text.startsWith(word, at)) {
        at += word.length
        return value
      }
    }
    NUMBER.lastIndex = at
    const found = NUMBER.exec(text)
    at = NUMBER.lastIndex
    return found === null ? undefined : Number(found[0])
  }

  for (;;) {
    if (skip() !== QUOTE) return undefined
    const key = quoted()
    if (key === undefined || skip() !== COLON) return undefined
    at += 1
    const value = skip() === QUOTE ? quoted() : other()
    if (value === undefined) return undefined
    keys.push(key)
    values.push(value)
    const next = skip()
    at += 1
    if (next === CLOSE) return at === text.length ? { keys, values } : undefined
    if (next !== COMMA) return undefined
  }
}
