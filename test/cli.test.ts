// The command line as a person runs it: a process of its own, files in a folder of their own, what it prints and how
// it ends. Expected texts are worked out by hand.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workplace } from './support/command-line.js'

const root = fileURLToPath(new URL('..', import.meta.url))

const { folder, write, run, remove } = workplace()

afterAll(remove)

const dress = {
  申请: '退货退款',
  原因: '七天无理由',
  店铺类型: 'C店',
  交易状态: '待收货',
  包邮: true,
  实付金额: '88.00',
  发货邮费: '8.00',
  判定时间: '2026-06-26 10:00',
  签收时间: '2026-06-23 18:00',
  申请时间: '2026-06-26 10:00',
  不影响二次销售: true,
  配件齐全: true,
  记录完整: true,
}

const english = {
  requested: 'return-and-refund',
  reason: 'no-reason',
  shopType: 'c-shop',
  tradeState: 'WAIT_BUYER_CONFIRM_GOODS',
  freeShipping: true,
  paid: '88.00',
  outboundPostageCost: '8.00',
  asOf: '2026-06-26 10:00',
  signedAt: '2026-06-23 18:00',
  appliedAt: '2026-06-26 10:00',
  resaleable: true,
  accessoriesComplete: true,
  recordsComplete: true,
}

const deducted = '无理由退款，包邮商品，C店与MT：从退款中扣除发货邮费'

