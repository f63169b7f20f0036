// The schema files that ship, compiled for tests. Promise: draft-07, every keyword known, all errors reported.
// `enumDescriptions` is what editors show beside a value; validators pass over it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A validator that knows draft-07 and nothing else. Money is compared to the fen, whatever binary fractions do. */
export function compile(schema: object): ValidateFunction {
  const ajv = new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
    multipleOfPrecision: 6,
  })
  ajv.addKeyword('enumDescriptions')
  return ajv.compile(schema)
}

/** The schema file as it ships. */
export function shippedSchema(name: string): object {
  return JSON.parse(readFileSync(join(root, 'schemas', `${name}.schema.json`), 'utf8')) as object
}
