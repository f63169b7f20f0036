// `aftersale decide`: one case from a file, one decision on the terminal.
// Promise: a decision of whatever outcome ends with code 0; problems of the case and of the rules come together.
import type { FloorMode } from '../engine/fold.js'
import type { Text } from '../engine/text.js'
import { ask, decide } from '../models/after-sale/decide.js'
import type { AfterSaleRulings, Decision } from '../models/after-sale/decision.js'
import { explain } from '../models/after-sale/explain.js'
import type { WaitsFor } from '../models/after-sale/report-next.js'
import { type Arguments, type OptionRule, readArguments } from './arguments.js'
import { loadRules, readRules } from './load-rules.js'
import { JSON_OR_TEXT, NO_CASE } from './messages.js'
import { EXIT, type Finished, type Problem, problem, problemsOf, written } from './problem.js'
import { readJson } from './read-files.js'
import { refused } from './refused.js'
import { sheetOf } from './sheet.js'

const OPTIONS = {
  json: { type: 'boolean' },
  presume: { type: 'boolean' },
  floors: { type: 'string', among: ['advise', 'enforce'] },
  rules: { type: 'string' },
  explain: { type: 'string', among: ['buyer', 'shop'] },
  lang: { type: 'string', among: ['zh', 'en'] },
} as const satisfies Readonly<Record<string, OptionRule>>

export function decideCommand(words: readonly string[], lang: keyof Text): Finished {
  const read = readArguments(words, OPTIONS)
  if (!read.ok) return refused(EXIT.usage, read.problems, lang)
  const { operands, text, flag } = read.value
  const [file] = operands
  const misused = [
    ...(file === undefined || operands.length > 1 ? [problem('', NO_CASE)] : []),
    ...(flag('json') && text('explain') !== undefined ? [problem('', JSON_OR_TEXT)] : []),
  ]
  if (file === undefined || misused.length > 0) return refused(EXIT.usage, misused, lang)
  const decided = decideFile(file, read.value)
  if ('problems' in decided) return refused(EXIT.failed, decided.problems, lang)
  return { code: EXIT.done, out: shown(decided, read.value, lang), err: written(decided.notes, lang) }
}

interface DecidedFile {
  readonly decision: Decision
  readonly rulings: AfterSaleRulings
  readonly input: unknown
  readonly notes: readonly Problem[]
}

function decideFile(file: string, { text, flag }: Arguments): DecidedFile | { readonly problems: readonly Problem[] } {
  const input = readJson(file)
  const rules = readRules(text('rules'))
  const loaded = rules.ok ? loadRules(rules.value, (text('floors') ?? 'advise') as FloorMode) : rules
  if (!rules.ok || !loaded.ok || !input.ok)
    return { problems: [input, loaded].flatMap((one) => (one.ok ? [] : one.problems)) }
  const decided = decide(loaded.value, input.value, { presume: flag('presume') })
  if (!decided.ok) return { problems: problemsOf(decided.issues, file) }
  return { decision: decided.value, rulings: loaded.value, input: input.value, notes: rules.value.notes }
}

function shown(decided: DecidedFile, { text, flag }: Arguments, lang: keyof Text): string {
  const { decision } = decided
  if (flag('json')) return `${JSON.stringify(decision, null, 2)}\n`
  const to = text('explain')
  return to === 'buyer' || to === 'shop'
    ? `${explain(decision, { to, lang })}\n`
    : sheetOf(decision, lang, waitsFor(decided))
}

/** What an open remark or flag waits for: no essential question, so the decision itself does not list it as missing. */
function waitsFor({ decision: { answers }, rulings, input }: DecidedFile): WaitsFor {
  const facts = (question: string) => {
    const asked = ask(rulings, input, question)
    return asked.ok ? asked.value : []
  }
  const remarks = Object.entries(answers.remark).filter(([, answer]) => answer?.status === 'open')
  return {
    ...(answers.flag.status === 'open' ? { flag: facts('flag') } : {}),
    ...(remarks.length > 0 ? { remark: remarks.flatMap(([member]) => facts(`remark.${member}`)) } : {}),
  }
}
