// `aftersale diff`: the exact cases that change, that nothing else does, past cases, and what was expected.
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withRevision } from '../src/cli/revision.js'
import { afterSale } from '../src/models/after-sale/model.js'
import { workplace } from './support/command-line.js'
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
    readonly direction: string
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
    const told = ({ question, before, after, direction, boxes }: Report['changes'][number]) => ({
      question,
      before,
      after,
      direction,
      boxes,
    })
    expect(report.changes.map(told)).toEqual([
      {
        question: 'verdict',
        before: '没有回答',
        after: '支持',
        direction: 'appears',
        boxes: ['申请为退货退款，签收后天数在 8 到 9 之间'],
      },
    ])
    expect(report.unknown).toEqual([])
    expect(report.same).toHaveLength(afterSale.questions.length - 1)
    // Signed on the first: the ninth and the tenth are days eight and nine.
    // None of them says what was paid, so that every refund is open; and no rule says who bears the postage of the return.
    const nothing = { refund: '0.00', repay: '0.00', compensate: '0.00', buyerPays: '0.00', total: '0.00' }
    expect(report.cases).toEqual({
      cases: 4,
      touched: 2,
      open: 4,
      sums: nothing,
      openIn: { refund: 4, repay: 4, buyerPays: 4 },
      changed: [2, 3].map((row) => ({
        file: 'past.ndjson',
        row,
        lines: [{ label: '结论', before: '没有规则作答', after: '支持' }],
      })),
      unread: 0,
      unreadAt: [],
    })
    expect(report.unexpected).toHaveLength(1)
    expect(code).toBe(1)
    shop.write('case.json', report.changes[0]?.case)
    const decided = (rules: string) =>
      JSON.parse(shop.run('decide', 'case.json', '--rules', rules, '--json').out).answers.verdict.status
    expect([decided('rules'), decided('new')]).toEqual(['silent', 'settled'])
  })

  test('past cases: every sum that moves is told, and every line that could not be read', () => {
    const paying = (compensation: number, refundBase: string) => ({
      ...withinSeven,
      event: { type: 'settle', params: { verdict: 'accept', refundBase, returnPostage: 'buyer', compensation } },
    })
    for (const [name, rule] of [
      ['poor', paying(10, 'item-prices')],
      ['rich', paying(25.5, 'full')],
    ] as const) {
      shop.write(`${name}/aftersale.json`, { extends: [] })
      shop.write(`${name}/shop/within-seven.json`, rule)
    }
    const bought = { 申请: '退货退款', 原因: '七天无理由', 签收时间: '2026-06-01 09:00', 申请时间: '2026-06-03 10:00' }
    const money = {
      实付金额: '96.00',
      成交价: '88.00',
      购买件数: 1,
      退货件数: 1,
      发货邮费: '8.00',
      买家已付邮费: '8.00',
    }
    const whole = { ...bought, ...money, 判定时间: '2026-06-04 10:00', 包邮: false, 记录完整: true }
    const { 实付金额: _, ...unpaid } = whole
    const lines = [JSON.stringify(whole), '{"申请":', '', JSON.stringify({ 原由: '错发' }), JSON.stringify(unpaid)]
    writeFileSync(join(shop.folder, 'sums.ndjson'), lines.join('\n'))
    // Refunds 88 before and 96 after, compensation 10 and 25.50; of the last case the refund is not known after.
    const { out, err } = shop.run('diff', 'poor', 'rich', '--cases', 'sums.ndjson')
    const counted =
      '以往 4 个案件中，2 个结果改变，退款 +8.00 元，赔付 +31.00 元，店铺合计付出 +39.00 元；\n1 个有金额未定（退款 1），未定的不计入；2 个读不出来。\n'
    // First and last; which cases change, and how, stands below the first.
    expect(out.startsWith(counted)).toBe(true)
    expect(out.endsWith(counted)).toBe(true)
    // What was paid is unknown of the last: of its refund 88 is the most at first, and nothing is known after.
    expect(out.slice(counted.length, out.indexOf('\n\n')).replaceAll('\n    ', '')).toBe(
      '  · sums.ndjson:1：退款基数 按商品成交价 → 全额；赔付 10.00 元 → 25.50 元；退款金额 88.00 元 → 96.00 元；赔付金额 10.00 元 → 25.50 元\n' +
        '  · sums.ndjson:5：退款基数 按商品成交价 → 全额；赔付 10.00 元 → 25.50 元；退款金额 至少 0.00 元，至多 88.00 元 → 未定；赔付金额 10.00 元 → 25.50 元',
    )
    expect(err).toBe(
      'sums.ndjson:2：第 2 行第 7 列，这一行到这里就结束了；这里应是一个值\n' +
        'sums.ndjson:4 › 原由：案情「原由」不在可用范围内；最接近的是「原因」\n',
    )
    const json = shop.run('diff', 'poor', 'rich', '--cases', 'sums.ndjson', '--reporter', 'json')
    expect((JSON.parse(json.out) as Report).cases).toMatchObject({
      cases: 4,
      touched: 2,
      open: 1,
      openIn: { refund: 1 },
      changed: [{ row: 1 }, { row: 5 }],
      sums: { refund: '8.00', repay: '0.00', compensate: '31.00', buyerPays: '0.00', total: '39.00' },
      unread: 2,
      unreadAt: ['sums.ndjson:2', 'sums.ndjson:4'],
    })
  })

  test('past cases are not otherwise for the order of what is possible, nor for what every possibility comes to', () => {
    const onLayer = (layer: string, name: string, params: object, ...all: readonly object[]) => ({
      ...withinSeven,
      id: `${layer}/${name}`,
      title: `${layer} ${name}`,
      layer,
      conditions: { all: [withinSeven.conditions.all[0], ...all] },
      event: { type: 'settle', params },
    })
    const ofDefects = { fact: 'reason', operator: 'equal', value: 'quality-defect' }
    const used = { fact: 'usedBeyondInspection', operator: 'equal', value: true }
    const dear = { fact: 'paid', operator: 'greaterThan', value: 100 }
    // Of a return without a reason the shop may say one thing and the platform says the other, before and after. Who pays
    // its way back may be said by the shop, and is by the platform, in the same words; after, by the platform alone.
    const sets = {
      'one-way': ['accept', 'refuse', 5, [onLayer('shop', 'way-back', { returnPostage: 'buyer' }, used)]],
      'other-way': ['refuse', 'accept', 6, []],
    } as const
    for (const [name, [ofShop, ofPlatform, compensation, more]] of Object.entries(sets)) {
      shop.write(`${name}/aftersale.json`, { extends: [] })
      const rules = [
        onLayer('shop', 'defects', { verdict: ofShop }, ofDefects),
        onLayer('platform', 'returns', { verdict: ofPlatform }),
        onLayer('platform', 'way-back', { returnPostage: 'buyer' }),
        onLayer('shop', 'dear', { compensation }, dear),
        ...more,
      ]
      for (const rule of rules) shop.write(`${name}/${rule.id}.json`, rule)
    }
    const open = { 申请: '退货退款', 判定时间: '2026-06-04 10:00', 实付金额: '100.00' }
    writeFileSync(
      join(shop.folder, 'reordered.ndjson'),
      [open, { ...open, 实付金额: '100.01' }].map((one) => JSON.stringify(one)).join('\n'),
    )
    const { out } = shop.run('diff', 'one-way', 'other-way', '--cases', 'reordered.ndjson', '--reporter', 'json')
    expect((JSON.parse(out) as Report).cases).toMatchObject({
      cases: 2,
      touched: 1,
      // Of the dear one what is paid for its trouble, and nothing else.
      changed: [
        {
          row: 2,
          lines: [
            { label: '赔付', before: '5.00 元', after: '6.00 元' },
            { label: '赔付金额', before: '5.00 元', after: '6.00 元' },
          ],
        },
      ],
    })
    shop.write('open.json', open)
    const decided = (rules: string) =>
      JSON.parse(shop.run('decide', 'open.json', '--rules', rules, '--json').out).answers
    const [was, is] = [decided('one-way'), decided('other-way')]
    expect([was.verdict.possible, is.verdict.possible]).toEqual([
      ['accept', 'refuse'],
      ['refuse', 'accept'],
    ])
    expect([was.returnPostage.exhaustive, is.returnPostage.exhaustive]).toEqual([true, undefined])
  })

  test('past cases none of which can be told are no past cases', () => {
    writeFileSync(join(shop.folder, 'open.csv'), '申请,原因\n"退货退款,质量问题\n')
    writeFileSync(join(shop.folder, 'gbk.ndjson'), Buffer.from('7b22c9eac7eb223a22bbbbbbf5227d0a', 'hex'))
    for (const [file, said] of [
      ['open.csv', '一个双引号没有收尾'],
      ['gbk.ndjson', '不是 UTF-8'],
    ] as const) {
      const { code, out, err } = shop.run('diff', 'rules', 'rules', '--cases', file)
      expect([code, out, err]).toEqual([1, '', expect.stringContaining(`${file}：`)])
      expect(err).toContain(said)
    }
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
    expect(missing.err).toContain('nowhere：「nowhere」既不是规则文件夹，也不是 git 版本\n')
  })

  test('without git a revision is not told from none: that git is missing is said', () => {
    const path = process.env.PATH
    process.env.PATH = shop.folder
    const [zh, en] = [shop.run('diff', 'HEAD', 'new'), shop.run('diff', 'HEAD', 'new', '--lang', 'en')]
    process.env.PATH = path
    expect([zh.code, en.code]).toEqual([1, 1])
    expect(zh.err).toContain('HEAD：「HEAD」不是规则文件夹；要按 git 版本读取，先装好 git：这里运行不了 git\n')
    expect(en.err).toContain(
      'HEAD: "HEAD" is no folder of rules; to be read as a git revision it needs git, which cannot be run here\n',
    )
    expect(zh.err).not.toContain('也不是 git 版本')
  })

  test('a fault while a revision is read stays the fault it is, and its copy goes', () => {
    const before = process.cwd()
    let copy = ''
    process.chdir(shop.folder)
    try {
      const reading = () =>
        withRevision('HEAD', 'rules', (folder) => {
          copy = folder
          throw new RangeError('of ours')
        })
      expect(reading).toThrow('of ours')
    } finally {
      process.chdir(before)
    }
    expect([basename(copy), existsSync(copy)]).toEqual(['rules', false])
  })

  test('a folder outside the repository is in no revision of it', () => {
    const { code, err } = shop.run('diff', 'HEAD', 'new', '--rules', join(tmpdir(), 'elsewhere'))
    expect([code, err]).toEqual([1, expect.stringContaining('HEAD：git 版本「HEAD」里没有 ')])
  })

  test('tells all changes at a glance first, and those not expected one by one', () => {
    // Without a rule on defects, and with one day less: who is responsible, and the verdict, change.
    shop.write('other/aftersale.json', { extends: [] })
    shop.write('other/shop/within-seven.json', {
      ...withinSeven,
      conditions: {
        all: [withinSeven.conditions.all[0], { fact: 'daysSinceSigning', operator: 'lessThanInclusive', value: 6 }],
      },
    })
    const { code, out } = shop.run('diff', 'rules', 'other', '--expect-only', '旗帜')
    const lines = out.split('\n')
    const count = Number(/^共 (\d+) 处改变：$/.exec(lines[0] ?? '')?.[1])
    expect(count).toBeGreaterThan(1)
    const glance = lines.slice(1, 1 + count)
    for (const head of glance) expect(head).toMatch(/^ {2}\S+：.+ → /)
    expect(lines[1 + count]).toBe('')
    // Each follows with its cases, and once more below as not expected.
    for (const head of glance) expect(lines.filter((line) => line === head.trim())).toHaveLength(1)
    expect(lines.slice(-2 - count)).toEqual([
      `✗ 预期之外 ${count} 处：`,
      ...glance.map((head) => `  · ${head.trim()}`),
      '',
    ])
    expect(code).toBe(1)
    const markdown = shop.run('diff', 'rules', 'other', '--expect-only', '旗帜', '--markdown').out
    expect(markdown.match(/^- (?!\*\*).* → /gm)).toHaveLength(count)
  })

  test('a revision without the folder is told from none, and names the folders of rules it has', () => {
    const place = workplace()
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], {
        cwd: place.folder,
        stdio: 'ignore',
      })
    place.write('readme.txt', 'x')
    git('init', '-q')
    git('add', '-A')
    git('commit', '-qm', 'first')
    place.write('my-shop/aftersale.json', { extends: [] })
    place.write('my-shop/shop/within-seven.json', withinSeven)
    git('add', '-A')
    git('commit', '-qm', 'second')
    expect(place.run(['diff', 'HEAD', 'my-shop'])).toEqual({
      code: 1,
      out: '',
      err: '有 1 处需要改：\nHEAD：git 版本「HEAD」里没有 rules/；请写明规则文件夹：--rules my-shop\n',
    })
    expect(place.run(['diff', 'HEAD~1', 'HEAD', '--lang', 'en']).err).toBe(
      '2 problems:\n' +
        'HEAD~1: the git revision "HEAD~1" has no rules/; name its folder of rules: --rules DIR\n' +
        'HEAD: the git revision "HEAD" has no rules/; name its folder of rules: --rules my-shop\n',
    )
    expect(place.run(['diff', 'HEAD', 'my-shop', '--rules', 'my-shop']).code).toBe(0)
    place.remove()
  })
})
