// JSON Schema of the deadlines a rule may set: so many days, or working days, after an event.
// Promise: accepts exactly the terms that `checkDeadline` finds nothing wrong with (a test holds them together).
import type { JsonSchema } from '../../engine/json-schema-values.js'
import { afterSale } from './model.js'

/** A deadline term, `{"workingDays": 2, "after": "agreedAt"}` or `{"days": 3, "after": …}`, 1 to 60 days. */
export function deadlineSchema(): JsonSchema {
  const events = Object.entries(afterSale.declaration.facts).filter(([, { kind }]) => kind === 'instant')
  const count: JsonSchema = { type: 'integer', minimum: 1, maximum: 60 }
  return {
    type: 'object',
    properties: {
      days: { ...count, title: '天数', description: 'calendar days' },
      workingDays: { ...count, title: '工作日数', description: 'working days' },
      after: {
        enum: events.map(([id]) => id),
        enumDescriptions: events.map(([, { label }]) => label.zh),
        title: '从何时起',
      },
    },
    required: ['after'],
    additionalProperties: false,
    anyOf: [
      { required: ['days'], maxProperties: 2 },
      { required: ['workingDays'], maxProperties: 2 },
    ],
  }
}