describe('aftersale decide', () => {
  it('prints a sheet whose columns line up although Chinese takes two cells', () => {
    const { code, out, err } = run(['decide', write('dress.json', dress)])
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toContain(
      ['售后处理单', '══════════', '结果', '  结论状态  可处理', '  判定时间  2026-06-26 10:00', '', '答案', ''].join(
        '\n',
      ),
    )
    // The widest label, 联系须知·夜间不联系, takes 19 cells; the widest text with rules, 自动答复, takes 8.
    expect(out).toContain(`\n  发货邮费承担         买家      ← ${deducted}\n`)
    expect(out).toContain(`\n  扣除项·扣发货邮费    是        ← ${deducted}\n`)
    expect(out).toContain('\n  退款金额      80.00 元\n    退款基数    88.00 元\n    扣发货邮费  -8.00 元\n')
    expect(out).toMatch(/\n规则集 [0-9a-f]{12}\n本结果不是法律意见。\n$/)
  })

  it('reads an English case, a byte order mark, and prints English', () => {
    const { code, out } = run(['decide', write('english.json', `\ufeff${JSON.stringify(english)}`), '--lang', 'en'])
    expect(code).toBe(0)
    expect(out).toContain('\n  outcome        settled\n')
    expect(out).toContain('\n  refund                       80.00 yuan\n')
    expect(out).toMatch(/\nThis is not legal advice\.\n$/)
  })

  it('prints the same decision as JSON for both languages of a case, from a file or from standard input', () => {
    const fromFile = run(['decide', '--json', write('dress.json', dress)])
    const fromInput = run(['decide', '-', '--json'], JSON.stringify(english))
    const decision = JSON.parse(fromFile.out) as { outcome: string; amount: { refund: { value: string } } }
    expect(decision.outcome).toBe('settled')
    expect(decision.amount.refund.value).toBe('80.00')
    expect(fromInput.out).toBe(fromFile.out)
  })

  it('says to the buyer what a buyer may read', () => {
    const { out } = run(['decide', write('dress.json', dress), '--explain', 'buyer'])
    expect(out.split('\n').slice(0, 2)).toEqual(['您好，您的申请可以办理。', '寄回邮费由您承担。'])
    // The shop deducts the outbound postage, which the law may not allow: nothing is asserted of it.
    expect(out).not.toContain('80.00')
    expect(out).toContain('退款金额、发货邮费由谁承担：我们再核对后答复您。')
    write('shop-alone/aftersale.json', { extends: ['sop'] })
    const shop = run(['decide', 'dress.json', '--explain', 'buyer', '--rules', 'shop-alone'])
    expect(shop.out).toContain('退款金额 80.00 元：实付金额 88.00 元，扣发货邮费 8.00 元。')
    expect(run(['decide', 'dress.json', '--explain=shop', '--lang=en']).out).toContain(
      '\n[Amounts]\nrefund: 80.00 yuan\n',
    )
  })

  it('takes the Chinese words of options as the ids they stand for', () => {
    write('dress.json', dress)
    const same = (inChinese: readonly string[], ids: readonly string[]) => {
      const said = run(['decide', 'dress.json', ...inChinese])
      expect(said).toEqual(run(['decide', 'dress.json', ...ids]))
      expect(said.code).toBe(0)
    }
    same(['--explain', '买家'], ['--explain', 'buyer'])
    same(['--explain=店铺'], ['--explain=shop'])
    same(['--floors', '执行'], ['--floors', 'enforce'])
    same(['--floors', '提示'], [])
    expect(run(['decide', 'dress.json', '--floors', '执行']).out).not.toBe(run(['decide', 'dress.json']).out)
  })

  it('shows a remark and a flag that are open, and what they wait for', () => {
    const { out } = run(['decide', write('dress.json', dress)])
    expect(out).toContain('\n  备注  未定，可能为：退换货备注、不写（先要问：淘宝下单）\n')
    expect(out).toMatch(/\n {2}旗帜 {2}未定，可能为：.*蓝.*（先要问：淘宝下单）\n/)
    expect(run(['decide', 'dress.json', '--lang', 'en']).out).toMatch(
      /\n {2}flag +open: .*blue.* \(ask first: placed on Taobao\)\n/,
    )
    const known = run(['decide', '-'], JSON.stringify({ ...dress, 淘宝下单: false })).out
    expect(known).not.toContain('旗帜')
  })

  it('ends with 0 when facts are missing: that is a decision too', () => {
    const { code, out } = run(['decide', '-'], '{"申请": "换货"}')
    expect(code).toBe(0)
    expect(out).toContain('\n  结论状态  需补充信息\n')
    expect(out).toMatch(/\n {2}原因 +请问是什么原因呢？（问买家、店铺）\n/)
  })

  it('names line and column of a slip in the JSON, and what to write instead', () => {
    write('slip.json', '{\n  "申请": “换货”\n}\n')
    const { code, out, err } = run(['decide', 'slip.json'])
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toBe('有 1 处需要改：\nslip.json:2:9：第 2 行第 9 列，这里应是一个值；「“」请改用英文标点\n')
    expect(run(['decide', 'slip.json', '--lang', 'en']).err).toBe(
      '1 problem:\nslip.json:2:9: line 2, column 9: a value is expected here; "“" is not ASCII punctuation\n',
    )
  })

  it('reports every problem of a case at once', () => {
    write('wrong.json', { 申请: '换货', 原音: '七天无理由', 实付金额: 88 })
    const { code, err } = run(['decide', 'wrong.json'])
    expect(code).toBe(1)
    expect(err.split('\n').slice(0, 3)).toEqual([
      '有 2 处需要改：',
      'wrong.json › 原音：案情「原音」不在可用范围内；最接近的是「原因」',
      'wrong.json › 实付金额：「实付金额」的值「88」不可用；应为 0 到 1000000 元、最多两位小数的字符串，如 "88.00"',
    ])
  })

  it('says that a file is not there, is an empty folder, or is not UTF-8', () => {
    mkdirSync(join(folder, 'a-folder'))
    writeFileSync(join(folder, 'gbk.json'), Buffer.from([0x7b, 0x22, 0xc9, 0xea, 0x22, 0x7d]))
    expect(run(['decide', 'nowhere.json']).err).toBe('有 1 处需要改：\nnowhere.json：找不到这个文件\n')
    expect(run(['decide', 'a-folder']).err).toBe('有 1 处需要改：\na-folder：没有找到案件（.json、.csv）\n')
    expect(run(['decide', 'gbk.json']).err).toBe('有 1 处需要改：\ngbk.json：不是 UTF-8 编码的文件，请另存为 UTF-8\n')
  })
})

