// Writes CSV that a spreadsheet opens as it is.
// Promise: UTF-8 with byte order mark and CRLF, every cell quoted where it has to be; no cell is run as a formula, and no
// long number loses digits.

const BYTE_ORDER_MARK = '\ufeff'
const FORMULA = /^[=+\-@\t\r＝＋－＠]/
const LONG_NUMBER = /^\d{12,}$/

/** Rows of cells as one text. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')
}

function cellText(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : LONG_NUMBER.test(text) ? `\t${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
