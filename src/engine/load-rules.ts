// Rule documents to compiled rules: header checked against the model, conditions to boxes, params to answers.
// Promise: everything wrong with a rule is reported with its file and place; a rule that loads can be evaluated.
import { type Answer, OPEN, readAnswers } from './answer.js'
import type { Box } from './boxes.js'
import { type Node, readRoot } from './condition.js'
import type { RuleDocument } from './document.js'
import { readEffective } from './effective.js'
import type { Resolved } from './fold.js'
import { type Issue, issue, notAmong } from './issue.js'
import {
  compiledBoxes,
  type LoadContext,
  type NamedCondition,
  namedByLayer,
  readLayer,
  scopeOf,
} from './load-conditions.js'
import type { Model } from './model.js'
import type { Question } from './question.js'
import type { Candidate } from './resolve.js'

export interface RuleAnswer {
  readonly question: number
  readonly value: Answer
  /** Rules of the same layer that answer this question and, holding, beat this rule on it. */
  readonly beaters: readonly number[]
  /** This answer as one that surely, and as one that possibly wins; made once. */
  readonly definite: Voice
  readonly possible: Voice
}

/** A rule that may win a question, with what it comes to where no other rule says otherwise. */
export interface Voice extends Candidate {
  readonly alone: Resolved
}

export interface LoadedRule {
  readonly id: string
  readonly title: string
  readonly layer: number
  readonly stage: string
  readonly mandatory: boolean
  readonly node: Node
  readonly boxes: readonly Box[]
  /** Column and values of the dates in force. */
  readonly effective: { readonly column: number; readonly set: readonly number[] }
  readonly answers: readonly { readonly question: number; readonly value: Answer }[]
  readonly document: RuleDocument
}

export interface CompiledRule extends Omit<LoadedRule, 'answers'> {
  readonly index: number
  /** The boxes with named conditions written out: where the rule can hold at all. */
  readonly region: readonly Box[]
  readonly answers: readonly RuleAnswer[]
}

export function loadRules(
  documents: readonly RuleDocument[],
  conditions: readonly NamedCondition[],
  context: LoadContext,
): LoadedRule[] {
  const titles = new Map<string, string>()
  const namedIn = namedByLayer(context.model, conditions)
  return documents.flatMap((document) => {
    const issues: Issue[] = []
    const report = (one: Issue) => issues.push(one)
    const other = titles.get(document.title)
    if (other !== undefined) {
      report(
        issue('duplicate-id', ['title'], document.title, {
          zh: `标题与「${other}」相同`,
          en: `the title is that of "${other}"`,
        }),
      )
    }
    titles.set(document.title, document.id)
    const rule = loadRule(document, namedIn, context, issues)
    context.issues.push(...issues.map((one) => ({ ...one, file: context.fileOf.get(document.id) as string })))
    if (rule === undefined || issues.length > 0) context.broken.add(document.id)
    return rule === undefined ? [] : [rule]
  })
}

function loadRule(
  document: RuleDocument,
  namedIn: readonly ReadonlyMap<string, number>[],
  context: LoadContext,
  issues: Issue[],
): LoadedRule | undefined {
  const { model } = context
  const report = (one: Issue) => issues.push(one)
  const layer = readLayer(document.layer, context, report)
  const { type, params } = document.event
  const stage = model.declaration.stages.indexOf(type)
  if (stage < 0)
    report(notAmong('unknown-value', ['event', 'type'], type, model.declaration.stages, { zh: '阶段', en: 'stage' }))
  const scope = scopeOf(context, namedIn[Math.max(layer, 0)], stage)
  const effective = readEffective(model, document.effective, ['effective'], issues)
  const node = readRoot(document.conditions, ['conditions'], scope, issues)
  const answers = readAnswers(model, params, ['event', 'params'], issues)
  checkAnswers(model, document, answers, issues)
  if (document.mandatory === true && layer >= 0 && model.declaration.layers[document.layer]?.floor !== true) {
    report(
      issue('wrong-layer', ['mandatory'], document.layer, {
        zh: '只有作为底线的层可写强制规则',
        en: 'only a layer that is a floor has mandatory rules',
      }),
    )
  }
  const boxes = node && effective && compiledBoxes(node, effective, context, report)
  if (boxes === undefined || node === undefined || effective === undefined || layer < 0 || stage < 0) return undefined
  return {
    id: document.id,
    title: document.title,
    layer,
    stage: type,
    mandatory: document.mandatory === true,
    node,
    boxes,
    effective,
    answers: answers.map(({ question, value }) => ({ question: question.index, value })),
    document,
  }
}

function checkAnswers(
  model: Model,
  document: RuleDocument,
  answers: readonly { question: Question; value: Answer }[],
  issues: Issue[],
): void {
  const path = ['event', 'params']
  if (Object.keys(document.event.params).length === 0) {
    issues.push(
      issue('empty', path, undefined, { zh: '规则至少回答一个问题', en: 'a rule answers at least one question' }),
    )
  }
  const answered = new Set<string>()
  for (const { question } of answers) {
    if (answered.has(question.id)) {
      issues.push(
        issue('duplicate-key', [...path, question.id], question.id, {
          zh: `「${question.label.zh}」回答了两次`,
          en: `"${question.id}" is answered twice`,
        }),
      )
    }
    answered.add(question.id)
    if (question.stage !== document.event.type && model.declaration.stages.includes(document.event.type)) {
      issues.push(
        issue('wrong-stage', [...path, question.group], question.id, {
          zh: `「${question.label.zh}」属于阶段 ${question.stage}，不能在 ${document.event.type} 中回答`,
          en: `"${question.id}" belongs to stage ${question.stage}, not ${document.event.type}`,
        }),
      )
    }
  }
  for (const [first, second] of model.declaration.together ?? []) {
    if (answered.has(first) && !answered.has(second)) {
      issues.push(
        issue('answered-apart', path, first, {
          zh: `回答「${first}」的规则须同时回答「${second}」`,
          en: `a rule that answers "${first}" answers "${second}" with it`,
        }),
      )
    }
  }
  if (document.mandatory === true && answers.some(({ value }) => value === OPEN)) {
    issues.push(
      issue('not-accepted', path, null, {
        zh: '强制规则不能把问题留空（null）',
        en: 'a mandatory rule leaves no question open (null)',
      }),
    )
  }
}
