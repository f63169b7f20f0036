// Regions without one of their variables: the cases for which some value of it is in the region.
// Promise: nothing that was possible is lost.
import { type Diagrams, EVERYTHING, NOTHING, type Region } from './diagram.js'
import { isIn, some } from './formula.js'
import type { Space } from './space.js'

/** What a region comes to when a variable may have any value. */
export function forgotten(diagrams: Diagrams, { variables }: Space, region: Region, variable: number): Region {
  const known = new Map<Region, Region>()
  const visit = (now: Region): Region => {
    if (now === NOTHING || now === EVERYTHING) return now
    const at = diagrams.variableOf(now)
    if (at > variable) return now
    const done = known.get(now)
    if (done !== undefined) return done
    const size = diagrams.sizes[at] as number
    let result: Region = NOTHING
    for (let cell = 0; cell < size; cell += 1) {
      const child = diagrams.childOf(now, cell)
      const rest = at === variable ? child : diagrams.both(visit(child), only(at, cell))
      result = diagrams.either(result, rest)
    }
    known.set(now, result)
    return result
  }
  const only = (index: number, cell: number): Region => {
    const { every } = variables[index] as Space['variables'][number]
    return diagrams.build(
      some([
        isIn(
          index,
          every.map((_, word) => (word === cell >>> 5 ? 1 << (cell & 31) : 0)),
          every,
        ),
      ]),
    )
  }
  return visit(region)
}
