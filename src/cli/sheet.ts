// Lays a decision out as a sheet for the terminal: labels, texts and rules in columns.
// Promise: columns line up where Chinese characters take two cells; content and order are those of the report.

import type { Decision, Domain, Row, Section, WaitsFor } from '../domain/domain.js'
import { reportNotes, reportOf } from '../domain/report.js'
import type { Text } from '../engine/text.js'
import { sheetTitle } from './messages.js'
import { widthOf } from './wrapped.js'

const LONGEST_LABEL = 32
const LONGEST_TEXT = 30
const STACKED = ' '.repeat(6)

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** The sheet of a decision; `waitsFor` says what an open answer waits for. */
export function sheetOf(domain: Domain, decision: Decision, lang: keyof Text, waitsFor: WaitsFor = () => ''): string {
  const title = sheetTitle(domain.model.declaration.title)[lang]
  const sections = reportOf(domain, decision, lang, waitsFor).flatMap((section) => [
    '',
    section.title,
    ...rowsOf(section),
  ])
  return [title, '═'.repeat(widthOf(title)), ...sections.slice(1), '', ...reportNotes(decision, lang), ''].join('\n')
}

function rowsOf({ rows }: Section): string[] {
  const labels = Math.max(...rows.map(({ label }) => widthOf(label)))
  if (labels > LONGEST_LABEL) return rows.flatMap(stacked)
  const withRules = rows.filter(({ rules }) => rules.length > 0).map(({ text }) => widthOf(text))
  const texts = Math.min(LONGEST_TEXT, Math.max(0, ...withRules))
  return rows.flatMap((row) => inColumns(row, labels, texts))
}

/** Label, text and rules side by side; the rules of a long text go below it. */
function inColumns({ label, text, rules }: Row, labels: number, texts: number): string[] {
  const start = `  ${padded(label, labels)}  `
  if (rules.length === 0) return [start + text]
  const reasons = `← ${rules.join('；')}`
  return widthOf(text) <= texts
    ? [`${start}${padded(text, texts)}  ${reasons}`]
    : [start + text, ' '.repeat(labels + 4) + reasons]
}

/** For labels as long as a rule's title: each part on its own line. */
function stacked({ label, text, rules }: Row): string[] {
  return [`  ${label}`, STACKED + text, ...(rules.length === 0 ? [] : [`${STACKED}← ${rules.join('；')}`])]
}
