// A cell of a spreadsheet as the value a case writes.
// Promise: only spellings that can mean one thing are put right; everything else goes on as it stands and is refused
// by the reader of cases, with the place and what to write.
import type { FactKind } from '../engine/declaration.js'
import { domainOf, shapeOf } from '../engine/fact-value.js'
import type { Text } from '../engine/text.js'
import { greatest } from '../engine/value-set.js'

const AMOUNT = /^[￥¥]?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/
const COUNT = /^(?:\d{1,3}(?:,\d{3})+|\d{1,9})$/
const RATE = /^\d(?:\.\d{1,4})?$/
const DAY = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?: 0?0:00(?::00)?)?$/
const MOMENT = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})[ T]+(\d{1,2}):(\d{2})(:\d{2})?$/
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['true', true],
  ['否', false],
  ['false', false],
])

/** What Excel makes of a long number, all digits but six lost. */
const CURTAILED = /^\d(?:\.\d+)?E\+\d+$/i

/** A text whose digits a spreadsheet has thrown away. */
export function isCurtailed(kind: FactKind, cell: string): boolean {
  return kind.kind === 'text' && CURTAILED.test(cell)
}

/** The value of a cell that is not empty. */
export function cellValue(kind: FactKind, cell: string): string | number | boolean {
  switch (kind.kind) {
    case 'boolean':
      return TRUTHS.get(cell.toLowerCase()) ?? cell
    case 'money': {
      const [, yuan, fen = ''] = AMOUNT.exec(cell) ?? []
      return yuan === undefined ? cell : `${yuan.replaceAll(',', '')}${fen}`
    }
    case 'integer':
    case 'duration':
      return COUNT.test(cell) ? Number(cell.replaceAll(',', '')) : cell
    case 'rate':
      return RATE.test(cell) ? Number(cell) : cell
    case 'date': {
      const [, ...parts] = DAY.exec(cell) ?? []
      return parts.length === 0 ? cell : dayOf(parts)
    }
    case 'instant': {
      const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = MOMENT.exec(cell) ?? []
      return year === '' ? cell : `${dayOf([year, month, day])} ${hour.padStart(2, '0')}:${minute}${second}`
    }
    case 'enum':
    case 'text':
      return cell
  }
}

/** What a cell of this kind holds, in words of a spreadsheet: nothing about quotes or JSON. */
export function cellShape(kind: FactKind): Text {
  switch (kind.kind) {
    case 'boolean':
      return { zh: '是 或 否', en: '是 or 否 (true or false)' }
    case 'money': {
      const most = greatest(domainOf(kind, false)) / 100
      return {
        zh: `0 到 ${most} 元、最多两位小数的金额，如 88.00`,
        en: `an amount of 0 to ${most} yuan with at most 2 decimals, as 88.00`,
      }
    }
    case 'date':
      return { zh: '日期，如 2026-06-28', en: 'a day, as 2026-06-28' }
    case 'instant':
      return { zh: '北京时间，如 2026-06-28 18:00', en: 'a Beijing time, as 2026-06-28 18:00' }
    default:
      return shapeOf(kind)
  }
}

function dayOf(parts: readonly string[]): string {
  return parts.map((part) => part.padStart(2, '0')).join('-')
}
