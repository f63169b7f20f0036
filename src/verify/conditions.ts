// When rules and named conditions hold, as formulas, from the trees as they are written.
// Promise: named conditions are written out, numbers of settings and of dated parameters are put in, answers of earlier
// stages stand as the cases that lead to them; where nobody gave a number, either truth is possible if the space has a
// variable for it.
import type { Comparison, Node } from '../engine/condition.js'
import { readEffective } from '../engine/effective.js'
import type { NamedCondition } from '../engine/load-conditions.js'
import type { CompiledRule } from '../engine/load-rules.js'
import type { Column } from '../engine/model.js'
import { admitted, type Operator } from '../engine/operator.js'
import { contains, NONE, type ValueSet } from '../engine/value-set.js'
import { all, FALSE, type Formula, not, some } from './formula.js'
import { inCells, openComparison, type Rules, type Space } from './space.js'

export interface Reader {
  readonly node: (node: Node) => Formula
  /** The rule holds: its conditions do, and it is in force. */
  readonly rule: (rule: CompiledRule) => Formula
  readonly condition: (condition: NamedCondition) => Formula
}

/** Reads the conditions of a rule set. `answerIn`: the cases in which a question of an earlier stage has such an answer. */
export function readerOf(
  space: Space,
  { ruleSet, settings }: Rules,
  answerIn: (question: string, set: ValueSet) => Formula,
): Reader {
  const { model, conditionAt, comparisonAt, parameters } = ruleSet
  const conditions = new Map<number, Formula>()
  const rules = new Map<CompiledRule, Formula>()

  function node(one: Node): Formula {
    switch (one.type) {
      case 'all':
        return all(one.nodes.map(node))
      case 'any':
        return some(one.nodes.map(node))
      case 'not':
        return not(node(one.node))
      case 'named':
        return condition(conditionAt.get(one.column) as NamedCondition)
      case 'comparison':
        return compared(comparisonAt.get(one.column) as Comparison)
      case 'leaf': {
        const column = model.columns[one.column] as Column
        return column.source === 'answer' ? answerIn(column.id, one.set) : space.valueIn(column.id, one.set)
      }
    }
  }

  function condition(one: NamedCondition): Formula {
    const known = conditions.get(one.column)
    if (known !== undefined) return known
    const window = readEffective(model, one.document.effective, [], [])
    const formula = all([node(one.node), window === undefined ? some([]) : inForce(window)])
    conditions.set(one.column, formula)
    return formula
  }

  function inForce({ column, set }: { readonly column: number; readonly set: ValueSet }): Formula {
    return space.valueIn((model.columns[column] as Column).id, set)
  }

  function compared({ fact, operator, parameter }: Comparison): Formula {
    const admits = (value: number) => space.valueIn(fact.id, admitted(fact.domain, operator, [value]))
    const dated = parameters.get(parameter)
    const open = space.variableAt(openComparison(fact.id, operator, parameter))
    const either = open === undefined ? FALSE : whateverTheNumber(fact, operator, inCells(open, [1]))
    if (dated !== undefined) {
      const versions = dated.versions.map(({ window, value }) => ({
        isNow: inForce({ column: dated.by, set: window }),
        holds: admits(value),
      }))
      const none = not(some(versions.map(({ isNow }) => isNow)))
      return some([...versions.map(({ isNow, holds }) => all([isNow, holds])), all([none, either])])
    }
    const setting = settings.get(parameter)
    return setting === undefined ? either : admits(setting)
  }

  /** A comparison with a number nobody gave: "none" compares the same way with every number. */
  function whateverTheNumber(fact: Column, operator: Operator, isSo: Formula): Formula {
    if (!contains(fact.domain, NONE)) return isSo
    const isNone = space.valueIn(fact.id, [NONE, NONE])
    return contains(admitted(fact.domain, operator, [0]), NONE) ? some([isNone, isSo]) : all([not(isNone), isSo])
  }

  return {
    node,
    condition,
    rule: (rule) => {
      const known = rules.get(rule)
      if (known !== undefined) return known
      const formula = all([node(rule.node), inForce(rule.effective)])
      rules.set(rule, formula)
      return formula
    },
  }
}
