// Rules of one domain, loaded: what the engine checks of every rule, and then what only the domain knows of them.
// Promise: rules that a domain could not decide by are refused here, whoever loads them.
import { prepare } from '../engine/decider.js'
import type { Result } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import type { DeciderOptions } from '../engine/options.js'
import type { Before, Source } from '../engine/read-documents.js'
import type { Rulings } from '../engine/rulings.js'
import type { Deciding } from './domain.js'

/** Loads and checks everything once, as `prepare` does. `model`: the domain's, with facts of a shop's own. */
export function load<D extends Deciding>(
  domain: D,
  model: Model,
  sources: readonly Source[],
  options: DeciderOptions,
  before?: Before,
): Result<{ readonly rulings: Rulings & { readonly domain: D }; readonly unset: readonly string[] }> {
  const prepared = prepare(model, sources, options, before)
  if (!prepared.ok) return prepared
  const { rulings, unset } = prepared.value
  const issues = domain.check?.(rulings.ruleSet, sources) ?? []
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { rulings: { ...rulings, domain }, unset } }
}
