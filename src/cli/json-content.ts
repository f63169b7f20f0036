// What somebody put into a JSON file, told from its keys: a document of a rule set, a fixture, a case.
// Promise: told only where nothing else can be meant, so that one sentence may stand for problems with every key.
import { isObject } from '../engine/plain.js'
import { domains } from '../models/domains.js'

/** Keys of documents that no case has, whatever its model. */
const DOCUMENT_KEYS = ['id', 'title', 'layer', 'source', 'effective', 'conditions', 'event', 'values', 'checked']

/** A fixture, or a part of one. No fact of a case is a list; a range of values has no such name. */
export function isFixture(json: unknown): boolean {
  return isObject(json) && (Array.isArray(json.案例) || Array.isArray(json.步骤) || isObject(json.案情))
}

/** A rule or named condition. */
export function isRule(json: unknown): boolean {
  return isObject(json) && !isFixture(json) && isObject(json.conditions) && typeof json.id === 'string'
}

/** A case of some model. */
export function isCase(json: unknown): boolean {
  if (!isObject(json) || isFixture(json) || DOCUMENT_KEYS.some((key) => key in json)) return false
  return domains.some(({ model }) => Object.keys(json).some((key) => model.factOf.has(key)))
}
