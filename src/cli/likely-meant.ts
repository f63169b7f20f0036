// What a person most likely meant by a word that the loader does not know, or has no better word for.
// Promise: the problem stays where it is and what it is; its message alone says more: whose title stands where an id
// belongs, which shipped pack has it, which layer, how members are written.
import { type Issue, shown } from '../engine/issue.js'
import type { Model } from '../engine/model.js'
import { isObject } from '../engine/plain.js'
import type { Source } from '../engine/read-documents.js'
import type { Text } from '../engine/text.js'
import { isSource } from './misplaced.js'
import { packed, packsOf } from './packs.js'

type Document = Readonly<Record<string, unknown>> & { readonly id: string }

/** What was meant, where another word was: its id. */
interface Meant {
  readonly message: Text
  readonly nearest?: string
}

/** The issue with what was likely meant, or as it stands. */
export function likelyMeant(sources: readonly Source[], model: Model, issue: Issue): Issue {
  const meant = meantBy(sources, model, issue)
  if (meant === undefined) return issue
  const { nearest: _, ...rest } = issue
  return { ...rest, ...meant }
}

function meantBy(sources: readonly Source[], model: Model, issue: Issue): Meant | undefined {
  const { code, path, found } = issue
  if (path[0] === 'omit' || path[0] === 'exceptionTo') return ruleMeant(sources, model, issue)
  if (code === 'unknown-condition') return conditionMeant(sources, model, found)
  if (code === 'duplicate-id' && path[0] === 'id') return sourceMeant(sources, found)
  return code === 'wrong-type' ? membersMeant(sources, model, issue) : undefined
}

function documentsOf(sources: readonly Source[]): Document[] {
  return sources.flatMap(({ document }) =>
    isObject(document) && typeof document.id === 'string' ? [{ ...document, id: document.id }] : [],
  )
}

/** Where the id of a rule belongs. */
function ruleMeant(sources: readonly Source[], model: Model, { code, found }: Issue): Meant | undefined {
  const titled = documentsOf(sources).find(({ title }) => typeof title === 'string' && shown(title) === found)
  if (titled !== undefined) return { message: titleOf(titled.id), nearest: titled.id }
  const pack = code === 'unknown-rule' ? packLeftOut(sources, model, ({ id }) => id === found) : undefined
  return pack === undefined ? undefined : { message: leftOut({ zh: '规则', en: 'rule' }, found, pack) }
}

/** A named condition by its whole id or its title, one of a layer above, or one of a pack left out. */
function conditionMeant(sources: readonly Source[], model: Model, found: string | undefined): Meant | undefined {
  const isMeant = ({ id, title }: Document) =>
    id.includes('/conditions/') && [id, nameOf(id), typeof title === 'string' && shown(title)].includes(found ?? '')
  const here = documentsOf(sources).find(isMeant)
  if (here !== undefined) {
    const name = nameOf(here.id)
    return name === found
      ? { message: ofLayerAbove(model, name, String(here.layer)) }
      : { message: lastPart(here.id, name), nearest: name }
  }
  const pack = packLeftOut(sources, model, isMeant)
  return pack === undefined ? undefined : { message: leftOut({ zh: '命名条件', en: 'named condition' }, found, pack) }
}

/** The name of a condition is the last part of its id. */
function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

/** The pack that has such a document, where it was not brought in. */
function packLeftOut(
  sources: readonly Source[],
  { declaration }: Model,
  isMeant: (document: Document) => boolean,
): string | undefined {
  const here = new Set(sources.map(({ document }) => document))
  return packsOf(declaration.id).find((pack) =>
    documentsOf(packed([pack], declaration.id).filter(({ document }) => !here.has(document))).some(isMeant),
  )
}

/** A source of one's own with the id of another: nobody leaves a source out, as he would a rule. */
function sourceMeant(sources: readonly Source[], found: string | undefined): Meant | undefined {
  const ofThatId = sources.filter(({ document }) => isSource(document) && isObject(document) && document.id === found)
  if (ofThatId.length < 2) return undefined
  return { message: ofThatId.some(({ file }) => file === '') ? shippedSource(found) : sourceTwice(found) }
}

/** Members of a question in another form than {"member": true}: with those that were meant, where they can be told. */
function membersMeant(sources: readonly Source[], model: Model, { file, path, message }: Issue): Meant | undefined {
  const group = model.groupOf.get(String(path.at(-1))) ?? ''
  const { [group]: declaration } = model.declaration.questions
  if (declaration?.kind !== 'members' || path.length !== 3 || path[1] !== 'params') return undefined
  const event = documentsOf(sources.filter((one) => one.file === file))[0]?.event
  const params = isObject(event) && isObject(event.params) ? event.params : {}
  const ids = Object.keys(declaration.members)
  const written = [params[String(path[2])]].flat().filter((one) => ids.includes(String(one)))
  const members = (written.length > 0 ? written : ids.slice(0, 1)).map((id) => `"${id}": true`).join(', ')
  return {
    message: {
      zh: message.zh.replace('{"成员": true}', `{${members}}`),
      en: message.en.replace('{"member": true}', `{${members}}`),
    },
  }
}

function titleOf(id: string): Text {
  return { zh: `这是「${id}」的标题；这里写编号`, en: `this is the title of "${id}"; write the id here` }
}

function leftOut({ zh, en }: Text, found: string | undefined, pack: string): Text {
  return {
    zh: `${zh}「${found}」在随包规则「${pack}」里，没有带上；把 "${pack}" 也写进 extends`,
    en: `the ${en} "${found}" is one of the shipped pack "${pack}", which was not brought in; name "${pack}" in "extends" as well`,
  }
}

function lastPart(id: string, name: string): Text {
  return {
    zh: `命名条件只写编号的最后一段：「${id}」写 "${name}"`,
    en: `a named condition goes by the last part of its id: "${name}" for "${id}"`,
  }
}

function ofLayerAbove({ declaration }: Model, name: string, layer: string): Text {
  const { [layer]: declared } = declaration.layers
  const { zh, en } = declared?.label ?? { zh: layer, en: layer }
  return {
    zh: `命名条件「${name}」属于「${zh}」层，这一层不能用；只能用本层和更低的层的`,
    en: `the named condition "${name}" belongs to the layer "${en}", which this one cannot read: only its own and those below it`,
  }
}

function shippedSource(id: string | undefined): Text {
  return {
    zh: `随包规则已有出处「${id}」，内容不同：要引用那一份，就不必再写；是另一份文件，就换一个编号`,
    en: `the shipped rules have a source "${id}" with other content: to cite that one leave this out; if it is another document give it another id`,
  }
}

function sourceTwice(id: string | undefined): Text {
  return {
    zh: `出处「${id}」写了两次，内容不同；留一份，或换一个编号`,
    en: `the source "${id}" stands twice with different content; keep one, or give it another id`,
  }
}
