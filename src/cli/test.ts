// `aftersale test`: runs fixtures and reports every difference.
// Promise: no fixture is passed over; what cannot be read counts as failed; the last line is `N passed, N failed`.
import { fixtureCheckerOf } from '../domain/decider.js'
import { type CaseReport, UNNAMED } from '../domain/fixture.js'
import { type Issue, notAmong, placeOf } from '../engine/issue.js'
import { extendModel, type Model } from '../engine/model.js'
import type { Text } from '../engine/text.js'
import { AfterSaleError } from '../error.js'
import { MODELS } from '../models/domains.js'
import type { Document } from '../verify/words.js'
import { type OptionRule, readArguments } from './arguments.js'
import { type FixtureFile, fixturePaths, fixturesIn } from './fixture-files.js'
import { isRule } from './json-content.js'
import { isFor, isOwnAlone, loadRules, type Rules, readRules } from './load-rules.js'
import { RULE_AMONG_FIXTURES, rulesFolder, withoutOwnRules } from './messages.js'
import { aboutWord } from './no-fact.js'
import { MODEL } from './option-words.js'
import { EXIT, type Finished, type Problem, problem, type Read, remarks, written } from './problem.js'
import { near } from './read-files.js'
import { refused } from './refused.js'
import { type FileReport, jsonReport, junitReport, textReport } from './reporters.js'
import { isRulesFolder, shopAbove } from './shop-file.js'
import { whyFailing } from './why-failed.js'

const REPORTERS = ['text', 'junit', 'json'] as const

const OPTIONS = {
  rules: { type: 'string' },
  model: MODEL,
  reporter: { type: 'string', among: REPORTERS },
  watch: { type: 'boolean' },
  lang: { type: 'string', among: ['zh', 'en'] },
} as const satisfies Readonly<Record<string, OptionRule>>

/** What `--watch` looks at: the fixtures and the rules. */
export function testReads(words: readonly string[]): readonly string[] {
  const read = readArguments(words, OPTIONS)
  if (!read.ok) return []
  const { operands, text } = read.value
  const folder = text('rules')
  return [...fixturePaths({ paths: operands, folder }), ...(folder === undefined ? [] : [folder])]
}

export function testCommand(words: readonly string[], lang: keyof Text): Finished {
  const read = readArguments(words, OPTIONS)
  if (!read.ok) return refused(EXIT.usage, read.problems, lang)
  const { operands, text } = read.value
  const folder = text('rules')
  const shops = folder === undefined ? operands.filter(isRulesFolder) : []
  if (shops.length > 0)
    return refused(
      EXIT.failed,
      shops.map((shop) => problem(shop, rulesFolder(shop))),
      lang,
    )
  const rules = readRules(folder, text('model'))
  const isAlone = rules.ok && folder !== undefined && isOwnAlone(rules.value)
  const files = fixturesIn({ paths: operands, folder, isAlone }, rules.ok ? rules.value.own : '', text('model'))
  const tried = new Set(files.ok ? files.value.map(({ model }) => model) : [])
  const others = rules.ok && text('model') === undefined ? rulesOfOthers(rules.value, folder, tried) : []
  const loaded = [rules, ...others].map(checked)
  const problems = [files, ...loaded].flatMap((one) => (one.ok ? [] : one.problems))
  if (!files.ok || problems.length > 0) {
    // Rules that do not load say themselves what else is to be known of the folder.
    const isSaid = loaded.some(({ ok }) => !ok)
    const notes = rules.ok && !isSaid ? remarks(rules.value.notes) : []
    return refused(EXIT.failed, once([...problems, ...notes]), lang)
  }
  const sets = loaded.flatMap((one) => (one.ok ? [one.value] : []))
  const runs = new Map(sets.map((set) => [modelOf(set), runner(set, lang)]))
  const reports = files.value.flatMap((file) => runs.get(file.model)?.(file) ?? [])
  const cases = reports.flatMap((report) => report.cases)
  const failed = cases.filter(({ ok }) => !ok).length
  const last = `${cases.length - failed} passed, ${failed} failed\n`
  const code = failed > 0 ? EXIT.failed : EXIT.done
  const elsewhere = folder === undefined ? operands.flatMap(outsideRules) : []
  const notes = written([...sets.flatMap((set) => set.notes), ...elsewhere], lang)
  // The machine-readable reports stay well-formed: the closing line goes beside them.
  if (text('reporter') === 'junit') return { code, out: junitReport(reports, lang), err: `${notes}${last}` }
  if (text('reporter') === 'json') return { code, out: jsonReport(reports), err: `${notes}${last}` }
  return { code, out: `${textReport(reports, lang)}${last}`, err: notes }
}

