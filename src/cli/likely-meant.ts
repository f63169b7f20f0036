// What a person most likely meant by a word that the loader does not know.
// Promise: the problem stays where it is and what it is; its message says whose title stands where an id belongs, or which
// shipped pack has the named condition.
import { type Issue, shown } from '../engine/issue.js'
import { isObject } from '../engine/plain.js'
import type { Source } from '../engine/read-documents.js'
import type { Text } from '../engine/text.js'
import { packed, packsOf } from './packs.js'

/** The issue with what was likely meant by its word, or as it stands. */
export function likelyMeant(sources: readonly Source[], model: string, issue: Issue): Issue {
  const id = isRuleWanted(issue) ? idOfTitle(sources, issue.found) : undefined
  if (id !== undefined) return { ...issue, nearest: id, message: titleOf(id) }
  const pack = issue.code === 'unknown-condition' ? packLeftOut(sources, model, issue.found) : undefined
  return pack === undefined ? issue : { ...issue, message: conditionOf(pack, issue.found) }
}

/** Where the id of a rule belongs. */
function isRuleWanted({ path: [key] }: Issue): boolean {
  return key === 'omit' || key === 'exceptionTo'
}

function idOfTitle(sources: readonly Source[], found: string | undefined): string | undefined {
  const own = sources.map(({ document }) => document).find((one) => isObject(one) && shown(one.title) === found)
  return isObject(own) && typeof own.id === 'string' && typeof own.title === 'string' ? own.id : undefined
}

/** The pack that has a named condition of this name, where it was not brought in. */
function packLeftOut(sources: readonly Source[], model: string, name: string | undefined): string | undefined {
  const here = new Set(sources.map(({ document }) => document))
  return packsOf(model).find((pack) =>
    packed([pack], model).some(
      ({ document }) =>
        !here.has(document) && isObject(document) && String(document.id).endsWith(`/conditions/${name}`),
    ),
  )
}

function titleOf(id: string): Text {
  return { zh: `这是「${id}」的标题；这里写编号`, en: `this is the title of "${id}"; write the id here` }
}

function conditionOf(pack: string, name: string | undefined): Text {
  return {
    zh: `命名条件「${name}」在随包规则「${pack}」里，没有带上；把 "${pack}" 也写进 extends`,
    en: `the named condition "${name}" is one of the shipped pack "${pack}", which was not brought in; name "${pack}" in "extends" as well`,
  }
}
