// Reads a case: words of either language to what is known of each fact. Unwritten stays unknown.
// Promise: all problems at once, with place, what was found and the nearest accepted word; the input is never changed.
import { isCaseValue, parseCaseValue, shapeOf } from './fact-value.js'
import { type Issue, issue, MAX_ISSUES, notAmong, type Result, shown } from './issue.js'
import { type Known, knownFrom } from './known.js'
import type { Column, Model } from './model.js'
import { type Properties, plainProperties, UNREADABLE } from './plain.js'
import { type Agreed, readAgreed, writtenTwice } from './read-agreed.js'
import { isLine } from './text.js'
import { contains, greatest, least, points, type ValueSet, within, withoutNone } from './value-set.js'
import { noValue } from './wanted.js'

/** A case as read: what is known per column, texts by fact id, what was agreed. */
export interface Reading {
  readonly known: readonly Known[]
  /** Columns the case speaks of, though what it says leaves every value possible. */
  readonly undecided: readonly number[]
  readonly texts: Readonly<Record<string, string>>
  readonly recordsComplete: boolean
  readonly agreed: Agreed
  readonly agreedBy: string | undefined
}

const COMPLETE = ['recordsComplete', '记录完整']
const AGREED = ['agreed', '约定']
const ONE_OF = ['oneOf', '之一']
const AT_LEAST = ['atLeast', '至少']
const AT_MOST = ['atMost', '至多']

type Path = readonly (string | number)[]

/**
 * Reads one case of the model. Keys are fact ids or their Chinese labels; so are the values of enums.
 * @param properties of the case, where they were taken over already
 */
export function readCase(
  model: Model,
  input: unknown,
  properties: Properties | undefined = plainProperties(input),
): Result<Reading> {
  const issues: Issue[] = []
  if (properties === undefined) {
    const message = { zh: '案情应为可读的 JSON 对象', en: 'a case is a JSON object that can be read' }
    return { ok: false, issues: [issue('wrong-type', [], typeof input === 'object' ? undefined : input, message)] }
  }
  const { keys, values } = properties
  const known: Known[] = model.unknown.slice()
  const texts: Record<string, string> = {}
  let recordsComplete = false
  let agreed: Reading['agreed'] = []
  let agreedBy: string | undefined
  const undecided: number[] = []
  for (let i = 0; i < keys.length && issues.length < MAX_ISSUES; i += 1) {
    const key = keys[i] as string
    const value = values[i]
    if (value === undefined || key === '$schema') continue
    if (value === UNREADABLE) {
      issues.push(unreadable(key))
      continue
    }
    const column = model.factOf.get(key)
    if (column !== undefined) {
      if (known[column.index] !== undefined || undecided.includes(column.index)) {
        issues.push(writtenTwice([key], key, column.label.zh, column.id))
        continue
      }
      const point = pointOf(column, value)
      if (point !== undefined) known[column.index] = point
      else if (column.kind.kind === 'text') readText(column, value, key, texts, known, issues)
      else known[column.index] = readSpoken(column, value, [key], issues)
      if (known[column.index] === undefined) undecided.push(column.index)
    } else if (COMPLETE.includes(key)) {
      if (isTwice(keys, COMPLETE)) issues.push(writtenTwice([key], key))
      else if (value === true || value === '是') recordsComplete = true
      else if (value !== false && value !== '否') issues.push(wrongTruth(key, value))
    } else if (AGREED.includes(key)) {
      if (isTwice(keys, AGREED)) issues.push(writtenTwice([key], key))
      const read = readAgreed(model, value, key, issues)
      agreed = read.agreed
      agreedBy = read.by
    } else issues.push(unknownKey(model, key))
  }
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, value: { known, undecided, texts, recordsComplete, agreed, agreedBy } }
}

function isTwice(keys: readonly string[], words: readonly string[]): boolean {
  return keys.filter((key) => words.includes(key)).length > 1
}

function unreadable(key: string): Issue {
  return issue('not-accepted', [key], undefined, {
    zh: `「${shown(key)}」的值读不出来：嵌套过深、过大，或读取时出错`,
    en: `the value of "${shown(key)}" cannot be read: too deep, too large, or reading it fails`,
  })
}

