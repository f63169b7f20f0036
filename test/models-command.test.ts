// The commands on a folder that holds rules of two models: each sees its own, and `--model` says which is meant.
// Expected lines are told from the three rules below, by hand.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coverageCommand } from '../src/cli/coverage.js'
import { decideCommand } from '../src/cli/decide.js'
import { diffCommand } from '../src/cli/diff.js'
import { generateCommand } from '../src/cli/generate.js'
import { mutateCommand } from '../src/cli/mutate.js'
import type { Finished } from '../src/cli/problem.js'
import type { Ongoing } from '../src/cli/terminal.js'
import { testCommand } from '../src/cli/test.js'
import { verifyCommand } from '../src/cli/verify.js'
import { MODELS, modelOfPath } from '../src/models/domains.js'
import { reviews } from '../src/models/reviews/model.js'
import { workplace } from './support/command-line.js'
import { onDay, withinSeven } from './support/own-shop.js'
import { terminal } from './support/terminal.js'

const place = workplace()
const path = (name: string) => join(place.folder, name)
const rules = path('rules')

const header = { source: { document: 'own', clause: '1', summary: '自定' }, effective: { from: '2012-01-01' } }

/** A complaint of harassment may be raised; of anything else it is not said. */
const harassment = {
  id: 'platform/taobao/complaints/harassment',
  title: '恶意骚扰：可以发起',
  layer: 'platform',
  ...header,
  conditions: { all: [{ fact: 'kind', operator: 'equal', value: 'harassment' }] },
  event: { type: 'settle', params: { eligible: 'yes', deadlines: { raise: { days: 15, after: 'finishedAt' } } } },
}

const AS_OF = '2026-06-10 10:00'
const HARASSED = { 维权类型: '恶意骚扰', 交易成功时间: '2026-06-01 10:00', 判定时间: AS_OF }

beforeAll(() => {
  place.write('rules/aftersale.json', { extends: [], omit: [], settings: { denseContactLimit: 4 } })
  place.write('rules/shop/within-seven.json', withinSeven)
  place.write(`rules/${harassment.id}.json`, harassment)
  place.write('rules/fixtures/shop/within-seven.json', { 规则: withinSeven.id, 案例: [onDay(4, '退货退款', '支持')] })
  place.write(`rules/fixtures/${harassment.id}.json`, {
    规则: harassment.id,
    案例: [
      { 名称: '骚扰', 案情: HARASSED, 期望: { 可否发起: '可以发起', 期限: { 发起截止: '2026-06-16' } } },
      { 名称: '没收到货', 案情: { ...HARASSED, 维权类型: '未收到货' }, 期望: { 可否发起: '无' } },
    ],
  })
  place.write('rules/fixtures/scenarios/complaints/one.json', {
    故事: '骚扰',
    层: ['店铺', '平台'],
    步骤: [{ 发生: '夜里来电', 案情: HARASSED, 期望: { 可否发起: '可以发起' } }],
  })
  place.write('complaint.json', HARASSED)
  place.write('complaints.csv', `维权类型,交易成功时间,判定时间\n恶意骚扰,2026-06-01 10:00,${AS_OF}\n`)
  place.write('newer/aftersale.json', { model: 'complaints', extends: [] })
  place.write('newer/platform/harassment.json', {
    ...harassment,
    id: 'platform/harassment',
    event: { type: 'settle', params: { eligible: 'no' } },
  })
})

afterAll(place.remove)

async function ended(done: Finished | Ongoing): Promise<Finished> {
  if (typeof done !== 'function') return done
  const kept = terminal()
  const code = await done(kept)
  return { code, out: kept.printed.join(''), err: kept.noted.join('') }
}

const own = ['--rules', rules, '--model', 'complaints']

