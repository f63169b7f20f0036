// `aftersale mutate`: changes each rule a little and asks whether any fixture notices.
// Promise: every change is tried; each that nobody notices is said in words, beside those a person has accepted.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { line, readShape } from '../engine/shape.js'
import type { Text } from '../engine/text.js'
import type { Witness } from '../verify/decided-case.js'
import { type Equivalence, equivalenceOf } from '../verify/equivalence.js'
import { rulesByLayer, type Shop } from '../verify/layered.js'
import { isRule, type Mutant } from '../verify/mutants.js'
import { type Accepted, type Fate, type Weighed, weighAccepted } from '../verify/survivors.js'
import { type OptionRule, readArguments } from './arguments.js'
import { fatesOf, readMutating } from './mutant-fates.js'
import { MODEL } from './option-words.js'
import { SHIPPED_RULES } from './package-files.js'
import { EXIT, type Finished, problemsOf, type Read, written } from './problem.js'
import { type Tell, withProgress } from './progress.js'
import { idsIn, listFor, noRule } from './proving.js'
import { readJson } from './read-files.js'
import { refused } from './refused.js'
import { ACCEPTED_FILE } from './shop-file.js'
import type { Ongoing } from './terminal.js'

const OPTIONS = {
  rules: { type: 'string' },
  model: MODEL,
  rule: { type: 'string' },
  reporter: { type: 'string', among: ['text', 'json'] },
  lang: { type: 'string', among: ['zh', 'en'] },
} as const satisfies Readonly<Record<string, OptionRule>>

interface Tried extends Weighed {
  readonly noticed: number
  /** Changes proved to alter no case: no fixture could notice them, so they do not count. */
  readonly equivalent: readonly Mutant[]
  /** For each survivor a case in Chinese words that would notice it, where one was found. */
  readonly killing: ReadonlyMap<Mutant, Witness>
  readonly refused: readonly Mutant[]
}

export function mutateCommand(words: readonly string[], lang: keyof Text): Ongoing {
  return withProgress((tell, cores) => mutated(words, lang, tell, cores))
}

async function mutated(words: readonly string[], lang: keyof Text, tell: Tell, cores: number): Promise<Finished> {
  const read = readArguments(words, OPTIONS)
  if (!read.ok) return refused(EXIT.usage, read.problems, lang)
  const { operands, text } = read.value
  const only = text('rule')
  const meant = { folder: text('rules'), model: text('model'), paths: operands, only }
  const proving = readMutating(meant)
  const accepted = proving.ok
    ? readAccepted(join(text('rules') ?? SHIPPED_RULES, listFor(ACCEPTED_FILE, proving.value)))
    : { ok: true as const, value: [] }
  if (!proving.ok || !accepted.ok) {
    const problems = [proving, accepted].flatMap((one) => (one.ok ? [] : one.problems))
    return refused(EXIT.failed, problems, lang)
  }
  const { mutants } = proving.value
  if (mutants.length === 0 && only !== undefined)
    return refused(EXIT.failed, [noRule(only, idsIn(proving.value.shop))], lang)
  const fates = await fatesOf(meant, proving.value, cores, tell)
  if (!fates.ok) return refused(EXIT.failed, fates.problems, lang)
  const named = (fate: Fate) => mutants.filter((_, i) => fates.value[i] === fate)
  const list = accepted.value.filter(({ rule }) => only === undefined || rule === only)
  const weighed = weighAccepted(named('survived'), list)
  const weights = new Map(weighed.survivors.map((mutant) => [mutant, weightOf(proving.value.shop, mutant)]))
  const isEquivalent = (mutant: Mutant) => weights.get(mutant)?.kind === 'equivalent'
  const tried: Tried = {
    ...weighed,
    survivors: weighed.survivors.filter((mutant) => !isEquivalent(mutant)),
    equivalent: weighed.survivors.filter(isEquivalent),
    killing: new Map(
      [...weights].flatMap(([mutant, weight]) =>
        weight.kind === 'different' ? [[mutant, weight.witness] as const] : [],
      ),
    ),
    noticed: named('noticed').length,
    refused: named('refused'),
  }
  const code = tried.survivors.length > 0 || tried.stale.length > 0 ? EXIT.failed : EXIT.done
  const notes = written(proving.value.notes, lang)
  if (text('reporter') === 'json') return { code, out: asJson(tried, lang), err: notes }
  return { code, out: asText(tried, lang), err: notes }
}

