// JSON Schema of what rule documents have in common: id, title, layer, source, days in force, note.
// Promise: the lengths and patterns are those the reader of documents holds them to.
import { dateFacts } from './effective.js'
import { DAY_SCHEMA, type JsonSchema } from './json-schema-values.js'
import type { Model } from './model.js'

export const DRAFT = 'http://json-schema.org/draft-07/schema#'
/** An id: parts of a path in small letters. */
export const ID: JsonSchema = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*$', maxLength: 200 }

/** A schema with what an editor shows: a Chinese title and an English description. */
export function titled(schema: JsonSchema, title: string, description: string): JsonSchema {
  return { title, description, ...schema }
}

/** The header's properties. */
export function header(model: Model) {
  const layers = Object.entries(model.declaration.layers)
  return {
    $schema: { type: 'string', maxLength: 300 } as const,
    id: titled(ID, '编号', 'the path of the file below rules/, without .json'),
    title: titled({ type: 'string', minLength: 1, maxLength: 120 }, '名称', 'a unique name in Chinese'),
    layer: titled(
      { enum: layers.map(([id]) => id), enumDescriptions: layers.map(([, { label }]) => label.zh) },
      '层',
      'layer',
    ),
    source: { $ref: '#/definitions/source' } as const,
    effective: titled(
      {
        type: 'object',
        properties: {
          from: titled(DAY_SCHEMA, '起始日', 'the first day in force'),
          until: titled(DAY_SCHEMA, '截止日', 'the last day in force'),
          by: titled(
            { enum: dateFacts(model) },
            '按哪个日期',
            `the date that selects the version; ${model.declaration.clock} unless said`,
          ),
        },
        required: ['from'],
        additionalProperties: false,
      },
      '有效期',
      'when it is in force',
    ),
    note: titled({ type: 'string', minLength: 1, maxLength: 2000 }, '说明', 'note'),
  }
}

/** Where a document's words come from. */
export const SOURCE: JsonSchema = titled(
  {
    type: 'object',
    properties: {
      document: titled({ type: 'string', minLength: 1, maxLength: 100 }, '文件', 'id of the source document'),
      clause: titled({ type: 'string', minLength: 1, maxLength: 200 }, '条款', 'where in it'),
      summary: titled({ type: 'string', minLength: 1, maxLength: 500 }, '大意', 'what it says, in own words'),
    },
    required: ['document', 'clause', 'summary'],
    additionalProperties: false,
  },
  '依据',
  'source',
)
