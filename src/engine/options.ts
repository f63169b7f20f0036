// Options of a decider and of one decision: what they are, and what is wrong with them.
// Promise: an option nobody declared, or a misprinted mode, is an issue and never passes for the default.
import type { Settings } from './comparison.js'
import { domainOf, parseLiteral, shapeOf } from './fact-value.js'
import type { FloorMode } from './fold.js'
import { type Issue, issue, notAmong } from './issue.js'
import type { Model } from './model.js'
import { isObject } from './plain.js'
import type { Narrow, Rulings } from './rulings.js'
import { idsByWord } from './text.js'
import { contains } from './value-set.js'
import { noValue, YUAN } from './wanted.js'

/** What whoever uses a model sets once. */
export interface DeciderOptions {
  /** Ids of rules to leave out. */
  readonly omit?: readonly string[]
  /** Values of the model's settings; a setting without value or default stays unknown. */
  readonly settings?: Readonly<Record<string, number | string | boolean>>
  /** `advise` (default) reports answers below a floor; `enforce` raises them to it. */
  readonly floors?: FloorMode
  /** Decides partial cases exactly; the proofs have such a function. */
  readonly exact?: Exact
}

/** Makes rules exact about partial cases. */
export type Exact = (rulings: Rulings) => Narrow

export interface DecideOptions {
  /** Use the usual values of circumstances where they are needed, and list them. */
  readonly presume?: boolean
}

const OPTIONS = ['omit', 'settings', 'floors', 'exact']
const DECIDE_OPTIONS = ['presume']

function wrongKeys(options: object, accepted: readonly string[]): Issue[] {
  return Object.keys(options).flatMap((key) =>
    accepted.includes(key) ? [] : [notAmong('unknown-key', [key], key, accepted, { zh: '选项', en: 'option' })],
  )
}

/** Of an option, or of the options as a whole. */
function wrongType(option: string | undefined, found: unknown, zh: string, en: string): Issue {
  return issue('wrong-type', option === undefined ? [] : [option], found, {
    zh: `${option ?? '选项'} 应为${zh}`,
    en: `${option ?? 'the options'} must be ${en}`,
  })
}

const noObject = (option: string | undefined, found: unknown) => wrongType(option, found, '对象', 'an object')

/** What is wrong with the choices themselves. A misprinted option or mode would otherwise pass for the default. */
export function checkOptions(options: DeciderOptions, accepted: readonly string[] = OPTIONS): Issue[] {
  if (!isObject(options)) return [noObject(undefined, options)]
  const { floors = 'advise', omit = [], settings = {}, exact } = options
  const issues = wrongKeys(options, accepted)
  const modes: readonly FloorMode[] = ['advise', 'enforce']
  if (!modes.includes(floors as FloorMode))
    issues.push(notAmong('unknown-value', ['floors'], floors, modes, { zh: '底线', en: 'floors' }))
  if (!Array.isArray(omit)) issues.push(wrongType('omit', omit, '规则编号的数组', 'an array of rule ids'))
  if (!isObject(settings)) issues.push(noObject('settings', settings))
  if (exact !== undefined && typeof exact !== 'function') issues.push(wrongType('exact', exact, '函数', 'a function'))
  return issues
}

/** What is wrong with the options of one decision. */
export function checkDecideOptions(options: DecideOptions): Issue[] {
  if (!isObject(options)) return [noObject(undefined, options)]
  const issues = wrongKeys(options, DECIDE_OPTIONS)
  const { presume } = options
  if (presume !== undefined && typeof presume !== 'boolean')
    issues.push(wrongType('presume', presume, ' true 或 false', 'true or false'))
  return issues
}

/** The model's settings in their smallest units, defaults included; what is wrong goes to `issues`. */
export function readSettings(model: Model, given: NonNullable<DeciderOptions['settings']>, issues: Issue[]): Settings {
  const declared = model.declaration.settings ?? {}
  const aliases = idsByWord(declared)
  for (const id of Object.keys(given)) {
    if (Object.hasOwn(declared, id)) continue
    const what = { zh: '设置', en: 'setting' }
    issues.push(notAmong('unknown-key', ['settings', id], id, Object.keys(declared), what, { aliases }))
  }
  const settings = new Map<string, number>()
  for (const [id, setting] of Object.entries(declared)) {
    const { [id]: written = setting.default } = given
    if (written === undefined) continue
    const value = parseLiteral(setting, written)
    const accepts = (one: number | undefined) => one !== undefined && contains(domainOf(setting, false), one)
    if (value !== undefined && accepts(value)) {
      settings.set(id, value)
      continue
    }
    const wanted = setting.kind === 'money' ? YUAN : shapeOf(setting)
    const code = value === undefined ? 'wrong-type' : 'out-of-range'
    const what = { zh: `设置「${setting.label.zh}」的值`, en: `value of the setting "${id}"` }
    issues.push(
      noValue(code, ['settings', id], written, what, wanted, (plain) => accepts(parseLiteral(setting, plain))),
    )
  }
  return settings
}
