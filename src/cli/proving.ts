// What the commands that try the fixtures out have in common: the rules, the fixtures, and which rules are meant.
// Promise: rules and fixtures are those `aftersale test` would take; what cannot be read comes back as problems.
import { extendModel } from '../engine/model.js'
import { isObject } from '../engine/plain.js'
import type { AfterSaleRulings } from '../models/after-sale/decision.js'
import { afterSale } from '../models/after-sale/model.js'
import type { Cases, FixtureContent } from '../verify/cases.js'
import type { Shop } from '../verify/layered.js'
import type { Document } from '../verify/words.js'
import { loadRules, type Rules, readRules } from './load-rules.js'
import { type Problem, problem, type Read } from './problem.js'
import { readJson } from './read-files.js'
import { defaultFixtures, fixtureFiles } from './test.js'

export interface Proving {
  readonly shop: Shop
  readonly fixtures: readonly FixtureContent[]
  /** Ids of the documents that are looked at: a shop's own where it has a folder. */
  readonly looksAt: (id: string) => boolean
  readonly notes: readonly Problem[]
  /** The rules of all layers, loaded. */
  readonly rulings: AfterSaleRulings
}

/** Reads rules and fixtures. Without paths the fixtures are those of the folder, or else the shipped ones. */
export function readProving(folder: string | undefined, paths: readonly string[]): Read<Proving> {
  const shop = readShop(folder)
  const files = fixtureFiles(paths.length > 0 ? paths : [defaultFixtures(folder)])
  const read = files.ok ? files.value.map((file) => ({ file, json: readJson(file) })) : []
  const problems = [shop, files, ...read.map(({ json }) => json)].flatMap((one) => (one.ok ? [] : one.problems))
  if (!shop.ok || problems.length > 0) return { ok: false, problems }
  const fixtures = read.flatMap(({ file, json }) => (json.ok ? [{ file, content: json.value }] : []))
  return { ok: true, value: { ...shop.value, fixtures } }
}

/** Reads and checks the rules alone. */
export function readShop(folder: string | undefined): Read<Omit<Proving, 'fixtures'>> {
  const rules = readRules(folder)
  const loaded = rules.ok ? loadRules(rules.value, 'advise') : rules
  if (!rules.ok || !loaded.ok) return { ok: false, problems: loaded.ok ? [] : loaded.problems }
  const { sources, facts, omit, settings, notes, before } = rules.value
  const shop = { model: extendModel(afterSale, facts), documents: documentsOf(rules.value), omit, settings, before }
  const own = new Set(sources.flatMap(({ file, document }) => (file === '' ? [] : idOf(document))))
  const looksAt = (id: string) => !omit.includes(id) && (folder === undefined || own.has(id))
  return { ok: true, value: { shop, looksAt, notes, rulings: loaded.value } }
}

function documentsOf({ sources }: Rules): Document[] {
  return sources.flatMap(({ document }) => (isObject(document) ? [document] : []))
}

function idOf(document: unknown): string[] {
  return isObject(document) && typeof document.id === 'string' ? [document.id] : []
}

/** Whether a rule or named condition of this id is there; a problem with the nearest where not. */
export function noRule(id: string): Problem {
  return problem('', { zh: `没有规则或命名条件「${id}」`, en: `there is no rule or named condition "${id}"` })
}

const SHOWN = 20

/** Fixtures that fail say nothing about the rules: they come first. */
export function failingFirst({ failing }: Cases): Problem[] {
  const more = failing.length - SHOWN
  const listed = failing
    .slice(0, SHOWN)
    .map(({ file, name }) => problem(file, { zh: '案例不通过', en: 'this case fails' }, name))
  const first = problem('', {
    zh: '先让案例全部通过，再来检查案例够不够：aftersale test',
    en: 'make every fixture pass first: aftersale test',
  })
  const rest = problem('', { zh: `……还有 ${more} 个`, en: `… and ${more} more` })
  return failing.length === 0 ? [] : [first, ...listed, ...(more > 0 ? [rest] : [])]
}
