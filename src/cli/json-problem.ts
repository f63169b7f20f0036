// Finds the first place where a text is no JSON, or where an object names a key twice.
// Promise: one pass, no recursion, so that nesting of any depth is read; the hint says what to write instead, and a
// missing comma is pointed at where it belongs, at the end of the line that lacks it.
import type { Text } from '../engine/text.js'
import { hintFor, openText } from './json-hint.js'

export interface JsonProblem {
  /** From 1. */
  readonly line: number
  /** Characters from 1. */
  readonly column: number
  readonly message: Text
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing'

const ASKED: Readonly<Record<Expected, Text>> = {
  value: { zh: '这里应是一个值', en: 'a value is expected here' },
  'value or ]': { zh: '这里应是一个值或 ]', en: 'a value or ] is expected here' },
  key: { zh: '这里应是带英文双引号的键', en: 'a key in double quotes is expected here' },
  'key or }': { zh: '这里应是带英文双引号的键或 }', en: 'a key in double quotes or } is expected here' },
  ':': { zh: '键后面应是英文冒号 :', en: 'a colon is expected after the key' },
  ', or end': { zh: '这里应是英文逗号，或对象、列表的结尾', en: 'a comma or the closing bracket is expected here' },
  nothing: { zh: '内容已经结束，后面不应再有文字', en: 'nothing is expected after the end' },
}

const SPACE = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** What a text may be the whole of. */
const FILE: Text = { zh: '文件', en: 'the file' }
export const LINE: Text = { zh: '这一行', en: 'this line' }

/** The first problem, or nothing where the text is JSON and no object names a key twice. `of`: what the text is all of. */
export function jsonProblem(text: string, of: Text = FILE): JsonProblem | undefined {
  const open: (Set<string> | undefined)[] = []
  let at = 0
  let expected: Expected = 'value'
  /** Where the value, key or mark before `at` ends. */
  let before = 0
  const fail = (offset: number, message: Text) => placed(text, offset, message)
  const closed = (): Expected => (open.length === 0 ? 'nothing' : ', or end')
  for (;;) {
    before = at
    at = matchEnd(SPACE, text, at) ?? at
    const char = text[at]
    if (char === undefined) return expected === 'nothing' ? undefined : fail(at, ended(expected, of))
    const inside = open[open.length - 1]
    if (char === '"' && expected !== ':' && expected !== ', or end' && expected !== 'nothing') {
      const end = stringEnd(text, at)
      if (typeof end !== 'number') return fail(end.offset, end.message)
      const isKey: boolean = expected === 'key' || expected === 'key or }'
      if (isKey && inside !== undefined) {
        const key = JSON.parse(text.slice(at, end)) as string
        if (inside.has(key)) return fail(at, { zh: `键「${key}」写了两次`, en: `the key "${key}" is written twice` })
        inside.add(key)
      }
      expected = isKey ? ':' : closed()
      at = end
    } else if ((expected === 'value' || expected === 'value or ]') && (char === '{' || char === '[')) {
      open.push(char === '{' ? new Set() : undefined)
      expected = char === '{' ? 'key or }' : 'value or ]'
      at += 1
    } else if (
      open.length > 0 &&
      ((char === ']' && inside === undefined && (expected === 'value or ]' || expected === ', or end')) ||
        (char === '}' && inside !== undefined && (expected === 'key or }' || expected === ', or end')))
    ) {
      open.pop()
      expected = closed()
      at += 1
    } else if (char === ':' && expected === ':') {
      expected = 'value'
      at += 1
    } else if (char === ',' && expected === ', or end') {
      expected = inside === undefined ? 'value' : 'key'
      at += 1
    } else {
      const end =
        expected === 'value' || expected === 'value or ]'
          ? (matchEnd(WORD, text, at) ?? matchEnd(NUMBER, text, at))
          : undefined
      if (end === undefined && isCommaMissing(char, expected, before < at)) return fail(before, NO_COMMA)
      if (end === undefined) return fail(at, unexpected(text, at, expected))
      expected = closed()
      at = end
    }
  }
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

function stringEnd(text: string, start: number): number | { readonly offset: number; readonly message: Text } {
  let at = start + 1
  for (;;) {
    const char = text[at]
    if (char === undefined) return { offset: start, message: openText(text.slice(start, at), NO_QUOTE) }
    if (char === '"') return at + 1
    if (char === '\t') return { offset: at, message: TAB }
    if (char < ' ') return { offset: at, message: openText(text.slice(start, at), LINE_BREAK) }
    const next = char === '\\' ? matchEnd(ESCAPE, text, at) : at + 1
    if (next === undefined) return { offset: at, message: BACKSLASH }
    at = next
  }
}

const NO_QUOTE: Text = { zh: '这段文字缺少结尾的双引号', en: 'this text has no closing quote' }
const LINE_BREAK: Text = {
  zh: '文字里不能直接换行，结尾可能缺少双引号',
  en: 'a text cannot run over the line; its closing quote may be missing',
}
const TAB: Text = { zh: '文字里不能直接写制表符；请改成空格', en: 'a text cannot hold a tab; write a space' }
const BACKSLASH: Text = {
  zh: '反斜杠后面的写法不可用；要写反斜杠本身请写两个',
  en: 'this backslash sequence is not accepted; for a backslash itself write two',
}

const NO_COMMA: Text = {
  zh: '这里缺一个英文逗号；逗号之后才能写下一项',
  en: 'a comma is missing here, before what follows',
}

/** A further value or key begins where the one before has not been closed off by a comma. */
function isCommaMissing(char: string, expected: Expected, isApart: boolean): boolean {
  return expected === ', or end' && ('"{['.includes(char) || (isApart && /[-\dtfn]/.test(char)))
}

function unexpected(text: string, at: number, expected: Expected): Text {
  const { zh, en } = ASKED[expected]
  const char = text[at]
  if ((char === '}' && expected === 'key') || (char === ']' && expected === 'value'))
    return { zh: `${zh}；前面多了一个逗号`, en: `${en}; there is a comma too many before it` }
  const place = expected.startsWith('value') ? 'value' : expected.startsWith('key') ? 'key' : 'between'
  const hint = hintFor(text.slice(at, at + HINT_LOOKS_AT), place, text[at - 1])
  return { zh: `${zh}；${hint.zh}`, en: `${en}; ${hint.en}` }
}

const HINT_LOOKS_AT = 200

function ended(expected: Expected, of: Text): Text {
  return { zh: `${of.zh}到这里就结束了；${ASKED[expected].zh}`, en: `${of.en} ends here; ${ASKED[expected].en}` }
}

function placed(text: string, offset: number, message: Text): JsonProblem {
  const before = text.slice(0, offset)
  const start = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: [...before.slice(start)].length + 1, message }
}
