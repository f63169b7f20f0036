// Reports of proofs: for people, as JSON, JUnit XML, SARIF, and as annotations on a pull request.
// Promise: every finding that is not accepted is shown with its case; what is accepted, and what went stale, is said.
import { existsSync } from 'node:fs'
import type { Text } from '../engine/text.js'
import type { Weighed } from '../verify/accepted.js'
import type { Checked, CheckName, Finding } from '../verify/finding.js'
import { junitReport } from './reporters.js'
import { wrapped, wrappedJson } from './wrapped.js'

export interface Report extends Weighed {
  readonly folder: string
  readonly since: string | undefined
  readonly nodes: number
}

const NAMES: Readonly<Record<CheckName, Text>> = {
  'no-gap': { zh: '没有缺口', en: 'no gap' },
  'no-conflict': { zh: '没有冲突', en: 'no conflict' },
  'rules-reachable': { zh: '每条规则都可能成立', en: 'every rule can hold' },
  'rules-not-masked': { zh: '没有规则总被盖过', en: 'no rule is always beaten' },
  'rules-needed': { zh: '没有多余的规则', en: 'no rule is redundant' },
  'leaves-needed': { zh: '没有多余的条件', en: 'no condition is redundant' },
  'exceptions-bite': { zh: '每个例外都起作用', en: 'every exception bites' },
  'dates-whole': { zh: '日期不断也不重', en: 'no date gap, no double version' },
  'floors-hold': { zh: '底线', en: 'floors' },
  'refund-steps': { zh: '退款步骤合法，不走进死路', en: 'refund steps are legal and lead on' },
  'world-possible': { zh: '世界约束不矛盾', en: 'the constraints contradict nothing' },
}

const ACCEPTED: Text = {
  zh: '「已接受」是逐条看过、写明原因而不改的发现，列在规则文件夹的 accepted-findings.json 里；随包规则的，列在随包的 rules/accepted-findings.json 里。',
  en: 'Accepted findings were looked at one by one and kept, each with its reason: in accepted-findings.json of the folder of rules, those of the shipped rules in rules/accepted-findings.json of the package.',
}

type Reporter = (report: Report, lang: keyof Text) => string

export const VERIFY_REPORTERS: Readonly<Record<string, Reporter>> = {
  text: asText,
  json: asJson,
  junit: (report, lang) =>
    junitReport(
      report.checks.map((one) => suiteOf(one, lang)),
      lang,
    ),
  sarif: asSarif,
  github: asGithub,
}

function asText(report: Report, lang: keyof Text): string {
  const { checks, accepted, stale, since, nodes } = report
  const zh = lang === 'zh'
  const open = checks.filter(({ verdict }) => verdict !== 'proved')
  const blocks = open.flatMap((check) => [
    `${check.verdict === 'refuted' ? '✗' : '?'} ${titleOf(check, lang)}`,
    ...check.findings.flatMap((one) => findingLines(one, lang)),
    '',
  ])
  const outdated = stale.flatMap(({ entry, region }) => [
    zh
      ? `✗ 已接受的发现${region === undefined ? '如今没有了，请从清单中删去' : `区域变了（如今是 ${region}），请重新看过`}：${entry.finding}`
      : `✗ accepted, but ${region === undefined ? 'it is no more; take it off the list' : `its region changed (now ${region}); look again`}: ${entry.finding}`,
  ])
  const names = [...new Set(checks.map(({ check }) => check))]
  const table = names.map((name) => {
    const own = checks.filter(({ check }) => check === name)
    const proved = own.reduce((sum, one) => sum + one.proved, 0)
    const refuted = own.flatMap(({ findings }) => findings).length
    const taken = accepted.filter(({ finding }) => finding.id.startsWith(name)).length
    const counts = zh
      ? `已证明 ${proved}${refuted > 0 ? `，不成立或不能断定 ${refuted}` : ''}${taken > 0 ? `，已接受 ${taken}` : ''}`
      : `${proved} proved${refuted > 0 ? `, ${refuted} refuted or unknown` : ''}${taken > 0 ? `, ${taken} accepted` : ''}`
    return `${refuted > 0 ? '✗' : '✓'} ${NAMES[name][lang]}${zh ? '：' : ': '}${counts}`
  })
  const free = [...new Set(checks.flatMap((one) => one.free.map((text) => text[lang])))]
  const notes = [
    ...(since === undefined
      ? []
      : [
          zh
            ? `所证自 ${since} 起，即最早一条规则生效之时。`
            : `Proved from ${since} on, when the first rule came into force.`,
        ]),
    ...(free.length === 0
      ? []
      : [zh ? `不依赖取值、任其为何都成立：${free.join('、')}。` : `Whatever their values: ${free.join(', ')}.`]),
    ...(accepted.length === 0 ? [] : [zh ? ACCEPTED.zh : ACCEPTED.en]),
    zh ? `约定不在其内。决策图 ${nodes} 个节点。` : `Nothing agreed. ${nodes} nodes.`,
  ]
  return [...blocks, ...outdated, ...(outdated.length > 0 ? [''] : []), ...table, '', ...notes, ''].join('\n')
}

