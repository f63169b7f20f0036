// The rules of a folder as they were at a git revision.
// Promise: nothing of the repository is touched; the copy is removed again.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Text } from '../engine/text.js'
import { problem, type Read } from './problem.js'
import { SHOP_FILE } from './shop-file.js'

const MOST_BYTES = 256 * 1024 * 1024
/** So many folders of rules are named where another was meant. */
const MOST_NAMED = 5

/** Reads a folder as it was at a revision. */
export function withRevision<T>(revision: string, folder: string, read: (copy: string) => Read<T>): Read<T> {
  const found = commitOf(revision)
  if (!found.ok) return found
  const commit = found.value
  const files = filesAt(commit, `${folder}/`)
  if (files.length === 0) return without(revision, folder, filesAt(commit).filter(isShopFile).map(dirname))
  const copy = mkdtempSync(join(tmpdir(), 'aftersale-revision-'))
  try {
    for (const file of files) {
      const target = join(copy, file)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, git('show', `${commit}:${file.startsWith('/') ? file : `./${file}`}`))
    }
    return read(join(copy, folder))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function git(...words: readonly string[]): string {
  return execFileSync('git', words, { encoding: 'utf8', maxBuffer: MOST_BYTES, stdio: ['ignore', 'pipe', 'ignore'] })
}

function commitOf(revision: string): Read<string> {
  try {
    return { ok: true, value: git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`).trim() }
  } catch (error) {
    return { ok: false, problems: [problem(revision, isRefusal(error) ? noRevision(revision) : noGit(revision))] }
  }
}

/** Documents of a commit, below the folder where one is named. */
function filesAt(commit: string, ...folders: readonly string[]): string[] {
  try {
    const listed = git('ls-tree', '-r', '-z', '--name-only', commit, '--', ...folders)
    return listed.split('\0').filter((file) => file.endsWith('.json'))
  } catch (error) {
    // A folder outside the repository, which git does not look for: no commit has any of its files.
    if (isRefusal(error)) return []
    throw error
  }
}

/** Whether git ran and would not: it ended with a status of its own. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
}

function isShopFile(file: string): boolean {
  return basename(file) === SHOP_FILE
}

/** The revision is there and the folder is not; `shops` are those it has. */
function without<T>(revision: string, folder: string, shops: readonly string[]): Read<T> {
  const options = shops.slice(0, MOST_NAMED).map((shop) => `--rules ${shop}`)
  const message = {
    zh: `git 版本「${revision}」里没有 ${folder}/；请写明规则文件夹：${options.length === 0 ? '--rules 文件夹' : options.join(' 或 ')}`,
    en: `the git revision "${revision}" has no ${folder}/; name its folder of rules: ${options.length === 0 ? '--rules DIR' : options.join(' or ')}`,
  }
  return { ok: false, problems: [problem(revision, message)] }
}

function noRevision(revision: string): Text {
  return {
    zh: `「${revision}」既不是规则文件夹，也不是 git 版本`,
    en: `"${revision}" is neither a folder of rules nor a git revision`,
  }
}

/** The revision may well be there. */
function noGit(revision: string): Text {
  return {
    zh: `「${revision}」不是规则文件夹；要按 git 版本读取，先装好 git：这里运行不了 git`,
    en: `"${revision}" is no folder of rules; to be read as a git revision it needs git, which cannot be run here`,
  }
}
