// Per leaf of a rule or named condition: it can make the difference, alone, and so can each word of a list.
// Promise: a leaf is called needed only where a case was decided in which it alone keeps the rule from holding.

import type { Node } from '../engine/condition.js'
import { parseLiteral } from '../engine/fact-value.js'
import type { NamedCondition } from '../engine/load-conditions.js'
import type { CompiledRule } from '../engine/load-rules.js'
import type { Column } from '../engine/model.js'
import { admitted } from '../engine/operator.js'
import type { Text } from '../engine/text.js'
import { NONE } from '../engine/value-set.js'
import { finding } from './check-rules.js'
import { type Checked, type Finding, summed } from './finding.js'
import { all, type Formula, not, some } from './formula.js'
import { type LeafNode, leavesOf } from './leaves.js'
import { sensitivities } from './sensitivity.js'
import { areSame, type Subject, withinBudget } from './subject.js'
import type { Words } from './words.js'

type Part = CompiledRule | NamedCondition

/** Leaves without which the rule or condition would hold in the same cases. */
export function checkLeaves(subject: Subject, parts: readonly Part[], words: Words): Checked {
  const findings: Finding[] = []
  let claims = 0
  for (const part of parts) {
    const inForce = windowOf(subject, part)
    const holds = all([subject.answering.reader.node(part.node), inForce])
    const variants = leavesOf(part.node).flatMap((leaf, place) =>
      variantsOf(subject, leaf, words).map((variant) => ({ ...variant, leaf, place })),
    )
    claims += variants.length
    const weighed = subject.diagrams.forNow(() => {
      const isSame = sameness(subject, part, inForce)
      return variants.map((one) => ({ ...one, same: isSame(one.leaf, one.value) }))
    })
    for (const { same, text, place } of weighed) {
      if (same === false) continue
      const verdict = same === true ? 'no' : 'unknown'
      findings.push(finding(subject, part, 'leaves-needed', verdict, holds, text, `${place} ${text.zh}`))
    }
  }
  return summed('leaves-needed', undefined, claims, findings)
}

/** Tells whether a part holds in the same cases with something else in a leaf's place; nothing where nobody knows. */
function sameness(
  subject: Subject,
  { node }: Part,
  inForce: Formula,
): (leaf: LeafNode, value: Formula) => boolean | undefined {
  const { diagrams, world, answering } = subject
  const where = withinBudget(subject, () =>
    sensitivities(diagrams, node, answering.reader.node, diagrams.build(inForce)),
  )
  return (leaf, value) => {
    const drawn = withinBudget(subject, () => {
      const turns = where?.get(leaf)
      if (turns === undefined) return undefined
      const [was, is] = [diagrams.build(answering.reader.node(leaf)), diagrams.build(value)]
      const changes = diagrams.either(diagrams.minus(was, is), diagrams.minus(is, was))
      return !diagrams.meets(diagrams.both(turns, changes), diagrams.build(world))
    })
    if (drawn !== undefined) return drawn
    const holds = all([answering.reader.node(node), inForce])
    return areSame(subject, holds, all([replaced(subject, node, leaf, value), inForce]))
  }
}

function windowOf({ space, rulings }: Subject, part: Part): Formula {
  if (!('effective' in part)) return all([])
  const { columns } = rulings.ruleSet.model
  return space.valueIn((columns[part.effective.column] as Column).id, part.effective.set)
}

interface Variant {
  readonly value: Formula
  readonly text: Text
}

/** The leaf left out of what must all hold, or of what any will do, and a list without one of its words. */
function variantsOf(subject: Subject, leaf: LeafNode, words: Words): Variant[] {
  const { zh, en } = words.condition(leaf.type === 'named' ? { condition: leaf.name } : leaf.written)
  const whole: Variant[] = [
    { value: all([]), text: { zh: `「${zh}」总是随其余条件成立`, en: `always so where the rest holds: ${en}` } },
    { value: some([]), text: { zh: `「${zh}」从不起作用`, en: `never makes a difference: ${en}` } },
  ]
  if (leaf.type !== 'leaf' || !Array.isArray(leaf.written.value) || leaf.written.value.length < 2) return whole
  const column = subject.rulings.ruleSet.model.columns[leaf.column] as Column
  const list = leaf.written.value
  const without = list.map((one, i): Variant => {
    const rest = list
      .filter((_, k) => k !== i)
      .map((other) => (other === 'none' && column.none ? NONE : parseLiteral(column.kind, other)))
    const set = admitted(column.domain, leaf.written.operator, rest as number[])
    const word = words.value(column.id, one)
    return {
      value: subject.answering.reader.node({ ...leaf, set }),
      text: { zh: `「${zh}」里的「${word.zh}」从不起作用`, en: `"${word.en}" never makes a difference in: ${en}` },
    }
  })
  return [...whole, ...without]
}

/** The tree with one leaf standing for something else. */
function replaced(subject: Subject, node: Node, leaf: LeafNode, value: Formula): Formula {
  if (node === leaf) return value
  switch (node.type) {
    case 'all':
      return all(node.nodes.map((one) => replaced(subject, one, leaf, value)))
    case 'any':
      return some(node.nodes.map((one) => replaced(subject, one, leaf, value)))
    case 'not':
      return not(replaced(subject, node.node, leaf, value))
    default:
      return subject.answering.reader.node(node)
  }
}