/** What a change comes to on the layer it is made on; of a named condition on all layers, since each may read it. */
function weightOf(shop: Shop, { id, changed }: Mutant): Equivalence {
  const own = shop.documents.find((document) => document.id === id)
  const layers = own !== undefined && isRule(own) ? [String(own.layer)] : shop.model.layers
  const documents = shop.documents.flatMap((one) => (one !== own ? [one] : changed === undefined ? [] : [changed]))
  // Whoever names a dropped rule as excepted no longer does.
  const omit = changed === undefined ? [...shop.omit, id] : shop.omit
  const before = rulesByLayer(shop)(layers, {})
  const after = rulesByLayer({ ...shop, documents: changed === undefined ? shop.documents : documents, omit })(
    layers,
    {},
  )
  return before.ok && after.ok ? equivalenceOf(before.value, after.value) : { kind: 'unknown' }
}

const shape = z.array(z.strictObject({ rule: line(200), mutant: line(1000), reason: line(1000) }))

/** The list of accepted changes; empty where there is no file. */
function readAccepted(file: string): Read<readonly Accepted[]> {
  if (!existsSync(file)) return { ok: true, value: [] }
  const json = readJson(file)
  if (!json.ok) return json
  const read = readShape<readonly Accepted[]>(shape as z.ZodMiniType<readonly Accepted[]>, json.value)
  return read.ok ? read : { ok: false, problems: problemsOf(read.issues, file) }
}

function asJson(
  { survivors, accepted, stale, refused, noticed, equivalent, killing }: Tried,
  lang: keyof Text,
): string {
  const plain = ({ id, title, kind, text }: Mutant) => ({ rule: id, title, kind, mutant: text[lang] })
  const counts = { mutants: noticed + refused.length + survivors.length + accepted.length, noticed }
  const lists = {
    survivors: survivors.map((mutant) => {
      const witness = killing.get(mutant)
      return { ...plain(mutant), ...(witness === undefined ? {} : { case: witness.case, settings: witness.settings }) }
    }),
    equivalent: equivalent.map(plain),
    accepted: accepted.map(({ mutant, reason }) => ({ ...plain(mutant), reason })),
    stale,
    refused: refused.map(plain),
  }
  return `${JSON.stringify({ ...counts, ...lists }, null, 2)}\n`
}

function asText(tried: Tried, lang: keyof Text): string {
  const { survivors, accepted, stale, refused, noticed, equivalent, killing } = tried
  const zh = lang === 'zh'
  const rules = [...new Set(survivors.map(({ id }) => id))].flatMap((id) => {
    const own = survivors.filter((mutant) => mutant.id === id)
    return [
      `✗ ${own[0]?.title}  ${id}`,
      ...own.flatMap((mutant) => survivorLines(mutant, killing.get(mutant), lang)),
      '',
    ]
  })
  const outdated = stale.map(({ rule, mutant }) =>
    zh
      ? `✗ 已接受的改动如今不再存活，请从清单中删去：${rule} › ${mutant}`
      : `✗ accepted, but survives no more; take it off the list: ${rule} › ${mutant}`,
  )
  const count = noticed + refused.length + survivors.length + accepted.length
  const last = zh
    ? `${count} 处改动：案例发现 ${noticed}，加载时就报错 ${refused.length}，已接受 ${accepted.length}，没有案例发现 ${survivors.length}`
    : `${count} changes: ${noticed} noticed, ${refused.length} refused, ${accepted.length} accepted, ${survivors.length} survived`
  const same =
    equivalent.length === 0
      ? ''
      : zh
        ? `；另有 ${equivalent.length} 处证明与原来等价，不计`
        : `; ${equivalent.length} more proved to change nothing, not counted`
  return [...rules, ...outdated, ...(outdated.length > 0 ? [''] : []), `${last}${same}`, ''].join('\n')
}

/** The change, and a case to paste into a fixture that would notice it. */
function survivorLines({ text }: Mutant, witness: Witness | undefined, lang: keyof Text): string[] {
  if (witness === undefined) return [`  ${text[lang]}`]
  const settings = Object.keys(witness.settings).length === 0 ? {} : { 设置: witness.settings }
  const pasted = JSON.stringify({ 名称: text.zh.slice(0, 120), 案情: witness.case, 期望: {}, ...settings })
  return [`  ${text[lang]}`, `    ${lang === 'zh' ? '能发现它的案情' : 'a case that would notice it'} ${pasted}`]
}
