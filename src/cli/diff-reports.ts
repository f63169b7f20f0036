// A difference of rule sets as people read it: plain text, Markdown for a pull request, JSON.
// Promise: every change with its cases in words, its direction and a decided case; what was proved to stay is said.
import type { Text } from '../engine/text.js'
import type { Direction } from '../verify/answer-change.js'
import type { Changed, Difference } from '../verify/diff.js'
import { changedCases, touchedJson, touchedLine } from './diff-cases.js'
import type { Touched } from './past-cases.js'
import { wrapped, wrappedJson } from './wrapped.js'

export interface DiffReport {
  readonly before: string
  readonly after: string
  readonly difference: Difference
  readonly touched?: Touched
  readonly unexpected?: readonly Changed[]
}

const DIRECTIONS: Readonly<Record<Direction, Text>> = {
  better: { zh: '对买家更好', en: 'better for the buyer' },
  worse: { zh: '对买家更差', en: 'worse for the buyer' },
  // The two sides of the arrow say it.
  appears: { zh: '', en: '' },
  vanishes: { zh: '', en: '' },
  other: { zh: '', en: '' },
}

/** What `enforce` raises; under `advise` the same cases fall short, or fall short no more. */
const FLOORS: Text = { zh: '（按底线提高之后）', en: ' (raised to the floors)' }

function headOf(change: Changed, lang: keyof Text): string {
  const { question, before, after, direction, isPossible, hangsOnAmounts, underFloors } = change
  const raised = underFloors ? FLOORS[lang] : ''
  const turn = DIRECTIONS[direction][lang]
  const sums = hangsOnAmounts ? (lang === 'zh' ? '（视金额而定）' : ' (as the amounts have it)') : ''
  const may = isPossible ? (lang === 'zh' ? '（可能：没有构造出案情）' : ' (possible: no case was put together)') : ''
  return `${question.label[lang]}${lang === 'zh' ? '：' : ': '}${before[lang]} → ${after[lang]}${turn === '' ? '' : lang === 'zh' ? `，${turn}` : `, ${turn}`}${sums}${raised}${may}`
}

function restOf({ difference: { changes, same, unknown, since } }: DiffReport, lang: keyof Text): string[] {
  const zh = lang === 'zh'
  const names = unknown.map(({ label }) => label[lang]).join(zh ? '、' : ', ')
  const from = since === undefined ? '' : zh ? `自 ${since} 起，` : `from ${since} on, `
  const proved = zh
    ? `已证明：${from}${changes.length > 0 ? '此外 ' : ''}${same.length} 个问题在任何案情下都不变，按底线提高之后也不变。`
    : `Proved: ${from}${same.length} questions ${changes.length > 0 ? 'besides ' : ''}stay the same in every case, raised to the floors or not.`
  const raised = changes.some(({ underFloors }) => underFloors)
  return [
    ...(raised
      ? [
          zh
            ? '标「按底线提高之后」的，是回答提高到底线之后的改变，不论改的是规则还是底线：`floors: enforce` 下答案这样变，`advise` 下「低于强制规则」的提示跟着变。'
            : 'What is marked as raised to the floors is how the answer changes once it is raised, whether the rule changed or the floor: so it does under `floors: enforce`, and under `advise` what is said to fall short changes with it.',
        ]
      : []),
    proved,
    ...(names === ''
      ? []
      : [
          zh
            ? `预算用完，或底线由金额而定，不能断定：${names}。`
            : `The budget is used up, or amounts decide a floor, so nobody knows: ${names}.`,
        ]),
  ]
}

/** What lies outside of what was expected: a line that says so, and the changes. */
function unexpectedOf(
  { unexpected }: DiffReport,
  lang: keyof Text,
): { readonly said: readonly string[]; readonly heads: readonly string[] } {
  if (unexpected === undefined) return { said: [], heads: [] }
  const zh = lang === 'zh'
  if (unexpected.length === 0) return { said: [zh ? '都在预期之内。' : 'All as expected.'], heads: [] }
  const said = zh ? `✗ 预期之外 ${unexpected.length} 处：` : `✗ ${unexpected.length} not expected:`
  return { said: [said], heads: unexpected.map((one) => headOf(one, lang)) }
}

