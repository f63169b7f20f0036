// JSON Schemas of answers: as rules give them in event.params, and as a case says what was agreed.
// Promise: every question with its own values; rules write ids and numbers, people also write Chinese labels.
import type { Json, QuestionDeclaration } from './declaration.js'
import { type JsonSchema, literalSchema, orWords, yuanSchema } from './json-schema-values.js'
import type { Model } from './model.js'

const COUNT: JsonSchema = { type: 'integer', minimum: 0, maximum: 1_000_000 }

/** What a rule of a stage may answer. A question answered apart from the one it goes with is an error. */
export function answerParams(model: Model, stage: string, terms: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const questions = Object.entries(model.declaration.questions).filter(([, question]) => question.stage === stage)
  const properties = questions.map(([id, question]) => {
    const { label } = question
    return [id, { title: label.zh, description: label.en, ...written(question, terms[id] ?? {}) }] as const
  })
  const ids = questions.map(([id]) => id)
  const together = (model.declaration.together ?? []).filter(([answered]) => ids.includes(answered))
  const dependencies = together.map(([answered, withIt]) => [answered, present(withIt)] as const)
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
    minProperties: 1,
    ...(dependencies.length > 0 ? { dependencies: Object.fromEntries(dependencies) } : {}),
  }
}

/** Requires a question, or the member that follows its point. */
function present(id: string): JsonSchema {
  const [group, member] = id.split('.') as [string, string | undefined]
  return member === undefined
    ? { required: [group] }
    : { required: [group], properties: { [group]: { required: [member] } } }
}

function written(question: QuestionDeclaration, term: JsonSchema): JsonSchema {
  switch (question.kind) {
    case 'choice':
      return orWords(literalSchema({ kind: 'enum', values: question.values }), [null])
    case 'members':
      return members(question, { enum: [true, false, null] }, false)
    case 'terms':
      return members(question, { anyOf: [term, { type: 'null' }] }, false)
    case 'money':
      return orWords(literalSchema({ kind: 'money' }), [null])
    case 'integer':
      return orWords(question.options === undefined ? COUNT : { enum: question.options }, [null])
  }
}

type WithMembers = Extract<QuestionDeclaration, { readonly kind: 'members' | 'terms' }>

function members(question: WithMembers, answer: JsonSchema, labels: boolean): JsonSchema {
  const properties = Object.entries(question.members).flatMap(([id, { label }]): [string, Json][] => {
    const schema = { title: label.zh, description: label.en, ...answer }
    return labels
      ? [
          [id, schema],
          [label.zh, schema],
        ]
      : [[id, schema]]
  })
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false, minProperties: 1 }
}

/** Every question by id and by Chinese label, with the answers a case may say were agreed. */
export function spokenAnswers(model: Model): JsonSchema {
  const entries = Object.entries(model.declaration.questions).flatMap(([id, question]): [string, Json][] => {
    const { label } = question
    const schema = { title: label.zh, description: label.en, ...spoken(question) }
    return [
      [id, schema],
      [label.zh, schema],
    ]
  })
  return Object.fromEntries(entries)
}

function spoken(question: QuestionDeclaration): JsonSchema {
  switch (question.kind) {
    case 'choice':
      return { enum: [...Object.keys(question.values), ...Object.values(question.values).map(({ zh }) => zh), null] }
    case 'members':
      return members(question, { enum: [true, false, '是', '否', null] }, true)
    case 'terms':
      return members(question, {}, true)
    case 'money':
      return orWords(yuanSchema(), [null])
    case 'integer':
      return orWords(COUNT, [null])
  }
}
