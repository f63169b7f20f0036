// The rules a command works with: the shipped packs, or those of a folder.
// Promise: every problem of every document comes back at once, each under the file it stands in.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { prepare } from '../engine/decider.js'
import type { FactDeclaration } from '../engine/declaration.js'
import type { FloorMode } from '../engine/fold.js'
import { extendModel } from '../engine/model.js'
import type { Before, Source } from '../engine/read-documents.js'
import { id as anId, line, readShape } from '../engine/shape.js'
import type { Text } from '../engine/text.js'
import type { AfterSaleRulings } from '../models/after-sale/decision.js'
import { afterSale } from '../models/after-sale/model.js'
import { law, sop, taobao } from '../rules.js'
import { type Problem, problem, problemsOf, type Read } from './problem.js'
import { readFacts } from './read-facts.js'
import { isFolder, jsonFilesBelow, readJson } from './read-files.js'

/** Documents with the files they come from, and what the shop set beside them. */
export interface Rules {
  readonly sources: readonly Source[]
  readonly facts: Readonly<Record<string, FactDeclaration>>
  readonly omit: readonly string[]
  readonly settings: Readonly<Record<string, number | string | boolean>>
  /** What problems of `omit` and `settings` are reported under. */
  readonly settingsFile: string
  /** What a person should know although nothing is wrong. */
  readonly notes: readonly Problem[]
  /** What the documents came to, as no command changes them. */
  readonly before: Before
}

interface Shop {
  readonly extends?: readonly (keyof typeof PACKS)[] | undefined
  readonly omit?: readonly string[] | undefined
  readonly settings?: Readonly<Record<string, number | string | boolean>> | undefined
}

const PACKS = { law, taobao, sop } as const
const SHOP_FILE = 'aftersale.json'
const FACTS_FILE = 'facts.json'
/** Changes of rules that nothing can notice, listed beside the rules. */
export const ACCEPTED_FILE = 'accepted-mutants.json'
/** Findings of the proofs that somebody looked at and accepts, beside the rules. */
export const FINDINGS_FILE = 'accepted-findings.json'

// Tables the model itself reads: they may lie among rules, but are none.
const TABLES = ['parameters/refund-states.json', 'parameters/remarks.json', 'parameters/reports.json']

const NO_RULES = [SHOP_FILE, FACTS_FILE, ACCEPTED_FILE, FINDINGS_FILE, ...TABLES]

const shop = z.strictObject({
  $schema: z.optional(z.string()),
  extends: z.optional(z.array(z.enum(['law', 'taobao', 'sop']))),
  omit: z.optional(z.array(line(200))),
  settings: z.optional(z.record(z.string(), z.union([z.number(), z.string(), z.boolean()]))),
})

/** Whether a folder is one of rules: what belongs to a shop alone lies in it. */
export function isRulesFolder(folder: string): boolean {
  return [SHOP_FILE, FACTS_FILE].some((file) => existsSync(join(folder, file)))
}

/** Reads the documents: without a folder the shipped packs. */
export function readRules(folder: string | undefined): Read<Rules> {
  if (folder === undefined) {
    return {
      ok: true,
      value: {
        sources: packed(['law', 'taobao', 'sop']),
        facts: {},
        omit: [],
        settings: {},
        settingsFile: '',
        notes: [],
        before: new WeakMap(),
      },
    }
  }
  if (!isFolder(folder))
    return {
      ok: false,
      problems: [problem(folder, { zh: '--rules 后面应是已有的文件夹', en: '--rules names a folder that exists' })],
    }
  const files = jsonFilesBelow(folder)
  if (!files.ok) return files
  const problems: Problem[] = []
  const read = <T>(result: Read<T>): T | undefined => {
    if (result.ok) return result.value
    problems.push(...result.problems)
    return undefined
  }
  const documents = files.value
    .filter((file) => !NO_RULES.includes(file) && !file.startsWith('fixtures/'))
    .flatMap((file) => documentsIn(join(folder, file), read(readJson(join(folder, file))), problems, file))
  const settingsFile = join(folder, SHOP_FILE)
  const own = existsSync(settingsFile) ? read(readShop(settingsFile)) : undefined
  const factsFile = join(folder, FACTS_FILE)
  const factsJson = existsSync(factsFile) ? read(readJson(factsFile)) : undefined
  const facts = factsJson === undefined ? undefined : read(readFacts(factsFile, factsJson))
  if (problems.length > 0) return { ok: false, problems }
  const sources = [...packed(own?.extends ?? []), ...documents]
  return {
    ok: true,
    value: {
      sources,
      facts: facts ?? {},
      omit: own?.omit ?? [],
      settings: own?.settings ?? {},
      settingsFile,
      notes: unextended(folder, own, documents),
      before: new WeakMap(),
    },
  }
}

