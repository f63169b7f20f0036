// The thread of a pool that tries changes of rules: an entry of its own, since a thread starts from a file.
// Promise: rules and fixtures are read, and every fixture decided, once; then one batch of changes after another.
import Tinypool from 'tinypool'
import type { Mutant } from '../verify/mutants.js'
import type { Fate } from '../verify/survivors.js'
import { fatesIn, type Meant, readMutating } from './mutant-fates.js'
import type { Read } from './problem.js'

const mutating = readMutating(Tinypool.workerData as Meant)
const fateOf = mutating.ok ? fatesIn(mutating.value) : mutating

export default (batch: readonly number[]): Read<readonly Fate[]> =>
  mutating.ok && fateOf.ok
    ? { ok: true, value: batch.map((i) => fateOf.value(mutating.value.mutants[i] as Mutant)) }
    : (fateOf as Extract<typeof fateOf, { readonly ok: false }>)
