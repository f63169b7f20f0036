// Writes docs/floors.md: every question in which a shop rule and a floor of platform or law part, with a case of each pair.
// Promise: pairs are found by deciding every case of the fixtures with the shop's rules above one lower layer at a time;
// nothing is listed by hand, and the same documents give the same bytes.
import { join } from 'node:path'
import { type Check, checksOf } from '../src/domain/fixture.js'
import { isOnLayer, layerOfRule } from '../src/domain/rule-layers.js'
import { answerOf, questionLabel, valueWords, yuan } from '../src/domain/words.js'
import type { RuleDocument } from '../src/engine/document.js'
import { createDecider, type Decider } from '../src/index.js'
import { afterSaleDomain } from '../src/models/after-sale/domain.js'
import { afterSale } from '../src/models/after-sale/model.js'
import { cells, linkTo } from './markdown.js'
import { type RuleDocuments, ruleDocuments } from './rule-documents.js'
import { jsonFiles, ruleFiles, sourceDocuments } from './rule-files.js'

const HEAD = `# 底线 · Floors

店铺的做法和平台、法律的底线在哪些问题上会分开：左边是店铺规则怎么答，右边是哪条底线、怎么答，后面是一个案例。本页由 \`npm run generate\`
拿全部案例逐个判出来，不要手改；底线怎样起作用，见[判定过程](how-a-decision-is-made.md#layers-and-floors)。不是法律意见。

Where the shop's procedure and a floor of platform or law part: the shop's rules and answer, the floor with its rule and article, and a case.
Found by deciding every fixture with the shop's rules above the platform's, and above the law's. With \`--floors advise\` such a case carries the
breach, with \`--floors enforce\` it gets the floor.
`

/** One way in which a shop rule and a floor part, and the first case that shows it. */
interface Parting {
  readonly question: string
  readonly shopRules: readonly string[]
  readonly shopAnswer: string
  readonly floorRule: string
  readonly floorAnswer: string
  readonly difference: string | undefined
  /** How many usual circumstances had to be presumed. */
  readonly presumed: number
  readonly file: string
  readonly name: string
}

interface Found extends Parting {
  readonly cases: number
}

/** The text of docs/floors.md for the package at `root`. */
export function floorsPage(root: string): string {
  const documents = ruleDocuments(join(root, 'rules'))
  const found = pairsOf(['platform', 'law'].flatMap((lower) => partingsOver(root, lower)))
  const chained = afterSale.questions.filter(({ favour }) => favour !== undefined).map(({ id }) => id)
  const parting = chained.filter((question) => found.some((one) => one.question === question))
  const sections = parting.map((question) =>
    [
      `## ${questionLabel(afterSale, question, 'zh')}\n`,
      '| 店铺规则 | 店铺的答案 | 底线 | 底线的答案 | 案例 |',
      '|---|---|---|---|---|',
      ...found.filter((one) => one.question === question).map((one) => rowOf(one, documents)),
      '',
    ].join('\n'),
  )
  const together = chained
    .filter((question) => !parting.includes(question))
    .map((id) => questionLabel(afterSale, id, 'zh'))
  const rest = `## 没有分开的\n\n案例里没有一个在这些问题上低于底线：${together.join('、')}。\n`
  const figures = `${chained.length} 个问题有底线可比，其中 ${parting.length} 个会分开，一共 ${found.length} 对。\n`
  return [HEAD, figures, ...sections, rest].join('\n')
}

function rowOf(one: Found, { titleOf, rules, sourceName }: RuleDocuments): string {
  const link = (id: string) => linkTo(titleOf.get(id) ?? id, 'rules.md')
  const floor = rules.find(({ id }) => id === one.floorRule) as RuleDocument
  const article = `《${sourceName(floor.source.document)}》${floor.source.clause}`
  const cost = one.difference === undefined ? '' : `，买家少得 ${yuan(one.difference, 'zh')}`
  return cells(
    one.shopRules.map(link).join('<br>'),
    one.shopAnswer,
    `${link(one.floorRule)}<br>${article}`,
    one.floorAnswer,
    `[${one.name}](../fixtures/${one.file})${cost}（共 ${one.cases} 例）`,
  )
}

/** Every settled answer of the shop's that surely falls short of a floor of the layer `lower`. */
function partingsOver(root: string, lower: string): Parting[] {
  const folder = join(root, 'rules')
  const documents = [...ruleFiles(folder).map(({ document }) => document), ...sourceDocuments(folder)]
  const decider = createDecider({ rules: documents.filter((one) => isOnLayer(one, ['shop', lower])) })
  return jsonFiles(join(root, 'fixtures')).flatMap(({ path, document }) =>
    checksOf(afterSaleDomain, document, (id) => layerOfRule(documents, id)).checks.flatMap((check) =>
      partingsIn(decider, check).map((one) => ({ ...one, file: path, name: check.name })),
    ),
  )
}

/** With the usual circumstances presumed: a shop's ordinary case says nothing of them. */
function partingsIn(decider: Decider, { input, options }: Check): Omit<Parting, 'file' | 'name'>[] {
  const own = options.settings === undefined ? decider : decider.with({ settings: options.settings })
  const stated = own.safeDecide(input)
  const decided = stated.ok && stated.value.breaches.length > 0 ? own.safeDecide(input, { presume: true }) : stated
  if (!decided.ok) return []
  const { breaches, presumed } = decided.value
  return breaches.flatMap(({ question: id, status, floor, rule, difference }) => {
    const question = afterSale.questionOf.get(id)
    const answer = question && answerOf(decided.value, question)
    const rules = answer?.rules ?? []
    const byShop = rules.length > 0 && rules.every(({ layer }) => layer === 'shop')
    if (status !== 'yes' || question === undefined || answer?.value === undefined || !byShop) return []
    return [
      {
        question: id,
        shopRules: rules.map((one) => one.id).sort(),
        shopAnswer: valueWords(question, answer.value, 'zh'),
        floorRule: rule.id,
        floorAnswer: valueWords(question, floor, 'zh'),
        difference,
        presumed: presumed.length,
      },
    ]
  })
}

/** One of each pair of rules and answers: the case that says most itself, then one that tells the difference in yuan. */
function pairsOf(partings: readonly Parting[]): Found[] {
  const pairs = new Map<string, Found>()
  for (const one of partings) {
    const key = JSON.stringify([one.question, one.shopRules, one.shopAnswer, one.floorRule, one.floorAnswer])
    const before = pairs.get(key)
    pairs.set(key, {
      ...(before === undefined || isPlainer(one, before) ? one : before),
      cases: (before?.cases ?? 0) + 1,
    })
  }
  return [...pairs.values()]
}

function isPlainer(one: Parting, other: Parting): boolean {
  if (one.presumed !== other.presumed) return one.presumed < other.presumed
  return one.difference !== undefined && other.difference === undefined
}
