// What the guides say is what happens.
// Promise: their lists (issue codes, expectations, rows left out, header fields) are complete, their examples are decided
// as written, and the folder they hold up as an example passes.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ID_COLUMNS } from '../src/cli/csv-cases.js'
import { decideCommand } from '../src/cli/decide.js'
import { initCommand } from '../src/cli/init.js'
import type { Finished } from '../src/cli/problem.js'
import { readShop } from '../src/cli/shop.js'
import { testCommand } from '../src/cli/test.js'
import { expectedWords } from '../src/domain/expectation.js'
import { ruleShape } from '../src/engine/document.js'
import {
  AfterSaleError,
  afterSale,
  checkFixture,
  createDecider,
  type Decider,
  type DeciderOptions,
  type Decision,
  type Issue,
  type QuestionId,
} from '../src/index.js'
import { afterSaleDomain } from '../src/models/after-sale/domain.js'
import { domainOf, MODELS } from '../src/models/domains.js'
import { complaintRules, law, reviewRules, serviceLevelRules, sop, taobao } from '../src/rules.js'
import { CATALOGUE_IDS } from './support/catalogue-ids.js'
import { runExample } from './support/doc-example.js'
import { blocksOf, ROOT, readText, sectionOf } from './support/pages.js'

const rules = [...law, ...taobao, ...sop]
const decider = createDecider({ rules })

