// Regions without one of their variables: the cases for which some value of it is in the region.
// Promise: nothing that was possible is lost.
import { type Diagrams, EVERYTHING, NOTHING, type Region } from './diagram.js'

/** What a region comes to when a variable may have any value. */
export function forgotten(diagrams: Diagrams, region: Region, variable: number): Region {
  const known = new Map<Region, Region>()
  const visit = (now: Region): Region => {
    if (now === NOTHING || now === EVERYTHING) return now
    const at = diagrams.variableOf(now)
    if (at > variable) return now
    const done = known.get(now)
    if (done !== undefined) return done
    const result = at === variable ? anyOf(now, at) : branched(now, at)
    known.set(now, result)
    return result
  }
  const anyOf = (now: Region, at: number): Region => {
    let result: Region = NOTHING
    for (let cell = 0; cell < (diagrams.sizes[at] as number); cell += 1)
      result = diagrams.either(result, diagrams.childOf(now, cell))
    return result
  }
  const branched = (now: Region, at: number): Region => {
    const children: Region[] = []
    for (let cell = 0; cell < (diagrams.sizes[at] as number); cell += 1)
      children.push(visit(diagrams.childOf(now, cell)))
    return diagrams.branch(at, children)
  }
  return visit(region)
}
