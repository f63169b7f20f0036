// Which documents belong to which layer, told from documents as they were given.
// Promise: nothing is checked here; what is no document of a layer comes along and is reported when it is loaded.
import { isObject } from '../engine/plain.js'

/** Rules of other layers stay out; conditions, parameters and sources come along, as rules may use them. */
export function isOnLayer(document: unknown, layers: readonly string[]): boolean {
  return !isObject(document) || !('event' in document && 'layer' in document) || layers.includes(String(document.layer))
}

/** The layer of a rule among documents as they were given. */
export function layerOfRule(rules: readonly unknown[], id: string): string | undefined {
  const rule = rules.find((document) => isObject(document) && 'event' in document && document.id === id)
  return isObject(rule) && 'layer' in rule ? String(rule.layer) : undefined
}
