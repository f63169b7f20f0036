// Reports of a test run: for people, as JUnit XML, as JSON.
// Promise: every failed case is shown with what was expected and what came out; the XML is well-formed whatever is in it.

import type { Difference } from '../domain/compare-expected.js'
import { type Conflict, conflictText } from '../domain/conflicts.js'
import type { Text } from '../engine/text.js'

interface CaseResult {
  readonly name: string
  readonly ok: boolean
  readonly differences: readonly Difference[]
  /** What could not be read, one problem a line. */
  readonly problems: string
  readonly conflicts?: readonly Conflict[]
  /** What else stands behind a difference, where that is known. */
  readonly reasons?: readonly Text[]
}

export interface FileReport {
  readonly file: string
  /** Rule or story. */
  readonly name: string
  readonly cases: readonly CaseResult[]
}

/** Failed cases only. */
export function textReport(reports: readonly FileReport[], lang: keyof Text): string {
  return reports
    .flatMap(({ file, name, cases }) => {
      const failed = cases.filter(({ ok }) => !ok)
      return failed.length === 0
        ? []
        : [
            `✗ ${name}${name === file ? '' : `  ${file}`}`,
            ...failed.flatMap((one) => [`  ${one.name}`, ...indented(reasonsOf(one, lang), '    ')]),
            '',
          ]
    })
    .map((line) => `${line}\n`)
    .join('')
}

function indented(text: string, by: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${by}${line}`)
}

/** What was expected against what came out, one pair for each place. */
function reasonsOf({ differences, problems, conflicts = [], reasons = [] }: CaseResult, lang: keyof Text): string {
  const [expected, got] = lang === 'zh' ? ['应为：', '实为：'] : ['expected: ', 'got:      ']
  const pairs = differences.map(
    (one) => `${one.place}\n  ${expected}${worded(one.expected, one, lang)}\n  ${got}${worded(one.got, one, lang)}`,
  )
  return [...pairs, ...conflicts.map((one) => conflictText(one)[lang]), ...reasons.map((one) => one[lang]), problems]
    .filter((part) => part !== '')
    .join('\n')
}

/** The first difference, or the first problem, on one line. */
function firstOf(one: CaseResult, lang: keyof Text): string {
  const lines = reasonsOf(one, lang).split('\n')
  return lines
    .slice(0, one.differences.length > 0 ? 3 : 1)
    .map((line) => line.trim())
    .join(' ')
}

function worded(value: unknown, about: Difference, lang: keyof Text): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return nothing(about)[lang]
  if (Array.isArray(value)) return value.map((one) => worded(one, about, lang)).join('、')
  return value === undefined ? '—' : JSON.stringify(value)
}

/** What an empty list, or an object without members, says at its place. */
function nothing({ place }: Difference): Text {
  if (place.split('.').includes('依据')) return { zh: '没有规则', en: 'no rule' }
  return place.endsWith('.期限') ? { zh: '没有期限', en: 'no deadline' } : { zh: '没有', en: 'none' }
}

export function jsonReport(reports: readonly FileReport[]): string {
  const cases = reports.flatMap((report) => report.cases)
  const failed = cases.filter(({ ok }) => !ok).length
  return `${JSON.stringify({ passed: cases.length - failed, failed, files: reports }, null, 2)}\n`
}

export function junitReport(reports: readonly FileReport[], lang: keyof Text): string {
  const all = reports.flatMap(({ cases }) => cases)
  const suites = reports.flatMap(({ file, name, cases }) => [
    `  <testsuite name="${escaped(file)}" ${counts(cases)}>`,
    ...cases.flatMap((one) => {
      const open = `    <testcase classname="${escaped(name)}" name="${escaped(one.name)}"`
      return one.ok
        ? [`${open}/>`]
        : [
            `${open}>`,
            `      <failure message="${escaped(firstOf(one, lang))}">${escaped(reasonsOf(one, lang))}</failure>`,
            '    </testcase>',
          ]
    }),
    '  </testsuite>',
  ])
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites ${counts(all)}>`, ...suites, '</testsuites>', ''].join(
    '\n',
  )
}

function counts(cases: readonly CaseResult[]): string {
  return `tests="${cases.length}" failures="${cases.filter(({ ok }) => !ok).length}"`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML may hold it: entities for the marks, nothing for characters XML has no place for. */
function escaped(text: string): string {
  const allowed = [...text].filter(
    (char) => !/[\p{Cs}\ufffe\uffff]/u.test(char) && (!/\p{Cc}/u.test(char) || '\t\n\r'.includes(char)),
  )
  return allowed.join('').replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark)
}