function packed(names: readonly (keyof typeof PACKS)[]): Source[] {
  return [...new Set(names)].flatMap((name) => PACKS[name].map((document) => ({ file: '', document })))
}

/** A file holds one document or a list of them. */
function documentsIn(file: string, json: unknown, problems: Problem[], inside: string): Source[] {
  if (json === undefined) return []
  if (Array.isArray(json)) return json.map((document: unknown, i) => ({ file: `${file}[${i}]`, document }))
  problems.push(...misplaced(file, json, inside))
  return [{ file, document: json }]
}

const isId = (word: string) => anId.safeParse(word).success

/** The path of a document is its id: a rule is found by its id, and its fixtures at the same path. */
function misplaced(file: string, document: unknown, inside: string): Problem[] {
  if (typeof document !== 'object' || document === null || !('id' in document)) return []
  const { id } = document
  const path = inside.slice(0, -'.json'.length)
  const isSource = !('conditions' in document || 'event' in document || 'values' in document)
  if (isSource || typeof id !== 'string' || id === path) return []
  if (!isId(path)) return [problem(file, badFileName(id), isId(id) ? '' : 'id')]
  return [
    problem(
      file,
      {
        zh: `编号「${id}」与文件路径不一致；请把编号改为「${path}」，或把文件移到 ${id}.json`,
        en: `the id "${id}" is not the path of the file; make it "${path}", or move the file to ${id}.json`,
      },
      'id',
    ),
  ]
}

/** The name of the file can be no id, so the file is what has to change. */
function badFileName(id: string): Text {
  const [zh, en] = isId(id)
    ? [`请把文件移到 ${id}.json`, `move it to ${id}.json`]
    : ['编号也是：先取一个这样的编号，再照编号给文件取名', 'so does the id: choose one, then name the file after it']
  return {
    zh: `文件夹和文件的名字只用小写字母、数字和连字符；${zh}`,
    en: `folders and files are named in small letters, digits and hyphens; ${en}`,
  }
}

/** Without "extends" the shipped packs stay out, which nobody would notice from the decisions. */
function unextended(folder: string, own: Shop | undefined, documents: readonly Source[]): Problem[] {
  if (own?.extends !== undefined) return []
  const rules = documents.filter(
    ({ document }) => typeof document === 'object' && document !== null && 'event' in document,
  ).length
  const file = join(folder, SHOP_FILE)
  const lacks =
    own === undefined
      ? { zh: '没有这个文件', en: 'there is no such file' }
      : { zh: '没有写 extends', en: '"extends" is not written' }
  return [
    problem(file, {
      zh: `提示：${lacks.zh}，不带随包规则，只用文件夹里的 ${rules} 条规则。要带上随包规则，写 {"extends": ["law", "taobao", "sop"]}；不要带，写 {"extends": []}`,
      en: `note: ${lacks.en}, so the shipped rules are left out and only the ${rules} of the folder are used. To bring them in write {"extends": ["law", "taobao", "sop"]}; to leave them out, {"extends": []}`,
    }),
  ]
}

function readShop(file: string): Read<Shop> {
  const json = readJson(file)
  if (!json.ok) return json
  const read = readShape<Shop>(shop as z.ZodMiniType<Shop>, json.value, ['extends', 'omit', 'settings'])
  return read.ok ? read : { ok: false, problems: problemsOf(read.issues, file) }
}

/** Loads and checks everything that was read. */
export function loadRules(rules: Rules, floors: FloorMode): Read<AfterSaleRulings> {
  const { sources, facts, omit, settings, settingsFile, before } = rules
  const prepared = prepare(extendModel(afterSale, facts), sources, { omit, settings, floors }, before)
  if (prepared.ok) return { ok: true, value: prepared.value.rulings as AfterSaleRulings }
  // Shipped rules that were not brought in are the likeliest reason why a name is not there.
  return { ok: false, problems: [...rules.notes, ...problemsOf(prepared.issues, settingsFile)] }
}
