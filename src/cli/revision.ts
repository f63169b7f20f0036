// The rules of a folder as they were at a git revision.
// Promise: nothing of the repository is touched; the copy is removed again.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { problem, type Read } from './problem.js'
import { SHOP_FILE } from './shop-file.js'

const MOST_BYTES = 256 * 1024 * 1024
/** So many folders of rules are named where another was meant. */
const MOST_NAMED = 5

/** Reads a folder as it was at a revision. */
export function withRevision<T>(revision: string, folder: string, read: (copy: string) => Read<T>): Read<T> {
  const git = (...words: readonly string[]) =>
    execFileSync('git', words, { encoding: 'utf8', maxBuffer: MOST_BYTES, stdio: ['ignore', 'pipe', 'ignore'] })
  const copy = mkdtempSync(join(tmpdir(), 'aftersale-revision-'))
  try {
    const commit = git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`).trim()
    const filesIn = (...paths: readonly string[]) =>
      git('ls-tree', '-r', '-z', '--name-only', commit, '--', ...paths).split('\0')
    const files = filesIn(`${folder}/`).filter((file) => file.endsWith('.json'))
    if (files.length === 0) return without(revision, folder, filesIn().filter(isShopFile).map(dirname))
    for (const file of files) {
      const target = join(copy, file)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, git('show', `${commit}:${file.startsWith('/') ? file : `./${file}`}`))
    }
    return read(join(copy, folder))
  } catch {
    return refused(revision)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
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

function refused<T>(revision: string): Read<T> {
  const message = {
    zh: `「${revision}」既不是规则文件夹，也不是 git 版本`,
    en: `"${revision}" is neither a folder of rules nor a git revision`,
  }
  return { ok: false, problems: [problem(revision, message)] }
}
