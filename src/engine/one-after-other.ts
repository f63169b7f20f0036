// Things in an order in which each stands before those it has to precede.
// Promise: takes time in proportion to the links; who is in a circle, or behind one, is left out, and circles are told once; of those
// that share a member at least one is.

/** @param before for each thing, those it stands before; one of them may be named as often as wanted */
export function oneAfterOther(before: readonly (readonly number[])[]): number[] {
  const waitingFor = before.map(() => 0)
  for (const later of before) for (const one of later) waitingFor[one] = (waitingFor[one] as number) + 1
  const order = waitingFor.flatMap((count, index) => (count === 0 ? [index] : []))
  for (let i = 0; i < order.length; i += 1) {
    for (const one of before[order[i] as number] as readonly number[]) {
      waitingFor[one] = (waitingFor[one] as number) - 1
      if (waitingFor[one] === 0) order.push(one)
    }
  }
  return order
}

/**
 * Circles that keep things out of `order`: whoever is kept out is in one of them, or behind one, or in one that shares a member with it.
 * @param after for each thing, those that stand before it
 */
export function circlesIn(after: readonly Iterable<number>[], order: readonly number[]): number[][] {
  const done = new Set(order)
  const seen = new Set(order)
  return after.flatMap((_, start) => {
    const path = new Map<number, number>()
    let here: number | undefined = start
    while (here !== undefined && !seen.has(here) && !path.has(here)) {
      path.set(here, path.size)
      here = [...(after[here] as Iterable<number>)].find((one) => !done.has(one))
    }
    const from = path.get(here ?? -1)
    for (const one of path.keys()) seen.add(one)
    return from === undefined ? [] : [[...path.keys()].slice(from)]
  })
}
