// JSON Schema of a condition: groups, named conditions, and leaves held to the operators and values of their fact.
// Promise: for each fact its own operators and values, so that an editor completes them and underlines any other.

import { acceptsNone } from './condition-values.js'
import type { FactKind, Json } from './declaration.js'
import { conditional, type JsonSchema, literalSchema, oneOfWords, orWords } from './json-schema-values.js'
import type { Column, Model } from './model.js'
import { LIST_VALUE, operatorsFor, SINGLE_VALUE } from './operator.js'

/** What conditions may refer to beside the model's facts and settings. */
export interface ConditionWords {
  /** Dated parameters by the name rules use. */
  readonly parameters: readonly { readonly name: string; readonly kind: FactKind['kind'] }[]
  /** Named conditions by the name rules use. */
  readonly conditions: readonly { readonly name: string; readonly title: string }[]
}

type Definitions = Record<string, JsonSchema>

const EQUALITY = ['equal', 'notEqual', ...LIST_VALUE]

/** One definition per fact that conditions can read: its operators, and the values each of them takes. */
export function leafDefinitions(model: Model, words: ConditionWords): Definitions {
  const settings = Object.entries(model.declaration.settings ?? {}).map(([name, { kind }]) => ({ name, kind }))
  const numbers = [...settings, ...words.parameters]
  return Object.fromEntries(
    legible(model).map((column) => {
      const names = numbers.filter(({ kind }) => kind === column.kind.kind).map(({ name }) => name)
      return [`leaf.${column.id}`, leafSchema(column, names)]
    }),
  )
}

function legible(model: Model): Column[] {
  return model.columns.filter(({ kind }) => operatorsFor(kind).length > 0)
}

function leafSchema(column: Column, numbers: readonly string[]): JsonSchema {
  const operators = operatorsFor(column.kind)
  const value = literalSchema(column.kind)
  const point = orWords(value, acceptsNone(column) ? ['none'] : [])
  const named: JsonSchema = {
    type: 'object',
    properties: { fact: { enum: numbers } },
    required: ['fact'],
    additionalProperties: false,
  }
  const single = (one: JsonSchema): JsonSchema => ({
    properties: { value: numbers.length > 0 ? { anyOf: [one, named] } : one },
  })
  const list: JsonSchema = { properties: { value: { type: 'array', minItems: 1, items: point } } }
  const ordered = operators.some((operator) => !EQUALITY.includes(operator))
  const one =
    ordered && column.none ? whereOperator(['equal', 'notEqual'], single(point), single(value)) : single(point)
  return {
    properties: { operator: { enum: operators } },
    allOf: [operators.includes('in') ? whereOperator(LIST_VALUE, list, one) : one],
  }
}

function whereOperator(operators: readonly string[], then: JsonSchema, otherwise: JsonSchema): JsonSchema {
  return conditional({ properties: { operator: { enum: operators } }, required: ['operator'] }, then, otherwise)
}

/** The schema of a condition under the name `name`, for places where `readable` says which facts may be read. */
export function conditionDefinition(
  name: string,
  model: Model,
  words: ConditionWords,
  readable: (column: Column) => boolean,
): JsonSchema {
  const self = { $ref: `#/definitions/${name}` }
  const group: JsonSchema = { type: 'array', minItems: 1, items: self }
  const columns = legible(model).filter(readable)
  return {
    type: 'object',
    properties: {
      all: { ...group, title: '全部成立', description: 'every one of these holds' },
      any: { ...group, title: '任一成立', description: 'at least one of these holds' },
      not: { ...self },
      condition: {
        ...oneOfWords(
          words.conditions.map((one) => one.name),
          words.conditions.map((one) => one.title),
        ),
        title: '命名条件',
        description: 'a named condition',
      },
      fact: {
        enum: columns.map(({ id }) => id),
        enumDescriptions: columns.map(({ label }) => `${label.zh} · ${label.en}`),
        title: '事实',
        description: 'the fact that is read',
      },
      operator: { enum: [...SINGLE_VALUE, ...LIST_VALUE], title: '运算符', description: 'how it is compared' },
      value: { title: '值', description: 'what it is compared with' },
    },
    additionalProperties: false,
    anyOf: [
      ...['all', 'any', 'not', 'condition'].map((key): Json => ({ required: [key], maxProperties: 1 })),
      { required: ['fact', 'operator', 'value'] },
    ],
    allOf: columns.map(
      ({ id }): Json =>
        conditional({ properties: { fact: { const: id } }, required: ['fact'] }, { $ref: `#/definitions/leaf.${id}` }),
    ),
  }
}
