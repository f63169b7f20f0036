// JSON Schemas (draft-07) of cases, rules, named conditions, parameters and sources, derived from a model's declarations.
// Promise: pure; editors complete every word from them, show its label and question, and underline what cannot be read.
// Where a schema needs knowledge of other documents (circles, exceptions, layers), the loader says what is wrong.

import { dateFacts } from './effective.js'
import { answerParams, spokenAnswers } from './json-schema-answers.js'
import { type ConditionWords, conditionDefinition, leafDefinitions } from './json-schema-conditions.js'
import { DRAFT, header, ID, SOURCE, titled } from './json-schema-header.js'
import {
  conditional,
  DAY_SCHEMA,
  type JsonSchema,
  knowableSchema,
  lineSchema,
  literalSchema,
  oneOfWords,
} from './json-schema-values.js'
import { readableIn } from './load-conditions.js'
import type { Column, Model } from './model.js'

export type { JsonSchema }

/** What the documents of a rule set add to the model's words. */
export interface Vocabulary extends ConditionWords {
  /** Schemas of the terms of questions whose answers are composed, by question. */
  readonly terms?: Readonly<Record<string, JsonSchema>>
}

const YES_NO: JsonSchema = { enum: [true, false, '是', '否'] }

/** The parts a case is made of: properties by id and by Chinese label, and the definitions they refer to. */
export function caseParts(model: Model): { readonly properties: JsonSchema; readonly definitions: JsonSchema } {
  const definitions: Record<string, JsonSchema> = {}
  const properties: Record<string, JsonSchema> = {}
  for (const [id, fact] of Object.entries(model.declaration.facts)) {
    const { label, question } = fact
    const hover = `${label.en} · ${question.zh} ${question.en}`
    definitions[`fact.${id}`] = titled(knowableSchema(fact, fact.none === true), label.zh, hover)
    properties[id] = { $ref: `#/definitions/fact.${id}` }
    properties[label.zh] = { $ref: `#/definitions/fact.${id}` }
  }
  const complete = titled(YES_NO, '记录完整', 'records complete: an unwritten record fact is as if there were none')
  const by = titled({ ...lineSchema(60) }, '经办', 'who settled it')
  definitions.agreed = titled(
    {
      type: 'object',
      properties: { ...spokenAnswers(model), by, 经办: by },
      additionalProperties: false,
      anyOf: [{ required: ['by'] }, { required: ['经办'] }],
    },
    '约定',
    'what the parties or a superior settled: question and answer, and who did',
  )
  const agreed = { $ref: '#/definitions/agreed' }
  return {
    properties: { ...properties, recordsComplete: complete, 记录完整: complete, agreed, 约定: agreed },
    definitions,
  }
}

/** A case of the model, in English ids, Chinese labels, or both. */
export function caseSchema(model: Model): JsonSchema {
  const { properties, definitions } = caseParts(model)
  const { title } = model.declaration
  return {
    $schema: DRAFT,
    title: `${title.zh}案情`,
    description: `${title.en} case: what is not written is unknown`,
    type: 'object',
    properties: { $schema: { type: 'string' }, ...properties },
    additionalProperties: false,
    definitions,
  }
}

/** A condition as the outermost one: a group or a named condition, never a leaf by itself. */
function rootOf(name: string): JsonSchema {
  return { allOf: [{ $ref: `#/definitions/${name}` }, { not: { required: ['fact'] } }] }
}

const HEADER = ['id', 'title', 'layer', 'source', 'effective', 'conditions']

/** A rule of the model. */
export function ruleSchema(model: Model, words: Vocabulary): JsonSchema {
  const { stages, layers } = model.declaration
  const floors = Object.keys(layers).filter((id) => layers[id]?.floor === true)
  const definitions: Record<string, JsonSchema> = { source: SOURCE, ...leafDefinitions(model, words) }
  stages.forEach((stage, i) => {
    definitions[`condition.${stage}`] = conditionDefinition(`condition.${stage}`, model, words, (column) =>
      readableIn(model, column, i),
    )
    definitions[`params.${stage}`] = answerParams(model, stage, words.terms ?? {})
  })
  return {
    $schema: DRAFT,
    title: '规则',
    description: 'a rule: when its conditions hold, it answers the questions in event.params',
    type: 'object',
    properties: {
      ...header(model),
      covers: titled(
        { type: 'array', items: { type: 'string', minLength: 1, maxLength: 20 }, maxItems: 100 },
        '覆盖',
        'what it covers, by the numbers of a list of one’s own',
      ),
      exceptionTo: titled(
        { type: 'array', items: ID, minItems: 1, maxItems: 200 },
        '例外于',
        'rules of the same layer that it beats',
      ),
      mandatory: titled({ type: 'boolean' }, '强制', 'a floor under every other layer'),
      conditions: { title: '条件', description: 'conditions' },
      event: titled(
        {
          type: 'object',
          properties: {
            type: titled({ enum: stages }, '阶段', 'stage'),
            params: titled({ type: 'object', minProperties: 1 }, '回答', 'question and answer'),
          },
          required: ['type', 'params'],
          additionalProperties: false,
        },
        '结论',
        'event',
      ),
    },
    required: [...HEADER, 'event'],
    additionalProperties: false,
    allOf: [
      ...stages.map((stage) =>
        conditional(
          {
            properties: { event: { properties: { type: { const: stage } }, required: ['type'] } },
            required: ['event'],
          },
          {
            properties: {
              conditions: rootOf(`condition.${stage}`),
              event: { properties: { params: { $ref: `#/definitions/params.${stage}` } } },
            },
          },
        ),
      ),
      conditional(
        { properties: { mandatory: { const: true } }, required: ['mandatory'] },
        { properties: { layer: oneOfWords(floors) } },
      ),
    ],
    definitions,
  }
}

