// Reads a condition of a document into a checked tree whose leaves are sets of values.
// Promise: unknown facts, illegal operators, values outside the fact's kind and empty groups are issues with a place;
// the tree that comes out can be evaluated without any further question.
import { readValues } from './condition-values.js'
import type { FactKind, Json } from './declaration.js'
import { type Issue, issue, notAmong } from './issue.js'
import type { Column } from './model.js'
import { admitted, LIST_VALUE, type Operator, operatorsFor, SINGLE_VALUE, takesList } from './operator.js'
import { isObject } from './plain.js'
import type { ValueSet } from './value-set.js'

export type Node =
  | { readonly type: 'all' | 'any'; readonly nodes: readonly Node[] }
  | { readonly type: 'not'; readonly node: Node }
  /** A named condition, read as one three-valued column. */
  | { readonly type: 'named'; readonly name: string; readonly column: number }
  | { readonly type: 'leaf'; readonly column: number; readonly set: ValueSet; readonly written: Leaf }
  /** A fact against a setting or dated parameter, read as one three-valued column. */
  | { readonly type: 'comparison'; readonly column: number; readonly written: Leaf }

export interface Leaf {
  readonly fact: string
  readonly operator: Operator
  readonly value: Json
}

/** A fact against a number that is not in the document. */
export interface Comparison {
  readonly column: number
  readonly fact: Column
  readonly operator: Operator
  /** Name of the setting or parameter. */
  readonly parameter: string
  /** What each number admits of the fact, once it was met. */
  readonly sets: Map<number, ValueSet>
}

/** The columns that the leaves of a condition name, whether or not they can make a difference to it. */
export function columnsNamedIn(node: Node): readonly number[] {
  if ('nodes' in node) return node.nodes.flatMap(columnsNamedIn)
  return 'node' in node ? columnsNamedIn(node.node) : [node.column]
}

/** What a condition may refer to, at the place it stands. */
export interface Scope {
  readonly columns: ReadonlyMap<string, Column>
  /** Whether this column may be read here; answers only of earlier stages, for instance. */
  readonly readable: (column: Column) => boolean
  /** Column of a named condition that may be used here. */
  readonly named: ReadonlyMap<string, number>
  /** Kinds of settings and parameters by name. */
  readonly numbers: ReadonlyMap<string, FactKind>
  readonly comparisonColumn: (fact: Column, operator: Operator, parameter: string) => number
  /** Whether the condition or parameter of this name is there but broken, which is an issue already. */
  readonly broken?: (name: string) => boolean
}

type Path = readonly (string | number)[]

const NODE_KEYS = ['all', 'any', 'not', 'condition', 'fact', 'operator', 'value']
const OPERATORS: readonly string[] = [...SINGLE_VALUE, ...LIST_VALUE]

/** Reads the condition of a document, which is a group or a named condition, as json-rules-engine wants it. */
export function readRoot(written: unknown, path: Path, scope: Scope, issues: Issue[]): Node | undefined {
  const node = readCondition(written, path, scope, issues)
  if (node?.type !== 'leaf' && node?.type !== 'comparison') return node
  issues.push(
    issue('not-accepted', path, node.written.fact, {
      zh: '最外层应为 all、any、not 或 condition：把这一条放进 {"all": [ … ]}',
      en: 'the outermost condition is all, any, not or condition: put this leaf into {"all": [ … ]}',
    }),
  )
  return undefined
}

/** Reads one condition; what is wrong goes to `issues`, and the result is `undefined` then. */
export function readCondition(written: unknown, path: Path, scope: Scope, issues: Issue[]): Node | undefined {
  if (!isObject(written)) {
    issues.push(issue('wrong-type', path, written, { zh: '条件应为 JSON 对象', en: 'a condition is a JSON object' }))
    return undefined
  }
  const keys = Object.keys(written)
  const strange = keys.filter((key) => !NODE_KEYS.includes(key))
  for (const key of strange) {
    issues.push(notAmong('unknown-key', [...path, key], key, NODE_KEYS, { zh: '条件的键', en: 'key of a condition' }))
  }
  if (strange.length > 0) return undefined
  if ('fact' in written || 'operator' in written || 'value' in written) return readLeaf(written, path, scope, issues)
  if (keys.length !== 1) {
    issues.push(
      issue('not-accepted', path, keys.join(', '), {
        zh: '一个条件恰好写 all、any、not、condition 之一，或一条 fact / operator / value',
        en: 'a condition has exactly one of all, any, not, condition, or one fact / operator / value',
      }),
    )
    return undefined
  }
  if ('condition' in written) return readNamed(written.condition, path, scope, issues)
  if ('not' in written) {
    const node = readCondition(written.not, [...path, 'not'], scope, issues)
    return node && { type: 'not', node }
  }
  const type = 'all' in written ? 'all' : 'any'
  const children = written[type]
  if (!Array.isArray(children) || children.length === 0) {
    issues.push(
      issue('empty', [...path, type], children, {
        zh: `「${type}」应为至少一项的数组`,
        en: `"${type}" is an array of at least one condition`,
      }),
    )
    return undefined
  }
  const nodes = children.map((child, i) => readCondition(child, [...path, type, i], scope, issues))
  return nodes.every((node): node is Node => node !== undefined) ? { type, nodes } : undefined
}

