// Answers as the engine holds them, and the three outcomes that are no answer.
// Promise: an answer is a number (index of a choice, 0/1, fen, a plain integer) or a term's canonical text.
import { canonical } from './canonical.js'
import type { Json, MemberDeclaration } from './declaration.js'
import { formatCaseValue, parseLiteral } from './fact-value.js'
import { type Issue, issue, MAX_ISSUES, notAmong } from './issue.js'
import { listed } from './listed.js'
import type { Model } from './model.js'
import { isObject } from './plain.js'
import { encodeAnswer, type Question } from './question.js'
import { idsByWord, type Text } from './text.js'
import { noValue, TRUTH, YUAN } from './wanted.js'

export type Answer = number | string

/** No rule of any layer answers. */
export const SILENT = -1
/** Rules of one layer that hold give different answers. */
export const CONFLICT = -2
/** A rule leaves the question open on purpose (`null`). */
export const OPEN = -3

export function isAnswer(outcome: Answer): boolean {
  return typeof outcome === 'string' || outcome >= 0
}

export interface GivenAnswer {
  readonly question: Question
  readonly value: Answer
}

type Path = readonly (string | number)[]
type Encode = (question: Question, value: Json) => number | undefined

/** Reads `{question: value}` as rules and agreements write it; problems go to `issues`. */
export function readAnswers(
  model: Model,
  written: Readonly<Record<string, Json>>,
  path: Path,
  issues: Issue[],
  encode: Encode = encodeAnswer,
): GivenAnswer[] {
  return Object.entries(written).flatMap(([word, value]) => {
    if (issues.length >= MAX_ISSUES) return []
    const group = model.groupOf.get(word)
    const declaration = group === undefined ? undefined : model.declaration.questions[group]
    if (group === undefined || declaration === undefined) {
      issues.push(
        notAmong(
          'unknown-key',
          [...path, word],
          word,
          Object.keys(model.declaration.questions),
          { zh: '问题', en: 'question' },
          { aliases: model.groupOf },
        ),
      )
      return []
    }
    if (declaration.kind !== 'members' && declaration.kind !== 'terms') {
      return readOne(model.questionOf.get(group) as Question, value, [...path, word], issues, encode)
    }
    if (!isObject(value) || Object.keys(value).length === 0) {
      issues.push(
        issue('wrong-type', [...path, word], value, {
          zh: `「${declaration.label.zh}」按成员回答，如 {"成员": true}`,
          en: `"${group}" is answered per member, as {"member": true}`,
        }),
      )
      return []
    }
    const members = wordsOfMembers(declaration.members)
    return Object.entries(value as Readonly<Record<string, Json>>).flatMap(([member, answer]) => {
      if (issues.length >= MAX_ISSUES) return []
      const question = model.questionOf.get(`${group}.${members.get(member)}`)
      if (question !== undefined) return readOne(question, answer, [...path, word, member], issues, encode)
      issues.push(
        notAmong(
          'unknown-key',
          [...path, word, member],
          member,
          Object.keys(declaration.members),
          { zh: `「${declaration.label.zh}」的成员`, en: `member of "${group}"` },
          { aliases: members },
        ),
      )
      return []
    })
  })
}

const memberWords = new WeakMap<Readonly<Record<string, MemberDeclaration>>, ReadonlyMap<string, string>>()

/** Members by id and Chinese label, worked out once for each question. */
function wordsOfMembers(members: Readonly<Record<string, MemberDeclaration>>): ReadonlyMap<string, string> {
  return listed(memberWords, members, () => idsByWord(members))
}

function readOne(question: Question, value: Json, path: Path, issues: Issue[], encode: Encode): GivenAnswer[] {
  if (value === null) return [{ question, value: OPEN }]
  const { declaration } = question
  if (declaration.kind === 'terms') {
    const problem = declaration.check(value)
    if (problem === undefined) return [{ question, value: canonical(value) }]
    issues.push(issue('not-accepted', path, value, problem))
    return []
  }
  const encoded = encode(question, value)
  if (encoded !== undefined) return [{ question, value: encoded }]
  const what = { zh: `「${question.label.zh}」的答案`, en: `answer of "${question.id}"` }
  const accepts = (plain: unknown) => encode(question, plain as Json) !== undefined
  if (declaration.kind === 'choice') {
    const words = Object.entries(declaration.values).map(([id, { zh }]) => [zh, id] as const)
    // A case may write either word, a rule the id alone.
    const accepted = words.flatMap(([zh, id]) => [id, zh]).filter(accepts)
    issues.push(notAmong('unknown-value', path, value, accepted, what, { aliases: new Map(words) }))
  } else issues.push(noValue('wrong-type', path, value, what, wantedOf(question, value, encode), accepts))
  return []
}

/** What an answer is written as where it stands: money is a number in a rule and a string in a case. */
function wantedOf(question: Question, value: Json, encode: Encode): Text {
  const { declaration } = question
  if (declaration.kind === 'members') return TRUTH
  if (declaration.kind === 'integer' && declaration.options !== undefined)
    return { zh: `${declaration.options.join('、')} 之一`, en: `one of ${declaration.options.join(', ')}` }
  if (declaration.kind !== 'money') return { zh: '整数，如 3', en: 'an integer, as 3' }
  const fen = parseLiteral({ kind: 'money' }, value)
  const asText = fen === undefined ? '88.50' : String(formatCaseValue({ kind: 'money' }, fen))
  return encode(question, asText) === undefined
    ? YUAN
    : { zh: `元，最多两位小数，加引号，如 "${asText}"`, en: `yuan with at most 2 decimals in quotes, as "${asText}"` }
}

/** Terms by the answer they are held as, read once; others are read where they are met. */
export type Terms = ReadonlyMap<Answer, Json>

/** The term an answer stands for. */
export function termOf(answer: Answer, terms?: Terms): Json {
  return terms?.get(answer) ?? JSON.parse(answer as string)
}
