// What becomes of each small change of the rules, tried in this thread or in several.
// Promise: the same fates in the same order, however many threads there are.
import { casesOf } from '../verify/cases.js'
import { type Mutant, mutantsOf } from '../verify/mutants.js'
import { type Fate, fateTeller } from '../verify/survivors.js'
import type { Problem, Read } from './problem.js'
import type { Tell } from './progress.js'
import { failingFirst, type Proving, readProving } from './proving.js'
import { poolOf } from './threads.js'

/** Where rules and fixtures are read from, and whether one document alone is changed. */
export interface Meant {
  readonly folder: string | undefined
  readonly model: string | undefined
  readonly paths: readonly string[]
  readonly only: string | undefined
}

/** Rules, fixtures and every change of the rules that are looked at. */
export interface Mutating extends Proving {
  readonly mutants: readonly Mutant[]
}

export function readMutating({ folder, model, paths, only }: Meant): Read<Mutating> {
  const proving = readProving(folder, model, paths)
  if (!proving.ok) return proving
  const { shop, looksAt } = proving.value
  const mutants = mutantsOf(shop.model, shop.documents, only === undefined ? looksAt : (id) => id === only)
  return { ok: true, value: { ...proving.value, mutants } }
}

/** Tells fates, or which fixtures fail without any change. */
export function fatesIn(proving: Proving): Read<(mutant: Mutant) => Fate> {
  const { shop, fixtures } = proving
  const found = casesOf(shop, fixtures)
  const failing = failingFirst(proving, found)
  return failing.length > 0 ? { ok: false, problems: failing } : { ok: true, value: fateTeller(shop, found.cases) }
}

// Changes that one thread has tried before others would have read the rules and decided the fixtures.
const FEW = 300
// Megabytes a thread may keep: every fixture decided, and rules of any size.
const MOST_MB = 1500

/** The fate of each change, in their order. */
export async function fatesOf(meant: Meant, mutating: Mutating, cores: number, tell: Tell): Promise<Read<Fate[]>> {
  const { mutants } = mutating
  return cores === 1 || mutants.length <= FEW ? fatesHere(mutating, tell) : fatesInThreads(meant, mutants, cores, tell)
}

function fatesHere(mutating: Mutating, tell: Tell): Read<Fate[]> {
  const fateOf = fatesIn(mutating)
  if (!fateOf.ok) return fateOf
  const { mutants } = mutating
  const fates = mutants.map((mutant, i) => {
    tell(i, mutants.length)
    return fateOf.value(mutant)
  })
  return { ok: true, value: fates }
}

/** Changes of one document are tried by one thread, which looks its cases up once. */
async function fatesInThreads(
  meant: Meant,
  mutants: readonly Mutant[],
  cores: number,
  tell: Tell,
): Promise<Read<Fate[]>> {
  const batches = new Map<string, number[]>()
  for (const [i, { id }] of mutants.entries()) batches.set(id, [...(batches.get(id) ?? []), i])
  const fates: Fate[] = []
  let problems: readonly Problem[] = []
  let done = 0
  const pool = await poolOf('mutate-worker', meant, cores, MOST_MB)
  try {
    await Promise.all(
      [...batches.values()].map(async (batch) => {
        const found: Read<readonly Fate[]> = await pool.run(batch)
        // Every thread finds the same fixtures failing.
        if (!found.ok) {
          problems = found.problems
          return
        }
        for (const [i, fate] of found.value.entries()) fates[batch[i] as number] = fate
        done += batch.length
        tell(done, mutants.length)
      }),
    )
  } finally {
    await pool.destroy()
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: fates }
}
