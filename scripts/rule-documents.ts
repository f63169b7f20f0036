// Rules and named conditions as the generated pages read them: in order of area and id, with what names them.
// Promise: read from the files alone; a name that stands for nothing is left as written, which the loader refuses anyway.
import type { ConditionDocument, ParameterDocument, RuleDocument } from '../src/engine/document.js'
import { FIRST } from '../src/models/domains.js'
import { type RuleFile, ruleFiles, sourceDocuments } from './rule-files.js'

export interface RuleDocuments {
  readonly rules: readonly RuleDocument[]
  readonly conditions: readonly ConditionDocument[]
  /** Title of a rule or named condition by id. */
  readonly titleOf: ReadonlyMap<string, string>
  /** Title of a named condition as rules of a layer write it. */
  readonly conditionTitle: (name: string) => string
  readonly parameterTitle: (name: string) => string
  /** Chinese name of a source document. */
  readonly sourceName: (document: string) => string
}

const idOf = ({ id }: { readonly id: string }) => id
const nameOf = (id: string) => id.slice(id.lastIndexOf('/') + 1)

/** The documents of a model in `folder`; of after-sale unless named. */
export function ruleDocuments(folder: string, model: string = FIRST): RuleDocuments {
  const documents = ruleFiles(folder, model).map(({ document }) => document)
  const rules = documents.filter(isRule)
  const conditions = documents.filter(isCondition)
  const parameters = documents.filter(isParameter)
  const named = (of: readonly { readonly id: string; readonly title: string }[]) =>
    new Map(of.map(({ id, title }) => [nameOf(id), title]))
  const conditionTitles = named(conditions)
  const parameterTitles = named(parameters)
  const sources = new Map(sourceDocuments(folder).map(({ id, name }) => [String(id), (name as { zh: string }).zh]))
  return {
    rules: [...rules].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)),
    conditions: [...conditions].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)),
    titleOf: new Map([...rules, ...conditions].map(({ id, title }) => [id, title])),
    conditionTitle: (name) => conditionTitles.get(name) ?? name,
    parameterTitle: (name) => parameterTitles.get(name) ?? name,
    sourceName: (document) => sources.get(document) ?? document,
  }
}

function isRule(document: RuleFile['document']): document is RuleFile['document'] & RuleDocument {
  return 'event' in document
}

function isCondition(document: RuleFile['document']): document is RuleFile['document'] & ConditionDocument {
  return 'conditions' in document && !('event' in document)
}

function isParameter(document: RuleFile['document']): document is RuleFile['document'] & ParameterDocument {
  return 'values' in document
}
