// The rules of one model as they lie on disk, with the sources they cite.
// Promise: told by the folder named after the model; nothing is checked here.
import { fileURLToPath } from 'node:url'
import { jsonFiles, sourceDocuments } from '../../scripts/rule-files.js'
import { modelOfPath } from '../../src/models/domains.js'

const folder = fileURLToPath(new URL('../../rules', import.meta.url))

/** Every document of `model`, of the layers named where any are. */
export function modelDocuments(model: string, layers?: readonly string[]): readonly object[] {
  const own = jsonFiles(folder).filter(({ path }) => modelOfPath(path) === model)
  const wanted = own.filter(
    ({ document }) => layers === undefined || !('event' in document) || layers.includes(String(document.layer)),
  )
  return [...wanted.map(({ document }) => document), ...sourceDocuments(folder)]
}
