// Writes decisions as JSON in UTF-8, many of them one after another.
// Promise: the very bytes of `JSON.stringify`. Parts that decisions share are frozen, so they are turned into bytes once.
import { Buffer } from 'node:buffer'

/** Where bytes gather. Values are plain JSON; what is frozen is frozen all the way down. */
export interface JsonBytes {
  readonly add: (value: object) => void
  readonly endLine: () => void
  /** Everything added since the last time, in memory of its own. */
  readonly take: () => Uint8Array<ArrayBuffer>
}

const FIRST_SIZE = 1 << 20
/** Letters that stand in JSON as they are, one byte each. */
const PLAIN = /^[ !#-[\]-~]*$/

/** JSON in UTF-8 as text in which every letter is a byte: such texts are put together sooner than bytes are copied. */
type Encoded = string

export function jsonBytes(): JsonBytes {
  const shared = new WeakMap<object, Encoded>()
  const first = keysAfter('{')
  const further = keysAfter(',')
  let bytes = Buffer.allocUnsafe(FIRST_SIZE)
  let length = 0
  let text: Encoded = ''

  const flush = () => {
    if (length + text.length > bytes.length) {
      const larger = Buffer.allocUnsafe(2 * (length + text.length))
      bytes.copy(larger, 0, 0, length)
      bytes = larger
    }
    length += bytes.write(text, length, 'latin1')
    text = ''
  }

  const add = (value: unknown) => {
    if (typeof value === 'string') text += PLAIN.test(value) ? `"${value}"` : encoded(value)
    else if (typeof value !== 'object' || value === null) text += JSON.stringify(value)
    else addObject(value)
  }

  const addObject = (value: object) => {
    const before = shared.get(value)
    if (before !== undefined) text += before
    else if (Object.isFrozen(value)) {
      const own = encoded(value)
      shared.set(value, own)
      text += own
    } else if (Array.isArray(value)) addList(value)
    else addParts(value as Readonly<Record<string, unknown>>)
  }

  const addList = (list: readonly unknown[]) => {
    text += '['
    for (let i = 0; i < list.length; i += 1) {
      if (i > 0) text += ','
      add(list[i])
    }
    text += ']'
  }

  const addParts = (parts: Readonly<Record<string, unknown>>) => {
    let isEmpty = true
    for (const key in parts) {
      const part = parts[key]
      if (part === undefined) continue
      text += isEmpty ? first(key) : further(key)
      isEmpty = false
      add(part)
    }
    text += isEmpty ? '{}' : '}'
  }

  return {
    add,
    endLine: () => {
      text += '\n'
      flush()
    },
    take: () => {
      flush()
      const taken = new Uint8Array(bytes.subarray(0, length))
      length = 0
      return taken
    },
  }
}

function encoded(value: unknown): Encoded {
  return Buffer.from(JSON.stringify(value)).toString('latin1')
}

/** What stands before the value of a key, worked out once for each key. */
function keysAfter(before: string): (key: string) => Encoded {
  const known = new Map<string, Encoded>()
  return (key) => {
    let own = known.get(key)
    if (own === undefined) {
      own = `${before}${encoded(key)}:`
      known.set(key, own)
    }
    return own
  }
}