/** What to say of fixtures that lie in a shop's folder of rules, where that is not named. */
function outsideRules(path: string): Problem[] {
  const shop = shopAbove(path)
  return shop === undefined ? [] : [problem(path, withoutOwnRules(near(shop)))]
}

/** Rules that load, or what is wrong with them. */
function checked(rules: Read<Rules>): Read<Rules> {
  const loaded = rules.ok ? loadRules(rules.value, 'advise') : rules
  return loaded.ok ? rules : loaded
}

/** The rules of further models: those that some fixture tries, and those of the folder that none does. */
function rulesOfOthers(rules: Rules, folder: string | undefined, tried: ReadonlySet<string>): Read<Rules>[] {
  return MODELS.filter((model) => model !== modelOf(rules) && (folder !== undefined || tried.has(model)))
    .map((model) => ({ model, read: readRules(folder, model) }))
    .filter(({ model, read }) => tried.has(model) || !read.ok || isFor(read.value))
    .map(({ read }) => read)
}

/** Several models may have a document in common, and the same to say of it. */
function once(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()]
}

function modelOf({ domain }: Rules): string {
  return domain.model.declaration.id
}

function runner(
  { domain, sources, facts, omit, settings }: Rules,
  lang: keyof Text,
): (fixture: FixtureFile) => FileReport {
  const rules = sources.flatMap(({ document }) => (typeof document === 'object' && document !== null ? [document] : []))
  const check = fixtureCheckerOf(domain, { rules, facts, omit, settings })
  const documents = rules as readonly Document[]
  const model = extendModel(domain.model, facts)
  const whyOf = whyFailing({ domain, model, documents, omit, settings })
  const failed = (file: string, problems: string): FileReport => ({
    file,
    name: file,
    cases: [{ name: file, ok: false, differences: [], problems }],
  })
  return ({ file, json }) => {
    if (!json.ok) return failed(file, written(json.problems, lang))
    if (isRule(json.value)) return failed(file, RULE_AMONG_FIXTURES[lang])
    try {
      const { name, cases } = check(json.value)
      const reasons = whyOf(json.value, cases)
      return {
        file,
        name: name === UNNAMED ? file : name,
        cases: cases.map((one, i) => ({
          ...one,
          problems: issuesOf(model, documents, one, lang),
          ...(reasons[i]?.length && { reasons: reasons[i] }),
        })),
      }
    } catch (error) {
      if (error instanceof AfterSaleError)
        return failed(file, `${error.issues.map(({ message }) => message[lang]).join('\n')}\n`)
      throw error
    }
  }
}

function issuesOf(model: Model, documents: readonly Document[], { issues }: CaseReport, lang: keyof Text): string {
  const ids = documents.flatMap((one) => ('event' in one && typeof one.id === 'string' ? [one.id] : []))
  return written(
    issues.map((issue) => {
      const isRule = issue.code === 'unknown-rule' && issue.path[0] === '规则'
      const { path, message } = isRule ? withNearest(issue, ids) : aboutWord(model, issue)
      return problem('', message, placeOf(path))
    }),
    lang,
  )
}

/** A rule nobody knows, with the id most like its own. */
function withNearest(issue: Issue, ids: readonly string[]): Issue {
  const { nearest } = notAmong('unknown-rule', [], issue.found, ids, { zh: '', en: '' })
  if (nearest === undefined) return issue
  const { zh, en } = issue.message
  return { ...issue, message: { zh: `${zh}；最接近的是「${nearest}」`, en: `${en}; nearest: "${nearest}"` } }
}
