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

/** JSON text: as it is where each letter is one byte, otherwise its bytes. */
type Encoded = string | Uint8Array

export function jsonBytes(): JsonBytes {
  const shared = new WeakMap<object, Encoded>()
  const keys = new Map<string, Encoded>()
  let bytes = Buffer.allocUnsafe(FIRST_SIZE)
  let length = 0
  // One-byte letters wait here: a long string is copied sooner than many short ones.
  let text = ''

  const reserve = (more: number) => {
    if (length + more <= bytes.length) return
    const larger = Buffer.allocUnsafe(2 * (length + more))
    bytes.copy(larger, 0, 0, length)
    bytes = larger
  }

  const flush = () => {
    reserve(text.length)
    length += bytes.write(text, length, 'latin1')
    text = ''
  }

  const append = (json: Encoded) => {
    if (typeof json === 'string') {
      text += json
      return
    }
    flush()
    reserve(json.length)
    bytes.set(json, length)
    length += json.length
  }

  const add = (value: unknown) => {
    if (typeof value === 'string') append(PLAIN.test(value) ? `"${value}"` : encoded(value))
    else if (typeof value !== 'object' || value === null) text += JSON.stringify(value)
    else if (Object.isFrozen(value)) append(remembered(shared, value))
    else if (Array.isArray(value)) addList(value)
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
    text += '{'
    let isFirst = true
    for (const key in parts) {
      const part = parts[key]
      if (part === undefined) continue
      if (!isFirst) text += ','
      isFirst = false
      append(remembered(keys, key))
      text += ':'
      add(part)
    }
    text += '}'
  }

  return {
    add,
    endLine: () => {
      text += '\n'
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
  const json = JSON.stringify(value)
  const bytes = Buffer.from(json)
  return bytes.length === json.length ? json : bytes
}

function remembered<K>(memory: { get(key: K): Encoded | undefined; set(key: K, json: Encoded): unknown }, value: K) {
  let own = memory.get(value)
  if (own === undefined) {
    own = encoded(value)
    memory.set(value, own)
  }
  return own
}
