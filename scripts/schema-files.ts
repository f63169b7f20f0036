// Writes schemas/*.schema.json from the declarations of the after-sale model and the documents under rules/.
// Promise: the same declarations give the same bytes; every name a rule may use stands in the schema it is checked by.

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
import { deadlineSchema } from '../src/models/after-sale/deadline-schema.js'
import { afterSaleDomain } from '../src/models/after-sale/domain.js'
import { afterSale } from '../src/models/after-sale/model.js'
import type { GeneratedFile } from './generated-files.js'
import { ruleFiles } from './rule-files.js'

const KINDS = ['integer', 'money', 'rate', 'duration'] as const

function vocabulary(folder: string): Vocabulary {
  const files = ruleFiles(folder).map(({ path, document }) => ({
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
    terms: { damages: damagesSchema(), deadlines: deadlineSchema() },
  }
}

/** The schema files for the rules in `folder`. */
export function schemaFiles(folder: string): GeneratedFile[] {
  const words = vocabulary(folder)
  const schemas: Readonly<Record<string, JsonSchema>> = {
    case: caseSchema(afterSale),
    rule: ruleSchema(afterSale, words),
    condition: conditionSchema(afterSale, words),
    parameter: parameterSchema(afterSale),
    sources: sourcesSchema(),
    fixture: fixtureSchema(afterSaleDomain),
    facts: factsSchema(afterSale),
  }
  return Object.entries(schemas).map(([name, schema]) => ({
    path: `schemas/${name}.schema.json`,
    text: `${JSON.stringify(schema, null, 1)}\n`,
  }))
}
