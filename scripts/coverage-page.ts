// Writes docs/coverage.md: for every row of the catalogue the rules, table rows and forms that cover it, with their cases.
// Promise: rows come in the order of the catalogue, everything else in order of id or name; a row that nothing covers says so.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import remarks from '../rules/parameters/remarks.json' with { type: 'json' }
import reports from '../rules/parameters/reports.json' with { type: 'json' }
import { type Circumstances, readFixture, type Story } from '../src/domain/fixture-shape.js'
import { stepFrom } from '../src/domain/story-step.js'
import type { RuleDocument } from '../src/engine/document.js'
import { afterSaleDomain } from '../src/models/after-sale/domain.js'
import { afterSale } from '../src/models/after-sale/model.js'
import { refundSteps } from '../src/models/after-sale/refund-status.js'
import { refundActions, refundStates } from '../src/models/after-sale/terms.js'
import { FIRST, MODELS, modelOfPath } from '../src/models/domains.js'
import { CATALOGUE } from './catalogue-rows.js'
import { cells, linkTo } from './markdown.js'
import { ruleDocuments } from './rule-documents.js'

const STORIES = 'fixtures/scenarios'

const HEAD = `# 覆盖表 · Coverage

来源要求的 130 行，每行由哪些规则、流转表或写法覆盖，有多少案例和哪些故事检验。规则后面的数字是它自己的案例数；
故事按依据里写到的规则和走过的动作算。本页由 \`npm run generate\` 生成，不要手改。规则的内容见[规则](rules.md)，有意不做的见
[没有覆盖的](not-covered.md)。

The 130 rows the sources ask for: what covers each, with the number of cases of each rule and the stories that pass through it.
`

interface Named {
  /** Path below the folder of stories. */
  readonly name: string
  readonly model: string
  readonly story: Story
}

interface Covering {
  readonly row: string
  /** Where it stands, as the page shows it. */
  readonly text: string
  readonly stories: readonly string[]
  /** A form alone does nothing: some rule has to ask for it. */
  readonly alone?: false
}

/** The text of docs/coverage.md for the package at `root`. */
export function coveragePage(root: string): string {
  const { stories, casesOf } = fixtures(join(root, 'fixtures'))
  const rules = MODELS.flatMap((model) =>
    ruleDocuments(join(root, 'rules'), model).rules.map((rule) => ({ rule, model })),
  )
  const storiesOf = (model: string) => stories.filter((one) => one.model === model)
  const covering = [
    ...rules.flatMap(({ rule, model }) => byRule(rule, casesOf.get(rule.id) ?? 0, storiesOf(model))),
    ...bySteps(storiesOf(FIRST)),
    ...byForms('备注写法', 'remark', remarks.forms),
    ...byForms('报告写法', 'reports', reports.forms),
  ]
  const rows = CATALOGUE.flatMap((group) => Object.keys(group.rows))
  const covered = rows.filter((row) => covering.some((one) => one.row === row && one.alone !== false)).length
  const cases = [...casesOf.values()].reduce((sum, count) => sum + count, 0)
  const figures = `${rows.length} 行中有 ${covered} 行有规则或流转表的步骤，${rules.length} 条规则，${cases} 个案例，${stories.length} 个故事。\n`
  const tables = CATALOGUE.map(({ title, rows: group }) =>
    [
      `## ${title}\n`,
      cells('行', '要求', '由什么覆盖', '故事'),
      '|---|---|---|---|',
      ...Object.entries(group).map(([row, asks]) => rowOf(row, asks, covering)),
      '',
    ].join('\n'),
  )
  const listed = [...stories]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, story }) => `| ${storyLink(name)} | ${story.故事} | ${story.步骤.length} |`)
  const list = ['## 故事 · Stories\n', '| 文件 | 内容 | 步数 |', '|---|---|---|', ...listed, ''].join('\n')
  return [HEAD, figures, ...tables, list].join('\n')
}

/** All stories lie in one folder, which `fixtures` sees to. */
function storyLink(name: string): string {
  return `[${name}](../${STORIES}/${name}.json)`
}

function rowOf(row: string, asks: string, covering: readonly Covering[]): string {
  const own = covering.filter((one) => one.row === row)
  const stories = [...new Set(own.flatMap((one) => one.stories))].sort()
  return cells(
    row,
    asks,
    [
      ...(own.some(({ alone }) => alone !== false) ? [] : ['**没有规则**']),
      ...new Set(own.map(({ text }) => text)),
    ].join('<br>'),
    stories.length === 0 ? '' : stories.map(storyLink).join('<br>'),
  )
}

function byRule(rule: RuleDocument, cases: number, stories: readonly Named[]): Covering[] {
  const passing = stories.filter(({ story }) =>
    story.步骤.some(({ 依据 = {} }) =>
      Object.values(依据).some((basis) => [basis].flat().some((one) => one === rule.title || one === rule.id)),
    ),
  )
  const text = `${linkTo(rule.title, 'rules.md')}（${cases}）`
  return (rule.covers ?? []).map((row) => ({ row, text, stories: passing.map(({ name }) => name) }))
}

/** Rows of the table of refund states, and the stories that take the step. */
function bySteps(stories: readonly Named[]): Covering[] {
  const taken = stories.map(({ name, story }) => ({ name, steps: stepsOf(story) }))
  return refundSteps.flatMap(({ from, action, to, covers }) => {
    const text = `流转表：${refundStates[from].zh} →（${refundActions[action].zh}）→ ${refundStates[to].zh}`
    const passing = taken.filter(({ steps }) => steps.has(`${refundStates[from].zh} ${refundActions[action].zh}`))
    return covers.map((row) => ({ row, text, stories: passing.map(({ name }) => name) }))
  })
}

/** The steps a story takes: state before it and action, in Chinese. */
function stepsOf(story: Story): ReadonlySet<string> {
  const state = afterSale.declaration.facts.refundState.label.zh
  const steps = new Set<string>()
  let circumstances: Circumstances = {}
  for (const step of story.步骤) {
    const { 动作: action, ...without } = step
    const before = stepFrom(afterSaleDomain, circumstances, without).circumstances
    if (action !== undefined) steps.add(`${String(before[state])} ${action}`)
    circumstances = stepFrom(afterSaleDomain, circumstances, step).circumstances
  }
  return steps
}

function byForms(
  name: string,
  question: 'remark' | 'reports',
  forms: readonly { readonly member: string; readonly covers: readonly string[] }[],
): Covering[] {
  const members: Readonly<Record<string, { readonly label: { readonly zh: string } }>> =
    afterSale.declaration.questions[question].members
  return forms.flatMap(({ member, covers }) =>
    covers.map((row) => ({ row, text: `${name}：${members[member]?.label.zh ?? member}`, stories: [], alone: false })),
  )
}

function fixtures(folder: string): {
  readonly stories: readonly Named[]
  readonly casesOf: ReadonlyMap<string, number>
} {
  const stories: Named[] = []
  const casesOf = new Map<string, number>()
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort()
  for (const path of paths) {
    const read = readFixture(JSON.parse(readFileSync(join(folder, path), 'utf8')))
    if (!read.ok) throw new Error(`${path} is no fixture`)
    if ('故事' in read.value)
      stories.push({
        name: path.slice('scenarios/'.length, -'.json'.length),
        model: modelOfPath(path),
        story: read.value,
      })
    else casesOf.set(read.value.规则, (casesOf.get(read.value.规则) ?? 0) + read.value.案例.length)
  }
  return { stories, casesOf }
}
