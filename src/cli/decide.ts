// `aftersale decide`: cases from files, one decision each on the terminal.
// Promise: a decision of whatever outcome ends with code 0; problems of the case and of the rules come together.

import { decide } from '../domain/decide.js'
import type { Domain, Ruled } from '../domain/domain.js'
import type { FloorMode } from '../engine/fold.js'
import type { Text } from '../engine/text.js'
import { type Arguments, type OptionRule, readArguments } from './arguments.js'
import { isCsv, readCase } from './cases.js'
import { decideMany } from './decide-many.js'
import { loadRules, type Rules, readRules } from './load-rules.js'
import { BAD_THREADS, NO_CASE, nothingToBuyer, ONE_FORM, ONE_STREAM } from './messages.js'
import { decideLines } from './ndjson.js'
import { aboutWord } from './no-fact.js'
import { EXPLAIN, FLOORS, MODEL } from './option-words.js'
import { otherModelHint, wordsIn } from './other-model-hint.js'
import { withOwnFactsHint } from './own-facts-hint.js'
import { EXIT, type Finished, type Problem, problem, problemsOf, type Read, written } from './problem.js'
import { checkReadable, isFolder } from './read-files.js'
import { refused } from './refused.js'
import { shownDecision } from './show-decision.js'
import type { Ongoing } from './terminal.js'

const OPTIONS = {
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  'ignore-columns': { type: 'boolean' },
  'to-csv': { type: 'boolean' },
  ndjson: { type: 'boolean' },
  watch: { type: 'boolean' },
  threads: { type: 'string' },
  presume: { type: 'boolean' },
  model: MODEL,
  floors: FLOORS,
  rules: { type: 'string' },
  explain: EXPLAIN,
  lang: { type: 'string', among: ['zh', 'en'] },
} as const satisfies Readonly<Record<string, OptionRule>>

interface Loaded {
  readonly rules: Rules
  readonly rulings: Ruled<Domain>
  readonly notes: readonly Problem[]
}

/** What `--watch` looks at: the cases and the rules. */
export function decideReads(words: readonly string[]): readonly string[] {
  const read = readArguments(words, OPTIONS)
  return read.ok ? [...read.value.operands, ...[read.value.text('rules') ?? []].flat()] : []
}

/** Decides; a stream of lines goes on, everything else comes back finished. */
export function decideCommand(words: readonly string[], lang: keyof Text): Finished | Ongoing {
  const read = readArguments(words, OPTIONS)
  if (!read.ok) return refused(EXIT.usage, read.problems, lang)
  const { operands, text, flag } = read.value
  const [file] = operands
  const forms = [flag('json'), flag('to-csv'), flag('ndjson'), text('explain') !== undefined]
  const isStreamMisused = flag('ndjson') && (operands.length > 1 || flag('csv') || flag('watch'))
  const misused = [
    ...(file === undefined && !flag('ndjson') ? [problem('', NO_CASE)] : []),
    ...(isStreamMisused ? [problem('', ONE_STREAM)] : []),
    ...threadsMisused(text('threads'), flag('ndjson')),
    ...(forms.filter((form) => form).length > 1 ? [problem('', ONE_FORM)] : []),
  ]
  if (misused.length > 0) return refused(EXIT.usage, misused, lang)
  const loaded = loadedFor(read.value)
  if (loaded.ok && text('explain') === 'buyer' && loaded.value.rulings.domain.listing.toBuyer === undefined)
    return refused(EXIT.usage, [problem('', nothingToBuyer(loaded.value.rulings.domain.model.declaration.title))], lang)
  if (file === undefined || flag('ndjson')) return streamed(file, loaded, read.value, lang)
  const isOne = operands.length === 1 && !flag('to-csv') && !isFolder(file) && !isCsv(file, { csv: flag('csv') })
  if (isOne) return decideOne(file, loaded, read.value, lang)
  if (!loaded.ok) return refused(EXIT.failed, loaded.problems, lang)
  return decideMany(read.value, loaded.value.rulings, loaded.value.notes, lang)
}

/** A file that cannot be opened is said before anything is printed. */
function streamed(
  named: string | undefined,
  loaded: Read<Loaded>,
  { text, flag }: Arguments,
  lang: keyof Text,
): Finished | Ongoing {
  const file = named === '-' ? undefined : named
  const opened = file === undefined ? undefined : checkReadable(file)
  const problems = [opened, loaded].flatMap((one) => (one === undefined || one.ok ? [] : one.problems))
  if (!loaded.ok || problems.length > 0) return refused(EXIT.failed, problems, lang)
  const { rulings, notes } = loaded.value
  const { domain, ...rules } = loaded.value.rules
  return decideLines(file, rulings, {
    rules,
    model: domain.model.declaration.id,
    floors: rulings.floors,
    presume: flag('presume'),
    threads: text('threads') === undefined ? undefined : Number(text('threads')),
    notes,
    lang,
  })
}

function threadsMisused(threads: string | undefined, isStream: boolean): Problem[] {
  const isCount = threads === undefined || (isStream && /^[1-9]\d{0,2}$/.test(threads))
  return isCount ? [] : [problem('', BAD_THREADS)]
}

function loadedFor({ text }: Arguments): Read<Loaded> {
  const rules = readRules(text('rules'), text('model'))
  if (!rules.ok) return rules
  const loaded = loadRules(rules.value, (text('floors') ?? 'advise') as FloorMode)
  return loaded.ok
    ? { ok: true, value: { rules: rules.value, rulings: loaded.value, notes: rules.value.notes } }
    : loaded
}

function decideOne(file: string, loaded: Read<Loaded>, { text, flag }: Arguments, lang: keyof Text): Finished {
  const input = readCase(file)
  if (!loaded.ok || !input.ok) {
    const problems = [input, loaded].flatMap((one) => (one.ok ? [] : one.problems))
    return refused(EXIT.failed, problems, lang)
  }
  const { rulings, notes } = loaded.value
  const decided = decide(rulings, input.value, { presume: flag('presume') })
  if (!decided.ok) {
    const { model } = rulings.ruleSet
    const issues = decided.issues.map((issue) => aboutWord(model, withOwnFactsHint(model, issue)))
    const ended = refused(EXIT.failed, problemsOf(issues, file), lang)
    const hint = otherModelHint(model, [{ file, words: wordsIn(input.value) }], lang)
    return { ...ended, err: `${ended.err}${hint}` }
  }
  const out = flag('json')
    ? `${JSON.stringify(decided.value, null, 2)}\n`
    : shownDecision(
        { decision: decided.value, rulings, input: input.value, presume: flag('presume') },
        text('explain'),
        lang,
      )
  return { code: EXIT.done, out, err: written(notes, lang) }
}
