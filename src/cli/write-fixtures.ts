// Fixtures a command writes into the folder that --write-fixtures names.
// Promise: each file is said, with what became of it; what is there already may be filled in by hand, so it stays.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { amongRules, STAYS, WRITTEN } from './messages.js'
import { type Problem, problem, type Read } from './problem.js'
import { attempt, near } from './read-files.js'
import { shopAbove } from './shop-file.js'

export interface NewFixture {
  /** Path within the folder. */
  readonly name: string
  readonly content: object
}

/** Why no fixtures may be written into a folder: below one of rules, but for its fixtures/, all is read as rules. */
export function misplacedIn(target: string | undefined, rules: string): Problem[] {
  if (target === undefined) return []
  const isAmong = (folder: string) => {
    const inside = relative(folder, target)
    const [first] = inside.split(sep)
    return first !== '..' && first !== 'fixtures' && !isAbsolute(inside)
  }
  const folder = [shopAbove(target) ?? rules, rules].find(isAmong)
  return folder === undefined ? [] : [problem(target, amongRules(near(join(folder, 'fixtures'))))]
}

/** Writes them; comes back with what to say of each. The first that cannot be written ends it. */
export function writeFixtures(folder: string, fixtures: readonly NewFixture[]): Read<readonly Problem[]> {
  const said: Problem[] = []
  for (const { name, content } of fixtures) {
    const file = join(folder, name)
    const isThere = existsSync(file)
    const done = attempt(file, () => {
      if (isThere) return
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
    })
    if (!done.ok) return { ok: false, problems: [...said, ...done.problems] }
    said.push(problem(file, isThere ? STAYS : WRITTEN))
  }
  return { ok: true, value: said }
}
