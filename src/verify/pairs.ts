// Pairs of cases between which one leaf alone makes the difference: in one it holds and decides, in the other it fails
// and decides (masking MC/DC).
// Promise: a leaf decides a case only where the tree surely comes out otherwise with it the other way round.
import type { Node } from '../engine/condition.js'
import type { RuleSet } from '../engine/ruleset.js'
import type { ProvenCase } from './cases.js'
import { type LeafNode, leavesOf, truthOf } from './leaves.js'
import { sensitivities } from './sensitivity.js'
import { type Subject, withinBudget } from './subject.js'

type Truth = boolean | undefined

/** Whether a leaf decides what the tree comes to in a case, and how it stands there; nothing where it does not. */
export function decidingTruth(node: Node, leaf: LeafNode, { rulings, decided }: ProvenCase): Truth {
  const { ruleSet } = rulings
  const { known } = decided.evaluation
  const own = truthOf(ruleSet, leaf, known)
  if (own === undefined) return undefined
  const truth = (other: LeafNode) => truthOf(ruleSet, other, known)
  const [so, otherwise] = [own, !own].map((given) => treeTruth(node, (one) => (one === leaf ? given : truth(one))))
  return so !== undefined && otherwise !== undefined && so !== otherwise ? own : undefined
}

function treeTruth(node: Node, truth: (leaf: LeafNode) => Truth): Truth {
  switch (node.type) {
    case 'not': {
      const inner = treeTruth(node.node, truth)
      return inner === undefined ? undefined : !inner
    }
    case 'all':
    case 'any': {
      const absorbing = node.type === 'any'
      const parts = node.nodes.map((one) => treeTruth(one, truth))
      if (parts.includes(absorbing)) return absorbing
      return parts.includes(undefined) ? undefined : !absorbing
    }
    default:
      return truth(node)
  }
}

/** By its place in the tree, whether there can be a pair for a leaf at all; yes where nobody knows. */
export function pairsPossible(subject: Subject | undefined, id: string): (place: number) => boolean {
  const part = subject && partOf(subject.rulings.ruleSet, id)
  if (subject === undefined || part === undefined) return () => true
  const { diagrams, world, answering } = subject
  const possible = diagrams.forNow(() =>
    withinBudget(subject, () => {
      const turns = sensitivities(diagrams, part.node, answering.reader.node, diagrams.build(world))
      return leavesOf(part.node).map((leaf) => {
        const [where, holds] = [turns.get(leaf) as number, diagrams.build(answering.reader.node(leaf))]
        return diagrams.meets(where, holds) && diagrams.minus(where, holds) !== 0
      })
    }),
  )
  return (place) => possible?.[place] ?? true
}

/** A rule or named condition by its id. */
export function partOf(ruleSet: RuleSet, id: string) {
  return ruleSet.rules.find((one) => one.id === id) ?? ruleSet.conditions.find((one) => one.id === id)
}
