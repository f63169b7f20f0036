// `aftersale coverage`: what the fixtures try of each rule, and what none of them does.
// Promise: whatever no case shows is said in words under its rule; the total counts every point once.
import type { Text } from '../engine/text.js'
import { casesOf } from '../verify/cases.js'
import { type CoveredRule, coverageOf, totalOf } from '../verify/coverage.js'
import { subjectOf } from '../verify/subject.js'
import { type OptionRule, readArguments } from './arguments.js'
import { MODEL } from './option-words.js'
import { EXIT, type Finished, written } from './problem.js'
import { type Tell, withProgress } from './progress.js'
import { failingFirst, idsIn, noRule, readProving } from './proving.js'
import { refused } from './refused.js'
import type { Ongoing } from './terminal.js'

const OPTIONS = {
  rules: { type: 'string' },
  model: MODEL,
  rule: { type: 'string' },
  reporter: { type: 'string', among: ['text', 'json'] },
  lang: { type: 'string', among: ['zh', 'en'] },
} as const satisfies Readonly<Record<string, OptionRule>>

export function coverageCommand(words: readonly string[], lang: keyof Text): Ongoing {
  return withProgress((tell) => covered(words, lang, tell))
}

function covered(words: readonly string[], lang: keyof Text, tell: Tell): Finished {
  const read = readArguments(words, OPTIONS)
  if (!read.ok) return refused(EXIT.usage, read.problems, lang)
  const { operands, text } = read.value
  const proving = readProving(text('rules'), text('model'), operands)
  if (!proving.ok) return refused(EXIT.failed, proving.problems, lang)
  const { shop, fixtures, looksAt, notes, rulings } = proving.value
  const only = text('rule')
  const known = idsIn(shop)
  if (only !== undefined && !known.includes(only)) return refused(EXIT.failed, [noRule(only, known)], lang)
  const found = casesOf(shop, fixtures, tell)
  const failing = failingFirst(proving.value, found)
  if (failing.length > 0) return refused(EXIT.failed, failing, lang)
  const rules = coverageOf(
    shop.model,
    shop.documents,
    found.cases,
    (id) => (only === undefined ? looksAt(id) : id === only),
    subjectOf(rulings),
  )
  const total = totalOf(rules)
  const code = total.covered < total.points ? EXIT.failed : EXIT.done
  const out = text('reporter') === 'json' ? asJson(rules, lang) : asText(rules, lang)
  return { code, out, err: written(notes, lang) }
}

/** In percent with one decimal, rounded down: 100 stands for everything. */
function percentOf({ covered, points }: { readonly covered: number; readonly points: number }): number {
  return points === 0 ? 100 : Math.floor((covered * 1000) / points) / 10
}

function missingOf({ points }: CoveredRule, lang: keyof Text): string[] {
  return points.filter(({ covered }) => !covered).map(({ text }) => text[lang])
}

function asJson(rules: readonly CoveredRule[], lang: keyof Text): string {
  const total = totalOf(rules)
  const listed = rules.map((rule) => ({
    rule: rule.id,
    title: rule.title,
    ...totalOf([rule]),
    missing: missingOf(rule, lang),
  }))
  return `${JSON.stringify({ ...total, percent: percentOf(total), rules: listed }, null, 2)}\n`
}

function asText(rules: readonly CoveredRule[], lang: keyof Text): string {
  const lines = rules.flatMap((rule) => {
    const missing = missingOf(rule, lang)
    return missing.length === 0 ? [] : [`✗ ${rule.title}  ${rule.id}`, ...missing.map((one) => `  ${one}`), '']
  })
  const total = totalOf(rules)
  const last =
    lang === 'zh'
      ? `覆盖 ${percentOf(total)}%（${total.points} 处中的 ${total.covered} 处）`
      : `covered ${percentOf(total)}% (${total.covered} of ${total.points})`
  return [...lines, last, ''].join('\n')
}
