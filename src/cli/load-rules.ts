// The rules a command works with: the shipped packs, or those of a folder, of one model.
// Promise: every problem of every document comes back at once, each under the file it stands in.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Domain, Ruled } from '../domain/domain.js'
import { load } from '../domain/load.js'
import type { FactDeclaration } from '../engine/declaration.js'
import type { FloorMode } from '../engine/fold.js'
import { extendModel } from '../engine/model.js'
import type { Before, Source } from '../engine/read-documents.js'
import { domainOf, domains, FIRST, modelOfPath } from '../models/domains.js'
import { isCase, isFixture } from './json-content.js'
import { likelyMeant } from './likely-meant.js'
import { CASE_AMONG_RULES, FIXTURE_AMONG_RULES } from './messages.js'
import { answerless, idOf, isSource, misplaced } from './misplaced.js'
import { atOwnTitle } from './own-title.js'
import { packed, packsOf } from './packs.js'
import { type Problem, problem, problemsOf, type Read } from './problem.js'
import { readFacts } from './read-facts.js'
import { isFolder, jsonFilesBelow, readJson } from './read-files.js'
import {
  besideRules,
  FACTS_FILE,
  isBesideRules,
  readShopFile,
  type SettingValues,
  SHOP_FILE,
  type ShopFile,
} from './shop-file.js'
import { SOURCES_FILE, strangeSources } from './source-list.js'

/** Documents with the files they come from, and what the shop set beside them. */
export interface Rules {
  readonly domain: Domain
  /** The model the folder is for. */
  readonly own: string
  readonly sources: readonly Source[]
  readonly facts: Readonly<Record<string, FactDeclaration>>
  readonly omit: readonly string[]
  readonly settings: SettingValues
  /** What problems of `omit` and `settings` are reported under. */
  readonly settingsFile: string
  /** What a person should know although nothing is wrong. */
  readonly notes: readonly Problem[]
}

// Tables the model itself reads: they may lie among rules, but are none.
const TABLES = ['parameters/refund-states.json', 'parameters/remarks.json', 'parameters/reports.json']

/** Reads the documents of a model, unless named that of the folder: without a folder the shipped packs. */
export function readRules(folder: string | undefined, named?: string): Read<Rules> {
  if (folder === undefined) return { ok: true, value: shippedRules(named ?? FIRST) }
  if (!isFolder(folder))
    return {
      ok: false,
      problems: [problem(folder, { zh: '--rules 后面应是已有的文件夹', en: '--rules names a folder that exists' })],
    }
  const files = jsonFilesBelow(folder)
  if (!files.ok) return files
  const problems: Problem[] = []
  const places: Problem[] = []
  const read = <T>(result: Read<T>): T | undefined => {
    if (result.ok) return result.value
    problems.push(...result.problems)
    return undefined
  }
  const shop = read(readShopFile(folder))
  const own = shop?.model ?? FIRST
  const model = named ?? own
  const domain = domainOf(model)
  const documents = files.value
    .filter((file) => !isBesideRules(file) && !TABLES.includes(file) && !file.startsWith('fixtures/'))
    .flatMap((file) => documentsIn(join(folder, file), read(readJson(join(folder, file))), { problems, places }, file))
    .filter(({ document, inside }) => isOf(document, inside, model, own))
    .map(({ file, document }): Source => ({ file, document }))
  const factsFile = join(folder, besideRules(FACTS_FILE, model, own))
  const factsJson = existsSync(factsFile) ? read(readJson(factsFile)) : undefined
  const facts = factsJson === undefined ? undefined : read(readFacts(domain.model, factsFile, factsJson))
  if (problems.length > 0) return { ok: false, problems }
  const value: Rules = {
    domain,
    own,
    sources: [...packed(shop?.extends ?? [], model), ...documents],
    facts: facts ?? {},
    omit: (shop?.omit ?? []).filter((id) => modelOfPath(id, own) === model),
    settings: settingsOf(shop?.settings ?? {}, domain),
    settingsFile: join(folder, SHOP_FILE),
    notes: unextended(folder, shop, model, documents),
  }
  if (places.length === 0) return { ok: true, value }
  // A document in the wrong place is read all the same, for what else is to be mended.
  const loaded = loadRules({ ...value, notes: [] }, 'advise')
  const isSaid = ({ file, place }: Problem) => places.some((one) => one.file === file && one.place === place)
  return { ok: false, problems: [...places, ...(loaded.ok ? [] : loaded.problems.filter((one) => !isSaid(one)))] }
}

/** Whether none of the rules is a shipped one. */
export function isOwnAlone({ sources }: Pick<Rules, 'sources'>): boolean {
  return sources.every(({ file }) => file !== '')
}

