// `aftersale test`: runs fixtures and reports every difference.
// Promise: no fixture is passed over; what cannot be read counts as failed; the last line is `N passed, N failed`.
import { fixtureCheckerOf } from '../domain/decider.js'
import { type CaseReport, UNNAMED } from '../domain/fixture.js'
import { placeOf } from '../engine/issue.js'
import type { Text } from '../engine/text.js'
import { AfterSaleError } from '../error.js'
import { MODELS } from '../models/domains.js'
import { type OptionRule, readArguments } from './arguments.js'
import { type FixtureFile, fixturePaths, fixturesIn } from './fixture-files.js'
import { loadRules, type Rules, readRules } from './load-rules.js'
import { rulesFolder } from './messages.js'
import { EXIT, type Finished, problem, type Read, written } from './problem.js'
import { refused } from './refused.js'
import { type FileReport, jsonReport, junitReport, textReport } from './reporters.js'
import { isRulesFolder } from './shop-file.js'

const REPORTERS = ['text', 'junit', 'json'] as const

const OPTIONS = {
  rules: { type: 'string' },
  model: { type: 'string', among: MODELS },
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
  const rules = checkedRules(folder, text('model'))
  const files = fixturesIn({ paths: operands, folder }, rules.ok ? rules.value.own : '', text('model'))
  const others = rules.ok && files.ok ? rulesOfOthers(files.value, rules.value, folder) : []
  const problems = [files, rules, ...others].flatMap((one) => (one.ok ? [] : one.problems))
  if (!rules.ok || !files.ok || problems.length > 0) return refused(EXIT.failed, problems, lang)
  const sets = [rules.value, ...others.flatMap((one) => (one.ok ? [one.value] : []))]
  const runs = new Map(sets.map((set) => [modelOf(set), runner(set, lang)]))
  const reports = files.value.flatMap((file) => runs.get(file.model)?.(file) ?? [])
  const cases = reports.flatMap((report) => report.cases)
  const failed = cases.filter(({ ok }) => !ok).length
  const last = `${cases.length - failed} passed, ${failed} failed\n`
  const code = failed > 0 ? EXIT.failed : EXIT.done
  const notes = written(
    sets.flatMap((set) => set.notes),
    lang,
  )
  // The machine-readable reports stay well-formed: the closing line goes beside them.
  if (text('reporter') === 'junit') return { code, out: junitReport(reports, lang), err: `${notes}${last}` }
  if (text('reporter') === 'json') return { code, out: jsonReport(reports), err: `${notes}${last}` }
  return { code, out: `${textReport(reports, lang)}${last}`, err: notes }
}

function checkedRules(folder: string | undefined, model: string | undefined): Read<Rules> {
  const rules = readRules(folder, model)
  const loaded = rules.ok ? loadRules(rules.value, 'advise') : rules
  return loaded.ok ? rules : loaded
}

/** The rules of further models that some fixture is for. */
function rulesOfOthers(files: readonly FixtureFile[], rules: Rules, folder: string | undefined): Read<Rules>[] {
  const others = new Set(files.map(({ model }) => model))
  others.delete(modelOf(rules))
  return [...others].map((model) => checkedRules(folder, model))
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
  const failed = (file: string, problems: string): FileReport => ({
    file,
    name: file,
    cases: [{ name: file, ok: false, differences: [], problems }],
  })
  return ({ file, json }) => {
    if (!json.ok) return failed(file, written(json.problems, lang))
    try {
      const { name, cases } = check(json.value)
      return {
        file,
        name: name === UNNAMED ? file : name,
        cases: cases.map((one) => ({ ...one, problems: issuesOf(one, lang) })),
      }
    } catch (error) {
      if (error instanceof AfterSaleError)
        return failed(file, `${error.issues.map(({ message }) => message[lang]).join('\n')}\n`)
      throw error
    }
  }
}

function issuesOf({ issues }: CaseReport, lang: keyof Text): string {
  return written(
    issues.map(({ path, message }) => problem('', message, placeOf(path))),
    lang,
  )
}