/** All changes at a glance, where there are several: each follows with its cases. */
function overview({ difference: { changes } }: DiffReport, lang: keyof Text): string[] {
  if (changes.length < 2) return []
  const heads = changes.flatMap((change) => wrapped('  ', headOf(change, lang)))
  return [lang === 'zh' ? `共 ${changes.length} 处改变：` : `${changes.length} changes:`, ...heads, '']
}

function boxLines({ inWords }: Changed, lang: keyof Text): string[] {
  const { boxes, more } = inWords()
  return [...boxes.map((box) => box[lang]), ...(more ? [lang === 'zh' ? '……还有' : '… and more'] : [])]
}

export function diffText(report: DiffReport, lang: keyof Text): string {
  const blocks = report.difference.changes.flatMap((change) => [
    ...wrapped('', headOf(change, lang)),
    ...boxLines(change, lang).flatMap((line) => wrapped('  · ', line)),
    ...(change.witness === undefined ? [] : wrappedJson(lang === 'zh' ? '  例 ' : '  case ', change.witness.case)),
    '',
  ])
  const { said, heads } = unexpectedOf(report, lang)
  const counted = touchedLine(report.touched, lang).flatMap((line) => wrapped('', line))
  // Where cases are counted the count stands above everything else as well, with the cases that change below it.
  const cases = changedCases(report.touched, lang).flatMap((line) => wrapped('  · ', line))
  const first = counted.length === 0 ? [] : [...counted, ...cases, '']
  return [
    ...first,
    ...overview(report, lang),
    ...blocks,
    ...restOf(report, lang).flatMap((line) => wrapped('', line)),
    ...counted,
    ...said.flatMap((line) => wrapped('', line)),
    ...heads.flatMap((head) => wrapped('  · ', head)),
    '',
  ].join('\n')
}

export function diffMarkdown(report: DiffReport, lang: keyof Text): string {
  const zh = lang === 'zh'
  const title = zh
    ? `### 规则改动：${report.before} → ${report.after}`
    : `### Rules: ${report.before} → ${report.after}`
  const blocks = report.difference.changes.flatMap((change) => [
    `- **${escaped(headOf(change, lang))}**`,
    ...boxLines(change, lang).map((line) => `  - ${escaped(line)}`),
    ...(change.witness === undefined
      ? []
      : [
          `  <details><summary>${zh ? '例' : 'case'}</summary>`,
          '',
          '  ```json',
          ...JSON.stringify(change.witness.case, null, 2)
            .split('\n')
            .map((line) => `  ${line}`),
          '  ```',
          '  </details>',
        ]),
  ])
  const { said, heads } = unexpectedOf(report, lang)
  const counted = touchedLine(report.touched, lang)
  const rest = [...restOf(report, lang), ...counted, ...said].join('\n\n')
  const listed = heads.length > 0 ? ['', ...heads.map((head) => `- ${escaped(head)}`)] : []
  const cases = changedCases(report.touched, lang).map((line) => `- ${escaped(line)}`)
  const first = [...counted, ...(cases.length > 0 ? ['', ...cases] : [])]
  return [
    title,
    '',
    ...first,
    ...(first.length > 0 ? [''] : []),
    ...blocks,
    ...(blocks.length > 0 ? [''] : []),
    rest,
    ...listed,
    '',
  ].join('\n')
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|]/g, '\\$&')
}

export function diffJson(report: DiffReport, lang: keyof Text): string {
  const { before, after, difference, touched, unexpected } = report
  const plain = (change: Changed) => {
    const { boxes, more } = change.inWords()
    return {
      question: change.question.id,
      before: change.before[lang],
      after: change.after[lang],
      direction: change.direction,
      possible: change.isPossible,
      hangsOnAmounts: change.hangsOnAmounts,
      underFloors: change.underFloors,
      region: change.mark,
      boxes: boxes.map((box) => box[lang]),
      more,
      case: change.witness?.case,
    }
  }
  return `${JSON.stringify(
    {
      before,
      after,
      since: difference.since,
      changes: difference.changes.map(plain),
      same: difference.same.map(({ id }) => id),
      unknown: difference.unknown.map(({ id }) => id),
      ...(touched === undefined ? {} : { cases: touchedJson(touched) }),
      ...(unexpected === undefined ? {} : { unexpected: unexpected.map(plain) }),
    },
    null,
    2,
  )}\n`
}
