// `aftersale init`: a folder to begin with, as somebody who does not program meets it.
// Promise: what it writes passes at once and says what it holds; nothing is written over; a slip in it is told where it is.
import { execSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { coverageCommand } from '../src/cli/coverage.js'
import { initCommand } from '../src/cli/init.js'
import { mutateCommand } from '../src/cli/mutate.js'
import { testCommand } from '../src/cli/test.js'
import { verifyCommand } from '../src/cli/verify.js'
import { anchorsIn, ROOT, readText } from './support/pages.js'
import { terminal } from './support/terminal.js'

const temporary = mkdtempSync(join(tmpdir(), 'aftersale-init-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

const OWN = 'shop/postage/member-outbound-free.json'
const FILES = [
  'README.md',
  'aftersale.json',
  'facts.json',
  `fixtures/${OWN}`,
  'fixtures/shop/trade/extend-receipt-seven-days.json',
  OWN,
  'shop/trade/extend-receipt-seven-days.json',
  'sources.json',
]

function fresh(): string {
  const folder = join(mkdtempSync(join(temporary, 'shop-')), 'rules')
  expect(initCommand([folder], 'zh').code).toBe(0)
  return folder
}

/** Changes one file of a fresh folder and runs its cases. */
function edited(file: string, from: string, to: string) {
  const folder = fresh()
  const text = readFileSync(join(folder, file), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(folder, file), text.replace(from, to))
  return testCommand(['--rules', folder], 'zh')
}

const unwatched = terminal()

describe('aftersale init', () => {
  it('writes a folder whose cases pass, and says how to run them', () => {
    const folder = join(temporary, 'my-shop')
    const { code, out, err } = initCommand([folder], 'zh')
    expect([code, err]).toEqual([0, ''])
    const listed = FILES.map((file) => `  ${join(folder, file)}\n`).join('')
    expect(out).toBe(`写好了 8 个文件：\n${listed}下一步，运行其中的案例：\n  npx aftersale test --rules ${folder}\n`)
    expect(testCommand(['--rules', folder], 'zh')).toEqual({ code: 0, out: '13 passed, 0 failed\n', err: '' })
  })

  it('its cases are enough, as those of a folder to learn from should be', async () => {
    const folder = fresh()
    expect(await coverageCommand(['--rules', folder], 'zh')(unwatched)).toBe(0)
    expect(await mutateCommand(['--rules', folder], 'zh')(unwatched)).toBe(0)
  })

  it('proves clean, and still does with another number: what is found is the packs’ own', async () => {
    const folder = fresh()
    expect(await verifyCommand(['--rules', folder], 'zh')(unwatched)).toBe(0)
    writeFileSync(
      join(folder, 'aftersale.json'),
      readFileSync(join(folder, 'aftersale.json'), 'utf8').replace(
        '"afterSalePeriodDays": 5',
        '"afterSalePeriodDays": 10',
      ),
    )
    expect(await verifyCommand(['--rules', folder, '--question', 'verdict'], 'zh')(unwatched)).toBe(0)
  })

  it('so does the example of a shop, whose rule is the first to read the day of payment', async () => {
    expect(await verifyCommand(['--rules', join(ROOT, 'examples', 'my-shop')], 'zh')(unwatched)).toBe(0)
  })

  it('of a shortfall that a setting makes it shows what falls short by it, though the packs do so with that setting', async () => {
    const folder = fresh()
    const kept = terminal()
    const settings = { afterSalePeriodDays: 1 }
    writeFileSync(join(folder, 'aftersale.json'), JSON.stringify({ extends: ['law', 'taobao', 'sop'], settings }))
    rmSync(join(folder, 'shop'), { recursive: true })
    const words = ['--rules', folder, '--question', 'verdict', '--reporter', 'json']
    expect(await verifyCommand(words, 'zh')(kept)).toBe(1)
    const { checks } = JSON.parse(kept.printed.join('')) as {
      checks: readonly { findings: readonly { finding: string; boxes: readonly string[] }[] }[]
    }
    const found = checks.flatMap(({ findings }) => findings)
    // An offer instead of what law and platform grant, on the days the packs still accept: they take three.
    expect(found.map(({ finding }) => finding)).toEqual(['floors-hold verdict 1 2'])
    for (const box of found[0]?.boxes ?? []) expect(box).toMatch(/原因为质量问题，.*签收后天数在 2 到 3 之间/)
  })

  it('of a gap that grows it shows what is newly open, not what the packs leave open', async () => {
    const folder = fresh()
    const kept = terminal()
    writeFileSync(
      join(folder, 'aftersale.json'),
      JSON.stringify({ extends: ['law', 'taobao', 'sop'], omit: ['shop/quality/as-asked'] }),
    )
    const words = ['--rules', folder, '--question', 'verdict', '--reporter', 'json']
    expect(await verifyCommand(words, 'zh')(kept)).toBe(1)
    const { checks } = JSON.parse(kept.printed.join('')) as {
      checks: readonly { findings: readonly { finding: string; boxes: readonly string[]; case: object }[] }[]
    }
    const found = checks.flatMap(({ findings }) => findings)
    const gap = found.find(({ finding }) => finding === 'no-gap verdict (shop)')
    // The rule answered claims about quality that hold, whatever of the three was asked: those alone are newly open.
    expect(gap?.boxes.length).toBeGreaterThan(0)
    for (const box of gap?.boxes ?? [])
      expect(box).toMatch(/^申请为退货退款(或换货)?(或维修)?，原因为质量问题，.*问题已核实为是/)
    expect(gap?.case).toMatchObject({ 原因: '质量问题', 问题已核实: true })
    // What the shop still answers too low is what the packs answer too low: accepted with them.
    expect(found.map(({ finding }) => finding)).not.toContain('floors-hold verdict 1 2')
  })

  it('says it in English, and quotes a folder with a space', () => {
    const { out } = initCommand([join(temporary, 'two words'), '--lang', 'en'], 'en')
    expect(out.split('\n')[0]).toBe('8 files are written:')
    expect(out).toMatch(/\nNext, run their cases:\n {2}npx aftersale test --rules ".*two words"\n$/)
  })

  it('writes over nothing: names what is there, and writes nothing else', () => {
    const folder = mkdtempSync(join(temporary, 'half-'))
    writeFileSync(join(folder, 'facts.json'), '{}')
    const { code, out, err } = initCommand([folder], 'zh')
    expect([code, out]).toEqual([1, ''])
    expect(err).toBe(
      `有 1 处需要改：\n${join(folder, 'facts.json')}：已经存在，没有覆盖，也没有写其他文件；请换一个文件夹\n`,
    )
    expect(readdirSync(folder)).toEqual(['facts.json'])
    expect(readFileSync(join(folder, 'facts.json'), 'utf8')).toBe('{}')
  })

  it('a second time it names every file, and leaves changes alone', () => {
    const folder = fresh()
    writeFileSync(join(folder, 'facts.json'), '{}')
    const { code, err } = initCommand([folder, '--lang=en'], 'en')
    expect(code).toBe(1)
    for (const file of FILES) expect(err).toContain(`${join(folder, file)}: it is there already`)
    expect(readFileSync(join(folder, 'facts.json'), 'utf8')).toBe('{}')
  })

  it('takes one folder, which may not lie inside a file', () => {
    expect(initCommand([], 'zh')).toMatchObject({ code: 64, err: expect.stringContaining('aftersale init 文件夹') })
    expect(initCommand(['a', 'b'], 'zh').code).toBe(64)
    expect(initCommand(['a', '--force'], 'zh').code).toBe(64)
    expect(existsSync('a')).toBe(false)
    const file = join(temporary, 'file')
    writeFileSync(file, '')
    expect(initCommand([file], 'zh')).toMatchObject({ code: 1, err: expect.stringContaining('不是文件夹') })
  })

  it('its page names every kind of file, and every link of it leads to a file', () => {
    const folder = fresh()
    const page = readFileSync(join(folder, 'README.md'), 'utf8')
    for (const name of ['aftersale.json', 'facts.json', 'sources.json', 'shop/', 'fixtures/'])
      expect(page).toContain(`| \`${name}\` |`)
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)
    expect(links.length).toBe(2)
    for (const link of links) expect(existsSync(join(folder, link)), link).toBe(true)
    expect(anchorsIn(page)).toContain('本店的售后规则')
    expect(readText('package.json')).toContain('"templates"')
  })
})

describe('a folder written by init, edited', () => {
  const failed = (out: string) => out.trimEnd().split('\n').at(-1)

  it('another threshold turns the case beside it red, with what was expected and what came out', () => {
    const { code, out } = edited(OWN, '"value": 3', '"value": 2')
    expect([code, failed(out)]).toEqual([1, '11 passed, 2 failed'])
    expect(out).toContain('二级会员差一级：照旧扣 8 元')
    expect(out).toMatch(/退款金额\n +应为：80\.00\n +实为：88\.00/)
  })

  it('another fact name is told with file, place and the nearest name', () => {
    const { code, err } = edited(OWN, '"fact": "memberLevel"', '"fact": "memberLevle"')
    expect(code).toBe(1)
    expect(err).toContain(OWN)
    expect(err).toContain('conditions.all[3].fact')
    expect(err).toContain('memberLevel')
  })

  it('a comma left out is told with line and column', () => {
    const { code, err } = edited(
      'aftersale.json',
      '["shop/trade/extend-receipt-ten-days"],',
      '["shop/trade/extend-receipt-ten-days"]',
    )
    expect(code).toBe(1)
    expect(err).toMatch(/aftersale\.json:3:\d+：第 3 行第 \d+ 列，这里缺一个英文逗号/)
  })

  it('without omit the shipped rule answers too, and of two extensions the longer one counts', () => {
    const { code, out } = edited('aftersale.json', '"omit": ["shop/trade/extend-receipt-ten-days"],', '"omit": [],')
    expect([code, failed(out)]).toEqual([1, '11 passed, 2 failed'])
    expect(out).toMatch(/延长收货\n +应为：7\n +实为：10/)
  })
})

describe('the page that init writes', () => {
  it('names the folder as it is called', () => {
    const folder = join(mkdtempSync(join(temporary, 'named-')), 'hat-shop')
    expect(initCommand([folder], 'zh').code).toBe(0)
    const page = readFileSync(join(folder, 'README.md'), 'utf8')
    expect(page).toContain('npx aftersale test --rules hat-shop\n')
    const copying = 'rm -rf hat-shop-旧 && cp -r hat-shop hat-shop-旧'
    for (const line of [copying, 'npx aftersale diff hat-shop-旧 hat-shop --cases 订单.csv'])
      expect(page).toContain(`\`\`\`\n${line}\n\`\`\`\n`)
    // A second time the copy is as the folder is, with no other inside.
    for (const _ of [1, 2]) execSync(copying, { cwd: join(folder, '..') })
    expect(readdirSync(`${folder}-旧`)).toEqual(readdirSync(folder))
    // What it says lies in the package does.
    const named = [...page.matchAll(/node_modules\/aftersale\/([\w./-]*\w)/g)].map(([, path = '']) => path)
    expect(named).toEqual(['docs/words.md', 'docs/rules.md', 'rules', 'fixtures', 'docs/add-a-rule.md'])
    for (const path of named) expect(existsSync(join(ROOT, path)), path).toBe(true)
    expect(page).not.toContain('my-shop')
  })
})