describe('decide', () => {
  it('shows a sheet of the model, with the date a deadline comes to', async () => {
    const { code, out } = await ended(decideCommand([path('complaint.json'), ...own], 'zh'))
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toBe('维权处理单')
    expect(out).toMatch(/可否发起 +可以发起 +← 恶意骚扰：可以发起/)
    expect(out).toContain('最后一天 2026-06-16')
  })

  it('counts what is open of one question in one row, and leaves none out', async () => {
    const file = path(place.write('review.json', { 平台: '快手', 星级: 1, 判定时间: AS_OF }))
    const words = [file, '--model', 'reviews']
    const { answers } = JSON.parse((await ended(decideCommand([...words, '--json'], 'zh'))).out)
    const { out } = await ended(decideCommand(words, 'zh'))
    const { questions } = reviews.declaration
    const openOf = (group: object) =>
      Object.values(group).filter(({ status, arises }) => status === 'open' && arises !== 'no').length
    for (const group of ['offer', 'sanctions', 'complaintGrounds'] as const) {
      expect(openOf(answers[group])).toBeGreaterThan(1)
      expect(out).toMatch(new RegExp(`^ {2}${questions[group].label.zh} +${openOf(answers[group])} 项未定：`, 'm'))
      expect(out).not.toContain(`${questions[group].label.zh}·`)
    }
    expect(out).toMatch(new RegExp(`^ {2}可能要做 {2}${openOf(answers.tasks)} 项未定：`, 'm'))
    const isOpen = (answer: object) => openOf('status' in answer ? [answer] : answer) > 0
    const open = Object.values<object>(answers).filter(isOpen)
    expect(out.split('\n').filter((line) => line.includes('未定'))).toHaveLength(open.length)
  })

  it('lists the rows of a table under the labels of the model', async () => {
    const { out } = await ended(decideCommand([path('complaints.csv'), ...own], 'zh'))
    expect(out).toContain('第 2 行  可处理；可否发起 可以发起；期限 发起截止 2026-06-16')
  })

  it('lists a penalty with its figure and a remark with its text, and what is open as open', async () => {
    const counted = `平台,咨询用户数,有效回复用户数,用语不文明,判定时间,记录完整\n拼多多,120,59,是,${AS_OF},是\n拼多多,120,,,${AS_OF},是\n`
    const days = path(place.write('days.csv', counted))
    const fine = '处罚 扣收违约金 1000.00 元、全部商品下架，禁止上新、上架 3 天'
    const lines = (await ended(decideCommand([days, '--model', 'service-levels'], 'zh'))).out.split('\n')
    expect(lines[0]).toContain(`；${fine}`)
    expect(lines[1]).toMatch(/^第 3 行 {2}需补充信息；.*；处罚 扣收违约金（未定）；缺少 有效回复用户数$/)
    const table = (await ended(decideCommand([days, '--model', 'service-levels', '--to-csv'], 'zh'))).out
    expect(table).toContain('扣收违约金 1000.00 元、全部商品下架，禁止上新、上架 3 天')

    const written = `平台,星级,评价原文,处理人,已为评价联系,进展,判定时间,交易成功时间,记录完整\n快手,3,颜色偏暗,宾,是,,${AS_OF},,是\n快手,1,颜色偏暗,宾,否,,${AS_OF},2026-06-09 09:00,是\n`
    const rows = path(place.write('reviews.csv', written))
    const [both, one] = (await ended(decideCommand([rows, '--model', 'reviews'], 'zh'))).out.split('\n')
    expect(both).toContain('；备注 颜色偏暗宾；6-10{进展}宾（待填：进展）；旗帜 紫')
    // Whether there is content nobody wrote: the deadline of the reply is open.
    expect(one).toContain('；备注 颜色偏暗宾；旗帜 紫；期限 评价截止 2026-06-24、回复期限（未定）')
  })

  it('shows an open deadline on the sheet with what it waits for', async () => {
    const facts = {
      平台: '快手',
      星级: 1,
      交易成功时间: '2026-06-09 09:00',
      评价时间: '2026-06-10 09:00',
      判定时间: AS_OF,
      记录完整: true,
    }
    const file = path(place.write('one-star.json', facts))
    const { out } = await ended(decideCommand([file, '--model', 'reviews'], 'zh'))
    expect(out).toContain('  回复期限  未定，可能为：评价时间后 24 小时内、没有（先要问：评价有内容）\n')
  })

  it('shows an open remark beside one that is sure, and what is to be asked first of what is open', async () => {
    const facts = {
      平台: '快手',
      星级: 1,
      评价有内容: true,
      评价原文: '颜色偏暗',
      处理人: '宾',
      不影响二次销售: true,
      评价时间: '2026-06-10 09:00',
      判定时间: AS_OF,
    }
    const file = path(place.write('not-all-kept.json', facts))
    const { out } = await ended(decideCommand([file, '--model', 'reviews'], 'zh'))
    expect(out).toContain('结论状态  可处理')
    expect(out).toMatch(/\n {2}备注 +颜色偏暗宾 +←.*\n {2}备注 +评价进展备注（未定）（先要问：已为评价联系）\n/)
    // Whether the buyer is hostile tells whether a return or exchange may be free of charge.
    expect(out).toMatch(/\n {2}可提供·免费退换 +未定，可能为：是、否（先要问：买家态度恶劣）\n/)
  })

  it('says of a conflict that it is one, in rows and in cells, and never that it is open', async () => {
    const rule = (id: string, when: object, params: object) =>
      place.write(`clash/shop/${id}.json`, {
        id: `shop/${id}`,
        title: id,
        layer: 'shop',
        ...header,
        source: { ...header.source, document: 'after-sale-duties' },
        conditions: { all: [when] },
        event: { type: 'settle', params },
      })
    place.write('clash/aftersale.json', { model: 'reviews', extends: ['reviews'] })
    rule('no-week', { fact: 'shopType', operator: 'equal', value: 'c-shop' }, { deadlines: { handle: null } })
    rule('no-note', { fact: 'contacted', operator: 'equal', value: true }, { remark: { 'review-progress': false } })
    const facts = `平台,店铺类型,评价等级,评价原文,处理人,已为评价联系,评价时间,判定时间,记录完整`
    const case_ = ['淘宝', 'C店', '差评', '料子太薄', '宾', '是', '2026-06-09 09:00', AS_OF, '是']
    const keys = facts.split(',')
    const file = path(
      place.write('clash.json', Object.fromEntries(keys.map((key, i) => [key, case_[i] === '是' ? true : case_[i]]))),
    )
    const words = ['--rules', path('clash'), '--model', 'reviews']
    const { out } = await ended(decideCommand([file, ...words], 'zh'))
    expect(out).toMatch(/\n {2}处理期限 +规则互相冲突 +← .*no-week/)
    expect(out).toMatch(/\n {2}备注 +评价进展备注（规则互相冲突）\n/)
    expect(out).not.toContain('可能为：规则互相冲突')
    const table = path(place.write('clash.csv', `${facts}\n${case_.join(',')}\n`))
    const list = (await ended(decideCommand([table, ...words], 'zh'))).out
    expect(list).toContain('备注 料子太薄宾、评价进展备注（规则互相冲突）')
    expect(list).toContain('处理期限（规则互相冲突）')
  })

  it('has the explanation for the shop, and none for a buyer', async () => {
    const shop = await ended(decideCommand([path('complaint.json'), ...own, '--explain', 'shop'], 'zh'))
    expect(shop.out).toContain('可否发起：可以发起（依据：恶意骚扰：可以发起）')
    const buyer = await ended(decideCommand([path('complaint.json'), ...own, '--explain', 'buyer'], 'zh'))
    expect(buyer).toMatchObject({ code: 64, out: '' })
    expect(buyer.err).toContain('「维权」没有给买家的话')
  })

  it('takes a model by its Chinese name, as every command does', async () => {
    const inChinese = ['--rules', rules, '--model', '维权']
    const { code, out } = await ended(decideCommand([path('complaint.json'), ...inChinese], 'zh'))
    expect([code, out.split('\n')[0]]).toEqual([0, '维权处理单'])
    expect((await ended(testCommand(inChinese, 'zh'))).out).toBe('3 passed, 0 failed\n')
    expect((await ended(coverageCommand(inChinese, 'zh'))).out).toBe('覆盖 100%（5 处中的 5 处）\n')
    expect((await ended(generateCommand([harassment.id, ...inChinese], 'zh'))).code).toBe(0)
    const other = await ended(decideCommand([path('complaint.json'), '--model', '物流'], 'zh'))
    expect([other.code, other.err.split('\n')[0]]).toEqual([
      64,
      '选项 --model 的值「物流」不在可用范围内；可用：售后、评价、维权、服务水平',
    ])
  })

  it('names the nearest model for one there is not', async () => {
    const { code, err } = await ended(decideCommand([path('complaint.json'), '--model', 'complaint'], 'zh'))
    expect(code).toBe(64)
    expect(err).toContain('选项 --model 的值「complaint」不在可用范围内；最接近的是「complaints」')
  })

  it('names the model whose facts a case is written in, beside every problem found', async () => {
    const file = path('complaint.json')
    const { code, err } = await ended(decideCommand([file, '--rules', rules], 'zh'))
    expect(code).toBe(1)
    expect(err.split('\n').filter((line) => line.includes('案情「维权类型」不在可用范围内'))).toHaveLength(1)
    expect(err.split('\n').slice(-2)).toEqual([`${file}：维权类型是「维权」的事实；请试 --model complaints`, ''])
    const english = await ended(decideCommand([file, '--rules', rules], 'en'))
    expect(english.err.split('\n').at(-2)).toBe(
      `${file}: 维权类型: facts of "rights complaints"; try --model complaints`,
    )
    const rows = path('complaints.csv')
    for (const words of [[rows], [rows, '--json'], [rows, file]]) {
      const { err: said } = await ended(decideCommand([...words, '--rules', rules], 'zh'))
      expect(said).toContain(`${rows}：维权类型是「维权」的事实；请试 --model complaints\n`)
    }
  })

  it('names no other model where a case fits none better than the one it was read as', async () => {
    const slip = place.write('slip.json', { 申请: '换货', 原因: '七天无理由', 维权类型: '恶意骚扰' })
    const { code, err } = await ended(decideCommand([path(slip), '--rules', rules], 'zh'))
    expect(code).toBe(1)
    expect(err).not.toContain('--model')
    const both = place.write('both.json', { 平台: '快手' })
    expect((await ended(decideCommand([path(both), '--rules', rules], 'zh'))).err).toContain(
      '平台是「评价」「服务水平」的事实；请试 --model reviews 或 --model service-levels\n',
    )
  })
})

