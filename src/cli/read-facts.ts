// Reads `facts.json`: facts a shop declares itself, beside its rules.
// Promise: whatever is read can be a fact of the model; every problem names the file, the fact and the key.
import type { FactDeclaration } from '../engine/declaration.js'
import type { Model } from '../engine/model.js'
import { withFacts } from '../engine/own-facts.js'
import { problemsOf, type Read } from './problem.js'

type Facts = Readonly<Record<string, FactDeclaration>>

/** Reads declared facts; `file` is what problems call it. */
export function readFacts(model: Model, file: string, input: unknown): Read<Facts> {
  const declared = withoutSchema(input)
  const read = withFacts(model, declared)
  return read.ok ? { ok: true, value: declared as Facts } : { ok: false, problems: problemsOf(read.issues, file) }
}

/** An editor's `$schema` is no fact. */
function withoutSchema(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('$schema' in input)) return input
  const { $schema: _, ...declared } = input
  return declared
}
