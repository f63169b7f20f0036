// Workbooks of a spreadsheet program, given where a text file belongs.
// Promise: told by the bytes they begin with, whatever the file is called.
import type { Text } from '../engine/text.js'

/** How .xlsx (a zip archive, PK) and .xls files begin. */
const BEGINNINGS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const

/** What to say of bytes that are a workbook; nothing of others. */
export function workbookIn(bytes: Uint8Array): Text | undefined {
  return BEGINNINGS.some((beginning) => beginning.every((byte, i) => bytes[i] === byte)) ? IS_WORKBOOK : undefined
}

const IS_WORKBOOK: Text = {
  zh: '这是表格软件的工作簿（.xlsx、.xls）；请另存为「CSV UTF-8（逗号分隔）」，用那个 .csv 文件',
  en: 'this is a workbook (.xlsx, .xls); save it as "CSV UTF-8 (comma delimited)" and use that .csv file',
}