const temporary = mkdtempSync(join(tmpdir(), 'aftersale-guides-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

describe('errors.md', () => {
  const page = readText('docs/errors.md')

  it('explains every issue code, and no other', () => {
    const [, declared = ''] = /export type IssueCode =([\s\S]*?)\n\n/.exec(readText('src/engine/issue.ts')) ?? []
    const codes = [...declared.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code)
    const table = sectionOf(page, 'Codes').split('\n')
    const rows = table.map((line) => line.split(' | ')).filter((cells) => cells[0]?.startsWith('| `'))
    for (const cells of rows) expect(cells.length).toBe(5)
    const explained = rows.map(([code = '']) => code.replaceAll(/[|` ]/g, ''))
    expect(codes.length).toBeGreaterThan(20)
    expect(explained.sort()).toEqual(codes.sort())
  })

  it('shows messages as they are', () => {
    const [shown = ''] = blocksOf(page, '')
    const decide = () => decider.decide(JSON.parse('{"申请": "退货退宽", "发货邮费": 8}'))
    expect(decide).toThrow(shown.trim())
  })
})

describe('audit.md', () => {
  it('gets the words back, decides again and goes by the rule of its day, as it prints', async () => {
    const page = readText('docs/audit.md')
    const { problems, printed, promised } = await runExample(page)
    expect(problems).toEqual([])
    expect(printed).toEqual(promised)
    const { version } = JSON.parse(readText('package.json')) as { readonly version: string }
    expect(page).toContain(`aftersale: '${version}'`)
  })

  it('says rightly what ruleSet is of', () => {
    const { ruleSet } = decider
    expect(
      createDecider({ rules: [...rules].reverse(), floors: 'enforce', settings: { rollover: 'none' } }).ruleSet,
    ).toBe(ruleSet)
    const extend = 'shop/trade/extend-receipt-ten-days'
    const idOf = (document: object) => ('id' in document ? document.id : undefined)
    const without = rules.filter((document) => idOf(document) !== extend)
    expect(createDecider({ rules, omit: [extend] }).ruleSet).toBe(createDecider({ rules: without }).ruleSet)
    expect(createDecider({ rules: without }).ruleSet).not.toBe(ruleSet)
    const gift = {
      label: { zh: '赠品已寄回', en: 'gift sent back' },
      kind: 'boolean',
      role: 'circumstance',
      ask: ['buyer'],
      question: { zh: '赠品寄回了吗？', en: 'Was the gift sent back?' },
    } as const
    expect(createDecider({ rules, facts: { gift } }).ruleSet).not.toBe(ruleSet)
    expect(
      createDecider({ rules: [...rules, { id: 'new-source', name: { zh: '新', en: 'new' }, checked: '2026-01-01' }] })
        .ruleSet,
    ).not.toBe(ruleSet)
  })
})

describe('in-production.md', () => {
  const page = readText('docs/in-production.md')

  it('keeps a decision as long as it holds, as it prints', async () => {
    const { problems, printed, promised } = await runExample(page)
    expect(problems).toEqual([])
    expect(printed).toEqual(promised)
    const { version } = JSON.parse(readText('package.json')) as { readonly version: string }
    expect(page).toContain(`'aftersale ${version}'`)
  })

  it('says rightly what two shops have in common, and when there is no end', () => {
    const other = decider.with({ settings: { afterSalePeriodDays: 9 }, floors: 'enforce' })
    expect(other.ruleSet).toBe(decider.ruleSet)
    const asked = { 申请: '换货', 原因: '七天无理由', 签收时间: '2026-06-23 18:00', 申请时间: '无' } as const
    const { asOf, validUntil } = decider.decide(asked)
    expect([asOf, validUntil]).toEqual([undefined, undefined])
    // Applied for on the 26th: the days since signing stay three, whenever it is looked at.
    const applied = decider.decide({
      ...asked,
      申请时间: '2026-06-26 10:00',
      判定时间: '2026-06-26 10:00',
      记录完整: true,
    })
    expect([applied.asOf, applied.validUntil]).toEqual(['2026-06-26 10:00', undefined])
  })

  it('bundles a folder into a module that decides as the folder does', async () => {
    const folder = join(mkdtempSync(join(temporary, 'bundled-')), 'my-shop')
    expect(initCommand([folder], 'zh').code).toBe(0)
    const module = join(dirname(folder), 'shop.ts')
    const [script = '', ...more] = blocksOf(page, 'js')
    expect(more).toEqual([])
    const program = script
      .replace("'aftersale/shop'", JSON.stringify(join(ROOT, 'src/cli/shop.ts')))
      .replace("'my-shop'", JSON.stringify(folder))
      .replace("'shop.ts'", JSON.stringify(module))
    writeFileSync(join(dirname(folder), 'bundle-shop.ts'), program)
    await import(/* @vite-ignore */ join(dirname(folder), 'bundle-shop.ts'))
    const { shop } = (await import(/* @vite-ignore */ module)) as { readonly shop: DeciderOptions }
    expect(createDecider(shop).ruleSet).toBe(createDecider(readShop(folder)).ruleSet)
    expect(readFileSync(module, 'utf8')).toContain('export const shop: DeciderOptions = JSON.parse(')
  })

  it('passes over the $schema of a facts.json that is imported as it is', () => {
    const facts = JSON.parse(readText('templates/shop/facts.json')) as NonNullable<DeciderOptions['facts']>
    expect(Object.keys(facts)[0]).toBe('$schema')
    expect(createDecider({ rules: [], facts }).safeDecide({ 会员等级: 3 })).toMatchObject({ ok: true })
  })
})

describe('bots.md', () => {
  it('asks with facts of the shop and of a member, as it prints', async () => {
    const { problems, printed, promised } = await runExample(readText('docs/bots.md'))
    expect(problems).toEqual([])
    expect(printed).toEqual(promised)
  })

  it('says rightly that a question with members is none itself', () => {
    const whole: string = 'deductions'
    expect(() => decider.ask({}, whole as QuestionId)).toThrow('最接近的是「deductions.outbound-postage」')
    expect(decider.ask({}, 'deductions.outbound-postage').length).toBeGreaterThan(0)
    expect(() => decider.ask({ requested: 'exchang' }, 'verdict')).toThrow(AfterSaleError)
  })
})

describe('fixtures.md', () => {
  const page = readText('docs/fixtures.md')

  it.each(expectedWords(afterSaleDomain))('explains %s', (word) => {
    expect(page).toContain(`\`${word}\``)
  })

  const choices = Object.values(afterSale.declaration.questions).flatMap((question) =>
    question.kind === 'choice'
      ? [[question.label.zh, Object.values(question.values).map(({ zh }) => zh)] as const]
      : [],
  )

  it.each(choices)('lists every answer to %s, and no other', (label, answers) => {
    const row = page
      .split('\n')
      .find((line) => line.startsWith('| `') && line.split(' | ')[0]?.includes(`\`${label}\``))
    const cell = row?.split(' | ')[1]?.split('（')[0] ?? ''
    const listed = [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word)
    expect(listed.sort()).toEqual([...answers].sort())
  })

  it('shows fixtures that pass', () => {
    const fixtures = blocksOf(page, 'json').map((block): unknown => JSON.parse(block))
    expect(fixtures.length).toBe(2)
    for (const fixture of fixtures) expect(checkFixture(fixture, { rules })).toMatchObject({ ok: true })
  })

  it('shows how a fixture is run from code, and what the report says', async () => {
    const { problems, printed, promised } = await runExample(page)
    expect(problems).toEqual([])
    expect(printed).toEqual(promised)
    const clash = { 规则: 'shop/no-reason/within-seven-days', 案例: [{ 名称: '一', 案情: {}, 期望: { 结论: '支持' } }] }
    const [differs] = checkFixture(clash, { rules }).cases
    const keys = [...Object.keys(differs ?? {}), ...Object.keys(differs?.differences[0] ?? {})]
    for (const key of keys) expect(page).toContain(`\`${key}\``)
    expect(() => checkFixture(clash, { rules: [...rules, { layer: 'shop' }] })).toThrow(AfterSaleError)
  })
})

describe('not-covered.md', () => {
  it('says rightly that every row has a rule', () => {
    expect(readText('docs/not-covered.md')).toContain('every row has one')
    const tables = [
      'rules/parameters/refund-states.json',
      'rules/parameters/remarks.json',
      'rules/parameters/reports.json',
    ].map(readText)
    const packs = [...rules, ...reviewRules, ...complaintRules, ...serviceLevelRules]
    const documents = [...packs.map((document) => JSON.stringify(document)), ...tables].join('\n')
    const lists = [...documents.matchAll(/"covers":\s*\[([^\]]*)\]/g)].map(([, ids = '']) => ids)
    const covered = new Set(lists.flatMap((ids) => ids.match(/[A-Z]{2}-\d\d/g) ?? []))
    expect(CATALOGUE_IDS.filter((id) => !covered.has(id))).toEqual([])
  })
})

describe('how-a-decision-is-made.md', () => {
  it('names every refund base where it speaks of amounts', () => {
    const amounts = sectionOf(readText('docs/how-a-decision-is-made.md'), 'Amounts')
    for (const { zh } of Object.values(afterSale.declaration.questions.refundBase.values))
      expect(amounts).toContain(`(${zh})`)
  })

  const example = JSON.parse(readText('examples/no-reason-c-shop.json')) as Readonly<Record<string, unknown>>

  it('follows the example: three days, 88 less 8, agree, next state, remark, flag, ten days', () => {
    const decision = decider.decide(example)
    expect(decision).toMatchObject({
      outcome: 'settled',
      amount: { refund: { value: '80.00', items: [{ value: '88.00' }, { value: '-8.00' }] } },
      nextState: { label: { zh: '退款协议达成，等待买家退货' } },
      remark: { text: '6-26退碎花连衣裙M码宾', missing: [] },
      flag: 'blue',
    })
    const { verdict, outboundPostage, returnPostage, reshipPostage, refundBase, extendReceipt } = decision.answers
    expect([verdict.value, refundBase.value, outboundPostage.value, returnPostage.value, extendReceipt.value]).toEqual([
      'accept',
      'full',
      'buyer',
      'buyer',
      10,
    ])
    expect(reshipPostage).toMatchObject({ status: 'silent', arises: 'no' })
    const statuses = decider.trace(example).map(({ rule, status }) => [rule, status])
    expect(Object.fromEntries(statuses)).toMatchObject({
      'shop/no-reason/within-seven-days': 'yes',
      'shop/no-reason/not-supported': 'no',
      'shop/postage/no-reason-free-shipping-refund-c-shop': 'yes',
      'shop/postage/no-reason-free-shipping-refund-tmall': 'no',
      'shop/refund-state/agree-when-amount-right': 'yes',
    })
  })

  it('without 配件齐全 the refund lies between 0.00 and 88.00, and that fact is the first that is missing', () => {
    const { 配件齐全: _, ...rest } = example
    const decision = decider.decide(rest)
    expect(decision.outcome).toBe('needs-facts')
    expect(decision.amount.refund).toMatchObject({ atLeast: '0.00', atMost: '88.00' })
    expect(decision.missing[0]?.label.zh).toBe('配件齐全')
    const shopAlone = createDecider({ rules: sop })
    expect(shopAlone.decide(rest).missing.map(({ label }) => label.zh)).toEqual(['配件齐全'])
    const [trace] = decider.trace(rest, (rule) => rule === 'shop/no-reason/not-supported')
    expect(trace?.status).toBe('unknown')
    const leaves = trace?.conditions.nodes?.[2]?.nodes?.map(({ fact, truth, known }) => [fact, truth, known])
    expect(leaves).toEqual([
      ['resaleable', 'no', true],
      ['daysSinceSigning', 'no', 3],
      ['accessoriesComplete', 'unknown', undefined],
    ])
  })

  it('C店 or MT is enough to know', () => {
    const either = decider.decide({ ...example, 店铺类型: { 之一: ['C店', 'MT'] } })
    expect([either.outcome, either.amount.refund.value]).toEqual(['settled', '80.00'])
  })
})

describe('command-line.md', () => {
  const page = readText('docs/command-line.md')

  it('shows a spreadsheet that is decided as it stands: 88 less 8, and a case with facts missing', () => {
    const [table = ''] = blocksOf(page, 'csv')
    const file = join(temporary, 'orders.csv')
    writeFileSync(file, table)
    const { code, out } = decided(['--json', file])
    const [first, second] = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(code).toBe(0)
    expect(first).toMatchObject({
      row: 2,
      id: '4213456789012345678',
      decision: { amount: { refund: { value: '80.00' } } },
    })
    expect(second).toMatchObject({ row: 3, id: 'A2', decision: { outcome: 'needs-facts' } })
    const [headings = ''] = decided(['--to-csv', file]).out.slice(1).split('\r\n')
    expect(page).toContain(`列：${headings.replaceAll(',', '、')}`)
  })

  it('says rightly what is refused, and what becomes of a row shorter or longer than the headings', () => {
    const lines = (rows: string) => {
      const file = join(temporary, 'rows.csv')
      writeFileSync(file, `申请,实付金额,签收时间,判定时间\n${rows}\n`)
      return decided(['--json', file])
        .out.trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { readonly decision?: Decision; readonly issues?: readonly Issue[] })
    }
    const moment = '2026-06-26 10:00'
    const refused = lines(
      `换货,88,46196.75,${moment}\n换货,88,2026年6月23日,${moment}\n换货,８８.00,,${moment}\n换货,,２０２６/6/23 18:00,${moment}`,
    )
    expect(refused.map(({ issues }) => issues?.length)).toEqual([1, 1, 1, 1])
    for (const { issues } of refused) expect(page).toContain(`\`${issues?.[0]?.found?.replace(' 18:00', '')}\``)
    const [short, blank, long] = lines(`换货,88\n换货,88,,${moment},,\n换货,88,,${moment},多`)
    expect(short?.decision?.missing.map(({ fact }) => fact)).toContain('asOf')
    expect(blank?.decision?.asOf).toBe('2026-06-26 10:00')
    expect(long?.issues?.map(({ code }) => code)).toEqual(['not-accepted'])
  })

  it('says rightly what --presume does to the first row under enforced floors', () => {
    const file = join(temporary, 'presumed.csv')
    writeFileSync(file, blocksOf(page, 'csv')[0] ?? '')
    const refund = (...options: readonly string[]) => {
      const [first = ''] = decided(['--json', file, ...options]).out.split('\n')
      return (JSON.parse(first) as { readonly decision: Decision }).decision.amount.refund
    }
    const enforced = ['--floors', 'enforce']
    expect(refund()).toMatchObject({ value: '80.00' })
    expect(refund(...enforced)).toMatchObject({ atLeast: '80.00', atMost: '88.00' })
    expect(refund('--presume', ...enforced)).toMatchObject({ value: '88.00' })
    expect(page).toContain('只有 `--floors enforce` 时未定，在 80.00 到 88.00 之间')
  })

  it('names the columns that number an order, as they are', () => {
    for (const heading of ID_COLUMNS) expect(page).toContain(`\`${heading}\``)
  })

  function decided(words: readonly string[]): Finished {
    const finished = decideCommand(words, 'zh')
    if (typeof finished === 'function') throw new Error('this goes on')
    return finished
  }
})

describe('words.md', () => {
  const page = readText('docs/words.md')

  it('has every word a case may write beside its id', () => {
    const { facts } = afterSale.declaration
    for (const [id, fact] of Object.entries(facts)) expect(page).toContain(`| ${fact.label.zh} | \`${id}\` | `)
    expect(page).toContain('退货退款 `return-and-refund`')
    expect(page).toContain(
      '| 发货邮费承担 | `outboundPostage` | who bears the outbound postage | `settle` | 买家 `buyer`',
    )
    expect(page).toContain('| 退款协议等待卖家确认中 | `WAIT_SELLER_AGREE` |')
    expect(page).toContain('| 同意退款 | `agree` |')
  })

  it('has the usual value of every fact that has one, and of no other', () => {
    const rows = sectionOf(page, '案情 · Facts').split('\n')
    const usual = new Map(rows.map((line) => line.split(' | ')).map((cells) => [cells[1], cells.at(-1)]))
    for (const [id, fact] of Object.entries(afterSale.declaration.facts)) {
      const cell = usual.get(`\`${id}\``) ?? ''
      if ('usual' in fact) expect([id, cell.includes(`\`${fact.usual}\` |`)]).toEqual([id, true])
      else expect([id, cell]).toEqual([id, ' |'])
    }
    expect(usual.get('`goodsKind`')).toBe('一般商品 `general` |')
    expect(usual.get('`labelRemoved`')).toBe('否 `false` |')
    expect(usual.get('`deposit`')).toBe('无 `none` |')
  })

  it('has every setting, what it has to be and what it is unless set', () => {
    const rows = sectionOf(page, '设置 · Settings').split('\n')
    for (const id of Object.keys(afterSale.declaration.settings)) expect(rows.join('\n')).toContain(`\`${id}\``)
    expect(rows).toContain(
      '| 售后处理天数 | `afterSalePeriodDays` | after-sale period in days | 整数 0 至 365 · an integer | `3` |',
    )
  })
})

describe('the pages of the other models', () => {
  it.each(MODELS.slice(1))('%s: has every fact, and a case the command line decides as it says', (model) => {
    const words = readText(`docs/words-${model}.md`)
    for (const [id, { label }] of Object.entries(domainOf(model).model.declaration.facts))
      expect(words).toContain(`| ${label.zh} | \`${id}\` | `)
    const section = sectionOf(readText(`docs/${model}.md`), '命令行 · On the command line')
    const [written = ''] = blocksOf(section, 'json')
    const file = join(temporary, `${model}.json`)
    writeFileSync(file, written)
    const finished = decideCommand([file, '--model', model], 'zh')
    if (typeof finished === 'function') throw new Error('this goes on')
    expect(finished.code).toBe(0)
    const [, said = ''] = blocksOf(section, '')
    expect(said.trim()).not.toBe('')
    for (const line of said.trimEnd().split('\n')) expect(finished.out).toContain(line)
  })
})

describe('what is presumed', () => {
  it('is 淘宝下单 for the shop, where the remark and the flag hang on it', () => {
    const decider = createDecider({ rules: sop })
    const { 淘宝下单: _, ...rest } = JSON.parse(readText('examples/no-reason-c-shop.json')) as Record<string, unknown>
    expect(decider.decide(rest)).toMatchObject({ outcome: 'settled', presumed: [] })
    expect(decider.decide(rest, { presume: true })).toMatchObject({
      presumed: [{ fact: 'placedOnTaobao' }],
      flag: 'blue',
    })
  })
})

describe('add-a-rule.md', () => {
  const page = readText('docs/add-a-rule.md')

  it('explains every field of the header', () => {
    for (const field of Object.keys(ruleShape.shape))
      if (field !== '$schema') expect(page).toContain(`| \`${field}\` |`)
  })

  const [settings = '', days = '', cases = '', rule = '', parameter = '', ...more] = blocksOf(page, 'json')

  /** The folder `init` writes, with files of the page at the places it names. */
  function shopWith(files: Readonly<Record<string, string>>): string {
    const shop = join(mkdtempSync(join(temporary, 'shop-')), 'my-shop')
    expect(initCommand([shop], 'zh').code).toBe(0)
    for (const [file, text] of Object.entries(files)) {
      if (file !== 'aftersale.json') expect(page).toContain(`\`my-shop/${file}\``)
      mkdirSync(dirname(join(shop, file)), { recursive: true })
      writeFileSync(join(shop, file), text)
    }
    return shop
  }

  const last = (files: Readonly<Record<string, string>>) => {
    const { code, out } = testCommand(['--rules', shopWith(files)], 'zh')
    return [code, out.trimEnd().split('\n').at(-1)]
  }

  const SECOND = { 'aftersale.json': settings, 'fixtures/shop/quality/as-asked.json': days }
  const THIRD = { ...SECOND, 'fixtures/shop/quality/compensation.json': cases, 'shop/quality/compensation.json': rule }

  it('leads to what it says, step by step', () => {
    expect(more).toEqual([])
    for (const [files, says] of [
      [{}, '13 passed, 0 failed'],
      [SECOND, '15 passed, 0 failed'],
      [THIRD, '18 passed, 0 failed'],
    ] as const) {
      expect(last(files)).toEqual([0, says])
      expect(page).toContain(`\`${says}\``)
    }
  })

  it('compares with a dated number and with a setting in words, as it says', () => {
    const leaf = '{ "fact": "gift-threshold" }'
    expect(page).toContain(`"value": ${leaf} }`)
    const inWords = '{ "fact": "rollover", "operator": "equal", "value": "none" }'
    expect(page).toContain(inWords)
    const dated = rule.replace('"value": 200\n', `"value": ${leaf}\n`).replace('"all": [', `"all": [ ${inWords},`)
    const shop = readShop(
      shopWith({
        ...SECOND,
        'shop/quality/compensation.json': dated,
        'parameters/gift-threshold.json': parameter,
      }),
    )
    const [{ 案情: claim }] = (JSON.parse(cases) as { 案例: [{ 案情: object }] }).案例
    const paidOn = (day: string, rollover: 'none' | 'statutory') => {
      const of = { ...shop, settings: { ...shop.settings, rollover } }
      const decided = createDecider(of).safeDecide({ ...claim, 实付金额: '250.00', 付款时间: `${day} 12:00` })
      return decided.ok ? decided.value.answers.compensation.value : decided.issues
    }
    // Paid 250: above 200 until August, below 300 from September on. The claim is of June: only the parameter looks at that day.
    expect(paidOn('2026-06-18', 'none')).toBe('10.00')
    expect(paidOn('2026-06-18', 'statutory')).toBeUndefined()
    const later = { ...claim, 签收时间: '2026-09-20 12:00', 申请时间: '2026-09-23 10:00', 判定时间: '2026-10-01 09:00' }
    const decider = createDecider({ ...shop, settings: { ...shop.settings, rollover: 'none' } })
    const inSeptember = decider.safeDecide({ ...later, 实付金额: '250.00', 付款时间: '2026-09-01 00:00' })
    const inAugust = decider.safeDecide({ ...later, 实付金额: '250.00', 付款时间: '2026-08-31 23:59' })
    expect(inSeptember).toMatchObject({ ok: true, value: { answers: { compensation: { status: 'silent' } } } })
    expect(inAugust).toMatchObject({ ok: true, value: { answers: { compensation: { value: '10.00' } } } })
  })

  it('its cases notice when a number is another', () => {
    expect(last({ ...SECOND, 'aftersale.json': settings.replace('10 }', '9 }') })).toEqual([1, '14 passed, 1 failed'])
    expect(last({ ...SECOND, 'aftersale.json': settings.replace('10 }', '11 }') })).toEqual([1, '14 passed, 1 failed'])
    for (const value of ['199.99', '200.01'])
      expect(last({ ...THIRD, 'shop/quality/compensation.json': rule.replace('200\n', `${value}\n`) })).toEqual([
        1,
        '17 passed, 1 failed',
      ])
  })

  it('names files that init writes', () => {
    const shop = shopWith({})
    const named = [...page.matchAll(/`my-shop\/([\w/-]+\.(?:json|md))`/g)].map(([, file = '']) => file)
    const own = named.filter((file) => !(file in THIRD) && !file.startsWith('parameters/'))
    expect(own.length).toBeGreaterThan(2)
    for (const file of own) expect(existsSync(join(shop, file)), file).toBe(true)
  })

  /** A decider of one rule with one condition. */
  function load(condition: unknown): Decider {
    const about = { id: 'shop/a', title: '甲', layer: 'shop', effective: { from: '2020-01-01' } }
    const source = { document: 'a', clause: '1', summary: '甲' }
    const event = { type: 'settle', params: { verdict: 'accept' } }
    return createDecider({
      rules: [
        { id: 'a', name: { zh: '甲', en: 'a' }, checked: '2026-01-01' },
        { ...about, source, conditions: { all: [condition] }, event },
      ],
    })
  }

  it('says how money is written in a rule, as rules do', () => {
    const [, leaf = ''] = /`(\{ "fact": "paid"[^`{]*\})`/.exec(page) ?? []
    expect(
      load(JSON.parse(leaf)).decide({ 实付金额: '99.51', 判定时间: '2026-06-26 10:00' }).answers.verdict.value,
    ).toBe('accept')
    expect(() => load({ ...(JSON.parse(leaf) as object), value: '99.50' })).toThrow(AfterSaleError)
  })

  it('says rightly that rules are written in ids', () => {
    const [chinese, id] = [/`"value": ("C店")`/, /`"value": ("c-shop")`/].map((word) => word.exec(page)?.[1] ?? '')
    const type = (value = ''): object => ({ fact: 'shopType', operator: 'equal', value: JSON.parse(value) as unknown })
    expect(() => load(type(chinese))).toThrow('「店铺类型」的值「C店」不在可用范围内')
    const decider = load(type(id))
    expect(decider.decide({ 店铺类型: 'C店', 判定时间: '2026-06-26 10:00' }).answers.verdict.value).toBe('accept')
  })

  it('the folder held up as an example passes', () => {
    const { code, out } = testCommand(['--rules', join(ROOT, 'examples/my-shop')], 'zh')
    expect([code, out]).toEqual([0, '5 passed, 0 failed\n'])
  })
})
