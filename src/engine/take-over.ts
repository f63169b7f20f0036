// Takes over a document as frozen plain values, before anything judges it.
// Promise: each property is read once; depth and size are bounded, and keys that mean something to JavaScript are refused.
import { type Issue, issue } from './issue.js'

const MAX_DEPTH = 80
const MAX_NODES = 20_000
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

export interface Taken {
  /** A copy, so that whoever writes to the document later changes nothing; without the keys that are refused. */
  readonly value: unknown
  readonly refused: readonly Issue[]
  /** Set where the document goes deeper or further than anything a person writes; `value` is no use then. */
  readonly outOfBounds: Issue | undefined
}

export function takeOver(root: unknown): Taken {
  const refused: Issue[] = []
  const path: (string | number)[] = []
  let nodes = 0
  let outOfBounds: Issue | undefined
  const take = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || outOfBounds !== undefined) return value
    const depth = path.length
    nodes += Array.isArray(value) ? 1 + value.length : 1
    if (nodes > MAX_NODES)
      outOfBounds = issue('too-large', [], undefined, {
        zh: `文档超过 ${MAX_NODES} 个节点`,
        en: `more than ${MAX_NODES} nodes`,
      })
    else if (depth > MAX_DEPTH)
      outOfBounds = issue('too-deep', path.slice(0, 6), undefined, {
        zh: `嵌套超过 ${MAX_DEPTH} 层`,
        en: `more than ${MAX_DEPTH} levels deep`,
      })
    else {
      const copy = Array.isArray(value) ? takeList(value, depth) : takeObject(value, depth)
      path.length = depth
      return Object.freeze(copy)
    }
    return undefined
  }
  const takeList = (list: readonly unknown[], depth: number) => {
    const copy: unknown[] = []
    for (let i = 0; i < list.length; i += 1) {
      path[depth] = i
      copy.push(take(list[i]))
    }
    return copy
  }
  const takeObject = (value: object, depth: number) => {
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(value)) {
      path[depth] = key
      if (FORBIDDEN.has(key))
        refused.push(
          issue('unknown-key', [...path], key, { zh: `不接受键「${key}」`, en: `the key "${key}" is not accepted` }),
        )
      else copy[key] = take((value as Readonly<Record<string, unknown>>)[key])
    }
    return copy
  }
  return { value: take(root), refused, outOfBounds }
}
