// From the bytes of a CSV file to rows of cells.
// Promise: UTF-8 (with or without byte order mark) and GBK are told apart, never guessed by halves; the row numbers are
// those a spreadsheet shows.
import { CsvError, parse } from 'csv-parse/sync'
import type { Text } from '../engine/text.js'
import { workbookIn } from './workbook.js'

export interface CsvRow {
  /** As the spreadsheet shows it: the headings are row 1. */
  readonly row: number
  readonly cells: readonly string[]
}

type ReadCsv = { readonly ok: true; readonly rows: readonly CsvRow[] } | { readonly ok: false; readonly message: Text }

/** Rows with anything in them, the headings first. */
export function readCsv(bytes: Uint8Array): ReadCsv {
  const workbook = workbookIn(bytes)
  if (workbook !== undefined) return { ok: false, message: workbook }
  const text = decoded(bytes)
  if (text === undefined) return { ok: false, message: UNREADABLE }
  try {
    // Shop exports write ="1234" without quoting it, and leave off empty cells at the end of a row.
    const records: string[][] = parse(text, { relax_quotes: true, relax_column_count: true })
    const rows = records.map((cells, i) => ({ row: i + 1, cells: cells.map(bare) }))
    const used = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
    const apart = otherSeparator(used[0]?.cells ?? [])
    return apart === undefined ? { ok: true, rows: used } : { ok: false, message: apart }
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, message: malformed(error) }
    throw error
  }
}

/** Chinese in GBK is never UTF-8 by accident for the length of a heading, so the strict reading goes first. */
function decoded(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next encoding, or none.
    }
  }
  return undefined
}

const UNREADABLE: Text = {
  zh: '编码既不是 UTF-8 也不是 GBK；请另存为「CSV UTF-8（逗号分隔）」',
  en: 'the encoding is neither UTF-8 nor GBK; save it as "CSV UTF-8 (comma delimited)"',
}

const OTHER_SEPARATORS: ReadonlyMap<string, Text> = new Map([
  ['\t', { zh: '制表符', en: 'a tab' }],
  [';', { zh: '分号「;」', en: 'a semicolon' }],
  ['；', { zh: '中文分号「；」', en: 'a Chinese semicolon "；"' }],
  ['，', { zh: '中文逗号「，」', en: 'a Chinese comma "，"' }],
])

/** Headings that are one cell to a reader of commas, with something else between the names. */
function otherSeparator(headings: readonly string[]): Text | undefined {
  const [heading = '', ...more] = headings.filter((cell) => cell !== '')
  const found = [...OTHER_SEPARATORS].find(([mark]) => heading.includes(mark))
  if (found === undefined || more.length > 0) return undefined
  const [, mark] = found
  return {
    zh: `列名之间是${mark.zh}；CSV 的格子要用英文逗号「,」隔开，请另存为「CSV UTF-8（逗号分隔）」`,
    en: `the headings are set apart by ${mark.en}; cells of a CSV file by a comma ",": save it as "CSV UTF-8 (comma delimited)"`,
  }
}

function malformed({ code, message, ...context }: CsvError): Text {
  // The quote swallows every line below it: what was read before tells where it stands.
  const row = ('records' in context && typeof context.records === 'number' ? context.records : 0) + 1
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return {
      zh: `第 ${row} 行起，一个双引号没有收尾；请补上或去掉`,
      en: `a double quote opened in row ${row} is never closed; close it or take it out`,
    }
  return { zh: `不是可读的 CSV：${message}`, en: `this is no readable CSV: ${message}` }
}

const AROUND = /^[\s\u3000\ufeff]+|[\s\u3000\ufeff]+$/g
const WRAPPED = /^="(.*)"$/s
const MARKED = /^'(?=[\d=+\-@＝＋－＠])/

/** The cell without what spreadsheets and shops put round long numbers to keep every digit: a tab, ' or ="…". */
function bare(cell: string): string {
  const trimmed = cell.replace(AROUND, '')
  const [, wrapped] = WRAPPED.exec(trimmed) ?? []
  return (wrapped ?? trimmed.replace(MARKED, '')).replace(AROUND, '')
}