describe('a file that is no case', () => {
  it('a fixture is run, or its case taken out of it', () => {
    const said = '这是案例文件，不是案件：运行它用 aftersale test；要处理里面的案件，只留「案情」后面 { } 的那一段'
    write('fixture.json', { 规则: 'refund/gift', 案例: [{ 名称: '退', 案情: dress, 期望: { 结论: '支持' } }] })
    write('wrapped.json', { 案情: dress })
    write('story.json', { 故事: '退货', 层: ['店铺'], 步骤: [{ 发生: '申请', 案情: dress, 期望: {} }] })
    for (const file of ['fixture.json', 'wrapped.json', 'story.json'])
      expect(run(['decide', file])).toEqual({ code: 1, out: '', err: `有 1 处需要改：\n${file}：${said}\n` })
    const { code, out, err } = run(['decide', write('dress.json', dress), 'wrapped.json', '--json', '--lang', 'en'])
    expect([code, out.split('\n').length]).toEqual([1, 3])
    expect(err).toContain('wrapped.json: this is a fixture and no case: run it with aftersale test;')
  })

  it('more cases than one: a file each, or a line each', () => {
    const list = '这里是一个列表；一个文件写一个案件，或一行一个案件存成 .ndjson，用 --ndjson 处理'
    expect(run(['decide', write('list.json', [dress, english])]).err).toBe(`有 1 处需要改：\nlist.json：${list}\n`)
    const lines = write('lines.ndjson', `${JSON.stringify(dress)}\n${JSON.stringify(english)}\n`)
    const said = '一行一个案件的文件要加 --ndjson：aftersale decide --ndjson 文件'
    expect(run(['decide', lines]).err).toBe(`有 1 处需要改：\nlines.ndjson：${said}\n`)
    expect(run(['decide', lines, 'dress.json']).err).toContain(`lines.ndjson：${said}\n`)
    expect(run(['decide', 'gone.jsonl', '--lang', 'en']).err).toBe('1 problem:\ngone.jsonl: there is no such file\n')
    // One line is one case.
    expect(run(['decide', write('one.jsonl', `${JSON.stringify(dress)}\n`)]).code).toBe(0)
  })

  it('a workbook has to be saved as CSV first, whatever it is called', () => {
    const zipped = Buffer.from('504b03041400060008000000', 'hex')
    const said = '这是表格软件的工作簿（.xlsx、.xls）；请另存为「CSV UTF-8（逗号分隔）」，用那个 .csv 文件'
    expect(run(['decide', write('real.xlsx', zipped)]).err).toBe(`有 1 处需要改：\nreal.xlsx：${said}\n`)
    expect(run(['decide', write('real.csv', zipped)]).err).toContain(`real.csv：${said}\n`)
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    expect(run(['decide', '--csv', write('old.xls', old), '--lang', 'en']).err).toContain(
      'old.xls: this is a workbook (.xlsx, .xls); save it as "CSV UTF-8 (comma delimited)" and use that .csv file\n',
    )
  })
})

describe('usage', () => {
  it('shows help and version', () => {
    const help = run(['--help'])
    expect(help.code).toBe(0)
    for (const word of [
      'decide',
      'test',
      '--json',
      '--explain',
      '--presume',
      '--floors',
      '--rules',
      '--reporter',
      '--lang',
    ]) {
      expect(help.out).toContain(word)
    }
    expect(help.out).toContain('64  命令写法不对')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(run(['--version']).out).toBe(`${version}\n`)
    expect(run(['decide', '--help', '--lang', 'en']).out).toMatch(
      /^Usage\n {2}aftersale decide CASE.json .*\n {2}64 {2}wrong usage\n/s,
    )
  })

  it('ends with 64 and names the nearest option, value or command', () => {
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['decide', 'dress.json', '--explian', 'buyer'], '选项「--explian」不在可用范围内；最接近的是「--explain」'],
      [
        ['decide', 'dress.json', '--floors', 'enforced'],
        '选项 --floors 的值「enforced」不在可用范围内；最接近的是「enforce」',
      ],
      [['decide', 'dress.json', '--json=yes'], '选项 --json 后面不跟值'],
      [['decide', 'dress.json', '--rules'], '选项 --rules 后面要写值'],
      [['decide'], '要处理一个案件：aftersale decide 案件.json'],
      [['decide', 'dress.json', '--json', '--explain', 'shop'], '--json、--explain、--to-csv、--ndjson 只能用一个'],
      [['decyde'], '没有命令「decyde」；可用：decide、day、test、coverage、mutate、generate、verify、diff、init'],
    ]
    for (const [words, message] of cases) {
      expect(run(words)).toEqual({ code: 64, out: '', err: `${message}\n用法见 aftersale --help\n` })
    }
  })
})

