// What the commands that try the fixtures out have in common: the rules, the fixtures, and which rules are meant.
// Promise: rules and fixtures are those `aftersale test` would take; what cannot be read comes back as problems.

import type { Ruled } from '../domain/domain.js'
import { notAmong } from '../engine/issue.js'
import { extendModel } from '../engine/model.js'
import { isObject } from '../engine/plain.js'
import type { Before } from '../engine/read-documents.js'
import type { Cases, FixtureContent } from '../verify/cases.js'
import type { Shop } from '../verify/layered.js'
import type { Document } from '../verify/words.js'
import { fixturesIn } from './fixture-files.js'
import { isOwnAlone, loadRules, type Rules, readRules } from './load-rules.js'
import { fewOf, type Problem, problem, type Read, remarks } from './problem.js'
import { typed } from './refused.js'
import { besideRules } from './shop-file.js'

/** The rules, and which of them are meant. */
export interface ProvedRules {
  readonly shop: Shop
  /** The model the folder is for. */
  readonly own: string
  /** Ids of the documents that are looked at: a shop's own where it has a folder. */
  readonly looksAt: (id: string) => boolean
  readonly notes: readonly Problem[]
  /** No shipped rules are brought in. */
  readonly isAlone: boolean
  /** The rules of all layers, loaded. */
  readonly rulings: Ruled
}

/** The rules with the fixtures that try them. */
export interface Proving extends ProvedRules {
  readonly fixtures: readonly FixtureContent[]
  /** The command that runs these fixtures with these rules. */
  readonly testedBy: string
}

/** Reads rules and fixtures. Without paths the fixtures are those of the folder, or else the shipped ones. */
export function readProving(
  folder: string | undefined,
  model: string | undefined,
  paths: readonly string[],
): Read<Proving> {
  const shop = readShop(folder, model)
  if (!shop.ok) return shop
  const files = fixturesIn(
    { paths, folder, isAlone: shop.value.isAlone },
    shop.value.own,
    shop.value.shop.domain.model.declaration.id,
  )
  if (!files.ok) return { ok: false, problems: [...files.problems, ...remarks(shop.value.notes)] }
  const problems = files.value.flatMap(({ json }) => (json.ok ? [] : json.problems))
  if (problems.length > 0) return { ok: false, problems }
  const fixtures = files.value.flatMap(({ file, json }) => (json.ok ? [{ file, content: json.value }] : []))
  return { ok: true, value: { ...shop.value, fixtures, testedBy: testedBy(folder, model, paths) } }
}

/** Reads and checks the rules alone. */
export function readShop(folder: string | undefined, named: string | undefined): Read<ProvedRules> {
  const rules = readRules(folder, named)
  const before: Before = new WeakMap()
  const loaded = rules.ok ? loadRules(rules.value, 'advise', before) : rules
  if (!rules.ok || !loaded.ok) return { ok: false, problems: loaded.ok ? [] : loaded.problems }
  const { domain, own: folderModel, sources, facts, omit, settings, notes } = rules.value
  const model = extendModel(domain.model, facts)
  const shop = { domain, model, documents: documentsOf(rules.value), omit, settings, before }
  const ids = new Set(sources.flatMap(({ file, document }) => (file === '' ? [] : documentId(document))))
  const looksAt = (id: string) => !omit.includes(id) && (folder === undefined || ids.has(id))
  return {
    ok: true,
    value: {
      shop,
      own: folderModel,
      looksAt,
      notes,
      isAlone: folder !== undefined && isOwnAlone(rules.value),
      rulings: loaded.value,
    },
  }
}

function testedBy(folder: string | undefined, model: string | undefined, paths: readonly string[]): string {
  const options = Object.entries({ rules: folder, model }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  )
  return ['aftersale', 'test', ...paths, ...options].map(typed).join(' ')
}

/** The name of a list that lies beside the rules for the model proved about. */
export function listFor(file: string, { shop, own }: Pick<ProvedRules, 'shop' | 'own'>): string {
  return besideRules(file, shop.domain.model.declaration.id, own)
}

function documentsOf({ sources }: Rules): Document[] {
  return sources.flatMap(({ document }) => (isObject(document) ? [document] : []))
}

function documentId(document: unknown): string[] {
  return isObject(document) && typeof document.id === 'string' ? [document.id] : []
}

/** Ids of the documents. */
export function idsIn({ documents }: Pick<Shop, 'documents'>): readonly string[] {
  return documents.map(({ id }) => String(id))
}

/** Whether a rule or named condition of this id is there; a problem with the nearest where not. */
export function noRule(id: string, known: readonly string[]): Problem {
  const { nearest } = notAmong('unknown-rule', [], id, known, { zh: '', en: '' })
  const [zh, en] = nearest === undefined ? ['', ''] : [`；最接近的是「${nearest}」`, `; nearest: "${nearest}"`]
  return problem('', { zh: `没有规则或命名条件「${id}」${zh}`, en: `there is no rule or named condition "${id}"${en}` })
}

/** Fixtures that fail say nothing about the rules: they come first. */
export function failingFirst({ testedBy }: Proving, { failing }: Cases): Problem[] {
  const listed = failing.map(({ file, name }) => problem(file, { zh: '案例不通过', en: 'this case fails' }, name))
  const first = problem('', {
    zh: `先让案例全部通过，再来检查案例够不够：${testedBy}`,
    en: `make every fixture pass first: ${testedBy}`,
  })
  return failing.length === 0 ? [] : [{ ...first, counts: 0 }, ...fewOf(listed)]
}
