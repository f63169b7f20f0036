// The rules of a folder as they were at a git revision.
// Promise: nothing of the repository is touched; the copy is removed again.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { problem, type Read } from './problem.js'

const MOST_BYTES = 256 * 1024 * 1024

/** Reads a folder as it was at a revision. */
export function withRevision<T>(revision: string, folder: string, read: (copy: string) => Read<T>): Read<T> {
  const git = (...words: readonly string[]) =>
    execFileSync('git', words, { encoding: 'utf8', maxBuffer: MOST_BYTES, stdio: ['ignore', 'pipe', 'ignore'] })
  const copy = mkdtempSync(join(tmpdir(), 'aftersale-revision-'))
  try {
    const commit = git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`).trim()
    const files = git('ls-tree', '-r', '-z', '--name-only', commit, '--', `${folder}/`)
      .split('\0')
      .filter((file) => file.endsWith('.json'))
    if (files.length === 0) return refused(revision, folder)
    for (const file of files) {
      const target = join(copy, file)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, git('show', `${commit}:${file.startsWith('/') ? file : `./${file}`}`))
    }
    return read(join(copy, folder))
  } catch {
    return refused(revision, folder)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function refused<T>(revision: string, folder: string): Read<T> {
  const message = {
    zh: `「${revision}」既不是规则文件夹，也不是其中有 ${folder}/ 的 git 版本`,
    en: `"${revision}" is neither a folder of rules nor a git revision that has ${folder}/`,
  }
  return { ok: false, problems: [problem(revision, message)] }
}
