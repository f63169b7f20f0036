// Which members of a yes/no question are surely chosen: tasks to do, parts of a remark, reports to hand in.
// Promise: in declared order, read from the evaluation itself; what is still open is not among them.
import type { Evaluation } from '../../engine/evaluate.js'
import type { Resolved } from '../../engine/fold.js'
import type { Rulings } from '../../engine/rulings.js'

const YES = 1

export function chosenIn(
  { ruleSet: { model } }: Rulings,
  { resolved }: Evaluation<unknown>,
  question: string,
): string[] {
  const members: string[] = []
  for (const { index, member } of model.groups.find(({ id }) => id === question)?.questions ?? []) {
    const { outcomes } = resolved[index] as Resolved
    if (member !== undefined && outcomes.length === 1 && outcomes[0] === YES) members.push(member)
  }
  return members
}