function readNamed(name: unknown, path: Path, scope: Scope, issues: Issue[]): Node | undefined {
  const column = typeof name === 'string' ? scope.named.get(name) : undefined
  if (column !== undefined) return { type: 'named', name: name as string, column }
  if (typeof name === 'string' && scope.broken?.(name) === true) return undefined
  issues.push(
    notAmong('unknown-condition', [...path, 'condition'], name, [...scope.named.keys()], {
      zh: '命名条件',
      en: 'named condition',
    }),
  )
  return undefined
}

function readLeaf(
  written: Readonly<Record<string, unknown>>,
  path: Path,
  scope: Scope,
  issues: Issue[],
): Node | undefined {
  const { fact, operator, value } = written
  const keys = Object.keys(written).sort().join(', ')
  if (keys !== 'fact, operator, value') {
    issues.push(
      issue('missing-key', path, keys, {
        zh: `一条判断恰好写 fact、operator、value，这里写的是 ${keys}`,
        en: `a leaf has exactly fact, operator and value, not ${keys}`,
      }),
    )
    return undefined
  }
  const column = typeof fact === 'string' ? scope.columns.get(fact) : undefined
  if (column === undefined || !scope.readable(column)) {
    const readable = [...scope.columns.values()].filter(scope.readable)
    const ids = readable.map(({ id }) => id)
    const aliases = new Map(readable.map(({ label, id }) => [label.zh, id]))
    const what = { zh: '此处可读的事实', en: 'fact readable here' }
    issues.push(notAmong('unknown-fact', [...path, 'fact'], fact, ids, what, { aliases }))
    return undefined
  }
  const legal = operatorsFor(column.kind)
  if (typeof operator !== 'string' || !(legal as readonly string[]).includes(operator)) {
    const code = typeof operator === 'string' && OPERATORS.includes(operator) ? 'illegal-operator' : 'unknown-value'
    issues.push(
      notAmong(code, [...path, 'operator'], operator, legal, {
        zh: `「${column.label.zh}」可用的运算符`,
        en: `operator for "${column.id}"`,
      }),
    )
    return undefined
  }
  const leaf = { fact: column.id, operator: operator as Operator, value: value as Json }
  if (isObject(value)) return readComparison(value, leaf, column, path, scope, issues)
  const values = readValues(value, leaf.operator, column, path, issues)
  if (values === undefined) return undefined
  return { type: 'leaf', column: column.index, set: admitted(column.domain, leaf.operator, values), written: leaf }
}

function readComparison(
  value: Readonly<Record<string, unknown>>,
  leaf: Leaf,
  column: Column,
  path: Path,
  scope: Scope,
  issues: Issue[],
): Node | undefined {
  const name = value.fact
  const kind = typeof name === 'string' && Object.keys(value).length === 1 ? scope.numbers.get(name) : undefined
  const comparable = kind !== undefined && kind.kind === column.kind.kind && !takesList(leaf.operator)
  if (typeof name === 'string' && kind === undefined && scope.broken?.(name) === true) return undefined
  if (!comparable) {
    const accepted = [...scope.numbers].filter(([, other]) => other.kind === column.kind.kind).map(([id]) => id)
    issues.push(
      notAmong('not-accepted', [...path, 'value'], name ?? value, accepted, {
        zh: '只能与同类的设置或参数比较（两个事实相比须用派生事实），名称',
        en: 'only a setting or parameter of the same kind can be compared with (two facts need a derived one); name',
      }),
    )
    return undefined
  }
  return { type: 'comparison', column: scope.comparisonColumn(column, leaf.operator, name as string), written: leaf }
}
