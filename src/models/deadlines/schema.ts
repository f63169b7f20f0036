// JSON Schema of the deadlines a rule may set: a count of time after an event, or a time of day.
// Promise: accepts exactly the terms that the check of the words finds nothing wrong with (a test holds them together).
import type { JsonSchema } from '../../engine/json-schema-values.js'
import { ROLL_OVERS } from './roll-over.js'
import type { Counted, TermWords } from './term.js'

/** A deadline term, `{"workingDays": 2, "after": "agreedAt"}` or `{"next": "15:00", "after": …}`. */
export function deadlineSchema({ facts, events, daysSettings, counts }: TermWords): JsonSchema {
  const set: JsonSchema = {
    type: 'object',
    properties: { fact: { enum: daysSettings } },
    required: ['fact'],
    additionalProperties: false,
    title: '天数：店铺的设置',
    description: 'as many days as a setting says',
  }
  const count = (unit: Counted, title: string, description: string): Readonly<Record<string, JsonSchema>> => {
    const limits = counts[unit]
    if (limits === undefined) return {}
    const [minimum, maximum] = limits
    const counted: JsonSchema = { type: 'integer', minimum, maximum, title, description }
    return { [unit]: unit === 'days' && daysSettings.length > 0 ? { anyOf: [counted, set] } : counted }
  }
  return {
    type: 'object',
    properties: {
      ...count('days', '天数', 'calendar days'),
      ...count('workingDays', '工作日数', 'working days'),
      ...count('months', '月数', 'calendar months'),
      ...count('hours', '小时数', 'hours'),
      ...count('minutes', '分钟数', 'minutes'),
      next: {
        type: 'string',
        pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
        title: '下一个时刻',
        description: 'the next time of day, HH:mm',
      },
      rollOver: { enum: [...ROLL_OVERS], title: '末日顺延', description: 'the last day moves on past days of rest' },
      after: {
        enum: events,
        enumDescriptions: events.map((id) => facts[id]?.label.zh ?? id),
        title: '从何时起',
      },
    },
    required: ['after'],
    additionalProperties: false,
    anyOf: [
      ...[...Object.keys(counts), 'next'].map((key) => ({ required: [key], maxProperties: 2 })),
      { required: ['days', 'rollOver'], maxProperties: 3 },
    ],
  }
}