function shippedRules(model: string): Rules {
  const sources = packed(packsOf(model), model)
  return {
    domain: domainOf(model),
    own: FIRST,
    sources,
    facts: {},
    omit: [],
    settings: {},
    settingsFile: '',
    notes: [],
  }
}

/** Sources are everybody's; everything else belongs to the model in whose folder its id lies. */
function isOf(document: unknown, inside: string, model: string, own: string): boolean {
  const id = idOf(document)
  if (isSource(document)) return true
  return modelOfPath(id ?? inside, own) === model
}

/** Whether a folder says anything of the model its rules were read for. */
export function isFor({ sources, facts, omit }: Rules): boolean {
  return sources.some(({ document }) => !isSource(document)) || Object.keys(facts).length > 0 || omit.length > 0
}

/** Settings of the model, and those of no model at all, which are refused by name when the rules are loaded. */
function settingsOf(settings: SettingValues, domain: Domain): SettingValues {
  const declares = ({ model }: Domain, id: string) => Object.hasOwn(model.declaration.settings ?? {}, id)
  return Object.fromEntries(
    Object.entries(settings).filter(([id]) => declares(domain, id) || !domains.some((one) => declares(one, id))),
  )
}

interface Found extends Source {
  /** Where it lies below the folder. */
  readonly inside: string
}

/** A file holds one document or a list of them. */
function documentsIn(
  file: string,
  json: unknown,
  { problems, places }: { readonly problems: Problem[]; readonly places: Problem[] },
  inside: string,
): Found[] {
  if (json === undefined) return []
  const content = Array.isArray(json) ? json : [json]
  const strange = content.some(isFixture) ? FIXTURE_AMONG_RULES : content.some(isCase) ? CASE_AMONG_RULES : undefined
  if (strange !== undefined) {
    problems.push(problem(file, strange))
    return []
  }
  const unlisted = inside === SOURCES_FILE ? strangeSources(file, json) : []
  problems.push(...unlisted)
  if (unlisted.length > 0) return []
  const found = Array.isArray(json)
    ? json.map((document: unknown, i): Found => ({ file: `${file}[${i}]`, document, inside }))
    : [{ file, document: json, inside }]
  places.push(
    ...(Array.isArray(json) ? [] : misplaced(file, json, inside)),
    ...found.flatMap((one) => answerless(one.file, one.document, inside)),
  )
  return found
}

/** Without "extends" the shipped packs stay out, which nobody would notice from the decisions. */
function unextended(folder: string, own: ShopFile | undefined, model: string, documents: readonly Source[]): Problem[] {
  const packs = packsOf(model)
  if (own?.extends?.length === 0 || own?.extends?.some((name) => packs.includes(name)) === true) return []
  const list = packs.map((name) => `"${name}"`).join(', ')
  const rules = documents.filter(
    ({ document }) => typeof document === 'object' && document !== null && 'event' in document,
  ).length
  const file = join(folder, SHOP_FILE)
  const lacks =
    own === undefined
      ? { zh: '没有这个文件', en: 'there is no such file' }
      : own.extends === undefined
        ? { zh: '没有写 extends', en: '"extends" is not written' }
        : { zh: 'extends 里没有这个模型的规则', en: '"extends" names no rules of this model' }
  return [
    problem(file, {
      zh: `提示：${lacks.zh}，不带随包规则，只用文件夹里的 ${rules} 条规则。要带上随包规则，写 {"extends": [${list}]}；不要带，写 {"extends": []}`,
      en: `note: ${lacks.en}, so the shipped rules are left out and only the ${rules} of the folder are used. To bring them in write {"extends": [${list}]}; to leave them out, {"extends": []}`,
    }),
  ]
}

/**
 * Loads and checks everything that was read. `before`: what documents came to, as no command changes them; `model`: the
 * domain's with the facts of the shop's own, where several sets share it.
 */
export function loadRules(
  rules: Rules,
  floors: FloorMode,
  before?: Before,
  model = extendModel(rules.domain.model, rules.facts),
): Read<Ruled<Domain>> {
  const { domain, sources, omit, settings, settingsFile } = rules
  const loaded = load(domain, model, sources, { omit, settings, floors }, before)
  if (loaded.ok) return { ok: true, value: loaded.value.rulings }
  // Shipped rules that were not brought in are the likeliest reason why a name is not there.
  const issues = loaded.issues.map((issue) => likelyMeant(sources, model, atOwnTitle(sources, issue)))
  return { ok: false, problems: [...rules.notes, ...problemsOf(issues, settingsFile)] }
}