function unknownKey(model: Model, key: string): Issue {
  const accepted = [...model.factOf.keys(), ...COMPLETE, ...AGREED]
  const ids = [...[...model.factOf.values()].map(({ id }) => id), 'recordsComplete', 'agreed']
  return notAmong('unknown-key', [key], key, accepted, { zh: '案情', en: 'fact' }, { ids })
}

function wrongTruth(key: string, value: unknown): Issue {
  return issue('wrong-type', [key], value, { zh: `「${key}」应为 true 或 false`, en: `"${key}" is true or false` })
}

function readText(
  column: Column,
  value: unknown,
  key: string,
  texts: Record<string, string>,
  known: Known[],
  issues: Issue[],
): void {
  const max = column.kind.kind === 'text' ? (column.kind.maxLength ?? 200) : 0
  if (!isLine(value, max)) {
    issues.push(badValue(column, value, [key]))
    return
  }
  const none = column.words.get(value)
  known[column.index] = none ?? 0
  if (none === undefined) texts[column.id] = value
}

/** The one value a fact has, where that is what is written. Every fact of every case passes here. */
function pointOf(column: Column, value: unknown): number | undefined {
  const { kind } = column
  if (kind.kind === 'enum') return typeof value === 'string' ? column.words.get(value) : undefined
  const direct = parseCaseValue(kind, value)
  if (direct !== undefined && contains(column.domain, direct)) return direct
  return typeof value === 'string' && kind.kind !== 'text' ? column.words.get(value) : undefined
}

function readSpoken(column: Column, value: unknown, path: Path, issues: Issue[]): Known {
  if (typeof value === 'object' && value !== null)
    return readSet(column, value as Readonly<Record<string, unknown>>, path, issues)
  issues.push(badValue(column, value, path))
  return undefined
}

function readPoint(column: Column, value: unknown, path: Path, issues: Issue[]): number | undefined {
  const point = pointOf(column, value)
  if (point === undefined) issues.push(badValue(column, value, path))
  return point
}

/** One of several values, or a range: what a person knows when it is not quite known. */
function readSet(column: Column, value: Readonly<Record<string, unknown>>, path: Path, issues: Issue[]): Known {
  const keys = Object.keys(value)
  const only = (words: readonly string[]) => keys.find((key) => words.includes(key))
  const list = only(ONE_OF)
  if (list !== undefined && keys.length === 1 && Array.isArray(value[list]) && (value[list] as unknown[]).length > 0) {
    const options = value[list] as unknown[]
    if (options.length <= 1000) {
      const read = options.map((one, i) => readPoint(column, one, [...path, list, i], issues))
      return read.every((one): one is number => one !== undefined) ? knownFrom(points(read), column.domain) : undefined
    }
  }
  const from = only(AT_LEAST)
  const to = only(AT_MOST)
  const bounds = [from, to].filter((key): key is string => key !== undefined)
  const ordered = column.kind.kind !== 'enum' && column.kind.kind !== 'boolean'
  if (!ordered || bounds.length === 0 || keys.length !== bounds.length || Array.isArray(value)) {
    issues.push(badValue(column, value, path))
    return undefined
  }
  const something = withoutNone(column.domain)
  const lo = from === undefined ? least(something) : readPoint(column, value[from], [...path, from], issues)
  const hi = to === undefined ? greatest(something) : readPoint(column, value[to], [...path, to], issues)
  if (lo === undefined || hi === undefined) return undefined
  const set: ValueSet = lo <= hi ? within(something, lo, hi) : []
  if (set.length > 0) return knownFrom(set, column.domain)
  issues.push(
    issue('out-of-range', path, value, {
      zh: `「${column.label.zh}」的范围是空的`,
      en: `the range of "${column.id}" is empty`,
    }),
  )
  return undefined
}

function badValue({ kind, label, id, words, none, domain }: Column, value: unknown, path: Path): Issue {
  const what = { zh: `「${label.zh}」的值`, en: `value of "${id}"` }
  if (kind.kind === 'enum' && typeof value === 'string') {
    const ids = [...Object.keys(kind.values), 'none']
    return notAmong('unknown-value', path, value, [...words.keys()], what, { ids })
  }
  const shape = shapeOf(kind)
  const wanted = none ? { zh: `${shape.zh}，或「无」`, en: `${shape.en}, or "none"` } : shape
  const code = parseCaseValue(kind, value) === undefined ? 'wrong-type' : 'out-of-range'
  return noValue(code, path, value, what, wanted, (plain) => isCaseValue(kind, domain, plain))
}
