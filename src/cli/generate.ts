// `aftersale generate`: cases to fill in, at the boundaries of one rule or for every region of a question.
// Promise: what is printed or written is readable JSON that `aftersale test` turns down until every expectation is written.
import type { Text } from '../engine/text.js'
import { type Cover, coverOf } from '../verify/cover.js'
import { rulesByLayer } from '../verify/layered.js'
import { questionNamed, questionNames } from '../verify/question-words.js'
import { skeletonOf } from '../verify/skeleton.js'
import { subjectOf } from '../verify/subject.js'
import { wordsOf } from '../verify/words.js'
import { type OptionRule, readArguments } from './arguments.js'
import { MODEL } from './option-words.js'
import { SHIPPED_RULES } from './package-files.js'
import { EXIT, type Finished, type Problem, problem, problemsOf, type Read, written } from './problem.js'
import { idsIn, noRule, type ProvedRules, readShop } from './proving.js'
import { refused } from './refused.js'
import { storyOf } from './verify-fixtures.js'
import { misplacedIn, type NewFixture, writeFixtures } from './write-fixtures.js'

const OPTIONS = {
  rules: { type: 'string' },
  model: MODEL,
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
  const folder = text('write-fixtures')
  const misplaced = misplacedIn(folder, text('rules') ?? SHIPPED_RULES)
  if (misplaced.length > 0) return refused(EXIT.usage, misplaced, lang)
  const proving = readShop(text('rules'), text('model'))
  if (!proving.ok) return refused(EXIT.failed, proving.problems, lang)
  const question = questionsNamed(proving.value, id)
  const made = question.length > 0 ? forQuestion(proving.value, question) : forRule(proving.value, id)
  if (!made.ok) return refused(EXIT.failed, made.problems, lang)
  const { fixtures, printed, said } = made.value
  const files = folder === undefined ? NOT_ASKED : writeFixtures(folder, fixtures)
  if (!files.ok) return refused(EXIT.failed, files.problems, lang)
  const err = written([...proving.value.notes, ...files.value, ...said], lang)
  if (fixtures.length === 0) return { code: EXIT.failed, out: '', err }
  return { code: EXIT.done, out: `${JSON.stringify(printed, null, 2)}\n`, err }
}

const NOT_ASKED = { ok: true, value: [] } as const

/** What was put together: as files, as it is printed, and what to say of it. */
interface Made {
  readonly fixtures: readonly NewFixture[]
  readonly printed: object
  readonly said: readonly Problem[]
}

/** The questions of a name; of a group, its members. */
function questionsNamed({ shop: { model } }: ProvedRules, name: string) {
  const id = questionNamed(model, name) ?? name
  return model.questions.filter((one) => one.id === id || one.group === id)
}

function forQuestion({ rulings }: ProvedRules, questions: ReturnType<typeof questionsNamed>): Read<Made> {
  const cover = coverOf(subjectOf(rulings), questions)
  const stories = cover.cases.map(({ text, witness }) => storyOf(rulings.domain.model, text.zh, witness))
  const name = (questions[0]?.group ?? 'question').replaceAll('.', '-')
  const fixtures = stories.map((content, i) => ({ name: `${name}-${String(i + 1).padStart(3, '0')}.json`, content }))
  const lacking = cover.lacking.map((one) =>
    problem('', { zh: `没有构造出案情：${one.zh}`, en: `no case was put together: ${one.en}` }),
  )
  return { ok: true, value: { fixtures, printed: stories, said: [...lacking, problem('', countOf(cover))] } }
}

function countOf({ cases, least, regions }: Cover): Text {
  return {
    zh: `${regions} 个区域，${cases.length} 个案情；少于 ${least} 个不可能`,
    en: `${regions} regions, ${cases.length} cases; fewer than ${least} cannot be`,
  }
}

/** All cases of a rule are one file, at the path where its fixture belongs. */
function forRule({ shop }: ProvedRules, id: string): Read<Made> {
  const layer = shop.documents.find((document) => document.id === id && 'event' in document)?.layer
  if (layer === undefined) return { ok: false, problems: [noRule(id, [...idsIn(shop), ...questionNames(shop.model)])] }
  const rulings = rulesByLayer(shop)([String(layer)], {})
  if (!rulings.ok) return { ok: false, problems: problemsOf(rulings.issues, '') }
  const rule = rulings.value.ruleSet.rules.find((one) => one.id === id)
  if (rule === undefined) return { ok: false, problems: [noRule(id, [...idsIn(shop), ...questionNames(shop.model)])] }
  const { cases, lacking } = skeletonOf(rulings.value, rule, wordsOf(shop.model, shop.documents))
  const fixture = { 规则: id, 案例: cases }
  const fixtures = cases.length === 0 ? [] : [{ name: `${id}.json`, content: fixture }]
  return { ok: true, value: { fixtures, printed: fixture, said: lacking.map((one) => problem('', one)) } }
}
