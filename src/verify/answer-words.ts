// Questions and answers in words, as rules write them.
// Promise: every id has its declared label; what has none stands as it is written.
import type { Json, QuestionDeclaration } from '../engine/declaration.js'
import type { Model } from '../engine/model.js'
import type { Text } from '../engine/text.js'
import { NO, same, YES } from './words.js'

const OPEN: Text = { zh: '留空', en: 'left open' }

/** A question, or a member of it. */
export function questionText({ declaration: { questions } }: Model, group: string, member?: string): Text {
  const declaration = questions[group]
  if (declaration === undefined) return same(group)
  if (member === undefined || !('members' in declaration)) return declaration.label
  const label = declaration.members[member]?.label ?? same(member)
  return { zh: `${declaration.label.zh}·${label.zh}`, en: `${declaration.label.en} · ${label.en}` }
}

/** An answer to a question so declared. */
export function answerText(declaration: QuestionDeclaration | undefined, value: Json): Text {
  if (value === null) return OPEN
  if (typeof value === 'boolean') return value ? YES : NO
  if (declaration?.kind === 'choice') return declaration.values[String(value)] ?? same(String(value))
  if (declaration?.kind === 'money') return { zh: `${String(value)} 元`, en: `${String(value)} yuan` }
  return declaration?.kind === 'terms' ? declaration.say(value) : same(String(value))
}
