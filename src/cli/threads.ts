// Pools of threads that do a command's work, each started from a file of its own.
// Promise: nothing is loaded for a command that does without them.
import type Tinypool from 'tinypool'

/** Batches a thread may have at a time: one being worked on and two waiting, so that no thread waits for the next. */
export const BATCHES_PER_THREAD = 3
/** Room of a thread for what work leaves behind: little, so that it is tidied while it still lies close at hand. */
const YOUNG_MB = 24

/** Where the file of a worker lies, as built and as written. */
const PLACE = import.meta.url.endsWith('.ts') ? () => '../../scripts/worker.mjs' : (worker: string) => `./${worker}.js`

/** Threads that start from `worker`, told what `start` says; `most`: megabytes each may keep. */
export async function poolOf(worker: string, start: object, threads: number, most: number): Promise<Tinypool> {
  const { default: Tinypool } = await import('tinypool')
  return new Tinypool({
    filename: new URL(PLACE(worker), import.meta.url).href,
    argv: [worker],
    workerData: start,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: BATCHES_PER_THREAD,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: most },
  })
}
