// A shop of two small rules in a folder of its own, and the command line run on it.
// Promise: each shop has its own folder, removed by `remove`; nothing of the package's own rules is in it.
import { workplace } from './command-line.js'

export interface OwnShop {
  readonly folder: string
  readonly write: (name: string, content: unknown) => void
  readonly run: (...words: readonly string[]) => {
    readonly code: number | null
    readonly out: string
    readonly err: string
  }
  readonly remove: () => void
}

const source = { document: 'own', clause: '1', summary: '自定' }
const header = { layer: 'shop', source, effective: { from: '2012-01-01' } }

/** Returns within seven days are accepted; wear does not matter to it. */
export const withinSeven = {
  id: 'shop/within-seven',
  title: '七天内退货：支持',
  ...header,
  conditions: {
    all: [
      { fact: 'requested', operator: 'equal', value: 'return-and-refund' },
      { fact: 'daysSinceSigning', operator: 'lessThanInclusive', value: 7 },
    ],
  },
  event: { type: 'settle', params: { verdict: 'accept' } },
}

/** The shop answers for defects. */
export const forDefects = {
  id: 'shop/for-defects',
  title: '质量问题：店铺责任',
  ...header,
  conditions: { all: [{ fact: 'reason', operator: 'equal', value: 'quality-defect' }] },
  event: { type: 'settle', params: { responsible: 'shop' } },
}

/** A case of the first rule, applied for on the given day of June after a signing on the first. */
export function onDay(day: number, requested: string, verdict: string): object {
  const at = `2026-06-${String(day).padStart(2, '0')} 10:00`
  return {
    名称: `${requested}，6 月 ${day} 日申请`,
    案情: { 申请: requested, 原因: '七天无理由', 签收时间: '2026-06-01 09:00', 申请时间: at, 判定时间: at },
    期望: { 结论: verdict },
  }
}

/** Opens a shop with both rules. */
export function ownShop(): OwnShop {
  const { folder, write, run, remove } = workplace()
  write('rules/aftersale.json', { extends: [] })
  write('rules/shop/within-seven.json', withinSeven)
  write('rules/shop/for-defects.json', forDefects)
  return { folder, write, run: (...words) => run(words), remove }
}
