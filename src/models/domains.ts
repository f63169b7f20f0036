// The domains that ship, and which of them a document belongs to.
// Promise: told from the path alone: a folder named after a model, right below that of a layer or platform, holds what is
// that model's; everything else is the after-sale model's, or the one model's a folder of rules says it is for.
import type { Domain } from '../domain/domain.js'
import { afterSaleDomain } from './after-sale/domain.js'
import { complaintsDomain } from './complaints/domain.js'
import { reviewsDomain } from './reviews/domain.js'
import { serviceLevelsDomain } from './service-levels/domain.js'

/** After-sale first: what is meant where no model is named. */
export const domains: readonly Domain[] = [afterSaleDomain, reviewsDomain, complaintsDomain, serviceLevelsDomain]

const idOf = ({ model }: Domain) => model.declaration.id

/** Ids of the domains. */
export const MODELS: readonly string[] = domains.map(idOf)

/** The model meant where none is named. */
export const FIRST = idOf(afterSaleDomain)

export function domainOf(id: string): Domain {
  return domains.find((one) => idOf(one) === id) ?? afterSaleDomain
}

/** The model in whose folder a path below the rules lies, `shop/reviews/late`; `own` where it lies in none. */
export function modelOfPath(path: string, own: string = FIRST, models: readonly string[] = MODELS): string {
  const [above, ...below] = path.split('/').slice(0, -1)
  const folders = above === 'platform' ? below.slice(0, 2) : below.slice(0, 1)
  return folders.find((folder) => models.includes(folder)) ?? own
}
