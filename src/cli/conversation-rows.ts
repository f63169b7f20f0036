// From the rows of a spreadsheet to conversations: a message a row, those of one conversation wherever they stand.
// Promise: no column is passed over in silence; each message keeps its row, so that a problem is told where it is.
import { type Issue, notAmong } from '../engine/issue.js'
import { serviceLevels } from '../models/service-levels/model.js'
import { abouts } from '../models/service-levels/terms.js'
import { cellValue } from './csv-cell.js'
import type { CsvRow } from './csv-text.js'
import { type Problem, problem, problemsOf } from './problem.js'

const { facts } = serviceLevels.declaration
const MOMENTS = ['resolvedAt', 'handedOverAt', 'handledAt', 'parcelArrivedAt', 'parcelPassedOnAt'] as const

/** Columns by id, each with its Chinese heading. */
const HEADINGS: ReadonlyMap<string, string> = new Map([
  ['conversation', '会话'],
  ['user', '买家'],
  ['about', facts.about.label.zh],
  ['from', '发言人'],
  ['at', '时间'],
  ...MOMENTS.map((id) => [id, facts[id].label.zh] as const),
])
const IDS: ReadonlyMap<string, string> = new Map(
  [...HEADINGS].flatMap(
    ([id, zh]) =>
      [
        [id, id],
        [zh, id],
      ] as const,
  ),
)
const WORDS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  about: new Map(Object.entries(abouts).map(([id, { zh }]) => [zh, id])),
  from: new Map([
    ['买家', 'buyer'],
    ['店铺', 'shop'],
    ['客服', 'shop'],
  ]),
}
const IN_TIME: readonly string[] = ['at', ...MOMENTS]

export interface RowConversations {
  readonly list: readonly Readonly<Record<string, unknown>>[]
  /** Row of a conversation, and of each of its messages. */
  readonly rows: readonly { readonly row: number; readonly messages: readonly number[] }[]
  readonly problems: readonly Problem[]
  /** Headings nobody knows. */
  readonly unknown: readonly Issue[]
}

interface Gathered {
  readonly row: number
  readonly fields: Map<string, string>
  readonly messages: { readonly row: number; readonly written: Readonly<Record<string, string>> }[]
}

/** Reads the rows; the first holds the headings. Rows of one conversation have the same 会话, or else the same buyer. */
export function conversationsIn(file: string, [headings, ...rows]: readonly CsvRow[]): RowConversations {
  const columns = (headings?.cells ?? []).map((heading) => IDS.get(heading))
  const found = new Map<string, Gathered>()
  const problems: Problem[] = rows.length > 0 ? [] : [problem(file, NO_ROWS)]
  for (const { row, cells } of rows) {
    const written = new Map(
      columns.flatMap((id, i) =>
        id === undefined || (cells[i] ?? '') === '' ? [] : [[id, cellText(id, cells[i] as string)]],
      ),
    )
    const talk = written.get('conversation')
    const key = talk === undefined ? `user ${written.get('user') ?? ''}` : `conversation ${talk}`
    const one: Gathered = found.get(key) ?? { row, fields: new Map(), messages: [] }
    found.set(key, one)
    for (const [id, value] of written) {
      if (id === 'conversation' || id === 'from' || id === 'at') continue
      const before = one.fields.get(id) ?? value
      if (before !== value) problems.push(problem(`${file}:${row}`, otherwise(before), HEADINGS.get(id)))
      one.fields.set(id, before)
    }
    const message = ['from', 'at'].filter((id) => written.has(id)).map((id) => [id, written.get(id) as string] as const)
    if (message.length > 0) one.messages.push({ row, written: Object.fromEntries(message) })
  }
  const all = [...found.values()]
  return {
    list: all.map(({ fields, messages }) => ({
      ...Object.fromEntries(fields),
      messages: messages.map(({ written }) => written),
    })),
    rows: all.map(({ row, messages }) => ({ row, messages: messages.map((one) => one.row) })),
    problems,
    unknown: (headings?.cells ?? []).flatMap((heading, i) =>
      columns[i] === undefined && rows.some(({ cells }) => (cells[i] ?? '') !== '') ? [unknownHeading(heading)] : [],
    ),
  }
}

/** What is wrong with conversations read from rows, at the row and under the heading it stands in. */
export function problemsInRows(file: string, { rows }: RowConversations, issues: readonly Issue[]): Problem[] {
  return issues.flatMap((found) => {
    const [index, ...path] = found.path
    const at = typeof index === 'number' ? rows[index] : undefined
    if (at === undefined) return problemsOf([found], file)
    const message = path[0] === 'messages' && typeof path[1] === 'number' ? at.messages[path[1]] : undefined
    const id = String(path.at(-1) ?? '')
    return [problem(`${file}:${message ?? at.row}`, found.message, HEADINGS.get(id) ?? id)]
  })
}

function cellText(id: string, cell: string): string {
  if (IN_TIME.includes(id)) return String(cellValue({ kind: 'instant' }, cell))
  return WORDS[id]?.get(cell) ?? cell
}

function unknownHeading(heading: string): Issue {
  const ids = [...HEADINGS.keys()]
  const unknown = notAmong('unknown-key', [], heading, [...IDS.keys()], { zh: '列名', en: 'heading' }, { ids })
  const { zh, en } = unknown.message
  const message = { zh: `${zh}；不用这一列时加 --ignore-columns`, en: `${en}; to leave it out add --ignore-columns` }
  return { ...unknown, message }
}

function otherwise(before: string) {
  return { zh: `同一会话前面写的是「${before}」`, en: `the same conversation has "${before}" further up` }
}

const NO_ROWS = {
  zh: '没有对话：第一行是列名，从第二行起每行一条消息',
  en: 'no conversations: row 1 holds headings, each further row a message',
}
