// The command line as a process of its own, in a folder of its own. Promise: nothing of it is left behind.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from './pages.js'

/** The command line as built for the tests. */
export const MAIN = join(ROOT, 'node_modules', '.command-line', 'main.js')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Workplace {
  readonly folder: string
  /** Writes a file; what is no text and no bytes goes as JSON. Gives its name. */
  readonly write: (name: string, content: unknown) => string
  readonly run: (words: readonly string[], input?: string | Uint8Array) => Ended
  readonly remove: () => void
}

export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'aftersale-cli-'))
  return {
    folder,
    write: (name, content) => {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      const plain = typeof content === 'string' || content instanceof Uint8Array
      writeFileSync(path, plain ? content : JSON.stringify(content, null, 2))
      return name
    },
    run: (words, input = '') => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
        cwd: folder,
        input,
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      })
      return { code: status, out: stdout, err: stderr }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
