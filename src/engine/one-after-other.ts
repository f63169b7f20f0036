// Things in an order in which each stands before those it has to precede.
// Promise: takes time in proportion to the links; who is in a circle, or behind one, is left out.

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
