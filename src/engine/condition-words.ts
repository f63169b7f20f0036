// Conditions of a document in words, in either language: an outline whose groups hold their parts.
// Promise: every fact, value, named condition, setting and parameter stands under its label; nothing is evaluated here.
import type { Condition, FactKind, Json } from './declaration.js'
import type { Column } from './model.js'
import type { Text } from './text.js'

/** One line of an outline, and what stands under it. */
export interface Line {
  readonly text: string
  readonly lines: readonly Line[]
}

/** How the names in a condition are said. */
export interface Naming {
  /** Facts and answers by id, as in `model.columnOf`. */
  readonly columnOf: ReadonlyMap<string, Column>
  /** A named condition. */
  readonly conditionTitle: (name: string) => string
  /** A setting or dated parameter that a fact is compared with. */
  readonly numberLabel: (name: string) => string
}

type Language = keyof Text

const GROUPS = {
  all: { zh: '全部满足', en: 'all of' },
  any: { zh: '任一满足', en: 'any of' },
  not: { zh: '不满足', en: 'not' },
} as const satisfies Readonly<Record<string, Text>>

const YES: Text = { zh: '是', en: 'yes' }
const NO: Text = { zh: '否', en: 'no' }

/** Operators of numbers, and of days and moments. */
const ORDERED: Readonly<Record<string, Text>> = {
  equal: { zh: '等于', en: 'is' },
  notEqual: { zh: '不等于', en: 'is not' },
  lessThan: { zh: '少于', en: 'is less than' },
  lessThanInclusive: { zh: '不超过', en: 'is at most' },
  greaterThan: { zh: '超过', en: 'is more than' },
  greaterThanInclusive: { zh: '不少于', en: 'is at least' },
}
const IN_TIME: Readonly<Record<string, Text>> = {
  ...ORDERED,
  lessThan: { zh: '早于', en: 'is before' },
  lessThanInclusive: { zh: '不晚于', en: 'is no later than' },
  greaterThan: { zh: '晚于', en: 'is after' },
  greaterThanInclusive: { zh: '不早于', en: 'is no earlier than' },
}

const DURATIONS: Readonly<Record<string, Text>> = {
  minute: { zh: '分钟', en: 'minutes' },
  hour: { zh: '小时', en: 'hours' },
  day: { zh: '天', en: 'days' },
}

/** A condition as an outline. A group of one part is that part. */
export function conditionLine(condition: Condition, naming: Naming, lang: Language): Line {
  if ('all' in condition) return group('all', condition.all, naming, lang)
  if ('any' in condition) return group('any', condition.any, naming, lang)
  if ('not' in condition) return { text: GROUPS.not[lang], lines: [conditionLine(condition.not, naming, lang)] }
  if ('condition' in condition) return { text: naming.conditionTitle(condition.condition), lines: [] }
  return { text: leafWords(condition, naming, lang), lines: [] }
}

function group(type: 'all' | 'any', parts: readonly Condition[], naming: Naming, lang: Language): Line {
  const lines = parts.map((part) => conditionLine(part, naming, lang))
  return lines.length === 1 ? (lines[0] as Line) : { text: GROUPS[type][lang], lines }
}

function leafWords(
  { fact, operator, value }: { readonly fact: string; readonly operator: string; readonly value: Json },
  { columnOf, numberLabel }: Naming,
  lang: Language,
): string {
  const column = columnOf.get(fact)
  if (column === undefined) return `${fact} ${operator} ${JSON.stringify(value)}`
  const label = column.label[lang]
  const { kind } = column
  if (isNamed(value)) {
    const name = numberLabel(value.fact)
    return lang === 'zh'
      ? `${label}${orderWords(kind, operator, lang)}「${name}」`
      : `${label} ${orderWords(kind, operator, lang)} ${name}`
  }
  if (value === 'none' && column.none) return presence(label, operator === 'notEqual', lang)
  const said = (one: Json) => valueWords(column, one, lang)
  if (Array.isArray(value) && operator === 'notIn' && isEveryAnswer(column, value)) return unanswered(label, lang)
  if (Array.isArray(value)) return listWords(label, operator === 'notIn', value.map(said), lang)
  if (typeof value === 'boolean' && !column.none) return yesOrNo(label, value === (operator === 'equal'), lang)
  if (kind.kind === 'enum' || kind.kind === 'boolean')
    return listWords(label, operator === 'notEqual', [said(value)], lang)
  return `${label}${lang === 'zh' ? '' : ' '}${orderWords(kind, operator, lang)} ${said(value)}`
}

function isNamed(value: Json): value is { readonly fact: string } {
  return typeof value === 'object' && value !== null && 'fact' in value && typeof value.fact === 'string'
}

function orderWords(kind: FactKind, operator: string, lang: Language): string {
  const words = kind.kind === 'date' || kind.kind === 'instant' ? IN_TIME : ORDERED
  return words[operator]?.[lang] ?? operator
}

function presence(label: string, there: boolean, lang: Language): string {
  if (lang === 'zh') return `${there ? '有' : '无'}${label}`
  return `${there ? 'there is a' : 'there is no'} ${label}`
}

function yesOrNo(label: string, yes: boolean, lang: Language): string {
  return lang === 'zh' ? `${label}：${(yes ? YES : NO).zh}` : `${label}: ${(yes ? YES : NO).en}`
}

/** No answer at all is left once every one is excluded. */
function isEveryAnswer({ source, options }: Column, values: readonly Json[]): boolean {
  return source === 'answer' && options.length > 0 && options.every(({ id }) => values.includes(id))
}

function unanswered(label: string, lang: Language): string {
  return lang === 'zh' ? `还没有${label}` : `${label} is not settled`
}

function listWords(label: string, negated: boolean, values: readonly string[], lang: Language): string {
  if (lang === 'zh') {
    const quoted = values.map((value) => `「${value}」`).join(negated ? '、' : '或')
    return `${label}${negated ? '不是' : '是'}${quoted}`
  }
  if (values.length === 1) return `${label} is ${negated ? 'not ' : ''}${values.join('')}`
  return `${label} is ${negated ? 'none' : 'one'} of ${values.join(', ')}`
}

/** A value of a fact with its label or unit: 天, 元. */
function valueWords({ kind, options }: Column, value: Json, lang: Language): string {
  if (value === 'none') return lang === 'zh' ? '无' : 'none'
  if (typeof value === 'boolean') return (value ? YES : NO)[lang]
  if (kind.kind === 'enum') return options.find(({ id }) => id === value)?.label[lang] ?? String(value)
  if (kind.kind === 'money') return `${String(value)} ${lang === 'zh' ? '元' : 'yuan'}`
  if (kind.kind === 'duration') return `${String(value)} ${DURATIONS[kind.unit]?.[lang] ?? kind.unit}`
  if (kind.kind === 'integer' && kind.unit !== undefined) return `${String(value)} ${kind.unit[lang]}`
  return String(value)
}
