// The members of a JSON object read from its text, without making the object.
// Promise: what `JSON.parse` would find, or nothing at all; members stand as they are written, a name written twice twice.
// Cases name ever other facts: for an object of names not met before V8 sets up a shape, which takes longer than reading.
import type { Properties } from '../engine/plain.js'

/** An escape or a control character anywhere but at the end, where a line may keep its carriage return. */
const ODD = /\\|[^\u0020-\uffff](?!$)/
const AFTER = /^[ \t\r]*$/
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORDS: readonly (readonly [text: string, value: boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]
const [BLANK, QUOTE, COMMA, COLON, OPEN, CLOSE] = [32, 34, 44, 58, 123, 125]
/** No case has so many; what is no case need not be read fast. */
const MOST = 400

/**
 * `undefined` where the text is no JSON object, and where it is one that is left to `JSON.parse`: an empty one, one of very
 * many members, one with an escape, with an object or a list in it, or with other white space than blanks.
 */
export function membersOf(text: string): Properties | undefined {
  if (ODD.test(text)) return undefined
  const keys: string[] = []
  const values: unknown[] = []
  let at = 0

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

  let before = OPEN
  while (keys.length < MOST) {
    if (skip() !== before) return undefined
    at += 1
    if (skip() !== QUOTE) return undefined
    const key = quoted()
    if (key === undefined || skip() !== COLON) return undefined
    at += 1
    const value = skip() === QUOTE ? quoted() : other()
    if (value === undefined) return undefined
    keys.push(key)
    values.push(value)
    if (skip() === CLOSE) return AFTER.test(text.slice(at + 1)) ? { keys, values } : undefined
    before = COMMA
  }
  return undefined
}

/** Whether an object of these members has all of them, in this order: names that are numbers would stand first. */
export function isAsParsed({ keys }: Properties): boolean {
  return new Set(keys).size === keys.length && !keys.some((key) => /^\d/.test(key))
}