const manual = { id: 'shop-manual', name: { zh: '店铺售后手册', en: 'Manual of the shop' }, checked: '2026-11-01' }

function rule(id: string, title: string, conditions: object, params: object): object {
  return {
    id,
    title,
    layer: 'shop',
    source: { document: 'shop-manual', clause: '第1条', summary: title },
    effective: { from: '2020-01-01' },
    conditions,
    event: { type: 'settle', params },
  }
}

const isGift = { all: [{ fact: 'giftOrder', operator: 'equal', value: true }] }
const giftRule = rule('refund/gift', '礼品单全额退', isGift, { verdict: 'accept', refundBase: 'full' })
const giftFact = {
  giftOrder: {
    kind: 'boolean',
    label: { zh: '礼品单', en: 'gift order' },
    role: 'record',
    ask: ['shop'],
    question: { zh: '请问是礼品单吗？', en: 'Is it a gift order?' },
  },
}

describe('rules of one’s own', () => {
  it('takes documents, lists of documents, facts and settings from a folder', () => {
    write('gifts/sources.json', [manual])
    write('gifts/refund/gift.json', giftRule)
    write('gifts/aftersale.json', { extends: [] })
    write('gifts/facts.json', giftFact)
    write('gifts/fixtures/gift.json', { 规则: 'refund/gift', 案例: [] })
    const { code, out, err } = run(
      ['decide', '-', '--rules', 'gifts'],
      '{"礼品单": true, "实付金额": "50.00", "申请": "仅退款", "判定时间": "2026-06-26 10:00", "记录完整": true}',
    )
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toContain('\n  结论      支持  ← 礼品单全额退\n')
    expect(out).toContain('\n  退款金额              50.00 元\n')
  })

  it('brings the shipped packs in and leaves single rules out', () => {
    const omitted = 'shop/postage/no-reason-free-shipping-refund-c-shop'
    write('omitting/aftersale.json', { extends: ['sop'], omit: [omitted], settings: { commissionRate: 0.03 } })
    const { out } = run(['decide', write('dress.json', dress), '--json', '--rules', 'omitting'])
    expect(out).toContain('shop/no-reason/within-seven-days')
    expect(out).not.toContain(omitted)
  })

  it('reports what is wrong in every file of the folder, each under its name', () => {
    write('broken/refund/gift.json', { ...(giftRule as object), titel: 'x' })
    write('broken/two.json', '[1, 2,]')
    write('broken/aftersale.json', { extends: ['sopp'] })
    write('broken/facts.json', { giftOrder: { ...giftFact.giftOrder, ask: ['shopp'] } })
    const { code, err } = run(['decide', write('dress.json', dress), '--rules', 'broken'])
    expect(code).toBe(1)
    expect(err).toContain('有 3 处需要改：\n')
    expect(err).toContain('broken/two.json:1:7：第 1 行第 7 列，这里应是一个值；前面多了一个逗号\n')
    expect(err).toContain('broken/aftersale.json › extends[0]：')
    expect(err).toContain('broken/facts.json › giftOrder.ask[0]：')
    write('broken/two.json', [rule('my/other', '另一条', isGift, { verdikt: 'accept' })])
    write('broken/aftersale.json', { omit: ['my/nothing'] })
    write('broken/facts.json', giftFact)
    const second = run(['decide', 'dress.json', '--rules', 'broken']).err
    expect(second).toContain('broken/refund/gift.json › titel：键「titel」不在可用范围内；最接近的是「title」\n')
    expect(second).toMatch(/broken\/two\.json\[0\] › event\.params\.verdikt：.*verdict/)
    expect(second).toContain('broken/aftersale.json › omit：要去掉的规则「my/nothing」不在可用范围内')
  })

  it('reports a rule whose id is not its path, and says both ways to put it right', () => {
    write('moved/shop/gift.json', giftRule)
    write('moved/sources.json', [manual])
    write('moved/facts.json', giftFact)
    const { code, err } = run(['decide', write('dress.json', dress), '--rules', 'moved'])
    expect(code).toBe(1)
    expect(err).toBe(
      '有 1 处需要改：\nmoved/shop/gift.json › id：编号「refund/gift」与文件路径不一致；请把编号改为「shop/gift」，或把文件移到 refund/gift.json\n',
    )
    expect(run(['decide', 'dress.json', '--rules', 'moved', '--lang', 'en']).err).toContain(
      'moved/shop/gift.json › id: the id "refund/gift" is not the path of the file',
    )
    // No file may be called what this rule is: there is one way alone.
    write('moved/shop/gift.json', { ...(giftRule as object), id: 'shop/礼品单' })
    expect(run(['decide', 'dress.json', '--rules', 'moved']).err).toBe(
      '有 1 处需要改：\nmoved/shop/gift.json › id：编号「shop/礼品单」与文件路径不一致；请把编号改为「shop/gift」\n',
    )
  })

  it('blames the shop’s file for a title that a shipped rule has, whichever is read first', () => {
    // One id comes before that of the shipped rule, one after it.
    for (const id of ['shop/aaa', 'shop/zzz']) {
      const folder = `titled-${id.slice(-1)}`
      write(`${folder}/aftersale.json`, { extends: ['sop'] })
      write(`${folder}/sources.json`, [manual])
      write(`${folder}/${id}.json`, rule(id, deducted, isGift, { verdict: 'accept' }))
      write(`${folder}/facts.json`, giftFact)
      const shipped = 'shop/postage/no-reason-free-shipping-refund-c-shop'
      const { err } = run(['decide', write('dress.json', dress), '--rules', folder])
      expect(err).toMatch(new RegExp(`^有 1 处需要改：\\n${folder}/${id}\\.json › title：标题与.*「${shipped}」相同`))
    }
  })

  it('says in one sentence that a fixture or a case lies among the rules', () => {
    write('strewn/aftersale.json', { extends: [] })
    write('strewn/case.json', { ...dress, 会员: true })
    write('strewn/complaint.json', { kind: 'harassment', finishedAt: '2026-06-01 10:00' })
    write('strewn/story.json', { 故事: '退货', 层: ['店铺'], 步骤: [{ 发生: '申请', 案情: dress, 期望: {} }] })
    write('strewn/shop/cases.json', {
      规则: 'refund/gift',
      案例: [{ 名称: '退', 案情: dress, 期望: { 结论: '支持' } }],
    })
    write('strewn/shop/one.json', [{ 名称: '退', 案情: dress, 期望: {} }])
    write('strewn/refund/gift.json', { ...(giftRule as object), titel: 'x' })
    const fixture = '这是案例，不是规则；请移到规则文件夹的 fixtures/ 里'
    const aCase = '这是案件，不是规则；请移出规则文件夹，或写上期望做成案例，放到 fixtures/ 里'
    for (const command of [['decide', write('dress.json', dress)], ['test'], ['verify']])
      expect(run([...command, '--rules', 'strewn']).err).toBe(
        [
          '有 5 处需要改：',
          `strewn/case.json：${aCase}`,
          `strewn/complaint.json：${aCase}`,
          `strewn/shop/cases.json：${fixture}`,
          `strewn/shop/one.json：${fixture}`,
          `strewn/story.json：${fixture}`,
          '',
        ].join('\n'),
      )
  })

  it('says that the shipped rules are left out where nobody brought them in', () => {
    mkdirSync(join(folder, 'bare'))
    const missing = run(['decide', write('dress.json', dress), '--rules', 'bare'])
    expect(missing.code).toBe(0)
    expect(missing.err).toBe(
      'bare/aftersale.json：提示：没有这个文件，不带随包规则，只用文件夹里的 0 条规则。要带上随包规则，写 {"extends": ["law", "taobao", "sop"]}；不要带，写 {"extends": []}\n',
    )
    write('bare/aftersale.json', {})
    expect(run(['decide', 'dress.json', '--rules', 'bare', '--json', '--lang', 'en']).err).toMatch(
      /^bare\/aftersale\.json: note: "extends" is not written, so the shipped rules are left out and only the 0 /,
    )
    expect(run(['test', '--rules', 'bare']).err).toContain('没有写 extends')
    write('bare/aftersale.json', { extends: [] })
    expect(run(['decide', 'dress.json', '--rules', 'bare']).err).toBe('')
  })

  it('refuses facts that cannot stand beside the model’s', () => {
    const twice = { requested: giftFact.giftOrder }
    write('clash/facts.json', twice)
    expect(run(['decide', write('dress.json', dress), '--rules', 'clash']).err).toContain(
      'clash/facts.json › requested：「requested」已经是「申请」（requested）的名字；请换一个\n',
    )
    write('clash/facts.json', { giftOrder: { ...giftFact.giftOrder, absent: 'maybe' } })
    expect(run(['decide', 'dress.json', '--rules', 'clash']).err).toContain(
      'clash/facts.json › giftOrder.absent：不是这个事实的值\n',
    )
  })

  it('says that the folder is not there', () => {
    expect(run(['decide', 'dress.json', '--rules', 'no-such-folder'])).toEqual({
      code: 1,
      out: '',
      err: '有 1 处需要改：\nno-such-folder：--rules 后面应是已有的文件夹\n',
    })
  })
})