describe('test', () => {
  it('runs every fixture, each as its own model', async () => {
    const { code, out } = await ended(testCommand(['--rules', rules], 'zh'))
    expect(out).toBe('4 passed, 0 failed\n')
    expect(code).toBe(0)
  })

  it('runs those of one model', async () => {
    expect((await ended(testCommand(own, 'zh'))).out).toBe('3 passed, 0 failed\n')
    expect((await ended(testCommand(['--rules', rules, '--model', 'after-sale'], 'zh'))).out).toBe(
      '1 passed, 0 failed\n',
    )
  })

  it('loads the rules of every model the folder has any of, whether a fixture tries them or not', async () => {
    const sources = [{ id: 'own', name: { zh: '自定', en: 'Own' }, checked: '2026-01-01', adress: 'x' }]
    const folder = path('untried')
    place.write('untried/aftersale.json', { extends: ['reviews'], omit: ['shop/complaints/none'] })
    place.write('untried/shop/within-seven.json', withinSeven)
    place.write('untried/fixtures/shop/within-seven.json', {
      规则: withinSeven.id,
      案例: [onDay(4, '退货退款', '支持')],
    })
    place.write('untried/shop/reviews/late.json', { ...harassment, id: 'shop/reviews/late', layer: 'shopp' })
    const { code, out, err } = await ended(testCommand(['--rules', folder], 'zh'))
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('untried/shop/reviews/late.json › layer：')
    expect(err).toContain('untried/aftersale.json › omit：要去掉的规则「shop/complaints/none」不在可用范围内')
    // Of one model, that model's rules alone.
    const one = await ended(testCommand(['--rules', folder, '--model', 'after-sale'], 'zh'))
    expect([one.code, one.out]).toEqual([0, '1 passed, 0 failed\n'])
    // What every model reads is said once.
    place.write('untried/sources.json', sources)
    const said = (await ended(testCommand(['--rules', folder], 'zh'))).err.match(/› adress：/g)
    expect(said).toHaveLength(1)
  })

  it('fails where there is none of the model', async () => {
    const { code, err } = await ended(testCommand(['--rules', rules, '--model', 'reviews'], 'zh'))
    expect(code).toBe(1)
    expect(err).toContain('没有找到案例文件')
  })
})

