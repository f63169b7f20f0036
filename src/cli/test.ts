// `aftersale test`: runs fixtures and reports every difference.
// Promise: no fixture is passed over; what cannot be read counts as failed; the last line is `N passed, N failed`.
import { join } from 'node:path'
import { placeOf } from '../engine/issue.js'
import type { Text } from '../engine/text.js'
import { AfterSaleError } from '../error.js'
import { type CaseReport, fixtureChecker } from '../index.js'
import { UNNAMED } from '../models/after-sale/fixture.js'
import { type OptionRule, readArguments } from './arguments.js'
import { isRulesFolder, loadRules, type Rules, readRules } from './load-rules.js'
import { NO_FIXTURES, NOT_FIXTURES, rulesFolder } from './messages.js'
import { SHIPPED_FIXTURES } from './package-files.js'
import { EXIT, type Finished, type Problem, problem, type Read, written } from './problem.js'
import { isFolder, jsonFilesBelow, near, readJson } from './read-files.js'
import { refused } from './refused.js'
import { type FileReport, jsonReport, junitReport, textReport } from './reporters.js'

const REPORTERS = ['text', 'junit', 'json'] as const

const OPTIONS = {
  rules: { type: 'string' },
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
  return [...(operands.length > 0 ? operands : [defaultFixtures(folder)]), ...(folder === undefined ? [] : [folder])]
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
  const files = fixtureFiles(operands.length > 0 ? operands : [defaultFixtures(folder)])
  const rules = readRules(folder)
  const loaded = rules.ok ? loadRules(rules.value, 'advise') : rules
  if (!rules.ok || !loaded.ok || !files.ok) {
    const problems = [files, loaded].flatMap((one) => (one.ok ? [] : one.problems))
    return refused(EXIT.failed, problems, lang)
  }
  const run = runner(rules.value, lang)
  const reports = files.value.map(run)
  const cases = reports.flatMap((report) => report.cases)
  const failed = cases.filter(({ ok }) => !ok).length
  const last = `${cases.length - failed} passed, ${failed} failed\n`
  const code = failed > 0 ? EXIT.failed : EXIT.done
  const notes = written(rules.value.notes, lang)
  // The machine-readable reports stay well-formed: the closing line goes beside them.
  if (text('reporter') === 'junit') return { code, out: junitReport(reports, lang), err: `${notes}${last}` }
  if (text('reporter') === 'json') return { code, out: jsonReport(reports), err: `${notes}${last}` }
  return { code, out: `${textReport(reports, lang)}${last}`, err: notes }
}

/** A shop's own fixtures lie beside its rules. */
export function defaultFixtures(folder: string | undefined): string {
  const own = folder === undefined ? undefined : join(folder, 'fixtures')
  return own !== undefined && isFolder(own) ? own : SHIPPED_FIXTURES
}

/** The fixture files of paths, those below a folder included. */
export function fixtureFiles(paths: readonly string[]): Read<string[]> {
  const found = paths.map((path): Read<string[]> => {
    if (!isFolder(path)) return { ok: true, value: [path] }
    const below = jsonFilesBelow(path)
    return below.ok ? { ok: true, value: below.value.map((file) => near(join(path, file))) } : below
  })
  const sheets = paths.filter((path) => path.toLowerCase().endsWith('.csv') && !isFolder(path))
  const problems: Problem[] = [
    ...found.flatMap((one) => (one.ok ? [] : one.problems)),
    ...sheets.map((sheet) => problem(sheet, NOT_FIXTURES)),
  ]
  const files = [...new Set(found.flatMap((one) => (one.ok ? one.value : [])))]
  if (problems.length === 0 && files.length === 0) problems.push(problem(paths.join(' '), NO_FIXTURES))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: files }
}

function runner({ sources, facts, omit, settings }: Rules, lang: keyof Text): (file: string) => FileReport {
  const rules = sources.flatMap(({ document }) => (typeof document === 'object' && document !== null ? [document] : []))
  const check = fixtureChecker({ rules, facts, omit, settings })
  const failed = (file: string, problems: string): FileReport => ({
    file,
    name: file,
    cases: [{ name: file, ok: false, differences: [], problems }],
  })
  return (file) => {
    const json = readJson(file)
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
