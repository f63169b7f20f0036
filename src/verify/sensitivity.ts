// Where a leaf of a tree makes the difference: the cases in which the tree comes out as the leaf does, or as it does not.
// Promise: found for all leaves in one walk; the tree with another leaf in its place is the same tree elsewhere.
import type { Node } from '../engine/condition.js'
import { type Diagrams, EVERYTHING, type Region } from './diagram.js'
import type { Formula } from './formula.js'
import type { LeafNode } from './leaves.js'

/** The cases, among those of `within`, in which each leaf makes the difference. */
export function sensitivities(
  diagrams: Diagrams,
  root: Node,
  formulaOf: (node: Node) => Formula,
  within: Region,
): ReadonlyMap<LeafNode, Region> {
  const found = new Map<LeafNode, Region>()
  const visit = (node: Node, here: Region): void => {
    switch (node.type) {
      case 'not':
        visit(node.node, here)
        return
      case 'all':
      case 'any': {
        const own = node.nodes.map((one) => diagrams.build(formulaOf(one)))
        const passes = node.type === 'all' ? own : own.map((one) => diagrams.minus(EVERYTHING, one))
        // What is before a part grows from the front, what is after it was found from the back.
        const after = [here]
        for (const pass of [...passes].reverse()) after.push(diagrams.both(pass, after.at(-1) as Region))
        let before = EVERYTHING
        node.nodes.forEach((one, i) => {
          visit(one, diagrams.both(before, after[passes.length - 1 - i] as Region))
          before = diagrams.both(before, passes[i] as Region)
        })
        return
      }
      default:
        found.set(node, here)
    }
  }
  visit(root, within)
  return found
}
