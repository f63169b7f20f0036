// Takes over what a caller hands in as plain JSON-like values, each property read once, before anything judges it.
// Promise: whatever a getter or proxy does, it does it here: a throw is noted, a lie is told once and stays as told.

/** Stands for a value that throws when it is read, or goes deeper or further than anything a case may say. */
export const UNREADABLE = Symbol('unreadable')

const MAX_DEPTH = 64
const MAX_VALUES = 20_000

/** An object of named values: no list, no Map, no Date. A proxy that cannot even say what it is is none. */
export function isObject(input: unknown): input is Readonly<Record<string, unknown>> {
  try {
    return Object.prototype.toString.call(input) === '[object Object]'
  } catch {
    return false
  }
}

export interface Properties {
  readonly keys: readonly string[]
  readonly values: readonly unknown[]
}

/** The own enumerable properties of a JSON object as plain values, each read once; `undefined` for anything else. */
export function plainProperties(input: unknown): Properties | undefined {
  try {
    if (!isObject(input)) return undefined
    if (!isPlain(input)) return readOneByOne(input)
    const keys: string[] = []
    const values: unknown[] = []
    // Walking an object in its own order is many times faster than asking it for names, and every case passes here.
    for (const key in input) {
      keys.push(key)
      values.push(plain(input[key]))
    }
    return { keys, values }
  } catch {
    return readOneByOne(input as Readonly<Record<string, unknown>>)
  }
}

/** Of no class, so that its own properties are all it has to enumerate. */
function isPlain(input: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(input)
  return prototype === null || prototype === Object.prototype
}

/** Where reading fails: each property on its own, those that fail marked. */
function readOneByOne(input: Readonly<Record<string, unknown>>): Properties | undefined {
  try {
    const keys = Object.keys(input)
    const read = (key: string) => {
      try {
        return plain(input[key])
      } catch {
        return UNREADABLE
      }
    }
    return { keys, values: keys.map(read) }
  } catch {
    return undefined
  }
}

function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? copy(value, MAX_DEPTH, { left: MAX_VALUES }) : value
}

/** A copy of a document of bounded size, so that whoever writes to the document later changes nothing loaded. */
export function plainCopy(document: unknown): unknown {
  return copy(document, Number.POSITIVE_INFINITY, { left: Number.POSITIVE_INFINITY })
}

function copy(value: unknown, depth: number, values: { left: number }): unknown {
  if (typeof value !== 'object' || value === null) return value
  const isList = Array.isArray(value)
  const keys = isList ? [] : Object.keys(value)
  values.left -= isList ? value.length : keys.length
  if (depth <= 0 || values.left < 0) throw new RangeError('too deep or too large')
  if (isList) {
    const list: unknown[] = []
    for (let i = 0; i < value.length; i += 1) list.push(copy(value[i], depth - 1, values))
    return list
  }
  const read = value as Readonly<Record<string, unknown>>
  const out: Record<string, unknown> = {}
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as string
    const own = copy(read[key], depth - 1, values)
    // The one name whose plain assignment would be no property of the copy.
    if (key === '__proto__') Object.defineProperty(out, key, { value: own, enumerable: true })
    else out[key] = own
  }
  return out
}

/**
 * Whether two plain values are the same through and through. Not for sets of numbers, which `sameSet` compares: read here
 * beside lists of objects, V8 would box each of their numbers, and do so wherever such a set is read afterwards.
 */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => isSameJson(one, b[i]))
  const [left, right] = [a, b] as Readonly<Record<string, unknown>>[]
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameJson(left?.[key], right?.[key]))
  )
}
