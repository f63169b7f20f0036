// `--watch`: the same command again whenever a file it reads has changed.
// Promise: files are looked at, not listened for: an editor that saves under another name and renames, a network drive or a
// folder made anew are seen all the same. A change is taken up once the files have come to rest.
import type { Text } from '../engine/text.js'
import { changesOf } from './messages.js'
import type { Finished } from './problem.js'
import type { Ongoing } from './terminal.js'
import { changesBetween, type Files, filesOf, isSame } from './watched-files.js'

const LOOK_EVERY = 250

/** Runs `command`, and again after every change below `paths`, until interrupted; the code is that of the last run. */
export function watching(command: () => Finished, paths: readonly string[], lang: keyof Text): Ongoing {
  // Looked at before the run: what changes during it is a change.
  let before = filesOf(paths)
  return async ({ print, note, sleep, holdInterrupts }) => {
    const isInterrupted = holdInterrupts()
    const run = async (): Promise<number> => {
      const { code, out, err } = command()
      await print(out)
      note(err)
      return code
    }
    let code = await run()
    while (!isInterrupted()) {
      await sleep(LOOK_EVERY)
      const now = filesOf(paths)
      if (isSame(before, now)) continue
      const settled = await atRest(now, paths, sleep, isInterrupted)
      if (isInterrupted()) break
      if (isSame(before, settled)) continue
      const changes = changesBetween(before, settled)
      before = settled
      await print(`\n${changesOf(changes)[lang]}\n`)
      code = await run()
    }
    return code
  }
}

async function atRest(
  seen: Files,
  paths: readonly string[],
  sleep: (milliseconds: number) => Promise<void>,
  isInterrupted: () => boolean,
): Promise<Files> {
  let files = seen
  for (;;) {
    await sleep(LOOK_EVERY)
    const now = filesOf(paths)
    if (isSame(files, now) || isInterrupted()) return now
    files = now
  }
}
