// `aftersale verify`: what can be proved about the rules, and a case for everything that cannot.
// Promise: every case printed or written was decided first and shows what is said of it; what is accepted says why.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Ruled } from '../domain/domain.js'
import type { Condition } from '../engine/declaration.js'
import { line, readShape } from '../engine/shape.js'
import type { Text } from '../engine/text.js'
import { FIRST } from '../models/domains.js'
import { type Accepted, weigh } from '../verify/accepted.js'
import type { CheckName } from '../verify/finding.js'
import { rulesByLayer, type Shop } from '../verify/layered.js'
import { noQuestion, questionNamed } from '../verify/question-words.js'
import { gapsOf, type Verified, type VerifyOptions, verify } from '../verify/verify.js'
import { wordsOf } from '../verify/words.js'
import { type OptionRule, readArguments } from './arguments.js'
import { datesAbout, isDateOf } from './dates-asked.js'
import { MODEL } from './option-words.js'
import { SHIPPED_RULES } from './package-files.js'
import { packed, packsOf } from './packs.js'
import { EXIT, type Finished, problem, problemsOf, type Read, written } from './problem.js'
import { type Tell, withProgress } from './progress.js'
import { listFor, readShop } from './proving.js'
import { readJson } from './read-files.js'
import { refused } from './refused.js'
import { besideRules, FINDINGS_FILE } from './shop-file.js'
import type { Ongoing } from './terminal.js'
import { fixturesFor } from './verify-fixtures.js'
import { type Report, VERIFY_REPORTERS } from './verify-reports.js'
import { misplacedIn, writeFixtures } from './write-fixtures.js'

const OPTIONS = {
  rules: { type: 'string' },
  model: MODEL,
  question: { type: 'string' },
  'write-fixtures': { type: 'string' },
  reporter: { type: 'string', among: Object.keys(VERIFY_REPORTERS) },
  lang: { type: 'string', among: ['zh', 'en'] },
} as const satisfies Readonly<Record<string, OptionRule>>

export function verifyCommand(words: readonly string[], lang: keyof Text): Ongoing {
  return withProgress((tell) => verified(words, lang, tell))
}

function verified(words: readonly string[], lang: keyof Text, tell: Tell): Finished {
  const read = readArguments(words, OPTIONS)
  if (!read.ok) return refused(EXIT.usage, read.problems, lang)
  const { operands, text } = read.value
  if (operands.length > 0) return refused(EXIT.usage, [problem('', NO_OPERANDS)], lang)
  const folder = text('rules') ?? SHIPPED_RULES
  const target = text('write-fixtures')
  const misplaced = misplacedIn(target, folder)
  if (misplaced.length > 0) return refused(EXIT.usage, misplaced, lang)
  const shop = readShop(text('rules'), text('model'))
  const accepted = shop.ok ? readFindings(join(folder, listFor(FINDINGS_FILE, shop.value))) : NOTHING
  if (!shop.ok || !accepted.ok)
    return refused(
      EXIT.failed,
      [shop, accepted].flatMap((one) => (one.ok ? [] : one.problems)),
      lang,
    )
  const { shop: rules, looksAt, notes, rulings } = shop.value
  const question = text('question')
  const asked = question === undefined ? undefined : questionNamed(rules.model, question)
  if (question !== undefined && asked === undefined)
    return refused(EXIT.failed, [problem('', noQuestion(rules.model, question).message)], lang)
  const inherited = folder === SHIPPED_RULES ? [] : shippedFindings(rules)
  const conditions = [...accepted.value, ...inherited].flatMap((one) => one.conditions ?? [])
  const proofs = provedAbout(rules, rulings, folder === SHIPPED_RULES ? [] : packsIn(rules), {
    words: wordsOf(rules.model, rules.documents),
    question: asked,
    looksAt,
    conditions,
    tell,
  })
  const weighed = weigh(proofs, accepted.value, inherited)
  const stale = weighed.stale.filter(
    ({ entry, region }) => asked === undefined || region !== undefined || isAbout(rulings, entry.finding, asked),
  )
  const [first] = proofs
  const report: Report = {
    ...weighed,
    stale,
    folder,
    since: first?.subject.since,
    nodes: first?.subject.diagrams.nodes() ?? 0,
  }
  const findings = report.checks.flatMap((check) => check.findings)
  const files = target === undefined ? NOTHING : writeFixtures(target, fixturesFor(rules.model, findings))
  if (!files.ok) return refused(EXIT.failed, files.problems, lang)
  const isGood = report.stale.length === 0 && report.checks.every(({ verdict }) => verdict === 'proved')
  return {
    code: isGood ? EXIT.done : EXIT.failed,
    out: (VERIFY_REPORTERS[text('reporter') ?? 'text'] as (report: Report, lang: keyof Text) => string)(report, lang),
    err: written([...notes, ...files.value], lang),
  }
}

