// What files look like at one moment, and what has changed since.
// Promise: reads no content; a file that comes and goes while it is looked at is no error.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, isFolder, near } from './read-files.js'

/** What tells one state of a file from another, by path. */
export type Files = ReadonlyMap<string, string>

export interface Changes {
  readonly changed: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** The files named, and every .json and .csv below the folders named. */
export function filesOf(paths: readonly string[]): Files {
  const files = new Map<string, string>()
  for (const path of paths) {
    const below = isFolder(path) ? filesBelow(path, ['.json', '.csv']) : undefined
    const found = below === undefined ? [path] : below.ok ? below.value.map((file) => near(join(path, file))) : []
    for (const file of found) {
      const state = statSync(file, { throwIfNoEntry: false })
      if (state !== undefined) files.set(file, `${state.mtimeMs} ${state.size} ${state.ino}`)
    }
  }
  return files
}

export function isSame(before: Files, after: Files): boolean {
  return before.size === after.size && [...before].every(([file, state]) => after.get(file) === state)
}

/** What is other than it was. */
export function changesBetween(before: Files, after: Files): Changes {
  return {
    changed: [...after].filter(([file, state]) => before.has(file) && before.get(file) !== state).map(([file]) => file),
    added: [...after.keys()].filter((file) => !before.has(file)),
    removed: [...before.keys()].filter((file) => !after.has(file)),
  }
}
