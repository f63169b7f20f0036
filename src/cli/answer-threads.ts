// Where batches of lines are answered: in this thread while there are few, beside it in a pool of threads once there are
// many. Promise: a short stream never pays for threads; what is asked first need not be answered first.
import type Tinypool from 'tinypool'
import type { Domain, Ruled } from '../domain/domain.js'
import { type Answers, lineAnswerer } from './answer-lines.js'
import type { WorkerStart } from './answer-worker.js'
import type { Batch } from './lines.js'
import { BATCHES_PER_THREAD, poolOf } from './threads.js'

/** Bytes that one thread has decided about as soon as others have started. */
const FEW_BYTES = 1_048_576
/** Megabytes a thread may keep: no rules need more. */
const MOST_MB = 512

export interface Answering {
  readonly answer: (batch: Batch) => Promise<Answers>
  /** How many batches may be asked before the first is answered. */
  readonly ahead: () => number
  readonly end: () => Promise<void>
}

export function answering(rulings: Ruled<Domain>, start: WorkerStart, threads: number): Answering {
  const here = lineAnswerer(rulings, start.presume)
  let bytes = 0
  let pool: Promise<Tinypool> | undefined
  let elsewhere = 0
  let fault: unknown
  const begin = async () => {
    const others = await poolOf('answer-worker', start, threads - 1, MOST_MB)
    // A thread that ends while it has no batch is no batch's fault: the next batch tells of it.
    others.on('error', (error) => {
      fault = error
    })
    return others
  }
  return {
    answer: async (batch) => {
      bytes += batch.bytes.length
      if (threads === 1 || bytes <= FEW_BYTES) return here(batch)
      // This thread is one of them: it answers what the others have no room for, instead of waiting.
      pool ??= begin()
      const others = await pool
      if (fault !== undefined) throw fault
      if (elsewhere === BATCHES_PER_THREAD * (threads - 1)) return here(batch)
      elsewhere += 1
      try {
        return await others.run(batch)
      } finally {
        elsewhere -= 1
      }
    },
    // As many again may be answered already and wait for one before them.
    ahead: () => (pool === undefined ? 1 : 2 * BATCHES_PER_THREAD * threads),
    end: async () => (await pool)?.destroy(),
  }
}
