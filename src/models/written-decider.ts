// A model with its rules loaded whose decisions say more than its answers: dates, texts, sums.
// Promise: the same loading, unknown facts and trace as every model has; what is written rests on the decided case alone.
import type { NextQuestion } from '../engine/ask.js'
import { askCase, type Decided, decideCase, prepare } from '../engine/decider.js'
import type { ModelDeclaration } from '../engine/declaration.js'
import type { Compute } from '../engine/evaluate.js'
import type { Result } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import type { DecideOptions, DeciderOptions } from '../engine/options.js'
import type { Rulings } from '../engine/rulings.js'
import { type RuleTrace, traceOf } from '../engine/trace.js'

/** Decides cases of one model. Bad input comes back as issues, all at once. */
export interface WrittenDecider<W> {
  /** Settings nobody gave a value. */
  readonly unset: readonly string[]
  readonly decide: (input: unknown, options?: DecideOptions) => Result<W>
  readonly ask: (input: unknown, question: string, options?: DecideOptions) => Result<readonly NextQuestion[]>
  readonly trace: (input: unknown) => Result<readonly RuleTrace[]>
}

/** Writes the decision of a decided case. */
export type Write<W> = (rulings: Rulings, decided: Decided<unknown>) => W

const NOTHING_COMPUTED: Compute<null> = () => ({ facts: {}, kept: null })

/** Loads rule documents of a model: rules, named conditions, parameters and sources as parsed JSON, in any order. */
export function writtenDecider<D extends ModelDeclaration, W>(
  model: Model<D>,
  documents: readonly unknown[],
  options: DeciderOptions,
  write: Write<W>,
): Result<WrittenDecider<W>> {
  const prepared = prepare(
    model,
    documents.map((document) => ({ file: '', document })),
    options,
  )
  if (!prepared.ok) return prepared
  const { rulings, unset } = prepared.value
  const run = <T>(input: unknown, then: (decided: Decided<unknown>) => T, how: DecideOptions = {}): Result<T> => {
    const decided = decideCase(rulings, NOTHING_COMPUTED, input, how)
    return decided.ok ? { ok: true, value: then(decided.value) } : decided
  }
  return {
    ok: true,
    value: {
      unset,
      decide: (input, how = {}) => run(input, (decided) => write(rulings, decided), how),
      trace: (input) => run(input, ({ evaluation }) => traceOf(rulings, evaluation)),
      ask: (input, question, how = {}) => askCase(rulings, NOTHING_COMPUTED, input, question, how),
    },
  }
}
