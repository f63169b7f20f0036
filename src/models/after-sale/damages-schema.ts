// JSON Schema of the damages a rule may fix: so many times an amount, or a share of it, within limits.
// Promise: accepts no term that `checkDamages` turns down, but for a least above the most, which no schema can compare.
import { type JsonSchema, literalSchema } from '../../engine/json-schema-values.js'
import { TIMES } from './damages.js'
import { afterSale } from './model.js'

/** A term, `{"times": 3, "of": "purchasePrice", "least": 500}` or `{"rate": 0.1, "of": …, "most": 100}`. */
export function damagesSchema(): JsonSchema {
  const amounts = Object.entries(afterSale.declaration.facts).filter(([, { kind }]) => kind === 'money')
  const [minimum, maximum] = TIMES
  const yuan = literalSchema({ kind: 'money' })
  const part = {
    times: { type: 'integer', minimum, maximum, title: '倍数', description: 'so many times' },
    rate: { ...literalSchema({ kind: 'rate' }), exclusiveMinimum: 0, title: '比例', description: 'a share of one' },
    of: {
      enum: amounts.map(([id]) => id),
      enumDescriptions: amounts.map(([, { label }]) => label.zh),
      title: '按哪个金额',
      description: 'of which amount',
    },
  } as const
  const oneOf = [{ required: ['times', 'of'] }, { required: ['rate', 'of'] }]
  return {
    type: 'object',
    properties: {
      ...part,
      least: { ...yuan, title: '至少（元）', description: 'no less than, in yuan' },
      most: { ...yuan, title: '至多（元）', description: 'no more than, in yuan' },
      upTo: {
        type: 'object',
        properties: part,
        oneOf,
        additionalProperties: false,
        title: '不超过',
        description: 'no more than this part of an amount',
      },
    },
    oneOf,
    additionalProperties: false,
  }
}
