// The JSON Schema of facts declared beside a model's own, from the shapes they are read by.
// Promise: each kind has its own keys, so that an editor offers those of the kind that stands there and no others.
import * as z from 'zod/mini'
import type { JsonSchema } from './json-schema.js'
import { DRAFT } from './json-schema-header.js'
import type { Model } from './model.js'
import { factShapes } from './own-facts.js'

/** `facts.json`: id of a fact → its declaration. */
export function factsSchema(model: Model): JsonSchema {
  return {
    $schema: DRAFT,
    title: '自己的事实',
    description: 'facts of your own: id → declaration',
    type: 'object',
    properties: { $schema: { type: 'string', maxLength: 300 } },
    propertyNames: { pattern: '^([a-z][A-Za-z0-9-]*|\\$schema)$', maxLength: 60 },
    additionalProperties: { anyOf: factShapes(model).map(plainSchema) },
  }
}

/** Words of a choice have ids as facts do, and every number is whole: their shapes are no zod of their own, which would ship. */
function plainSchema(shape: z.ZodMiniType): JsonSchema {
  const { $schema: _, ...schema } = JSON.parse(
    JSON.stringify(z.toJSONSchema(shape, { target: 'draft-7' })),
    (key, value) =>
      key === 'values'
        ? { ...value, propertyNames: { pattern: '^[a-z][A-Za-z0-9-]*$', maxLength: 60 } }
        : value?.type === 'number'
          ? { ...value, type: 'integer' }
          : value,
  ) as JsonSchema
  return schema
}
