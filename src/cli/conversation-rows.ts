// From the rows of a spreadsheet to conversations: a message a row, those of one conversation wherever they stand.
// Promise: no column, cell or row is passed over in silence; each message keeps its row, so that a problem is told where
// it is, in the words of the table.
import { type Issue, notAmong } from '../engine/issue.js'
import type { Text } from '../engine/text.js'
import { serviceLevels } from '../models/service-levels/model.js'
import { abouts } from '../models/service-levels/terms.js'
import { beyond, CURTAILED } from './csv-cases.js'
import { cellValue, isCurtailed } from './csv-cell.js'
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
const NEEDED = ['user', 'from', 'at']
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
  /** The same as the cells have it, for messages. */
  readonly words: Map<string, string>
  readonly messages: { readonly row: number; readonly written: Readonly<Record<string, string>> }[]
}

/** Reads the rows; the first holds the headings. Rows of one conversation have the same 会话, or else the same buyer. */
export function conversationsIn(file: string, [headings, ...rows]: readonly CsvRow[]): RowConversations {
  const names = headings?.cells ?? []
  const columns = names.map((heading) => IDS.get(heading))
  const unknown = names.flatMap((heading, i) =>
    columns[i] === undefined && rows.some(({ cells }) => (cells[i] ?? '') !== '') ? [unknownHeading(heading)] : [],
  )
  const unusable = rows.length === 0 ? [NO_ROWS] : wrongIn(columns)
  if (unusable.length > 0)
    return { list: [], rows: [], problems: unusable.map((message) => problem(file, message)), unknown }
  const found = new Map<string, Gathered>()
  const problems: Problem[] = []
  for (const { row, cells } of rows) {
    const at = `${file}:${row}`
    problems.push(...lostIn(cells, columns).map(([message, id]) => problem(at, message, HEADINGS.get(id))))
    const written = new Map(
      columns.flatMap((id, i) =>
        id === undefined || (cells[i] ?? '') === '' ? [] : [[id, cellText(id, cells[i] as string)]],
      ),
    )
    const [talk, user] = [written.get('conversation'), written.get('user')]
    if (talk === undefined && user === undefined) {
      problems.push(problem(at, NOBODYS))
      continue
    }
    const key = talk === undefined ? `user ${user}` : `conversation ${talk}`
    const one: Gathered = found.get(key) ?? { row, fields: new Map(), words: new Map(), messages: [] }
    found.set(key, one)
    columns.forEach((id, i) => {
      const value = id === undefined ? undefined : written.get(id)
      if (id === undefined || value === undefined || ['conversation', 'from', 'at'].includes(id)) return
      const before = one.fields.get(id)
      if (before === undefined) {
        one.fields.set(id, value)
        one.words.set(id, cells[i] as string)
      } else if (before !== value) problems.push(problem(at, otherwise(one.words.get(id) ?? before), HEADINGS.get(id)))
    })
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
    problems: [...problems, ...halfNumbered(file, found)],
    unknown,
  }
}

/** Headings there have to be, and those that stand twice. */
function wrongIn(columns: readonly (string | undefined)[]): Text[] {
  const absent = NEEDED.filter((id) => !columns.includes(id)).map((id) => said(id, '缺少列', 'there is no column'))
  const twice = [...HEADINGS.keys()].filter((id) => columns.indexOf(id) !== columns.lastIndexOf(id))
  return [...absent, ...twice.map((id) => said(id, '不止一列是', 'more than one column is'))]
}

function said(id: string, zh: string, en: string): Text {
  return { zh: `${zh}「${HEADINGS.get(id)}」`, en: `${en} "${id}"` }
}

/** Cells under no heading, and numbers a spreadsheet has cut: two buyers may be left with one number. */
function lostIn(cells: readonly string[], columns: readonly (string | undefined)[]): (readonly [Text, string])[] {
  return cells.flatMap((cell, i) => {
    if (cell === '') return []
    if (i >= columns.length) return [[beyond(i), ''] as const]
    const id = columns[i] ?? ''
    return ['conversation', 'user'].includes(id) && isCurtailed({ kind: 'text' }, cell)
      ? [[CURTAILED, id] as const]
      : []
  })
}

/** Rows without 会话 of a buyer who has it elsewhere: whether they belong there nobody can tell. */
function halfNumbered(file: string, found: ReadonlyMap<string, Gathered>): Problem[] {
  const isNumbered = (key: string) => key.startsWith('conversation ')
  const numbered = new Set([...found].flatMap(([key, { fields }]) => (isNumbered(key) ? [fields.get('user')] : [])))
  return [...found].flatMap(([key, { row, fields }]) =>
    !isNumbered(key) && numbered.has(fields.get('user')) ? [problem(`${file}:${row}`, HALF_NUMBERED, '会话')] : [],
  )
}

/** What is wrong with conversations read from rows, at the row and under the heading it stands in. */
export function problemsInRows(file: string, { rows }: RowConversations, issues: readonly Issue[]): Problem[] {
  return issues.flatMap((found) => {
    const [index, ...path] = found.path
    const at = typeof index === 'number' ? rows[index] : undefined
    if (at === undefined) return problemsOf([found], file)
    const message = path[0] === 'messages' && typeof path[1] === 'number' ? at.messages[path[1]] : undefined
    const id = String(path.at(-1) ?? '')
    return [problem(`${file}:${message ?? at.row}`, inCells(found, id), HEADINGS.get(id) ?? id)]
  })
}

/** The message in the words a table is written with. */
function inCells({ code, found, message }: Issue, id: string): Text {
  const heading = HEADINGS.get(id)
  if (heading === undefined) return message
  if (found === undefined && code === 'missing-key') return { zh: '没有写', en: 'nothing is written' }
  const words = WORDS[id]
  return words === undefined ? message : notAmong('unknown-value', [], found, [...words.keys()], VALUE).message
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

function otherwise(written: string): Text {
  return { zh: `同一会话前面写的是「${written}」`, en: `the same conversation has "${written}" further up` }
}

const VALUE: Text = { zh: '', en: 'value' }
const NOBODYS: Text = {
  zh: '会话和买家都没写，不知道这一行是谁的',
  en: 'neither 会话 nor 买家 is written: nobody knows whose row this is',
}
const HALF_NUMBERED: Text = {
  zh: '没有写，而同一买家的别的行写了；请都写上，或都不写',
  en: 'nothing is written, but on other rows of the same buyer; write it on all of them, or on none',
}
const NO_ROWS: Text = {
  zh: '没有对话：第一行是列名，从第二行起每行一条消息',
  en: 'no conversations: row 1 holds headings, each further row a message',
}
