// What lies beside a shop's rules: aftersale.json, and lists that belong to one model each.
// Promise: one folder may hold the rules of several models; each file says by its name whose it is.
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod/mini'
import { each, line, readShape } from '../engine/shape.js'
import { MODELS } from '../models/domains.js'
import { PACK_NAMES } from './packs.js'
import { problemsOf, type Read } from './problem.js'
import { readJson } from './read-files.js'

export type SettingValues = Readonly<Record<string, number | string | boolean>>

export interface ShopFile {
  /** The model the folder is for: what lies in no model's folder is its. */
  readonly model?: string | undefined
  readonly extends?: readonly string[] | undefined
  readonly omit?: readonly string[] | undefined
  readonly settings?: SettingValues | undefined
}

export const SHOP_FILE = 'aftersale.json'

/** Facts of the shop's own. */
export const FACTS_FILE = 'facts.json'
/** Changes of rules that nothing can notice. */
export const ACCEPTED_FILE = 'accepted-mutants.json'
/** Findings of the proofs that somebody looked at and accepts. */
export const FINDINGS_FILE = 'accepted-findings.json'

/** The name of such a file for a model: `facts.json` is that of the folder's own, `facts.reviews.json` that of another. */
export function besideRules(file: string, model: string, own: string): string {
  return model === own ? file : file.replace(/\.json$/, `.${model}.json`)
}

/** Whether a file at the top of the folder is no document of a rule set. */
export function isBesideRules(file: string): boolean {
  const names = [FACTS_FILE, ACCEPTED_FILE, FINDINGS_FILE]
  return (
    file === SHOP_FILE || names.some((name) => ['', ...MODELS].some((model) => besideRules(name, model, '') === file))
  )
}

/** Whether a folder is one of rules: what belongs to a shop alone lies in it. */
export function isRulesFolder(folder: string): boolean {
  const files = [SHOP_FILE, FACTS_FILE, ...MODELS.map((model) => besideRules(FACTS_FILE, model, ''))]
  return files.some((file) => existsSync(join(folder, file)))
}

/** The nearest folder at or above a path that has an aftersale.json. */
export function shopAbove(path: string): string | undefined {
  const folder = resolve(path)
  if (existsSync(join(folder, SHOP_FILE))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : shopAbove(above)
}

const shape = z.strictObject({
  $schema: z.optional(z.string()),
  model: z.optional(z.enum([...MODELS])),
  extends: z.optional(z.array(z.enum([...PACK_NAMES]))),
  omit: z.optional(z.array(line(200))),
  settings: z.optional(each(z.union([z.number(), z.string(), z.boolean()]))),
})

/** Reads aftersale.json; nothing where there is none. */
export function readShopFile(folder: string): Read<ShopFile | undefined> {
  const file = join(folder, SHOP_FILE)
  if (!existsSync(file)) return { ok: true, value: undefined }
  const json = readJson(file)
  if (!json.ok) return json
  const read = readShape<ShopFile>(shape as z.ZodMiniType<ShopFile>, json.value)
  return read.ok ? read : { ok: false, problems: problemsOf(read.issues, file) }
}
