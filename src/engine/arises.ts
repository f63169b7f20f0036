// When a question arises: declared by the model over facts and first-stage answers, in the documents' own grammar.
// Promise: it is reported beside an answer and never changes it.
import { type Box, boxesOf, MAX_BOXES } from './boxes.js'
import { readCondition } from './condition.js'
import { type Issue, placeOf } from './issue.js'
import type { LoadContext } from './load-conditions.js'
import type { Model } from './model.js'

/**
 * The boxes in which each question arises, by index; none where it always does.
 * Throws on what cannot be meant: that is the model author's mistake.
 */
export function compileArises(model: Model, context: LoadContext): readonly (readonly Box[] | undefined)[] {
  const issues: Issue[] = []
  const nodes = model.questions.map(({ arises, group }) =>
    arises === undefined
      ? undefined
      : readCondition(
          arises,
          [group, 'arises'],
          {
            columns: model.columnOf,
            readable: ({ source }) => source !== 'computed',
            named: new Map(),
            numbers: context.numbers,
            comparisonColumn: context.comparisonColumn,
          },
          issues,
        ),
  )
  if (issues.length > 0) throw new Error(issues.map((one) => `${placeOf(one.path)}: ${one.message.en}`).join('; '))
  const boxes = nodes.map((node) => node && boxesOf(node, context.domainOf))
  const tooMany = model.questions.find(({ index }) => nodes[index] !== undefined && boxes[index] === undefined)
  if (tooMany !== undefined) throw new Error(`${tooMany.group}.arises: more than ${MAX_BOXES} combinations`)
  return boxes
}
