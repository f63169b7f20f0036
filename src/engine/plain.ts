// Takes over what a caller hands in as plain JSON-like values, each property read once, before anything judges it.
// Promise: whatever a getter or proxy does, it does it here: a throw is noted, a lie is told once and stays as told.
import { takeOver } from './take-over.js'

/** Stands for a value that throws when it is read, goes deeper or further than anything a case may say, or has keys that mean something to JavaScript. */
export const UNREADABLE = Symbol('unreadable')

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
  if (typeof value !== 'object' || value === null) return value
  const { value: taken, refused, outOfBounds } = takeOver(value)
  return outOfBounds === undefined && refused.length === 0 ? taken : UNREADABLE
}

/** A copy of lists and objects, however large, so that whoever writes to them later changes nothing made of them. */
export function plainCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plainCopy)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainCopy(one)]))
}

/**
 * Whether two plain values are the same through and through. Not for sets of numbers, which `sameSet` compares: read here
 * beside lists of objects, V8 would box each of their numbers, and do so wherever such a set is read afterwards.
 */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!a || !b || typeof a !== 'object' || typeof b !== 'object') return Object.is(a, b)
  const [left, right] = [a, b] as Readonly<Record<string, unknown>>[]
  const keys = Object.keys(a)
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSameJson(left?.[key], right?.[key]))
  )
}
