// The rules that ship, by the name a shop's aftersale.json brings them in by.
// Promise: a pack belongs to one model; a name stands for the same documents as in `aftersale/rules`.
import type { Source } from '../engine/read-documents.js'
import { complaintRules, law, reviewRules, serviceLevelRules, sop, taobao } from '../rules.js'

interface Pack {
  readonly model: string
  readonly documents: readonly object[]
}

const PACKS: Readonly<Record<string, Pack>> = {
  law: { model: 'after-sale', documents: law },
  taobao: { model: 'after-sale', documents: taobao },
  sop: { model: 'after-sale', documents: sop },
  reviews: { model: 'reviews', documents: reviewRules },
  complaints: { model: 'complaints', documents: complaintRules },
  'service-levels': { model: 'service-levels', documents: serviceLevelRules },
}

export const PACK_NAMES: readonly string[] = Object.keys(PACKS)

/** The packs of a model. */
export function packsOf(model: string): string[] {
  return PACK_NAMES.filter((name) => PACKS[name]?.model === model)
}

/** The documents of those packs that are the model's. */
export function packed(names: readonly string[], model: string): Source[] {
  const own = new Set(packsOf(model))
  return [...new Set(names)]
    .filter((name) => own.has(name))
    .flatMap((name) => (PACKS[name] as Pack).documents.map((document) => ({ file: '', document })))
}
