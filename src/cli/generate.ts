// `aftersale generate`: cases to fill in, at the boundaries of one rule or for every region of a question.
// Promise: what is printed or written is readable JSON that `aftersale test` turns down until every expectation is written.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '../engine/text.js'
import { MODELS } from '../models/domains.js'
import { type Cover, coverOf } from '../verify/cover.js'
import { rulesByLayer } from '../verify/layered.js'
import { skeletonOf } from '../verify/skeleton.js'
import { subjectOf } from '../verify/subject.js'
import { wordsOf } from '../verify/words.js'
import { type OptionRule, readArguments } from './arguments.js'
import { EXIT, type Finished, problem, problemsOf, written } from './problem.js'
import { noRule, type Proving, readShop } from './proving.js'
import { refused } from './refused.js'
import { storyOf } from './verify-fixtures.js'

const OPTIONS = {
  rules: { type: 'string' },
  model: { type: 'string', among: MODELS },
  'write-fixtures': { type: 'string' },
  lang: { type: 'string', among: ['zh', 'en'] },
} as const satisfies Readonly<Record<string, OptionRule>>

const NO_RULE: Text = {
  zh: '写一条规则或一个问题：aftersale generate 规则编号或问题',
  en: 'name one rule or question: aftersale generate RULE_ID or QUESTION',
}

export function generateCommand(words: readonly string[], lang: keyof Text): Finished {
  const read = readArguments(words, OPTIONS)
  if (!read.ok) return refused(EXIT.usage, read.problems, lang)
  const { operands, text } = read.value
  const [id] = operands
  if (id === undefined || operands.length > 1) return refused(EXIT.usage, [problem('', NO_RULE)], lang)
  const proving = readShop(text('rules'), text('model'))
  if (!proving.ok) return refused(EXIT.failed, proving.problems, lang)
  const question = questionsNamed(proving.value, id)
  return question.length > 0
    ? forQuestion(proving.value, question, text('write-fixtures'), lang)
    : forRule(proving.value, id, lang)
}

/** The questions of an id or Chinese label; of a group, its members. */
function questionsNamed({ shop: { model } }: Omit<Proving, 'fixtures'>, name: string) {
  const id = model.groupOf.get(name) ?? name
  return model.questions.filter((one) => one.id === id || one.group === id)
}

function forQuestion(
  { rulings, notes }: Omit<Proving, 'fixtures'>,
  questions: ReturnType<typeof questionsNamed>,
  folder: string | undefined,
  lang: keyof Text,
): Finished {
  const cover = coverOf(subjectOf(rulings), questions)
  const stories = cover.cases.map(({ text, witness }) => storyOf(rulings.domain.model, text.zh, witness))
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true })
    stories.forEach((story, i) => {
      const name = `${(questions[0]?.group ?? 'question').replaceAll('.', '-')}-${String(i + 1).padStart(3, '0')}.json`
      writeFileSync(join(folder, name), `${JSON.stringify(story, null, 2)}\n`)
    })
  }
  const lacking = cover.lacking.map((one) =>
    problem('', { zh: `没有构造出案情：${one.zh}`, en: `no case was put together: ${one.en}` }),
  )
  const said = written([...notes, ...lacking, problem('', countOf(cover))], lang)
  if (stories.length === 0) return { code: EXIT.failed, out: '', err: said }
  return { code: EXIT.done, out: `${JSON.stringify(stories, null, 2)}\n`, err: said }
}

function countOf({ cases, least, regions }: Cover): Text {
  return {
    zh: `${regions} 个区域，${cases.length} 个案情；少于 ${least} 个不可能`,
    en: `${regions} regions, ${cases.length} cases; fewer than ${least} cannot be`,
  }
}

function forRule({ shop, notes }: Omit<Proving, 'fixtures'>, id: string, lang: keyof Text): Finished {
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
