// `aftersale decide --ndjson`: a filter, one case a line in, one decision a line out.
// Promise: order is kept, whoever answers first; no more is read than can be answered and printed, so memory stays the
// same however long the stream.
import { createReadStream } from 'node:fs'
import type { Domain, Ruled } from '../domain/domain.js'
import type { Text } from '../engine/text.js'
import { type Answers, MAX_LINE_BYTES } from './answer-lines.js'
import { answering } from './answer-threads.js'
import type { WorkerStart } from './answer-worker.js'
import { type Batch, batchReader } from './lines.js'
import { progress } from './messages.js'
import { EXIT, type Problem, written } from './problem.js'
import type { Ongoing, Terminal } from './terminal.js'

const PROGRESS_EVERY = 500

export interface StreamOptions extends WorkerStart {
  readonly notes: readonly Problem[]
  readonly lang: keyof Text
  /** How many threads decide; as many as the machine has cores where unwritten. */
  readonly threads: number | undefined
}

/** Decides the lines of a file, or of standard input. */
export function decideLines(file: string | undefined, rulings: Ruled<Domain>, options: StreamOptions): Ongoing {
  return async (terminal) => {
    const { notes, lang, threads: most = terminal.cores, ...start } = options
    terminal.note(written(notes, lang))
    const threads = answering(rulings, start, most)
    const report = reporter(terminal, lang)
    let lines = 0
    let bad = 0
    let isRead = true
    const print = async (batch: Batch, answers: Answers) => {
      if (!isRead) return
      lines += batch.lines
      bad += answers.bad
      isRead = answers.bytes.length === 0 || (await terminal.print(answers.bytes))
      report(lines, bad, false)
    }
    const input = file === undefined ? terminal.input : createReadStream(file)
    try {
      await inOrder(
        batchesOf(input, () => isRead),
        threads,
        print,
      )
    } finally {
      await threads.end()
    }
    report(lines, bad, true)
    return bad > 0 ? EXIT.failed : EXIT.done
  }
}

async function* batchesOf(input: AsyncIterable<Uint8Array>, isRead: () => boolean): AsyncGenerator<Batch> {
  const reader = batchReader(MAX_LINE_BYTES)
  for await (const chunk of input) {
    const batch = reader.chunk(chunk)
    if (batch !== undefined) yield batch
    if (!isRead()) return
  }
  const rest = reader.rest()
  if (rest !== undefined) yield rest
}

/** Answers are taken in the order of the batches, each as soon as those before it are, even while the next is awaited. */
async function inOrder(
  batches: AsyncIterable<Batch>,
  { answer, ahead }: { readonly answer: (batch: Batch) => Promise<Answers>; readonly ahead: () => number },
  take: (batch: Batch, answers: Answers) => Promise<void>,
): Promise<void> {
  const waiting: Promise<void>[] = []
  let last: Promise<void> = Promise.resolve()
  for await (const batch of batches) {
    const before = last
    const answered = answer(batch)
    const taken = (async () => {
      const [answers] = await Promise.all([answered, before])
      await take(batch, answers)
    })()
    // Looked at below; until then a fault is no one's.
    taken.catch(() => {})
    last = taken
    waiting.push(taken)
    while (waiting.length >= ahead()) await waiting.shift()
  }
  await last
}

/** Says how far it is, to a person only, and not more often than can be read. */
function reporter(
  { isWatched, now, note }: Terminal,
  lang: keyof Text,
): (lines: number, bad: number, isLast: boolean) => void {
  const start = now()
  let last = start
  return (lines, bad, isLast) => {
    if (!isWatched) return
    const time = now()
    if (!isLast && time - last < PROGRESS_EVERY) return
    last = time
    const seconds = Math.max(time - start, 1) / 1000
    note(`\r${progress(lines, bad, Math.round(lines / seconds))[lang]}${isLast ? '\n' : ''}`)
  }
}