describe('what proves and tries out', () => {
  it('verify proves about the rules of the model alone', async () => {
    const { code, out } = await ended(verifyCommand([...own, '--question', 'eligible', '--reporter', 'json'], 'zh'))
    // Whoever does not complain of harassment has no answer: a gap.
    expect(code).toBe(1)
    const { checks } = JSON.parse(out) as { checks: { check: string; question?: string; verdict: string }[] }
    expect(checks.find(({ check }) => check === 'no-gap')).toMatchObject({ question: 'eligible', verdict: 'refuted' })
    expect(JSON.stringify(checks)).not.toContain('within-seven')
  })

  it('coverage counts the points of its rules: decides, fails, true, false, and the pair between', async () => {
    const { code, out } = await ended(coverageCommand(own, 'zh'))
    expect(out).toBe('覆盖 100%（5 处中的 5 处）\n')
    expect(code).toBe(0)
  })

  it('mutate changes its rules: the fixtures notice all', async () => {
    const { code, out } = await ended(mutateCommand(own, 'zh'))
    expect(out).toMatch(/^\d+ 处改动：.*没有案例发现 0\n$/)
    expect(code).toBe(0)
  })

  it('generate prints cases of its rule', async () => {
    const { code, out } = await ended(generateCommand([harassment.id, ...own], 'zh'))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ 规则: harassment.id, 案例: [{ 案情: { 维权类型: '恶意骚扰' } }, {}] })
  })

  it('diff compares the model’s rules, whichever model each folder is for', async () => {
    const { code, out } = await ended(diffCommand([rules, path('newer'), '--model', 'complaints'], 'zh'))
    expect(code).toBe(0)
    expect(out).toContain('可否发起：可以发起 → 不可发起')
    const mixed = await ended(diffCommand([rules, path('newer')], 'zh'))
    expect(mixed.code).toBe(1)
    expect(mixed.err).toContain('一边是「售后」的规则，一边是「维权」的')
  })
})

describe('which model a document is of', () => {
  it.each([
    ['shop/reviews/late', 'reviews'],
    ['shop/reviews/conditions/late', 'reviews'],
    ['platform/taobao/complaints/late', 'complaints'],
    ['platform/complaints/late', 'complaints'],
    ['parameters/service-levels/fine', 'service-levels'],
    ['shop/reviews', 'after-sale'],
    ['shop/postage/reviews/late', 'after-sale'],
    ['shop/refund/late', 'after-sale'],
  ])('%s: %s', (id, model) => {
    expect(modelOfPath(id)).toBe(model)
  })

  it('all that ship are there', () => {
    expect(MODELS).toEqual(['after-sale', 'reviews', 'complaints', 'service-levels'])
  })
})
