// From the rows of a CSV file to cases: the headings name facts, each further row is a case.
// Promise: no column is passed over in silence; an empty cell is an unknown fact; nothing is guessed.
import { type Issue, issue, notAmong, shown } from '../engine/issue.js'
import type { Column, Model } from '../engine/model.js'
import type { Text } from '../engine/text.js'
import { expecting } from '../engine/wanted.js'
import { cellShape, cellValue, isCurtailed } from './csv-cell.js'
import type { CsvRow } from './csv-text.js'
import { wordThatIsNoFact } from './no-fact.js'
import { ownFactsHint } from './own-facts-hint.js'

interface CsvCase {
  readonly row: number
  /** What stands in the columns that number orders, each number once; empty where there is none. */
  readonly id: string
  readonly input: Readonly<Record<string, unknown>>
  /** What the case itself cannot say: cells beyond the headings, digits lost. */
  readonly issues: readonly Issue[]
}

export interface CsvCases {
  readonly cases: readonly CsvCase[]
  /** Headings that name nothing, each with the nearest that does. */
  readonly unknown: readonly Issue[]
  /** What is wrong with the headings in any event. */
  readonly issues: readonly Issue[]
}

/** Columns that number an order: echoed, never decided upon. A fact of the shop's own of that name goes before. */
export const ID_COLUMNS: readonly string[] = ['编号', '订单编号', '子订单编号', '订单号', 'id']
const RECORDS_COMPLETE = ['记录完整', 'recordsComplete']
const AGREED = ['约定', 'agreed']

type Meaning =
  | { readonly is: 'fact'; readonly heading: string; readonly column: Column }
  | { readonly is: 'complete'; readonly heading: string }
  | { readonly is: 'id' | 'nothing' }

/** Reads the rows; the first holds the headings. */
export function casesIn(model: Model, [headings, ...rows]: readonly CsvRow[]): CsvCases {
  if (headings === undefined || rows.length === 0)
    return { cases: [], unknown: [], issues: [issue('empty', [], undefined, EMPTY)] }
  const meanings = headings.cells.map((heading) => meaningOf(model, heading))
  const unknown = headings.cells.flatMap((heading, i) =>
    meanings[i]?.is === 'nothing' && isUsed(rows, i) ? [unknownHeading(model, heading, i)] : [],
  )
  const none = meanings.some(({ is }) => is === 'fact') ? [] : [issue('missing-key', [], undefined, noFact(model))]
  return { cases: rows.map((row) => caseOf(row, meanings)), unknown, issues: [...none, ...twiceIn(meanings)] }
}

const EMPTY: Text = {
  zh: '没有案件：第一行是列名，从第二行起每行一个案件',
  en: 'no cases: row 1 holds headings, each further row a case',
}

/** Whatever is left out, a case has to say something. */
function noFact({ factOf }: Model): Text {
  const some = [...new Set(factOf.values())].slice(0, 3)
  return {
    zh: `没有一列是案情；列名写事实，如 ${some.map(({ label }) => label.zh).join('、')}`,
    en: `no column is a fact of a case; headings name facts, as ${some.map(({ id }) => id).join(', ')}`,
  }
}

function meaningOf(model: Model, heading: string): Meaning {
  const column = model.factOf.get(heading)
  if (column !== undefined) return { is: 'fact', heading, column }
  if (RECORDS_COMPLETE.includes(heading)) return { is: 'complete', heading }
  return { is: ID_COLUMNS.includes(heading) ? 'id' : 'nothing' }
}

/** A spreadsheet leaves nameless, empty columns behind: those say nothing and are no mistake. */
function isUsed(rows: readonly CsvRow[], index: number): boolean {
  return rows.some(({ cells }) => (cells[index] ?? '') !== '')
}

