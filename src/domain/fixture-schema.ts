// JSON Schema (draft-07) of fixture files: cases of one rule, or a story in steps, in Chinese words.
// Promise: derived from the model, so that an editor completes what a case may say and what may be expected of it.
import type { Json, QuestionDeclaration } from '../engine/declaration.js'
import { caseParts } from '../engine/json-schema.js'
import { DAY_SCHEMA, type JsonSchema, literalSchema, rangeSchema, yuanSchema } from '../engine/json-schema-values.js'
import type { Deciding, Domain, OwnExpectation, StepTable } from './domain.js'
import { OUTCOMES, UNSETTLED } from './expectation.js'

const textLine = (max: number): JsonSchema => ({ type: 'string', minLength: 1, maxLength: max })
const titled = (title: string, description: string, schema: JsonSchema): JsonSchema => ({
  title,
  description,
  ...schema,
})
const listOf = (words: readonly string[]): JsonSchema => ({
  type: 'array',
  items: { enum: [...new Set(words)] },
  uniqueItems: true,
})
const zhOf = (texts: object): string[] => Object.values(texts).map(({ zh }: { zh: string }) => zh)
const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` })
const closed = (entries: readonly (readonly [string, Json])[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(entries),
  additionalProperties: false,
})

function expectedOf(question: QuestionDeclaration, isDated: boolean): JsonSchema {
  if (question.kind === 'choice') return { enum: [...zhOf(question.values), ...UNSETTLED] }
  if (isDated && question.kind === 'terms') {
    const day: JsonSchema = { anyOf: [DAY_SCHEMA, literalSchema({ kind: 'instant' }), { enum: ['未定'] }] }
    return closed(Object.values(question.members).map(({ label }) => [label.zh, day]))
  }
  if (question.kind === 'members' || question.kind === 'terms') {
    const labels = Object.values(question.members).map(({ label }) => label.zh)
    const open = labels.flatMap((label) => UNSETTLED.map((word) => `${label}（${word}）`))
    return { anyOf: [listOf([...labels, ...open]), { enum: ['不产生'] }] }
  }
  const value: JsonSchema = question.kind === 'money' ? yuanSchema() : { type: 'integer', minimum: 0 }
  return { anyOf: [value, { enum: UNSETTLED }] }
}

function ownSchema(word: string, title: string, { shape }: OwnExpectation): JsonSchema {
  if (shape === 'amount') return titled(word, title, ref('amount'))
  if (shape === 'text') return titled(word, title, { type: 'string' })
  if (shape === 'list') return titled(word, title, { type: 'array', items: { type: 'string' } })
  return titled(word, title, { enum: shape.among })
}

function amountSchema(): JsonSchema {
  return { anyOf: [yuanSchema(), { enum: ['不产生'] }, rangeSchema(yuanSchema())] }
}

function expectations({ model, expected, expectedTitles, deadlines }: Domain): JsonSchema {
  const { facts, questions } = model.declaration
  const factLabels = Object.values(facts).map(({ label }) => label.zh)
  const questionLabels = model.questions.map(({ label }) => label.zh)
  const asked = Object.entries(questions).map(([id, question]): [string, Json] => [
    question.label.zh,
    titled(question.label.zh, question.label.en, expectedOf(question, id === deadlines)),
  ])
  const words = closed([
    ...asked,
    ['结果', titled('结果', 'outcome', { enum: Object.values(OUTCOMES) })],
    ...Object.entries(expected).map(([word, own]): [string, Json] => [
      word,
      ownSchema(word, expectedTitles[word] ?? word, own),
    ]),
    ['需补充', titled('需补充', 'missing facts', listOf(factLabels))],
    ['前提', titled('前提', 'what was presumed', listOf(factLabels))],
    ['底线提示', titled('底线提示', 'answers below a floor', listOf(questionLabels))],
    [
      '有效至',
      titled('有效至', 'when time alone changes the decision', {
        anyOf: [literalSchema({ kind: 'instant' }), { enum: ['不限'] }],
      }),
    ],
  ])
  return { type: 'object', minProperties: 1, ...words }
}

function bases({ model }: Deciding): JsonSchema {
  const basis: JsonSchema = { anyOf: [textLine(200), { type: 'array', items: textLine(200), uniqueItems: true }] }
  return closed(
    Object.values(model.declaration.questions).map(({ label }) => [
      label.zh,
      titled(label.zh, 'titles (or ids) of exactly the rules behind it, or 穷尽', basis),
    ]),
  )
}

/** Facts of a step: only what changes; `null` takes a fact back. */
function changes(properties: JsonSchema): JsonSchema {
  return closed(
    Object.entries(properties).map(([word, schema]) => [word, { anyOf: [schema as Json, { type: 'null' }] }]),
  )
}

function settingValues({ model }: Deciding): JsonSchema {
  return closed(
    Object.entries(model.declaration.settings ?? {}).map(([id, setting]) => [
      id,
      titled(setting.label.zh, setting.label.en, literalSchema(setting)),
    ]),
  )
}

const FLOORS = titled('底线', 'floors: advise (提示, unless said) or enforce (执行)', { enum: ['提示', '执行'] })
const PRESUME = titled('假定', 'presume the usual circumstances', { type: 'boolean' })
const $SCHEMA: JsonSchema = { type: 'string' }

const RULE_FIXTURE: JsonSchema = {
  type: 'object',
  properties: {
    $schema: $SCHEMA,
    规则: titled('规则', 'id of the rule', textLine(200)),
    案例: titled('案例', 'cases', { type: 'array', minItems: 1, items: ref('案例') }),
  },
  required: ['规则', '案例'],
  additionalProperties: false,
}

const CASE: JsonSchema = {
  type: 'object',
  properties: {
    名称: titled('名称', 'name', textLine(120)),
    案情: titled('案情', 'the case', ref('案情')),
    期望: titled('期望', 'what must be decided', ref('期望')),
    依据: titled('依据', 'the rules behind each answer', ref('依据')),
    设置: titled('设置', 'settings', ref('设置')),
    假定: PRESUME,
    底线: FLOORS,
  },
  required: ['名称', '案情', '期望'],
  additionalProperties: false,
}

function stepSchema(steps: StepTable | undefined): JsonSchema {
  const action = (table: StepTable): JsonSchema => ({
    动作: titled('动作', 'a step of the refund', { enum: [...Object.keys(table.actions), ...zhOf(table.actions)] }),
  })
  return {
    type: 'object',
    properties: {
      发生: titled('发生', 'what happens', textLine(200)),
      案情: titled('案情', 'facts that change', ref('变化')),
      ...(steps === undefined ? {} : action(steps)),
      期望: titled('期望', 'what must be decided', ref('期望')),
      依据: titled('依据', 'the rules behind each answer', ref('依据')),
    },
    required: ['发生', '期望'],
    additionalProperties: false,
  }
}

function storySchema({ model }: Deciding): JsonSchema {
  const { layers } = model.declaration
  return {
    type: 'object',
    properties: {
      $schema: $SCHEMA,
      故事: titled('故事', 'name of the story', textLine(200)),
      层: titled('层', 'layers', {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { enum: [...Object.values(layers).map(({ label }) => label.zh), ...Object.keys(layers)] },
      }),
      底线: FLOORS,
      假定: PRESUME,
      步骤: titled('步骤', 'steps', { type: 'array', minItems: 1, items: ref('步骤') }),
    },
    required: ['故事', '层', '步骤'],
    additionalProperties: false,
  }
}

/** A fixture file. It is a story when it says 故事, otherwise the cases of one rule. */
export function fixtureSchema(domain: Domain): JsonSchema {
  const { properties, definitions } = caseParts(domain.model)
  const story = storySchema(domain)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '案例文件',
    description: 'fixture: cases of one rule, or a story in steps',
    type: 'object',
    properties: { ...(RULE_FIXTURE.properties as JsonSchema), ...(story.properties as JsonSchema) },
    anyOf: [RULE_FIXTURE, story],
    definitions: {
      ...definitions,
      案情: { type: 'object', properties, additionalProperties: false },
      变化: changes(properties),
      期望: expectations(domain),
      依据: bases(domain),
      设置: settingValues(domain),
      案例: CASE,
      步骤: stepSchema(domain.steps),
      amount: amountSchema(),
    },
  }
}