function titleOf({ check, question }: Checked, lang: keyof Text): string {
  return question === undefined ? NAMES[check][lang] : `${NAMES[check][lang]} › ${question}`
}

function findingLines({ id, text, mark, inWords, witness }: Finding, lang: keyof Text): string[] {
  const { boxes, more } = inWords()
  const zh = lang === 'zh'
  const isSet = witness !== undefined && Object.keys(witness.settings).length > 0
  return [
    ...wrapped('  ', text[lang]),
    ...boxes.flatMap((box) => wrapped('    · ', box[lang])),
    ...(more && boxes.length > 0 ? [zh ? '    · ……还有' : '    · … and more'] : []),
    ...(witness === undefined ? [] : wrappedJson(zh ? '    例 ' : '    case ', witness.case)),
    ...(isSet ? wrappedJson(zh ? '    设置 ' : '    settings ', witness.settings) : []),
    `    finding "${id}"  region "${mark ?? '-'}"`,
  ]
}

function plain(finding: Finding, lang: keyof Text) {
  const { id, verdict, text, rules, mark, inWords, witness } = finding
  const { boxes, more } = inWords()
  return {
    finding: id,
    verdict,
    text: text[lang],
    rules,
    region: mark ?? '-',
    boxes: boxes.map((box) => box[lang]),
    more,
    ...(witness === undefined ? {} : { case: witness.case, settings: witness.settings }),
  }
}

function asJson({ checks, accepted, stale, since, nodes }: Report, lang: keyof Text): string {
  const value = {
    since,
    nodes,
    checks: checks.map(({ check, question, verdict, proved, findings, free }) => ({
      check,
      question,
      verdict,
      proved,
      free: free.map((text) => text[lang]),
      findings: findings.map((one) => plain(one, lang)),
    })),
    accepted: accepted.map(({ finding, entries }) => ({
      ...plain(finding, lang),
      reasons: entries.map(({ reason, author }) => ({ reason, author })),
    })),
    stale: stale.map(({ entry, region }) => ({ ...entry, now: region })),
  }
  return `${JSON.stringify(value, null, 2)}\n`
}

function suiteOf(check: Checked, lang: keyof Text) {
  const name = titleOf(check, lang)
  const cases = check.findings.map((one) => ({
    name: one.text[lang],
    ok: false,
    differences: [],
    problems: findingLines(one, lang).join('\n'),
  }))
  return { file: name, name, cases: cases.length > 0 ? cases : [{ name, ok: true, differences: [], problems: '' }] }
}

/** Findings with the file they are about: the first rule concerned. */
function placed({ checks, folder }: Report) {
  return checks.flatMap((check) =>
    check.findings.map((finding) => ({
      check,
      finding,
      // Rules that were brought in have no file in the folder.
      file: finding.rules.map((id) => `${folder}/${id}.json`).find((file) => existsSync(file)),
    })),
  )
}

function asSarif(report: Report, lang: keyof Text): string {
  const names = [...new Set(report.checks.map(({ check }) => check))]
  const results = placed(report).map(({ check, finding, file }) => ({
    ruleId: check.check,
    level: finding.verdict === 'refuted' ? 'error' : 'warning',
    message: { text: finding.text[lang] },
    properties: plain(finding, lang),
    partialFingerprints: { finding: finding.id, region: finding.mark ?? '-' },
    ...(file === undefined
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 1 } } }] }),
  }))
  const driver = {
    name: 'aftersale verify',
    rules: names.map((id) => ({ id, shortDescription: { text: NAMES[id][lang] } })),
  }
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver }, results }] }, null, 2)}\n`
}

/** What is found as annotations; its cases, below them in the log, folded away. */
function asGithub(report: Report, lang: keyof Text): string {
  const lines = placed(report).flatMap(({ check, finding, file }) => {
    const level = finding.verdict === 'refuted' ? 'error' : 'warning'
    const place = file === undefined ? '' : `file=${property(file)},line=1,`
    return [
      `::${level} ${place}title=${property(titleOf(check, lang))}::${data(finding.text[lang])}`,
      `::group::${data(finding.id)}`,
      ...findingLines(finding, lang),
      '::endgroup::',
    ]
  })
  const old = report.stale.map(({ entry }) => `::error title=accepted-findings.json::${data(entry.finding)}`)
  return [...lines, ...old].map((line) => `${line}\n`).join('')
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
