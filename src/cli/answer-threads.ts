// Where batches of lines are answered: in this thread while there are few, in a pool of threads once there are many.
// Promise: a short stream never pays for threads; what is asked first need not be answered first.
import type Tinypool from 'tinypool'
import type { Ruled } from '../domain/domain.js'
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

export function answering(rulings: Ruled, start: WorkerStart, threads: number): Answering {
  const here = lineAnswerer(rulings, start.presume)
  let bytes = 0
  let pool: Promise<Tinypool> | undefined
  return {
    answer: async (batch) => {
      bytes += batch.bytes.length
      if (threads === 1 || bytes <= FEW_BYTES) return here(batch)
      pool ??= poolOf('answer-worker', start, threads, MOST_MB)
      return (await pool).run(batch)
    },
    ahead: () => (pool === undefined ? 1 : BATCHES_PER_THREAD * threads),
    end: async () => (await pool)?.destroy(),
  }
}
