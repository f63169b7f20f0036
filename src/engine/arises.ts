// When a question arises: declared by the model over facts and first-stage answers, in the documents' own grammar.
// Promise: it is reported beside an answer and never changes it.
import { type Box, boxesOf, MAX_BOXES } from './boxes.js'
import { type Node, readCondition } from './condition.js'
import { type Issue, placeOf } from './issue.js'
import type { LoadContext } from './load-conditions.js'
import type { Model } from './model.js'

export interface Arises {
  readonly boxes: readonly (readonly Box[] | undefined)[]
  readonly nodes: readonly (Node | undefined)[]
}

/** Compiles the model's `arises`. Throws on what cannot be meant: that is the model author's mistake. */
export function compileArises(model: Model, context: LoadContext): Arises {
  const issues: Issue[] = []
  const last = model.declaration.stages.length
  const nodes = model.questions.map(({ arises, group }) =>
    arises === undefined
      ? undefined
      : readCondition(
          arises,
          [group, 'arises'],
          {
            columns: model.columnOf,
            readable: ({ source, stage }) =>
              source !== 'computed' && (stage === undefined || model.declaration.stages.indexOf(stage) < last),
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
  return { nodes, boxes }
}
