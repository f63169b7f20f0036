// JSON Schema of the deadlines a rule may set: a count of time after an event, or a time of day.
// Promise: accepts exactly the terms that `checkDeadline` finds nothing wrong with (a test holds them together).
import type { JsonSchema } from '../../engine/json-schema-values.js'
import { ROLL_OVERS } from '../deadlines/roll-over.js'
import { TERM_COUNTS } from '../deadlines/term.js'
import { deadlineWords } from './deadline-term.js'
import { afterSale } from './model.js'

/** A deadline term, `{"workingDays": 2, "after": "agreedAt"}` or `{"next": "15:00", "after": …}`. */
export function deadlineSchema(): JsonSchema {
  const events = Object.entries(afterSale.declaration.facts).filter(([, { kind }]) => kind === 'instant')
  const count = (unit: keyof typeof TERM_COUNTS, title: string, description: string): JsonSchema => {
    const [minimum, maximum] = TERM_COUNTS[unit]
    return { type: 'integer', minimum, maximum, title, description }
  }
  return {
    type: 'object',
    properties: {
      days: {
        anyOf: [
          count('days', '天数', 'calendar days'),
          {
            type: 'object',
            properties: { fact: { enum: deadlineWords.daysSettings } },
            required: ['fact'],
            additionalProperties: false,
            title: '天数：店铺的设置',
            description: 'as many days as a setting says',
          },
        ],
      },
      workingDays: count('workingDays', '工作日数', 'working days'),
      hours: count('hours', '小时数', 'hours'),
      minutes: count('minutes', '分钟数', 'minutes'),
      next: {
        type: 'string',
        pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
        title: '下一个时刻',
        description: 'the next time of day, HH:mm',
      },
      rollOver: { enum: [...ROLL_OVERS], title: '末日顺延', description: 'the last day moves on past days of rest' },
      after: {
        enum: events.map(([id]) => id),
        enumDescriptions: events.map(([, { label }]) => label.zh),
        title: '从何时起',
      },
    },
    required: ['after'],
    additionalProperties: false,
    anyOf: [
      ...[...Object.keys(TERM_COUNTS), 'next'].map((key) => ({ required: [key], maxProperties: 2 })),
      { required: ['days', 'rollOver'], maxProperties: 3 },
    ],
  }
}
