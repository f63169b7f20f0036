// `aftersale mutate`: changes each rule a little and asks whether any fixture notices.
// Promise: every change is tried; each that nobody notices is said in words, beside those a person has accepted.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { line, readShape } from '../engine/shape.js'
import type { Text } from '../engine/text.js'
import { casesOf } from '../prove/cases.js'
import { type Mutant, mutantsOf } from '../prove/mutants.js'
import { type Accepted, fateTeller, type Weighed, weighAccepted } from '../prove/survivors.js'
import { type OptionRule, readArguments } from './arguments.js'
import { ACCEPTED_FILE } from './load-rules.js'
import { SHIPPED_RULES } from './package-files.js'
import { EXIT, type Finished, problemsOf, type Read, written } from './problem.js'
import { failingFirst, noRule, type Proving, readProving } from './proving.js'
import { readJson } from './read-files.js'
import { refused } from './refused.js'

const OPTIONS = {
  rules: { type: 'string' },
  rule: { type: 'string' },
  reporter: { type: 'string', among: ['text', 'json'] },
  lang: { type: 'string', among: ['zh', 'en'] },
} as const satisfies Readonly<Record<string, OptionRule>>

interface Tried extends Weighed {
  readonly noticed: number
  readonly refused: readonly Mutant[]
}

export function mutateCommand(words: readonly string[], lang: keyof Text): Finished {
  const read = readArguments(words, OPTIONS)
  if (!read.ok) return refused(EXIT.usage, read.problems, lang)
  const { operands, text } = read.value
  const proving = readProving(text('rules'), operands)
  const accepted = readAccepted(join(text('rules') ?? SHIPPED_RULES, ACCEPTED_FILE))
  if (!proving.ok || !accepted.ok) {
    const problems = [proving, accepted].flatMap((one) => (one.ok ? [] : one.problems))
    return refused(EXIT.failed, problems, lang)
  }
  const only = text('rule')
  const mutants = mutantsMeant(proving.value, only)
  if (mutants.length === 0 && only !== undefined) return refused(EXIT.failed, [noRule(only)], lang)
  const found = casesOf(proving.value.shop, proving.value.fixtures)
  const failing = failingFirst(found)
  if (failing.length > 0) return refused(EXIT.failed, failing, lang)
  const fateOf = fateTeller(proving.value.shop, found.cases)
  const fates = mutants.map((mutant) => ({ mutant, fate: fateOf(mutant) }))
  const named = (fate: string) => fates.filter((one) => one.fate === fate).map(({ mutant }) => mutant)
  const meant = accepted.value.filter(({ rule }) => only === undefined || rule === only)
  const tried = {
    ...weighAccepted(named('survived'), meant),
    noticed: named('noticed').length,
    refused: named('refused'),
  }
  const code = tried.survivors.length > 0 || tried.stale.length > 0 ? EXIT.failed : EXIT.done
  const notes = written(proving.value.notes, lang)
  if (text('reporter') === 'json') return { code, out: asJson(tried, lang), err: notes }
  return { code, out: asText(tried, lang), err: notes }
}

function mutantsMeant({ shop, looksAt }: Proving, only: string | undefined): Mutant[] {
  return mutantsOf(shop.model, shop.documents, only === undefined ? looksAt : (id) => id === only)
}

const list = z.array(z.strictObject({ rule: line(200), mutant: line(1000), reason: line(1000) }))

/** The list of accepted changes; empty where there is no file. */
function readAccepted(file: string): Read<readonly Accepted[]> {
  if (!existsSync(file)) return { ok: true, value: [] }
  const json = readJson(file)
  if (!json.ok) return json
  const read = readShape<readonly Accepted[]>(list as z.ZodMiniType<readonly Accepted[]>, json.value, [
    'rule',
    'mutant',
    'reason',
  ])
  return read.ok ? read : { ok: false, problems: problemsOf(read.issues, file) }
}

function asJson({ survivors, accepted, stale, refused, noticed }: Tried, lang: keyof Text): string {
  const plain = ({ id, title, kind, text }: Mutant) => ({ rule: id, title, kind, mutant: text[lang] })
  const counts = { mutants: noticed + refused.length + survivors.length + accepted.length, noticed }
  const lists = {
    survivors: survivors.map(plain),
    accepted: accepted.map(({ mutant, reason }) => ({ ...plain(mutant), reason })),
    stale,
    refused: refused.map(plain),
  }
  return `${JSON.stringify({ ...counts, ...lists }, null, 2)}\n`
}

function asText(tried: Tried, lang: keyof Text): string {
  const { survivors, accepted, stale, refused, noticed } = tried
  const zh = lang === 'zh'
  const rules = [...new Set(survivors.map(({ id }) => id))].flatMap((id) => {
    const own = survivors.filter((mutant) => mutant.id === id)
    return [`✗ ${own[0]?.title}  ${id}`, ...own.map(({ text }) => `  ${text[lang]}`), '']
  })
  const outdated = stale.map(({ rule, mutant }) =>
    zh
      ? `✗ 已接受的改动如今不再存活，请从清单中删去：${rule} › ${mutant}`
      : `✗ accepted, but survives no more; take it off the list: ${rule} › ${mutant}`,
  )
  const count = noticed + refused.length + survivors.length + accepted.length
  const last = zh
    ? `${count} 处改动：案例发现 ${noticed}，装不进去 ${refused.length}，已接受 ${accepted.length}，没有案例发现 ${survivors.length}`
    : `${count} changes: ${noticed} noticed, ${refused.length} refused, ${accepted.length} accepted, ${survivors.length} survived`
  return [...rules, ...outdated, ...(outdated.length > 0 ? [''] : []), last, ''].join('\n')
}
