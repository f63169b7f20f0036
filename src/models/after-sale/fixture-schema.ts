// JSON Schema (draft-07) of fixture files: cases of one rule, or a story in steps, in Chinese words.
// Promise: derived from the model, so that an editor completes what a case may say and what may be expected of it.
import type { Json, QuestionDeclaration } from '../../engine/declaration.js'
import { caseParts } from '../../engine/json-schema.js'
import { DAY_SCHEMA, type JsonSchema, literalSchema, rangeSchema, yuanSchema } from '../../engine/json-schema-values.js'
import { OUTCOMES, UNSETTLED } from './expectation.js'
import { afterSale } from './model.js'
import { refundActions, refundStates } from './terms.js'

const { facts, questions, layers, settings } = afterSale.declaration
const { properties, definitions } = caseParts(afterSale)

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

function expectedOf(question: QuestionDeclaration): JsonSchema {
  if (question.kind === 'choice') return { enum: [...zhOf(question.values), ...UNSETTLED] }
  if (question.kind === 'members' || question === questions.damages) {
    const labels = Object.values(question.members).map(({ label }) => label.zh)
    const open = labels.flatMap((label) => UNSETTLED.map((word) => `${label}（${word}）`))
    return { anyOf: [listOf([...labels, ...open]), { enum: ['不产生'] }] }
  }
  if (question.kind === 'terms') {
    const day: JsonSchema = { anyOf: [DAY_SCHEMA, literalSchema({ kind: 'instant' }), { enum: ['未定'] }] }
    const days = Object.values(question.members).map(({ label }): [string, Json] => [label.zh, day])
    return { type: 'object', properties: Object.fromEntries(days), additionalProperties: false }
  }
  const value: JsonSchema = question.kind === 'money' ? yuanSchema() : { type: 'integer', minimum: 0 }
  return { anyOf: [value, { enum: UNSETTLED }] }
}

function amountSchema(): JsonSchema {
  return { anyOf: [yuanSchema(), { enum: ['不产生'] }, rangeSchema(yuanSchema())] }
}

const factLabels = zhOf(Object.fromEntries(Object.entries(facts).map(([id, { label }]) => [id, label])))
const questionLabels = afterSale.questions.map(({ label }) => label.zh)

function expectations(): JsonSchema {
  const asked = Object.entries(questions).map(([, question]): [string, Json] => [
    question.label.zh,
    titled(question.label.zh, question.label.en, expectedOf(question)),
  ])
  const amount = (title: string, description: string) => titled(title, description, ref('amount'))
  return {
    type: 'object',
    minProperties: 1,
    properties: {
      ...Object.fromEntries(asked),
      结果: titled('结果', 'outcome', { enum: Object.values(OUTCOMES) }),
      退款金额: amount('退款金额', 'refund'),
      返还买家: amount('返还买家', 'paid back beside the refund'),
      赔付金额: amount('赔付金额', 'compensation'),
      买家应付: amount('买家应付', 'what the buyer pays'),
      支付给卖家: amount('支付给卖家', 'what the buyer enters as paid to the seller'),
      退款状态: titled('退款状态', 'the next refund state', { enum: [...zhOf(refundStates), '不变'] }),
      备注: titled('备注', 'the text of the remark', { type: 'string' }),
      备注缺: titled('备注缺', 'what the remark lacks', { type: 'array', items: { type: 'string' } }),
      报告内容: titled('报告内容', 'texts of the reports', { type: 'array', items: { type: 'string' } }),
      需补充: titled('需补充', 'missing facts', listOf(factLabels)),
      前提: titled('前提', 'what was presumed', listOf(factLabels)),
      底线提示: titled('底线提示', 'answers below a floor', listOf(questionLabels)),
      有效至: titled('有效至', 'when time alone changes the decision', {
        anyOf: [literalSchema({ kind: 'instant' }), { enum: ['不限'] }],
      }),
    },
    additionalProperties: false,
  }
}

function bases(): JsonSchema {
  const basis: JsonSchema = { anyOf: [textLine(200), { type: 'array', items: textLine(200), uniqueItems: true }] }
  const asked = Object.values(questions).map(({ label }): [string, Json] => [
    label.zh,
    titled(label.zh, 'titles (or ids) of exactly the rules behind it, or 穷尽', basis),
  ])
  return { type: 'object', properties: Object.fromEntries(asked), additionalProperties: false }
}

/** Facts of a step: only what changes; `null` takes a fact back. */
function changes(): JsonSchema {
  const entries = Object.entries(properties).map(([word, schema]): [string, Json] => [
    word,
    { anyOf: [schema, { type: 'null' }] },
  ])
  return { type: 'object', properties: Object.fromEntries(entries), additionalProperties: false }
}

function settingValues(): JsonSchema {
  const entries = Object.entries(settings).map(([id, setting]): [string, Json] => [
    id,
    titled(setting.label.zh, setting.label.en, literalSchema(setting)),
  ])
  return { type: 'object', properties: Object.fromEntries(entries), additionalProperties: false }
}

const FLOORS = titled('底线', 'floors: advise (提示, unless said) or enforce (执行)', { enum: ['提示', '执行'] })
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
    假定: titled('假定', 'presume the usual circumstances', { type: 'boolean' }),
    底线: FLOORS,
  },
  required: ['名称', '案情', '期望'],
  additionalProperties: false,
}

const STEP: JsonSchema = {
  type: 'object',
  properties: {
    发生: titled('发生', 'what happens', textLine(200)),
    案情: titled('案情', 'facts that change', ref('变化')),
    动作: titled('动作', 'a step of the refund', { enum: [...Object.keys(refundActions), ...zhOf(refundActions)] }),
    期望: titled('期望', 'what must be decided', ref('期望')),
    依据: titled('依据', 'the rules behind each answer', ref('依据')),
  },
  required: ['发生', '期望'],
  additionalProperties: false,
}

const STORY: JsonSchema = {
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
    假定: titled('假定', 'presume the usual circumstances', { type: 'boolean' }),
    步骤: titled('步骤', 'steps', { type: 'array', minItems: 1, items: ref('步骤') }),
  },
  required: ['故事', '层', '步骤'],
  additionalProperties: false,
}

/** A fixture file. It is a story when it says 故事, otherwise the cases of one rule. */
export function fixtureSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '案例文件',
    description: 'fixture: cases of one rule, or a story in steps',
    type: 'object',
    properties: { ...(RULE_FIXTURE.properties as JsonSchema), ...(STORY.properties as JsonSchema) },
    anyOf: [RULE_FIXTURE, STORY],
    definitions: {
      ...definitions,
      案情: { type: 'object', properties, additionalProperties: false },
      变化: changes(),
      期望: expectations(),
      依据: bases(),
      设置: settingValues(),
      案例: CASE,
      步骤: STEP,
      amount: amountSchema(),
    },
  }
}
