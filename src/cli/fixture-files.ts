// The fixture files behind the words after a command, each with the model it is for.
// Promise: no file is passed over in silence; a fixture's model is told by the rule its cases are of, a story's by the
// folder it lies in (scenarios/ and the name of the model), and what is named itself is taken as the model that is meant.
import { join } from 'node:path'
import { isObject } from '../engine/plain.js'
import { FIRST, MODELS, modelOfPath } from '../models/domains.js'
import { NO_FIXTURES, NO_FIXTURES_YET, NOT_FIXTURES } from './messages.js'
import { SHIPPED_FIXTURES } from './package-files.js'
import { type Problem, problem, type Read } from './problem.js'
import { isFolder, jsonFilesBelow, near, readJson } from './read-files.js'

export interface FixtureFile {
  readonly file: string
  readonly json: Read<unknown>
  readonly model: string
}

/** Where fixtures come from. */
export interface FixturePlace {
  readonly paths: readonly string[]
  /** The folder of rules, where one is named. */
  readonly folder: string | undefined
  /** The folder brings in no shipped rules, so that the shipped fixtures say nothing of it. */
  readonly isAlone?: boolean
}

/** A shop's own fixtures lie beside its rules. */
function defaultFixtures(folder: string | undefined): string {
  const own = folder === undefined ? undefined : join(folder, 'fixtures')
  return own !== undefined && isFolder(own) ? own : SHIPPED_FIXTURES
}

/** The files and folders that are read: without paths those of the folder, or else the shipped ones. */
export function fixturePaths({ paths, folder }: FixturePlace): readonly string[] {
  return paths.length > 0 ? paths : [defaultFixtures(folder)]
}

/** The fixtures of a model, or of every model. `own` is the model of what says no other. */
export function fixturesIn(place: FixturePlace, own: string, wanted: string | undefined): Read<readonly FixtureFile[]> {
  const paths = fixturePaths(place)
  if (place.isAlone === true && paths[0] === SHIPPED_FIXTURES)
    return { ok: false, problems: [problem(place.folder ?? '', NO_FIXTURES_YET)] }
  const files = filesBelow(paths)
  if (!files.ok) return files
  const unsaid = paths[0] === SHIPPED_FIXTURES ? FIRST : own
  const read = files.value.map((file): FixtureFile => {
    const json = readJson(file)
    const isNamed = wanted !== undefined && paths.includes(file)
    return { file, json, model: isNamed ? wanted : modelOf(file, json, unsaid) }
  })
  const meant = read.filter(({ model }) => wanted === undefined || model === wanted)
  return meant.length > 0
    ? { ok: true, value: meant }
    : { ok: false, problems: [problem(paths.join(' '), NO_FIXTURES)] }
}

function modelOf(file: string, json: Read<unknown>, unsaid: string): string {
  const content = json.ok ? json.value : undefined
  if (isObject(content) && typeof content.规则 === 'string') return modelOfPath(content.规则, unsaid)
  const folders = file.split(/[\\/]/)
  const below = folders[folders.lastIndexOf('scenarios') + 1]
  return folders.includes('scenarios') && below !== undefined && MODELS.includes(below) ? below : unsaid
}

function filesBelow(paths: readonly string[]): Read<string[]> {
  const found = paths.map((path): Read<string[]> => {
    if (!isFolder(path)) return { ok: true, value: [path] }
    const below = jsonFilesBelow(path)
    return below.ok ? { ok: true, value: below.value.map((file) => near(join(path, file))) } : below
  })
  const sheets = paths.filter((path) => path.toLowerCase().endsWith('.csv') && !isFolder(path))
  const problems: Problem[] = [
    ...found.flatMap((one) => (one.ok ? [] : one.problems)),
    ...sheets.map((sheet) => problem(sheet, NOT_FIXTURES)),
  ]
  const files = [...new Set(found.flatMap((one) => (one.ok ? one.value : [])))]
  if (problems.length === 0 && files.length === 0) problems.push(problem(paths.join(' '), NO_FIXTURES))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: files }
}
