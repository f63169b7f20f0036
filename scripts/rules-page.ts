// Writes docs/rules.md: every rule and named condition in plain Chinese, area by area.
// Promise: everything comes from the documents and the declared labels, in order of area and id; the same documents give
// the same bytes.

import { answerWords, conditionWords } from '../src/domain/rule-words.js'
import type { ConditionDocument, RuleDocument } from '../src/engine/document.js'
import type { Model } from '../src/engine/model.js'
import { domains } from '../src/models/domains.js'
import { code, linkTo, outline } from './markdown.js'
import { type RuleDocuments, ruleDocuments } from './rule-documents.js'

/** Names of the areas, by folder. A folder without a name stands as it is. */
const AREAS: Readonly<Record<string, string>> = {
  'law/conditions': '法律：共用的条件',
  'law/contract': '法律：订单、预付款与定金',
  'law/no-reason': '法律：七日无理由退货',
  'law/punitive': '法律：惩罚性赔偿',
  'law/quality': '法律：质量',
  'law/three-guarantees': '法律：三包',
  'law/transit': '法律：运输风险',
  'platform/taobao/compensation': '平台：赔付',
  'platform/taobao/conditions': '平台：共用的条件',
  'platform/taobao/evidence': '平台：举证责任',
  'platform/taobao/freight': '平台：运费',
  'platform/taobao/gifts': '平台：赠品',
  'platform/taobao/no-reason': '平台：七天无理由',
  'platform/taobao/procedure': '平台：拒绝与申诉',
  'platform/taobao/quality': '平台：质量与描述不符',
  'platform/taobao/recourse': '平台：垫付来源',
  'platform/taobao/returns': '平台：退货',
  'platform/taobao/risk': '平台：风险',
  'platform/taobao/shipping': '平台：发货与拦截',
  'platform/taobao/signing': '平台：签收与拒签',
  'shop/bots': '机器人与转人工',
  'shop/broken-package': '破包',
  'shop/conditions': '共用的条件',
  'shop/exchange': '换货',
  'shop/logistics': '物流',
  'shop/no-reason': '七天无理由',
  'shop/out-of-stock': '缺货',
  'shop/postage': '邮费',
  'shop/quality': '质量问题',
  'shop/refund': '退款',
  'shop/refund-state': '退款状态',
  'shop/registers': '登记与通知',
  'shop/remark': '备注与旗帜',
  'shop/service': '服务时限与联系',
  'shop/trade': '收货时间',
  'shop/wrong-shipment': '发错货',
}

/** Whose rules a folder of another model holds, beside the name of the model. */
const WHOSE: Readonly<Record<string, string>> = {
  shop: '店铺',
  law: '法律',
  'platform/taobao': '淘宝',
  'platform/kuaishou': '快手',
  'platform/pinduoduo': '拼多多',
}

const HEAD = `# 规则 · Rules

每条规则用中文读一遍：什么情况下、怎么办、例外于谁、何时起、出自哪里。本页由 \`npm run generate\` 从规则文件生成，不要手改。
编号和用词见[用词对照](words.md)，各行由哪些规则覆盖见[覆盖表](coverage.md)。

Every rule read out in Chinese, generated from the documents under \`rules/\` by \`npm run generate\`.
`

/** The text of docs/rules.md for the documents in `folder`. */
export function rulesPage(folder: string): string {
  const parts = domains.map(({ model }) => partOf(model, ruleDocuments(folder, model.declaration.id)))
  return [
    HEAD,
    `${parts.flatMap(({ index }) => index).join('\n')}\n`,
    ...parts.flatMap(({ sections }) => sections),
  ].join('\n')
}

/** The rules of one model, area by area. */
function partOf(model: Model, documents: RuleDocuments): Readonly<Record<'index' | 'sections', readonly string[]>> {
  const all = [...documents.rules, ...documents.conditions]
  const areas = [...new Set(all.map(({ id }) => areaOf(id)))].sort()
  const headings = areas.map((area) => ({ area, heading: headingOf(model, area) }))
  const index = headings.map(({ area, heading }) => {
    const count = all.filter(({ id }) => areaOf(id) === area).length
    return `- ${linkTo(heading)}：${count} 条`
  })
  const sections = headings.map(({ area, heading }) => {
    const inArea = all.filter(({ id }) => areaOf(id) === area).sort((a, b) => (a.id < b.id ? -1 : 1))
    return [`## ${heading}\n`, ...inArea.map((document) => entry(model, document, documents))].join('\n')
  })
  return { index, sections }
}

function areaOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/'))
}

function headingOf({ declaration: { id, title } }: Model, area: string): string {
  const [above = '', below = ''] = area.split(`/${id}`)
  const own = WHOSE[above] === undefined ? undefined : `${title.zh}：${WHOSE[above]}${below === '' ? '' : '共用的条件'}`
  const name = AREAS[area] ?? own
  return name === undefined ? area : `${name} ${area}`
}

function entry(model: Model, document: RuleDocument | ConditionDocument, documents: RuleDocuments): string {
  const { id, title, source, effective, note } = document
  const conditions = conditionWords(
    model,
    document.conditions,
    (name) => linkTo(documents.conditionTitle(name)),
    documents.parameterTitle,
    'zh',
  )
  const until = effective.until === undefined ? '' : `，至 ${effective.until}`
  const lines = [
    `### ${title}`,
    '',
    code(id),
    '',
    ...outline(conditions),
    '',
    ...('event' in document ? outcome(model, document, documents) : []),
    `${effective.from} 起${until}。出处：${documents.sourceName(source.document)}，${source.clause}：${source.summary}。`,
    ...(note === undefined ? [] : ['', `说明：${note}`]),
  ]
  return `${lines.join('\n')}\n`
}

function outcome(model: Model, rule: RuleDocument, { titleOf, parameterTitle }: RuleDocuments): string[] {
  // A term may name a parameter by its id.
  const titled = (text: string) =>
    text.replace(/「([a-z][a-z0-9-]*)」/g, (_, name: string) => `「${parameterTitle(name)}」`)
  const answers = answerWords(model, rule.event.params, 'zh').map(
    ({ label, text }) => `- **${label}**：${titled(text)}`,
  )
  const exceptions = (rule.exceptionTo ?? []).map((id) => linkTo(titleOf.get(id) ?? id))
  const covers = rule.covers ?? []
  return [
    '则：',
    '',
    ...answers,
    '',
    ...(rule.mandatory === true ? ['底线：别的层不能低于它。', ''] : []),
    ...(exceptions.length === 0 ? [] : [`优先于：${exceptions.join('、')}。`, '']),
    ...(covers.length === 0 ? [] : [`覆盖：${covers.join('、')}。`, '']),
  ]
}
