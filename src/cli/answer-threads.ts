// Where batches of lines are answered: in this thread while there are few, in a pool of threads once there are many.
// Promise: a short stream never pays for threads; what is asked first need not be answered first.
import type Tinypool from 'tinypool'
import type { Ruled } from '../domain/domain.js'
import { type Answers, lineAnswerer } from './answer-lines.js'
import type { WorkerStart } from './answer-worker.js'
import type { Batch } from './lines.js'

/** Bytes that one thread has decided about as soon as others have started. */
const FEW_BYTES = 1_048_576
/** One batch being answered and one waiting, so that no thread waits for the next. */
const BATCHES_PER_THREAD = 2
/** Room of a thread: little for what cases leave behind, and no more than rules of any size need, so it is tidied sooner. */
const THREAD_ROOM = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512 }

/** The file a thread starts from, as built and as written. */
const WORKER = import.meta.url.endsWith('.ts') ? '../../scripts/answer-worker.mjs' : './answer-worker.js'

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
      pool ??= poolOf(start, threads)
      return (await pool).run(batch)
    },
    ahead: () => (pool === undefined ? 1 : BATCHES_PER_THREAD * threads),
    end: async () => (await pool)?.destroy(),
  }
}

async function poolOf(start: WorkerStart, threads: number): Promise<Tinypool> {
  const { default: Tinypool } = await import('tinypool')
  return new Tinypool({
    filename: new URL(WORKER, import.meta.url).href,
    workerData: start,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: BATCHES_PER_THREAD,
    resourceLimits: THREAD_ROOM,
  })
}