describe('what is accepted', () => {
  const file = () => write('words.json', { 店铺类型: '拼多多', 不认识的事实: true })

  it('is listed in Chinese words to who reads Chinese, and in ids to who reads English', () => {
    const chinese = run(['decide', file()]).err.split('\n')
    expect(chinese[1]).toBe('words.json › 店铺类型：「店铺类型」的值「拼多多」不在可用范围内；可用：C店、MT、商城')
    expect(chinese[2]).toMatch(/可用：申请、原因、店铺类型、/)
    expect(chinese[2]).not.toContain('requested')
    const english = run(['decide', file(), '--lang', 'en']).err.split('\n')
    expect(english[1]).toBe(
      'words.json › 店铺类型: value of "shopType" "拼多多" is not accepted; accepted: c-shop, mt, tmall',
    )
    expect(english[2]).toMatch(/accepted: requested, reason, shopType, /)
  })
})

describe('aftersale test', () => {
  const gift = { 礼品单: true, 实付金额: '50.00', 申请: '仅退款', 判定时间: '2026-06-26 10:00', 记录完整: true }
  const passing = { 名称: '礼品单退 50 元', 案情: gift, 期望: { 退款金额: '50.00' }, 依据: { 结论: ['礼品单全额退'] } }
  const failing = { 名称: '礼品单 <少退> 5 元', 案情: gift, 期望: { 退款金额: '45.00' }, 依据: { 结论: ['别的规则'] } }

  beforeAll(() => {
    write('tested/sources.json', [manual])
    write('tested/refund/gift.json', giftRule)
    write('tested/aftersale.json', { extends: [] })
    write('tested/facts.json', giftFact)
    write('tested/fixtures/pass.json', { 规则: 'refund/gift', 案例: [passing] })
    write('other/fail.json', { 规则: 'refund/gift', 案例: [failing, passing] })
    write('other/slip.json', '{')
  })

  it('runs the fixtures beside the rules', () => {
    expect(run(['test', '--rules', 'tested'])).toEqual({ code: 0, out: '1 passed, 0 failed\n', err: '' })
  })

  it('shows what was expected and what came out, and fails', () => {
    const { code, out } = run(['test', 'tested/fixtures', 'other', '--rules', 'tested'])
    expect(code).toBe(1)
    expect(out).toBe(
      [
        '✗ refund/gift  other/fail.json',
        '  礼品单 <少退> 5 元',
        '    期望.退款金额',
        '      应为：45.00',
        '      实为：50.00',
        '    依据.结论',
        '      应为：别的规则',
        '      实为：礼品单全额退',
        '',
        '✗ other/slip.json',
        '  other/slip.json',
        '    other/slip.json:1:2：第 1 行第 2 列，文件到这里就结束了；这里应是带英文双引号的键或 }',
        '',
        '2 passed, 2 failed',
        '',
      ].join('\n'),
    )
  })

  it('says in words that there is nothing, where nothing was expected or came out', () => {
    // No gift, so the only rule does not hold: there is no basis, no deadline and no task.
    const dress = { ...gift, 礼品单: false }
    const all = {
      名称: '不是礼品单',
      案情: dress,
      期望: { 期限: { 打款期限: '2026-07-01' }, 任务: ['请买家寄回'] },
      依据: { 结论: ['礼品单全额退'] },
    }
    write('nothing/none.json', { 规则: 'refund/gift', 案例: [all] })
    const { out } = run(['test', 'nothing', '--rules', 'tested'])
    expect(out).toContain('期望.期限\n      应为：{"打款期限":"2026-07-01"}\n      实为：没有期限\n')
    expect(out).toContain('期望.任务\n      应为：请买家寄回\n      实为：没有\n')
    expect(out).toContain('依据.结论\n      应为：礼品单全额退\n      实为：没有规则\n')
    expect(run(['test', 'nothing', '--rules', 'tested', '--lang', 'en']).out).toContain('got:      no rule\n')
  })

  it('writes JUnit with marks escaped, and the closing line beside it', () => {
    const { code, out, err } = run(['test', 'other/fail.json', '--rules', 'tested', '--reporter', 'junit'])
    expect(code).toBe(1)
    expect(err).toBe('1 passed, 1 failed\n')
    expect(out).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites tests="2" failures="1">',
        '  <testsuite name="other/fail.json" tests="2" failures="1">',
        '    <testcase classname="refund/gift" name="礼品单 &lt;少退&gt; 5 元">',
        '      <failure message="期望.退款金额 应为：45.00 实为：50.00">期望.退款金额',
        '  应为：45.00',
        '  实为：50.00',
        '依据.结论',
        '  应为：别的规则',
        '  实为：礼品单全额退</failure>',
        '    </testcase>',
        '    <testcase classname="refund/gift" name="礼品单退 50 元"/>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    )
  })

  it('writes JSON', () => {
    const { out } = run(['test', 'other/fail.json', '--rules', 'tested', '--reporter', 'json'])
    const report = JSON.parse(out) as { passed: number; failed: number; files: { cases: { ok: boolean }[] }[] }
    expect([report.passed, report.failed]).toEqual([1, 1])
    expect(report.files.map(({ cases }) => cases.map(({ ok }) => ok))).toEqual([[false, true]])
  })

  it('fails where there is nothing to run', () => {
    mkdirSync(join(folder, 'empty'))
    expect(run(['test', 'empty'])).toEqual({
      code: 1,
      out: '',
      err: '有 1 处需要改：\nempty：没有找到案例文件（.json）\n',
    })
  })

  it('says whose rules fixtures of a shop are run with, where the shop is not named', () => {
    const hint = (path: string) =>
      `${path}：提示：这是规则文件夹 tested 里的案例，用的却是随包规则；要用它自己的规则，加 --rules tested\n`
    const { code, out, err } = run(['test', 'tested/fixtures', 'tested/fixtures/pass.json'])
    expect([code, err]).toEqual([1, `${hint('tested/fixtures')}${hint('tested/fixtures/pass.json')}`])
    expect(out).toContain('没有规则「refund/gift」')
    expect(run(['test', 'tested/fixtures', '--rules', 'tested']).err).toBe('')
    expect(run(['test', 'other/fail.json']).err).toBe('')
    const shop = workplace()
    shop.write('aftersale.json', { extends: [] })
    shop.write('fixtures/pass.json', { 规则: 'refund/gift', 案例: [passing] })
    expect(shop.run(['test', 'fixtures']).err).toContain('加 --rules .\n')
    shop.remove()
  })

  it('a spreadsheet is no fixture: it says what is, and what a spreadsheet is for', () => {
    expect(run(['test', write('orders.csv', '申请\n换货\n')])).toEqual({
      code: 1,
      out: '',
      err: '有 1 处需要改：\norders.csv：案例文件是 JSON，要写期望；表格里的案件用 aftersale decide 处理\n',
    })
  })

  it('passes on every fixture that ships with the package', () => {
    const { code, out } = run(['test'])
    expect(out).toMatch(/^[1-9]\d* passed, 0 failed\n$/)
    expect(code).toBe(0)
  })
})
