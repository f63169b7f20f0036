// The mechanism, for decision models of one's own: declare facts and questions, load rules, decide.
// Promise: knows no domain; everything a model is built with is named here once.

export type { Answered, RuleReference } from './engine/answered.js'
export type { NextQuestion } from './engine/ask.js'
export { createModelDecider, type ModelDecider } from './engine/decider.js'
export type { Answers, BreachReport, Decision, MissingFact, Presumed } from './engine/decision.js'
export type {
  AgreedOf,
  AnswerOf,
  CaseOf,
  Condition,
  FactDeclaration,
  FactKind,
  FactView,
  Json,
  Knowable,
  Measured,
  ModelDeclaration,
  QuestionDeclaration,
  ValueOf,
} from './engine/declaration.js'
export type { ConditionDocument, ParameterDocument, RuleDocument, SourceDocument } from './engine/document.js'
export type { FloorMode } from './engine/fold.js'
export type { Issue, IssueCode, Result } from './engine/issue.js'
export { defineModel, extendModel, type Model } from './engine/model.js'
export type { DecideOptions, DeciderOptions } from './engine/options.js'
export type { Outcome, Review } from './engine/outcome.js'
export { loadRuleSet, type RuleSet } from './engine/ruleset.js'
export type { Text } from './engine/text.js'
export type { RuleTrace, TraceNode, Truth } from './engine/trace.js'
export { NONE, type ValueSet } from './engine/value-set.js'