/** A named condition of the model: facts and other named conditions, no answers. */
export function conditionSchema(model: Model, words: ConditionWords): JsonSchema {
  const readable = ({ source }: Column) => source === 'fact' || source === 'derived' || source === 'setting'
  const condition = conditionDefinition('condition', model, words, readable)
  return {
    $schema: DRAFT,
    title: '命名条件',
    description: 'a condition written once under a name',
    type: 'object',
    properties: { ...header(model), conditions: rootOf('condition') },
    required: HEADER,
    additionalProperties: false,
    definitions: { source: SOURCE, condition, ...leafDefinitions(model, words) },
  }
}

const PARAMETER_KINDS: Readonly<Record<string, JsonSchema>> = {
  integer: literalSchema({ kind: 'integer', min: -1_000_000_000, max: 1_000_000_000 }),
  money: literalSchema({ kind: 'money', max: 9_999_999_999 }),
  rate: literalSchema({ kind: 'rate' }),
  duration: literalSchema({ kind: 'integer', min: -1_000_000_000, max: 1_000_000_000 }),
}

/** A dated parameter: values from the day each one holds. `null` ends the last value without a new one. */
export function parameterSchema(model: Model): JsonSchema {
  const value = (schema: JsonSchema): JsonSchema => ({
    properties: { values: { items: { properties: { value: { anyOf: [schema, { type: 'null' }] } } } } },
  })
  const version: JsonSchema = {
    type: 'object',
    properties: {
      from: titled(DAY_SCHEMA, '起始日', 'the first day of this value'),
      value: titled({ type: ['number', 'null'] }, '值', 'the value; null: none from here on'),
      source: { $ref: '#/definitions/source' },
    },
    required: ['from', 'value', 'source'],
    additionalProperties: false,
  }
  const { $schema, id, title, note } = header(model)
  return {
    $schema: DRAFT,
    title: '参数',
    description: 'a dated number, each value with its source',
    type: 'object',
    properties: {
      $schema,
      id,
      title,
      kind: titled({ enum: Object.keys(PARAMETER_KINDS) }, '类型', 'kind'),
      by: titled({ enum: dateFacts(model) }, '按哪个日期', 'the date that selects the value'),
      values: titled(
        { type: 'array', items: version, minItems: 1, maxItems: 1000 },
        '各期的值',
        'values, earliest first',
      ),
      note,
    },
    required: ['id', 'title', 'kind', 'by', 'values'],
    additionalProperties: false,
    allOf: Object.entries(PARAMETER_KINDS).map(([kind, schema]) =>
      conditional({ properties: { kind: { const: kind } }, required: ['kind'] }, value(schema)),
    ),
    definitions: { source: SOURCE },
  }
}

/** The source documents that rules cite: a list of them, as one file holds it. */
export function sourcesSchema(): JsonSchema {
  const text = (max: number): JsonSchema => ({ type: 'string', minLength: 1, maxLength: max })
  const source: JsonSchema = {
    type: 'object',
    properties: {
      $schema: { type: 'string', maxLength: 300 },
      id: titled(ID, '编号', 'id, as rules cite it'),
      name: {
        type: 'object',
        properties: { zh: text(200), en: text(200) },
        required: ['zh', 'en'],
        additionalProperties: false,
      },
      checked: titled(DAY_SCHEMA, '核对日期', 'the day the source was last looked at'),
      address: titled(text(500), '出处', 'where it is published'),
      note: titled(text(2000), '说明', 'note'),
    },
    required: ['id', 'name', 'checked'],
    additionalProperties: false,
  }
  return { $schema: DRAFT, title: '来源', description: 'source documents', type: 'array', items: source }
}
