// `aftersale generate`: a fixture file to fill in, with cases at the boundaries of one rule.
// Promise: what is printed is readable JSON that `aftersale test` turns down until every expectation is written.
import type { Text } from '../engine/text.js'
import { rulesByLayer } from '../verify/layered.js'
import { skeletonOf } from '../verify/skeleton.js'
import { wordsOf } from '../verify/words.js'
import { type OptionRule, readArguments } from './arguments.js'
import { EXIT, type Finished, problem, problemsOf, written } from './problem.js'
import { noRule, readShop } from './proving.js'
import { refused } from './refused.js'

const OPTIONS = {
  rules: { type: 'string' },
  lang: { type: 'string', among: ['zh', 'en'] },
} as const satisfies Readonly<Record<string, OptionRule>>

const NO_RULE: Text = {
  zh: '要为一条规则写案例：aftersale generate 规则编号',
  en: 'name one rule: aftersale generate RULE_ID',
}

export function generateCommand(words: readonly string[], lang: keyof Text): Finished {
  const read = readArguments(words, OPTIONS)
  if (!read.ok) return refused(EXIT.usage, read.problems, lang)
  const { operands, text } = read.value
  const [id] = operands
  if (id === undefined || operands.length > 1) return refused(EXIT.usage, [problem('', NO_RULE)], lang)
  const proving = readShop(text('rules'))
  if (!proving.ok) return refused(EXIT.failed, proving.problems, lang)
  const { shop, notes } = proving.value
  const layer = shop.documents.find((document) => document.id === id && 'event' in document)?.layer
  if (layer === undefined) return refused(EXIT.failed, [noRule(id)], lang)
  const rulings = rulesByLayer(shop)([String(layer)], {})
  if (!rulings.ok) return refused(EXIT.failed, problemsOf(rulings.issues, ''), lang)
  const rule = rulings.value.ruleSet.rules.find((one) => one.id === id)
  if (rule === undefined) return refused(EXIT.failed, [noRule(id)], lang)
  const { cases, lacking } = skeletonOf(rulings.value, rule, wordsOf(shop.model, shop.documents))
  const said = written([...notes, ...lacking.map((one) => problem('', one))], lang)
  if (cases.length === 0) return { code: EXIT.failed, out: '', err: said }
  return { code: EXIT.done, out: `${JSON.stringify({ 规则: id, 案例: cases }, null, 2)}\n`, err: said }
}