function unknownHeading(model: Model, heading: string, index: number): Issue {
  if (heading === '')
    return issue('missing-key', [], undefined, {
      zh: `第 ${index + 1} 列有内容，却没有列名`,
      en: `column ${index + 1} has cells but no heading`,
    })
  const said = AGREED.includes(heading) ? NO_CELL : wordThatIsNoFact(model, heading)
  if (said !== undefined) {
    const { zh, en } = said
    const message = {
      zh: `${zh}；不用这一列时加 --ignore-columns`,
      en: `${en}; to leave the column out add --ignore-columns`,
    }
    return issue('unknown-key', [], heading, message)
  }
  const accepted = [...model.factOf.keys(), ...RECORDS_COMPLETE, ...ID_COLUMNS]
  const ids = [...[...model.factOf.values()].map((column) => column.id), 'recordsComplete', 'id']
  const unknown = notAmong('unknown-key', [], heading, accepted, { zh: '列名', en: 'heading' }, { ids })
  const { zh, en } = unknown.message
  const own = unknown.nearest === undefined ? ownFactsHint(model) : { zh: '', en: '' }
  const message = {
    zh: `${zh}；不用这一列时加 --ignore-columns${own.zh}`,
    en: `${en}; to leave it out add --ignore-columns${own.en}`,
  }
  return { ...unknown, message }
}

/** Questions with their answers, and who agreed: more than a cell holds. */
const NO_CELL: Text = {
  zh: '约定写不进一格；有约定的案件各写一个 JSON 文件',
  en: 'what was agreed does not fit a cell; write such a case as a JSON file',
}

function twiceIn(meanings: readonly Meaning[]): Issue[] {
  const seen = new Set<string>()
  return meanings.flatMap((meaning) => {
    if (meaning.is !== 'fact' && meaning.is !== 'complete') return []
    const key = meaning.is === 'fact' ? meaning.column.id : 'recordsComplete'
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const { heading } = meaning
    return [
      issue('duplicate-key', [], heading, {
        zh: `列「${heading}」写了两次`,
        en: `the column "${heading}" stands twice`,
      }),
    ]
  })
}

function caseOf({ row, cells }: CsvRow, meanings: readonly Meaning[]): CsvCase {
  const input: Record<string, unknown> = {}
  const issues: Issue[] = []
  const ids = new Set<string>()
  cells.forEach((cell, i) => {
    const meaning = meanings[i]
    if (cell === '') return
    if (meaning === undefined) issues.push(issue('not-accepted', [], cell, beyond(i)))
    else if (meaning.is === 'id') ids.add(cell)
    else if (meaning.is === 'complete') input[meaning.heading] = cellValue({ kind: 'boolean' }, cell)
    else if (meaning.is === 'fact') {
      const { heading, column } = meaning
      if (isCurtailed(column.kind, cell)) issues.push(issue('not-accepted', [heading], cell, CURTAILED))
      else input[heading] = column.words.has(cell) ? cell : cellValue(column.kind, cell)
    }
  })
  return { row, id: [...ids].join(' '), input, issues }
}

/** What is wrong with a case of a spreadsheet, in words of cells: nobody there writes quotes. */
export function aboutCell(model: Model, found: Issue): Issue {
  const [heading] = found.path
  const isValue = found.path.length === 1 && ['wrong-type', 'out-of-range'].includes(found.code)
  if (!isValue || typeof heading !== 'string') return found
  const column = model.factOf.get(heading)
  if (column === undefined && !RECORDS_COMPLETE.includes(heading)) return found
  const { zh, en } = expecting(cellShape(column?.kind ?? { kind: 'boolean' }))
  const none = column?.none === true ? { zh: '，或「无」', en: ', or "none"' } : { zh: '', en: '' }
  return {
    ...found,
    message: {
      zh: `「${shown(found.found)}」不可用；${zh}${none.zh}`,
      en: `"${shown(found.found)}" is not accepted; ${en}${none.en}`,
    },
  }
}

export function beyond(index: number): Text {
  return {
    zh: `第 ${index + 1} 列超出了列名的范围；内容里的逗号要连同整格放在双引号里`,
    en: `column ${index + 1} lies beyond the headings; a cell that holds a comma stands in double quotes`,
  }
}

export const CURTAILED: Text = {
  zh: '长数字被表格软件截短了；请把这一列设为「文本」后重新导出',
  en: 'the spreadsheet has cut the digits off; make the column "Text" and export it again',
}
