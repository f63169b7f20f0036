// What values a fixture may expect of each word.
// Promise: a value no decision can ever say is an issue, not a difference; what a decision can say always passes.
import type { QuestionDeclaration } from '../engine/declaration.js'
import { parseCaseValue } from '../engine/fact-value.js'
import { type Issue, issue, notAmong } from '../engine/issue.js'
import type { Text } from '../engine/text.js'
import type { Deciding } from './domain.js'
import { checkWords, OUTCOMES, questionCalled, UNSETTLED } from './expectation.js'

type Path = readonly (string | number)[]

const SHAPES = {
  yuan: { zh: '应为金额，如 "80.00"', en: 'is an amount such as "80.00"' },
  amount: {
    zh: '应为金额（如 "80.00"）、{"至少": "0.00", "至多": "80.00"} 或「不产生」',
    en: 'is an amount such as "80.00", {"至少": "0.00", "至多": "80.00"} or 不产生',
  },
  list: { zh: '应为词的列表', en: 'is a list of words' },
  text: { zh: '应为文字', en: 'is a text' },
  moment: { zh: '应为时间（如 "2026-07-01 00:00"）或「不限」', en: 'is a time such as "2026-07-01 00:00", or 不限' },
  days: {
    zh: '应为 {"打款期限": "2026-07-01"} 这样的日期，或「未定」',
    en: 'is days such as {"打款期限": "2026-07-01"}, or 未定',
  },
} as const satisfies Readonly<Record<string, Text>>

/** Words that are no expectation, and values no decision can say of their word. */
export function checkExpectations(domain: Deciding, expected: Readonly<Record<string, unknown>>, path: Path): Issue[] {
  const values = Object.entries(expected).flatMap(([word, value]) => checkValue(domain, word, value, [...path, word]))
  return [...checkWords(domain, expected, path), ...values]
}

function checkValue(domain: Deciding, word: string, value: unknown, path: Path): Issue[] {
  const must = (holds: boolean, shape: keyof typeof SHAPES) => (holds ? [] : [misshapen(word, value, path, shape)])
  const own = domain.expected[word]
  if (own !== undefined) {
    if (own.shape === 'text') return must(typeof value === 'string', 'text')
    if (own.shape === 'list') return must(isTexts(value), 'list')
    if (own.shape === 'amount') return must(value === '不产生' || isYuan(value) || isBounds(value), 'amount')
    return among(word, value, path, own.shape.among)
  }
  const question = questionCalled(domain, word)
  if (question !== undefined)
    return checkAnswer(word, value, path, question.declaration, question.id === domain.deadlines)
  switch (word) {
    case '结果':
      return among(word, value, path, Object.values(OUTCOMES))
    case '有效至':
      return must(value === '不限' || parseCaseValue({ kind: 'instant' }, value) !== undefined, 'moment')
    case '底线提示':
      return eachAmong(
        word,
        value,
        path,
        domain.model.questions.map(({ label }) => label.zh),
      )
    // Facts may be the shop's own, so their labels are not listed here.
    case '需补充':
    case '前提':
      return must(isTexts(value), 'list')
    default:
      return []
  }
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function checkAnswer(
  word: string,
  value: unknown,
  path: Path,
  question: QuestionDeclaration,
  isDated: boolean,
): Issue[] {
  if (question.kind === 'choice')
    return among(word, value, path, [...Object.values(question.values).map(({ zh }) => zh), ...UNSETTLED])
  if ('members' in question) {
    const labels = Object.values(question.members).map(({ label }) => label.zh)
    if (isDated) return checkDays(word, value, path, labels)
    const open = labels.flatMap((label) => UNSETTLED.map((status) => `${label}（${status}）`))
    return value === '不产生' ? [] : eachAmong(word, value, path, [...labels, ...open])
  }
  if ((UNSETTLED as readonly unknown[]).includes(value)) return []
  if (question.kind === 'money') return isYuan(value) ? [] : [misshapen(word, value, path, 'yuan')]
  const options = question.options ?? []
  const fits = options.length > 0 ? options.includes(value as number) : Number.isSafeInteger(value)
  return fits ? [] : among(word, String(value), path, [...options.map((option) => `${option}`), ...UNSETTLED])
}

function checkDays(word: string, value: unknown, path: Path, labels: readonly string[]): Issue[] {
  if (!isRecord(value)) return [misshapen(word, value, path, 'days')]
  return Object.entries(value).flatMap(([label, day]) => {
    const isDay =
      day === '未定' ||
      parseCaseValue({ kind: 'date' }, day) !== undefined ||
      parseCaseValue({ kind: 'instant' }, day) !== undefined
    return [...among(word, label, [...path, label], labels), ...(isDay ? [] : [misshapen(word, day, path, 'days')])]
  })
}

function among(word: string, value: unknown, path: Path, accepted: readonly string[]): Issue[] {
  if (typeof value === 'string' && accepted.includes(value)) return []
  const what = { zh: `「${word}」的期望`, en: `what is expected of ${word}:` }
  return [notAmong('unknown-value', path, value, accepted, what)]
}

function eachAmong(word: string, value: unknown, path: Path, accepted: readonly string[]): Issue[] {
  if (!Array.isArray(value)) return [misshapen(word, value, path, 'list')]
  return value.flatMap((one, i) => among(word, one, [...path, i], accepted))
}

function misshapen(word: string, value: unknown, path: Path, shape: keyof typeof SHAPES): Issue {
  const { zh, en } = SHAPES[shape]
  return issue('unknown-value', path, value, { zh: `「${word}」的期望${zh}`, en: `what is expected of ${word} ${en}` })
}

function isYuan(value: unknown): boolean {
  return parseCaseValue({ kind: 'money' }, value) !== undefined
}

function isBounds(value: unknown): boolean {
  if (!isRecord(value)) return false
  const ends = Object.entries(value)
  return ends.length > 0 && ends.every(([end, yuan]) => (end === '至少' || end === '至多') && isYuan(yuan))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
