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
    const children = Array.from({ length: diagrams.sizes[at] as number }, (_, cell) => diagrams.childOf(now, cell))
    const result =
      at === variable ? children.reduce(diagrams.either, NOTHING) : diagrams.branch(at, children.map(visit))
    known.set(now, result)
    return result
  }
  return visit(region)
}
