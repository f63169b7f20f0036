// A shop's folder for a program on Node.js: what `createDecider` takes, read from the files `--rules` reads.
// Promise: what comes back loads; every problem of every file comes at once, each under its file. The one entry of the
// package that reads files: it stands with the command line because it reads them as the command line does.
import type { DeciderOptionsOf, SettingsOf } from '../domain/decider.js'
import { type Issue, issue } from '../engine/issue.js'
import type { Text } from '../engine/text.js'
import { AfterSaleError } from '../error.js'
import type { afterSale } from '../models/after-sale/model.js'
import type { complaints } from '../models/complaints/model.js'
import { MODELS } from '../models/domains.js'
import type { reviews } from '../models/reviews/model.js'
import type { serviceLevels } from '../models/service-levels/model.js'
import { isFor, loadRules, readRules } from './load-rules.js'
import { packsOf } from './packs.js'
import { type Problem, problem } from './problem.js'
import { isFolder } from './read-files.js'

/** Settings by the model they are of. */
interface SettingsByModel {
  readonly 'after-sale': SettingsOf<typeof afterSale.declaration>
  readonly reviews: SettingsOf<typeof reviews.declaration>
  readonly complaints: SettingsOf<typeof complaints.declaration>
  readonly 'service-levels': SettingsOf<typeof serviceLevels.declaration>
}

/** A model that ships with the package. */
export type ShopModel = keyof SettingsByModel

/** A folder of rules as it stands: goes to `createDecider` whole, or with `floors` beside it. */
export interface Shop<M extends ShopModel = 'after-sale'>
  extends Required<Pick<DeciderOptionsOf<SettingsByModel[M]>, 'rules' | 'facts' | 'omit' | 'settings'>> {}

/**
 * Reads a shop's folder, as `aftersale init` writes it: `aftersale.json`, `facts.json`, `sources.json` and its rules, with the shipped
 * packs that `extends` names. Files are read once, when it is called; nothing is watched.
 * @param folder where they lie, seen from where the program runs
 * @param model whose rules: `createReviewDecider(readShop(folder, 'reviews'))`
 * @throws AfterSaleError with every problem of every file: `file` names it, `path` or the message the place in it
 */
export function readShop(folder: string): Shop
export function readShop<M extends ShopModel>(folder: string, model: M): Shop<M>
export function readShop(folder: string, model: ShopModel = 'after-sale'): Shop {
  if (typeof folder !== 'string' || !isFolder(folder)) throw refused([problem(String(folder), NO_SUCH_FOLDER)])
  if (!MODELS.includes(model)) throw refused([problem(folder, noSuchModel(model))])
  const read = readRules(folder, model)
  if (!read.ok) throw refused(read.problems)
  const loaded = loadRules(read.value, 'advise')
  if (!loaded.ok) throw refused(loaded.problems)
  const { own, sources, facts, omit, settings, notes } = read.value
  if (own !== model && !isFor(read.value)) throw refused([problem(folder, ofAnother(own, model))])
  // What a person is only told, since he sees it, a program has to be stopped by: rules nobody brought in.
  if (notes.length > 0) throw refused(notes.map(({ file }) => unsaid(file, model)))
  // Loading has looked at each: documents are objects, settings of the model's kinds.
  return {
    rules: sources.map(({ document }) => document as object),
    facts,
    omit,
    settings: settings as Shop['settings'],
  }
}

const NO_SUCH_FOLDER: Text = { zh: '没有这个规则文件夹', en: 'there is no such folder of rules' }

function noSuchModel(model: string): Text {
  return {
    zh: `没有模型「${model}」；可用：${MODELS.join('、')}`,
    en: `there is no model "${model}"; accepted: ${MODELS.join(', ')}`,
  }
}

function ofAnother(own: string, model: string): Text {
  return {
    zh: `这个文件夹是模型「${own}」的，里面没有「${model}」的规则；请写 readShop(文件夹, '${own}')`,
    en: `the folder is for the model "${own}" and has nothing of "${model}"; write readShop(folder, '${own}')`,
  }
}

function unsaid(file: string, model: string): Problem {
  const all = JSON.stringify({ extends: packsOf(model) }).replaceAll(/[:,]/g, '$& ')
  const message = {
    zh: `没有写明带哪些随包规则：要带，写 ${all}；不带，写 {"extends": []}`,
    en: `it does not say which shipped rules come with it: write ${all} to bring them in, {"extends": []} to leave them out`,
  }
  return { ...problem(file, message, 'extends'), issue: issue('missing-key', ['extends'], undefined, message) }
}

function refused(problems: readonly Problem[]): AfterSaleError {
  return new AfterSaleError(
    problems.map(({ file, place, message, issue: found }): Issue => {
      const where = file === '' ? {} : { file }
      if (found !== undefined) return { ...found, ...where }
      return { ...where, path: place === '' ? [] : [place], code: 'not-readable', message }
    }),
  )
}
