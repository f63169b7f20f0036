// `aftersale verify` on a shop of one's own: what is proved, what is refuted with a case, what is accepted and goes stale.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OwnShop, ownShop } from './support/own-shop.js'

const source = { document: 'own', clause: '1', summary: '自定' }
const header = { layer: 'shop', source, effective: { from: '2012-01-01' } }

/** Everything but returns within seven days. */
const refuseRest = {
  id: 'shop/refuse-rest',
  title: '其余：不支持',
  ...header,
  conditions: {
    any: [
      { fact: 'requested', operator: 'notEqual', value: 'return-and-refund' },
      { fact: 'daysSinceSigning', operator: 'greaterThan', value: 8 },
    ],
  },
  event: { type: 'settle', params: { verdict: 'refuse' } },
}

let shop: OwnShop
beforeEach(() => {
  shop = ownShop()
  shop.write('rules/aftersale.json', { extends: [] })
  shop.write('rules/shop/refuse-rest.json', refuseRest)
})
afterEach(() => shop.remove())

interface Report {
  readonly checks: readonly {
    readonly check: string
    readonly question?: string
    readonly verdict: string
    readonly findings: readonly { readonly finding: string; readonly region: string; readonly case: object }[]
  }[]
  readonly stale: readonly object[]
}

function verified(...words: readonly string[]): { code: number | null; report: Report; err: string } {
  const { code, out, err } = shop.run('verify', '--rules', 'rules', '--reporter', 'json', ...words)
  return { code, report: JSON.parse(out) as Report, err }
}

function gapOf({ checks }: Report) {
  return checks.find(({ check, question }) => check === 'no-gap' && question === 'verdict')
}

