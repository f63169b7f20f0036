// The leaves on which a rule turns, with their words, and what is said where no case turns on one.
// Promise: leaves of named conditions are among them; what is said to be impossible is so whatever the case.

import type { Ruled } from '../domain/domain.js'
import type { CompiledRule } from '../engine/load-rules.js'
import type { Column } from '../engine/model.js'
import type { RuleSet } from '../engine/ruleset.js'
import type { Text } from '../engine/text.js'
import { subtract } from '../engine/value-set.js'
import { columnOf, type LeafNode, leavesOf, settingOf } from './leaves.js'
import type { Words } from './words.js'

/** A leaf on a fact, with what it admits in a situation. */
export interface Turning {
  readonly leaf: LeafNode
  readonly column: Column
  readonly text: Text
}

/** The leaves of a rule, in words. */
export function turningsOf(ruleSet: RuleSet, rule: CompiledRule, words: Words): Turning[] {
  return turningsIn(ruleSet, rule.node).map(({ leaf, column }) => ({
    leaf,
    column,
    text: leaf.type === 'named' ? words.condition({ condition: leaf.name }) : words.condition(leaf.written),
  }))
}

/** Leaves of a tree with those of the named conditions it reads. */
export function turningsIn(ruleSet: RuleSet, node: CompiledRule['node']): { leaf: LeafNode; column: Column }[] {
  return leavesOf(node).flatMap((leaf) => {
    const condition = leaf.type === 'named' ? ruleSet.conditionAt.get(leaf.column) : undefined
    const column = columnOf(ruleSet, leaf)
    return condition !== undefined
      ? turningsIn(ruleSet, condition.node)
      : column === undefined
        ? []
        : [{ leaf, column }]
  })
}

/** That no case was found for a leaf, or that there is none. */
export function lackOf({ leaf, column, text: { zh, en } }: Turning): Text {
  // A fact that must have one of its values always has one of all of them.
  return leaf.type === 'leaf' && subtract(column.domain, leaf.set).length === 0
    ? { zh: `「${zh}」总是成立：没有不满足它的案情`, en: `always so, no case can lack it: ${en}` }
    : { zh: `没有找到只差「${zh}」的案情，请自己写`, en: `no case was found that lacks only: ${en}` }
}

/** Settings the rule compares with that the shop has not made: without them it holds in no case. */
export function unsetOf({ ruleSet, settings }: Ruled, rule: CompiledRule): Text[] {
  const names = turningsIn(ruleSet, rule.node).flatMap(({ leaf }) =>
    leaf.type === 'comparison' ? settingOf(leaf) : [],
  )
  return [...new Set(names)]
    .filter((name) => !settings.has(name) && !ruleSet.parameters.has(name))
    .map((name) => ({
      zh: `店铺没有设置「${name}」：与它比较的条件无从判断`,
      en: `the shop has not set ${name}: what is compared with it cannot be told`,
    }))
}
