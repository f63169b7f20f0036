// Conditions in words, as people who keep the rules call them.
// Promise: every id has its declared label; what has none (a shop's own words) stands as it is written.
import type { Condition, Json } from '../engine/declaration.js'
import type { Model } from '../engine/model.js'
import type { Text } from '../engine/text.js'

export type Document = Readonly<Record<string, unknown>>

type Leaf = Extract<Condition, { fact: string }>

export interface Words {
  readonly condition: (condition: Condition) => Text
  /** A value of a fact, as documents write it. */
  readonly value: (fact: string, value: Json) => Text
  /** Title of a rule, named condition or parameter by its id. */
  readonly title: (id: string) => string
}

const BY_SIZE: Readonly<Record<string, Text>> = {
  equal: { zh: '等于', en: 'is' },
  notEqual: { zh: '不等于', en: 'is not' },
  lessThan: { zh: '小于', en: 'is less than' },
  lessThanInclusive: { zh: '不超过', en: 'is at most' },
  greaterThan: { zh: '超过', en: 'is more than' },
  greaterThanInclusive: { zh: '不少于', en: 'is at least' },
}
const BY_TIME: Readonly<Record<string, Text>> = {
  ...BY_SIZE,
  lessThan: { zh: '早于', en: 'is before' },
  lessThanInclusive: { zh: '不晚于', en: 'is no later than' },
  greaterThan: { zh: '晚于', en: 'is after' },
  greaterThanInclusive: { zh: '不早于', en: 'is no earlier than' },
}
const BY_WORD: Readonly<Record<string, Text>> = {
  equal: { zh: '为', en: 'is' },
  notEqual: { zh: '不为', en: 'is not' },
  in: { zh: '为', en: 'is one of' },
  notIn: { zh: '不为', en: 'is none of' },
}

const NONE: Text = { zh: '无', en: 'none' }
export const YES: Text = { zh: '是', en: 'yes' }
export const NO: Text = { zh: '否', en: 'no' }

/** Words for the conditions and answers of these documents. */
export function wordsOf(model: Model, documents: readonly Document[]): Words {
  const titles = new Map(documents.map(({ id, title }) => [String(id), String(title ?? id)]))
  const named = new Map([...titles].map(([id, title]) => [id.slice(id.lastIndexOf('/') + 1), title]))
  const { settings = {} } = model.declaration

  function leaf({ fact, operator, value }: Leaf): Text {
    const column = model.columnOf.get(fact)
    const kind = column?.kind.kind
    const said = (one: Json) => factValue(fact, one)
    const label = column?.label ?? same(fact)
    const table =
      kind === 'date' || kind === 'instant' ? BY_TIME : kind === 'enum' || kind === 'boolean' ? BY_WORD : BY_SIZE
    if (Array.isArray(value)) {
      const list = value.map(said)
      const how = BY_WORD[operator] ?? same(operator)
      return {
        zh: `${label.zh}${how.zh}${list.map(({ zh }) => zh).join('、')}${list.length > 1 ? '之一' : ''}`,
        en: `${label.en} ${how.en} ${list.map(({ en }) => en).join(', ')}`,
      }
    }
    const how = (value === 'none' ? BY_WORD : table)[operator] ?? same(operator)
    const to = said(value)
    return { zh: `${label.zh}${how.zh}${gap(how.zh, to.zh)}${to.zh}`, en: `${label.en} ${how.en} ${to.en}` }
  }

  function factValue(fact: string, value: Json): Text {
    const kind = model.columnOf.get(fact)?.kind
    if (typeof value === 'object' && value !== null && 'fact' in value) {
      const name = String((value as { readonly fact: Json }).fact)
      const title = settings[name]?.label ?? same(named.get(name) ?? name)
      return { zh: `「${title.zh}」`, en: `"${title.en}"` }
    }
    if (value === 'none') return NONE
    if (typeof value === 'boolean') return value ? YES : NO
    if (kind?.kind === 'enum') return kind.values[String(value)] ?? same(String(value))
    if (kind?.kind === 'money') return { zh: `${String(value)} 元`, en: `${String(value)} yuan` }
    const unit = kind?.kind === 'integer' ? kind.unit : kind?.kind === 'duration' ? UNITS[kind.unit] : undefined
    return unit === undefined
      ? same(String(value))
      : { zh: `${String(value)} ${unit.zh}`, en: `${String(value)} ${unit.en}` }
  }

  function condition(one: Condition): Text {
    if ('condition' in one) {
      const title = named.get(one.condition) ?? one.condition
      return { zh: `「${title}」成立`, en: `"${title}" holds` }
    }
    if ('not' in one) {
      const inner = condition(one.not)
      return { zh: `并非（${inner.zh}）`, en: `not (${inner.en})` }
    }
    if ('fact' in one) return leaf(one)
    const [parts, zh, en] = 'all' in one ? [one.all, '且', 'and'] : [one.any, '或', 'or']
    const said = parts.map(condition)
    return { zh: said.map((part) => part.zh).join(` ${zh} `), en: said.map((part) => part.en).join(` ${en} `) }
  }

  return { condition, value: factValue, title: (id) => titles.get(id) ?? id }
}

const UNITS: Readonly<Record<'minute' | 'hour' | 'day', Text>> = {
  minute: { zh: '分钟', en: 'minutes' },
  hour: { zh: '小时', en: 'hours' },
  day: { zh: '天', en: 'days' },
}

/** What has no words stands as it is written. */
export function same(text: string): Text {
  return { zh: text, en: text }
}

/** A space between Chinese and what begins with a digit or a letter. */
function gap(before: string, after: string): string {
  return /[\p{Script=Han}]$/u.test(before) && /^[\dA-Za-z-]/.test(after) ? ' ' : ''
}
