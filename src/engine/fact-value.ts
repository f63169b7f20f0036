// JSON values of facts to integers and back, per kind. Promise: exact, strict, no coercion; money is fen,
// a rate is ten-thousandths, a day is a Beijing day number, an instant is milliseconds.
import { formatDay, formatInstant, parseDay, parseInstant } from '../calendar.js'
import type { FactKind } from './declaration.js'
import { contains, greatest, interval, NONE, type ValueSet } from './value-set.js'

const DEFAULT_MONEY_MAX = 1_000_000
const FIRST_INSTANT = 0
const LAST_INSTANT = 7_258_089_600_000 // 2200-01-01 00:00 Beijing
const LAST_DAY = 84_005 // 2199-12-31

const ZERO = 48
const POINT = 46

/**
 * Digits before and after the point, read as one integer: exact, because no float arithmetic happens. At most ten digits
 * and `decimals` decimals; no sign, blank, separator, exponent or leading zero. Every amount of a case passes here.
 */
function scaled(text: string, decimals: number): number | undefined {
  let value = 0
  let after = -1
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === POINT && after < 0 && i > 0) {
      after = 0
      continue
    }
    const digit = code - ZERO
    if (digit < 0 || digit > 9 || after >= decimals || (after < 0 && ((i > 0 && value === 0) || i >= 10)))
      return undefined
    value = value * 10 + digit
    if (after >= 0) after += 1
  }
  if (text.length === 0 || after === 0) return undefined
  for (let missing = after < 0 ? decimals : decimals - after; missing > 0; missing -= 1) value *= 10
  return value
}

/** Every value of the kind, with the point NONE where the fact may have none. */
export function domainOf(kind: FactKind, none: boolean): ValueSet {
  const values = ((): ValueSet => {
    switch (kind.kind) {
      case 'enum':
        return interval(0, Object.keys(kind.values).length - 1)
      case 'boolean':
        return [0, 1]
      case 'integer':
        return [kind.min, kind.max]
      case 'money':
        return [0, (kind.max ?? DEFAULT_MONEY_MAX) * 100]
      case 'rate':
        return [0, 10_000]
      case 'date':
        return [0, LAST_DAY]
      case 'instant':
        return [FIRST_INSTANT, LAST_INSTANT - 1]
      case 'duration':
        return [0, kind.max]
      case 'text':
        return [0, 0]
    }
  })()
  return none ? [NONE, NONE, ...values] : values
}

/** Ids of the words a value may be, for kinds that have a closed list. */
export function wordsOf(kind: FactKind): readonly string[] {
  if (kind.kind === 'enum') return Object.keys(kind.values)
  if (kind.kind === 'boolean') return ['true', 'false']
  return []
}

/** A value as cases write it; `undefined` when it is not one. Bounds are the caller's to check against the domain. */
export function parseCaseValue(kind: FactKind, value: unknown): number | undefined {
  if (kind.kind === 'money') return typeof value === 'string' ? scaled(value, 2) : undefined
  return parseLiteral(kind, value)
}

/** Whether it is a value as cases write it, within these. */
export function isCaseValue(kind: FactKind, domain: ValueSet, value: unknown): boolean {
  const number = parseCaseValue(kind, value)
  return number !== undefined && contains(domain, number)
}

/** A value as conditions, settings and parameters write it: like a case's, but money and rates are JSON numbers. */
export function parseLiteral(kind: FactKind, value: unknown): number | undefined {
  if (Object.is(value, -0)) return undefined
  switch (kind.kind) {
    case 'enum': {
      const index = typeof value === 'string' ? Object.keys(kind.values).indexOf(value) : -1
      return index < 0 ? undefined : index
    }
    case 'boolean':
      return typeof value === 'boolean' ? Number(value) : undefined
    case 'integer':
    case 'duration':
      return Number.isSafeInteger(value) ? (value as number) : undefined
    case 'money':
      return typeof value === 'number' ? scaled(String(value), 2) : undefined
    case 'rate':
      return typeof value === 'number' ? scaled(String(value), 4) : undefined
    case 'date':
      return typeof value === 'string' ? parseDay(value) : undefined
    case 'instant':
      return typeof value === 'string' ? parseInstant(value) : undefined
    case 'text':
      return undefined
  }
}

function decimal(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** The value as a case writes it. */
export function formatCaseValue(kind: FactKind, value: number): string | number | boolean {
  if (value === NONE) return 'none'
  switch (kind.kind) {
    case 'enum':
      return Object.keys(kind.values)[value] as string
    case 'boolean':
      return value === 1
    case 'integer':
    case 'duration':
      return value
    case 'money':
      return decimal(value, 2)
    case 'rate':
      return decimal(value, 4)
    case 'date':
      return formatDay(value)
    case 'instant':
      return formatInstant(value)
    // No rule compares texts: to state one, any will do.
    case 'text':
      return 'text'
  }
}

/** The value as a condition writes it: money and rates as the nearest JSON number, which reads back exactly. */
export function formatLiteral(kind: FactKind, value: number): string | number | boolean {
  const written = formatCaseValue(kind, value)
  return (kind.kind === 'money' || kind.kind === 'rate') && value !== NONE ? Number(written) : written
}

/** What a value of this kind looks like, for messages. */
export function shapeOf(kind: FactKind): { zh: string; en: string } {
  switch (kind.kind) {
    case 'enum':
      return {
        zh: Object.entries(kind.values)
          .map(([id, { zh }]) => `${id}（${zh}）`)
          .join('、'),
        en: Object.keys(kind.values).join(', '),
      }
    case 'boolean':
      return { zh: 'true 或 false（是 / 否）', en: 'true or false' }
    case 'integer':
    case 'duration': {
      const [least, most] = domainOf(kind, false)
      return { zh: `${least} 到 ${most} 的整数`, en: `an integer from ${least} to ${most}` }
    }
    case 'money': {
      const most = greatest(domainOf(kind, false)) / 100
      return {
        zh: `0 到 ${most} 元、最多两位小数的字符串，如 "88.00"`,
        en: `a string of 0 to ${most} yuan with at most 2 decimals, as "88.00"`,
      }
    }
    case 'rate':
      return { zh: '0 到 1 之间、最多四位小数的数', en: 'a number from 0 to 1 with at most 4 decimals' }
    case 'date':
      return { zh: '日期，如 "2026-06-28"', en: 'a day, as "2026-06-28"' }
    case 'instant':
      return { zh: '北京时间，如 "2026-06-28 18:00"', en: 'a Beijing time, as "2026-06-28 18:00"' }
    case 'text':
      return {
        zh: `文字，不超过 ${kind.maxLength ?? 200} 字，不换行`,
        en: `text of at most ${kind.maxLength ?? 200} characters on one line`,
      }
  }
}
