// The rules of a shop by the layers a fixture is decided on, each set of layers loaded once.
// Promise: a fixture is decided here exactly as it is when it is run: its layers, its settings, its floors.

import type { Domain, Ruled } from '../domain/domain.js'
import { load } from '../domain/load.js'
import { isOnLayer, layerOfRule } from '../domain/rule-layers.js'
import type { FactDeclaration } from '../engine/declaration.js'
import type { Issue } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import type { DeciderOptions } from '../engine/options.js'
import type { Before, Source } from '../engine/read-documents.js'
import type { Document } from './words.js'

/** What a shop decides with. */
export interface Shop {
  readonly domain: Domain
  /** The domain's model with the shop's own facts. */
  readonly model: Model
  readonly facts?: Readonly<Record<string, FactDeclaration>>
  readonly documents: readonly Document[]
  readonly omit: readonly string[]
  readonly settings: NonNullable<DeciderOptions['settings']>
  /** What the documents came to when they were read before. */
  readonly before?: Before
}

type Options = Pick<DeciderOptions, 'settings' | 'floors'>

/** The rules of some layers with their settings, or what is wrong with them. */
export type RulesOn = (
  layers: readonly string[],
  options: Options,
) => { readonly ok: true; readonly value: Ruled } | { readonly ok: false; readonly issues: readonly Issue[] }

/** Loads each set of layers once. */
export function rulesByLayer(shop: Shop): RulesOn {
  const loaded = new Map<string, ReturnType<RulesOn>>()
  const before = shop.before ?? new WeakMap()
  return (layers, { settings, floors = 'advise' }) => {
    const key = JSON.stringify([keyOf(layers), settings, floors])
    const found = loaded.get(key)
    if (found !== undefined) return found
    const read = load(
      shop.domain,
      shop.model,
      sourcesOn(shop, layers),
      { omit: omittedOn(shop, layers), settings: { ...shop.settings, ...settings }, floors },
      before,
    )
    const rulings: ReturnType<RulesOn> = read.ok ? { ok: true, value: read.value.rulings } : read
    loaded.set(key, rulings)
    return rulings
  }
}

export function keyOf(layers: readonly string[]): string {
  return [...new Set(layers)].sort().join()
}

/** The documents of some layers; a changed one in the place of the one it was made from. */
export function sourcesOn({ documents }: Shop, layers: readonly string[], changed?: Document): Source[] {
  return documents
    .filter((document) => isOnLayer(document, layers))
    .map((document) => ({
      file: '',
      document: changed !== undefined && document.id === changed.id ? changed : document,
    }))
}

/** The rules left out that are on these layers: one that is not there cannot be left out. */
export function omittedOn({ documents, omit }: Shop, layers: readonly string[]): string[] {
  return omit.filter((id) => layers.includes(layerOfRule(documents, id) ?? ''))
}
