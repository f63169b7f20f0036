// `aftersale decide` on more than one case: folders, several files, spreadsheets.
// Promise: every case is decided that can be read; order is that of the words, the names and the rows; code 1 where any
// case is wrong, with all that is wrong on standard error.

import { decide } from '../domain/decide.js'
import type { Decision, Domain, Ruled } from '../domain/domain.js'
import type { Text } from '../engine/text.js'
import type { Arguments } from './arguments.js'
import { type CaseFound, caseFiles, casesOf, isCsv } from './cases.js'
import { aboutCell } from './csv-cases.js'
import { HAS_PROBLEMS, rowOf, TO_CSV_LABELS, totalOf } from './messages.js'
import { otherModelHint, wordsIn } from './other-model-hint.js'
import { EXIT, type Finished, type Problem, problemsOf, written } from './problem.js'
import { refused } from './refused.js'
import { shownDecision, waitsFor } from './show-decision.js'
import { type Summed, summaryOf } from './summary.js'
import { csvText } from './to-csv.js'

interface CaseDone extends CaseFound {
  readonly decision?: Decision
}

/** How the cases are laid out: which language, and whether the file need not be named since there is but one. */
interface Layout {
  readonly rulings: Ruled<Domain>
  readonly lang: keyof Text
  readonly isOneFile: boolean
  readonly explainTo: string | undefined
  readonly presume: boolean
}

/** Decides all cases of the operands. `notes` go before everything else on standard error. */
export function decideMany(
  { operands, text, flag }: Arguments,
  rulings: Ruled<Domain>,
  notes: readonly Problem[],
  lang: keyof Text,
): Finished {
  const files = caseFiles(operands)
  if (!files.ok) return refused(EXIT.failed, files.problems, lang)
  const options = { csv: flag('csv'), ignoreColumns: flag('ignore-columns') }
  const found = casesOf(files.value, rulings.ruleSet.model, options)
  const presume = flag('presume')
  const done = found.cases.map((one) => decided(one, rulings, presume))
  const [only] = files.value
  const isOneFile = files.value.length === 1 && only !== undefined && only === operands[0] && isCsv(only, options)
  const problems = done.flatMap((one) => one.problems)
  const isWholeFile = isOneFile && done.every(({ row }) => row === undefined)
  const wrong = done.filter((one) => one.problems.length > 0)
  const hint = otherModelHint(
    rulings.ruleSet.model,
    wrong.map(({ file, input, headings }) => ({ file, words: headings ?? wordsIn(input) })),
    lang,
  )
  const failed = problems.length === 0 ? '' : `${refused(EXIT.failed, problems, lang).err}${hint}`
  if (isWholeFile && !flag('json') && !flag('to-csv')) return { code: EXIT.failed, out: '', err: failed }
  const layout = { rulings, lang, isOneFile, explainTo: text('explain'), presume }
  const shown = flag('to-csv') ? csvOf(done, layout) : flag('json') ? linesOf(done, layout) : textOf(done, layout)
  const bad = done.filter(({ decision }) => decision === undefined).length
  const said = written([...notes, ...found.notes], lang)
  return {
    code: bad > 0 ? EXIT.failed : EXIT.done,
    out: shown,
    err: `${said}${failed}${totalOf(done.length - bad, bad)[lang]}\n`,
  }
}

function decided(one: CaseFound, rulings: Ruled<Domain>, presume: boolean): CaseDone {
  if (one.problems.length > 0) return one
  const result = decide(rulings, one.input, { presume })
  if (result.ok) return { ...one, decision: result.value }
  if (one.row === undefined) return { ...one, problems: problemsOf(result.issues, one.file), issues: result.issues }
  const issues = result.issues.map((issue) => aboutCell(rulings.ruleSet.model, issue))
  return { ...one, problems: problemsOf(issues, `${one.file}:${one.row}`), issues }
}

/** One JSON document a line. */
function linesOf(done: readonly CaseDone[], { isOneFile }: Layout): string {
  return done
    .map(({ file, row, id, decision, issues, problems }) => {
      const came =
        decision === undefined
          ? { issues: issues ?? problems.map(({ message }) => ({ code: 'not-readable', path: [], message })) }
          : { decision }
      return `${JSON.stringify({ ...(isOneFile ? {} : { file }), row, id, ...came })}\n`
    })
    .join('')
}

/** A line for each row of a spreadsheet, a sheet for each file that holds one case. */
function textOf(done: readonly CaseDone[], layout: Layout): string {
  const { lang, isOneFile, explainTo } = layout
  let above = ''
  return done
    .map((one) => {
      const isSheet = one.row === undefined || explainTo !== undefined
      const heading = isOneFile || (one.file === above && !isSheet) ? '' : `── ${one.file}\n`
      above = one.file
      const body = isSheet ? sheetText(one, layout) : lineOf(one, summed(one, layout), lang)
      return `${heading}${body}`
    })
    .join('')
}

function sheetText(one: CaseDone, { rulings, lang, explainTo, presume }: Layout): string {
  const { row, id, decision, input } = one
  const where = row === undefined ? '' : `${nameOf(row, id, lang)}\n`
  if (decision === undefined) return `${where}${HAS_PROBLEMS[lang]}\n\n`
  return `${where}${shownDecision({ decision, rulings, input, presume }, explainTo, lang)}\n`
}

function summed({ decision, input }: CaseDone, { rulings, lang, presume }: Layout): Summed[] {
  return summaryOf(
    rulings.domain,
    decision,
    lang,
    decision === undefined ? undefined : waitsFor({ decision, rulings, input, presume }, lang),
    presume,
  )
}

function nameOf(row: number, id: string | undefined, lang: keyof Text): string {
  return [rowOf(row)[lang], ...(id === undefined ? [] : [id])].join('  ')
}

function lineOf({ row = 0, id, decision }: CaseDone, [outcome, ...rest]: readonly Summed[], lang: keyof Text): string {
  const between = lang === 'zh' ? '；' : '; '
  const parts = rest.flatMap(({ label, text, mark = '' }) => (text === '' ? [] : [`${mark}${label} ${text}`]))
  const said = decision === undefined ? HAS_PROBLEMS[lang] : [outcome?.text ?? '', ...parts].join(between)
  return `${nameOf(row, id, lang)}  ${said}\n`
}

function csvOf(done: readonly CaseDone[], layout: Layout): string {
  const { rulings, lang, isOneFile, presume } = layout
  const [file, id, row, problem] = TO_CSV_LABELS[lang]
  const headings = [
    ...(isOneFile ? [] : [file]),
    id,
    row,
    ...summaryOf(rulings.domain, undefined, lang, undefined, presume).map(({ label }) => label),
    problem,
  ]
  const [colon, between] = lang === 'zh' ? ['：', '；'] : [': ', '; ']
  const rows = done.map((one) => {
    const [outcome, ...rest] = summed(one, layout)
    const state = one.decision === undefined ? HAS_PROBLEMS[lang] : (outcome?.text ?? '')
    // A sum without its unit is a number to the spreadsheet.
    const cells = rest.map(({ text }) => text.replace(/^(\d+\.\d\d) (?:元|yuan)$/, '$1'))
    const wrong = one.problems.map(({ place, message }) =>
      place === '' ? message[lang] : `${place}${colon}${message[lang]}`,
    )
    return [...(isOneFile ? [] : [one.file]), one.id ?? '', String(one.row ?? ''), state, ...cells, wrong.join(between)]
  })
  return csvText([headings, ...rows])
}
