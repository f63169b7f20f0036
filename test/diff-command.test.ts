// `aftersale diff`: the exact cases that change, that nothing else does, past cases, and what was expected.
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { afterSale } from '../src/models/after-sale/model.js'
import { type OwnShop, onDay, ownShop, withinSeven } from './support/own-shop.js'

const moved = JSON.parse(JSON.stringify(withinSeven).replace('"value":7', '"value":9')) as typeof withinSeven

let shop: OwnShop
beforeAll(() => {
  shop = ownShop()
  shop.write('new/aftersale.json', { extends: [] })
  shop.write('new/shop/within-seven.json', moved)
  shop.write('new/shop/for-defects.json', {
    ...withinSeven,
    id: 'shop/for-defects',
    title: '质量问题：店铺责任',
    conditions: { all: [{ fact: 'reason', operator: 'equal', value: 'quality-defect' }] },
    event: { type: 'settle', params: { responsible: 'shop' } },
  })
})
afterAll(() => shop.remove())

interface Report {
  readonly changes: readonly {
    readonly question: string
    readonly before: string
    readonly after: string
    readonly boxes: readonly string[]
    readonly case: object
  }[]
  readonly same: readonly string[]
  readonly unknown: readonly string[]
  readonly cases?: object
  readonly unexpected?: readonly object[]
}

describe('diff', () => {
  test('two more days: those days alone, and every other question is proved to stay', () => {
    const cases = [7, 9, 10, 11].map((day) => (onDay(day, '退货退款', '支持') as { readonly 案情: object }).案情)
    shop.write('past.json', cases)
    const lines = cases.map((one) => JSON.stringify(one)).join('\n')
    execFileSync(
      process.execPath,
      ['-e', `require('fs').writeFileSync('past.ndjson', ${JSON.stringify(`${lines}\n`)})`],
      { cwd: shop.folder },
    )
    const { code, out } = shop.run(
      'diff',
      'rules',
      'new',
      '--reporter',
      'json',
      '--cases',
      'past.ndjson',
      '--expect-only',
      '责任方',
    )
    const report = JSON.parse(out) as Report
    expect(report.changes.map(({ question, before, after, boxes }) => ({ question, before, after, boxes }))).toEqual([
      { question: 'verdict', before: '没有回答', after: '支持', boxes: ['申请为退货退款，签收后天数在 8 到 9 之间'] },
    ])
    expect(report.unknown).toEqual([])
    expect(report.same).toHaveLength(afterSale.questions.length - 1)
    // Signed on the first: the ninth and the tenth are days eight and nine.
    expect(report.cases).toEqual({ cases: 4, unread: 0, touched: 2, refund: '0.00' })
    expect(report.unexpected).toHaveLength(1)
    expect(code).toBe(1)
    shop.write('case.json', report.changes[0]?.case)
    const decided = (rules: string) =>
      JSON.parse(shop.run('decide', 'case.json', '--rules', rules, '--json').out).answers.verdict.status
    expect([decided('rules'), decided('new')]).toEqual(['silent', 'settled'])
  })

  test('a revision is a set of rules too, and what is expected passes', () => {
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], {
        cwd: shop.folder,
        stdio: 'ignore',
      })
    git('init', '-q')
    git('add', '-A')
    git('commit', '-qm', 'first')
    const expected = JSON.stringify({ all: [{ fact: 'daysSinceSigning', operator: 'greaterThan', value: 7 }] })
    const { code, out } = shop.run('diff', 'HEAD', 'new', '--markdown', '--expect-only', expected)
    expect(out).toContain('**结论：没有回答 → 支持**')
    expect(out).toContain('都在预期之内')
    expect(code).toBe(0)
    const missing = shop.run('diff', 'nowhere', 'new')
    expect(missing.code).toBe(1)
    expect(missing.err).toContain('nowhere')
  })
})
