// Writes schemas/*.schema.json from the declaration of each model and the documents under rules/: those of after-sale at the
// top, those of another model in a folder of its name.
// Promise: the same declarations give the same bytes; every name a rule may use stands in the schema it is checked by.

import type { Domain } from '../src/domain/domain.js'
import { fixtureSchema } from '../src/domain/fixture-schema.js'
import {
  caseSchema,
  conditionSchema,
  type JsonSchema,
  parameterSchema,
  ruleSchema,
  sourcesSchema,
  type Vocabulary,
} from '../src/engine/json-schema.js'
import { factsSchema } from '../src/engine/json-schema-facts.js'
import { damagesSchema } from '../src/models/after-sale/damages-schema.js'
import { deadlineWords } from '../src/models/after-sale/deadline-term.js'
import { deadlineWords as complaintDeadlines } from '../src/models/complaints/facts.js'
import { deadlineSchema } from '../src/models/deadlines/schema.js'
import { domains, FIRST } from '../src/models/domains.js'
import { deadlineWords as reviewDeadlines } from '../src/models/reviews/facts.js'
import { deadlineWords as serviceDeadlines } from '../src/models/service-levels/facts.js'
import type { GeneratedFile } from './generated-files.js'
import { ruleFiles } from './rule-files.js'

const KINDS = ['integer', 'money', 'rate', 'duration'] as const

/** What a model's terms are written like, where there is a schema for them. */
const TERMS: Readonly<Record<string, Vocabulary['terms']>> = {
  'after-sale': { damages: damagesSchema(), deadlines: deadlineSchema(deadlineWords) },
  reviews: { deadlines: deadlineSchema(reviewDeadlines) },
  complaints: { deadlines: deadlineSchema(complaintDeadlines) },
  'service-levels': { deadlines: deadlineSchema(serviceDeadlines) },
}

function vocabulary(folder: string, model: string): Vocabulary {
  const files = ruleFiles(folder, model).map(({ path, document }) => ({
    path,
    document,
    name: path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
  }))
  return {
    conditions: files
      .filter(({ document }) => !('event' in document) && 'conditions' in document)
      .map(({ name, document }) => ({ name, title: String(document.title) })),
    parameters: files.flatMap(({ name, document }) => {
      const kind = KINDS.find((one) => one === document.kind)
      return kind === undefined ? [] : [{ name, kind }]
    }),
    terms: TERMS[model] ?? {},
  }
}

/** The schema files for the rules in `folder`. */
export function schemaFiles(folder: string): GeneratedFile[] {
  const own = domains.flatMap((domain) => {
    const { id } = domain.model.declaration
    return filesOf(id === FIRST ? '' : `${id}/`, schemasOf(domain, vocabulary(folder, id)))
  })
  return [...own, ...filesOf('', { sources: sourcesSchema() })]
}

type Schemas = Readonly<Record<string, JsonSchema>>

function schemasOf(domain: Domain, words: Vocabulary): Schemas {
  const { model } = domain
  return {
    case: caseSchema(model),
    rule: ruleSchema(model, words),
    condition: conditionSchema(model, words),
    parameter: parameterSchema(model),
    fixture: fixtureSchema(domain),
    facts: factsSchema(model),
  }
}

function filesOf(below: string, schemas: Schemas): GeneratedFile[] {
  return Object.entries(schemas).map(([name, schema]) => ({
    path: `schemas/${below}${name}.schema.json`,
    text: `${JSON.stringify(schema, null, 1)}\n`,
  }))
}
