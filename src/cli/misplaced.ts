// Whether a document lies where one of its kind belongs.
// Promise: the path of a document is its id; what has conditions and no answers is a named condition only where those
// lie, so that a rule whose answers were lost is never taken for one.
import { ruleShape } from '../engine/document.js'
import { issue, notAmong } from '../engine/issue.js'
import { isObject } from '../engine/plain.js'
import { id as anId } from '../engine/shape.js'
import type { Text } from '../engine/text.js'
import { type Problem, problem, problemsOf } from './problem.js'

export function idOf(document: unknown): string | undefined {
  return isObject(document) && typeof document.id === 'string' ? document.id : undefined
}

export function isSource(document: unknown): boolean {
  return isObject(document) && !['conditions', 'event', 'values'].some((key) => key in document)
}

const isId = (word: string) => anId.safeParse(word).success

/** A rule is found by its id, and its fixtures at the same path. */
export function misplaced(file: string, document: unknown, inside: string): Problem[] {
  const id = idOf(document)
  const path = inside.slice(0, -'.json'.length)
  if (isSource(document) || id === undefined || id === path) return []
  if (!isId(path)) return [problem(file, badFileName(id), isId(id) ? '' : 'id')]
  // A file may only go where its name is one an id can have.
  const [zh, en] = isId(id) ? [`，或把文件移到 ${id}.json`, `, or move the file to ${id}.json`] : ['', '']
  const message = {
    zh: `编号「${id}」与文件路径不一致；请把编号改为「${path}」${zh}`,
    en: `the id "${id}" is not the path of the file; make it "${path}"${en}`,
  }
  return [problem(file, message, 'id')]
}

/** The name of the file can be no id, so the file is what has to change. */
function badFileName(id: string): Text {
  const [zh, en] = isId(id)
    ? [`请把文件移到 ${id}.json`, `move it to ${id}.json`]
    : ['编号也是：先取一个这样的编号，再照编号给文件取名', 'so does the id: choose one, then name the file after it']
  return {
    zh: `文件夹和文件的名字只用小写字母、数字和连字符；${zh}`,
    en: `folders and files are named in small letters, digits and hyphens; ${en}`,
  }
}

/** A rule without answers; `at` is its path, or its id where it stands in a list. */
export function answerless(file: string, document: unknown, at: string): Problem[] {
  if (!isObject(document) || !('conditions' in document) || 'event' in document) return []
  if (`/${at}`.includes('/conditions/') || `/${idOf(document)}`.includes('/conditions/')) return []
  const keys = Object.keys(ruleShape.shape)
  const misspelt = Object.keys(document)
    .filter((key) => !keys.includes(key))
    .map((key) => notAmong('unknown-key', [key], key, keys, { zh: '规则的键', en: 'key of a rule' }))
    .find(({ nearest }) => nearest === 'event')
  return problemsOf([misspelt ?? issue('missing-key', ['event'], undefined, NO_ANSWERS)], file)
}

const NO_ANSWERS: Text = {
  zh: '缺少「event」：规则要写它回答什么；是命名条件的，放到 conditions/ 文件夹里',
  en: '"event" is missing: a rule says what it answers; a named condition goes below a folder conditions/',
}
