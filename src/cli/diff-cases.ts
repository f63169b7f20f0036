// Past cases in a report of a difference: how many come out otherwise, which, and how; sums that move, sums that are open.
// Promise: every case that changes stands in the report by its place, its own number where it has one; sums are in yuan.
import type { Text } from '../engine/text.js'
import { formatYuan } from '../money.js'
import type { Touched } from './past-cases.js'

/** One line that counts them and adds up. */
export function touchedLine(touched: Touched | undefined, lang: keyof Text): string[] {
  if (touched === undefined) return []
  const { cases, touched: count, unread, open, openSums, sums } = touched
  const zh = lang === 'zh'
  const yuan = (fen: number) => (zh ? `${signed(fen)} 元` : `${signed(fen)} yuan`)
  const moved = sums.filter(({ fen }, i) => i === 0 || fen !== 0)
  const each = moved.map(({ label, fen }) => `${label[lang]} ${yuan(fen)}`)
  const total =
    moved.length < 2
      ? []
      : [zh ? `店铺合计付出 ${yuan(paidIn(touched))}` : `the shop pays ${yuan(paidIn(touched))} in all`]
  const which = openSums.map((one) => `${one.label[lang]} ${one.cases}`).join(zh ? '、' : ', ')
  const left = [
    ...(open === 0 || moved.length === 0
      ? []
      : [
          zh
            ? `${open} 个有金额未定（${which}），未定的不计入`
            : `${open} with a sum that is open (${which}), which is not counted`,
        ]),
    ...(unread === 0 ? [] : [zh ? `${unread} 个读不出来` : `${unread} cannot be read`]),
  ]
  const said = zh ? `以往 ${cases} 个案件中，${count} 个结果改变` : `Of ${cases} past cases ${count} come out otherwise`
  return [`${[[said, ...each, ...total].join(zh ? '，' : ', '), ...left].join(zh ? '；' : '; ')}${zh ? '。' : '.'}`]
}

/** The cases that come out otherwise, each with the lines of its sheet that do. */
export function changedCases(touched: Touched | undefined, lang: keyof Text): string[] {
  const zh = lang === 'zh'
  const nothing = zh ? '（没有）' : '(nothing)'
  return (touched?.changed ?? []).map(({ file, row, id, lines }) => {
    const place = [row === undefined ? file : `${file}:${row}`, ...(id === undefined ? [] : [id])].join('  ')
    const said = lines.map(({ label, before, after }) => `${label} ${before || nothing} → ${after || nothing}`)
    const unseen = zh ? '处理单上不显示的回答改变' : 'answers that the sheet does not show'
    return `${place}${zh ? '：' : ': '}${said.length === 0 ? unseen : said.join(zh ? '；' : '; ')}`
  })
}

function signed(fen: number): string {
  return `${fen < 0 ? '-' : '+'}${formatYuan(Math.abs(fen))}`
}

/** Fen the shop pays more, what it is owed taken off. */
function paidIn({ sums }: Touched): number {
  return sums.reduce((all, { fen, isOwed }) => (isOwed === true ? all - fen : all + fen), 0)
}

/** As JSON: sums in yuan by their names, and what the shop pays more in all. */
export function touchedJson(touched: Touched) {
  const { cases, touched: count, unread, open, openSums, sums, changed, problems } = touched
  const yuan = sums.map(({ id, fen }) => [id, formatYuan(fen)] as const)
  const all =
    sums.length === 0 ? {} : { open, sums: { ...Object.fromEntries(yuan), total: formatYuan(paidIn(touched)) } }
  const openIn = sums.length === 0 ? {} : { openIn: Object.fromEntries(openSums.map((one) => [one.id, one.cases])) }
  return {
    cases,
    touched: count,
    ...all,
    ...openIn,
    changed,
    unread,
    unreadAt: [...new Set(problems.map(({ file }) => file))],
  }
}