describe('verify', () => {
  test('day eight is a gap, and the case shows it', () => {
    const { code, report } = verified('--question', '结论')
    expect(code).toBe(1)
    const gap = gapOf(report)
    expect(gap?.verdict).toBe('refuted')
    expect(gap?.findings).toHaveLength(1)
    shop.write('case.json', gap?.findings[0]?.case)
    const decided = shop.run('decide', 'case.json', '--rules', 'rules', '--json')
    expect(JSON.parse(decided.out).answers.verdict.status).toBe('silent')
    expect(report.checks.find(({ check }) => check === 'no-conflict')?.verdict).toBe('proved')
  })

  test('without the gap everything of the question is proved', () => {
    shop.write('rules/shop/refuse-rest.json', {
      ...refuseRest,
      conditions: {
        any: [
          { fact: 'requested', operator: 'notEqual', value: 'return-and-refund' },
          { fact: 'daysSinceSigning', operator: 'greaterThan', value: 7 },
          { fact: 'daysSinceSigning', operator: 'equal', value: 'none' },
        ],
      },
    })
    const { code, report } = verified('--question', 'verdict')
    expect(report.checks.map(({ check, verdict }) => [check, verdict])).toEqual(
      report.checks.map(({ check }) => [check, 'proved']),
    )
    expect(code).toBe(0)
  })

  test('an accepted finding is out of the way until its region changes', () => {
    const found = gapOf(verified('--question', 'verdict').report)?.findings[0]
    const entry = { finding: found?.finding, region: found?.region, reason: '第八天人工处理', author: '运营' }
    shop.write('rules/accepted-findings.json', [entry])
    expect(verified('--question', 'verdict').code).toBe(0)
    const wider = JSON.parse(JSON.stringify(refuseRest).replace('"value":8', '"value":9'))
    shop.write('rules/shop/refuse-rest.json', wider)
    const { code, report } = verified('--question', 'verdict')
    expect(code).toBe(1)
    expect(report.stale).toHaveLength(1)
  })

  test('says of accepted findings what they are and where they stand', () => {
    const before = shop.run('verify', '--rules', 'rules', '--question', 'verdict').out
    expect(before).not.toContain('「已接受」')
    const { id, mark } = /finding "(?<id>[^"]+)" {2}region "(?<mark>[^"]+)"/.exec(before)?.groups ?? {}
    shop.write('rules/accepted-findings.json', [{ finding: id, region: mark, reason: '有意', author: '运营' }])
    const { out } = shop.run('verify', '--rules', 'rules', '--question', 'verdict')
    expect(out).toContain('「已接受」是逐条看过、写明原因而不改的发现，列在规则文件夹的 accepted-findings.json 里')
    shop.write('rules/accepted-findings.json', [])
  })

  test('a part of a gap is accepted by its conditions, and the rest stays', () => {
    const unsigned = { all: [{ fact: 'daysSinceSigning', operator: 'equal', value: 'none' }] }
    const accepted = (region: string) => [
      { finding: 'no-gap verdict', region, conditions: unsigned, reason: '未签收的先等', author: '运营' },
    ]
    shop.write('rules/accepted-findings.json', accepted('?'))
    const { report } = verified('--question', 'verdict')
    const [stale] = report.stale as readonly { now: string }[]
    shop.write('rules/accepted-findings.json', accepted(stale?.now ?? ''))
    const again = verified('--question', 'verdict')
    expect(again.report.stale).toEqual([])
    expect(again.code).toBe(1)
    expect(gapOf(again.report)?.verdict).toBe('refuted')
  })

  test('cases are written as fixtures that wait for an expectation', () => {
    const { err } = verified('--question', 'verdict', '--write-fixtures', 'found')
    expect(err).toContain('已写出')
    const folder = join(shop.folder, 'found')
    const [file] = readdirSync(folder)
    const fixture = JSON.parse(readFileSync(join(folder, file as string), 'utf8'))
    expect(fixture.步骤[0].案情.签收时间).toBeDefined()
    const tested = shop.run('test', join('found', file as string), '--rules', 'rules')
    expect(tested.code).toBe(1)
    expect(tested.out).toContain('期望')
  })

  test('each reporter says the same in its own format', () => {
    const run = (reporter: string) =>
      shop.run('verify', '--rules', 'rules', '--reporter', reporter, '--question', 'verdict')
    expect(run('text').out).toContain('「结论」没有规则回答')
    expect(run('junit').out).toMatch(/<failure message="[^"\n]*没有规则回答[^"\n]*">[\s\S]*没有规则回答/)
    const sarif = JSON.parse(run('sarif').out)
    expect(sarif.version).toBe('2.1.0')
    expect(sarif.runs[0].results[0].ruleId).toBe('no-gap')
    // Short where there is room for one line, everything in its own place.
    const [result] = sarif.runs[0].results
    expect(result.message.text).toBe('「结论」没有规则回答')
    expect(result.properties).toMatchObject({ finding: 'no-gap verdict', region: result.partialFingerprints.region })
    expect(result.properties.case).toMatchObject({ 记录完整: true })
    const lines = run('github').out.split('\n')
    expect(lines.slice(0, 3)).toEqual([
      '::error title=没有缺口 › verdict::「结论」没有规则回答',
      '::group::no-gap verdict',
      '  「结论」没有规则回答',
    ])
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(1)
    expect(lines).toContain('::endgroup::')
  })

  test('dates are looked at for the question alone: a rule that ends, two versions at once', () => {
    const ends = (id: string, from: string, until: string, params: object) =>
      shop.write(`rules/${id}.json`, {
        ...refuseRest,
        id,
        title: id,
        effective: { from, until },
        event: { type: 'settle', params },
      })
    ends('shop/refuse-rest', '2012-01-01', '2026-06-30', { verdict: 'refuse' })
    ends('shop/fault', '2012-01-01', '2026-05-31', { responsible: 'shop' })
    ends('shop/fault-anew', '2026-05-31', '2026-08-31', { responsible: 'shop' })
    const found = (question: string) =>
      verified('--question', question)
        .report.checks.filter(({ check }) => check === 'dates-whole')
        .flatMap(({ findings }) => findings.map(({ finding }) => finding))
    expect(found('verdict')).toEqual(['dates-whole shop/refuse-rest verdict'])
    expect(found('responsible').sort()).toEqual([
      'dates-whole shop/fault shop/fault-anew',
      'dates-whole shop/fault-anew responsible',
    ])
  })

  test('a question nobody knows is named with the nearest', () => {
    const { code, err } = shop.run('verify', '--question', 'verdct')
    expect(code).toBe(1)
    expect(err).toContain('verdict')
  })
})