const NO_OPERANDS: Text = {
  zh: 'verify 后面不写路径；规则文件夹用 --rules',
  en: 'verify takes no paths; name the rules with --rules',
}

/** Whether a finding would come up where one question alone is proved about: it names it, or a rule that answers it. */
function isAbout({ ruleSet }: Ruled, finding: string, asked: string): boolean {
  const [check, ...words] = finding.split(' ')
  if (check === WORLD) return false
  if (check === DATES) return isDateOf(ruleSet, finding, asked)
  const { questions } = ruleSet.model
  const isAsked = (index: number) => questions[index]?.id === asked || questions[index]?.group === asked
  const rule = ruleSet.rules.find(({ id }) => id === words[0])
  return rule === undefined
    ? words.some((word) => word === asked || word.startsWith(`${asked}.`))
    : rule.answers.some(({ question }) => isAsked(question))
}

/** Checks of all the rules at once: the one is left out where one question is asked for, of the other what is of it is kept. */
const WORLD: CheckName = 'world-possible'
const DATES: CheckName = 'dates-whole'

/** All layers together, and then the gaps of the shop's own layer where there are others. */
function provedAbout(shop: Shop, rulings: Ruled, packs: readonly Shop[], options: VerifyOptions): readonly Verified[] {
  const layers = new Set(shop.documents.flatMap((one) => ('event' in one ? [String(one.layer)] : [])))
  const top = shop.model.layers[0] as string
  const alone = layers.size > 1 && layers.has(top) ? rulesByLayer(shop)([top], {}) : undefined
  const beside = (on: readonly string[]): VerifyOptions => {
    const loaded = packs.flatMap((one) => {
      const read = rulesByLayer(one)(on, {})
      return read.ok ? [read.value] : []
    })
    return { ...options, beside: loaded }
  }
  const all = verify(rulings, beside(shop.model.layers))
  const { question } = options
  const dates = question === undefined ? [] : [datesAbout(all.subject, question)]
  return [
    { ...all, checks: [...all.checks, ...dates] },
    ...(alone?.ok ? [gapsOf(alone.value, top, beside([top]))] : []),
  ]
}

/** The packs a shop brings in, where it brings in all of its model: with its settings, and with those they come with. */
function packsIn(shop: Shop): readonly Shop[] {
  const { id, settings: declared = {} } = shop.domain.model.declaration
  const theirs = new Set(packed(packsOf(id), id).map(({ document }) => document))
  const documents = shop.documents.filter((document) => theirs.has(document))
  if (documents.length < theirs.size) return []
  const packs = { ...shop, documents, omit: [] }
  const unset = Object.entries(shop.settings).filter(([name]) => declared[name]?.default === undefined)
  return [packs, { ...packs, settings: Object.fromEntries(unset) }]
}

const list = z.array(
  z.strictObject({
    finding: line(500),
    region: line(60),
    conditions: z.optional(z.custom<Condition>((value) => typeof value === 'object' && value !== null)),
    reason: line(1000),
    author: line(100),
  }),
)

const NOTHING = { ok: true, value: [] } as const

/** What is accepted of the shipped packs holds for whoever brings them in. */
function shippedFindings({ domain }: Shop): readonly Accepted[] {
  const found = readFindings(join(SHIPPED_RULES, besideRules(FINDINGS_FILE, domain.model.declaration.id, FIRST)))
  return found.ok ? found.value : []
}

/** The list of accepted findings; empty where there is no file. */
function readFindings(file: string): Read<readonly Accepted[]> {
  if (!existsSync(file)) return NOTHING
  const json = readJson(file)
  if (!json.ok) return json
  const read = readShape<readonly Accepted[]>(list as z.ZodMiniType<readonly Accepted[]>, json.value)
  return read.ok ? read : { ok: false, problems: problemsOf(read.issues, file) }
}
