// The thread of a pool that answers lines: an entry of its own, since a thread starts from a file.
// Promise: the same rules as the thread that started it, loaded once; then one batch after another.
import Tinypool from 'tinypool'
import type { FloorMode } from '../engine/fold.js'
import { domainOf } from '../models/domains.js'
import { type Answers, lineAnswerer } from './answer-lines.js'
import type { Batch } from './lines.js'
import { loadRules, type Rules } from './load-rules.js'

/** What a thread is given when it starts. */
export interface WorkerStart {
  readonly rules: Omit<Rules, 'domain'>
  /** Id of the model they are rules of. */
  readonly model: string
  readonly floors: FloorMode
  readonly presume: boolean
}

const { rules, model, floors, presume } = Tinypool.workerData as WorkerStart
const loaded = loadRules({ ...rules, domain: domainOf(model) }, floors)
if (!loaded.ok) throw new Error('rules that were loaded are not loaded again')
const answer = lineAnswerer(loaded.value, presume)

export default (batch: Batch): Answers => answer(batch)
