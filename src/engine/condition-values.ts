// Reads the values a leaf of a condition compares with, as numbers of the fact's kind.
// Promise: a list where the operator takes one and nowhere else; every value that is none of the fact's is an issue.
import { parseLiteral, shapeOf, wordsOf } from './fact-value.js'
import { type Issue, issue, notAmong } from './issue.js'
import type { Column } from './model.js'
import { type Operator, takesList } from './operator.js'
import { NONE } from './value-set.js'
import { noValue, TRUTH, YUAN } from './wanted.js'

type Path = readonly (string | number)[]

/** The values as numbers; `undefined` after an issue. */
export function readValues(
  value: unknown,
  operator: Operator,
  column: Column,
  path: Path,
  issues: Issue[],
): number[] | undefined {
  const list = takesList(operator)
  if (list !== Array.isArray(value) || (Array.isArray(value) && value.length === 0)) {
    issues.push(
      issue('wrong-type', [...path, 'value'], value, {
        zh: list ? `「${operator}」的值应为至少一项的数组` : `「${operator}」的值应为单个值`,
        en: list ? `"${operator}" takes an array of at least one value` : `"${operator}" takes one value`,
      }),
    )
    return undefined
  }
  const written: readonly unknown[] = Array.isArray(value) ? value : [value]
  const ordering = operator.includes('Than')
  const numbers: number[] = []
  written.forEach((one, i) => {
    const place = list ? [...path, 'value', i] : [...path, 'value']
    const number = one === 'none' && acceptsNone(column) && !ordering ? NONE : parseLiteral(column.kind, one)
    if (number === undefined) issues.push(badValue(one, column, place))
    else numbers.push(number)
  })
  return numbers.length === written.length ? numbers : undefined
}

function badValue(value: unknown, column: Column, place: Path): Issue {
  const { kind, label, id, options } = column
  const what = { zh: `「${label.zh}」的值`, en: `value of "${id}"` }
  if (kind.kind === 'enum') {
    const words = [...wordsOf(kind), ...(acceptsNone(column) ? ['none'] : [])]
    const aliases = new Map(options.map((option) => [option.label.zh, option.id]))
    return notAmong('unknown-value', place, value, words, what, { aliases })
  }
  const wanted = kind.kind === 'money' ? YUAN : kind.kind === 'boolean' ? TRUTH : shapeOf(kind)
  return noValue('wrong-type', place, value, what, wanted, (plain) => parseLiteral(kind, plain) !== undefined)
}

/** "None" is a value of facts. An answer that is not there equals no value, so nothing can be compared with its absence. */
export function acceptsNone({ none, source }: Column): boolean {
  return none && source !== 'answer'
}
