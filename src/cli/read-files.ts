// Reads JSON files, standard input and folders of JSON files.
// Promise: what cannot be read comes back as a problem with line and column; files of a folder come in one fixed order.
import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Text } from '../engine/text.js'
import { type JsonProblem, jsonProblem, LINE } from './json-problem.js'
import { type Problem, problem, type Read } from './problem.js'
import { workbookIn } from './workbook.js'

const STANDARD_INPUT = 0

/** Reads one JSON file; `-` is standard input. UTF-8, with or without a byte order mark. */
export function readJson(file: string): Read<unknown> {
  const text = readText(file)
  if (!text.ok) return text
  const found = jsonProblem(text.value)
  if (found === undefined) return { ok: true, value: JSON.parse(text.value) as unknown }
  return refused(`${file}:${found.line}:${found.column}`, saidOf(found))
}

/** A line of a file: its number, and its value or what is wrong with it. */
export interface JsonLine {
  readonly line: number
  readonly value?: unknown
  readonly problems: readonly Problem[]
}

/** Reads a file of a JSON value a line; blank lines say nothing, a slip is told with its line. */
export function readJsonLines(file: string): Read<readonly JsonLine[]> {
  const text = readText(file)
  if (!text.ok) return text
  const lines = text.value.split(/\r?\n/).map((written, i) => ({ written, line: i + 1 }))
  return {
    ok: true,
    value: lines.filter(({ written }) => written.trim() !== '').map(({ written, line }) => lineOf(file, written, line)),
  }
}

/** The slip is looked for only where there is one: finding it takes many times as long as reading the line. */
function lineOf(file: string, written: string, line: number): JsonLine {
  try {
    return { line, value: JSON.parse(written) as unknown, problems: [] }
  } catch {
    const slip = jsonProblem(written, LINE) ?? { column: 1, message: NO_JSON }
    return { line, problems: [problem(`${file}:${line}`, saidOf({ ...slip, line }))] }
  }
}

function readText(file: string): Read<string> {
  const bytes = readBytes(file)
  if (!bytes.ok) return bytes
  const workbook = workbookIn(bytes.value)
  if (workbook !== undefined) return refused(file, workbook)
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes.value) }
  } catch {
    return refused(file, { zh: '不是 UTF-8 编码的文件，请另存为 UTF-8', en: 'the file is not UTF-8; save it as UTF-8' })
  }
}

/** A slip with its place: 第 2 行第 9 列，…. */
function saidOf({ line, column, message }: JsonProblem): Text {
  return {
    zh: `第 ${line} 行第 ${column} 列，${message.zh}`,
    en: `line ${line}, column ${column}: ${message.en}`,
  }
}

/** The bytes of a file; `-` is standard input. */
export function readBytes(file: string): Read<Uint8Array> {
  return attempt(file, () => readFileSync(file === '-' ? STANDARD_INPUT : file))
}

/** Whether a file can be opened, without reading it. */
export function checkReadable(file: string): Read<undefined> {
  if (isFolder(file)) return refused(file, IS_FOLDER)
  return attempt(file, () => accessSync(file, constants.R_OK) as undefined)
}

/** All JSON files below a folder, sorted, as paths within it. Folders whose name starts with a dot are left out. */
export function jsonFilesBelow(folder: string): Read<string[]> {
  return filesBelow(folder, ['.json'])
}

/** All files below a folder whose name ends in one of `endings`, sorted, as paths within it. */
export function filesBelow(folder: string, endings: readonly string[]): Read<string[]> {
  return attempt(folder, () => walk(folder, '', endings))
}

function walk(folder: string, inside: string, endings: readonly string[]): string[] {
  const entries = readdirSync(join(folder, inside), { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith('.') && name !== 'node_modules',
  )
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory()) return walk(folder, path, endings)
      const isFile = entry.isFile() || (entry.isSymbolicLink() && isFileAt(join(folder, path)))
      return isFile && endings.some((ending) => entry.name.toLowerCase().endsWith(ending)) ? [path] : []
    })
}

/** A path as short as it can be said from where the person is. */
export function near(path: string): string {
  const short = relative('', path) || '.'
  return short.startsWith('..') ? path : short
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

export function isFileAt(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

const NO_JSON: Text = { zh: '不是 JSON', en: 'no JSON' }
const IS_FOLDER: Text = { zh: '这是文件夹，不是文件', en: 'this is a folder, not a file' }

const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: { zh: '找不到这个文件', en: 'there is no such file' },
  EISDIR: IS_FOLDER,
  ENOTDIR: { zh: '这不是文件夹', en: 'this is not a folder' },
  EEXIST: { zh: '路径里有一段是文件，不是文件夹', en: 'a part of this path is a file, not a folder' },
  EACCES: { zh: '没有读写权限', en: 'it may not be read or written' },
}

/** Does something with a file; what goes wrong is a problem with that file. */
export function attempt<T>(file: string, read: () => T): Read<T> {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return refused(file, REASONS[code] ?? { zh: `读不了（${code}）`, en: `it cannot be read (${code})` })
  }
}

function refused(file: string, message: Text): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [problem(file, message)] }
}
