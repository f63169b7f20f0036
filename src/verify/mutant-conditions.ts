// Small wrong changes to a tree of conditions: a leaf dropped, turned round, its number or list changed.
// Promise: numbers move by the smallest step of their kind and stay within the fact's domain.
import type { Condition, FactKind, Json } from '../engine/declaration.js'
import { formatLiteral, parseLiteral } from '../engine/fact-value.js'
import type { Model } from '../engine/model.js'
import type { Text } from '../engine/text.js'
import { contains } from '../engine/value-set.js'
import type { Change, MutantKind } from './mutants.js'
import type { Words } from './words.js'

const OPPOSITE: Readonly<Record<string, string>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
}

/** The operator with the bound taken in or left out. */
const NEIGHBOUR: Readonly<Record<string, string>> = {
  lessThan: 'lessThanInclusive',
  lessThanInclusive: 'lessThan',
  greaterThan: 'greaterThanInclusive',
  greaterThanInclusive: 'greaterThan',
}

const MINUTE = 60_000

/** The smallest step of a kind whose values have an order; an instant is written to the minute. */
export function stepOf({ kind }: FactKind): number | undefined {
  if (kind === 'enum' || kind === 'boolean' || kind === 'text') return undefined
  return kind === 'instant' ? MINUTE : 1
}

export function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null
}

/** Changes of a condition tree; `undefined` where the whole tree is dropped, which the parent does. */
export function conditionChanges(model: Model, condition: Condition, words: Words): Change<Condition | undefined>[] {
  if ('all' in condition) return listChanges(model, 'all', condition.all, words)
  if ('any' in condition) return listChanges(model, 'any', condition.any, words)
  if ('not' in condition) {
    return conditionChanges(model, condition.not, words).map((change) => ({
      ...change,
      value: change.value === undefined ? undefined : { not: change.value },
    }))
  }
  const said = words.condition(condition)
  const dropped: Change<undefined> = {
    kind: 'leaf dropped',
    text: { zh: `去掉条件「${said.zh}」`, en: `condition dropped: ${said.en}` },
    value: undefined,
  }
  if ('condition' in condition)
    return [dropped, { kind: 'leaf negated', text: turned(said), value: { not: condition } }]
  return [dropped, ...leafChanges(model, condition, words, said)]
}

function turned({ zh, en }: Text): Text {
  return { zh: `条件「${zh}」反过来`, en: `condition turned round: ${en}` }
}

function leafChanges(
  model: Model,
  condition: Extract<Condition, { fact: string }>,
  words: Words,
  said: Text,
): Change<Condition>[] {
  const { fact, operator, value } = condition
  const changed = (kind: MutantKind, part: Partial<{ operator: string; value: Json }>): Change<Condition> => {
    const other = { ...condition, ...part }
    const { zh, en } = words.condition(other)
    return {
      kind,
      text: { zh: `条件「${said.zh}」改成「${zh}」`, en: `condition changed: ${said.en} → ${en}` },
      value: other,
    }
  }
  const negated = { ...condition, operator: OPPOSITE[operator] ?? operator }
  const changes: Change<Condition>[] = [{ kind: 'leaf negated', text: turned(said), value: negated }]
  changes.push(...shifted(model, fact, value).map((other) => changed('number shifted', { value: other })))
  const neighbour = NEIGHBOUR[operator]
  // A number in the document is moved itself, which comes to the same.
  if (neighbour !== undefined && typeof value === 'object')
    changes.push(changed('boundary moved', { operator: neighbour }))
  if (Array.isArray(value) && value.length > 1) {
    const without = value.map((_, i) => value.filter((_, other) => other !== i))
    changes.push(...without.map((list) => changed('list member removed', { value: list })))
  }
  return changes
}

/** The neighbours of a number or date, as documents write them. */
function shifted(model: Model, fact: string, value: Json): Json[] {
  const column = model.columnOf.get(fact)
  const step = column && stepOf(column.kind)
  const number = column && parseLiteral(column.kind, value)
  if (column === undefined || step === undefined || number === undefined) return []
  return [number - step, number + step]
    .filter((other) => contains(column.domain, other))
    .map((other) => formatLiteral(column.kind, other))
}

/** Changes of each part of a list; a dropped part leaves its siblings, an only part takes the list with it. */
function listChanges(
  model: Model,
  key: 'all' | 'any',
  parts: readonly Condition[],
  words: Words,
): Change<Condition | undefined>[] {
  const listed = (list: readonly Condition[]): Condition => (key === 'all' ? { all: list } : { any: list })
  return parts.flatMap((part, i) =>
    conditionChanges(model, part, words).map((change) => {
      const list = parts.flatMap((one, other) =>
        other !== i ? [one] : change.value === undefined ? [] : [change.value],
      )
      return { ...change, value: list.length === 0 ? undefined : listed(list) }
    }),
  )
}
