// Where two outcomes of a question meet: the cases of a change, and those left of it once others are listed.
// Promise: where amounts may differ on the two sides, what is worked out from them is not held to be the same.
import type { Region } from './diagram.js'
import type { Finding } from './finding.js'
import { forgotten } from './forget.js'
import { all, type Formula } from './formula.js'
import { drawnIn, type Looked, look, type Subject } from './subject.js'

/** Finds cases of two outcomes. Where amounts may differ, what is worked out from them need not be the same in both. */
export function meeting(now: Subject, settled: Formula): (was: Formula, is: Formula) => Looked {
  const { diagrams, space } = now
  if (settled.kind === 'true') return (was, is) => look(now, all([was, is]))
  const computed = space.variables.filter(({ column }) => column?.source === 'computed')
  const freed = new Map<Formula, Region>()
  const free = (formula: Formula): Region => {
    const known = freed.get(formula)
    if (known !== undefined) return known
    const region = computed.reduce((left, { index }) => forgotten(diagrams, left, index), diagrams.build(formula))
    freed.set(formula, region)
    return region
  }
  return (was, is) =>
    drawnIn(now, ({ both, build, either, minus }) => {
      const stays = build(settled)
      return either(both(both(build(was), build(is)), stays), minus(both(free(was), free(is)), stays))
    })
}

/** What was found, without the cases that are listed as the rules have it; nobody knows where these have no region. */
export function unlisted(now: Subject, listed: Pick<Finding, 'region'> | undefined, looked: Looked): Looked {
  if (looked.kind === 'none' || listed === undefined) return looked
  const { region } = listed
  if (looked.kind !== 'region' || region === undefined) return { kind: 'unknown' }
  return drawnIn(now, ({ minus }) => minus(looked.region, region))
}
